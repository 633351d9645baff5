stack = []
for token in "3 4 + 2 * 7 /".split():
    if token.isdigit():
        stack.append(int(token))
    else:
        right, left = stack.pop(), stack.pop()
        stack.append({"+": left + right, "*": left * right, "/": left / right}[token])
    print(token, stack)
queue = ["a", "b"]
queue.append("c")
print(queue.pop(0), queue, queue[-1])


def balanced(text):
    pairs, open_ = {")": "(", "]": "[", "}": "{"}, []
    for c in text:
        if c in pairs.values():
            open_.append(c)
        elif c in pairs and (not open_ or open_.pop() != pairs[c]):
            return False
    return not open_


print([balanced(t) for t in ("([]{})", "([)]", "((", "", "}")])
stack.pop()
stack.pop()
