class Return(Exception):
    def __init__(self, value):
        self.value = value


class Env(dict):
    def __init__(self, outer=None, **names):
        super().__init__(**names)
        self.outer = outer

    def find(self, name):
        if name in self:
            return self
        if self.outer is None:
            raise NameError(f"unknown {name}")
        return self.outer.find(name)


def run(node, env):
    match node:
        case int() | float():
            return node
        case str(name):
            return env.find(name)[name]
        case ["let", str(name), value]:
            env[name] = run(value, env)
        case ["set", str(name), value]:
            env.find(name)[name] = run(value, env)
        case ["if", test, then, *other]:
            return run(then, env) if run(test, env) else run(other[0], env) if other else None
        case ["fn", [*params], *body]:
            def call(*args):
                inner = Env(env, **dict(zip(params, args, strict=True)))
                try:
                    for statement in body:
                        result = run(statement, inner)
                    return result
                except Return as r:
                    return r.value
            return call
        case ["return", value]:
            raise Return(run(value, env))
        case ["do", *body]:
            return [run(statement, env) for statement in body][-1]
        case [function, *args]:
            return run(function, env)(*(run(arg, env) for arg in args))


base = Env(**{"+": lambda a, b: a + b, "*": lambda a, b: a * b, "-": lambda a, b: a - b, "<": lambda a, b: a < b, "list": lambda *a: list(a)})
program = ["do",
    ["let", "fact", ["fn", ["n"], ["if", ["<", "n", 2], ["return", 1]], ["*", "n", ["fact", ["-", "n", 1]]]]],
    ["let", "make", ["fn", [], ["let", "count", 0], ["fn", [], ["set", "count", ["+", "count", 1]], "count"]]],
    ["let", "c", ["make"]],
    ["list", ["fact", 10], ["c"], ["c"], ["c"], ["if", 0, 1]],
]
print(run(program, Env(base)))
try:
    run(["+", 1, "missing"], base)
except NameError as error:
    print(error)
run([["fn", ["a"], "a"], 1, 2], base)
