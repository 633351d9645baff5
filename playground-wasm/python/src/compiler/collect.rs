//! Walks the tree once and fills the symbol tables, as CPython's symtable does.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::name_table::{NameId, NameTable};
use super::scope::*;
use super::suspicious::Suspicion;
use super::{Result, errors};
use crate::syntax::SyntaxError;

/// The tables of a tree.
pub(super) fn collect(
    tree: &ast::Mod,
    names: &mut NameTable<'_>,
    future_annotations: bool,
) -> Result<(Scopes, Vec<Suspicion>)> {
    let mut collector = Collector {
        scopes: Scopes {
            all: vec![Scope::new(ScopeKind::Module, None, "<module>")],
            by_node: Default::default(),
        },
        names,
        current: 0,
        future_annotations,
        in_iterable: false,
        suspicions: Vec::new(),
    };
    match tree {
        ast::Mod::Module(module) => collector.body(&module.body)?,
        ast::Mod::Expression(expression) => collector.expression(&expression.body)?,
    }
    Ok((collector.scopes, collector.suspicions))
}

pub(super) struct Collector<'c, 'm> {
    pub(super) scopes: Scopes,
    pub(super) names: &'c mut NameTable<'m>,
    pub(super) current: ScopeId,
    pub(super) future_annotations: bool,
    /// Within the iterable of a comprehension, where `:=` is not allowed.
    pub(super) in_iterable: bool,
    pub(super) suspicions: Vec<Suspicion>,
}

impl Collector<'_, '_> {
    pub(super) fn scope(&mut self) -> &mut Scope {
        &mut self.scopes.all[self.current]
    }

    pub(super) fn id(&mut self, name: &str) -> NameId {
        let class = self.scopes.all[self.current].class.as_deref();
        self.names.mangled(class, name)
    }

    pub(super) fn note(&mut self, name: &str, flags: u16, range: TextRange) -> u16 {
        let id = self.id(name);
        self.scope().note(id, flags, range)
    }

    /// Opens the scope of a node, which the caller leaves by setting `current` back.
    pub(super) fn enter(&mut self, node: usize, kind: ScopeKind, name: &str) -> ScopeId {
        let outer = self.current;
        let mut scope = Scope::new(kind, Some(outer), name);
        scope.class = match kind {
            ScopeKind::Class => Some(name.to_owned()),
            _ => self.scope().class.clone(),
        };
        self.current = self.scopes.all.len();
        self.scopes.all.push(scope);
        self.scopes.by_node.insert(node, self.current);
        outer
    }

    pub(super) fn body(&mut self, body: &[Stmt]) -> Result {
        body.iter().try_for_each(|stmt| self.statement(stmt))
    }

    fn statement(&mut self, stmt: &Stmt) -> Result {
        match stmt {
            Stmt::FunctionDef(def) => self.function(def),
            Stmt::ClassDef(def) => self.class(def),
            Stmt::Return(stmt) => self.optional(stmt.value.as_deref()),
            Stmt::Delete(stmt) => stmt.targets.iter().try_for_each(|target| {
                self.mark_deleted(target);
                self.expression(target)
            }),
            Stmt::TypeAlias(_) => Ok(()),
            Stmt::Assign(stmt) => {
                self.expression(&stmt.value)?;
                self.all(&stmt.targets)
            }
            Stmt::AugAssign(stmt) => {
                self.expression(&stmt.target)?;
                self.expression(&stmt.value)
            }
            Stmt::AnnAssign(stmt) => self.annotated(stmt),
            Stmt::For(stmt) => {
                self.expression(&stmt.target)?;
                self.expression(&stmt.iter)?;
                self.body(&stmt.body)?;
                self.body(&stmt.orelse)
            }
            Stmt::While(stmt) => {
                self.expression(&stmt.test)?;
                self.body(&stmt.body)?;
                self.body(&stmt.orelse)
            }
            Stmt::If(stmt) => {
                self.expression(&stmt.test)?;
                self.body(&stmt.body)?;
                stmt.elif_else_clauses.iter().try_for_each(|clause| {
                    self.optional(clause.test.as_ref())?;
                    self.body(&clause.body)
                })
            }
            Stmt::With(stmt) => {
                for item in &stmt.items {
                    self.expression(&item.context_expr)?;
                    self.optional(item.optional_vars.as_deref())?;
                }
                self.body(&stmt.body)
            }
            Stmt::Match(stmt) => {
                self.expression(&stmt.subject)?;
                stmt.cases.iter().try_for_each(|case| {
                    self.pattern(&case.pattern)?;
                    self.optional(case.guard.as_deref())?;
                    self.body(&case.body)
                })
            }
            Stmt::Raise(stmt) => {
                self.optional(stmt.exc.as_deref())?;
                self.optional(stmt.cause.as_deref())
            }
            Stmt::Try(stmt) => self.try_statement(stmt),
            Stmt::Assert(stmt) => {
                self.suspect_assertion(stmt);
                self.expression(&stmt.test)?;
                self.optional(stmt.msg.as_deref())
            }
            Stmt::Import(stmt) => self.imported(&stmt.names, true),
            Stmt::ImportFrom(stmt) => self.imported(&stmt.names, false),
            Stmt::Global(stmt) => self.declared(&stmt.names, GLOBAL, stmt.range),
            Stmt::Nonlocal(stmt) => self.declared(&stmt.names, NONLOCAL, stmt.range),
            Stmt::Expr(stmt) => self.expression(&stmt.value),
            Stmt::Pass(_) | Stmt::Break(_) | Stmt::Continue(_) | Stmt::IpyEscapeCommand(_) => {
                Ok(())
            }
        }
    }

