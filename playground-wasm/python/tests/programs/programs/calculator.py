import re


class Parser:
    PRIORITY = {"+": 1, "-": 1, "*": 2, "/": 2, "^": 3}

    def __init__(self, text):
        self.tokens = re.findall(r"\d+\.?\d*|[-+*/^()]", text)
        self.position = 0

    def peek(self):
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def take(self):
        token = self.peek()
        self.position += 1
        return token

    def atom(self):
        token = self.take()
        if token == "(":
            value = self.expression()
            if self.take() != ")":
                raise SyntaxError("missing )")
            return value
        if token == "-":
            return ("neg", self.atom())
        if token is None:
            raise SyntaxError("unexpected end")
        return float(token) if "." in token else int(token)

    def expression(self, minimum=1):
        left = self.atom()
        while (op := self.peek()) in self.PRIORITY and self.PRIORITY[op] >= minimum:
            self.take()
            right = self.expression(self.PRIORITY[op] + (op != "^"))
            left = (op, left, right)
        return left


def evaluate(tree):
    match tree:
        case int() | float():
            return tree
        case ("neg", x):
            return -evaluate(x)
        case (op, a, b):
            a, b = evaluate(a), evaluate(b)
            return {"+": lambda: a + b, "-": lambda: a - b, "*": lambda: a * b, "/": lambda: a / b, "^": lambda: a**b}[op]()


for text in ("1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / 4 - 1.5", "-(2 + 3) * 2", "2 * (3 +", "8 / (4 - 4)", ""):
    try:
        tree = Parser(text).expression()
        print(f"{text!r:16} {tree} = {evaluate(tree)}")
    except (SyntaxError, ArithmeticError) as error:
        print(f"{text!r:16} {type(error).__name__}: {error}")
