def total(prices):
    result = 0
    for price in prices:
        result = result + price * 2
    return result


print(total([1, 2]))
print(total([1, "2"]))