    fn try_statement(&mut self, stmt: &ast::StmtTry) -> Result {
        self.body(&stmt.body)?;
        self.body(&stmt.orelse)?;
        for ast::ExceptHandler::ExceptHandler(handler) in &stmt.handlers {
            self.optional(handler.type_.as_deref())?;
            if let Some(name) = &handler.name {
                self.note(name, BOUND | DELETED, name.range);
            }
            self.body(&handler.body)?;
        }
        self.body(&stmt.finalbody)
    }

    /// `del x` anywhere means that a use of `x` must be checked.
    fn mark_deleted(&mut self, target: &Expr) {
        match target {
            Expr::Name(name) => {
                self.note(&name.id, DELETED, name.range);
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                elts.iter().for_each(|element| self.mark_deleted(element));
            }
            _ => {}
        }
    }

    fn annotated(&mut self, stmt: &ast::StmtAnnAssign) -> Result {
        match &*stmt.target {
            Expr::Name(name) if stmt.simple || stmt.value.is_some() => {
                let before = self.id(&name.id);
                let before = self.scope().flags(before);
                if before & (GLOBAL | NONLOCAL) != 0
                    && stmt.simple
                    && self.scope().kind != ScopeKind::Module
                {
                    let kind = if before & GLOBAL != 0 {
                        "global"
                    } else {
                        "nonlocal"
                    };
                    return Err(SyntaxError::at(
                        stmt.range,
                        format!("annotated name '{}' can't be {kind}", name.id),
                    ));
                }
                let flags = if stmt.simple {
                    BOUND | ANNOTATED
                } else {
                    BOUND
                };
                self.note(&name.id, flags, name.range);
            }
            target => self.expression(target)?,
        }
        self.annotation(Some(&stmt.annotation))?;
        self.optional(stmt.value.as_deref())
    }

    pub(super) fn annotation(&mut self, annotation: Option<&Expr>) -> Result {
        match annotation {
            Some(annotation) if !self.future_annotations => self.expression(annotation),
            _ => Ok(()),
        }
    }

    fn imported(&mut self, aliases: &[ast::Alias], top_level: bool) -> Result {
        for alias in aliases {
            let name = match &alias.asname {
                Some(name) => name.as_str(),
                None if top_level => alias.name.split('.').next().unwrap_or_default(),
                None if &alias.name == "*" => {
                    if self.scope().kind != ScopeKind::Module {
                        return Err(SyntaxError::at(
                            alias.range,
                            "import * only allowed at module level",
                        ));
                    }
                    continue;
                }
                None => alias.name.as_str(),
            };
            self.note(name, BOUND, alias.range);
        }
        Ok(())
    }

    fn declared(&mut self, names: &[ast::Identifier], flag: u16, range: TextRange) -> Result {
        for name in names {
            let id = self.id(name);
            let before = self.scope().flags(id);
            if let Some(problem) = errors::declaration(before, flag, name) {
                return Err(SyntaxError::at(range, problem));
            }
            if flag == NONLOCAL && self.scope().kind == ScopeKind::Module {
                return Err(SyntaxError::at(
                    range,
                    "nonlocal declaration not allowed at module level",
                ));
            }
            self.scope().note(id, flag, range);
        }
        Ok(())
    }

