//! Expressions back to text, as annotations are kept under `from __future__ import annotations`. The spacing
//! and the parentheses are those of CPython, which writes them anew from the tree.

use ruff_python_ast::{self as ast, Expr, InterpolatedStringElement};

use super::constant::large_integer;
use crate::types::bytes::repr::repr_of as bytes_repr;
use crate::types::float::repr::float_repr;
use crate::types::str::repr::repr_of as str_repr;

/// How tightly an expression binds, from the loosest.
mod level {
    pub(super) const TUPLE: u8 = 0;
    pub(super) const TEST: u8 = 1;
    pub(super) const OR: u8 = 2;
    pub(super) const AND: u8 = 3;
    pub(super) const NOT: u8 = 4;
    pub(super) const COMPARISON: u8 = 5;
    pub(super) const EXPRESSION: u8 = 6;
    pub(super) const XOR: u8 = 7;
    pub(super) const BIT_AND: u8 = 8;
    pub(super) const SHIFT: u8 = 9;
    pub(super) const ARITHMETIC: u8 = 10;
    pub(super) const TERM: u8 = 11;
    pub(super) const FACTOR: u8 = 12;
    pub(super) const POWER: u8 = 13;
    pub(super) const AWAIT: u8 = 14;
    pub(super) const ATOM: u8 = 15;
}

/// The text of an annotation.
pub(super) fn unparse(expression: &Expr) -> String {
    let mut writer = Writer { out: String::new() };
    writer.expression(expression, level::TEST);
    writer.out
}

struct Writer {
    out: String,
}

impl Writer {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Puts parentheses around what binds more loosely than its place asks for.
    fn wrapped(&mut self, loose: bool, write: impl FnOnce(&mut Self)) {
        if loose {
            self.text("(");
        }
        write(self);
        if loose {
            self.text(")");
        }
    }

    fn list(&mut self, expressions: &[Expr], at: u8) {
        for (index, expression) in expressions.iter().enumerate() {
            if index > 0 {
                self.text(", ");
            }
            self.expression(expression, at);
        }
    }

    fn expression(&mut self, expression: &Expr, at: u8) {
        match expression {
            Expr::Name(e) => self.text(&e.id),
            Expr::NoneLiteral(_) => self.text("None"),
            Expr::EllipsisLiteral(_) => self.text("..."),
            Expr::BooleanLiteral(e) => self.text(if e.value { "True" } else { "False" }),
            Expr::NumberLiteral(e) => self.number(&e.value),
            Expr::StringLiteral(e) => self.text(&str_repr(e.value.to_str())),
            Expr::BytesLiteral(e) => {
                let bytes: Vec<u8> = e.value.bytes().collect();
                self.text(&bytes_repr(&bytes));
            }
            Expr::FString(e) => {
                let mut body = Writer { out: String::new() };
                body.fstring_parts(e);
                self.text("f");
                self.text(&str_repr(&body.out));
            }
            Expr::Attribute(e) => {
                self.expression(&e.value, level::ATOM);
                // Else the dot would be the number's.
                let space = e.value.is_number_literal_expr();
                self.text(if space { " ." } else { "." });
                self.text(&e.attr);
            }
            Expr::Subscript(e) => {
                self.expression(&e.value, level::ATOM);
                self.text("[");
                self.expression(&e.slice, level::TUPLE);
                self.text("]");
            }
            Expr::Slice(e) => self.slice(e),
            Expr::Call(e) => self.call(e),
            Expr::Starred(e) => {
                self.text("*");
                self.expression(&e.value, level::EXPRESSION);
            }
            Expr::Tuple(e) => self.tuple(&e.elts, at),
            Expr::List(e) => {
                self.text("[");
                self.list(&e.elts, level::TEST);
                self.text("]");
            }
            Expr::Set(e) => {
                self.text("{");
                self.list(&e.elts, level::TEST);
                self.text("}");
            }
            Expr::Dict(e) => self.dict(e),
            Expr::BinOp(e) => self.binary(e, at),
            Expr::UnaryOp(e) => {
                let (symbol, own) = match e.op {
                    ast::UnaryOp::Invert => ("~", level::FACTOR),
                    ast::UnaryOp::UAdd => ("+", level::FACTOR),
                    ast::UnaryOp::USub => ("-", level::FACTOR),
                    ast::UnaryOp::Not => ("not ", level::NOT),
                };
                self.wrapped(at > own, |w| {
                    w.text(symbol);
                    w.expression(&e.operand, own);
                });
            }
            Expr::BoolOp(e) => {
                let (word, own) = match e.op {
                    ast::BoolOp::And => (" and ", level::AND),
                    ast::BoolOp::Or => (" or ", level::OR),
                };
                self.wrapped(at > own, |w| {
                    for (index, operand) in e.values.iter().enumerate() {
                        if index > 0 {
                            w.text(word);
                        }
                        w.expression(operand, own + 1);
                    }
                });
            }
            Expr::Compare(e) => self.wrapped(at > level::COMPARISON, |w| {
                w.expression(&e.left, level::COMPARISON + 1);
                for (op, right) in e.ops.iter().zip(&*e.comparators) {
                    w.text(" ");
                    w.text(op.as_str());
                    w.text(" ");
                    w.expression(right, level::COMPARISON + 1);
                }
            }),
            Expr::If(e) => self.wrapped(at > level::TEST, |w| {
                w.expression(&e.body, level::TEST + 1);
                w.text(" if ");
                w.expression(&e.test, level::TEST + 1);
                w.text(" else ");
                w.expression(&e.orelse, level::TEST);
            }),
            Expr::Lambda(e) => self.wrapped(at > level::TEST, |w| w.lambda(e)),
            Expr::Named(e) => self.wrapped(at > level::TUPLE, |w| {
                w.expression(&e.target, level::ATOM);
                w.text(" := ");
                w.expression(&e.value, level::ATOM);
            }),
            Expr::ListComp(e) => self.comprehension("[", &e.elt, &e.generators, "]"),
            Expr::SetComp(e) => self.comprehension("{", &e.elt, &e.generators, "}"),
            Expr::Generator(e) => self.comprehension("(", &e.elt, &e.generators, ")"),
            Expr::DictComp(e) => {
                self.text("{");
                if let Some(key) = &e.key {
                    self.expression(key, level::TEST);
                    self.text(": ");
                }
                self.expression(&e.value, level::TEST);
                self.generators(&e.generators);
                self.text("}");
            }
            Expr::Await(e) => self.wrapped(at > level::AWAIT, |w| {
                w.text("await ");
                w.expression(&e.value, level::ATOM);
            }),
            Expr::Yield(e) => {
                self.text("(yield");
                if let Some(value) = &e.value {
                    self.text(" ");
                    self.expression(value, level::TUPLE);
                }
                self.text(")");
            }
            Expr::YieldFrom(e) => {
                self.text("(yield from ");
                self.expression(&e.value, level::TEST);
                self.text(")");
            }
            Expr::TString(_) | Expr::IpyEscapeCommand(_) => {}
        }
    }

