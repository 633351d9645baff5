def table(rows, headers, align="<>^"):
    widths = [max(len(str(row[i])) for row in [headers, *rows]) for i in range(len(headers))]
    line = "+".join("-" * (w + 2) for w in widths)
    yield "|".join(f" {h:^{w}} " for h, w in zip(headers, widths))
    yield line
    for row in rows:
        yield "|".join(f" {cell!s:{a}{w}} " for cell, w, a in zip(row, widths, align))


print("\n".join(table([("ann", 3, None), ("robert", 12, [1, 2]), ("cy", -100, 0.5)], ("name", "points", "extra"))))


def wrap(text, width):
    line = ""
    for word in text.split():
        if len(line) + len(word) + 1 > width:
            yield line
            line = word
        else:
            line += " " * bool(line) + word
    yield line


print(*wrap("It was the best of times, it was the worst of times", 18), sep="\n")


def caesar(text, shift):
    return "".join(
        chr((ord(c) - base + shift) % 26 + base) if (base := 65 if c.isupper() else 97 if c.islower() else 0) else c
        for c in text
    )


secret = caesar("Hello, World!", 3)
print(secret, caesar(secret, -3), "level" == "level"[::-1], sorted("listen") == sorted("silent"))
print("".join(f"{c}{n}" for c, n in [("a", 3), ("b", 1)]), "a3b1".isalnum(), "%-10s|%5.1f" % ("x", 2.25))
