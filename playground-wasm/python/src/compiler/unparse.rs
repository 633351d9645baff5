//! Expressions back to text, as annotations are kept under `from __future__ import annotations`.

use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

/// The text of an annotation.
pub(super) fn unparse(expression: &Expr, source: &str) -> String {
    source[expression.range()].to_owned()
}
