//! Leaving statements by `return`, `break` and `continue`: what has to happen on the way out.

use ruff_python_ast::Stmt;

use super::unit::{Assigned, Label, UNREACHABLE};
use super::{Compiler, Result};
use crate::code::{Handler, Op, Reg, Span};
use crate::object::Value;

/// CPython's bound on such statements within one another.
pub(super) const MOST_BLOCKS: usize = 20;

/// A statement that is being compiled and that jumps may leave.
pub(super) struct Block<'a> {
    pub(super) kind: BlockKind<'a>,
    /// First instruction whose exceptions the block's handler gets.
    start: u32,
    /// Parts of the block, made by jumps out of it, whose exceptions it does not get.
    gaps: Vec<(u32, u32)>,
}

pub(super) enum BlockKind<'a> {
    Loop {
        break_to: Label,
        continue_to: Label,
        /// The iterator, in a `for`.
        iterator: Option<Reg>,
        /// What is known of the variables at every `break`.
        at_break: Assigned,
    },
    /// The body of `try … except`.
    Try,
    /// All of `try … finally` but the `finally` itself.
    Finally(&'a [Stmt]),
    /// The body of `with`; the register holds the `__exit__`.
    With { exit: Reg, span: Span },
    /// A handler: the exception handled before is restored at its end.
    Handler {
        exception: Reg,
        saved: Reg,
        span: Span,
    },
    /// The body of `except … as name`.
    Binding { name: &'a str, span: Span },
}

impl<'a> Compiler<'a, '_> {
    /// Begins a block.
    pub(super) fn begin(&mut self, kind: BlockKind<'a>) {
        self.unit.too_nested |= self.unit.blocks.len() >= MOST_BLOCKS;
        let start = self.here();
        self.unit.blocks.push(Block {
            kind,
            start,
            gaps: Vec::new(),
        });
    }

    /// Ends a block.
    pub(super) fn end(&mut self) -> Block<'a> {
        self.unit.blocks.pop().expect("begun before")
    }

    /// Lets the exceptions of an ended block's code, up to `end`, go to the next instruction, which finds
    /// them in `register`.
    pub(super) fn protect(&mut self, block: &Block<'a>, end: u32, register: Reg) {
        let target = self.here();
        let mut start = block.start;
        for (from, to) in block.gaps.iter().copied().chain([(end, end)]) {
            if start < from {
                self.unit.handlers.push(Handler {
                    start,
                    end: from,
                    target,
                    register,
                    clear_from: register + 1,
                });
            }
            start = to;
        }
    }

    /// Emits what leaving all blocks but the first `keep` takes. The blocks are given back by
    /// [`Compiler::resume`], behind the jump.
    fn unwind(&mut self, keep: usize) -> Result<Vec<Block<'a>>> {
        let mut left = Vec::new();
        while self.unit.blocks.len() > keep {
            let mut block = self.end();
            let here = self.here();
            block.gaps.push((here, u32::MAX));
            self.clean_up(&block.kind)?;
            left.push(block);
        }
        Ok(left)
    }

    fn resume(&mut self, left: Vec<Block<'a>>) {
        let here = self.here();
        for mut block in left.into_iter().rev() {
            block.gaps.last_mut().expect("opened by unwind").1 = here;
            self.unit.blocks.push(block);
        }
        self.unit.assigned = UNREACHABLE;
    }

    fn clean_up(&mut self, kind: &BlockKind<'a>) -> Result {
        match *kind {
            BlockKind::Loop { iterator, .. } => {
                if let Some(r) = iterator {
                    self.emit(Op::Clear { r }, Span::default());
                }
            }
            BlockKind::Try => {}
            BlockKind::Finally(body) => self.body(body)?,
            BlockKind::With { exit, span } => self.exit_context(exit, span),
            BlockKind::Handler {
                exception,
                saved,
                span,
            } => {
                self.emit(Op::LeaveHandler { saved }, span);
                self.emit(Op::Clear { r: exception }, span);
            }
            BlockKind::Binding { name, span } => self.unbind_name(name, span),
        }
        Ok(())
    }

    /// Calls an `__exit__` without an exception.
    pub(super) fn exit_context(&mut self, exit: Reg, span: Span) {
        let top = self.top();
        let e = self.push_constant(Value::None, span);
        self.emit(Op::ExitContext { d: exit, exit, e }, span);
        self.emit(Op::Clear { r: e }, span);
        self.emit(Op::Clear { r: exit }, span);
        self.release(top);
    }

    /// `return` of a register.
    pub(super) fn return_value(&mut self, s: Reg, span: Span) -> Result {
        let left = self.unwind(0)?;
        self.emit(Op::Return { s }, span);
        self.resume(left);
        Ok(())
    }

    /// Whether a `return` has more to do than to return.
    pub(super) fn has_clean_up(&self) -> bool {
        let plain =
            |block: &Block<'_>| matches!(block.kind, BlockKind::Loop { .. } | BlockKind::Try);
        !self.unit.blocks.iter().all(plain)
    }

    /// `break` or `continue`; answers whether there is a loop around it.
    pub(super) fn leave_loop(&mut self, breaks: bool, span: Span) -> Result<bool> {
        let is_loop = |block: &Block<'_>| matches!(block.kind, BlockKind::Loop { .. });
        let Some(index) = self.unit.blocks.iter().rposition(is_loop) else {
            return Ok(false);
        };
        let left = self.unwind(index + 1)?;
        let assigned = self.unit.assigned;
        if let BlockKind::Loop {
            break_to,
            continue_to,
            iterator,
            at_break,
        } = &mut self.unit.blocks[index].kind
        {
            let (break_to, continue_to, iterator) = (*break_to, *continue_to, *iterator);
            if breaks {
                *at_break &= assigned;
                if let Some(r) = iterator {
                    self.emit(Op::Clear { r }, span);
                }
                self.jump(break_to, span);
            } else {
                self.emit(Op::LoopJump { to: continue_to }, span);
            }
        }
        self.resume(left);
        Ok(true)
    }
}
