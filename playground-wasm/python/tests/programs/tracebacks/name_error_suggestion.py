import math

temperature = 20
print(temprature + math.pi)
