//! Runs a script or a session under the usual limits, or more steps: `FUEL=2000000000 cargo run -p python
//! --example run -- FILE`.

use std::process::ExitCode;

use python::syntax::statements;
use python::vm::{Channel, Settings, SourceText, Vm, with_stack};

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("usage: run FILE");
        return ExitCode::from(2);
    };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::from(2);
        }
    };
    with_stack(|| run(&path, &text))
}

fn run(path: &str, text: &str) -> ExitCode {
    let mut settings = Settings::default();
    if let Some(fuel) = std::env::var("FUEL")
        .ok()
        .and_then(|text| text.parse().ok())
    {
        settings.fuel = fuel;
    }
    let mut vm = Vm::new(settings);
    let failed = if path.ends_with(".pycon") {
        run_session(&mut vm, text);
        false
    } else {
        let name = path.rsplit('/').next().unwrap_or(path);
        let source = SourceText {
            name,
            text,
            index: 0,
            statement: None,
        };
        vm.run_source(source).is_err()
    };
    for piece in vm.take_output() {
        match piece.channel {
            Channel::Out => print!("{}", piece.text),
            Channel::Traceback => eprint!("{}", piece.text),
            Channel::Warning | Channel::Note => eprintln!("{}", piece.text),
        }
    }
    vm.finish();
    ExitCode::from(u8::from(failed))
}

/// What the prompt shows after each statement goes to the output as it comes.
fn run_session(vm: &mut Vm, text: &str) {
    for (number, statement) in statements(text).iter().enumerate() {
        let source = SourceText {
            name: "<stdin>",
            text: &statement.code,
            index: 0,
            statement: Some((number, statement.line as u32 - 1)),
        };
        // The exception has been shown; the session goes on.
        let _ = vm.run_source(source);
    }
}
