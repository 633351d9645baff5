class Log:
    def __init__(self):
        self.entries = []

    def __iadd__(self, entry):
        self.entries.append(entry)
        return self

    def __ior__(self, entries):
        self.entries.extend(entries)
        return self

    def __lshift__(self, entry):
        self.entries.append(f"<<{entry}")
        return self

    def __contains__(self, x):
        return x in self.entries

    def __invert__(self):
        return list(reversed(self.entries))

    def __pow__(self, n, mod=None):
        return ("pow", n, mod)

    def __divmod__(self, n):
        return ("divmod", n)

    def __rshift__(self, n):
        return NotImplemented

    def __rrshift__(self, n):
        return "rrshift"


log = same = Log()
log += "a"
log |= ["b", "c"]
log << "d" << "e"
print(same.entries, log is same, ~log, "a" in log, log**2, pow(log, 2, 5), divmod(log, 3), 5 >> log)
try:
    log >> 1
except TypeError as error:
    print(error)
items = [log]
items[0] += "via index"
print(len(log.entries), items[0] is log)
log -= 1
