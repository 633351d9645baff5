import math

print(math.pi, math.e, math.inf, math.nan, math.tau, math.sqrt(16), math.floor(-2.5), math.ceil(2.1), math.trunc(-2.7))
print(math.gcd(12, 18), math.lcm(4, 6), math.factorial(10), math.comb(5, 2), math.perm(5, 2), math.isqrt(17), math.prod([1, 2, 3]), math.fsum([0.1] * 10))
print(math.log(math.e), math.log(8, 2), math.log2(8), math.log10(1000), math.exp(1), math.pow(2, 0.5), math.hypot(3, 4), math.dist((0, 0), (3, 4)))
print(round(math.sin(1), 10), round(math.cos(1), 10), round(math.tan(1), 10), math.atan2(1, 1), math.degrees(math.pi), math.radians(180), math.copysign(1, -0.0))
print(math.isnan(math.nan), math.isinf(math.inf), math.isclose(0.1 + 0.2, 0.3), math.isfinite(1), math.fabs(-3), math.modf(2.5), math.frexp(8.0), math.fmod(-7, 3), math.remainder(7, 4))
for bad in ("math.sqrt(-1)", "math.log(0)", "math.factorial(-1)", "math.floor('x')", "math.exp(1000)", "math.factorial(1.5)", "math.gcd(1.5)", "math.ceil(math.inf)", "math.acos(2)"):
    try:
        print(eval(bad))
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
