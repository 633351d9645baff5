import sys

print("before")
try:
    sys.exit(3)
except SystemExit as error:
    print("caught", error.code)
sys.exit("a message on the way out")
