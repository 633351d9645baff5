import math

print(math.pi)
math.squareroot(2)
