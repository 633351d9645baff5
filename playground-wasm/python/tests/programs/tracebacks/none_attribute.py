def find(names, wanted):
    for name in names:
        if name == wanted:
            return name


result = find(["ann"], "bob").upper()
