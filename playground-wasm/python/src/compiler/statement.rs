//! Statements.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::scope::ScopeKind;
use super::unit::UNREACHABLE;
use super::{Compiler, Mode, Result};
use crate::code::{Op, Span};
use crate::object::Value;
use crate::syntax::SyntaxError;

impl<'a> Compiler<'a, '_> {
    pub(super) fn body(&mut self, body: &'a [Stmt]) -> Result {
        body.iter().try_for_each(|stmt| self.statement(stmt))
    }

    fn statement(&mut self, stmt: &'a Stmt) -> Result {
        if self.options.trace {
            let line = self.line_of(stmt.start());
            let span = self.span(stmt);
            self.emit(Op::Line { line }, span);
        }
        let top = self.top();
        let result = self.simple_or_compound(stmt);
        self.release(top);
        if self.unit.too_nested {
            return Err(SyntaxError::at(
                stmt.range(),
                "too many statically nested blocks",
            ));
        }
        result
    }

    /// The 1-based line of the author's text.
    pub(super) fn line_of(&self, offset: TextSize) -> u32 {
        self.file.line_of(self.parsed.original(offset.to_u32())) as u32
    }

    fn simple_or_compound(&mut self, stmt: &'a Stmt) -> Result {
        let span = self.span(stmt);
        match stmt {
            Stmt::Expr(stmt) => self.expression_statement(&stmt.value),
            Stmt::Assign(stmt) => self.assign(stmt),
            Stmt::AugAssign(stmt) => self.augmented(stmt),
            Stmt::AnnAssign(stmt) => self.annotated_assignment(stmt),
            Stmt::Return(stmt) => self.return_statement(stmt),
            Stmt::If(stmt) => self.if_statement(stmt, span),
            Stmt::For(stmt) => self.for_loop(stmt),
            Stmt::While(stmt) => self.while_loop(stmt),
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::Try(stmt) => self.try_statement(stmt),
            Stmt::With(stmt) => self.with_statement(stmt),
            Stmt::Match(stmt) => self.match_statement(stmt),
            Stmt::Raise(stmt) => self.raise(stmt),
            Stmt::Assert(stmt) => self.assert(stmt),
            Stmt::Import(stmt) => self.import(stmt),
            Stmt::ImportFrom(stmt) => self.import_from(stmt),
            Stmt::Delete(stmt) => stmt
                .targets
                .iter()
                .try_for_each(|target| self.delete(target)),
            Stmt::Break(_) => match self.leave_loop(true, span)? {
                true => Ok(()),
                false => Err(SyntaxError::at(stmt.range(), "'break' outside loop")),
            },
            Stmt::Continue(_) => match self.leave_loop(false, span)? {
                true => Ok(()),
                false => Err(SyntaxError::at(
                    stmt.range(),
                    "'continue' not properly in loop",
                )),
            },
            Stmt::Pass(_) | Stmt::Global(_) | Stmt::Nonlocal(_) => Ok(()),
            Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => {
                Err(SyntaxError::at(stmt.range(), "invalid syntax"))
            }
        }
    }

    fn expression_statement(&mut self, value: &'a Expr) -> Result {
        let span = self.span(value);
        if self.options.mode == Mode::Single && self.outer.is_empty() {
            let s = self.value(value)?;
            self.emit(Op::Echo { s }, span);
            return Ok(());
        }
        if value.is_literal_expr() {
            // Evaluated for its errors only.
            return self.literal(value).map(drop);
        }
        let r = self.value(value)?;
        self.discard(r, span);
        Ok(())
    }

    fn return_statement(&mut self, stmt: &'a ast::StmtReturn) -> Result {
        let span = self.span(stmt);
        if self.scopes.all[self.unit.scope].kind != ScopeKind::Function {
            return Err(SyntaxError::at(stmt.range, "'return' outside function"));
        }
        let s = match &stmt.value {
            // A `finally` on the way out may change the variable.
            Some(value) if self.has_clean_up() => self.push(value)?,
            Some(value) => self.value(value)?,
            None => self.push_constant(Value::None, span),
        };
        self.return_value(s, span)
    }

    fn if_statement(&mut self, stmt: &'a ast::StmtIf, mut span: Span) -> Result {
        let end = self.label();
        let mut after = UNREACHABLE;
        let mut test = Some(&*stmt.test);
        let mut body = &stmt.body;
        let mut clauses = stmt.elif_else_clauses.iter();
        loop {
            let clause = clauses.next();
            let Some(condition) = test else {
                self.body(body)?;
                break;
            };
            let next = self.label();
            self.jump_if(condition, false, next, span)?;
            let tested = self.unit.assigned;
            self.body(body)?;
            if self.unit.reachable() && clause.is_some() {
                self.jump(end, span);
            }
            after &= std::mem::replace(&mut self.unit.assigned, tested);
            self.place(next);
            let Some(clause) = clause else { break };
            test = clause.test.as_ref();
            body = &clause.body;
            span = self.span(clause);
            if let (true, Some(test)) = (self.options.trace, test) {
                let line = self.line_of(test.start());
                self.emit(Op::Line { line }, span);
            }
        }
        self.place(end);
        self.unit.assigned &= after;
        Ok(())
    }

    fn raise(&mut self, stmt: &'a ast::StmtRaise) -> Result {
        let span = self.span(stmt);
        match (&stmt.exc, &stmt.cause) {
            (None, _) => self.emit(Op::RaiseAgain, span),
            (Some(exception), None) => {
                let s = self.value(exception)?;
                self.emit(Op::Raise { s }, span);
            }
            (Some(exception), Some(cause)) => {
                let s = self.value(exception)?;
                let cause = self.value(cause)?;
                self.emit(Op::RaiseFrom { s, cause }, span);
            }
        }
        self.unit.assigned = UNREACHABLE;
        Ok(())
    }

    fn assert(&mut self, stmt: &'a ast::StmtAssert) -> Result {
        let span = self.span(stmt);
        let holds = self.label();
        self.jump_if(&stmt.test, true, holds, span)?;
        let tested = self.unit.assigned;
        let span = last_comparison(&stmt.test).map_or(span, super::position::span_of);
        let s = self.temporary();
        self.emit(Op::LoadAssertionError { d: s }, span);
        if let Some(message) = &stmt.msg {
            self.push(message)?;
            self.emit(
                Op::Call {
                    d: s,
                    f: s,
                    count: 1,
                },
                span,
            );
        }
        self.emit(Op::Raise { s }, span);
        self.place(holds);
        self.unit.assigned = tested;
        Ok(())
    }

    /// Sets the module's `__doc__`.
    pub(super) fn module_docstring(&mut self, body: &'a [Stmt]) {
        if let Some((text, expression)) = docstring(body) {
            let span = self.span(expression);
            let text = self.string(text);
            self.unit.doc = Value::Str(text.clone());
            let top = self.top();
            let s = self.push_constant(Value::Str(text), span);
            let id = self.names.id("__doc__");
            let n = self.name(id);
            self.emit(
                match self.options.scope {
                    crate::code::Scope::Namespace => Op::StoreName { n, s },
                    _ => Op::StoreGlobal { n, s },
                },
                span,
            );
            self.release(top);
        }
    }
}

/// The comparison that a condition is left from: CPython blames it for a failed `assert`.
fn last_comparison(test: &Expr) -> Option<TextRange> {
    match test {
        Expr::Compare(e) => Some(e.range),
        Expr::UnaryOp(e) if e.op == ast::UnaryOp::Not => last_comparison(&e.operand),
        Expr::BoolOp(e) => e.values.iter().rev().find_map(last_comparison),
        _ => None,
    }
}

/// The string that a body begins with.
pub(super) fn docstring(body: &[Stmt]) -> Option<(&str, &Expr)> {
    match body.first()? {
        Stmt::Expr(stmt) => match &*stmt.value {
            Expr::StringLiteral(literal) => Some((literal.value.to_str(), &stmt.value)),
            _ => None,
        },
        _ => None,
    }
}
