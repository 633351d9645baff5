//! Loading, storing and deleting names.

use ruff_text_size::Ranged;

use super::name_table::NameId;
use super::scope::{DELETED, Place, Symbol, WALRUS};
use super::{Compiler, Result};
use crate::code::{Op, Reg, Span};
use crate::object::Value;
use crate::syntax::SyntaxError;

impl Compiler<'_, '_> {
    pub(super) fn symbol(&mut self, name: &str) -> (NameId, Symbol) {
        let id = self.id(name);
        (id, self.symbol_of(id))
    }

    fn symbol_of(&self, id: NameId) -> Symbol {
        let symbols = &self.scopes.all[self.unit.scope].symbols;
        // A name that the walk over the tree did not meet, such as one the compiler makes, is no variable.
        symbols.get(&id).copied().unwrap_or(Symbol {
            flags: 0,
            place: Place::Global,
            range: Default::default(),
        })
    }

    /// The register of a variable, if its value can be read there while an expression goes on.
    pub(super) fn register_operand(&mut self, name: &str, span: Span) -> Option<Reg> {
        let (_, symbol) = self.symbol(name);
        match symbol.place {
            Place::Register(register) if symbol.flags & WALRUS == 0 => {
                self.check_local(register, symbol, span);
                Some(register)
            }
            _ => None,
        }
    }

    /// The register that an assignment to a name may write to directly.
    pub(super) fn register_target(&mut self, name: &str) -> Option<Reg> {
        match self.symbol(name).1.place {
            Place::Register(register) => Some(register),
            _ => None,
        }
    }

    fn check_local(&mut self, register: Reg, symbol: Symbol, span: Span) {
        let known = register < 128 && self.unit.assigned & (1 << register) != 0;
        if !known || symbol.flags & DELETED != 0 {
            self.emit(Op::CheckLocal { r: register }, span);
            self.mark_assigned(register);
        }
    }

    /// Notes that a register holds a value from here on.
    pub(super) fn mark_assigned(&mut self, register: Reg) {
        if register < 128 {
            self.unit.assigned |= 1 << register;
        }
    }

    pub(super) fn load_name(&mut self, name: &str, d: Reg, span: Span) {
        if name == "__debug__" {
            return self.load_constant(Value::Bool(true), d, span);
        }
        let (id, symbol) = self.symbol(name);
        match symbol.place {
            Place::Register(register) => {
                self.check_local(register, symbol, span);
                self.transfer(d, register, span);
            }
            Place::Cell(cell) => self.emit(Op::LoadCell { d, cell }, span),
            Place::Free(cell) if self.in_class() => self.emit(Op::LoadClassCell { d, cell }, span),
            Place::Free(cell) => self.emit(Op::LoadCell { d, cell }, span),
            Place::Global => {
                let n = self.name(id);
                self.emit(Op::LoadGlobal { d, n }, span);
            }
            Place::Name => {
                let n = self.name(id);
                self.emit(Op::LoadName { d, n }, span);
            }
        }
    }

    /// Stores a register into a name; a temporary is used up.
    pub(super) fn store_name(&mut self, name: &str, s: Reg, span: Span) {
        let id = self.id(name);
        self.store_id(id, s, span);
    }

    pub(super) fn store_id(&mut self, id: NameId, s: Reg, span: Span) {
        match self.symbol_of(id).place {
            Place::Register(register) => {
                self.transfer(register, s, span);
                self.mark_assigned(register);
            }
            Place::Cell(cell) | Place::Free(cell) => self.emit(Op::StoreCell { cell, s }, span),
            Place::Global => {
                let n = self.name(id);
                self.emit(Op::StoreGlobal { n, s }, span);
            }
            Place::Name => {
                let n = self.name(id);
                self.emit(Op::StoreName { n, s }, span);
            }
        }
    }

    pub(super) fn delete_name(&mut self, name: &str, span: Span) {
        let (id, symbol) = self.symbol(name);
        match symbol.place {
            Place::Register(r) => self.emit(Op::DeleteLocal { r }, span),
            Place::Cell(cell) | Place::Free(cell) => self.emit(Op::DeleteCell { cell }, span),
            Place::Global => {
                let n = self.name(id);
                self.emit(Op::DeleteGlobal { n }, span);
            }
            Place::Name => {
                let n = self.name(id);
                self.emit(Op::DeleteName { n }, span);
            }
        }
    }

    /// What happens to the name of `except … as name` when the handler ends: it is unbound even if the
    /// program has deleted it already.
    pub(super) fn unbind_name(&mut self, name: &str, span: Span) {
        if let Some(r) = self.register_target(name) {
            return self.emit(Op::Clear { r }, span);
        }
        let top = self.top();
        let none = self.push_constant(Value::None, span);
        self.store_name(name, none, span);
        self.release(top);
        self.delete_name(name, span);
    }

    /// `__debug__` cannot be assigned to.
    pub(super) fn check_target(&self, name: &str, node: &impl Ranged) -> Result {
        if name == "__debug__" {
            return Err(SyntaxError::at(node.range(), "cannot assign to __debug__"));
        }
        Ok(())
    }

    fn in_class(&self) -> bool {
        self.scopes.all[self.unit.scope].kind == super::scope::ScopeKind::Class
    }
}
