//! Matching by backtracking, with a stack of its own: no pattern overflows the native one, and none runs
//! longer than the run's fuel lasts.

use super::emit::{Op, Program};
use super::set::{Category, same_folded};
use crate::vm::{Result, Vm};

/// Steps that are paid for at once.
const PORTION: u64 = 256;

/// What to undo when a way turned out wrong.
enum Undo {
    /// Go on there.
    Branch { pc: usize, at: usize },
    /// A slot had this value.
    Slot { index: usize, value: Option<usize> },
}

struct Matcher<'a> {
    vm: &'a mut Vm,
    program: &'a Program,
    text: &'a [char],
    slots: Vec<Option<usize>>,
    stack: Vec<Undo>,
    steps: u64,
    whole: bool,
    not_empty: bool,
    start: usize,
}

/// Finds a match from `start` on. See `_match` for the modes.
pub(super) fn search(
    vm: &mut Vm,
    program: &Program,
    text: &[char],
    start: usize,
    mode: u32,
) -> Result<Option<Vec<Option<usize>>>> {
    let mut matcher = Matcher {
        vm,
        program,
        text,
        slots: vec![None; program.slots],
        stack: Vec::new(),
        steps: 0,
        whole: mode & 3 == 2,
        not_empty: mode & 4 != 0,
        start,
    };
    let last = if mode & 3 == 0 { text.len() } else { start };
    for from in start..=last {
        matcher.slots.fill(None);
        matcher.stack.clear();
        if matcher.run(0, from, true)?.is_some() {
            matcher.slots.truncate(2 * (program.groups + 1));
            return Ok(Some(matcher.slots));
        }
    }
    Ok(None)
}

