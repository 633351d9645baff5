class Engine:
    def __init__(self, power):
        self.power = power

    def start(self):
        return f"engine of {self.power} started"


class Car:
    def __init__(self, name, power):
        self.name = name
        self.engine = Engine(power)
        self.passengers = []

    def board(self, *people):
        self.passengers += people
        return len(self.passengers)

    def __getattr__(self, name):
        return getattr(self.engine, name)

    def __iter__(self):
        return iter(self.passengers)


car = Car("vw", 90)
print(car.start(), car.power, car.board("ann", "bob"), car.board(), list(car), [p.upper() for p in car])
car.engine.power += 10
print(car.power, Car("x", 1).engine is Car("x", 1).engine)
garage = {c.name: c for c in (car, Car("fiat", 50))}
print(max(garage.values(), key=lambda c: c.power).name, [n for n, c in garage.items() if c.power < 60])
car.fly()
