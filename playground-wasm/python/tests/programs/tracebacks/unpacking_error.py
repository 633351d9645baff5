def pairs():
    for line in ["a=1", "b=2=3", "c"]:
        key, value = line.split("=")
        print(key, value)


pairs()
