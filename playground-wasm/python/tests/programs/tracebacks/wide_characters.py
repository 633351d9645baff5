def größe(x):
    return x["größe"] + x["weight 日本"]


größe({"größe": 1})
