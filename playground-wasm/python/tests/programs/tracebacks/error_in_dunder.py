class Bag:
    def __init__(self, items):
        self.items = items

    def __getitem__(self, key):
        return self.items[key]

    def __len__(self):
        return -1

    def __iter__(self):
        return 5

    def __repr__(self):
        return self.nothing


bag = Bag({})
for text in ("len(bag)", "list(bag)", "bool(bag)", "repr(bag)"):
    try:
        print(eval(text))
    except Exception as error:
        print(text, type(error).__name__, error)
bag["k"]
