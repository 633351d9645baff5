numbers = list(range(1000))
total = 0
for _ in range(60):
    squares = [n * n for n in numbers if n % 3]
    for index, n in enumerate(squares):
        total += n - squares[index - 1]
    squares.sort(key=lambda n: -n)
    total += sum(squares[::2]) + max(squares)
    numbers = [b for a, b in zip(numbers, reversed(numbers))]
print(total)
