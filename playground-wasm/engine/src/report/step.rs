//! The recorded steps of a run, which a reader goes over back and forth.

use super::Explanation;

/// A moment of a run: just before a line is executed, or the end. What the step before it executed is
/// seen by comparing the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Index into [`crate::Program::sources`].
    pub source: usize,
    /// The 1-based line about to be executed; `None` at the end of the source.
    pub line: Option<usize>,
    /// How many calls deep: 0 in the source itself.
    pub depth: usize,
    /// The function that the line belongs to, as its qualified name; `None` outside functions.
    pub function: Option<String>,
    /// The variables that a reader has made and can see from here, in the order of their making, by `repr`
    /// (shortened where it is long): a function's own, or else the global ones of the recorded source.
    pub variables: Vec<(String, String)>,
    /// How much of the run's output was there: whole chunks of [`super::Report::chunks`], then bytes of the
    /// next one.
    pub output: (usize, usize),
    /// Index into [`Trace::pictures`] of the object graph as it was; `None` without objects.
    pub picture: Option<usize>,
    /// How many of [`super::Report::explanations`] had been told.
    pub told: usize,
}

/// The steps of one source of a run, with what they share.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The steps in order; the last has no line.
    pub steps: Vec<Step>,
    /// SVG pictures of the object graph, each different one once.
    pub pictures: Vec<String>,
    /// Whether there were more steps than are kept ([`crate::Options::max_steps`]).
    pub cut: bool,
}

impl Trace {
    /// What happened between a step and the one after it, and why.
    pub fn told_by<'a>(&self, step: usize, all: &'a [Explanation]) -> &'a [Explanation] {
        let from = self.steps[step].told;
        let to = self.steps.get(step + 1).map_or(from, |next| next.told);
        &all[from..to]
    }
}
