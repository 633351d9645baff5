class Hangman:
    def __init__(self, word, lives=6):
        self.word, self.lives, self.guessed = word, lives, set()

    @property
    def mask(self):
        return " ".join(c if c in self.guessed else "_" for c in self.word)

    @property
    def won(self):
        return set(self.word) <= self.guessed

    def guess(self, letter):
        if len(letter) != 1 or not letter.isalpha():
            raise ValueError(f"{letter!r} is not a letter")
        letter = letter.lower()
        if letter in self.guessed:
            return f"{letter} again?"
        self.guessed.add(letter)
        if letter not in self.word:
            self.lives -= 1
            return f"no {letter}, {self.lives} left"
        return f"yes, {self.word.count(letter)} times"


game = Hangman("banana", lives=3)
for letter in ["a", "x", "A", "n", "7", "b"]:
    try:
        print(f"{game.guess(letter):<16}{game.mask}")
    except ValueError as error:
        print(error)
    if game.won:
        print("won with", game.lives, "lives, guessed", "".join(sorted(game.guessed)))
        break
game.guess("")
