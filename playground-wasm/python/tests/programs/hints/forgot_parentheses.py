class Lamp:
    def __init__(self):
        self.on = False

    def toggle(self):
        self.on = not self.on


lamp = Lamp
try:
    lamp.toggle()
except TypeError as error:
    print(error)
lamp = Lamp()
lamp.toggle
print(lamp.on)
lamp.toggle()
print(lamp.on)
Lamp.toggle()
