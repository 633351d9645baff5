//! Small programs and their instructions.

use super::{error, function, module};

/// Compares instructions, without the comments that the disassembly adds.
fn check(text: &str, expected: &[&str]) {
    let lines: Vec<&str> = text
        .lines()
        .skip(1)
        .take_while(|line| line.starts_with(' '))
        .map(|line| line.split("  #").next().unwrap_or_default().trim())
        .filter(|line| !line.contains("->"))
        .map(|line| line.split_once(' ').map_or(line, |(_, op)| op))
        .collect();
    assert_eq!(lines, expected, "{text}");
}

#[test]
fn variables_are_read_in_their_registers() {
    check(
        &function("def f(a, b):\n    c = a + b\n    return c * a\n"),
        &[
            "Binary { op: Add, d: 2, a: 0, b: 1 }",
            "Binary { op: Mul, d: 3, a: 2, b: 0 }",
            "Return { s: 3 }",
            "Const { d: 3, k: 0 }",
            "Return { s: 3 }",
        ],
    );
}

#[test]
fn a_variable_that_may_be_unassigned_is_checked_once() {
    let text = function("def f(a):\n    if a:\n        b = 1\n    return b, b\n");
    assert_eq!(text.matches("CheckLocal { r: 1 }").count(), 1, "{text}");
    let text =
        function("def f(a):\n    if a:\n        b = 1\n    else:\n        b = 2\n    return b\n");
    assert!(!text.contains("CheckLocal"), "{text}");
    let text = function("def f(a):\n    while True:\n        b = 1\n        break\n    return b\n");
    assert!(!text.contains("CheckLocal"), "{text}");
}

#[test]
fn conditions_are_control_flow() {
    check(
        &function("def f(a, b):\n    while a < b and not a:\n        a += 1\n"),
        &[
            "SkipCompare { op: Lt, a: 0, b: 1 }",
            "Jump { to: 6 }",
            "SkipIfFalse { s: 0 }",
            "Jump { to: 6 }",
            "InPlaceInt { op: Add, d: 0, a: 0, b: 1 }",
            "LoopJump { to: 0 }",
            "Const { d: 2, k: 1 }",
            "Return { s: 2 }",
        ],
    );
}

#[test]
fn closures_share_cells() {
    let text = module("def f(a):\n    def g():\n        nonlocal a\n        a = 1\n    return g\n");
    assert!(text.contains("StoreCell { cell: 0, s: 0 }"), "{text}");
    assert!(text.contains("f.<locals>.g:"), "{text}");
}

#[test]
fn super_brings_its_class() {
    let text = module("class C:\n    def m(self):\n        return super().m()\n");
    assert!(text.contains("# __classcell__"), "{text}");
}

#[test]
fn what_cpythons_symbol_table_rejects() {
    assert_eq!(
        error("def f(a, a): pass"),
        "duplicate argument 'a' in function definition"
    );
    assert_eq!(
        error("def f(a):\n    global a"),
        "name 'a' is parameter and global"
    );
    assert_eq!(
        error("def f():\n    print(a)\n    global a"),
        "name 'a' is used prior to global declaration"
    );
    assert_eq!(
        error("def f():\n    nonlocal a"),
        "no binding for nonlocal 'a' found"
    );
    assert_eq!(
        error("nonlocal a"),
        "nonlocal declaration not allowed at module level"
    );
    assert_eq!(error("return 1"), "'return' outside function");
    assert_eq!(error("break"), "'break' outside loop");
    assert_eq!(
        error("[(yield 1) for x in y]"),
        "'yield' inside list comprehension"
    );
}
