TEXT = """The quick brown fox jumps over the lazy dog.
The dog sleeps; the fox runs away!

"Why?" asked the dog."""


def words(text):
    word = ""
    for char in text + " ":
        if char.isalpha():
            word += char.lower()
        elif word:
            yield word
            word = ""


counts = {}
for word in words(TEXT):
    counts[word] = counts.get(word, 0) + 1
longest = max(counts, key=lambda w: (len(w), w))
print(f"{len(TEXT)} characters, {sum(counts.values())} words, {len(counts)} different, longest {longest!r}")
for word, n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:5]:
    print(f"{word:>8} {'#' * n} {n / sum(counts.values()):.1%}")
lines = [line.strip() for line in TEXT.splitlines() if line.strip()]
print([len(line.split()) for line in lines], max(lines, key=len)[:10])
letters = sorted({c for c in TEXT.lower() if c.isalpha()})
print("".join(letters), len(letters) == 26, [c for c in map(chr, range(97, 123)) if c not in letters])
print(" ".join(w.capitalize() if i % 2 else w[::-1] for i, w in enumerate(lines[0].rstrip(".").split())))
