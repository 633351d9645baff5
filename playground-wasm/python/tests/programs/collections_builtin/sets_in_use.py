primes = {n for n in range(2, 30) if all(n % d for d in range(2, n))}
odds = set(range(1, 30, 2))
print(sorted(primes), sorted(primes - odds), sorted(odds & primes)[-3:], len(primes | odds), primes <= odds, {2} < primes)
seen = set()
dupes = [x for x in [3, 1, 3, 2, 1] if x in seen or seen.add(x)]
print(dupes, sorted(seen), set("hello") == set("ehlo"), len(set([1, 1.0, True])), {frozenset({1}), frozenset({1})} == {frozenset([1])})
groups = {}
for word in "tea eat ate bat tab".split():
    groups.setdefault(frozenset(word), []).append(word)
print(list(groups.values()), max(groups.values(), key=len))
s = {1, 2, 3}
t = s
t |= {4}
u = s | {5}
print(sorted(s), sorted(u), s is t, s is u, s.issuperset([1, 2]), set.union({1}, [2], (3,)) == {1, 2, 3}, set().union(*[[1], [2]]) == {1, 2})
try:
    for x in s:
        s.add(x + 10)
except RuntimeError as error:
    print(error)
s[0]
