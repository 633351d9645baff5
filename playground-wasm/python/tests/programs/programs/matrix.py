class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows differ in length")

    @classmethod
    def identity(cls, n):
        return cls([int(i == j) for j in range(n)] for i in range(n))

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not fit")
        return Matrix([sum(a * b for a, b in zip(row, col)) for col in zip(*other.rows)] for row in self.rows)

    def __pow__(self, n):
        result = Matrix.identity(len(self.rows))
        for _ in range(n):
            result = result @ self
        return result

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __eq__(self, other):
        return self.rows == other.rows

    def __getitem__(self, position):
        i, j = position
        return self.rows[i][j]

    def __setitem__(self, position, value):
        i, j = position
        self.rows[i][j] = value

    def __str__(self):
        width = max(len(str(n)) for row in self.rows for n in row)
        return "\n".join(" ".join(f"{n:>{width}}" for n in row) for row in self.rows)


fib = Matrix([[1, 1], [1, 0]]) ** 30
print(fib)
a = Matrix([[1, 2, 3], [4, 5, 6]])
print(a @ a.T, a.T.T == a, a[1, 2], (a @ a.T)[0, 1], sep="\n")
a[0, 0] = 100
print(a)
a @ a
