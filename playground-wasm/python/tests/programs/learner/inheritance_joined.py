class Employee:
    type = "employee"

    def __init__(self, name):
        self.name = name

    def describe(self):
        return f"{self.type} {self.name}"


class Manager(Employee):
    type = "manager"

    def __init__(self, name, reports=()):
        super().__init__(name)
        self.reports = list(reports)

    def describe(self):
        return super().describe() + f" of {len(self.reports)}"


class Loud:
    def describe(self):
        return super().describe().upper()


class LoudManager(Loud, Manager):
    pass


m = LoudManager("zoe", [Employee("x")])
print(m.describe(), LoudManager.__mro__, [c.__name__ for c in Manager.mro()], issubclass(LoudManager, Employee))
print(Employee.__subclasses__(), Manager.describe(m), Employee.describe.__qualname__, m.__class__.__base__)
super(Manager, m).raise_()
