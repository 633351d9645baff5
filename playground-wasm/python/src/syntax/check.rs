//! Looks for errors without running anything.

use std::rc::Rc;

use num_bigint::BigInt;

use super::SyntaxError;
use crate::code::SourceFile;
use crate::compiler::{Compiled, Constants, Options, compile};
use crate::object::{Str, Value};

/// The error that compiling a text would end in.
pub fn check(file: &Rc<SourceFile>, options: Options) -> Result<(), Box<SyntaxError>> {
    let Compiled { .. } = compile(file, options, &mut NoConstants)?;
    Ok(())
}

/// Constants for code that is thrown away.
struct NoConstants;

impl Constants for NoConstants {
    fn intern(&mut self, text: &str) -> Rc<Str> {
        Rc::new(Str::from(text))
    }

    fn int(&mut self, _: BigInt) -> Value {
        Value::None
    }

    fn tuple(&mut self, _: Vec<Value>) -> Value {
        Value::None
    }

    fn bytes(&mut self, _: &[u8]) -> Value {
        Value::None
    }
}
