def pick(flag, table):
    return (table["yes"] if flag
            else table["no"])


print(pick(True, {"yes": 1}))
print(pick(False, {"yes": 1}))