    fn number(&mut self, number: &ast::Number) {
        match number {
            ast::Number::Int(int) => {
                let text = int.as_i64().map(|value| value.to_string());
                let text = text.or_else(|| large_integer(int).map(|value| value.to_string()));
                self.text(&text.unwrap_or_default());
            }
            ast::Number::Float(value) if value.is_infinite() => self.text("1e309"),
            ast::Number::Float(value) => self.text(&float_repr(*value)),
            ast::Number::Complex { imag, .. } => {
                self.text(&float_repr(*imag));
                self.text("j");
            }
        }
    }

    fn slice(&mut self, e: &ast::ExprSlice) {
        if let Some(lower) = &e.lower {
            self.expression(lower, level::TEST);
        }
        self.text(":");
        if let Some(upper) = &e.upper {
            self.expression(upper, level::TEST);
        }
        if let Some(step) = &e.step {
            self.text(":");
            self.expression(step, level::TEST);
        }
    }

    fn call(&mut self, e: &ast::ExprCall) {
        self.expression(&e.func, level::ATOM);
        if let ([Expr::Generator(_)], []) = (&*e.arguments.args, &*e.arguments.keywords) {
            return self.expression(&e.arguments.args[0], level::TEST);
        }
        self.text("(");
        self.list(&e.arguments.args, level::TEST);
        for (index, keyword) in e.arguments.keywords.iter().enumerate() {
            if index > 0 || !e.arguments.args.is_empty() {
                self.text(", ");
            }
            match &keyword.arg {
                Some(name) => {
                    self.text(name);
                    self.text("=");
                }
                None => self.text("**"),
            }
            self.expression(&keyword.value, level::TEST);
        }
        self.text(")");
    }

    fn tuple(&mut self, elements: &[Expr], at: u8) {
        if elements.is_empty() {
            return self.text("()");
        }
        self.wrapped(at > level::TUPLE, |w| {
            w.list(elements, level::TEST);
            if elements.len() == 1 {
                w.text(",");
            }
        });
    }

    fn dict(&mut self, e: &ast::ExprDict) {
        self.text("{");
        for (index, item) in e.items.iter().enumerate() {
            if index > 0 {
                self.text(", ");
            }
            if let Some(key) = &item.key {
                self.expression(key, level::TEST);
                self.text(": ");
                self.expression(&item.value, level::TEST);
            } else {
                self.text("**");
                self.expression(&item.value, level::EXPRESSION);
            }
        }
        self.text("}");
    }

