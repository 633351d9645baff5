def root(x):
    return math.sqrt(x)


root(4)
