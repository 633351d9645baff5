ages = {"ann": 3}
print(ages["ann"])
print("bob is", ages["bob"])
