//! `match`.

use ruff_python_ast as ast;

use super::{Compiler, Result};
use crate::syntax::SyntaxError;

impl<'a> Compiler<'a, '_> {
    pub(super) fn match_statement(&mut self, stmt: &'a ast::StmtMatch) -> Result {
        Err(SyntaxError::unsupported(stmt.range, "'match'"))
    }
}
