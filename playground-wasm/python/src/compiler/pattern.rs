//! `match`.
//!
//! The subject and what is taken out of it stay in temporaries while a pattern is tried; instructions that
//! would use them up get copies. Names are bound when the whole pattern has matched.

use ruff_python_ast::{self as ast, Pattern};
use ruff_text_size::Ranged;

use super::capture::*;
use super::unit::{Label, UNREACHABLE};
use super::{Compiler, Result};
use crate::code::{CompareOperator, Op, Reg, Span};
use crate::object::Value;
use crate::syntax::SyntaxError;

impl<'a> Compiler<'a, '_> {
    pub(super) fn match_statement(&mut self, stmt: &'a ast::StmtMatch) -> Result {
        let subject = self.push(&stmt.subject)?;
        let subject_span = self.span(&*stmt.subject);
        let end = self.label();
        let mut after = UNREACHABLE;
        let last = stmt.cases.len() - 1;
        for (index, case) in stmt.cases.iter().enumerate() {
            if case.guard.is_none() && index < last {
                check_reachable(&case.pattern)?;
            }
            let next = self.label();
            let before = self.unit.assigned;
            self.case(case, subject, next)?;
            if self.unit.reachable() {
                self.jump(end, subject_span);
            }
            after &= std::mem::replace(&mut self.unit.assigned, before);
            self.place(next);
        }
        self.emit(Op::Clear { r: subject }, subject_span);
        self.unit.assigned &= after;
        self.place(end);
        Ok(())
    }

    fn case(&mut self, case: &'a ast::MatchCase, subject: Reg, next: Label) -> Result {
        let span = self.span(&case.pattern);
        let top = self.top();
        let (fail, matched) = (self.label(), self.label());
        let mut captures = Captures::new();
        let outer = std::mem::replace(&mut self.unit.kept, top);
        self.pattern(&case.pattern, subject, fail, &mut captures)?;
        let used = std::mem::replace(&mut self.unit.kept, outer);
        self.keep(used);
        self.jump(matched, span);
        self.place(fail);
        self.clear_range(top, used, &[], span);
        self.jump(next, span);
        self.place(matched);
        self.bind(&captures, subject, span)?;
        self.clear_range(top, used, &captures, span);
        self.release(top);
        if let Some(guard) = &case.guard {
            let guard_span = self.span(&**guard);
            self.jump_if(guard, false, next, guard_span)?;
        }
        self.emit(Op::Clear { r: subject }, span);
        self.body(&case.body)
    }

    /// Lets go of what a pattern has left in temporaries, but for what names were bound to.
    fn clear_range(&mut self, from: Reg, to: Reg, bound: &[(&str, Reg)], span: Span) {
        for r in from..to {
            if !bound.iter().any(|(_, register)| *register == r) {
                self.emit(Op::Clear { r }, span);
            }
        }
    }

    /// Notes that temporaries below a register may hold something when a pattern has been tried.
    fn keep(&mut self, below: Reg) {
        self.unit.kept = self.unit.kept.max(below);
    }

    fn bind(&mut self, captures: &[(&str, Reg)], subject: Reg, span: Span) -> Result {
        for (index, (name, register)) in captures.iter().enumerate() {
            let again = captures[index + 1..]
                .iter()
                .any(|(_, other)| other == register);
            let mut s = *register;
            let top = self.top();
            if again || s == subject {
                s = self.temporary();
                self.emit(Op::Copy { d: s, s: *register }, span);
            }
            self.store_name(name, s, span);
            self.release(top);
        }
        Ok(())
    }

    /// Goes to `fail` unless the value in `s` matches.
    fn pattern(
        &mut self,
        pattern: &'a Pattern,
        s: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Result {
        let span = self.span(pattern);
        match pattern {
            Pattern::MatchValue(pattern) => {
                let top = self.top();
                let a = self.copy(s, span);
                let b = self.value(&pattern.value)?;
                self.unless_equal(CompareOperator::Eq, a, b, fail, span);
                self.release(top);
            }
            Pattern::MatchSingleton(pattern) => {
                let top = self.top();
                let a = self.copy(s, span);
                let value = match pattern.value {
                    ast::Singleton::None => Value::None,
                    ast::Singleton::True => Value::Bool(true),
                    ast::Singleton::False => Value::Bool(false),
                };
                let b = self.push_constant(value, span);
                self.unless_equal(CompareOperator::Is, a, b, fail, span);
                self.release(top);
            }
            Pattern::MatchSequence(pattern) => {
                self.sequence(pattern, s, fail, captures, span)?;
            }
            Pattern::MatchMapping(pattern) => self.mapping(pattern, s, fail, captures)?,
            Pattern::MatchClass(pattern) => self.class_pattern(pattern, s, fail, captures)?,
            Pattern::MatchStar(pattern) => {
                return Err(SyntaxError::at(
                    pattern.range,
                    "starred assignment target must be in a list or tuple",
                ));
            }
            Pattern::MatchAs(pattern) => {
                if let Some(inner) = &pattern.pattern {
                    if pattern.name.is_some() && inner.is_irrefutable() {
                        check_reachable(inner)?;
                    }
                    self.pattern(inner, s, fail, captures)?;
                }
                capture(pattern.name.as_ref(), s, captures)?;
            }
            Pattern::MatchOr(pattern) => self.alternatives(pattern, s, fail, captures)?,
        }
        Ok(())
    }

    fn copy(&mut self, s: Reg, span: Span) -> Reg {
        let d = self.temporary();
        self.emit(Op::Copy { d, s }, span);
        d
    }

    fn unless_equal(&mut self, op: CompareOperator, a: Reg, b: Reg, fail: Label, span: Span) {
        self.emit(Op::SkipCompare { op, a, b }, span);
        self.jump(fail, span);
    }

    fn unless_length(
        &mut self,
        op: CompareOperator,
        s: Reg,
        length: usize,
        fail: Label,
        span: Span,
    ) {
        let top = self.top();
        let d = self.temporary();
        self.emit(Op::Length { d, s }, span);
        let b = self.push_constant(Value::from(length), span);
        self.unless_equal(op, d, b, fail, span);
        self.release(top);
    }

    fn sequence(
        &mut self,
        sequence: &'a ast::PatternMatchSequence,
        s: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
        span: Span,
    ) -> Result {
        let (patterns, range) = (&sequence.patterns, sequence.range);
        let mut stars = patterns
            .iter()
            .enumerate()
            .filter(|(_, p)| p.is_match_star());
        let star = stars.next().map(|(index, _)| index);
        if stars.next().is_some() {
            return Err(SyntaxError::at(
                range,
                "multiple starred names in sequence pattern",
            ));
        }
        self.emit(Op::SkipIfSequence { s }, span);
        self.jump(fail, span);
        let required = patterns.len() - usize::from(star.is_some());
        match star {
            None => self.unless_length(CompareOperator::Eq, s, required, fail, span),
            Some(_) if required > 0 => {
                self.unless_length(CompareOperator::Ge, s, required, fail, span);
            }
            Some(_) => {}
        }
        if patterns.iter().all(is_wildcard) {
            return Ok(());
        }
        // The elements are unpacked to where the copy of the sequence stands.
        let start = self.copy(s, span);
        self.release(start);
        self.temporaries(patterns.len());
        self.keep(self.top());
        match star {
            None => {
                let count = patterns.len() as u16;
                self.emit(
                    Op::UnpackSequence {
                        s: start,
                        start,
                        count,
                    },
                    span,
                );
            }
            Some(star) => {
                let after = patterns.len() - star - 1;
                let (Ok(before), Ok(after)) = (u8::try_from(star), u8::try_from(after)) else {
                    return Err(SyntaxError::at(
                        patterns[star].range(),
                        "too many expressions in star-unpacking sequence pattern",
                    ));
                };
                self.emit(
                    Op::UnpackStar {
                        s: start,
                        start,
                        before,
                        after,
                    },
                    span,
                );
            }
        }
        for (index, pattern) in patterns.iter().enumerate() {
            let element = start + index as Reg;
            match pattern {
                Pattern::MatchStar(star) => capture(star.name.as_ref(), element, captures)?,
                pattern => self.pattern(pattern, element, fail, captures)?,
            }
        }
        Ok(())
    }

    fn mapping(
        &mut self,
        pattern: &'a ast::PatternMatchMapping,
        s: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Result {
        let span = self.span(pattern);
        self.emit(Op::SkipIfMapping { s }, span);
        self.jump(fail, span);
        let keys = &pattern.keys;
        if keys.is_empty() && pattern.rest.is_none() {
            return Ok(());
        }
        if !keys.is_empty() {
            self.unless_length(CompareOperator::Ge, s, keys.len(), fail, span);
        }
        check_keys(keys, self.text())?;
        let k = self.top();
        self.push_all(keys)?;
        let count = keys.len() as u16;
        self.emit(
            Op::BuildTuple {
                d: k,
                start: k,
                count,
            },
            span,
        );
        self.release(k);
        self.temporary();
        let rest = pattern.rest.as_ref().map(|name| (name, self.temporary()));
        self.keep(self.top());
        if !keys.is_empty() {
            let start = self.temporaries(keys.len());
            self.keep(self.top());
            self.emit(Op::MatchKeys { d: start, s, k }, span);
            self.jump(fail, span);
            self.emit(
                Op::UnpackSequence {
                    s: start,
                    start,
                    count,
                },
                span,
            );
            for (index, pattern) in pattern.patterns.iter().enumerate() {
                self.pattern(pattern, start + index as Reg, fail, captures)?;
            }
        }
        if let Some((name, d)) = rest {
            self.emit(Op::MatchRest { d, s, k }, span);
            capture(Some(name), d, captures)?;
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        pattern: &'a ast::PatternMatchClass,
        s: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Result {
        let span = self.span(pattern);
        let arguments = &pattern.arguments;
        let positional = arguments.patterns.len();
        let mut names = Vec::with_capacity(arguments.keywords.len());
        for (index, keyword) in arguments.keywords.iter().enumerate() {
            let earlier = &arguments.keywords[..index];
            if earlier.iter().any(|other| other.attr.id == keyword.attr.id) {
                return Err(SyntaxError::at(
                    keyword.attr.range,
                    format!("attribute name repeated in class pattern: {}", keyword.attr),
                ));
            }
            names.push(Value::Str(self.names.make.intern(&keyword.attr)));
        }
        let count = positional + names.len();
        let d = self.push(&pattern.cls)?;
        self.push_constant(Value::from(positional), span);
        let names = self.names.make.tuple(names);
        self.push_constant(names, span);
        self.keep(self.top());
        self.emit(Op::MatchClass { d, s }, span);
        self.jump(fail, span);
        self.release(d);
        self.temporaries(count.max(1));
        self.keep(self.top());
        self.emit(
            Op::UnpackSequence {
                s: d,
                start: d,
                count: count as u16,
            },
            span,
        );
        let keywords = arguments.keywords.iter().map(|keyword| &keyword.pattern);
        for (index, pattern) in arguments.patterns.iter().chain(keywords).enumerate() {
            self.pattern(pattern, d + index as Reg, fail, captures)?;
        }
        Ok(())
    }

    /// `a | b`: every alternative leaves what it captures in the same temporaries.
    fn alternatives(
        &mut self,
        pattern: &'a ast::PatternMatchOr,
        s: Reg,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Result {
        let span = self.span(pattern);
        let matched = self.label();
        let names = bound_names(&pattern.patterns[0]);
        let results = self.temporaries(names.len());
        self.keep(self.top());
        let last = pattern.patterns.len() - 1;
        for (index, alternative) in pattern.patterns.iter().enumerate() {
            if index < last {
                check_reachable(alternative)?;
            }
            let mut others = bound_names(alternative);
            if others.len() != names.len() || names.iter().any(|name| !others.contains(name)) {
                return Err(SyntaxError::at(
                    pattern.range,
                    "alternative patterns bind different names",
                ));
            }
            others.clear();
            let top = self.top();
            let next = self.label();
            let mut inner = Captures::new();
            let outer = std::mem::replace(&mut self.unit.kept, top);
            self.pattern(alternative, s, next, &mut inner)?;
            let used = std::mem::replace(&mut self.unit.kept, outer);
            self.keep(used);
            for (name, register) in &inner {
                let place = names.iter().position(|other| other == name);
                let d = results + place.expect("the names are the same") as Reg;
                self.emit(Op::Copy { d, s: *register }, span);
            }
            self.clear_range(top, used, &[], span);
            self.jump(matched, span);
            self.place(next);
            self.clear_range(top, used, &[], span);
            self.release(top);
        }
        self.jump(fail, span);
        self.place(matched);
        for (index, name) in names.iter().enumerate() {
            if captures.iter().any(|(other, _)| other == name) {
                return Err(repeated(name, pattern.range));
            }
            captures.push((name, results + index as Reg));
        }
        Ok(())
    }
}
