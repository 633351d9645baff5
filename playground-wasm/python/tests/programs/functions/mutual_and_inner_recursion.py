def parse(tokens):
    def expr():
        value = term()
        while tokens and tokens[0] in "+-":
            op = tokens.pop(0)
            right = term()
            value = value + right if op == "+" else value - right
        return value

    def term():
        token = tokens.pop(0)
        if token == "(":
            value = expr()
            assert tokens.pop(0) == ")"
            return value
        return int(token)

    return expr()


print(parse(list("1+2-(3-4)+5")))


def permutations(items):
    if len(items) <= 1:
        yield list(items)
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield [item] + rest


print(["".join(p) for p in permutations(list("abc"))])
print(parse(list("(1+2")))
