def limit(config):
    return config.get("limit")


print(limit({"limit": 3}) > 2)
print(limit({}) > 2)
