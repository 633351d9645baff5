x=()
while 1: x=x+(1,)*1000