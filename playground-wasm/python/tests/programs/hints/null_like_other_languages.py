value = None
if value is null:
    print("nothing")
