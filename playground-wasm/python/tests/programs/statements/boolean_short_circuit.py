def say(word, result):
    print(word, end=" ")
    return result


print(say("a", True) and say("b", False) and say("c", True))
print(say("a", 0) or say("b", "") or say("c", "last"))
print(say("a", 1) and (say("b", []) or say("c", {"k": 1})))
print(not say("a", 0) or say("never", 1), [] or 0 or None, 5 and "x", () and 1)
value = None
print((value or "default").upper(), value and value.upper())
