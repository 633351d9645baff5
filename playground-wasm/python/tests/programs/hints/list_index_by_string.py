people = [{"name": "ann"}]
print(people[0]["name"])
print(people["name"])
