//! The part of the symbol tables' walk that is concerned with expressions.

use ruff_python_ast::{self as ast, Expr, ExprContext};
use ruff_text_size::{Ranged, TextRange};

use super::Result;
use super::collect::Collector;
use super::scope::*;
use crate::syntax::SyntaxError;

impl Collector<'_, '_> {
    pub(super) fn expression(&mut self, expression: &Expr) -> Result {
        match expression {
            Expr::Name(name) => {
                self.name(name);
                Ok(())
            }
            Expr::BoolOp(e) => self.all(&e.values),
            Expr::Named(e) => self.named(e),
            Expr::BinOp(e) => self.binary(e),
            Expr::UnaryOp(e) => self.expression(&e.operand),
            Expr::Lambda(e) => self.lambda(e),
            Expr::If(e) => {
                self.expression(&e.test)?;
                self.expression(&e.body)?;
                self.expression(&e.orelse)
            }
            Expr::Dict(e) => e.items.iter().try_for_each(|item| {
                self.optional(item.key.as_ref())?;
                self.expression(&item.value)
            }),
            Expr::Set(ast::ExprSet { elts, .. })
            | Expr::List(ast::ExprList { elts, .. })
            | Expr::Tuple(ast::ExprTuple { elts, .. }) => self.all(elts),
            Expr::ListComp(e) => {
                self.comprehension(node_key(e), "<listcomp>", &e.generators, &[&e.elt])
            }
            Expr::SetComp(e) => {
                self.comprehension(node_key(e), "<setcomp>", &e.generators, &[&e.elt])
            }
            Expr::Generator(e) => {
                self.comprehension(node_key(e), "<genexpr>", &e.generators, &[&e.elt])
            }
            Expr::DictComp(e) => {
                let mut parts: Vec<&Expr> = e.key.as_deref().into_iter().collect();
                parts.push(&e.value);
                self.comprehension(node_key(e), "<dictcomp>", &e.generators, &parts)
            }
            Expr::Await(e) => self.expression(&e.value),
            Expr::Yield(e) => {
                self.yields(e.range)?;
                self.optional(e.value.as_deref())
            }
            Expr::YieldFrom(e) => {
                self.yields(e.range)?;
                self.expression(&e.value)
            }
            Expr::Compare(e) => {
                self.suspect_comparison(e);
                self.expression(&e.left)?;
                self.all(&e.comparators)
            }
            Expr::Call(e) => {
                self.suspect_call(e);
                self.expression(&e.func)?;
                self.arguments(&e.arguments)
            }
            Expr::FString(e) => e
                .value
                .elements()
                .try_for_each(|element| self.part(element)),
            Expr::Attribute(e) => self.expression(&e.value),
            Expr::Subscript(e) => {
                self.suspect_subscript(e);
                self.expression(&e.value)?;
                self.expression(&e.slice)
            }
            Expr::Starred(e) => self.expression(&e.value),
            Expr::Slice(e) => {
                self.optional(e.lower.as_deref())?;
                self.optional(e.upper.as_deref())?;
                self.optional(e.step.as_deref())
            }
            Expr::TString(_)
            | Expr::StringLiteral(_)
            | Expr::BytesLiteral(_)
            | Expr::NumberLiteral(_)
            | Expr::BooleanLiteral(_)
            | Expr::NoneLiteral(_)
            | Expr::EllipsisLiteral(_)
            | Expr::IpyEscapeCommand(_) => Ok(()),
        }
    }

    fn name(&mut self, name: &ast::ExprName) {
        let flags = match name.ctx {
            ExprContext::Store => BOUND,
            ExprContext::Del => BOUND | DELETED,
            _ => USED,
        };
        self.note(&name.id, flags, name.range);
        if &name.id == "super" && flags == USED && self.scope().is_function() {
            self.note("__class__", USED, name.range);
        }
    }

    /// A chain such as `a + b + c` is nested to the left: walked down by a loop.
    fn binary(&mut self, outermost: &ast::ExprBinOp) -> Result {
        let mut rights = vec![&*outermost.right];
        let mut left = &*outermost.left;
        while let Expr::BinOp(inner) = left {
            rights.push(&inner.right);
            left = &inner.left;
        }
        self.expression(left)?;
        rights
            .into_iter()
            .rev()
            .try_for_each(|right| self.expression(right))
    }

    fn part(&mut self, element: &ast::InterpolatedStringElement) -> Result {
        let ast::InterpolatedStringElement::Interpolation(field) = element else {
            return Ok(());
        };
        self.expression(&field.expression)?;
        match &field.format_spec {
            Some(spec) => spec.elements.iter().try_for_each(|part| self.part(part)),
            None => Ok(()),
        }
    }

