//! What the differential tests share: a program's output as the recorder has it.

use engine::{Failure, Limits, Options, Program, Source, SourceKind, Stream};
use recorded::Case;
use std::iter::Peekable;

/// A recorded program, as the engine takes it.
pub fn program(case: &Case) -> Program {
    let kind = if case.is_transcript() {
        SourceKind::Transcript
    } else {
        SourceKind::Script
    };
    Program {
        sources: vec![Source {
            name: case.file_name().to_owned(),
            text: case.text.clone(),
            kind,
            go_on: false,
        }],
    }
}

/// What the engine prints for a program, as the recorder has it: of an uncaught exception only its type
/// and message.
#[allow(dead_code, reason = "not every test prints")]
pub fn output(case: &Case) -> String {
    let report = engine::run(&program(case), &Limits::default(), &Options::default());
    let mut failures = report.failures.iter().peekable();
    let mut text = String::new();
    for chunk in &report.chunks {
        match chunk.stream {
            Stream::Stdout => text.push_str(&chunk.text),
            Stream::Warning => text += &format!("{}\n", chunk.text),
            Stream::Traceback => text += &ending(&chunk.text, &mut failures),
            Stream::Note => {}
        }
    }
    text
}

/// Of an uncaught exception the type and the message. (What `SystemExit` prints is no failure, and stays.)
fn ending<'a>(
    traceback: &str,
    failures: &mut Peekable<impl Iterator<Item = &'a Failure>>,
) -> String {
    let end = |failure: &Failure| {
        let colon = if failure.message.is_empty() { "" } else { ": " };
        format!("{}{colon}{}\n", failure.kind, failure.message)
    };
    let failure = failures.next_if(|failure| traceback.ends_with(&end(failure)));
    failure.map_or_else(|| traceback.to_owned(), end)
}
