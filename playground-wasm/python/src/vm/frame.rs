//! Frames: a block being executed, with its registers.

use std::cell::RefCell;
use std::rc::Rc;

use super::Vm;
use crate::code::{Code, Reg};
use crate::object::{Object, Payload, Ref, Value};

/// What becomes of a frame's result.
pub(crate) enum Then {
    /// It answers the Rust function that started the frame.
    Rust,
    /// It goes into a register of the calling frame.
    Store(Reg),
    /// It must be `None`, and the instance goes into a register: the frame is an `__init__`.
    Init(Reg, Value),
    /// The frame is a generator's that the caller's loop steps: what it yields goes into the first register;
    /// when it returns, the second one is cleared.
    Next(Reg, Reg),
    /// The frame is a generator's that the caller's `yield from` steps: what it returns goes into the first
    /// register; the second one, its iterator, is cleared.
    Delegate(Reg, Reg),
    /// It is not needed: the frame is a property's setter.
    Discard,
}

/// A block being executed.
pub(crate) struct Frame {
    pub code: Rc<Code>,
    /// The instruction to execute next, while the frame waits.
    pub pc: usize,
    /// The first temporary.
    pub first: Reg,
    pub regs: Vec<Value>,
    /// Cells made by the frame, then those taken over.
    pub cells: Vec<Ref>,
    /// The module's namespace.
    pub globals: Ref,
    /// Where a class body or a module keeps its names: a mapping; `Unbound` in functions.
    pub namespace: Value,
    /// The exception that was being handled when the frame was entered.
    pub handled: Option<Ref>,
    /// The exception that a suspended generator itself was handling.
    pub own_handled: Option<Ref>,
    pub then: Then,
    /// The generator that the frame belongs to.
    pub generator: Option<Ref>,
    /// What was sent into a generator that is inside `yield from`.
    pub sent: Value,
}

impl Frame {
    /// Reads a register, as [`crate::code`] says: a temporary is consumed. (An integer may stay behind in a
    /// temporary: it keeps nothing alive.)
    #[inline(always)]
    pub fn take(&mut self, r: Reg) -> Value {
        let slot = &mut self.regs[r as usize];
        match slot {
            Value::Int(value) => Value::Int(*value),
            _ if r >= self.first => std::mem::take(slot),
            _ => slot.clone(),
        }
    }

    /// Consumes a temporary that is not needed any more.
    #[inline(always)]
    pub fn consume(&mut self, r: Reg) {
        if r >= self.first {
            self.regs[r as usize] = Value::Unbound;
        }
    }

    /// Writes a register.
    #[inline(always)]
    pub fn set(&mut self, r: Reg, value: Value) {
        self.regs[r as usize] = value;
    }

    /// Writes an integer into a register, which often holds one already.
    #[inline(always)]
    pub fn set_int(&mut self, r: Reg, value: i64) {
        match &mut self.regs[r as usize] {
            Value::Int(slot) => *slot = value,
            slot => *slot = Value::Int(value),
        }
    }
}

impl Vm {
    /// A frame for a block, its registers `Unbound`.
    #[inline]
    pub(crate) fn new_frame(
        &mut self,
        code: &Rc<Code>,
        globals: &Ref,
        closure: &[Ref],
        then: Then,
    ) -> Box<Frame> {
        let mut frame = match self.pool.pop() {
            Some(mut frame) => {
                if !Rc::ptr_eq(&frame.code, code) {
                    frame.code = code.clone();
                }
                if !Rc::ptr_eq(&frame.globals, globals) {
                    frame.globals = globals.clone();
                }
                frame.pc = 0;
                frame.first = code.first_temporary();
                frame.then = then;
                frame
            }
            None => Box::new(Frame {
                code: code.clone(),
                pc: 0,
                first: code.first_temporary(),
                regs: Vec::new(),
                cells: Vec::new(),
                globals: globals.clone(),
                namespace: Value::Unbound,
                handled: None,
                own_handled: None,
                then,
                generator: None,
                sent: Value::Unbound,
            }),
        };
        if frame.regs.len() != code.registers as usize {
            frame
                .regs
                .resize_with(code.registers as usize, Value::default);
        }
        if !code.cells.is_empty() || !closure.is_empty() {
            for _ in 0..code.cells.len() {
                frame.cells.push(self.new_cell(Value::Unbound));
            }
            frame.cells.extend_from_slice(closure);
        }
        frame
    }

    /// Takes a finished frame apart; objects that only it held die here.
    #[inline]
    pub(crate) fn recycle(&mut self, mut frame: Box<Frame>) {
        for slot in &mut frame.regs {
            *slot = Value::Unbound;
        }
        if !frame.cells.is_empty() {
            frame.cells.clear();
        }
        if !frame.namespace.is_unbound() {
            frame.namespace = Value::Unbound;
        }
        frame.handled = None;
        frame.own_handled = None;
        frame.generator = None;
        frame.sent = Value::Unbound;
        if self.pool.len() < 64 {
            self.pool.push(frame);
        }
    }

    /// A `cell` object.
    pub(crate) fn cell(&mut self, value: Value) -> Value {
        Value::Obj(self.new_cell(value))
    }

    pub(crate) fn new_cell(&mut self, value: Value) -> Ref {
        Object::new(self.types.cell.clone(), Payload::Cell(RefCell::new(value)))
    }
}
