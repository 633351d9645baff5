class Person:
    def __init__(self):
        self.first_name = "ann"
        self.address = None

    def full_name(self):
        return self.first_name


for name in ("firstname", "adress", "fullname", "zzz"):
    try:
        getattr(Person(), name)
    except AttributeError as error:
        print(error)
Person().first_nam
