//! Comprehensions and generator expressions: functions of one parameter, the outermost iterator.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::{Ranged, TextRange};

use super::scope::node_key;
use super::unit::Label;
use super::unwind::MOST_BLOCKS;
use super::{Compiler, Result};
use crate::code::{Op, Reg, Span};
use crate::object::Value;
use crate::syntax::SyntaxError;

/// What a comprehension does with each element.
enum Element<'a> {
    List(&'a Expr),
    Set(&'a Expr),
    Dict(&'a Expr, &'a Expr),
    Generator(&'a Expr),
}

/// A comprehension of any kind.
struct Comprehension<'a> {
    node: usize,
    range: TextRange,
    element: Element<'a>,
    generators: &'a [ast::Comprehension],
}

impl<'a> Compiler<'a, '_> {
    pub(super) fn list_comprehension(&mut self, e: &'a ast::ExprListComp, d: Reg) -> Result {
        self.comprehension(
            Comprehension {
                node: node_key(e),
                range: e.range,
                element: Element::List(&e.elt),
                generators: &e.generators,
            },
            d,
        )
    }

    pub(super) fn set_comprehension(&mut self, e: &'a ast::ExprSetComp, d: Reg) -> Result {
        self.comprehension(
            Comprehension {
                node: node_key(e),
                range: e.range,
                element: Element::Set(&e.elt),
                generators: &e.generators,
            },
            d,
        )
    }

    pub(super) fn dict_comprehension(&mut self, e: &'a ast::ExprDictComp, d: Reg) -> Result {
        let Some(key) = &e.key else {
            return Err(SyntaxError::at(
                e.range,
                "dict unpacking cannot be used in dict comprehension",
            ));
        };
        self.comprehension(
            Comprehension {
                node: node_key(e),
                range: e.range,
                element: Element::Dict(key, &e.value),
                generators: &e.generators,
            },
            d,
        )
    }

    pub(super) fn generator_expression(&mut self, e: &'a ast::ExprGenerator, d: Reg) -> Result {
        self.comprehension(
            Comprehension {
                node: node_key(e),
                range: self.generator_range(e),
                element: Element::Generator(&e.elt),
                generators: &e.generators,
            },
            d,
        )
    }

    fn comprehension(&mut self, comprehension: Comprehension<'a>, d: Reg) -> Result {
        if let Some(generator) = comprehension.generators.iter().find(|g| g.is_async) {
            return Err(SyntaxError::at(
                generator.range,
                "asynchronous comprehension outside of an asynchronous function",
            ));
        }
        if comprehension.generators.len() > MOST_BLOCKS {
            return Err(SyntaxError::at(
                comprehension.range,
                "too many statically nested blocks",
            ));
        }
        let span = super::position::span_of(comprehension.range);
        let code = self.comprehension_code(&comprehension, span)?;
        let f = self.top();
        let parts = self.temporaries(3);
        self.emit(Op::MakeFunction { d: f, code, parts }, span);
        self.release(f + 1);
        let iterable = &comprehension.generators[0].iter;
        let s = self.value(iterable)?;
        self.emit(Op::GetIter { d: f + 1, s }, span);
        self.emit(Op::Call { d, f, count: 1 }, span);
        Ok(())
    }

    fn comprehension_code(&mut self, comprehension: &Comprehension<'a>, span: Span) -> Result<u16> {
        let line = self.line_of(comprehension.range.start());
        self.enter_scope(comprehension.node, line);
        self.unit.parameters.positional = 1;
        self.unit.parameters.positional_only = 1;
        self.mark_assigned(0);
        let start = self.top();
        let result = match comprehension.element {
            Element::Generator(_) => None,
            _ => Some(self.temporary()),
        };
        match (&comprehension.element, result) {
            (Element::List(_), Some(d)) => self.emit(Op::BuildList { d, start, count: 0 }, span),
            (Element::Set(_), Some(d)) => self.emit(Op::BuildSet { d, start, count: 0 }, span),
            (Element::Dict(..), Some(d)) => self.emit(Op::BuildDict { d, start, count: 0 }, span),
            _ => {}
        }
        self.generate(comprehension, 0, result, span)?;
        let s = match result {
            Some(result) => result,
            None => self.push_constant(Value::None, span),
        };
        self.emit(Op::Return { s }, span);
        self.leave()
    }

    /// The loop over one iterable, and within it the loops over those behind it.
    fn generate(
        &mut self,
        comprehension: &Comprehension<'a>,
        index: usize,
        result: Option<Reg>,
        span: Span,
    ) -> Result {
        let Some(generator) = comprehension.generators.get(index) else {
            return self.element(&comprehension.element, result, span);
        };
        let top = self.top();
        let (head, end) = (self.label(), self.label());
        let iterator: Reg = if index == 0 {
            0
        } else {
            let s = self.value(&generator.iter)?;
            self.release(top);
            let d = self.temporary();
            self.emit(Op::GetIter { d, s }, span);
            d
        };
        self.place(head);
        self.for_iter(&generator.target, iterator, end, span)?;
        for condition in &generator.ifs {
            self.unless(condition, head, span)?;
        }
        self.generate(comprehension, index + 1, result, span)?;
        self.emit(Op::LoopJump { to: head }, span);
        self.place(end);
        self.release(top);
        Ok(())
    }

    /// Goes back to the head of the loop unless the condition holds.
    fn unless(&mut self, condition: &'a Expr, head: Label, span: Span) -> Result {
        let holds = self.label();
        self.jump_if(condition, true, holds, span)?;
        self.emit(Op::LoopJump { to: head }, span);
        self.place(holds);
        Ok(())
    }

    fn element(&mut self, element: &Element<'a>, result: Option<Reg>, span: Span) -> Result {
        let top = self.top();
        let plain = |e: &'a Expr| match e {
            Expr::Starred(starred) => Err(SyntaxError::at(
                starred.range(),
                "iterable unpacking cannot be used in comprehension",
            )),
            other => Ok(other),
        };
        match (element, result) {
            (Element::List(e), Some(list)) => {
                let s = self.value(plain(e)?)?;
                self.emit(Op::ListAppend { list, s }, span);
            }
            (Element::Set(e), Some(set)) => {
                let s = self.value(plain(e)?)?;
                self.emit(Op::SetAdd { set, s }, span);
            }
            (Element::Dict(key, value), Some(dict)) => {
                let k = self.value(key)?;
                let s = self.value(value)?;
                self.emit(Op::DictInsert { dict, k, s }, span);
            }
            (Element::Generator(e), _) => {
                let s = self.value(plain(e)?)?;
                self.release(top);
                let d = self.temporary();
                self.emit(Op::Yield { d, s }, span);
                self.emit(Op::Clear { r: d }, span);
            }
            _ => unreachable!("a result for each kind that has one"),
        }
        self.release(top);
        Ok(())
    }
}