impl Matcher<'_> {
    fn set(&mut self, index: usize, value: Option<usize>) {
        let former = std::mem::replace(&mut self.slots[index], value);
        self.stack.push(Undo::Slot {
            index,
            value: former,
        });
    }

    fn is_word(&self, at: Option<usize>, ascii: bool) -> bool {
        at.and_then(|at| self.text.get(at))
            .is_some_and(|c| Category::Word.holds(*c, ascii))
    }

    fn pay(&mut self) -> Result<()> {
        self.steps += 1;
        if self.steps.is_multiple_of(PORTION) {
            self.vm.charge(PORTION / 8)?;
            self.vm.reserve(self.stack.len() * size_of::<Undo>())?;
        }
        Ok(())
    }

    /// Executes from an instruction on until a `Match`: where it ends. `outer` is the pattern itself, not a
    /// part that is looked at.
    fn run(&mut self, mut pc: usize, mut at: usize, outer: bool) -> Result<Option<usize>> {
        let base = self.stack.len();
        loop {
            self.pay()?;
            let here = self.text.get(at).copied();
            let matched = match &self.program.ops[pc] {
                Op::Char(c) => here == Some(*c),
                Op::CharFolded(c) => here.is_some_and(|here| same_folded(here, *c)),
                Op::Any => here.is_some(),
                Op::AnyButNewline => here.is_some_and(|c| c != '\n'),
                Op::Set(set) => here.is_some_and(|c| self.program.sets[*set].holds(c)),
                op => match self.other(op, pc, at)? {
                    Step::To(next, place) => {
                        (pc, at) = (next, place);
                        continue;
                    }
                    Step::Fail => false,
                    Step::Matched => {
                        let empty = self.not_empty && at == self.start;
                        if outer && ((self.whole && at != self.text.len()) || empty) {
                            false
                        } else {
                            return Ok(Some(at));
                        }
                    }
                },
            };
            if matched {
                (pc, at) = (pc + 1, at + 1);
                continue;
            }
            match self.back(base) {
                Some(branch) => (pc, at) = branch,
                None => return Ok(None),
            }
        }
    }

    /// The last way not tried yet, with everything undone since.
    fn back(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Undo::Branch { pc, at } => return Some((pc, at)),
                Undo::Slot { index, value } => self.slots[index] = value,
            }
        }
        None
    }

    /// Forgets the ways not tried since `base`, but remembers what they would have to undo.
    fn commit(&mut self, base: usize) {
        let kept: Vec<Undo> = self
            .stack
            .drain(base..)
            .filter(|undo| matches!(undo, Undo::Slot { .. }))
            .collect();
        self.stack.extend(kept);
    }

    fn other(&mut self, op: &Op, pc: usize, at: usize) -> Result<Step> {
        let when = |holds: bool| {
            if holds {
                Step::To(pc + 1, at)
            } else {
                Step::Fail
            }
        };
        let previous = at.checked_sub(1);
        Ok(match *op {
            Op::TextStart => when(at == 0),
            Op::TextEnd => when(at == self.text.len()),
            Op::LineStart => when(previous.is_none_or(|before| self.text[before] == '\n')),
            Op::LineEnd => when(self.text.get(at).is_none_or(|c| *c == '\n')),
            Op::LastLineEnd => {
                let rest = &self.text[at..];
                when(rest.is_empty() || rest == ['\n'])
            }
            Op::WordBoundary { wanted, ascii } => {
                let boundary = self.is_word(previous, ascii) != self.is_word(Some(at), ascii);
                when(boundary == wanted && (boundary || !self.text.is_empty()))
            }
            Op::Save(index) => {
                self.set(index, Some(at));
                Step::To(pc + 1, at)
            }
            Op::Split(first, second) => {
                self.stack.push(Undo::Branch { pc: second, at });
                Step::To(first, at)
            }
            Op::Jump(to) => Step::To(to, at),
            Op::Mark(mark) => {
                self.set(mark, Some(at));
                Step::To(pc + 1, at)
            }
            Op::Progress { mark, exit } if self.slots[mark] == Some(at) => Step::To(exit, at),
            Op::Progress { .. } => Step::To(pc + 1, at),
            Op::Backreference { group, folded } => self.backreference(group, folded, pc, at),
            Op::Look {
                back,
                negated,
                next,
            } => {
                let base = self.stack.len();
                let found = match back {
                    None => self.run(pc + 1, at, false)?.is_some(),
                    Some(width) => match at.checked_sub(width) {
                        Some(from) => self.run(pc + 1, from, false)? == Some(at),
                        None => false,
                    },
                };
                if found && !negated {
                    self.commit(base);
                } else {
                    while self.back(base).is_some() {}
                }
                if found == negated {
                    Step::Fail
                } else {
                    Step::To(next, at)
                }
            }
            Op::Atomic { next } => {
                let base = self.stack.len();
                match self.run(pc + 1, at, false)? {
                    Some(end) => {
                        self.commit(base);
                        Step::To(next, end)
                    }
                    None => Step::Fail,
                }
            }
            Op::IfGroup { group, otherwise } => match self.slots.get(2 * group + 1) {
                Some(Some(_)) => Step::To(pc + 1, at),
                _ => Step::To(otherwise, at),
            },
            _ => Step::Matched,
        })
    }

    fn backreference(&self, group: usize, folded: bool, pc: usize, at: usize) -> Step {
        let (Some(start), Some(end)) = (self.slots[2 * group], self.slots[2 * group + 1]) else {
            return Step::Fail;
        };
        let wanted = &self.text[start..end.max(start)];
        let Some(found) = self.text.get(at..at + wanted.len()) else {
            return Step::Fail;
        };
        let same = wanted
            .iter()
            .zip(found)
            .all(|(a, b)| a == b || (folded && same_folded(*a, *b)));
        if same {
            Step::To(pc + 1, at + wanted.len())
        } else {
            Step::Fail
        }
    }
}

/// What an instruction that consumes no single character leads to.
enum Step {
    To(usize, usize),
    Fail,
    Matched,
}
