//! What a run may use up, and that nothing a program does gets round it.

use python::object::Heap;
use python::vm::{Channel, Ended, Settings, SourceText, Vm, with_stack};

/// Runs a script; answers what it printed and what ended it.
fn run(text: &str, settings: Settings) -> (String, Option<Ended>) {
    with_stack(|| {
        let mut vm = Vm::new(settings);
        let ended = vm
            .run_source(SourceText {
                name: "t.py",
                text,
                index: 0,
                statement: None,
            })
            .err();
        let pieces = vm.take_output();
        let out = pieces
            .iter()
            .filter(|piece| piece.channel == Channel::Out)
            .map(|piece| piece.text.as_str())
            .collect();
        vm.finish();
        (out, ended)
    })
}

fn defaults() -> Settings {
    Settings::default()
}

/// What ends a run is seen by no handler, wherever it happens.
#[test]
fn nothing_swallows_a_limit() {
    let hog = "[0] * 10**12";
    for text in [
        "try: HOG\nexcept BaseException: print('x')\nfinally: print('x')",
        "import contextlib\nwith contextlib.suppress(BaseException): HOG\nprint('x')",
        "class C:\n    def __enter__(s): pass\n    def __exit__(s, *a): return True\nwith C(): HOG\nprint('x')",
        "class A:\n    @property\n    def x(s): return HOG\nhasattr(A(), 'x')\nprint('x')",
        "class A:\n    def __getattr__(s, n): return HOG\ngetattr(A(), 'x', 5)\nprint('x')",
        "class A:\n    def __repr__(s): return HOG\nprint(f'{A()!r}')",
        "class A:\n    def __del__(s): HOG\nA()\nprint('x')",
        "sorted([2, 1], key=lambda n: HOG)\nprint('x')",
        "def g():\n    try: yield HOG\n    except BaseException: yield 1\nfor x in g(): print('x')",
        "class A:\n    def __eq__(s, o): return HOG\n    def __hash__(s): return 1\n{A(): 1, A(): 2}\nprint('x')",
    ] {
        let text = text.replace("HOG", hog);
        let (out, ended) = run(&text, defaults());
        let ended = ended.unwrap_or_else(|| panic!("{text} is stopped"));
        assert!(ended.limit, "{text}: {ended:?}");
        assert_eq!(out, "", "{text}");
    }
}

const UNSTOPPABLE: &str = "
try:
    while True:
        pass
except BaseException:
    print('caught')
finally:
    print('finally')
";

#[test]
fn an_endless_loop_ends_at_its_line_and_no_handler_sees_it() {
    let settings = Settings {
        fuel: 100_000,
        ..defaults()
    };
    let (out, ended) = run(UNSTOPPABLE, settings);
    let ended = ended.expect("the loop is stopped");
    assert_eq!(out, "");
    assert!(ended.limit);
    assert_eq!(ended.kind, "TimeoutError");
    assert_eq!(ended.message, "the program was stopped after 100,000 steps");
    assert!((3..=4).contains(&ended.line), "line {}", ended.line);
}

#[test]
fn endless_work_in_builtins_ends_too() {
    for text in [
        "sum(range(10**12))",
        "list(iter(int, 1))",
        "max(x for x in iter(int, 1))",
        "class A:\n    def __len__(self): return 1\n    def __getitem__(self, i): return i\n-1 in A()",
        "x = [0] * 10**5\nwhile 1: 5 in x",
        "x = (0,) * 10**5\nwhile 1: hash(x)",
        "x = [0] * 10**5\nwhile 1: tuple(x)",
        "x = [0] * 10**5\nwhile 1: [*x]",
        "x = [0] * 10**5\nwhile 1: a, *b = x",
        "x = dict.fromkeys(range(10**4))\nwhile 1: x.copy()",
        "x = {str(i): i for i in range(10**4)}\ndef f(**a): pass\nwhile 1: f(**x)",
        "x = 'é' * 10**5\nwhile 1: x[50_000]",
        "x = 'a' * 10**6\ny = x + ''\nwhile 1: x == y",
        "x = 'a' * 10**6\nwhile 1: x.encode()",
        "x = b'a' * 10**6\nwhile 1: x.hex()",
        "x = 10**30_000\nwhile 1: x % 7",
        "x = 10**30_000\nwhile 1: hash(x)",
        "import math\nmath.factorial(10**6)",
        "import re\nre.match('(a+)+b', 'a' * 40)",
        "def f(n):\n  try: f(n + 1)\n  finally: f(n + 1)\nf(0)",
        "class A:\n    def __del__(self): A()\nA()",
    ] {
        let settings = Settings {
            fuel: 200_000,
            ..defaults()
        };
        let (_, ended) = run(text, settings);
        let ended = ended.unwrap_or_else(|| panic!("{text} is stopped"));
        assert!(ended.limit, "{text}: {ended:?}");
    }
}

