from collections import Counter

c = Counter("mississippi")
print(c, c["s"], c["z"], c.most_common(2), sum(c.values()), c.total())
c.update("xyz")
c.subtract({"s": 5})
print(sorted(c.items()), "z" in c, len(c), +c == Counter(i=4, p=2, m=1, x=1, y=1, z=1))
a, b = Counter(a=3, b=1), Counter(a=1, b=2)
print(a + b, a - b, a & b, a | b, sorted(a.elements()), Counter(), Counter(["x", "x"]), a == Counter(b=1, a=3))
words = Counter("the cat and the dog and the bird".split())
for word, n in words.most_common():
    print(word, n)
del words["the"]
print(dict(words), repr(words), Counter(a=1).most_common(0))
