//! Which part of the text an instruction stands for, and what a traceback marks in it.

use ruff_python_ast as ast;
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::Compiler;
use crate::code::Span;

impl Compiler<'_, '_> {
    /// The place of a node.
    pub(super) fn span(&self, node: &impl Ranged) -> Span {
        span_of(node.range())
    }

    /// The place of a binary operation; its operator is the anchor.
    pub(super) fn binary_span(&self, node: &ast::ExprBinOp) -> Span {
        let mut span = span_of(node.range);
        let text = self.text().as_bytes();
        let right = node.right.start().to_usize();
        let mut start = node.left.end().to_usize();
        while start < right && matches!(text[start], b' ' | b'\t' | b'\n' | b'\r' | b')' | b'\\') {
            start += 1;
        }
        let mut end = start + 1;
        if end < right && !text[end].is_ascii_whitespace() && text[end] == second(text[start]) {
            end += 1;
        }
        span.anchor = Some((start as u32, end as u32));
        self.on_one_line(span)
    }

    /// The place of a subscript; the brackets are the anchor.
    pub(super) fn subscript_span(&self, node: &ast::ExprSubscript) -> Span {
        let mut span = span_of(node.range);
        let text = self.text().as_bytes();
        let mut start = node.value.end().to_usize();
        while start < span.end as usize && text[start] != b'[' {
            start += 1;
        }
        span.anchor = Some((start as u32, span.end));
        self.on_one_line(span)
    }

    /// The range of a generator expression; as a call's only argument it includes the call's parentheses.
    pub(super) fn generator_range(&self, node: &ast::ExprGenerator) -> TextRange {
        if node.parenthesized {
            return node.range;
        }
        let text = self.text();
        let open = text[..node.start().to_usize()].rfind('(');
        let close = text[node.end().to_usize()..].find(')');
        match (open, close) {
            (Some(open), Some(close)) => TextRange::new(
                TextSize::new(open as u32),
                node.end() + TextSize::new(close as u32 + 1),
            ),
            _ => node.range,
        }
    }

    /// CPython finds no operator in an expression of several lines.
    fn on_one_line(&self, mut span: Span) -> Span {
        if self.text()[span.start as usize..span.end as usize].contains('\n') {
            span.anchor = None;
        }
        span
    }

    /// The place of an attribute or of a call of a method. Where the chain goes over several lines, the
    /// part from the attribute's name on.
    pub(super) fn attribute_span(&self, node: &ast::ExprAttribute, range: TextRange) -> Span {
        let mut span = span_of(range);
        let start = node.start().to_usize();
        let name = node.attr.start().to_usize();
        if self.text()[start..name].contains('\n') {
            span.start = name as u32;
        }
        span
    }
}

/// The second byte of an operator of two bytes that begins with this one.
fn second(first: u8) -> u8 {
    match first {
        b'*' | b'/' | b'<' | b'>' => first,
        _ => 0,
    }
}

pub(super) fn span_of(range: TextRange) -> Span {
    Span {
        start: range.start().to_u32(),
        end: range.end().to_u32(),
        anchor: None,
    }
}
