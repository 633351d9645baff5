//! From the tree to instructions for the matcher.

use super::parse::{Node, Parsed};
use super::set::Set;

/// An instruction. Targets are indices of instructions.
#[derive(Clone, Debug)]
pub(super) enum Op {
    Char(char),
    CharFolded(char),
    Any,
    AnyButNewline,
    Set(usize),
    LineStart,
    LineEnd,
    TextStart,
    TextEnd,
    /// `$` without the multi-line flag: also before a newline at the very end.
    LastLineEnd,
    WordBoundary {
        wanted: bool,
        ascii: bool,
    },
    Save(usize),
    /// Tries the first, then the second.
    Split(usize, usize),
    Jump(usize),
    /// Notes where a round of a loop begins.
    Mark(usize),
    /// Leaves a loop whose round matched nothing.
    Progress {
        mark: usize,
        exit: usize,
    },
    Backreference {
        group: usize,
        folded: bool,
    },
    /// Goes to `next` if what stands behind this instruction does (not) match, up to its own `Match`.
    Look {
        back: Option<usize>,
        negated: bool,
        next: usize,
    },
    /// Matches what stands behind it, up to its own `Match`, and never goes back into it.
    Atomic {
        next: usize,
    },
    IfGroup {
        group: usize,
        otherwise: usize,
    },
    Match,
}

/// A compiled pattern.
pub(super) struct Program {
    pub ops: Vec<Op>,
    pub sets: Vec<Set>,
    /// Two for each group, the whole match first, then one for each loop.
    pub slots: usize,
    pub groups: usize,
}

/// Patterns that unfold to more instructions are refused.
const MAX_OPS: usize = 100_000;

pub(super) fn emit(parsed: Parsed) -> Result<Program, String> {
    let mut program = Program {
        ops: Vec::new(),
        sets: Vec::new(),
        slots: 2 * (parsed.groups + 1),
        groups: parsed.groups,
    };
    program.ops.push(Op::Save(0));
    program.node(&parsed.node)?;
    program.ops.push(Op::Save(1));
    program.ops.push(Op::Match);
    Ok(program)
}

impl Program {
    fn push(&mut self, op: Op) -> usize {
        self.ops.push(op);
        self.ops.len() - 1
    }

    fn node(&mut self, node: &Node) -> Result<(), String> {
        if self.ops.len() > MAX_OPS {
            return Err("the pattern is too large".into());
        }
        match node {
            Node::Char(c, false) => drop(self.push(Op::Char(*c))),
            Node::Char(c, true) => drop(self.push(Op::CharFolded(*c))),
            Node::Any(true) => drop(self.push(Op::Any)),
            Node::Any(false) => drop(self.push(Op::AnyButNewline)),
            Node::Set(set) => {
                self.sets.push(set.clone());
                self.push(Op::Set(self.sets.len() - 1));
            }
            Node::LineStart(true) => drop(self.push(Op::LineStart)),
            Node::LineStart(false) | Node::TextStart => drop(self.push(Op::TextStart)),
            Node::LineEnd(true) => drop(self.push(Op::LineEnd)),
            Node::LineEnd(false) => drop(self.push(Op::LastLineEnd)),
            Node::TextEnd => drop(self.push(Op::TextEnd)),
            Node::WordBoundary(wanted, ascii) => {
                let (wanted, ascii) = (*wanted, *ascii);
                self.push(Op::WordBoundary { wanted, ascii });
            }
            Node::Group(inner, index) => {
                self.push(Op::Save(2 * index));
                self.node(inner)?;
                self.push(Op::Save(2 * index + 1));
            }
            Node::Concat(nodes) => {
                for node in nodes {
                    self.node(node)?;
                }
            }
            Node::Alternatives(branches) => self.alternatives(branches)?,
            Node::Repeat {
                node,
                least,
                most,
                lazy,
            } => self.repeat(node, *least, *most, *lazy)?,
            Node::Backreference(group, folded) => {
                let (group, folded) = (*group, *folded);
                self.push(Op::Backreference { group, folded });
            }
            Node::Look {
                node,
                ahead,
                negated,
            } => {
                let back = match ahead {
                    true => None,
                    false => Some(width(node).ok_or("look-behind requires fixed-width pattern")?),
                };
                let at = self.push(Op::Match);
                self.node(node)?;
                self.push(Op::Match);
                let next = self.ops.len();
                self.ops[at] = Op::Look {
                    back,
                    negated: *negated,
                    next,
                };
            }
            Node::Atomic(node) => {
                let at = self.push(Op::Match);
                self.node(node)?;
                self.push(Op::Match);
                self.ops[at] = Op::Atomic {
                    next: self.ops.len(),
                };
            }
            Node::Conditional(group, yes, no) => {
                let test = self.push(Op::Match);
                self.node(yes)?;
                let jump = self.push(Op::Match);
                self.ops[test] = Op::IfGroup {
                    group: *group,
                    otherwise: self.ops.len(),
                };
                self.node(no)?;
                self.ops[jump] = Op::Jump(self.ops.len());
            }
        }
        Ok(())
    }

    fn alternatives(&mut self, branches: &[Node]) -> Result<(), String> {
        let mut jumps = Vec::new();
        for (index, branch) in branches.iter().enumerate() {
            if index + 1 == branches.len() {
                self.node(branch)?;
                break;
            }
            let split = self.push(Op::Match);
            self.node(branch)?;
            jumps.push(self.push(Op::Match));
            self.ops[split] = Op::Split(split + 1, self.ops.len());
        }
        for jump in jumps {
            self.ops[jump] = Op::Jump(self.ops.len());
        }
        Ok(())
    }

    fn split(&mut self, at: usize, inside: usize, outside: usize, lazy: bool) {
        self.ops[at] = if lazy {
            Op::Split(outside, inside)
        } else {
            Op::Split(inside, outside)
        };
    }

    fn repeat(
        &mut self,
        node: &Node,
        least: u32,
        most: Option<u32>,
        lazy: bool,
    ) -> Result<(), String> {
        for _ in 0..least {
            self.node(node)?;
        }
        let Some(most) = most else {
            let mark = self.slots;
            self.slots += 1;
            let split = self.push(Op::Match);
            self.push(Op::Mark(mark));
            self.node(node)?;
            let progress = self.push(Op::Match);
            self.push(Op::Jump(split));
            let exit = self.ops.len();
            self.ops[progress] = Op::Progress { mark, exit };
            self.split(split, split + 1, exit, lazy);
            return Ok(());
        };
        let mut splits = Vec::new();
        for _ in least..most {
            splits.push(self.push(Op::Match));
            self.node(node)?;
        }
        let exit = self.ops.len();
        for split in splits {
            self.split(split, split + 1, exit, lazy);
        }
        Ok(())
    }
}

/// How many characters a pattern matches, if that is always the same.
fn width(node: &Node) -> Option<usize> {
    match node {
        Node::Char(..) | Node::Any(_) | Node::Set(_) => Some(1),
        Node::Group(node, _) | Node::Atomic(node) => width(node),
        Node::Concat(nodes) => nodes.iter().map(width).sum(),
        Node::Alternatives(branches) => {
            let first = width(branches.first()?)?;
            branches
                .iter()
                .all(|branch| width(branch) == Some(first))
                .then_some(first)
        }
        Node::Repeat {
            node, least, most, ..
        } => (Some(*least) == *most).then(|| Some(width(node)? * *least as usize))?,
        Node::Backreference(..) => None,
        Node::Conditional(_, yes, no) => width(yes).filter(|yes| width(no) == Some(*yes)),
        _ => Some(0),
    }
}
