def sieve(limit):
    is_prime = [False, False] + [True] * (limit - 1)
    for n in range(2, int(limit**0.5) + 1):
        if is_prime[n]:
            is_prime[n * n :: n] = [False] * len(is_prime[n * n :: n])
    return [n for n, prime in enumerate(is_prime) if prime]


def factors(n):
    found, d = {}, 2
    while d * d <= n:
        while n % d == 0:
            found[d] = found.get(d, 0) + 1
            n //= d
        d += 1
    if n > 1:
        found[n] = 1
    return found


def roman(n):
    out = ""
    for value, letters in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        count, n = divmod(n, value)
        out += letters * count
    return out


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


print(sieve(50), len(sieve(1000)))
print(factors(360), " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in factors(9999900).items()))
print([roman(n) for n in (4, 9, 14, 1994, 2024)], max(range(1, 1000), key=collatz))
print([n for n in range(1, 1000) if sum(int(d) ** len(str(n)) for d in str(n)) == n])
print(sum(map(int, str(2**1000))), [n for n in range(2, 500) if n == sum(d for d in range(1, n) if n % d == 0)])
