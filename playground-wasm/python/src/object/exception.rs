//! What an exception carries.

use std::rc::Rc;

use super::{Ref, Value};
use crate::code::Code;

/// One frame of a traceback.
#[derive(Clone)]
pub struct TraceEntry {
    /// The code that was executing.
    pub code: Rc<Code>,
    /// Index of its instruction.
    pub pc: u32,
}

/// The state of an exception instance.
#[derive(Default)]
pub struct ExceptionData {
    /// `args`
    pub args: Vec<Value>,
    /// `__cause__`
    pub cause: Option<Ref>,
    /// `__context__`
    pub context: Option<Ref>,
    /// `__suppress_context__`
    pub suppress_context: bool,
    /// `__traceback__`, innermost frame first.
    pub traceback: Vec<TraceEntry>,
    /// Whether one of the run's limits raised this: no handler of the program sees it.
    pub limit: bool,
    /// Where the text is wrong, for SyntaxError. (`value` of StopIteration, `name` of NameError, `__notes__`
    /// and the like are attributes of the instance.)
    pub syntax: Option<Box<SyntaxDetails>>,
}

/// Where a SyntaxError points.
#[derive(Clone, Default)]
pub struct SyntaxDetails {
    /// File name.
    pub file: String,
    /// 1-based line.
    pub line: usize,
    /// 1-based column in characters.
    pub column: usize,
    /// 1-based line of the end.
    pub end_line: usize,
    /// 1-based column of the end, in characters; 0 if unknown.
    pub end_column: usize,
    /// The text of the line.
    pub text: String,
}
