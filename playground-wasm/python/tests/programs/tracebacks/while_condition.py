queue = [3, 2, 1]
while queue.pop() < queue[0]:
    print(queue)
