matrix = [[1, 2], [3, 4]]
config = {"servers": [{"name": "a", "ports": [80]}]}
print(config["servers"][0]["ports"][0], matrix[1][0])
value = config["servers"][0]["ports"][matrix[0][1]]
