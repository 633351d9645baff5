//! `def` and `lambda`.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::scope::{BOUND, GLOBAL, Place, ScopeKind, node_key};
use super::statement::docstring;
use super::unit::Unit;
use super::{Compiler, Result};
use crate::code::{Op, Parameters, Reg, Span};
use crate::object::Value;
use crate::syntax::SyntaxError;

impl<'a> Compiler<'a, '_> {
    pub(super) fn function(&mut self, def: &'a ast::StmtFunctionDef) -> Result {
        if def.is_async {
            return Err(SyntaxError::unsupported(def.range, "'async def'"));
        }
        let span = self.definition_span(def.range, &def.decorator_list);
        self.check_target(&def.name, &def.name)?;
        let first = self.decorators(&def.decorator_list)?;
        let d = self.top();
        self.function_parts(&def.parameters, def.returns.as_deref(), span)?;
        let line = match def.decorator_list.first() {
            Some(decorator) => self.line_of(decorator.start()),
            None => self.line_of(def.start()),
        };
        self.enter_scope(node_key(def), line);
        self.prologue(&def.parameters)?;
        if let Some((text, _)) = docstring(&def.body) {
            self.unit.doc = Value::Str(self.string(text));
        }
        self.body(&def.body)?;
        self.return_none(def.range);
        let code = self.leave()?;
        self.emit(Op::MakeFunction { d, code, parts: d }, span);
        self.release(d + 1);
        self.decorate(&def.decorator_list, first);
        self.store_name(&def.name, first, span);
        Ok(())
    }

    pub(super) fn lambda(&mut self, lambda: &'a ast::ExprLambda, d: Reg) -> Result {
        let span = self.span(lambda);
        let parts = self.top();
        match &lambda.parameters {
            Some(parameters) => self.function_parts(parameters, None, span)?,
            None => {
                self.temporaries(3);
            }
        }
        let line = self.line_of(lambda.start());
        self.enter_scope(node_key(lambda), line);
        if let Some(parameters) = &lambda.parameters {
            self.prologue(parameters)?;
        }
        let s = self.value(&lambda.body)?;
        let body_span = self.span(&*lambda.body);
        self.emit(Op::Return { s }, body_span);
        let code = self.leave()?;
        self.emit(Op::MakeFunction { d, code, parts }, span);
        Ok(())
    }

    /// A definition begins at its `def` or `class`, behind the decorators.
    pub(super) fn definition_span(
        &self,
        range: ruff_text_size::TextRange,
        decorators: &[ast::Decorator],
    ) -> Span {
        let mut span = super::position::span_of(range);
        if let Some(last) = decorators.last() {
            let behind = last.end().to_usize();
            let text = &self.text()[behind..range.end().to_usize()];
            let mut offset = behind;
            for line in text.split_inclusive('\n') {
                let code = line.trim_start();
                if code.starts_with("def") || code.starts_with("class") || code.starts_with("async")
                {
                    offset += line.len() - code.len();
                    break;
                }
                offset += line.len();
            }
            span.start = offset as u32;
        }
        span
    }

    /// Evaluates decorators into temporaries that follow one another; answers the first.
    pub(super) fn decorators(&mut self, decorators: &'a [ast::Decorator]) -> Result<Reg> {
        let first = self.top();
        for decorator in decorators {
            self.push(&decorator.expression)?;
        }
        Ok(first)
    }

    /// Applies decorators, the last one first, to what stands behind them.
    pub(super) fn decorate(&mut self, decorators: &'a [ast::Decorator], first: Reg) {
        for (index, decorator) in decorators.iter().enumerate().rev() {
            let f = first + index as Reg;
            let span = self.span(&decorator.expression);
            self.emit(Op::Call { d: f, f, count: 1 }, span);
        }
        self.release(first + 1);
    }

    /// Defaults, keyword-only defaults and annotations, each in its temporary or left out.
    fn function_parts(
        &mut self,
        parameters: &'a ast::Parameters,
        returns: Option<&'a Expr>,
        span: Span,
    ) -> Result {
        let defaults = self.top();
        let positional = parameters.posonlyargs.iter().chain(&parameters.args);
        for default in positional.filter_map(|parameter| parameter.default()) {
            self.push(default)?;
        }
        self.collected(defaults, span, |d, start, count| Op::BuildTuple {
            d,
            start,
            count,
        });
        let keyword_defaults = self.top();
        for parameter in &parameters.kwonlyargs {
            if let Some(default) = parameter.default() {
                self.push_name(&parameter.parameter.name, span);
                self.push(default)?;
            }
        }
        self.collected(keyword_defaults, span, |d, start, count| Op::BuildDict {
            d,
            start,
            count: count / 2,
        });
        let annotations = self.top();
        let named = parameters.posonlyargs.iter().chain(&parameters.args);
        let in_order = named
            .map(|parameter| &parameter.parameter)
            .chain(parameters.vararg.as_deref())
            .chain(
                parameters
                    .kwonlyargs
                    .iter()
                    .map(|parameter| &parameter.parameter),
            )
            .chain(parameters.kwarg.as_deref());
        for parameter in in_order {
            if let Some(annotation) = &parameter.annotation {
                self.push_name(&parameter.name, span);
                self.push_annotation(annotation)?;
            }
        }
        if let Some(returns) = returns {
            let name = self.names.make.intern("return");
            self.push_constant(Value::Str(name), span);
            self.push_annotation(returns)?;
        }
        self.collected(annotations, span, |d, start, count| Op::BuildDict {
            d,
            start,
            count: count / 2,
        });
        Ok(())
    }

    /// Collects the temporaries from `start` on into one; there is none if nothing was pushed.
    fn collected(&mut self, start: Reg, span: Span, build: impl Fn(Reg, Reg, u16) -> Op) {
        let count = self.top() - start;
        if count > 0 {
            self.emit(build(start, start, count), span);
        }
        self.release(start);
        self.temporary();
    }

    fn push_name(&mut self, name: &str, span: Span) {
        let id = self.id(name);
        let text = self.names.text(id).clone();
        self.push_constant(Value::Str(text), span);
    }

    /// Begins the block of a node.
    pub(super) fn enter_scope(&mut self, node: usize, first_line: u32) {
        let id = self.scopes.by_node[&node];
        let name = self.scopes.all[id].name.clone();
        let qualname = self.qualified(&name);
        let (name, qualname) = (
            self.names.make.intern(&name),
            self.names.make.intern(&qualname),
        );
        let unit = Unit::new(&self.scopes.all[id], id, name, qualname, first_line);
        self.enter(unit);
    }

    /// The qualified name of a block within the current one.
    fn qualified(&mut self, name: &str) -> String {
        if self.outer.is_empty() {
            return name.to_owned();
        }
        // A definition that is declared global belongs to no function.
        let id = self.id(name);
        let scope = &self.scopes.all[self.unit.scope];
        if scope.flags(id) & (BOUND | GLOBAL) == BOUND | GLOBAL {
            return name.to_owned();
        }
        let outer = self
            .unit
            .qualname
            .as_ref()
            .expect("named when it was begun");
        match scope.kind {
            ScopeKind::Class => format!("{}.{name}", outer.as_str()),
            _ => format!("{}.<locals>.{name}", outer.as_str()),
        }
    }

    /// Notes the parameters and moves those that closures share to their cells.
    fn prologue(&mut self, parameters: &'a ast::Parameters) -> Result {
        self.unit.parameters = Parameters {
            positional_only: parameters.posonlyargs.len() as u16,
            positional: (parameters.posonlyargs.len() + parameters.args.len()) as u16,
            keyword_only: parameters.kwonlyargs.len() as u16,
            var_positional: parameters.vararg.is_some(),
            var_keyword: parameters.kwarg.is_some(),
        };
        let named = parameters.iter_non_variadic_params().map(|p| &p.parameter);
        let variadic = [&parameters.vararg, &parameters.kwarg];
        let variadic = variadic.into_iter().flatten().map(|p| &**p);
        for (index, parameter) in named.chain(variadic).enumerate() {
            self.check_target(&parameter.name, parameter)?;
            let register = index as Reg;
            let (_, symbol) = self.symbol(&parameter.name);
            if let Place::Cell(cell) = symbol.place {
                let span = self.span(parameter);
                self.emit(Op::StoreCell { cell, s: register }, span);
                self.emit(Op::Clear { r: register }, span);
            } else {
                self.mark_assigned(register);
            }
        }
        Ok(())
    }
}
