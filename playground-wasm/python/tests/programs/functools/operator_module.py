import operator
from operator import add, attrgetter, itemgetter, methodcaller, mul

print(add(1, 2), mul(3, 4), operator.sub(5, 2), operator.truediv(1, 2), operator.neg(3), operator.not_(1), operator.contains([1], 1))
print(operator.eq(1, 1), operator.lt(1, 2), operator.getitem({"k": 1}, "k"), operator.concat("a", "b"), operator.is_(None, None), operator.floordiv(7, 2), operator.mod(7, 4))
print(itemgetter(1)("abc"), itemgetter(0, 2)([1, 2, 3]), itemgetter("a")({"a": 5}), attrgetter("real")(7), attrgetter("__class__.__name__")(7), methodcaller("split", ",")("a,b"))
print(list(map(itemgetter(0), ["ab", "cd"])), operator.index(5), operator.xor(6, 3), operator.and_(6, 3), operator.pow(2, 5))
x = [1]
operator.iadd(x, [2])
operator.setitem(x, 0, 9)
print(x)
itemgetter(5)([1])
