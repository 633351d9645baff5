//! Expressions.
//!
//! [`Compiler::into`] leaves a value in a register: a variable, or a temporary that is allocated or the next
//! one to be. [`Compiler::value`] leaves it where it is cheapest to read: a variable stays in its register.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::{Compiler, Result};
use crate::code::{BinaryOperator, Op, Reg};
use crate::object::Value;
use crate::syntax::SyntaxError;

impl<'a> Compiler<'a, '_> {
    /// Evaluates an expression to be read once: from the register of a variable, or from a new temporary.
    pub(super) fn value(&mut self, expression: &'a Expr) -> Result<Reg> {
        if let Expr::Name(name) = expression {
            let span = self.span(name);
            if let Some(register) = self.register_operand(&name.id, span) {
                return Ok(register);
            }
        }
        self.push(expression)
    }

    /// Evaluates an expression into a new temporary.
    pub(super) fn push(&mut self, expression: &'a Expr) -> Result<Reg> {
        let d = self.top();
        self.into(expression, d)?;
        Ok(self.temporary())
    }

    /// Evaluates expressions into temporaries that follow one another; answers the first.
    pub(super) fn push_all(&mut self, expressions: &'a [Expr]) -> Result<Reg> {
        let start = self.top();
        for expression in expressions {
            self.push(expression)?;
        }
        Ok(start)
    }

    /// Evaluates an expression into a register. Where this is a variable, it is written last and once.
    pub(super) fn into(&mut self, expression: &'a Expr, d: Reg) -> Result {
        let top = self.top();
        self.note_register(d);
        let result = self.expression(expression, d);
        self.release(top);
        result
    }

    /// A register may be written before it is allocated.
    fn note_register(&mut self, d: Reg) {
        let top = self.top();
        self.reserve(d);
        self.release(top);
    }

    fn expression(&mut self, expression: &'a Expr, d: Reg) -> Result {
        if let Some(value) = self.fold(expression) {
            let span = self.span(expression);
            self.load_constant(value, d, span);
            return Ok(());
        }
        match expression {
            Expr::Name(name) => {
                let span = self.span(name);
                self.load_name(&name.id, d, span);
            }
            Expr::Attribute(e) => {
                let span = self.attribute_span(e, e.range);
                let o = self.value(&e.value)?;
                let id = self.id(&e.attr);
                let n = self.name(id);
                self.emit(Op::LoadAttr { d, o, n }, span);
            }
            Expr::Subscript(e) => self.subscript(e, d)?,
            Expr::Call(e) => self.call(e, d)?,
            Expr::BinOp(e) => self.binary(e, d)?,
            Expr::UnaryOp(e) => self.unary(e, d)?,
            Expr::BoolOp(e) => self.boolean(e, d)?,
            Expr::Compare(e) => self.comparison(e, d)?,
            Expr::If(e) => self.conditional(e, d)?,
            Expr::Named(e) => self.named(e, d)?,
            Expr::Lambda(e) => self.lambda(e, d)?,
            Expr::List(e) => self.list(&e.elts, d, expression)?,
            Expr::Tuple(e) => self.tuple(&e.elts, d, expression)?,
            Expr::Set(e) => self.set(&e.elts, d, expression)?,
            Expr::Dict(e) => self.dict(e, d)?,
            Expr::ListComp(e) => self.list_comprehension(e, d)?,
            Expr::SetComp(e) => self.set_comprehension(e, d)?,
            Expr::DictComp(e) => self.dict_comprehension(e, d)?,
            Expr::Generator(e) => self.generator_expression(e, d)?,
            Expr::Yield(e) => self.yields(e, d)?,
            Expr::YieldFrom(e) => {
                let span = self.span(e);
                let s = self.value(&e.value)?;
                let i = if self.is_temporary(s) {
                    s
                } else {
                    self.temporary()
                };
                self.emit(Op::GetYieldFromIter { d: i, s }, span);
                self.emit(Op::YieldFrom { d, i }, span);
            }
            Expr::FString(e) => self.fstring(e, d)?,
            Expr::Slice(e) => self.slice(e, d)?,
            Expr::Starred(e) => {
                return Err(SyntaxError::at(
                    e.range,
                    "can't use starred expression here",
                ));
            }
            Expr::Await(e) => {
                let message = match self.scopes.all[self.unit.scope].is_function() {
                    true => "'await' outside async function",
                    false => "'await' outside function",
                };
                return Err(SyntaxError::at(e.range, message));
            }
            Expr::TString(e) => return Err(SyntaxError::at(e.range, "invalid syntax")),
            Expr::IpyEscapeCommand(e) => return Err(SyntaxError::at(e.range, "invalid syntax")),
            Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_) => {
                let span = self.span(expression);
                let value = self.literal(expression)?;
                self.load_constant(value, d, span);
            }
        }
        Ok(())
    }

    fn subscript(&mut self, e: &'a ast::ExprSubscript, d: Reg) -> Result {
        let span = self.subscript_span(e);
        let o = self.value(&e.value)?;
        let k = self.value(&e.slice)?;
        self.emit(Op::LoadItem { d, o, k }, span);
        Ok(())
    }

    fn slice(&mut self, e: &'a ast::ExprSlice, d: Reg) -> Result {
        let span = self.span(e);
        let start = self.top();
        for bound in [&e.lower, &e.upper, &e.step] {
            match bound {
                Some(bound) => self.push(bound)?,
                None => self.push_constant(Value::None, span),
            };
        }
        self.emit(Op::BuildSlice { d, start }, span);
        Ok(())
    }

    /// A chain such as `a + b + c` is nested to the left: compiled by a loop, so that thousands of operands
    /// need no deep recursion.
    fn binary(&mut self, outermost: &'a ast::ExprBinOp, d: Reg) -> Result {
        let mut chain = vec![outermost];
        let mut left = &*outermost.left;
        while let Expr::BinOp(inner) = left {
            if self.fold(left).is_some() {
                break;
            }
            chain.push(inner);
            left = &inner.left;
        }
        let top = self.top();
        let mut a = self.value(left)?;
        while let Some(operation) = chain.pop() {
            let b = self.value(&operation.right)?;
            self.release(top);
            let result = if chain.is_empty() {
                d
            } else {
                self.temporary()
            };
            let span = self.binary_span(operation);
            let op = binary_operator(operation.op);
            self.emit(
                Op::Binary {
                    op,
                    d: result,
                    a,
                    b,
                },
                span,
            );
            a = result;
        }
        Ok(())
    }

    fn unary(&mut self, e: &'a ast::ExprUnaryOp, d: Reg) -> Result {
        let span = self.span(e);
        let s = self.value(&e.operand)?;
        self.emit(
            match e.op {
                ast::UnaryOp::USub => Op::Negative { d, s },
                ast::UnaryOp::UAdd => Op::Positive { d, s },
                ast::UnaryOp::Invert => Op::Invert { d, s },
                ast::UnaryOp::Not => Op::Not { d, s },
            },
            span,
        );
        Ok(())
    }

    /// `and`, `or` as a value: the operand that decides.
    fn boolean(&mut self, e: &'a ast::ExprBoolOp, d: Reg) -> Result {
        let span = self.span(e);
        let result = self.scratch(d);
        let end = self.label();
        let (last, others) = e.values.split_last().expect("at least two operands");
        let mut assigned = None;
        for operand in others {
            self.into(operand, result)?;
            // What the first operand assigns is sure; the later ones may not be evaluated.
            let known = *assigned.get_or_insert(self.unit.assigned);
            debug_assert!(known & self.unit.assigned == known);
            self.emit(
                match e.op {
                    ast::BoolOp::And => Op::SkipIfTrueElseKeep { s: result },
                    ast::BoolOp::Or => Op::SkipIfFalseElseKeep { s: result },
                },
                span,
            );
            self.jump(end, span);
        }
        self.into(last, result)?;
        self.place(end);
        self.unit.assigned = assigned.unwrap_or(self.unit.assigned);
        self.transfer(d, result, span);
        Ok(())
    }

    /// A temporary in which a value can be put together that is to go to `d`: `d` itself if it is one. It
    /// is allocated.
    pub(super) fn scratch(&mut self, d: Reg) -> Reg {
        if self.is_temporary(d) {
            self.reserve(d);
            d
        } else {
            self.temporary()
        }
    }

    fn conditional(&mut self, e: &'a ast::ExprIf, d: Reg) -> Result {
        let span = self.span(e);
        let (orelse, end) = (self.label(), self.label());
        let top = self.top();
        self.jump_if(&e.test, false, orelse, span)?;
        let tested = self.unit.assigned;
        self.into(&e.body, d)?;
        self.jump(end, span);
        let then = std::mem::replace(&mut self.unit.assigned, tested);
        self.place(orelse);
        self.release(top);
        self.into(&e.orelse, d)?;
        self.place(end);
        self.unit.assigned &= then;
        Ok(())
    }

    fn named(&mut self, e: &'a ast::ExprNamed, d: Reg) -> Result {
        let span = self.span(e);
        let Expr::Name(name) = &*e.target else {
            return Err(SyntaxError::at(e.target.range(), "invalid syntax"));
        };
        self.check_target(&name.id, name)?;
        let value = self.scratch(d);
        self.into(&e.value, value)?;
        let copy = self.temporary();
        self.emit(Op::Copy { d: copy, s: value }, span);
        let target = self.span(name);
        self.store_name(&name.id, copy, target);
        self.transfer(d, value, span);
        Ok(())
    }

    fn yields(&mut self, e: &'a ast::ExprYield, d: Reg) -> Result {
        let span = self.span(e);
        let s = match &e.value {
            Some(value) => self.value(value)?,
            None => self.push_constant(Value::None, span),
        };
        self.emit(Op::Yield { d, s }, span);
        Ok(())
    }
}

pub(super) fn binary_operator(op: ast::Operator) -> BinaryOperator {
    match op {
        ast::Operator::Add => BinaryOperator::Add,
        ast::Operator::Sub => BinaryOperator::Sub,
        ast::Operator::Mult => BinaryOperator::Mul,
        ast::Operator::MatMult => BinaryOperator::MatMul,
        ast::Operator::Div => BinaryOperator::TrueDiv,
        ast::Operator::FloorDiv => BinaryOperator::FloorDiv,
        ast::Operator::Mod => BinaryOperator::Mod,
        ast::Operator::Pow => BinaryOperator::Pow,
        ast::Operator::LShift => BinaryOperator::LShift,
        ast::Operator::RShift => BinaryOperator::RShift,
        ast::Operator::BitAnd => BinaryOperator::And,
        ast::Operator::BitOr => BinaryOperator::Or,
        ast::Operator::BitXor => BinaryOperator::Xor,
    }
}
