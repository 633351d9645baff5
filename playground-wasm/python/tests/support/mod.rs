//! Running a program as the recorder does, and finding CPython.

use python::vm::{Channel, Piece, Settings, SourceText, Vm};
use recorded::Case;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file or folder of `tests/`.
pub fn here(part: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(part)
}

/// A CPython 3.11: `ORACLE_PYTHON`, else the repository's `.venv`, else what the system has, if one is.
pub fn cpython() -> Option<PathBuf> {
    let venv = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv/bin/python");
    let named = std::env::var_os("ORACLE_PYTHON").map(PathBuf::from);
    let version =
        "import platform; print(platform.python_implementation(), platform.python_version())";
    let is_right = |python: &PathBuf| {
        let found = Command::new(python).args(["-c", version]).output();
        found.is_ok_and(|output| output.stdout.starts_with(b"CPython 3.11."))
    };
    let found = named
        .into_iter()
        .chain([venv, "python3.11".into()])
        .find(is_right);
    if found.is_none() {
        println!("not compared: there is no CPython 3.11");
    }
    found
}

/// Runs a script of `tests/` and answers what it printed.
///
/// # Panics
/// When it fails.
pub fn tool(python: &Path, script: &str, arguments: &[&str]) -> String {
    let run = Command::new(python)
        .arg(here(script))
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", python.display()));
    let text = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(
        run.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&run.stderr)
    );
    text
}

/// What a program prints, standard output and standard error in one stream.
pub fn output(case: &Case) -> String {
    python::vm::with_stack(|| run(case))
}

fn run(case: &Case) -> String {
    let mut vm = Vm::new(Settings::default());
    if case.is_transcript() {
        for (number, statement) in python::syntax::statements(&case.text).iter().enumerate() {
            let text = &statement.code;
            let source = SourceText {
                name: "<stdin>",
                text,
                index: 0,
                statement: Some((number, 0)),
            };
            let _ = vm.run_source(source);
        }
    } else {
        let source = SourceText {
            name: case.file_name(),
            text: &case.text,
            index: 0,
            statement: None,
        };
        let _ = vm.run_source(source);
    }
    let pieces = vm.take_output();
    vm.finish();
    pieces.iter().map(|piece| shown(case, piece)).collect()
}

/// The recorder elides the frames of methods that `dataclasses` writes.
fn without_generated(text: &str) -> String {
    let generated = |line: &&str| {
        line.starts_with("  File \"<string>\", line ") && line.ends_with(", in __init__\n")
    };
    text.split_inclusive('\n')
        .filter(|line| !generated(line))
        .collect()
}

/// A piece of output as a terminal shows it; a warning as CPython does, with its place and its line.
fn shown(case: &Case, piece: &Piece) -> String {
    match piece.channel {
        Channel::Out => piece.text.clone(),
        Channel::Traceback => without_generated(&piece.text),
        Channel::Note => String::new(),
        // A text that the program made has no line to show.
        Channel::Warning if piece.text.starts_with('<') => format!("{}\n", piece.text),
        Channel::Warning => {
            let line = case
                .text
                .lines()
                .nth(piece.line.saturating_sub(1))
                .unwrap_or_default();
            format!(
                "{}:{}: {}\n  {}\n",
                case.file_name(),
                piece.line,
                piece.text,
                line.trim()
            )
        }
    }
}
