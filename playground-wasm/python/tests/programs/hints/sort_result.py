words = ["b", "a"]
for word in words.sort():
    print(word)
