from itertools import combinations, combinations_with_replacement, groupby, permutations, product, starmap, zip_longest

print(list(combinations("abc", 2)), list(permutations([1, 2, 3], 2)), list(product("ab", [1, 2])))
print(list(combinations_with_replacement("ab", 2)), list(product([0, 1], repeat=2)), len(list(permutations(range(4)))))
print(["".join(p) for p in permutations("ab")], list(combinations([1], 2)), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(zip_longest("abc", [1], fillvalue="-")), list(zip_longest([], [1])))
for key, group in groupby(sorted(["apple", "ant", "bee", "cat", "cow"]), key=lambda w: w[0]):
    print(key, list(group))
print([(k, len(list(g))) for k, g in groupby("aabbbca")])
list(combinations("ab", -1))
