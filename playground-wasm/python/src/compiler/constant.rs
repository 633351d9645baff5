//! Literals and the folding of constants.

use std::rc::Rc;

use num_bigint::BigInt;
use num_traits::Num;
use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::TextRange;

use super::{Compiler, Result};
use crate::object::{Str, Value};
use crate::syntax::SyntaxError;

/// CPython's bound on decimal literals.
const MOST_DIGITS: usize = 4300;

impl Compiler<'_, '_> {
    /// The value of a literal.
    pub(super) fn literal(&mut self, expression: &Expr) -> Result<Value> {
        Ok(match expression {
            Expr::NoneLiteral(_) => Value::None,
            Expr::EllipsisLiteral(_) => Value::Ellipsis,
            Expr::BooleanLiteral(e) => Value::Bool(e.value),
            Expr::StringLiteral(e) => {
                self.refuse_surrogate(e.range, e.value.to_str())?;
                Value::Str(self.string(e.value.to_str()))
            }
            Expr::BytesLiteral(e) => {
                let bytes: Vec<u8> = e.value.bytes().collect();
                self.names.make.bytes(&bytes)
            }
            Expr::NumberLiteral(e) => match number(&e.value) {
                Some(value) => value,
                None => self.large_number(e)?,
            },
            _ => unreachable!("literals only"),
        })
    }

    /// The parser puts a replacement character where the text has half of a surrogate pair.
    pub(super) fn refuse_surrogate(&self, range: TextRange, value: &str) -> Result {
        let written = || &self.text()[range.start().to_usize()..range.end().to_usize()];
        if value.contains('\u{fffd}') && has_surrogate(written()) {
            return Err(SyntaxError::unsupported(range, "a lone surrogate in a str"));
        }
        Ok(())
    }

    /// The string object of a constant: one for each text, and interned where it could be a name.
    pub(super) fn string(&mut self, text: &str) -> Rc<Str> {
        let name_like = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        if text.len() <= 1 || text.bytes().all(name_like) {
            return self.names.make.intern(text);
        }
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let string = Rc::new(Str::from(text));
        self.texts.insert(text.into(), string.clone());
        string
    }

    fn large_number(&mut self, e: &ast::ExprNumberLiteral) -> Result<Value> {
        let ast::Number::Int(int) = &e.value else {
            return Err(SyntaxError::unsupported(e.range, "a complex number"));
        };
        let text = int.to_string();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        if !text.starts_with('0') && digits > MOST_DIGITS {
            return Err(SyntaxError::at(
                e.range,
                format!(
                    "Exceeds the limit ({MOST_DIGITS} digits) for integer string conversion: value has {} \
                     digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal \
                     for huge integer literals to avoid decimal conversion limits.",
                    digits
                ),
            ));
        }
        match large_integer(int) {
            Some(value) => Ok(self.names.make.int(value)),
            None => Err(SyntaxError::at(e.range, "invalid decimal literal")),
        }
    }

    /// The value of an expression that is a constant without being a literal: a negative number, simple
    /// arithmetic, a tuple of constants. Nothing that could fail is folded.
    pub(super) fn fold(&mut self, expression: &Expr) -> Option<Value> {
        match expression {
            Expr::UnaryOp(_) => fold_number(expression, 0),
            Expr::BinOp(e) => fold_number(expression, 0).or_else(|| {
                let (Expr::StringLiteral(left), Expr::StringLiteral(right)) = (&*e.left, &*e.right)
                else {
                    return None;
                };
                (e.op == ast::Operator::Add).then(|| {
                    let text = [left.value.to_str(), right.value.to_str()].concat();
                    Value::Str(self.string(&text))
                })
            }),
            Expr::Tuple(e) => self.fold_tuple(&e.elts),
            _ => None,
        }
    }

    /// A tuple of constants.
    pub(super) fn fold_tuple(&mut self, elements: &[Expr]) -> Option<Value> {
        // Looked at first, so that nothing is made in vain.
        if !elements.iter().all(is_constant) {
            return None;
        }
        let items = elements
            .iter()
            .map(|element| match self.fold(element) {
                Some(value) => Some(value),
                None => self.literal(element).ok(),
            })
            .collect::<Option<Vec<Value>>>()?;
        Some(self.names.make.tuple(items))
    }
}

/// Operations within one another are folded down to this depth.
const FOLD_DEPTH: u32 = 16;

fn fold_number(expression: &Expr, depth: u32) -> Option<Value> {
    if depth > FOLD_DEPTH {
        return None;
    }
    match expression {
        Expr::NumberLiteral(e) => number(&e.value),
        Expr::UnaryOp(e) if e.op == ast::UnaryOp::USub => {
            match fold_number(&e.operand, depth + 1)? {
                Value::Int(value) => value.checked_neg().map(Value::Int),
                Value::Float(value) => Some(Value::Float(-value)),
                _ => None,
            }
        }
        Expr::BinOp(e) => {
            use ast::Operator::{Add, Mult, Sub};
            let left = fold_number(&e.left, depth + 1)?;
            let right = fold_number(&e.right, depth + 1)?;
            match (left, e.op, right) {
                (Value::Int(a), Add, Value::Int(b)) => a.checked_add(b).map(Value::Int),
                (Value::Int(a), Sub, Value::Int(b)) => a.checked_sub(b).map(Value::Int),
                (Value::Int(a), Mult, Value::Int(b)) => a.checked_mul(b).map(Value::Int),
                (Value::Float(a), Add, Value::Float(b)) => Some(Value::Float(a + b)),
                (Value::Float(a), Sub, Value::Float(b)) => Some(Value::Float(a - b)),
                (Value::Float(a), Mult, Value::Float(b)) => Some(Value::Float(a * b)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn is_constant(expression: &Expr) -> bool {
    match expression {
        Expr::UnaryOp(_) => fold_number(expression, 0).is_some(),
        Expr::Tuple(e) => e.elts.iter().all(is_constant),
        other => other.is_literal_expr(),
    }
}

/// An integer of any size.
pub(super) fn large_integer(int: &ast::Int) -> Option<BigInt> {
    let text = int.to_string().replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match text.get(..2) {
        Some("0x") => (&text[2..], 16),
        Some("0o") => (&text[2..], 8),
        Some("0b") => (&text[2..], 2),
        _ => (&text[..], 10),
    };
    BigInt::from_str_radix(digits, radix).ok()
}

/// A number that is held in place.
pub(super) fn number(number: &ast::Number) -> Option<Value> {
    match number {
        ast::Number::Int(int) => int.as_i64().map(Value::Int),
        ast::Number::Float(value) => Some(Value::Float(*value)),
        ast::Number::Complex { .. } => None,
    }
}

/// Whether a literal as it is written has an escape of a surrogate.
fn has_surrogate(literal: &str) -> bool {
    let literal = literal.to_ascii_lowercase();
    let half = |digits: &str| {
        let code = digits
            .get(..4)
            .and_then(|code| u32::from_str_radix(code, 16).ok());
        code.is_some_and(|code| (0xd800..0xe000).contains(&code))
    };
    literal.match_indices("\\u").any(|(at, _)| {
        let digits = &literal[at + 2..];
        half(digits) || digits.strip_prefix("0000").is_some_and(half)
    })
}
