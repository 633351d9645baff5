//! The end of a block: labels become addresses, and the parts become a [`Code`].

use std::cell::Cell;

use super::unit::Unit;
use super::{Compiler, Result};
use crate::code::{Code, Op, Reg, Scope, Span};
use crate::syntax::Tree;

/// More instructions than this are refused: `finally` bodies nested in one another multiply.
const MOST_INSTRUCTIONS: usize = 1 << 22;

impl Compiler<'_, '_> {
    /// Turns the finished block into code. The block itself is used up.
    pub(super) fn finish(&mut self) -> Result<Code> {
        let unit = std::mem::take(&mut self.unit);
        if unit.overflow || unit.ops.len() > MOST_INSTRUCTIONS {
            return Err(Self::too_large());
        }
        let scope = &self.scopes.all[unit.scope];
        let texts = |ids: &[u32]| ids.iter().map(|id| self.names.text(*id).clone()).collect();
        let mut spans = unit.spans;
        map_spans(&mut spans, self.parsed);
        let ops = link(unit.ops, &unit.labels);
        Ok(Code {
            name: unit.name.expect("named when it was begun"),
            qualname: unit.qualname.expect("named when it was begun"),
            file: self.file.clone(),
            first_line: unit.first_line,
            caches: vec![Cell::new(0); ops.len()].into(),
            ops: ops.into(),
            spans: spans.into(),
            constants: unit.constants.into(),
            names: unit.names.into(),
            codes: unit.codes.into(),
            handlers: unit.handlers.into(),
            parameters: unit.parameters,
            locals: texts(&scope.locals),
            cells: texts(&scope.cells),
            free: texts(&scope.free),
            captures: scope.captures.clone().into(),
            registers: unit.registers as Reg,
            scope: match scope.kind {
                super::scope::ScopeKind::Module => self.options.scope,
                super::scope::ScopeKind::Class => Scope::Namespace,
                _ => Scope::Function,
            },
            generator: scope.generator,
            doc: unit.doc,
        })
    }
}

impl Unit<'_> {
    /// Whether the next instruction can be reached at all.
    pub(super) fn reachable(&self) -> bool {
        self.assigned != super::unit::UNREACHABLE
    }
}

/// Replaces labels by addresses; a jump to a jump goes straight to the end.
fn link(mut ops: Vec<Op>, labels: &[u32]) -> Vec<Op> {
    for op in &mut ops {
        if let Op::Jump { to } | Op::LoopJump { to } = op {
            *to = labels[*to as usize];
        }
    }
    for index in 0..ops.len() {
        let Op::Jump { mut to } = ops[index] else {
            continue;
        };
        // Bounded, since jumps could chase each other's tails.
        for _ in 0..8 {
            match ops.get(to as usize) {
                Some(Op::Jump { to: next }) if *next != to => to = *next,
                _ => break,
            }
        }
        ops[index] = Op::Jump { to };
    }
    ops
}

/// Where the parsed text is not the author's, places are led back to it.
fn map_spans(spans: &mut [Span], tree: &Tree) {
    if !tree.is_changed() {
        return;
    }
    for span in spans {
        span.start = tree.original(span.start);
        span.end = tree.original(span.end);
        span.anchor = span
            .anchor
            .map(|(start, end)| (tree.original(start), tree.original(end)));
    }
}
