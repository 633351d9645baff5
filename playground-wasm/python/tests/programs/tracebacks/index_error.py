def middle(items):
    return items[len(items) // 2 + 5]


def main():
    values = [1, 2, 3]
    print(middle(values))


main()
