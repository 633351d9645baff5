people = [("ann", 3), ("bob", None), ("cid", 1)]
print(min(p[1] or 0 for p in people))
oldest = max(people, key=lambda p: p[1])
