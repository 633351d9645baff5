class Circle:
    @property
    def area(self):
        return 3


print(Circle().area)
print(Circle().area())
