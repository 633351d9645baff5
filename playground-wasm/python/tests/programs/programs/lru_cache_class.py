from collections import OrderedDict


class LRU:
    def __init__(self, size):
        self.size, self.data = size, OrderedDict()
        self.hits = self.misses = 0

    def __call__(self, func):
        def wrapper(*key):
            if key in self.data:
                self.hits += 1
                self.data.move_to_end(key)
            else:
                self.misses += 1
                self.data[key] = func(*key)
                if len(self.data) > self.size:
                    gone, _ = self.data.popitem(last=False)
                    print("forgot", gone)
            return self.data[key]

        wrapper.cache = self
        return wrapper


@LRU(2)
def slow(n):
    print("computing", n)
    return n * n


print(slow(1), slow(2), slow(1), slow(3), slow(2))
print(slow.cache.hits, slow.cache.misses, slow.cache.data)
try:
    slow([1])
except TypeError as error:
    print(error)
slow("x")
