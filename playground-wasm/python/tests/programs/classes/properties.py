class Temperature:
    def __init__(self, celsius):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError("below absolute zero")
        self._celsius = float(value)

    @celsius.deleter
    def celsius(self):
        print("deleted")
        del self._celsius

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32


t = Temperature(20)
print(t.celsius, t.fahrenheit)
t.celsius += 5
print(t.fahrenheit, Temperature.celsius.__doc__)
del t.celsius
print(hasattr(t, "celsius"))
for action in ("t.fahrenheit = 3", "del t.fahrenheit", "t.celsius"):
    try:
        exec(action)
    except AttributeError as error:
        print(error)
Temperature(-300)
