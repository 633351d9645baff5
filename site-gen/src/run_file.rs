//! `site-gen run FILE`: a file on the native engine, as `python FILE` would run it.

use std::io::{self, Read, Write};
use std::path::Path;

use engine::{Chunk, Limits, Options, Outcome, Program, Report, Source, SourceKind, Stream};

/// The exit status after an uncaught exception.
const RAISED: u8 = 1;
/// The exit status when the file cannot be read.
const UNREADABLE: u8 = 2;

/// Runs a file; `-` is standard input. Answers the exit status.
pub fn run_file(path: &Path) -> u8 {
    let (name, text) = match read(path) {
        Ok(read) => read,
        Err(error) => {
            anstream::eprintln!("site-gen: cannot read {}: {error}", path.display());
            return UNREADABLE;
        }
    };
    let kind = match path.extension() {
        Some(extension) if extension == "pycon" => SourceKind::Transcript,
        _ => SourceKind::Script,
    };
    let source = Source {
        name,
        text,
        kind,
        go_on: false,
    };
    let report = on_a_large_stack(Program {
        sources: vec![source],
    });
    match print(
        &report.chunks,
        &mut io::stdout().lock(),
        &mut io::stderr().lock(),
    ) {
        // A reader that has gone away, as in `site-gen run x.py | head`, wants no more.
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            anstream::eprintln!("site-gen: cannot write the output: {error}");
            return RAISED;
        }
        _ => {}
    }
    match report.outcome {
        Outcome::Finished => 0,
        Outcome::Raised(_) => RAISED,
    }
}

fn read(path: &Path) -> io::Result<(String, String)> {
    let mut bytes = Vec::new();
    let name = if path == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes)?;
        "<stdin>".to_owned()
    } else {
        bytes = std::fs::read(path)?;
        path.display().to_string()
    };
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        io::Error::new(
            io::ErrorKind::InvalidData,
            format!("it is not UTF-8 at byte {at}"),
        )
    })?;
    Ok((name, text))
}

/// The main thread's stack is the system's; Python's recursion limit is to be met before its end.
fn on_a_large_stack(program: Program) -> Report {
    let run = move || engine::run(&program, &Limits::default(), &Options::default());
    let thread = std::thread::Builder::new().stack_size(64 << 20).spawn(run);
    match thread.expect("the system gives out threads").join() {
        Ok(report) => report,
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// Prints chunks in program order, also where both streams are the same file: what goes to the one is
/// flushed before the other is written to.
fn print(chunks: &[Chunk], stdout: &mut impl Write, stderr: &mut impl Write) -> io::Result<()> {
    for chunk in chunks {
        match chunk.stream {
            Stream::Stdout => {
                stdout.write_all(chunk.text.as_bytes())?;
                stdout.flush()?;
            }
            Stream::Warning => writeln!(stderr, "{}", chunk.text)?,
            Stream::Traceback => stderr.write_all(chunk.text.as_bytes())?,
            Stream::Note => writeln!(stderr, "note: {}", chunk.text)?,
        }
        stderr.flush()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_stream_in_its_form() {
        let chunk = |stream, text: &str| Chunk {
            stream,
            source: 0,
            statement: None,
            line: 1,
            text: text.into(),
        };
        let chunks = [
            chunk(Stream::Stdout, "a\nb"),
            chunk(Stream::Warning, "SAWarning: careful"),
            chunk(Stream::Note, "print is a function"),
            chunk(Stream::Traceback, "Traceback\nE: x\n"),
        ];
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        print(&chunks, &mut stdout, &mut stderr).unwrap();
        assert_eq!(stdout, b"a\nb");
        assert_eq!(
            String::from_utf8(stderr).unwrap(),
            "SAWarning: careful\nnote: print is a function\nTraceback\nE: x\n"
        );
    }
}
