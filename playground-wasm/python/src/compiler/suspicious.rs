//! What CPython's compiler warns of: code that can only be a slip.

use ruff_python_ast::{self as ast, CmpOp, Expr, Number, Operator, UnaryOp};
use ruff_text_size::{Ranged, TextRange};

use super::collect::Collector;

/// A `SyntaxWarning`.
pub(crate) struct Suspicion {
    /// What it is about.
    pub(crate) range: TextRange,
    /// The text.
    pub(crate) text: String,
}

impl Collector<'_, '_> {
    pub(super) fn suspect_comparison(&mut self, e: &ast::ExprCompare) {
        let mut left = &*e.left;
        for (op, right) in e.ops.iter().zip(&*e.comparators) {
            let (word, sign) = match op {
                CmpOp::Is => ("is", "=="),
                CmpOp::IsNot => ("is not", "!="),
                _ => ("", ""),
            };
            if !word.is_empty() && (is_literal(left) || is_literal(right)) {
                let text = format!("\"{word}\" with a literal. Did you mean \"{sign}\"?");
                self.suspect(e.range(), text);
            }
            left = right;
        }
    }

    pub(super) fn suspect_call(&mut self, e: &ast::ExprCall) {
        if let Some(kind) = display(&e.func)
            && kind != "function"
        {
            let text = format!("'{kind}' object is not callable; perhaps you missed a comma?");
            self.suspect(e.range(), text);
        }
    }

    pub(super) fn suspect_subscript(&mut self, e: &ast::ExprSubscript) {
        let Some(kind) = display(&e.value) else {
            return;
        };
        match kind {
            "str" | "bytes" | "tuple" | "list" => {
                if let Some(index) = display(&e.slice)
                    && !matches!(index, "int" | "bool")
                {
                    let text = format!(
                        "{kind} indices must be integers or slices, not {index}; perhaps you missed a comma?"
                    );
                    self.suspect(e.range(), text);
                }
            }
            "dict" => {}
            _ => {
                let text =
                    format!("'{kind}' object is not subscriptable; perhaps you missed a comma?");
                self.suspect(e.range(), text);
            }
        }
    }

    pub(super) fn suspect_assertion(&mut self, stmt: &ast::StmtAssert) {
        if matches!(&*stmt.test, Expr::Tuple(tuple) if !tuple.elts.is_empty()) {
            let text = "assertion is always true, perhaps remove parentheses?";
            self.suspect(stmt.range, text.to_owned());
        }
    }

    fn suspect(&mut self, range: TextRange, text: String) {
        self.suspicions.push(Suspicion { range, text });
    }
}

/// Whether identity says nothing about an expression's value.
fn is_literal(e: &Expr) -> bool {
    !matches!(
        e,
        Expr::NoneLiteral(_) | Expr::EllipsisLiteral(_) | Expr::BooleanLiteral(_)
    ) && constant(e).is_some()
}

/// The type that an expression has by its form.
fn display(e: &Expr) -> Option<&'static str> {
    Some(match e {
        Expr::Tuple(_) => "tuple",
        Expr::List(_) | Expr::ListComp(_) => "list",
        Expr::Dict(_) | Expr::DictComp(_) => "dict",
        Expr::Set(_) | Expr::SetComp(_) => "set",
        Expr::Generator(_) => "generator",
        Expr::Lambda(_) => "function",
        Expr::FString(_) => "str",
        other => return constant(other),
    })
}

/// The type of an expression that CPython's compiler reckons out.
fn constant(e: &Expr) -> Option<&'static str> {
    Some(match e {
        Expr::StringLiteral(_) => "str",
        Expr::BytesLiteral(_) => "bytes",
        Expr::BooleanLiteral(_) => "bool",
        Expr::NoneLiteral(_) => "NoneType",
        Expr::EllipsisLiteral(_) => "ellipsis",
        Expr::NumberLiteral(number) => match number.value {
            Number::Int(_) => "int",
            Number::Float(_) => "float",
            Number::Complex { .. } => "complex",
        },
        Expr::Tuple(tuple) => tuple
            .elts
            .iter()
            .all(|element| constant(element).is_some())
            .then_some("tuple")?,
        Expr::Subscript(subscript) => element(subscript)?,
        Expr::UnaryOp(unary) => match (unary.op, constant(&unary.operand)?) {
            (UnaryOp::Not, _) => "bool",
            (_, "int" | "bool") => "int",
            (UnaryOp::UAdd | UnaryOp::USub, "float") => "float",
            _ => return None,
        },
        Expr::BinOp(binary) => {
            let (left, right) = (constant(&binary.left)?, constant(&binary.right)?);
            let divides = matches!(
                binary.op,
                Operator::Div | Operator::FloorDiv | Operator::Mod
            );
            match (left, right) {
                _ if divides && is_zero(&binary.right) => return None,
                ("int" | "bool", "int" | "bool") if binary.op == Operator::Div => "float",
                ("int" | "bool", "int" | "bool") => "int",
                ("int" | "bool" | "float", "int" | "bool" | "float") => "float",
                _ => return None,
            }
        }
        _ => return None,
    })
}

/// The type of what a constant's constant index picks.
fn element(e: &ast::ExprSubscript) -> Option<&'static str> {
    let Expr::NumberLiteral(ast::ExprNumberLiteral {
        value: Number::Int(index),
        ..
    }) = &*e.slice
    else {
        return None;
    };
    match &*e.value {
        Expr::Tuple(tuple) if constant(&e.value).is_some() => {
            constant(tuple.elts.get(index.as_usize()?)?)
        }
        _ => None,
    }
}

fn is_zero(e: &Expr) -> bool {
    match e {
        Expr::NumberLiteral(number) => match &number.value {
            Number::Int(value) => *value == 0,
            Number::Float(value) => *value == 0.0,
            Number::Complex { .. } => false,
        },
        Expr::BooleanLiteral(literal) => !literal.value,
        _ => false,
    }
}
