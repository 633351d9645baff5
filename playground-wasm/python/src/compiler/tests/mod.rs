//! What programs are compiled to.

mod deep;
mod programs;

use super::{Mode, Options, compile, disassemble};
use crate::code::SourceFile;
use crate::syntax::SyntaxError;
use crate::vm::{Settings, Vm};

/// The disassembly of a module.
fn compiled(text: &str) -> Result<String, Box<SyntaxError>> {
    let file = SourceFile::new("test.py", text, None);
    let mut vm = Vm::new(Settings::default());
    let compiled = compile(&file, Options::new(Mode::Module), &mut vm)?;
    Ok(disassemble(&compiled.code))
}

/// The disassembly of a module that compiles.
fn module(text: &str) -> String {
    compiled(text).unwrap_or_else(|error| panic!("{error:?}"))
}

/// The disassembly of the function `f` of a module.
fn function(text: &str) -> String {
    let all = module(text);
    let begin = all.find("\nf:\n").expect("a function named f") + 1;
    all[begin..].to_owned()
}

/// The error of a module.
fn error(text: &str) -> String {
    compiled(text).expect_err(text).message
}
