def add_to(item, target=None, *rest, key=None, **options):
    target = [] if target is None else target
    target.append(item)
    options["seen"] = True
    rest += (1,)
    return target, rest, options


shared, opts = [], {"a": 1}
print(add_to(1, shared, 5, **opts), shared, opts)
print(add_to(2, shared), shared, add_to(3))


def swap(a, b):
    a, b = b, a
    return a, b


x, y = 1, 2
swap(x, y)
print(x, y, swap(x, y))


def rename(person):
    person["name"] = "new"
    person = {"name": "other"}
    return person


p = {"name": "old"}
print(rename(p), p)
args = [1, [2]]
add_to(*args)
print(args)
rename(None)
