class Timer:
    def __init__(self):
        self.calls = []

    def __call__(self, *args, **kwargs):
        self.calls.append((args, kwargs))
        return self

    def __enter__(self):
        return self.calls

    def __exit__(self, *details):
        self.calls.append(details[0])


t = Timer()
with t(1)(2, x=3) as calls:
    calls.append("inside")
print(t.calls, callable(t), callable(Timer))
try:
    with t:
        raise KeyError("x")
except KeyError:
    print(t.calls[-1])
t.__call__ = lambda: "ignored"
print(t() is t)


class NoCall:
    pass


NoCall()()
