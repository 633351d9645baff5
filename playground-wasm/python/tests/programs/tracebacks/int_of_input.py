def read_number(text):
    number = int(text.strip())
    return number * 2


for text in (" 12 ", "twelve"):
    print(read_number(text))
