from math import sqrrt
