//! `site-gen test`: the examples of a site, one by one.

pub mod oracle;
pub mod update;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostics, Severity};
use crate::examples::{self, Tried, Verdict};
use crate::pipeline::{self, Options, Sources};

/// An example that was run, with its place.
#[derive(Debug)]
pub struct Test {
    /// The index of its page.
    pub page: usize,
    /// `content/faq.md:35`.
    pub place: String,
    /// The scenario that it belongs to.
    pub scenario: String,
    /// How it went.
    pub tried: Tried,
}

impl Test {
    /// The line that lists it, up to its verdict.
    pub fn name(&self) -> String {
        format!("{} {}", self.place, self.scenario)
    }
}

/// What a run of the examples came to.
#[derive(Default)]
pub struct Run {
    /// The site that they are part of; `None` if it could not be read at all.
    pub sources: Option<Sources>,
    /// The examples that were run, in the order of pages.
    pub tests: Vec<Test>,
    /// How many the filter left out.
    pub filtered: usize,
    /// What is wrong beside the examples' own faults.
    pub diagnostics: Diagnostics,
}

/// What does not concern examples; `check` tells it.
const NOT_HERE: &[&str] = &[
    "link",
    "anchor",
    "image",
    "language",
    "heading",
    "alt",
    "reference",
    "term",
];

/// Runs the examples whose name contains `filter`.
pub fn run(options: &Options, filter: &str) -> Run {
    let mut run = Run::default();
    pipeline::workers().install(|| {
        let Some(sources) = pipeline::sources(options, &mut run.diagnostics) else {
            return;
        };
        run.diagnostics
            .retain(|told| told.severity == Severity::Error && !NOT_HERE.contains(&told.code));
        let runner = examples::Runner::new();
        if let Err(error) = examples::check_prelude(&sources.config, &runner) {
            run.diagnostics.push(error);
            run.sources = Some(sources);
            return;
        }
        let tests: Vec<(Vec<Test>, usize)> = (0..sources.content.pages.len())
            .into_par_iter()
            .map(|page| test_page(&sources, page, filter))
            .collect();
        for (tests, filtered) in tests {
            run.tests.extend(tests);
            run.filtered += filtered;
        }
        run.sources = Some(sources);
    });
    run.diagnostics.sort();
    run
}

fn test_page(sources: &Sources, index: usize, filter: &str) -> (Vec<Test>, usize) {
    let (page, body) = (&sources.content.pages[index], &sources.bodies[index]);
    let place = |example: usize| {
        let example = &body.examples[example];
        let line = page.file.line(example.language_span.start);
        (
            format!("{}:{line}", page.file.path.display()),
            example.scenario.clone(),
        )
    };
    let wanted = |example: usize| {
        let (place, scenario) = place(example);
        format!("{place} {scenario}").contains(filter)
    };
    let tried = examples::try_each(page, &body.examples, &sources.config, wanted);
    let filtered = body.examples.len() - tried.len();
    let tests = tried.into_iter().map(|tried| {
        let (place, scenario) = place(tried.index);
        Test {
            page: index,
            place,
            scenario,
            tried,
        }
    });
    (tests.collect(), filtered)
}

/// How many examples came to each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that do what their page says.
    pub passed: usize,
    /// Those that do not.
    pub failed: usize,
    /// Those behind a failure.
    pub not_reached: usize,
}

impl Tally {
    /// Counts.
    pub fn of(tests: &[Test]) -> Tally {
        let mut tally = Tally::default();
        for test in tests {
            match test.tried.verdict {
                Verdict::Passed => tally.passed += 1,
                Verdict::Differs | Verdict::Raised => tally.failed += 1,
                Verdict::NotReached => tally.not_reached += 1,
            }
        }
        tally
    }
}
