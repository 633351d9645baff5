x = 1
if x == 2:
    print("two")
else if x == 1:
    print("one")
