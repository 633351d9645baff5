class Parent:
    children: list["Child"]

    def make(self):
        return Child()


class Child:
    pass


print(type(Parent().make()).__name__)


class Early:
    made = Later()


class Later:
    pass
