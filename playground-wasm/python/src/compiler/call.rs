//! Calls.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::{Compiler, Result};
use crate::code::{Op, Reg, Span};
use crate::object::Value;
use crate::syntax::SyntaxError;

/// More arguments than this are passed as a tuple that is built piece by piece.
const MANY_ARGUMENTS: usize = 64;

impl<'a> Compiler<'a, '_> {
    pub(super) fn call(&mut self, e: &'a ast::ExprCall, d: Reg) -> Result {
        check_keywords(&e.arguments)?;
        let spread = needs_spread(&e.arguments);
        if let Expr::Attribute(method) = &*e.func
            && !spread
        {
            let span = self.attribute_span(method, e.range());
            let load = self.attribute_span(method, method.range);
            let f = self.top();
            let o = self.value(&method.value)?;
            self.release(f);
            self.temporaries(2);
            let id = self.id(&method.attr);
            let n = self.name(id);
            self.emit(Op::LoadMethod { d: f, o, n }, load);
            return self.method_arguments(&e.arguments, d, f, span);
        }
        let span = self.span(e);
        let f = self.push(&e.func)?;
        self.arguments(&e.arguments, d, f, 0, span)
    }

    fn method_arguments(
        &mut self,
        arguments: &'a ast::Arguments,
        d: Reg,
        f: Reg,
        span: Span,
    ) -> Result {
        let (count, names) = self.plain_arguments(arguments)?;
        match names {
            None => self.emit(Op::CallMethod { d, f, count }, span),
            Some(k) => {
                self.emit(Op::CallMethodKeywords { d, f, count }, span);
                self.emit(Op::Names { k }, span);
            }
        }
        Ok(())
    }

    /// Evaluates arguments behind the function in `f`, and `given` ones that are there already, and calls.
    pub(super) fn arguments(
        &mut self,
        arguments: &'a ast::Arguments,
        d: Reg,
        f: Reg,
        given: u16,
        span: Span,
    ) -> Result {
        if needs_spread(arguments) {
            return self.spread(arguments, d, f, given, span);
        }
        let (count, names) = self.plain_arguments(arguments)?;
        let count = count + given;
        match names {
            None => self.emit(Op::Call { d, f, count }, span),
            Some(k) => {
                self.emit(Op::CallKeywords { d, f, count }, span);
                self.emit(Op::Names { k }, span);
            }
        }
        Ok(())
    }

    /// Pushes arguments without stars; answers their number and the constant with the keywords' names.
    fn plain_arguments(&mut self, arguments: &'a ast::Arguments) -> Result<(u16, Option<u16>)> {
        self.push_all(&arguments.args)?;
        let mut names = Vec::with_capacity(arguments.keywords.len());
        for keyword in &arguments.keywords {
            self.push(&keyword.value)?;
            let name = keyword.arg.as_ref().expect("no stars here");
            names.push(Value::Str(self.names.make.intern(name)));
        }
        let count = (arguments.args.len() + names.len()) as u16;
        if names.is_empty() {
            return Ok((count, None));
        }
        let names = self.names.make.tuple(names);
        Ok((count, Some(self.constant(names))))
    }

    /// A call with `*` or `**`.
    fn spread(
        &mut self,
        arguments: &'a ast::Arguments,
        d: Reg,
        f: Reg,
        given: u16,
        span: Span,
    ) -> Result {
        if let ([Expr::Starred(only)], 0) = (&*arguments.args, given) {
            self.push(&only.value)?;
        } else {
            let list = f + 1;
            self.emit(
                Op::BuildList {
                    d: list,
                    start: list,
                    count: given,
                },
                span,
            );
            self.release(list);
            self.reserve(list);
            for argument in &arguments.args {
                let top = self.top();
                if let Expr::Starred(starred) = argument {
                    let s = self.value(&starred.value)?;
                    self.emit(Op::ListExtend { list, s }, span);
                } else {
                    let s = self.value(argument)?;
                    self.emit(Op::ListAppend { list, s }, span);
                }
                self.release(top);
            }
            self.emit(Op::ListToTuple { d: list, s: list }, span);
        }
        if !arguments.keywords.is_empty() {
            self.spread_keywords(&arguments.keywords, f, span)?;
        }
        self.emit(Op::CallSpread { d, f }, span);
        Ok(())
    }

    /// The dict of the keyword arguments, in `f + 2`.
    fn spread_keywords(&mut self, keywords: &'a [ast::Keyword], f: Reg, span: Span) -> Result {
        let dict = self.temporary();
        debug_assert_eq!(dict, f + 2);
        let mut rest = keywords;
        let mut begun = false;
        while !rest.is_empty() {
            let named = rest
                .iter()
                .take_while(|keyword| keyword.arg.is_some())
                .count();
            if named > 0 || !begun {
                let target = if begun { self.temporary() } else { dict };
                let start = self.top();
                for keyword in &rest[..named] {
                    let name = keyword.arg.as_ref().expect("taken while named");
                    let name = self.names.make.intern(name);
                    self.push_constant(Value::Str(name), span);
                    self.push(&keyword.value)?;
                }
                let count = named as u16;
                self.emit(
                    Op::BuildDict {
                        d: target,
                        start,
                        count,
                    },
                    span,
                );
                self.release(start);
                if begun {
                    self.emit(Op::DictMerge { dict, s: target, f }, span);
                    self.release(target);
                }
                begun = true;
            }
            rest = &rest[named..];
            if let Some((unpacked, others)) = rest.split_first() {
                let top = self.top();
                let s = self.value(&unpacked.value)?;
                self.emit(Op::DictMerge { dict, s, f }, span);
                self.release(top);
                rest = others;
            }
        }
        Ok(())
    }
}

fn needs_spread(arguments: &ast::Arguments) -> bool {
    arguments.args.iter().any(Expr::is_starred_expr)
        || arguments
            .keywords
            .iter()
            .any(|keyword| keyword.arg.is_none())
        || arguments.args.len() + arguments.keywords.len() > MANY_ARGUMENTS
}

fn check_keywords(arguments: &ast::Arguments) -> Result {
    for (index, keyword) in arguments.keywords.iter().enumerate() {
        let Some(name) = &keyword.arg else { continue };
        if name.as_str() == "__debug__" {
            return Err(SyntaxError::at(keyword.range, "cannot assign to __debug__"));
        }
        let earlier = &arguments.keywords[..index];
        if earlier
            .iter()
            .any(|other| other.arg.as_deref() == Some(name.as_str()))
        {
            return Err(SyntaxError::at(
                keyword.range,
                format!("keyword argument repeated: {name}"),
            ));
        }
    }
    Ok(())
}
