//! Errors as CPython words and places them.

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

/// What is reported for a text: class, message, line, column, end line, end column.
fn reported(text: &str) -> String {
    let file = SourceFile::new("t.py", text, None);
    match super::check(
        &file,
        Options {
            print_statement: false,
            ..Options::new(Mode::Module)
        },
    ) {
        Ok(()) => "\t\t\t\t\t".to_owned(),
        Err(error) => {
            let details = error.details(&file);
            format!(
                "{}\t{}\t{}\t{}\t{}\t{}",
                error.class_name(),
                error.message,
                details.line,
                details.column,
                details.end_line,
                details.end_column
            )
        }
    }
}

#[test]
fn show() {
    let Ok(path) = std::env::var("ERRORS") else {
        return;
    };
    let (mut all, mut same, mut message) = (0, 0, 0);
    for row in std::fs::read_to_string(path).unwrap().lines() {
        let (text, expected) = row.split_once('\t').unwrap();
        let expected = unescape(expected);
        let actual = reported(&unescape(text));
        all += 1;
        let words = |row: &str| {
            row.split('\t')
                .take(3)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let same_message = words(&expected) == words(&actual);
        same += usize::from(expected == actual);
        message += usize::from(same_message);
        if expected != actual {
            println!(
                "{} {text}\n    {expected}\n    {actual}",
                if same_message { "~" } else { "!" }
            );
        }
    }
    println!("{same} the same, {message} with the same message and line, of {all}");
}
