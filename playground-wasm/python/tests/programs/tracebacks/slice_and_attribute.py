class Data:
    rows = list(range(3))


d = Data()
print(d.rows[1:][0])
print(d.rows[1:][5] + d.rows[0])
