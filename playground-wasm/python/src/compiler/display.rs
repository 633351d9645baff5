//! Lists, tuples, sets and dicts written out.

use ruff_python_ast::{self as ast, Expr};
use ruff_text_size::Ranged;

use super::{Compiler, Result};
use crate::code::{Op, Reg};

/// Displays longer than this are built piece by piece instead of from as many temporaries.
const LONG_DISPLAY: usize = 64;

impl<'a> Compiler<'a, '_> {
    pub(super) fn list(&mut self, elements: &'a [Expr], d: Reg, node: &'a Expr) -> Result {
        let span = self.span(node);
        if elements.len() > 2
            && let Some(items) = self.fold_tuple(elements)
        {
            let list = self.scratch(d);
            let start = self.top();
            self.emit(
                Op::BuildList {
                    d: list,
                    start,
                    count: 0,
                },
                span,
            );
            let s = self.push_constant(items, span);
            self.emit(Op::ListExtend { list, s }, span);
            self.transfer(d, list, span);
            return Ok(());
        }
        if is_simple(elements) {
            let start = self.push_all(elements)?;
            let count = elements.len() as u16;
            self.emit(Op::BuildList { d, start, count }, span);
            return Ok(());
        }
        let list = self.list_by_pieces(elements, d, node)?;
        self.transfer(d, list, span);
        Ok(())
    }

    /// A list with starred or very many elements, in a temporary.
    pub(super) fn list_by_pieces(
        &mut self,
        elements: &'a [Expr],
        d: Reg,
        node: &impl Ranged,
    ) -> Result<Reg> {
        let span = self.span(node);
        let list = self.scratch(d);
        let plain = elements
            .iter()
            .take(LONG_DISPLAY)
            .take_while(|element| !element.is_starred_expr())
            .count();
        let start = self.push_all(&elements[..plain])?;
        let count = plain as u16;
        self.emit(
            Op::BuildList {
                d: list,
                start,
                count,
            },
            span,
        );
        self.release(start);
        for element in &elements[plain..] {
            let top = self.top();
            if let Expr::Starred(starred) = element {
                let s = self.value(&starred.value)?;
                self.emit(Op::ListExtend { list, s }, span);
            } else {
                let s = self.value(element)?;
                self.emit(Op::ListAppend { list, s }, span);
            }
            self.release(top);
        }
        Ok(list)
    }

    pub(super) fn tuple(&mut self, elements: &'a [Expr], d: Reg, node: &'a Expr) -> Result {
        let span = self.span(node);
        if is_simple(elements) {
            let start = self.push_all(elements)?;
            let count = elements.len() as u16;
            self.emit(Op::BuildTuple { d, start, count }, span);
            return Ok(());
        }
        let list = self.list_by_pieces(elements, d, node)?;
        self.emit(Op::ListToTuple { d, s: list }, span);
        Ok(())
    }

    pub(super) fn set(&mut self, elements: &'a [Expr], d: Reg, node: &'a Expr) -> Result {
        let span = self.span(node);
        if is_simple(elements) {
            let start = self.push_all(elements)?;
            let count = elements.len() as u16;
            self.emit(Op::BuildSet { d, start, count }, span);
            return Ok(());
        }
        let set = self.scratch(d);
        let start = self.top();
        self.emit(
            Op::BuildSet {
                d: set,
                start,
                count: 0,
            },
            span,
        );
        for element in elements {
            let top = self.top();
            if let Expr::Starred(starred) = element {
                let s = self.value(&starred.value)?;
                self.emit(Op::SetUpdate { set, s }, span);
            } else {
                let s = self.value(element)?;
                self.emit(Op::SetAdd { set, s }, span);
            }
            self.release(top);
        }
        self.transfer(d, set, span);
        Ok(())
    }

    pub(super) fn dict(&mut self, e: &'a ast::ExprDict, d: Reg) -> Result {
        let span = self.span(e);
        let plain = e
            .items
            .iter()
            .take(LONG_DISPLAY)
            .take_while(|item| item.key.is_some())
            .count();
        let all = plain == e.items.len();
        let dict = if all { d } else { self.scratch(d) };
        let start = self.top();
        for item in &e.items[..plain] {
            if let Some(key) = &item.key {
                self.push(key)?;
            }
            self.push(&item.value)?;
        }
        let count = plain as u16;
        self.emit(
            Op::BuildDict {
                d: dict,
                start,
                count,
            },
            span,
        );
        self.release(start);
        for item in &e.items[plain..] {
            let top = self.top();
            if let Some(key) = &item.key {
                let k = self.value(key)?;
                let s = self.value(&item.value)?;
                self.emit(Op::DictInsert { dict, k, s }, span);
            } else {
                let s = self.value(&item.value)?;
                self.emit(Op::DictUpdate { dict, s }, span);
            }
            self.release(top);
        }
        if !all {
            self.transfer(d, dict, span);
        }
        Ok(())
    }
}

/// Whether a display can be built from temporaries in one step.
fn is_simple(elements: &[Expr]) -> bool {
    elements.len() <= LONG_DISPLAY && !elements.iter().any(Expr::is_starred_expr)
}
