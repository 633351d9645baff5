//! The block being compiled: its instructions so far, its temporaries, what is known of its variables.

use std::rc::Rc;

use super::name_table::{IdMap, NameId};
use super::scope::{Scope, ScopeId};
use super::unwind::Block;
use super::{Compiler, Result};
use crate::code::{Code, CompareOperator, Handler, Op, Parameters, Reg, Span};
use crate::object::{Str, Value};

/// A place in the code that jumps go to, numbered before its address is known.
pub(super) type Label = u32;

/// Variables known to be assigned, one bit for each of the first registers.
pub(super) type Assigned = u128;

/// What is known behind a `return` or `raise`: nothing runs there, so everything.
pub(super) const UNREACHABLE: Assigned = Assigned::MAX;

/// What makes two constants the same.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum ConstantKey {
    None,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Float(u64),
    Str(usize),
}

#[derive(Default)]
pub(super) struct Unit<'a> {
    pub(super) scope: ScopeId,
    pub(super) name: Option<Rc<Str>>,
    pub(super) qualname: Option<Rc<Str>>,
    pub(super) first_line: u32,
    pub(super) ops: Vec<Op>,
    pub(super) spans: Vec<Span>,
    pub(super) labels: Vec<u32>,
    /// Where a label was placed last.
    pub(super) last_label: u32,
    pub(super) constants: Vec<Value>,
    pub(super) constant_index: IdMap<ConstantKey, u16>,
    pub(super) names: Vec<Rc<Str>>,
    pub(super) name_index: IdMap<NameId, u16>,
    pub(super) codes: Vec<Rc<Code>>,
    pub(super) handlers: Vec<Handler>,
    /// Number of registers that are variables.
    pub(super) locals: u32,
    /// The next free temporary.
    pub(super) top: u32,
    /// Number of registers used at most.
    pub(super) registers: u32,
    /// Temporaries below this one may hold something while a pattern is tried.
    pub(super) kept: Reg,
    pub(super) assigned: Assigned,
    /// Statements that a jump out of them has to unwind, inner last.
    pub(super) blocks: Vec<Block<'a>>,
    pub(super) doc: Value,
    pub(super) parameters: Parameters,
    /// Constants or names that no longer fit into an instruction.
    pub(super) overflow: bool,
    /// More statements within one another than CPython allows.
    pub(super) too_nested: bool,
}

impl Unit<'_> {
    pub(super) fn new(
        scope: &Scope,
        id: ScopeId,
        name: Rc<Str>,
        qualname: Rc<Str>,
        first_line: u32,
    ) -> Self {
        let locals = scope.locals.len() as u32;
        Unit {
            scope: id,
            name: Some(name),
            qualname: Some(qualname),
            first_line,
            locals,
            top: locals,
            registers: locals,
            doc: Value::None,
            ..Unit::default()
        }
    }
}

