def grade(points):
    if points >= 90:
        return "A"
    elif points >= 75:
        return "B"
    elif points >= 60:
        return "C"
    else:
        return "fail"


for points in (95, 75, 61, 12, 90):
    print(points, grade(points))

x = 5
if 1 < x < 10: print("between")
if not x == 5 or x is None:
    print("never")
print("even" if x % 2 == 0 else "odd")
print(x and "truthy", 0 or [] or "last", None and 1, not [], not "a")
