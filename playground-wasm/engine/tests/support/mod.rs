//! What the differential tests share: a program's output as the recorder has it.

use engine::{Limits, Options, Program, Source, SourceKind, Stream};
use recorded::Case;

/// What the engine prints for a program, as the recorder has it: of an uncaught exception only its type
/// and message.
pub fn output(case: &Case) -> String {
    let kind = if case.is_transcript() {
        SourceKind::Transcript
    } else {
        SourceKind::Script
    };
    let source = Source {
        name: case.file_name().to_owned(),
        text: case.text.clone(),
        kind,
        go_on: false,
    };
    let report = engine::run(
        &Program {
            sources: vec![source],
        },
        &Limits::default(),
        &Options::default(),
    );
    let mut failures = report.failures.iter();
    let mut text = String::new();
    for chunk in &report.chunks {
        match chunk.stream {
            Stream::Stdout => text.push_str(&chunk.text),
            Stream::Warning => text += &format!("{}\n", chunk.text),
            Stream::Traceback => {
                let failure = failures
                    .next()
                    .expect("each traceback belongs to a failure");
                let colon = if failure.message.is_empty() { "" } else { ": " };
                let end = format!("{}{colon}{}\n", failure.kind, failure.message);
                assert!(
                    chunk.text.ends_with(&end),
                    "{end:?} is not the end of {:?}",
                    chunk.text
                );
                text.push_str(&end);
            }
            Stream::Note => {}
        }
    }
    text
}
