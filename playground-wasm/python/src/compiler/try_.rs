//! `try`.

use ruff_python_ast::{self as ast, ExceptHandler};
use ruff_text_size::Ranged;

use super::unit::{Label, UNREACHABLE};
use super::unwind::BlockKind;
use super::{Compiler, Result};
use crate::code::{Op, Reg, Span};
use crate::syntax::SyntaxError;

impl<'a> Compiler<'a, '_> {
    pub(super) fn try_statement(&mut self, stmt: &'a ast::StmtTry) -> Result {
        if stmt.is_star {
            return Err(SyntaxError::unsupported(stmt.range, "'except*'"));
        }
        if stmt.finalbody.is_empty() {
            return self.try_except(stmt);
        }
        let span = self.span(stmt);
        let before = self.unit.assigned;
        let end_label = self.label();
        self.begin(BlockKind::Finally(&stmt.finalbody));
        if stmt.handlers.is_empty() {
            self.body(&stmt.body)?;
        } else {
            self.try_except(stmt)?;
        }
        let block = self.end();
        let end = self.here();
        if self.unit.reachable() {
            self.body(&stmt.finalbody)?;
            self.jump(end_label, span);
        }
        let after = self.unit.assigned;
        self.unit.assigned = before;

        let top = self.top();
        let exception = self.temporary();
        self.protect(&block, end, exception);
        let saved = self.enter_handler(exception, span);
        self.body(&stmt.finalbody)?;
        self.leave_and_reraise(exception, saved, span);
        self.place(end_label);
        self.release(top);
        self.unit.assigned = after;
        Ok(())
    }

    fn try_except(&mut self, stmt: &'a ast::StmtTry) -> Result {
        let span = self.span(stmt);
        let before = self.unit.assigned;
        let end_label = self.label();
        self.begin(BlockKind::Try);
        self.body(&stmt.body)?;
        let block = self.end();
        let end = self.here();
        self.body(&stmt.orelse)?;
        self.jump(end_label, span);
        let mut after = self.unit.assigned;

        let top = self.top();
        let exception = self.temporary();
        self.protect(&block, end, exception);
        self.unit.assigned = before;
        let saved = self.enter_handler(exception, span);
        for (index, ExceptHandler::ExceptHandler(handler)) in stmt.handlers.iter().enumerate() {
            if handler.type_.is_none() && index + 1 < stmt.handlers.len() {
                return Err(SyntaxError::at(
                    handler.range(),
                    "default 'except:' must be last",
                ));
            }
            self.unit.assigned = before;
            self.except(handler, exception, saved, end_label)?;
            after &= self.unit.assigned;
        }
        self.leave_and_reraise(exception, saved, span);
        self.place(end_label);
        self.release(top);
        self.unit.assigned = after;
        Ok(())
    }

    /// One `except` clause. It ends by a jump, or goes on behind itself if the exception does not match.
    fn except(
        &mut self,
        handler: &'a ast::ExceptHandlerExceptHandler,
        exception: Reg,
        saved: Reg,
        end: Label,
    ) -> Result {
        let span = self.span(handler);
        let next = self.label();
        if let Some(class) = &handler.type_ {
            let top = self.top();
            let s = self.value(class)?;
            self.emit(Op::SkipIfException { e: exception, s }, span);
            self.jump(next, span);
            self.release(top);
        }
        let leave = |this: &mut Self| {
            if this.unit.reachable() {
                this.emit(Op::LeaveHandler { saved }, span);
                this.emit(Op::Clear { r: exception }, span);
                this.jump(end, span);
            }
        };
        if let Some(name) = &handler.name {
            self.check_target(name, handler)?;
            self.bind_exception(name, exception, span);
            self.begin(BlockKind::Binding { name, span });
            self.body(&handler.body)?;
            let block = self.end();
            let body_end = self.here();
            if self.unit.reachable() {
                self.unbind_name(name, span);
            }
            leave(self);
            let after = std::mem::replace(&mut self.unit.assigned, UNREACHABLE);
            let top = self.top();
            let inner = self.temporary();
            self.protect(&block, body_end, inner);
            self.unbind_name(name, span);
            self.emit(Op::Reraise { s: inner }, span);
            self.release(top);
            self.unit.assigned = after;
        } else {
            self.body(&handler.body)?;
            leave(self);
        }
        self.place(next);
        Ok(())
    }

    fn bind_exception(&mut self, name: &str, exception: Reg, span: Span) {
        if let Some(d) = self.register_target(name) {
            self.emit(Op::Copy { d, s: exception }, span);
            return self.mark_assigned(d);
        }
        let top = self.top();
        let copy = self.temporary();
        self.emit(
            Op::Copy {
                d: copy,
                s: exception,
            },
            span,
        );
        self.store_name(name, copy, span);
        self.release(top);
    }

    /// The start of a handler; answers where the exception handled before is kept.
    pub(super) fn enter_handler(&mut self, exception: Reg, span: Span) -> Reg {
        let saved = self.temporary();
        self.emit(
            Op::EnterHandler {
                saved,
                e: exception,
            },
            span,
        );
        self.begin(BlockKind::Handler {
            exception,
            saved,
            span,
        });
        saved
    }

    /// The end of a handler for an exception that goes on, and for exceptions raised in the handler.
    pub(super) fn leave_and_reraise(&mut self, exception: Reg, saved: Reg, span: Span) {
        let block = self.end();
        let end = self.here();
        self.emit(Op::LeaveHandler { saved }, span);
        self.emit(Op::Reraise { s: exception }, span);
        let inner = self.temporary();
        self.protect(&block, end, inner);
        self.emit(Op::LeaveHandler { saved }, span);
        self.emit(Op::Reraise { s: inner }, span);
    }
}