#[test]
fn memory_ends() {
    for text in [
        "x = [0]\nwhile True: x += x",
        "x = 'a'\nwhile True: x += x",
        "x = 2\nwhile True: x = x * x",
        "x = 10 ** 10 ** 10",
        "x = 1 << 10 ** 12",
        "x = []\nwhile True: x.append([])",
        "d = {}\ni = 0\nwhile True:\n    d[i] = i\n    i += 1",
        "('{0}' * 10**5).format('a' * 10**6)",
        "('abc' * 10**5).translate({97: 'x' * 10**5})",
        "f'{1:1000000000}'",
        "[0] * 10**12",
        "','.join(['a' * 10**6] * 10**5)",
    ] {
        let settings = Settings {
            heap_bytes: 8 << 20,
            fuel: 1_000_000_000,
            ..defaults()
        };
        let (_, ended) = run(text, settings);
        let ended = ended.unwrap_or_else(|| panic!("{text} is stopped"));
        assert!(ended.limit, "{text}: {ended:?}");
    }
}

#[test]
fn output_ends() {
    let settings = Settings {
        output_bytes: 1000,
        ..defaults()
    };
    let (out, ended) = run(
        "try:\n    while True: print('é' * 7)\nfinally: print('x')",
        settings,
    );
    let ended = ended.expect("the output is stopped");
    assert!(ended.limit);
    assert!(out.len() <= 1000 && out.len() > 980, "{}", out.len());
    assert_eq!(ended.kind, "RuntimeError");
}

#[test]
fn recursion_is_an_exception_that_a_program_can_catch() {
    for text in [
        "def f(): f()",
        "class A:\n    def __repr__(self): return repr(self)\ndef f(): repr(A())",
        "class A:\n    def __eq__(self, o): return self == o\ndef f(): A() == A()",
        "class A:\n    def __getattr__(self, n): return getattr(self, n)\ndef f(): A().x",
        "class A:\n    @property\n    def x(self): return self.x\ndef f(): A().x",
        "class A:\n    def __call__(self): self()\ndef f(): A()()",
        "class A:\n    def __init__(self): A()\ndef f(): A()",
        "class A:\n    def __add__(self, o): return self + o\ndef f(): A() + 1",
        "def g(): yield from g()\ndef f(): list(g())",
        "def k(x): return sorted([2, 1], key=k)\ndef f(): k(1)",
        "class A:\n    def __str__(self): return f'{self}'\ndef f(): str(A())",
        "class A:\n    def __iter__(self): return iter(self)\ndef f(): list(A())",
        "class A:\n    def __hash__(self): return hash(self)\ndef f(): hash(A())",
        "class A:\n    def __setattr__(self, n, v): setattr(self, n, v)\ndef f(): A().x = 1",
        "class A:\n    def __getitem__(self, i): return self[i]\ndef f(): A()[0]",
        "x = []\nfor i in range(100_000): x = [x]\ndef f(): repr(x)",
        "x = y = ()\nfor i in range(100_000): x, y = (x,), (y,)\ndef f(): x == y",
        "x = ()\nfor i in range(100_000): x = (x,)\ndef f(): hash(x)",
        "class M(type):\n    def __call__(c): return c()\nclass A(metaclass=M): pass\ndef f(): A()",
    ] {
        let text = text.replace("def f(): A().x = 1", "def f():\n    A().x = 1");
        let text =
            format!("{text}\ntry:\n    f()\nexcept RecursionError as e:\n    print(str(e)[:32])\n");
        let (out, ended) = run(&text, defaults());
        assert_eq!(ended, None, "{text}");
        assert_eq!(out, "maximum recursion depth exceeded\n", "{text}");
    }
}

#[test]
fn deep_structures_are_dropped_without_recursion() {
    for text in [
        "x = None\nfor i in range(200_000): x = [x]",
        "x = None\nfor i in range(200_000): x = (x, {})",
        "x = None\nfor i in range(200_000): x = {'x': x}",
        "class N: pass\nx = None\nfor i in range(200_000):\n    n = N()\n    n.next = x\n    x = n\nn = None",
        "def f(x): return lambda: x\nx = None\nfor i in range(200_000): x = f(x)",
        "x = None\nfor i in range(100_000):\n    e = ValueError()\n    e.__context__ = x\n    x = e",
    ] {
        let (out, ended) = run(&format!("{text}\nx = None\nprint('done')"), defaults());
        assert_eq!((out.as_str(), ended), ("done\n", None), "{text}");
    }
}

#[test]
fn a_run_leaves_nothing_behind() {
    let text = "
class Node:
    def __init__(self, parent):
        self.parent = parent
        self.children = []
        if parent:
            parent.children.append(self)

root = Node(None)
for i in range(100):
    Node(root)
def gen():
    try:
        yield root
    finally:
        print('closed')
g = gen()
next(g)
cycle = {'f': lambda: cycle}
error = None
try:
    1 / 0
except ZeroDivisionError as e:
    error = e
";
    with_stack(|| {
        let mut left = Vec::new();
        for _ in 0..5 {
            let mut vm = Vm::new(defaults());
            let source = SourceText {
                name: "t.py",
                text,
                index: 0,
                statement: None,
            };
            assert_eq!(vm.run_source(source), Ok(()));
            vm.finish();
            left.push(Heap::bytes());
        }
        assert!(
            left.iter().all(|bytes| *bytes == left[0]),
            "bytes in use after each run: {left:?}"
        );
        assert_eq!(left[0], 0);
    });
}
