//! Programs broken at random: tokens, errors and code may be anything, but nothing may panic.

use std::path::Path;

use crate::code::SourceFile;
use crate::compiler::{Mode, Options};

/// A generator of numbers that are random enough and the same every time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % bound.max(1)
    }
}

/// What is put into programs to break them.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "'",
    "\"",
    "'''",
    "\\",
    "\n",
    "    ",
    "\t",
    ":",
    ",",
    "=",
    "==",
    ":=",
    "*",
    "**",
    "->",
    ".",
    "...",
    "@",
    "lambda ",
    "yield ",
    "await ",
    "async ",
    "not ",
    "if ",
    "else ",
    "for x in ",
    "match x:\n",
    "case ",
    "print x",
    "f'{",
    "f\"{x!",
    ":>{",
    "0x",
    "1_",
    "1e",
    "é",
    "€",
    "\u{a0}",
    "\0",
    "\r",
    "#",
    "global x\n",
    "nonlocal x\n",
    "class C:\n",
    "def f(",
    "return",
    "break",
    "import ",
    "from . import *",
    "del ",
    "with a as ",
    "except ",
    "try:\n",
    "finally:\n",
    "raise ",
    "type X = ",
    "t''",
    "b'",
    "\\N{",
    "\\x",
    "`",
    "$",
    "?",
    "!",
    ";",
];

fn programs(folder: &Path, found: &mut Vec<String>) {
    let mut entries: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of programs")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            programs(&path, found);
        } else if path
            .extension()
            .is_some_and(|extension| extension == "py" || extension == "pycon")
        {
            found.extend(std::fs::read_to_string(&path).ok());
        }
    }
}

fn boundary(text: &str, at: usize) -> usize {
    (at..=text.len())
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(text.len())
}

fn broken(text: &str, numbers: &mut Numbers) -> String {
    let mut text = text.to_owned();
    // Short ones, so that there are many.
    let start = boundary(&text, numbers.below(text.len()));
    let end = boundary(&text, (start + 300).min(text.len()));
    text = text[start..end].to_owned();
    for _ in 0..=numbers.below(4) {
        let at = boundary(&text, numbers.below(text.len() + 1));
        match numbers.below(3) {
            0 => text.insert_str(at, PIECES[numbers.below(PIECES.len())]),
            1 => text.truncate(at),
            _ => {
                let to = boundary(&text, (at + numbers.below(8)).min(text.len()));
                text.replace_range(at..to, "");
            }
        }
    }
    text
}

/// `BROKEN` says how many.
#[test]
fn broken_programs_are_no_danger() {
    let count = std::env::var("BROKEN")
        .ok()
        .and_then(|count| count.parse().ok())
        .unwrap_or(3000);
    let mut texts = Vec::new();
    programs(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs"),
        &mut texts,
    );
    let mut numbers = Numbers(
        std::env::var("SEED")
            .ok()
            .and_then(|seed| seed.parse().ok())
            .unwrap_or(11),
    );
    for _ in 0..count {
        let text = broken(&texts[numbers.below(texts.len())], &mut numbers);
        let survives = std::panic::catch_unwind(|| {
            for mode in [Mode::Module, Mode::Single, Mode::Eval] {
                let file = SourceFile::new("broken.py", &text, None);
                if let Err(error) = crate::syntax::check(&file, Options::new(mode)) {
                    let _ = error.details(&file);
                }
            }
            let _ = crate::syntax::tokens(&text);
            let _ = crate::syntax::transcript_tokens(&text);
            let _ = crate::syntax::statements(&text);
        });
        assert!(survives.is_ok(), "{text:?}");
    }
}
