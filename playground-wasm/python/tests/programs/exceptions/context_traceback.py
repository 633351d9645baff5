def lookup(table, key):
    try:
        return table[key]
    except KeyError:
        return table["default"]


def run():
    try:
        lookup({"a": 1}, "b")
    finally:
        print("cleanup")


run()