    fn lambda(&mut self, lambda: &ast::ExprLambda) -> Result {
        if let Some(parameters) = &lambda.parameters {
            self.defaults(parameters)?;
        }
        let in_iterable = std::mem::take(&mut self.in_iterable);
        let outer = self.enter(node_key(lambda), ScopeKind::Function, "<lambda>");
        if let Some(parameters) = &lambda.parameters {
            self.parameters(parameters)?;
        }
        self.expression(&lambda.body)?;
        self.current = outer;
        self.in_iterable = in_iterable;
        Ok(())
    }

    fn yields(&mut self, range: TextRange) -> Result {
        let scope = self.scope();
        match scope.kind {
            ScopeKind::Function => {
                scope.generator = true;
                Ok(())
            }
            ScopeKind::Comprehension => {
                let place = match scope.name.as_str() {
                    "<listcomp>" => "list comprehension",
                    "<setcomp>" => "set comprehension",
                    "<dictcomp>" => "dict comprehension",
                    _ => "generator expression",
                };
                let message = format!("'yield' inside {place}");
                Err(SyntaxError::at(range, message))
            }
            // The compiler, too, says so; but only after other errors of the symbol table.
            ScopeKind::Module | ScopeKind::Class => {
                Err(SyntaxError::at(range, "'yield' outside function"))
            }
        }
    }

    fn comprehension(
        &mut self,
        node: usize,
        name: &str,
        generators: &[ast::Comprehension],
        parts: &[&Expr],
    ) -> Result {
        let Some((first, others)) = generators.split_first() else {
            return Ok(());
        };
        self.iterable(&first.iter)?;
        let outer = self.enter(node, ScopeKind::Comprehension, name);
        self.scope().lazy = name == "<genexpr>";
        self.scope().generator = name == "<genexpr>";
        self.note(".0", BOUND | PARAMETER, first.range());
        self.iteration_target(&first.target)?;
        self.all(&first.ifs)?;
        for generator in others {
            self.iteration_target(&generator.target)?;
            self.iterable(&generator.iter)?;
            self.all(&generator.ifs)?;
        }
        for part in parts {
            self.expression(part)?;
        }
        self.current = outer;
        Ok(())
    }

    fn iterable(&mut self, iterable: &Expr) -> Result {
        let outer = std::mem::replace(&mut self.in_iterable, true);
        let result = self.expression(iterable);
        self.in_iterable = outer;
        result
    }

    fn iteration_target(&mut self, target: &Expr) -> Result {
        match target {
            Expr::Name(name) => {
                let before = self.note(&name.id, BOUND | ITERATION, name.range);
                if before & NONLOCAL != 0 || before & GLOBAL != 0 {
                    return Err(rebinds(&name.id, name.range));
                }
                Ok(())
            }
            Expr::Tuple(ast::ExprTuple { elts, .. }) | Expr::List(ast::ExprList { elts, .. }) => {
                elts.iter()
                    .try_for_each(|target| self.iteration_target(target))
            }
            Expr::Starred(starred) => self.iteration_target(&starred.value),
            other => self.expression(other),
        }
    }

    fn named(&mut self, named: &ast::ExprNamed) -> Result {
        if self.in_iterable {
            let message =
                "assignment expression cannot be used in a comprehension iterable expression";
            return Err(SyntaxError::at(named.range, message));
        }
        if let Expr::Name(name) = &*named.target {
            if self.scope().kind == ScopeKind::Comprehension {
                self.named_outside(name)?;
            } else {
                self.note(&name.id, BOUND | WALRUS, name.range);
            }
        }
        self.expression(&named.value)
    }

    /// `:=` in a comprehension binds in the block around it.
    fn named_outside(&mut self, name: &ast::ExprName) -> Result {
        let id = self.id(&name.id);
        let mut owner = self.current;
        while self.scopes.all[owner].kind == ScopeKind::Comprehension {
            if self.scopes.all[owner].flags(id) & ITERATION != 0 {
                return Err(rebinds(&name.id, name.range));
            }
            owner = self.scopes.all[owner]
                .parent
                .expect("a comprehension is nested");
        }
        let declared = match self.scopes.all[owner].kind {
            ScopeKind::Class => {
                let message =
                    "assignment expression within a comprehension cannot be used in a class body";
                return Err(SyntaxError::at(name.range, message));
            }
            ScopeKind::Function if self.scopes.all[owner].flags(id) & GLOBAL == 0 => NONLOCAL,
            _ => GLOBAL,
        };
        let mut inner = self.current;
        while inner != owner {
            self.scopes.all[inner].note(id, declared, name.range);
            inner = self.scopes.all[inner].parent.expect("nested in its owner");
        }
        self.scopes.all[owner].note(id, BOUND | WALRUS, name.range);
        Ok(())
    }
}

fn rebinds(name: &str, range: TextRange) -> Box<SyntaxError> {
    let message =
        format!("assignment expression cannot rebind comprehension iteration variable '{name}'");
    SyntaxError::at(range, message)
}
