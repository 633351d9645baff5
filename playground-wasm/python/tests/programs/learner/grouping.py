from itertools import accumulate, chain, groupby, islice, pairwise, zip_longest
from functools import reduce

orders = [("ann", 5), ("ann", 7), ("bob", 1), ("ann", 2)]
for name, group in groupby(sorted(orders), key=lambda o: o[0]):
    print(name, [amount for _, amount in group])
print(list(accumulate(a for _, a in orders)), list(pairwise("abc")), list(zip_longest("ab", [1], fillvalue="-")))
print(reduce(lambda total, o: total + o[1], orders, 0), list(islice(chain("ab", "cd"), 1, None, 2)))
table = {}
for name, amount in orders:
    table.setdefault(name, []).append(amount)
print(table, {k: sum(v) / len(v) for k, v in table.items()})
print(*(f"{n:<5}|{a:>4}" for n, a in orders), sep="\n")
