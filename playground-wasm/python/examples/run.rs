//! Runs a script: `cargo run -p python --example run -- FILE`.

use std::process::ExitCode;

use python::vm::{Channel, Settings, SourceText, Vm};

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
    let mut vm = Vm::new(Settings {
        fuel: u64::MAX,
        ..Settings::default()
    });
    let ended = vm.run_source(SourceText {
        name: &path,
        text: &text,
        index: 0,
        statement: None,
    });
    for piece in vm.take_output() {
        match piece.channel {
            Channel::Out => print!("{}", piece.text),
            Channel::Traceback => eprint!("{}", piece.text),
            Channel::Warning | Channel::Note => eprintln!("{}", piece.text),
        }
    }
    vm.finish();
    ExitCode::from(u8::from(ended.is_err()))
}
