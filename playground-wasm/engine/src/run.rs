//! The doors of the engine.

use std::rc::Rc;

use python::code::SourceFile;
use python::compiler::{Mode, Options as CompileOptions};
use python::syntax;
use python::vm::{Channel, Ended, Piece, Settings, SourceText, Vm, with_stack};

use crate::orm::story;
use crate::report::{Recorder, graph};
use crate::{Chunk, Failure, Limits, Options, Outcome, Program, Report, SourceKind, Stream};

pub use python::{Statement, Token};

/// Runs a program in a fresh interpreter.
pub fn run(program: &Program, limits: &Limits, options: &Options) -> Report {
    with_stack(|| run_here(program, limits, options))
}

fn run_here(program: &Program, limits: &Limits, options: &Options) -> Report {
    let mut vm = Vm::new(Settings {
        fuel: limits.fuel,
        heap_bytes: limits.heap_bytes,
        recursion: limits.recursion,
        output_bytes: limits.output_bytes,
        trace: options.steps_of.is_some(),
    });
    let explain = options.explain || options.steps_of.is_some();
    let mut failures = Vec::new();
    crate::modules::register(&mut vm);
    let mut outcome = Outcome::Finished;
    let mut graphs = Vec::new();
    let mut trace = None;
    if explain {
        story::enable(&mut vm);
    }
    for (index, source) in program.sources.iter().enumerate() {
        let text = source.text.replace("\r\n", "\n");
        let recorder = (options.steps_of == Some(index))
            .then(|| Recorder::start(&mut vm, index, options.max_steps));
        let ended = match source.kind {
            SourceKind::Script => run_script(&mut vm, index, &source.name, &text, &mut failures),
            SourceKind::Transcript => run_transcript(&mut vm, index, &text, &mut failures),
        };
        if let Some(recorder) = recorder {
            trace = Some(recorder.finish(&mut vm));
        }
        if options.graph {
            let graph = vm.unpaid(|vm| graph::collect(vm, &[]));
            graphs.push(graph::draw(&graph, options.arrangement));
        }
        if let Some(failure) = ended {
            let limit = failure.limit;
            outcome = Outcome::Raised(failure);
            if limit || !source.go_on {
                break;
            }
        }
    }
    let chunks = vm.take_output().into_iter().map(chunk).collect();
    let fuel_used = vm.fuel_used();
    let explanations = if explain {
        story::take(&mut vm)
    } else {
        Vec::new()
    };
    vm.finish();
    Report {
        chunks,
        outcome,
        failures,
        fuel_used,
        graphs,
        explanations,
        trace,
    }
}

/// Runs a script; answers the exception that ended it.
fn run_script(
    vm: &mut Vm,
    index: usize,
    name: &str,
    text: &str,
    failures: &mut Vec<Failure>,
) -> Option<Failure> {
    let source = SourceText {
        name,
        text,
        index,
        statement: None,
    };
    let ended = vm.run_source(source).err()?;
    let failure = failure(index, ended);
    failures.push(failure.clone());
    Some(failure)
}

/// Runs the statements of a session one by one. Exceptions end a statement only, but for a limit: that ends the
/// session.
fn run_transcript(
    vm: &mut Vm,
    index: usize,
    text: &str,
    failures: &mut Vec<Failure>,
) -> Option<Failure> {
    for (number, statement) in statements(text).iter().enumerate() {
        let source = SourceText {
            name: "<stdin>",
            text: &statement.code,
            index,
            statement: Some((number, statement.line as u32 - 1)),
        };
        if let Err(ended) = vm.run_source(source) {
            let failure = failure(index, ended);
            failures.push(failure.clone());
            if failure.limit {
                return Some(failure);
            }
        }
    }
    None
}

fn failure(source: usize, ended: Ended) -> Failure {
    Failure {
        source,
        kind: ended.kind,
        message: ended.message,
        line: ended.line,
        columns: ended.columns,
        limit: ended.limit,
    }
}

fn chunk(piece: Piece) -> Chunk {
    Chunk {
        stream: match piece.channel {
            Channel::Out => Stream::Stdout,
            Channel::Warning => Stream::Warning,
            Channel::Traceback => Stream::Traceback,
            Channel::Note => Stream::Note,
        },
        source: piece.source,
        statement: piece.statement,
        line: piece.line,
        text: piece.text,
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
    let start = file.line_starts()[error.line(file) - 1] as usize;
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
