class Words:
    def __init__(self, text):
        self.words = text.split()

    def __iter__(self):
        return self

    def __next__(self):
        word = self.words.pop(0)
        return word


try:
    for word in Words("a b"):
        print(word)
except IndexError as error:
    print(error)
print(sorted(["10", "9", "x"], key=lambda s: int(s)))