impl<'a> Compiler<'a, '_> {
    pub(super) fn emit(&mut self, op: Op, span: Span) {
        let op = self.with_immediate(op);
        self.unit.ops.push(op);
        self.unit.spans.push(span);
    }

    /// An operator whose right operand was just loaded and is a small integer takes it into itself.
    fn with_immediate(&mut self, op: Op) -> Op {
        let right = match op {
            Op::Binary { a, b, .. } | Op::InPlace { a, b, .. } if a != b => b,
            Op::SkipCompare { op, a, b } if a != b => match op {
                CompareOperator::In
                | CompareOperator::NotIn
                | CompareOperator::Is
                | CompareOperator::IsNot => return Op::SkipCompare { op, a, b },
                _ => b,
            },
            _ => return op,
        };
        let Some(b) = self.take_small_integer(right) else {
            return op;
        };
        match op {
            Op::Binary { op, d, a, .. } => Op::BinaryInt { op, d, a, b },
            Op::InPlace { op, d, a, .. } => Op::InPlaceInt { op, d, a, b },
            Op::SkipCompare { op, a, .. } => Op::SkipCompareInt { op, a, b },
            op => op,
        }
    }

    /// Takes back the last instruction if it loads a small integer into a temporary, and nothing jumps to behind it.
    fn take_small_integer(&mut self, register: Reg) -> Option<i16> {
        let Some(&Op::Const { d, k }) = self.unit.ops.last() else {
            return None;
        };
        let is_target = self.unit.last_label == self.here();
        if d != register || u32::from(d) < self.unit.locals || is_target {
            return None;
        }
        let Value::Int(value) = self.unit.constants[k as usize] else {
            return None;
        };
        let value = i16::try_from(value).ok()?;
        self.unit.ops.pop();
        self.unit.spans.pop();
        Some(value)
    }

    /// Address of the next instruction.
    pub(super) fn here(&self) -> u32 {
        self.unit.ops.len() as u32
    }

    pub(super) fn label(&mut self) -> Label {
        self.unit.labels.push(u32::MAX);
        self.unit.labels.len() as Label - 1
    }

    /// Puts a label before the next instruction.
    pub(super) fn place(&mut self, label: Label) {
        self.unit.labels[label as usize] = self.here();
        self.unit.last_label = self.here();
    }

    pub(super) fn jump(&mut self, to: Label, span: Span) {
        self.emit(Op::Jump { to }, span);
    }

    /// Allocates the next temporary.
    pub(super) fn temporary(&mut self) -> Reg {
        self.temporaries(1)
    }

    /// Allocates temporaries that follow one another; answers the first.
    pub(super) fn temporaries(&mut self, count: usize) -> Reg {
        let first = self.unit.top;
        self.unit.top += count as u32;
        if self.unit.top > self.unit.registers {
            self.unit.registers = self.unit.top;
        }
        if self.unit.registers > u32::from(Reg::MAX) {
            self.unit.overflow = true;
        }
        first as Reg
    }

    /// The temporary that would be allocated next.
    pub(super) fn top(&self) -> Reg {
        self.unit.top as Reg
    }

    /// Frees the temporaries from a register on.
    pub(super) fn release(&mut self, from: Reg) {
        self.unit.top = u32::from(from);
    }

    /// Keeps a register from being allocated, if it is a temporary that is not allocated yet.
    pub(super) fn reserve(&mut self, register: Reg) {
        if u32::from(register) >= self.unit.top {
            self.unit.top = u32::from(register);
            self.temporary();
        }
    }

    pub(super) fn is_temporary(&self, register: Reg) -> bool {
        u32::from(register) >= self.unit.locals
    }

    /// Index of a constant.
    pub(super) fn constant(&mut self, value: Value) -> u16 {
        let key = match &value {
            Value::None => ConstantKey::None,
            Value::Ellipsis => ConstantKey::Ellipsis,
            Value::Bool(value) => ConstantKey::Bool(*value),
            Value::Int(value) => ConstantKey::Int(*value),
            Value::Float(value) => ConstantKey::Float(value.to_bits()),
            Value::Str(text) => ConstantKey::Str(Rc::as_ptr(text) as usize),
            _ => return self.new_constant(value),
        };
        if let Some(index) = self.unit.constant_index.get(&key) {
            return *index;
        }
        let index = self.new_constant(value);
        self.unit.constant_index.insert(key, index);
        index
    }

    fn new_constant(&mut self, value: Value) -> u16 {
        self.unit.overflow |= self.unit.constants.len() >= usize::from(u16::MAX);
        self.unit.constants.push(value);
        (self.unit.constants.len() - 1) as u16
    }

    /// Index of a name.
    pub(super) fn name(&mut self, id: NameId) -> u16 {
        if let Some(index) = self.unit.name_index.get(&id) {
            return *index;
        }
        self.unit.overflow |= self.unit.names.len() >= usize::from(u16::MAX);
        let index = self.unit.names.len() as u16;
        self.unit.names.push(self.names.text(id).clone());
        self.unit.name_index.insert(id, index);
        index
    }

    /// The number of a name as it is written in the current block.
    pub(super) fn id(&mut self, name: &str) -> NameId {
        let class = self.scopes.all[self.unit.scope].class.as_deref();
        self.names.mangled(class, name)
    }

    /// d = a constant
    pub(super) fn load_constant(&mut self, value: Value, d: Reg, span: Span) {
        let k = self.constant(value);
        self.emit(Op::Const { d, k }, span);
    }

    /// A temporary with a constant.
    pub(super) fn push_constant(&mut self, value: Value, span: Span) -> Reg {
        let d = self.temporary();
        self.load_constant(value, d, span);
        d
    }

    /// Moves a value, unless it is there already.
    pub(super) fn transfer(&mut self, d: Reg, s: Reg, span: Span) {
        if d != s {
            self.emit(Op::Move { d, s }, span);
        }
    }

    /// Lets go of a value: a temporary is cleared, a variable stays.
    pub(super) fn discard(&mut self, register: Reg, span: Span) {
        if self.is_temporary(register) {
            self.emit(Op::Clear { r: register }, span);
        }
    }

    pub(super) fn return_none(&mut self, range: impl ruff_text_size::Ranged) {
        let span = self.span(&range);
        let top = self.top();
        let s = self.push_constant(Value::None, span);
        self.emit(Op::Return { s }, span);
        self.release(top);
    }

    /// Begins a nested block.
    pub(super) fn enter(&mut self, unit: Unit<'a>) {
        self.outer.push(std::mem::replace(&mut self.unit, unit));
    }

    /// Ends the nested block; answers its index among the codes of the block around it.
    pub(super) fn leave(&mut self) -> Result<u16> {
        let code = self.finish()?;
        self.unit = self.outer.pop().expect("entered before");
        self.unit.overflow |= self.unit.codes.len() >= usize::from(u16::MAX);
        self.unit.codes.push(Rc::new(code));
        Ok((self.unit.codes.len() - 1) as u16)
    }
}
