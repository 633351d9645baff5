//! The engine beside real SQLAlchemy: every program of `conformance/` must print what was recorded.
//!
//! `tools/record.py` says what is recorded; to add a program, write it, record it with an interpreter that
//! has the pinned SQLAlchemy, and read what was recorded.

use engine::{Limits, Options, Program, Source, SourceKind, Stream};
use recorded::Case;
use std::path::{Path, PathBuf};
use std::process::Command;

fn here(part: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(part)
}

/// The output as the recorder has it: of an uncaught exception only its type and message.
fn output(case: &Case) -> String {
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

#[test]
fn programs_print_what_sqlalchemy_printed() {
    recorded::check(&here("conformance"), output);
}

/// The recordings themselves are checked wherever a Python with the pinned SQLAlchemy is to be found:
/// `ORACLE_PYTHON`, else the repository's `.venv`.
#[test]
fn recordings_are_what_sqlalchemy_prints_today() {
    let venv = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv/bin/python");
    let python = std::env::var_os("ORACLE_PYTHON").map_or(venv, PathBuf::from);
    let version = Command::new(&python)
        .args(["-c", "import sqlalchemy; print(sqlalchemy.__version__)"])
        .output();
    let found = version.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    if found.as_deref().unwrap_or_default() != "2.1.9" {
        println!("not checked: {} has no SQLAlchemy 2.1.9", python.display());
        return;
    }
    let run = Command::new(&python)
        .args([
            here("tools/record.py"),
            "--check".into(),
            here("conformance"),
        ])
        .output()
        .expect("the recorder runs");
    let text = String::from_utf8_lossy(&run.stdout);
    println!("{text}");
    assert!(
        run.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&run.stderr)
    );
}
