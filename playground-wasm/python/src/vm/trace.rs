//! Reporting the lines that are executed, at no cost when nobody asked.

use std::rc::Rc;

use super::Vm;
use super::frame::Frame;
use crate::object::{Payload, Str, Value};

/// Gets each statement's line before it is executed. Code must have been compiled for it
/// ([`super::Settings::trace`]).
pub trait Tracer {
    /// A statement on a 1-based line of a source begins; `depth` counts the frames around it.
    fn line(
        &mut self,
        vm: &mut Vm,
        source: usize,
        line: usize,
        depth: usize,
        names: &[(Rc<Str>, Value)],
    );
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

    #[cold]
    pub(crate) fn trace_line(&mut self, frame: &Frame, line: u32) {
        let Some(source) = frame.code.file.index else {
            return;
        };
        let Some(mut tracer) = self.tracer.take() else {
            return;
        };
        let line = (line + frame.code.file.first_line) as usize;
        let names = frame_names(frame);
        let depth = self.depth;
        tracer.line(self, source, line, depth, &names);
        self.tracer = Some(tracer);
    }
}

fn frame_names(frame: &Frame) -> Vec<(Rc<Str>, Value)> {
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
