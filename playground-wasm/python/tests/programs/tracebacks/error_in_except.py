data = {"size": "large"}
try:
    size = int(data["size"])
except ValueError as error:
    print("bad size:", error)
    fallback = data["fallback"]
