class Random:
    """A linear congruential generator, so that every run is the same."""

    def __init__(self, seed):
        self.state = seed

    def next(self, limit):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) % limit

    def choice(self, items):
        return items[self.next(len(items))]

    def shuffle(self, items):
        for i in range(len(items) - 1, 0, -1):
            j = self.next(i + 1)
            items[i], items[j] = items[j], items[i]


class Animal:
    def __init__(self, name, energy=5):
        self.name, self.energy = name, energy

    def act(self, world):
        raise NotImplementedError

    def __repr__(self):
        return f"{self.name}({self.energy})"


class Rabbit(Animal):
    def act(self, world):
        self.energy += world.rng.next(3)
        if self.energy > 8:
            self.energy //= 2
            world.born.append(Rabbit(self.name + "'", self.energy))


class Fox(Animal):
    def act(self, world):
        prey = [a for a in world.animals if isinstance(a, Rabbit) and a.energy > 0]
        if prey and world.rng.next(2):
            victim = world.rng.choice(prey)
            self.energy += victim.energy
            victim.energy = 0
        else:
            self.energy -= 2


class World:
    def __init__(self, animals, seed=1):
        self.animals, self.rng, self.born = animals, Random(seed), []

    def step(self):
        self.rng.shuffle(self.animals)
        for animal in self.animals:
            if animal.energy > 0:
                animal.act(self)
        self.animals = [a for a in self.animals + self.born if a.energy > 0]
        self.born.clear()


world = World([Rabbit("a"), Rabbit("b"), Fox("F")])
for turn in range(6):
    world.step()
    print(turn, world.animals)
Animal("ghost").act(world)
