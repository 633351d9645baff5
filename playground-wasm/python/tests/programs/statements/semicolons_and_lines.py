a = 1; b = 2; print(a + b)
total = a + \
    b + \
    3
print(total)
values = [
    1,  # one
    2,

    3,
]
print(values, (
    "joined "
    "text"
))
if a: print("one line"); print("still")
for i in range(2): print(i, end=" "); print("x")
text = """line
  indented \
continued
"""
print(repr(text))
