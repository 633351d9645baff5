//! Running a page's examples on the very engine that readers run them on.

use std::sync::Arc;

use engine::{Chunk, Failure, Options, Outcome, Program, Report, Source, SourceKind};

use super::steps::{Telling, telling};
use super::{Example, Runner, claims, foreign};
use crate::config::{Config, Prelude};
use crate::content::Page;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::Span;

/// What a block printed when the site was built.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recorded {
    /// The output in program order.
    pub chunks: Vec<Chunk>,
    /// Whether an exception ended it.
    pub failed: bool,
    /// The objects at its end as an SVG picture; `None` where there are none, or the same as before it.
    pub graph: Option<String>,
    /// Its most telling steps, where the block asks for them.
    pub steps: Vec<Telling>,
}

/// Runs every scenario of a page once and checks what its blocks claim. Answers what each example
/// printed, in the order of `examples`.
pub fn run(
    page: &Page,
    examples: &[Example],
    config: &Config,
    runner: &Runner,
    diagnostics: &mut Diagnostics,
) -> Vec<Recorded> {
    let mut recorded = vec![Recorded::default(); examples.len()];
    for (n, first) in examples.iter().enumerate() {
        if examples[..n]
            .iter()
            .any(|earlier| earlier.scenario == first.scenario)
        {
            continue;
        }
        let members: Vec<usize> = (n..examples.len())
            .filter(|&other| examples[other].scenario == first.scenario)
            .collect();
        let (program, skipped) = scenario(config, examples, &members);
        let options = Options {
            graph: true,
            ..Options::default()
        };
        let (report, skipped) = match &first.language {
            Some(_) => (Arc::new(foreign::run(config, examples, &members)), 0),
            None => (runner.run(&program, &config.limits, &options), skipped),
        };
        for (nth, &member) in members.iter().enumerate() {
            let index = skipped + nth;
            if !was_reached(&report, index, examples, &members[..nth]) {
                break;
            }
            let example = &examples[member];
            check(page, example, index, &report, diagnostics);
            recorded[member] = Recorded {
                chunks: report.of_source(index).cloned().collect(),
                failed: report
                    .failures
                    .iter()
                    .any(|failure| failure.source == index),
                graph: news(&report.graphs, index).map(str::to_owned),
                steps: steps(page, example, &program, index, config, runner, diagnostics),
            };
        }
    }
    recorded
}

/// The program of some blocks of one scenario, and how many sources stand before theirs.
pub fn scenario(config: &Config, examples: &[Example], members: &[usize]) -> (Program, usize) {
    let before = prelude_source(&config.prelude);
    let skipped = before.iter().len();
    let blocks = members.iter().map(|&member| source(&examples[member]));
    let sources = before.into_iter().chain(blocks).collect();
    (Program { sources }, skipped)
}

/// The steps of a block that asks for them. One source of a run is recorded at a time, so it runs again.
fn steps(
    page: &Page,
    example: &Example,
    program: &Program,
    index: usize,
    config: &Config,
    runner: &Runner,
    diagnostics: &mut Diagnostics,
) -> Vec<Telling> {
    let (Some(span), None) = (&example.steps, &example.language) else {
        return Vec::new();
    };
    let options = Options {
        steps_of: Some(index),
        ..Options::default()
    };
    let steps = telling(&runner.run(program, &config.limits, &options));
    if steps.is_empty() {
        diagnostics.push(
            Diagnostic::error(
                "steps",
                "there is nothing to tell of the steps of this block",
            )
            .at(&page.file, span.clone())
            .label("no line prints, changes an object or sets anything off"),
        );
    }
    steps
}

/// The picture at the end of a source, if it shows objects and another state than the one before the source.
/// `graph.js` follows the same rule.
fn news(graphs: &[String], index: usize) -> Option<&str> {
    let graph = graphs.get(index)?;
    let before = index.checked_sub(1).and_then(|before| graphs.get(before));
    (!graph.is_empty() && before != Some(graph)).then_some(graph)
}

/// Runs the prelude alone: a mistake in it is told once and not for every scenario.
pub fn check_prelude(config: &Config, runner: &Runner) -> Result<(), Diagnostic> {
    let Some(source) = prelude_source(&config.prelude) else {
        return Ok(());
    };
    let sources = vec![source];
    let program = Program { sources };
    let report = runner.run(&program, &config.limits, &Options::default());
    match &report.outcome {
        Outcome::Finished => Ok(()),
        Outcome::Raised(failure) => {
            let span = prelude_line(config, failure.line);
            Err(uncaught(failure)
                .at(&config.file, span)
                .note("the prelude runs before every scenario"))
        }
    }
}

