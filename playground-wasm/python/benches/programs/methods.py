class Base:
    def step(self, n):
        return n + 1

    def twice(self, n):
        return self.step(self.step(n))


class Derived(Base):
    def step(self, n):
        return super().step(n) + 1


d, n = Derived(), 0
for i in range(60_000):
    n = d.twice(n)
print(n)
