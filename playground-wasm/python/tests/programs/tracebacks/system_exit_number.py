def main():
    print("working")
    exit(4)


try:
    main()
finally:
    print("leaving")
