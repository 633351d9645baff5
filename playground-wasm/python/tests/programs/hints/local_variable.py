def report():
    first_result = 1
    second_result = 2
    return frist_result + second_result


report()
