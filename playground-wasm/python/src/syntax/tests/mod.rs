//! Errors as CPython words and places them.

mod broken;

use crate::code::SourceFile;
use crate::compiler::{Mode, Options};

/// Undoes the escapes of the recorded table.
fn unescape(text: &str) -> String {
    let mut result = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        result.push(match c {
            '\\' => match chars.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                Some(other) => other,
                None => '\\',
            },
            other => other,
        });
    }
    result
}

/// What is reported for a text: class, message, line, column.
fn reported(text: &str) -> String {
    let file = SourceFile::new("t.py", text, None);
    let options = Options {
        print_statement: false,
        ..Options::new(Mode::Module)
    };
    match super::check(&file, options) {
        Ok(()) => "\t\t\t".to_owned(),
        Err(error) => {
            let details = error.details(&file);
            let (class, message) = (error.class_name(), &error.message);
            format!("{class}\t{message}\t{}\t{}", details.line, details.column)
        }
    }
}

/// `syntax_errors.tsv` was recorded by `record_syntax_errors.py`.
#[test]
fn errors_are_worded_and_placed_as_cpython_does() {
    let table = include_str!("../../../tests/syntax_errors.tsv");
    let mut differences = Vec::new();
    for row in table.lines() {
        let (text, expected) = row.split_once('\t').expect("a tab behind the text");
        let expected = unescape(expected);
        let actual = reported(&unescape(text));
        // At the end of a file nothing is marked, other than in a string.
        let unmarked = actual
            .strip_suffix("\t0")
            .and_then(|actual| expected.strip_prefix(actual));
        if expected != actual && unmarked.is_none() {
            differences.push(format!("{text}\n    {expected}\n    {actual}"));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn what_is_not_spoken_is_said_so() {
    let cases = [
        (
            "async def f(): pass\n",
            "'async def' is not supported in the playground",
        ),
        (
            "try: pass\nexcept* A: pass\n",
            "'except*' is not supported in the playground",
        ),
        (
            "1j\n",
            "a complex number is not supported in the playground",
        ),
        (
            "'\\N{DIGIT ONE}'\n",
            "a character by its name, '\\N{...}', is not supported in the playground",
        ),
    ];
    for (text, message) in cases {
        let expected = format!("NotImplementedError\t{message}\t");
        assert!(reported(text).starts_with(&expected), "{}", reported(text));
    }
}
