class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"

    def __str__(self):
        return f"{type(self).__name__.lower()} {self.name}"


class Dog(Animal):
    sound = "woof"

    def __init__(self, name, trick="sit"):
        super().__init__(name)
        self.trick = trick

    def speak(self):
        return super().speak() + f" and can {self.trick}"


class Puppy(Dog):
    sound = "wif"


for animal in (Animal("it"), Dog("rex"), Puppy("bit", trick="roll")):
    print(animal, "|", animal.speak())
print(issubclass(Puppy, Animal), isinstance(Puppy("x"), (int, Dog)), issubclass(Dog, Puppy))
print([c.__name__ for c in Puppy.__mro__], Puppy.__bases__, Dog.__subclasses__())
print(Puppy.speak is Dog.speak, Animal.speak(Dog("max")))
