//! `site-gen test --oracle python3`: the scenarios on real SQLAlchemy, as *Copy as script* gives them, beside
//! what the engine shows of them.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use engine::{Options, Program, Report, Stream};
use rayon::prelude::*;
use similar::TextDiff;

use crate::examples;
use crate::pipeline::Sources;
use crate::process::{self, Finished};

/// How long a scenario may take there.
const LIMIT: Duration = Duration::from_secs(60);

const HARNESS: &str = include_str!("harness.py");

/// A Python interpreter with SQLAlchemy.
pub struct Oracle {
    python: String,
    folder: PathBuf,
    /// Which one it is: `cpython 3.11.2 with SQLAlchemy 2.1.9`.
    pub versions: String,
}

/// A scenario on both.
pub struct Compared {
    /// `content/faq.md neither`.
    pub name: String,
    /// Where they part.
    pub outcome: Outcome,
    /// How long the oracle took.
    pub took: Duration,
}

/// How a comparison ended.
pub enum Outcome {
    /// Both show the same.
    Same,
    /// Each part that is not the same: `standard output`, and a diff with the oracle's lines behind `-`.
    Different(Vec<(&'static str, String)>),
    /// There is nothing to compare, and why.
    Skipped(&'static str),
    /// The oracle could not be asked.
    Failed(String),
}

impl Oracle {
    /// The interpreter of that name or path.
    pub fn new(python: &str, folder: &Path) -> Result<Oracle, String> {
        let mut oracle = Oracle {
            python: python.to_owned(),
            folder: folder.to_owned(),
            versions: String::new(),
        };
        let finished = oracle.call(&["--versions"], "")?;
        if !finished.status.is_some_and(|status| status.success()) {
            let why = finished
                .stderr
                .trim()
                .lines()
                .last()
                .unwrap_or("it failed")
                .to_owned();
            return Err(format!("{python} cannot be the oracle: {why}"));
        }
        oracle.versions = finished.stdout.trim().to_owned();
        Ok(oracle)
    }

    fn call(&self, arguments: &[&str], input: &str) -> Result<Finished, String> {
        let mut command = vec![self.python.clone(), "-c".into(), HARNESS.into()];
        command.extend(arguments.iter().map(|&argument| argument.to_owned()));
        let environment = [
            ("PYTHONHASHSEED", "0"),
            ("PYTHONIOENCODING", "utf-8"),
            ("NO_COLOR", "1"),
        ];
        process::run(&command, &self.folder, &environment, input, LIMIT)
            .map_err(|error| format!("{} cannot be run: {error}", self.python))
    }

    /// Compares every scenario whose name contains `filter`; also tells how many it left out.
    pub fn compare(&self, sources: &Sources, filter: &str) -> (Vec<Compared>, usize) {
        let mut scenarios = Vec::new();
        for (page, body) in sources.content.pages.iter().zip(&sources.bodies) {
            let mut seen: Vec<&str> = Vec::new();
            for example in body
                .examples
                .iter()
                .filter(|example| example.language.is_none())
            {
                if seen.contains(&example.scenario.as_str()) {
                    continue;
                }
                seen.push(&example.scenario);
                let name = format!("{} {}", page.file.path.display(), example.scenario);
                let members: Vec<usize> = (0..body.examples.len())
                    .filter(|&other| body.examples[other].scenario == example.scenario)
                    .collect();
                scenarios.push((name, &body.examples, members));
            }
        }
        let all = scenarios.len();
        scenarios.retain(|(name, ..)| name.contains(filter));
        let filtered = all - scenarios.len();
        let compared = scenarios
            .into_par_iter()
            .map(|(name, blocks, members)| {
                let (program, _) = examples::scenario(&sources.config, blocks, &members);
                let report = engine::run(&program, &sources.config.limits, &Options::default());
                let begin = Instant::now();
                let outcome = self.compare_one(&program, &report);
                let took = begin.elapsed();
                Compared {
                    name,
                    outcome,
                    took,
                }
            })
            .collect();
        (compared, filtered)
    }

    fn compare_one(&self, program: &Program, report: &Report) -> Outcome {
        if report.failures.iter().any(|failure| failure.limit) {
            return Outcome::Skipped("a limit of the engine ends it");
        }
        let finished = match self.call(&[], &engine::script(program)) {
            Ok(finished) => finished,
            Err(error) => return Outcome::Failed(error),
        };
        if finished.status.is_none() {
            return Outcome::Failed(format!("it did not end within {} s", LIMIT.as_secs()));
        }
        let Ok(there) = serde_json::from_str::<serde_json::Value>(&finished.stdout) else {
            return Outcome::Failed(finished.stderr.trim().to_owned());
        };
        let text = |key: &str| there[key].as_str().unwrap_or_default().to_owned();
        let warnings = there["warnings"].as_array().into_iter().flatten();
        let warnings: String = warnings
            .filter_map(|warning| warning.as_str())
            .map(|warning| format!("{warning}\n"))
            .collect();
        let here = |stream: Stream, end: &str| -> String {
            let chunks = report.chunks.iter().filter(|chunk| chunk.stream == stream);
            chunks.map(|chunk| format!("{}{end}", chunk.text)).collect()
        };
        let parts = [
            ("standard output", text("stdout"), here(Stream::Stdout, "")),
            ("warnings", warnings, here(Stream::Warning, "\n")),
            (
                "exceptions",
                last_lines(&text("stderr")),
                last_lines(&here(Stream::Traceback, "")),
            ),
        ];
        let different: Vec<(&'static str, String)> = parts
            .into_iter()
            .filter_map(|(part, there, here)| Some((part, difference(&there, &here)?)))
            .collect();
        match different.is_empty() {
            true => Outcome::Same,
            false => Outcome::Different(different),
        }
    }
}

/// The line behind the stack of each traceback; of exceptions in a chain, the last one's.
fn last_lines(text: &str) -> String {
    const CHAIN: [&str; 2] = [
        "During handling of the above exception, another exception occurred:",
        "The above exception was the direct cause of the following exception:",
    ];
    let mut lines = String::new();
    let mut in_stack = false;
    for line in text.lines() {
        if CHAIN.contains(&line) {
            let before = lines.trim_end().rfind('\n').map_or(0, |at| at + 1);
            lines.truncate(before);
        }
        let is_stack = line.starts_with(char::is_whitespace);
        if line == "Traceback (most recent call last):" || line.starts_with("  File \"") {
            in_stack = true;
        } else if in_stack && !is_stack {
            in_stack = false;
            lines.push_str(line);
            lines.push('\n');
        }
    }
    lines
}

/// A diff with the oracle's lines behind `-` and the engine's behind `+`; addresses count as equal.
fn difference(there: &str, here: &str) -> Option<String> {
    let (there, here) = (
        examples::without_addresses(there),
        examples::without_addresses(here),
    );
    if there == here {
        return None;
    }
    let diff = TextDiff::from_lines(&there, &here);
    Some(
        diff.unified_diff()
            .context_radius(2)
            .missing_newline_hint(false)
            .to_string(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_behind_stacks() {
        let text = "Traceback (most recent call last):\n  File \"a\", line 1\n    x\nKeyError: 'x'\n\
                    Traceback (most recent call last):\n  File \"a\", line 2\nValueError: two\nlines\n";
        assert_eq!(last_lines(text), "KeyError: 'x'\nValueError: two\n");
        let chain = "\nDuring handling of the above exception, another exception occurred:\n\n\
                     Traceback (most recent call last):\n  x\nTypeError: last\n";
        assert_eq!(
            last_lines(&format!("{text}{chain}")),
            "KeyError: 'x'\nTypeError: last\n"
        );
        assert_eq!(
            last_lines("  File \"a\", line 1\n    x =\n       ^\nSyntaxError: no\n"),
            "SyntaxError: no\n"
        );
    }

    #[test]
    fn addresses_do_not_count() {
        assert_eq!(
            difference("<A at 0x7f00aa11>\n", "<A at 0x7faaaa99>\n"),
            None
        );
        let diff = difference("a\nb\n", "a\nc\n").unwrap();
        assert!(diff.ends_with(" a\n-b\n+c\n"), "{diff}");
    }
}
