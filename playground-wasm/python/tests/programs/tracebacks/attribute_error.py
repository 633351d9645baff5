class User:
    def __init__(self, name):
        self.name = name


def shout(user):
    return user.nmae.upper()


print(shout(User("ann")))
