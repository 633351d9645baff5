numbers = [1, 2]
numbers.lenght()
