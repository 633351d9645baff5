parts = []
for i in range(30_000):
    parts.append(f"{i}:{i * 2:05d}")
    parts.append("item %d of %s" % (i, "many"))
text = ", ".join(parts)
words = text.replace(":", " ").upper().split()
grown = ""
for word in words[:30_000]:
    grown += word
print(len(text), len(words), len(grown), sum(word.startswith("ITEM") for word in words))
