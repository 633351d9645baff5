def wait():
    raise KeyboardInterrupt


try:
    wait()
except Exception:
    print("not here")
finally:
    print("finally")
