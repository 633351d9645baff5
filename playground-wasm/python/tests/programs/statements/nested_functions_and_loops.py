def make_table(n):
    def row(i):
        def cell(j):
            return i * j

        return [cell(j) for j in range(1, n + 1)]

    return [row(i) for i in range(1, n + 1)]


for row in make_table(4):
    print("".join(f"{cell:4}" for cell in row))
for i in range(2):
    for j in range(2):
        for k in range(2):
            if i == j == k:
                break
            print(i, j, k)
