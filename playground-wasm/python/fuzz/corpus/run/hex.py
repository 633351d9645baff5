x=b"a"*10**6
while 1: x.hex()