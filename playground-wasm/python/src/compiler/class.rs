//! `class`.

use ruff_python_ast as ast;
use ruff_text_size::Ranged;

use super::scope::node_key;
use super::statement::docstring;
use super::{Compiler, Result};
use crate::code::{Op, Span};
use crate::object::Value;

impl<'a> Compiler<'a, '_> {
    pub(super) fn class(&mut self, def: &'a ast::StmtClassDef) -> Result {
        let span = self.definition_span(def.range, &def.decorator_list);
        self.check_target(&def.name, &def.name)?;
        let first = self.decorators(&def.decorator_list)?;
        let f = self.temporary();
        self.emit(Op::LoadBuildClass { d: f }, span);

        let line = match def.decorator_list.first() {
            Some(decorator) => self.line_of(decorator.start()),
            None => self.line_of(def.start()),
        };
        self.enter_scope(node_key(def), line);
        self.class_body(def, span)?;
        let code = self.leave()?;
        let parts = self.temporaries(3);
        self.emit(
            Op::MakeFunction {
                d: parts,
                code,
                parts,
            },
            span,
        );
        self.release(parts + 1);
        let name = self.names.make.intern(&def.name);
        self.push_constant(Value::Str(name), span);
        match &def.arguments {
            Some(arguments) => self.arguments(arguments, f, f, 2, span)?,
            None => self.emit(Op::Call { d: f, f, count: 2 }, span),
        }
        self.release(f + 1);
        self.decorate(&def.decorator_list, first);
        self.store_name(&def.name, first, span);
        Ok(())
    }

    fn class_body(&mut self, def: &'a ast::StmtClassDef, span: Span) -> Result {
        let top = self.top();
        let module = self.names.id("__name__");
        let n = self.name(module);
        let d = self.temporary();
        self.emit(Op::LoadName { d, n }, span);
        self.set_class_name("__module__", d, span);
        let qualname = self.unit.qualname.clone().expect("named when it was begun");
        self.load_constant(Value::Str(qualname), d, span);
        self.set_class_name("__qualname__", d, span);
        if let Some((text, expression)) = docstring(&def.body) {
            let text = self.string(text);
            let span = self.span(expression);
            self.load_constant(Value::Str(text), d, span);
            self.set_class_name("__doc__", d, span);
        }
        self.release(top);
        self.body(&def.body)?;
        match self.scopes.all[self.unit.scope].class_cell {
            None => self.return_none(def.range),
            Some(cell) => {
                let d = self.temporary();
                self.emit(Op::LoadCellObject { d, cell }, span);
                let s = self.temporary();
                self.emit(Op::Copy { d: s, s: d }, span);
                self.set_class_name("__classcell__", s, span);
                self.emit(Op::Return { s: d }, span);
                self.release(top);
            }
        }
        Ok(())
    }

    fn set_class_name(&mut self, name: &str, s: crate::code::Reg, span: Span) {
        let id = self.names.id(name);
        let n = self.name(id);
        self.emit(Op::StoreName { n, s }, span);
    }
}
