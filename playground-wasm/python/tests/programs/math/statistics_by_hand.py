import math


def mean(values):
    return math.fsum(values) / len(values)


def stdev(values):
    m = mean(values)
    return math.sqrt(sum((v - m) ** 2 for v in values) / (len(values) - 1))


def median(values):
    ordered, n = sorted(values), len(values)
    return ordered[n // 2] if n % 2 else (ordered[n // 2 - 1] + ordered[n // 2]) / 2


data = [2, 4, 4, 4, 5, 5, 7, 9]
print(mean(data), round(stdev(data), 12), median(data), median([3, 1, 2]), mean([0.1] * 10), sum([0.1] * 10) / 10)
print(math.floor(-0.5), math.ceil(-0.5), math.trunc(-0.5), round(-0.5), int(-0.5), math.floor(1e300) == int(1e300))
print(math.sqrt(2), math.exp(0), math.log1p(0), math.expm1(0), math.log(100, 10), math.log2(1024), math.log(2**1000), math.sumprod if hasattr(math, "sumprod") else "-")
print(math.ldexp(0.5, 3), math.ulp(1.0), math.nextafter(1.0, 2.0), math.copysign(3, -1), math.gcd(), math.lcm(2, 3, 4), math.gcd(0, 5), math.perm(4), math.comb(3, 5))
mean([])
