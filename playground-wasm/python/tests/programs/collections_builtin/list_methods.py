a = [3, 1, 2]
a.append(4)
a.extend("xy")
a.insert(1, "in")
a.insert(-1, "near end")
a.insert(100, "far")
print(a, len(a), a.index(1), a.count(3), 2 in a, "z" not in a)
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("in")
a.reverse()
print(a, a.copy() == a, a.copy() is a)
a.clear()
print(a, bool(a), [] == [], [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 9, 9])
b = [5, 2, 9, 1]
b.sort()
print(b, sorted(b, reverse=True), b.sort(key=lambda x: -x), b)
c = [0] * 3
c[0] = 1
d = [[]] * 2
d[0].append("shared")
print(c, d, c + [7], [1, 2] * 2, 3 * [0])
e = list(range(8))
e[2:5] = ["a"]
e[1:1] = [10, 11]
e[-2:] = []
print(e)
e[::2] = [0, 0, 0] if len(e[::2]) == 3 else [1] * len(e[::2])
print(e, [1, [2, [3]]], [[1, 2], [3]][0][1])
f = [1, 2]
f.append(f)
print(f, f[2][2][0])
for bad in ("[].pop()", "[1].remove(2)", "[1].index(5)", "[1][1]", "[1]['a']", "[1] + (2,)", "[1] * 'a'", "[3, 'a'].sort()", "[1, 2][1.0]", "list(5)", "[].append()", "[1].pop('a')"):
    try:
        eval(bad)
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