    fn function(&mut self, def: &ast::StmtFunctionDef) -> Result {
        self.note(&def.name, BOUND, def.range);
        for decorator in &def.decorator_list {
            self.expression(&decorator.expression)?;
        }
        self.defaults(&def.parameters)?;
        for parameter in &*def.parameters {
            self.annotation(parameter.annotation())?;
        }
        self.annotation(def.returns.as_deref())?;
        let outer = self.enter(node_key(def), ScopeKind::Function, &def.name);
        self.parameters(&def.parameters)?;
        self.body(&def.body)?;
        self.current = outer;
        Ok(())
    }

    fn class(&mut self, def: &ast::StmtClassDef) -> Result {
        self.note(&def.name, BOUND, def.range);
        for decorator in &def.decorator_list {
            self.expression(&decorator.expression)?;
        }
        if let Some(arguments) = &def.arguments {
            self.arguments(arguments)?;
        }
        let outer = self.enter(node_key(def), ScopeKind::Class, &def.name);
        self.body(&def.body)?;
        self.current = outer;
        Ok(())
    }

    pub(super) fn defaults(&mut self, parameters: &ast::Parameters) -> Result {
        parameters
            .iter()
            .try_for_each(|parameter| self.optional(parameter.default()))
    }

    /// Parameters in the order of their registers.
    pub(super) fn parameters(&mut self, parameters: &ast::Parameters) -> Result {
        let named = parameters.iter_non_variadic_params().map(|p| &p.parameter);
        let variadic = [&parameters.vararg, &parameters.kwarg];
        for parameter in named.chain(variadic.into_iter().flatten().map(|p| &**p)) {
            let before = self.note(&parameter.name, BOUND | PARAMETER, parameter.name.range);
            if before & PARAMETER != 0 {
                return Err(SyntaxError::at(
                    parameter.name.range,
                    format!(
                        "duplicate argument '{}' in function definition",
                        parameter.name
                    ),
                ));
            }
        }
        Ok(())
    }

    pub(super) fn arguments(&mut self, arguments: &ast::Arguments) -> Result {
        self.all(&arguments.args)?;
        for keyword in &arguments.keywords {
            self.expression(&keyword.value)?;
        }
        Ok(())
    }

    pub(super) fn all(&mut self, expressions: &[Expr]) -> Result {
        expressions
            .iter()
            .try_for_each(|expression| self.expression(expression))
    }

    pub(super) fn optional(&mut self, expression: Option<&Expr>) -> Result {
        expression.map_or(Ok(()), |expression| self.expression(expression))
    }

    fn pattern(&mut self, pattern: &ast::Pattern) -> Result {
        match pattern {
            ast::Pattern::MatchValue(pattern) => self.expression(&pattern.value),
            ast::Pattern::MatchSingleton(_) => Ok(()),
            ast::Pattern::MatchSequence(ast::PatternMatchSequence { patterns, .. })
            | ast::Pattern::MatchOr(ast::PatternMatchOr { patterns, .. }) => patterns
                .iter()
                .try_for_each(|pattern| self.pattern(pattern)),
            ast::Pattern::MatchMapping(pattern) => {
                self.all(&pattern.keys)?;
                for pattern in &pattern.patterns {
                    self.pattern(pattern)?;
                }
                self.captured(pattern.rest.as_ref())
            }
            ast::Pattern::MatchClass(pattern) => {
                self.expression(&pattern.cls)?;
                for pattern in &pattern.arguments.patterns {
                    self.pattern(pattern)?;
                }
                for keyword in &pattern.arguments.keywords {
                    self.pattern(&keyword.pattern)?;
                }
                Ok(())
            }
            ast::Pattern::MatchStar(pattern) => self.captured(pattern.name.as_ref()),
            ast::Pattern::MatchAs(pattern) => {
                if let Some(inner) = &pattern.pattern {
                    self.pattern(inner)?;
                }
                self.captured(pattern.name.as_ref())
            }
        }
    }

    fn captured(&mut self, name: Option<&ast::Identifier>) -> Result {
        if let Some(name) = name {
            self.note(name, BOUND, name.range());
        }
        Ok(())
    }
}
