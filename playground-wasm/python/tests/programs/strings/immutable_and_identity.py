a = "hello"
b = "hel" + "lo"
c = "".join(["hel", "lo"])
print(a == b == c, a is b, hash(a) == hash(c), id(a) == id(a), a.upper().lower() == a)
t = a
t += "!"
print(a, t, a.replace("l", "L"), a)
print("a" * 0 == "", "ab" < "b", "" < "a", "10" < "9", "abc" < "abcd", ("a", 2) < ("a", 10), max("10", "9"), min("b", "A"))
for method in ("append", "push", "length", "reverse"):
    try:
        getattr(a, method)
    except AttributeError as error:
        print(error)
try:
    del a[0]
except TypeError as error:
    print(error)
a.x = 1
