//! Reporting the lines that are executed, at no cost when nobody asked.

use std::rc::Rc;

use super::Vm;
use super::frame::Frame;
use crate::code::{Code, Op, Scope};
use crate::object::{Payload, Str, Value};

/// A statement that is about to be executed.
pub struct Line<'a> {
    /// Index of its source.
    pub source: usize,
    /// Its 1-based line.
    pub line: usize,
    /// How many calls of the program's functions surround it: 0 outside functions.
    pub depth: usize,
    /// The function that it belongs to, by its qualified name; `None` outside functions.
    pub function: Option<&'a str>,
    /// The function's own variables that have a value; none outside functions.
    pub variables: &'a [(Rc<Str>, Value)],
}

/// Gets each statement's line before it is executed. Code must have been compiled for it
/// ([`super::Settings::trace`]).
///
/// Whatever steps it takes are not the program's, and are given back. It must not run the program's code.
pub trait Tracer {
    /// A statement begins.
    fn line(&mut self, vm: &mut Vm, line: &Line<'_>);
}

impl Vm {
    /// Reports lines from now on.
    pub fn set_tracer(&mut self, tracer: Box<dyn Tracer>) {
        self.tracer = Some(tracer);
    }

    /// Ends the reporting, and gives the tracer back.
    pub fn take_tracer(&mut self) -> Option<Box<dyn Tracer>> {
        self.tracer.take()
    }

    /// Does something for the host whose steps the program does not pay.
    pub fn unpaid<T>(&mut self, work: impl FnOnce(&mut Vm) -> T) -> T {
        let meter = self.meter;
        let fuel = std::mem::replace(&mut self.settings.fuel, u64::MAX);
        let result = work(self);
        self.settings.fuel = fuel;
        self.meter = meter;
        result
    }

    #[cold]
    pub(crate) fn trace_line(&mut self, frame: &Frame, line: u32) {
        let Some(source) = frame.code.file.index else {
            return;
        };
        let Some(mut tracer) = self.tracer.take() else {
            return;
        };
        // A comprehension has a frame, but is no call to the reader.
        let called = |code: &Code| {
            code.scope == Scope::Function
                && code.file.index.is_some()
                && code.locals.first().is_none_or(|name| &***name != ".0")
        };
        let function = called(&frame.code);
        let waiting = self.frames.iter().filter(|frame| called(&frame.code));
        let depth = waiting.count() + usize::from(function);
        let variables = if function {
            variables(frame)
        } else {
            Vec::new()
        };
        let line = Line {
            source,
            line: (line + frame.code.file.first_line) as usize,
            depth,
            function: function.then_some(&**frame.code.qualname),
            variables: &variables,
        };
        self.unpaid(|vm| tracer.line(vm, &line));
        self.tracer = Some(tracer);
    }

    /// Of the instructions that a loop has jumped over, those that are only there for the tracer.
    #[cold]
    pub(crate) fn lines_between(&self, frame: &Frame, from: usize, to: usize) -> u64 {
        let ops = &frame.code.ops[from.min(to)..from.max(to)];
        ops.iter()
            .filter(|op| matches!(op, Op::Line { .. }))
            .count() as u64
    }
}

fn variables(frame: &Frame) -> Vec<(Rc<Str>, Value)> {
    let locals = frame.code.locals.iter().zip(&frame.regs);
    let mut names: Vec<(Rc<Str>, Value)> = locals
        .filter(|(name, value)| !value.is_unbound() && !name.starts_with('.'))
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let cells = frame.code.cells.iter().chain(&*frame.code.free);
    for (name, cell) in cells.zip(&frame.cells) {
        if let Payload::Cell(value) = &cell.payload
            && !value.borrow().is_unbound()
        {
            names.push((name.clone(), value.borrow().clone()));
        }
    }
    names
}