pub(super) fn prelude_source(prelude: &Prelude) -> Option<Source> {
    (!prelude.text.trim().is_empty()).then(|| Source {
        name: prelude.name.clone(),
        text: prelude.text.clone(),
        kind: SourceKind::Script,
        go_on: false,
    })
}

/// The line of `site.toml` at which a line of the prelude stands, where its string is written over
/// several lines; the whole string otherwise.
fn prelude_line(config: &Config, line: usize) -> Span {
    let (file, span) = (&config.file, config.prelude.span.clone());
    let text = &file.text[span.clone()];
    if !(text.starts_with("'''") || text.starts_with("\"\"\"")) {
        return span;
    }
    let leading = usize::from(text[3..].starts_with(['\n', '\r']));
    file.line_span(file.line(span.start) + leading + line - 1)
}

fn source(example: &Example) -> Source {
    Source {
        name: example.name.clone(),
        text: example.code.clone(),
        kind: example.kind,
        go_on: example.goes_on(),
    }
}

/// Whether the run came as far as a source: no earlier one ended it.
pub(super) fn was_reached(
    report: &Report,
    index: usize,
    examples: &[Example],
    earlier: &[usize],
) -> bool {
    let first = index - earlier.len();
    !report.failures.iter().any(|failure| {
        failure.source < index
            && match failure.source.checked_sub(first) {
                None => true,
                Some(nth) => {
                    let example = &examples[earlier[nth]];
                    failure.limit || (example.kind == SourceKind::Script && !example.goes_on())
                }
            }
    })
}

/// Whether a source of a run ended as its example says, and printed what it claims.
pub(super) fn check(
    page: &Page,
    example: &Example,
    index: usize,
    report: &Report,
    diagnostics: &mut Diagnostics,
) {
    let failures = || {
        report
            .failures
            .iter()
            .filter(|failure| failure.source == index)
    };
    match &example.raises {
        Some((expected, span)) => {
            let problem = match failures().next_back() {
                // What stands in the way of a runner is none of the block's exceptions.
                Some(failure)
                    if is_kind(failure, expected)
                        && !(failure.limit && example.language.is_some()) =>
                {
                    None
                }
                Some(failure) => Some(format!("it raised {}", headline(failure))),
                None => Some("it ran to its end".to_owned()),
            };
            if let Some(problem) = problem {
                diagnostics.push(
                    Diagnostic::error("raises", format!("the block must raise `{expected}`"))
                        .at(&page.file, span.clone())
                        .label(problem),
                );
                return;
            }
        }
        None => {
            let ends = |failure: &&Failure| failure.limit || example.kind == SourceKind::Script;
            if let Some(failure) = failures().find(ends) {
                let span = example
                    .lines
                    .line(&example.code, failure.line, failure.columns);
                let help = match (failure.limit, &example.language) {
                    (true, Some(language)) => {
                        format!(
                            "what runs it, and for how long, is set in [runners.{language}] of site.toml"
                        )
                    }
                    (true, None) => {
                        "what a run may use up is set in [playground.limits] of site.toml"
                            .to_owned()
                    }
                    (false, _) => format!(
                        "if the page wants it, write {{raises=\"{}\"}} behind the fence's language",
                        last_component(&failure.kind)
                    ),
                };
                diagnostics.push(uncaught(failure).at(&example.file, span).help(help));
                return;
            }
        }
    }
    diagnostics.extend(claims::check(&page.file, example, index, report));
}

fn uncaught(failure: &Failure) -> Diagnostic {
    Diagnostic::error("example", headline(failure)).label("not caught")
}

fn headline(failure: &Failure) -> String {
    match failure.message.as_str() {
        "" => failure.kind.clone(),
        message => format!("{}: {message}", failure.kind),
    }
}

/// Whether a failure is what `raises` names, with or without its module.
fn is_kind(failure: &Failure, expected: &str) -> bool {
    failure.kind == expected || last_component(&failure.kind) == expected
}

fn last_component(kind: &str) -> &str {
    kind.rsplit('.').next().unwrap_or(kind)
}
