def spell(n):
    ones = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    tens = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
    if n < 20:
        return ones[n]
    if n < 100:
        return tens[n // 10] + ("-" + ones[n % 10] if n % 10 else "")
    if n < 1000:
        return ones[n // 100] + " hundred" + (" and " + spell(n % 100) if n % 100 else "")
    return spell(n // 1000) + " thousand" + (" " + spell(n % 1000) if n % 1000 else "")


print([spell(n) for n in (0, 13, 20, 42, 100, 115, 999, 1001, 12345)])


def rle(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(f"{j - i}{text[i]}" if j - i > 1 else text[i])
        i = j
    return "".join(out)


print(rle("aaabccdddd"), rle(""), rle("abc"))
print("\n".join("*" * (2 * i + 1) + "|" for i in range(3)), "\n".join(" ".join(f"{i * j:2}" for j in range(1, 5)) for i in range(1, 4)), sep="\n")
print("".join(chr(ord(c) ^ 32) if c.isalpha() else c for c in "Hello World"), "camelCaseText".replace("C", "_c").replace("T", "_t"))
print("{:>{width}}".format("x", width=4), "".join(map(chr, range(97, 103))), "-".join(reversed("a b c".split())), str([1, "a", None, 2.5, ("t",)]))
