from collections import defaultdict

groups = defaultdict(list)
for word in "ant bee ape cat bat".split():
    groups[word[0]].append(word)
print(groups, dict(groups), groups["z"], "z" in groups, groups.get("q"))
counts = defaultdict(int, {"a": 5})
counts["a"] += 1
counts["b"] += 1
print(counts, counts.default_factory, sorted(counts))
nested = defaultdict(lambda: defaultdict(int))
nested["x"]["y"] += 1
print(nested["x"], len(nested))


class Missing(dict):
    def __missing__(self, key):
        return f"<{key}>"


print(Missing(a=1)["a"], Missing()["b"], Missing().get("b"))
plain = defaultdict()
plain["nothing"]