    fn binary(&mut self, e: &ast::ExprBinOp, at: u8) {
        use ast::Operator::*;
        let own = match e.op {
            Add | Sub => level::ARITHMETIC,
            Mult | MatMult | Div | FloorDiv | Mod => level::TERM,
            LShift | RShift => level::SHIFT,
            BitOr => level::EXPRESSION,
            BitXor => level::XOR,
            BitAnd => level::BIT_AND,
            Pow => level::POWER,
        };
        let from_right = u8::from(e.op == Pow);
        self.wrapped(at > own, |w| {
            w.expression(&e.left, own + from_right);
            w.text(" ");
            w.text(e.op.as_str());
            w.text(" ");
            w.expression(&e.right, own + 1 - from_right);
        });
    }

    fn lambda(&mut self, e: &ast::ExprLambda) {
        self.text("lambda");
        if let Some(parameters) = &e.parameters {
            if !parameters.posonlyargs.is_empty() || !parameters.args.is_empty() {
                self.text(" ");
            }
            self.parameters(parameters);
        }
        self.text(": ");
        self.expression(&e.body, level::TEST);
    }

    fn parameters(&mut self, parameters: &ast::Parameters) {
        let mut parts: Vec<String> = Vec::new();
        let named = |parameters: &[ast::ParameterWithDefault], parts: &mut Vec<String>| {
            for parameter in parameters {
                let mut text = parameter.parameter.name.to_string();
                if let Some(default) = &parameter.default {
                    text.push('=');
                    text.push_str(&unparse(default));
                }
                parts.push(text);
            }
        };
        named(&parameters.posonlyargs, &mut parts);
        if !parameters.posonlyargs.is_empty() {
            parts.push("/".to_owned());
        }
        named(&parameters.args, &mut parts);
        match &parameters.vararg {
            Some(name) => parts.push(format!("*{}", name.name)),
            None if !parameters.kwonlyargs.is_empty() => parts.push("*".to_owned()),
            None => {}
        }
        named(&parameters.kwonlyargs, &mut parts);
        if let Some(name) = &parameters.kwarg {
            parts.push(format!("**{}", name.name));
        }
        self.text(&parts.join(", "));
    }

    fn comprehension(
        &mut self,
        open: &str,
        element: &Expr,
        generators: &[ast::Comprehension],
        close: &str,
    ) {
        self.text(open);
        self.expression(element, level::TEST);
        self.generators(generators);
        self.text(close);
    }

    fn generators(&mut self, generators: &[ast::Comprehension]) {
        for generator in generators {
            self.text(if generator.is_async {
                " async for "
            } else {
                " for "
            });
            self.expression(&generator.target, level::TUPLE);
            self.text(" in ");
            self.expression(&generator.iter, level::TEST + 1);
            for condition in &generator.ifs {
                self.text(" if ");
                self.expression(condition, level::TEST + 1);
            }
        }
    }

    fn fstring_parts(&mut self, e: &ast::ExprFString) {
        for part in &e.value {
            match part {
                ast::FStringPart::Literal(literal) => self.braces(&literal.value),
                ast::FStringPart::FString(fstring) => self.elements(&fstring.elements),
            }
        }
    }

    fn braces(&mut self, text: &str) {
        self.text(&text.replace('{', "{{").replace('}', "}}"));
    }

    fn elements(&mut self, elements: &ast::InterpolatedStringElements) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => self.braces(&literal.value),
                InterpolatedStringElement::Interpolation(field) => self.field(field),
            }
        }
    }

    fn field(&mut self, field: &ast::InterpolatedElement) {
        let mut conversion = field.conversion;
        if let Some(debug) = &field.debug_text {
            self.text(debug.as_str());
            if field.format_spec.is_none() && conversion == ast::ConversionFlag::None {
                conversion = ast::ConversionFlag::Repr;
            }
        }
        let mut inner = Writer { out: String::new() };
        inner.expression(&field.expression, level::TEST + 1);
        self.text(if inner.out.starts_with('{') {
            "{ "
        } else {
            "{"
        });
        self.text(&inner.out);
        self.text(match conversion {
            ast::ConversionFlag::None => "",
            ast::ConversionFlag::Str => "!s",
            ast::ConversionFlag::Ascii => "!a",
            ast::ConversionFlag::Repr => "!r",
        });
        if let Some(spec) = &field.format_spec {
            self.text(":");
            self.elements(&spec.elements);
        }
        self.text("}");
    }
}
