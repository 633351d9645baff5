match = 5
match, case = 1, 2
match (match):
    case 1: print(1)
