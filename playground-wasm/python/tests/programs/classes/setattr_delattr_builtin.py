class Box:
    pass


b = Box()
for i, name in enumerate(["width", "height"]):
    setattr(b, name, i + 1)
print(vars(b), getattr(b, "width"), getattr(b, "depth", None), hasattr(b, "depth"))
delattr(b, "width")
print(b.__dict__)
b.__dict__["direct"] = 5
print(b.direct)
setattr(b, "not an identifier", 1)
print(getattr(b, "not an identifier"))
Box.shared = []
b.shared.append(1)
print(Box().shared, sorted(vars(b)))
try:
    setattr(b, 5, 1)
except TypeError as error:
    print(error)
try:
    (5).x = 1
except AttributeError as error:
    print(error)
try:
    int.x = 1
except TypeError as error:
    print(error)
delattr(b, "gone")
