data = {"users": [{"name": "ann", "tags": {"x", "y"}}, {"name": "bob", "tags": set()}], "count": 2}
data["users"][0]["name"] = "ANN"
data["users"].append({"name": "cid", "tags": {"z"}})
data.setdefault("log", []).append(("added", "cid"))
print([u["name"] for u in data["users"]], data["log"], sorted(data["users"][0]["tags"]), data["users"][-1].get("age", "?"))
by_name = {u["name"]: u for u in data["users"]}
by_name["bob"]["tags"].add("new")
print(data["users"][1], len(by_name), list(data), data.keys() & {"users", "nope"})
matrix = [[0] * 3 for _ in range(2)]
wrong = [[0] * 3] * 2
matrix[0][1] = wrong[0][1] = 9
print(matrix, wrong, [list(col) for col in zip(*matrix)], sum(map(sum, matrix)), [x for row in matrix for x in row if x])
print({k: sorted(v) if isinstance(v, set) else v for k, v in {"a": {3, 1}, "b": 2}.items()}, [[1, 2], [3]] + [[4]], {(0, 1): {"deep": [()]}})
data["users"][5]["name"]
