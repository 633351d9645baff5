//! Each example by itself, run as a page runs it: the prelude, the scenario's earlier blocks, the block.

use std::sync::Arc;
use std::time::{Duration, Instant};

use engine::{Options, Report};

use super::run::{check, scenario, was_reached};
use super::{Example, foreign};
use crate::config::Config;
use crate::content::Page;
use crate::diagnostic::Diagnostics;

/// Whether an example does what its page says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does.
    Passed,
    /// It prints something else.
    Differs,
    /// It ended in an exception that the page does not announce, or in another one than it announces.
    Raised,
    /// An earlier block of its scenario ended the run.
    NotReached,
}

/// An example that was run.
#[derive(Debug)]
pub struct Tried {
    /// Its index on the page.
    pub index: usize,
    /// Whether it does what the page says.
    pub verdict: Verdict,
    /// How long a reader would wait for it, loading apart.
    pub took: Duration,
    /// What is wrong.
    pub diagnostics: Diagnostics,
    /// What the run showed.
    pub report: Arc<Report>,
    /// The index of the example's source in the report.
    pub source: usize,
}

/// Runs those examples of a page that are `wanted`.
pub fn try_each(
    page: &Page,
    examples: &[Example],
    config: &Config,
    wanted: impl Fn(usize) -> bool,
) -> Vec<Tried> {
    (0..examples.len())
        .filter(|&index| wanted(index))
        .map(|index| try_one(page, examples, config, index))
        .collect()
}

fn try_one(page: &Page, examples: &[Example], config: &Config, index: usize) -> Tried {
    let members: Vec<usize> = (0..=index)
        .filter(|&other| examples[other].scenario == examples[index].scenario)
        .collect();
    let (program, skipped) = match examples[index].language {
        Some(_) => (None, 0),
        None => {
            let (program, skipped) = scenario(config, examples, &members);
            (Some(program), skipped)
        }
    };
    let begin = Instant::now();
    let report = match program {
        Some(program) => engine::run(&program, &config.limits, &Options::default()),
        None => foreign::run(config, examples, &members),
    };
    let took = begin.elapsed();
    let (source, earlier) = (skipped + members.len() - 1, &members[..members.len() - 1]);
    let mut diagnostics = Diagnostics::new();
    let verdict = if was_reached(&report, source, examples, earlier) {
        check(page, &examples[index], source, &report, &mut diagnostics);
        match diagnostics.first() {
            None => Verdict::Passed,
            Some(first) if first.code == "claim" => Verdict::Differs,
            Some(_) => Verdict::Raised,
        }
    } else {
        Verdict::NotReached
    };
    Tried {
        index,
        verdict,
        took,
        diagnostics,
        report: Arc::new(report),
        source,
    }
}
