log = []


def note(x):
    log.append(x)
    return x


gen = (note(x) for x in range(4) if note(x * 10) < 30)
print(log)
print(next(gen), log)
print(list(gen), log)
first = next((x for x in [1, 4, 9] if x > 3), None)
none = next((x for x in [] if x), "none")
print(first, none, sum(x for x in range(5)), any(x > 2 for x in range(5)), tuple(x for x in "ab"), dict((k, 1) for k in "xy"))
try:
    bad = (x / 0 for x in undefined)
except NameError as error:
    print(error)
later = (x / 0 for x in [1])
print("made")
next(later)
