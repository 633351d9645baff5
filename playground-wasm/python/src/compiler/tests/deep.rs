//! Deeply nested texts end in an error, never in an overflow of the stack, which is small here.

use super::compiled;

/// Compiles on a stack of two megabytes; answers whether it did, or the error.
fn on_small_stack(text: String) -> Result<(), String> {
    let compile = move || compiled(&text).map(drop).map_err(|error| error.message);
    std::thread::Builder::new()
        .stack_size(2 << 20)
        .spawn(compile)
        .expect("a thread")
        .join()
        .expect("no panic")
}

#[test]
fn thousands_of_anything_are_no_danger() {
    let texts: Vec<fn(usize) -> String> = vec![
        |n| format!("{}x", "-".repeat(n)),
        |n| format!("{}x", "not ".repeat(n)),
        |n| format!("{}1", "lambda: ".repeat(n)),
        |n| format!("x{}", ".a".repeat(n)),
        |n| format!("x{}", "()".repeat(n)),
        |n| format!("x{}", "[0]".repeat(n)),
        |n| format!("x{}", " + x".repeat(n)),
        |n| format!("x{}", " ** x".repeat(n)),
        |n| format!("x{}", " and x".repeat(n)),
        |n| format!("x{}", " < x".repeat(n)),
        |n| format!("x{}", " if x else x".repeat(n)),
        |n| format!("{}x{}", "(".repeat(n), ")".repeat(n)),
        |n| format!("{}x{}", "[".repeat(n), "]".repeat(n)),
        |n| format!("{}x{}", "{0: ".repeat(n), "}".repeat(n)),
        |n| format!("{}x{}", "f(".repeat(n), ")".repeat(n)),
        |n| format!("{}x{}", "x[-".repeat(n), "]".repeat(n)),
        |n| format!("x = {}", "a, ".repeat(n)),
        |n| format!("{}1", "x = ".repeat(n)),
        |n| format!("if x: pass\n{}", "elif x: pass\n".repeat(n)),
        |n| format!("with {} as b: pass\n", vec!["a"; n].join(", ")),
        |n| format!("[x {}]", "for x in y ".repeat(n)),
        |n| format!("[x for x in y {}]", "if x ".repeat(n)),
        |n| format!("match x:\n case {}a: pass", "1 | ".repeat(n)),
        |n| format!("match x:\n case {}a{}: pass", "[".repeat(n), "]".repeat(n)),
        |n| format!("{}def f(): pass", "@x\n".repeat(n)),
        |n| {
            (0..n)
                .map(|depth| format!("{}if x:\n", " ".repeat(depth)))
                .collect()
        },
        |n| {
            (0..n)
                .map(|depth| format!("{}def f():\n", " ".repeat(depth)))
                .collect()
        },
        |n| {
            (0..n)
                .map(|depth| format!("{}try:\n", " ".repeat(depth)))
                .collect()
        },
    ];
    for text in texts {
        for count in [50, 99, 190, 240, 370, 1000, 2990, 20_000] {
            let text = text(count);
            let begin = text.chars().take(20).collect::<String>();
            let result = on_small_stack(text);
            if count == 20_000 && !is_flat(&begin) {
                assert!(result.is_err(), "{begin}");
            }
        }
    }
}

/// Whether a text of this kind is long, but not deep.
fn is_flat(text: &str) -> bool {
    [
        "x and",
        "x <",
        "a, ",
        "x = ",
        "if x: pass",
        "[x for x in y if",
        "@x",
    ]
    .iter()
    .any(|flat| text.starts_with(flat) || text.contains("= a, "))
}

#[test]
fn nested_brackets_and_blocks_fail_as_in_cpython() {
    let nested = |n: usize| on_small_stack(format!("{}{}", "(".repeat(n), ")".repeat(n)));
    assert_eq!(nested(200), Ok(()));
    assert_eq!(nested(201), Err("too many nested parentheses".to_owned()));
    let blocks = |n: usize| {
        let headers = (0..n).map(|depth| format!("{}while x:\n", " ".repeat(depth)));
        on_small_stack(format!(
            "{}{}pass\n",
            headers.collect::<String>(),
            " ".repeat(n)
        ))
    };
    assert_eq!(blocks(20), Ok(()));
    assert_eq!(
        blocks(21),
        Err("too many statically nested blocks".to_owned())
    );
    assert_eq!(
        blocks(100),
        Err("too many levels of indentation".to_owned())
    );
}
