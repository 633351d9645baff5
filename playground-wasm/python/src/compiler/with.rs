//! `with`.

use ruff_python_ast as ast;

use super::unwind::BlockKind;
use super::{Compiler, Result};
use crate::code::Op;
use crate::syntax::SyntaxError;

impl<'a> Compiler<'a, '_> {
    pub(super) fn with_statement(&mut self, stmt: &'a ast::StmtWith) -> Result {
        if stmt.is_async {
            return Err(SyntaxError::at(
                stmt.range,
                "'async with' outside async function",
            ));
        }
        self.with_items(&stmt.items, stmt)
    }

    /// The first manager around the statement for the others.
    fn with_items(&mut self, items: &'a [ast::WithItem], stmt: &'a ast::StmtWith) -> Result {
        let Some((item, others)) = items.split_first() else {
            return self.body(&stmt.body);
        };
        if self.unit.too_nested {
            // The statement around it says so.
            return Ok(());
        }
        let span = self.span(stmt);
        let top = self.top();
        let s = self.value(&item.context_expr)?;
        self.release(top);
        let exit = self.temporaries(2);
        let entered = exit + 1;
        self.emit(Op::EnterContext { d: exit, s }, span);
        let before = self.unit.assigned;
        self.begin(BlockKind::With { exit, span });
        match &item.optional_vars {
            Some(target) => self.store(target, entered)?,
            None => self.emit(Op::Clear { r: entered }, span),
        }
        self.release(entered);
        self.with_items(others, stmt)?;
        let block = self.end();
        let end = self.here();
        let (done, again) = (self.label(), self.label());
        if self.unit.reachable() {
            self.exit_context(exit, span);
            self.jump(done, span);
        }

        let exception = self.temporary();
        self.protect(&block, end, exception);
        let saved = self.enter_handler(exception, span);
        let result = self.temporary();
        self.emit(
            Op::ExitContext {
                d: result,
                exit,
                e: exception,
            },
            span,
        );
        self.emit(Op::SkipIfTrue { s: result }, span);
        self.jump(again, span);
        self.release(result);
        self.emit(Op::LeaveHandler { saved }, span);
        self.emit(Op::Clear { r: exception }, span);
        self.jump(done, span);
        self.place(again);
        self.leave_and_reraise(exception, saved, span);
        self.place(done);
        self.release(top);
        // An exception in the body may have been swallowed.
        self.unit.assigned &= before;
        Ok(())
    }
}
