//! `import`, `from … import`, and what `from __future__ import` switches on.

use ruff_python_ast::{self as ast, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::{Compiler, Result};
use crate::code::Op;
use crate::object::Value;
use crate::syntax::SyntaxError;

/// What `from __future__ import` knows.
const FEATURES: [&str; 10] = [
    "nested_scopes",
    "generators",
    "division",
    "absolute_import",
    "with_statement",
    "print_function",
    "unicode_literals",
    "barry_as_FLUFL",
    "generator_stop",
    "annotations",
];

/// Looks for `from __future__ import` at the start of a module; answers whether annotations are text.
pub(super) fn future_features(tree: &ast::Mod) -> Result<bool> {
    let ast::Mod::Module(module) = tree else {
        return Ok(false);
    };
    let mut annotations = false;
    for (index, stmt) in module.body.iter().enumerate() {
        match stmt {
            Stmt::ImportFrom(import) if is_future(import) => {
                annotations |= features(import)?;
            }
            Stmt::Expr(stmt) if index == 0 && stmt.value.is_string_literal_expr() => {}
            _ => break,
        }
    }
    Ok(annotations)
}

fn is_future(import: &ast::StmtImportFrom) -> bool {
    import.level == 0 && import.module.as_deref() == Some("__future__")
}

fn features(import: &ast::StmtImportFrom) -> Result<bool> {
    let start = TextRange::empty(import.start());
    for alias in &import.names {
        if &alias.name == "braces" {
            return Err(SyntaxError::at(start, "not a chance"));
        }
        if !FEATURES.contains(&alias.name.as_str()) {
            return Err(SyntaxError::at(
                start,
                format!("future feature {} is not defined", alias.name),
            ));
        }
    }
    Ok(import
        .names
        .iter()
        .any(|alias| &alias.name == "annotations"))
}

impl<'a> Compiler<'a, '_> {
    pub(super) fn import(&mut self, stmt: &'a ast::StmtImport) -> Result {
        let span = self.span(stmt);
        for alias in &stmt.names {
            let d = self.push_constant(Value::Int(0), span);
            self.push_constant(Value::None, span);
            let id = self.names.id(&alias.name);
            let n = self.name(id);
            self.emit(Op::Import { d, n }, span);
            self.release(d + 1);
            match &alias.asname {
                None => {
                    let top_level = alias.name.split('.').next().unwrap_or_default();
                    self.store_name(top_level, d, span);
                }
                Some(name) => {
                    // `import a.b.c as x` binds the innermost module.
                    for part in alias.name.split('.').skip(1) {
                        let id = self.names.id(part);
                        let n = self.name(id);
                        let inner = self.temporary();
                        self.emit(Op::ImportFrom { d: inner, m: d, n }, span);
                        self.emit(Op::Move { d, s: inner }, span);
                        self.release(inner);
                    }
                    self.check_target(name, name)?;
                    self.store_name(name, d, span);
                }
            }
            self.release(d);
        }
        Ok(())
    }

    pub(super) fn import_from(&mut self, stmt: &'a ast::StmtImportFrom) -> Result {
        let span = self.span(stmt);
        if is_future(stmt) && !self.is_leading(stmt) {
            return Err(SyntaxError::at(
                stmt.range,
                "from __future__ imports must occur at the beginning of the file",
            ));
        }
        let m = self.push_constant(Value::Int(i64::from(stmt.level)), span);
        let names = stmt.names.iter();
        let names = names
            .map(|alias| Value::Str(self.names.make.intern(&alias.name)))
            .collect();
        let names = self.names.make.tuple(names);
        self.push_constant(names, span);
        let id = self.names.id(stmt.module.as_deref().unwrap_or_default());
        let n = self.name(id);
        self.emit(Op::Import { d: m, n }, span);
        self.release(m + 1);
        for alias in &stmt.names {
            if &alias.name == "*" {
                self.emit(Op::ImportStar { m }, span);
                return Ok(());
            }
            let id = self.names.id(&alias.name);
            let n = self.name(id);
            let d = self.temporary();
            self.emit(Op::ImportFrom { d, m, n }, span);
            let name = alias.asname.as_ref().unwrap_or(&alias.name);
            self.check_target(name, name)?;
            self.store_name(name, d, span);
            self.release(d);
        }
        self.emit(Op::Clear { r: m }, span);
        Ok(())
    }

    /// Whether only a docstring and other imports of this kind stand before it.
    fn is_leading(&self, stmt: &ast::StmtImportFrom) -> bool {
        let ast::Mod::Module(module) = &self.parsed.tree else {
            return false;
        };
        module
            .body
            .iter()
            .enumerate()
            .take_while(|(index, other)| match other {
                Stmt::ImportFrom(import) => is_future(import),
                Stmt::Expr(stmt) => *index == 0 && stmt.value.is_string_literal_expr(),
                _ => false,
            })
            .any(|(_, other)| matches!(other, Stmt::ImportFrom(import) if std::ptr::eq(import, stmt)))
    }
}
