numbers = [3, 8, 2, 11]
if (biggest := max(numbers)) > 10:
    print("big", biggest)
while (n := numbers.pop()) != 3:
    print(n)
print([y for x in (1, 2, 3) if (y := x * x) > 1], y)
print((a := 1, b := 2), a + b)
total = 0
print([total := total + v for v in range(5)], total)


def first_long(words):
    return any(len(found := word) > 3 for word in words) and found


print(first_long(["a", "abc", "abcd", "abcde"]))
