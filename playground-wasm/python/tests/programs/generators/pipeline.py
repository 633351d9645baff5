def read(lines):
    for line in lines:
        yield line.strip()


def numbers(lines):
    for line in lines:
        if line.isdigit():
            yield int(line)
        else:
            print("skipping", repr(line))


def running_total(values):
    total = 0
    for value in values:
        total += value
        yield total


text = """ 3
x
 4

5 """
print(list(running_total(numbers(read(text.split("\n"))))))
squares = (n * n for n in range(10) if n % 2)
print(next(squares), next(squares), list(squares))
lazy = (print("made", n) or n for n in range(2))
print("nothing yet")
print(list(lazy))
