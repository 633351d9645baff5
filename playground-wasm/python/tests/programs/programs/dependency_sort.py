def order(tasks):
    done, path = [], []

    def visit(name):
        if name in done:
            return
        if name in path:
            raise ValueError("cycle: " + " -> ".join(path[path.index(name):] + [name]))
        path.append(name)
        for needed in sorted(tasks.get(name, ())):
            visit(needed)
        path.pop()
        done.append(name)

    for name in tasks:
        visit(name)
    return done


def levels(tasks):
    remaining = {name: set(needs) for name, needs in tasks.items()}
    while remaining:
        ready = sorted(name for name, needs in remaining.items() if not needs & remaining.keys())
        if not ready:
            raise ValueError(f"stuck on {sorted(remaining)}")
        yield ready
        for name in ready:
            del remaining[name]


tasks = {"deploy": {"test", "build"}, "test": {"build"}, "build": {"fetch"}, "fetch": set(), "docs": {"fetch"}}
print(order(tasks), list(levels(tasks)))
tasks["fetch"] = {"docs"}
try:
    print(list(levels(tasks)))
except ValueError as error:
    print(error)
order(tasks)
