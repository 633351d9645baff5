age = 30
print("Age: " + str(age))
message = "Age: " + age
