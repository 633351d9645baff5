//! One program under several models: what each prints, line by line of the program, and where they differ.

use std::collections::BTreeMap;
use std::sync::Arc;

use engine::report::graph::Arrangement;
use engine::{Options, Program, Report, Source, SourceKind, Stream};

use super::run::{check, prelude_source};
use super::steps::{Piece, by_line};
use super::{Comparison, Example, Runner};
use crate::config::Config;
use crate::content::Page;
use crate::diagnostic::Diagnostics;

/// What a program did under each of its models.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// The lines of the program at which any of the models printed something, in their order.
    pub rows: Vec<Row>,
    /// The objects at the end under each model as an SVG picture, empty where there are none.
    pub graphs: Vec<String>,
}

/// What a line of the program printed under each model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The 1-based line of the program; 0 stands for the model itself.
    pub line: usize,
    /// Under each model.
    pub cells: Vec<Vec<Piece>>,
}

/// How what several models came to differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Not at all.
    None,
    /// One of three or more is unlike the others, which agree.
    One(usize),
    /// In another way.
    Several,
}

impl Row {
    /// How the cells differ. Addresses do not count.
    pub fn difference(&self) -> Difference {
        let texts: Vec<String> = self.cells.iter().map(|cell| comparable(cell)).collect();
        difference(&texts)
    }
}

/// Finds the one that is unlike the others.
pub fn difference<T: PartialEq>(all: &[T]) -> Difference {
    let unlike = |one: usize| all.iter().filter(|other| **other != all[one]).count();
    match (0..all.len()).map(unlike).max() {
        None | Some(0) => Difference::None,
        Some(most) if all.len() > 2 && most == all.len() - 1 => {
            let mut odd = (0..all.len()).filter(|one| unlike(*one) == most);
            match (odd.next(), odd.next()) {
                (Some(one), None) => Difference::One(one),
                _ => Difference::Several,
            }
        }
        Some(_) => Difference::Several,
    }
}

/// A cell as text, without addresses.
fn comparable(cell: &[Piece]) -> String {
    let mut text = String::new();
    for (stream, printed) in cell {
        text.push_str(stream.name());
        text.push('\n');
        let mut parts = printed.split("0x");
        text.push_str(parts.next().unwrap_or_default());
        for part in parts {
            text.push_str("0x");
            text.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
        }
    }
    text
}

/// Runs the comparisons of a page and checks what they claim.
pub fn compare(
    page: &Page,
    comparisons: &[Comparison],
    config: &Config,
    runner: &Runner,
    diagnostics: &mut Diagnostics,
) -> Vec<Compared> {
    let mut all = Vec::new();
    for comparison in comparisons {
        let mut rows: BTreeMap<usize, Vec<Vec<Piece>>> = BTreeMap::new();
        let mut compared = Compared::default();
        for (nth, model) in comparison.models.iter().enumerate() {
            let mut sources: Vec<Source> = prelude_source(&config.prelude).into_iter().collect();
            let of_model = sources.len();
            sources.push(source(format!("{}.py", model.slug), &model.code));
            sources.push(source("program.py".into(), &comparison.code));
            let options = Options {
                graph: true,
                arrangement: Arrangement::Down,
                steps_of: Some(of_model + 1),
                ..Options::default()
            };
            let report = runner.run(&Program { sources }, &config.limits, &options);
            let failed = |index| report.failures.iter().any(|one| one.source == index);
            let (index, code, file, lines) = match failed(of_model) {
                true => (of_model, &model.code, &model.file, &model.lines),
                false => (
                    of_model + 1,
                    &comparison.code,
                    &comparison.file,
                    &comparison.lines,
                ),
            };
            let example = Example {
                span: model.language_span.clone(),
                language_span: model.language_span.clone(),
                raises: model.raises.clone(),
                output: model.output.clone(),
                ..Example::script(code, Arc::clone(file), lines.clone())
            };
            check(page, &example, index, &report, diagnostics);
            let own = std::iter::once((0, of_source(&report, of_model)));
            for (line, printed) in own.chain(by_line(&report)) {
                if printed.is_empty() {
                    continue;
                }
                let nothing = || vec![Vec::new(); comparison.models.len()];
                rows.entry(line).or_insert_with(nothing)[nth] = printed;
            }
            compared
                .graphs
                .push(report.graphs.get(of_model + 1).cloned().unwrap_or_default());
        }
        let row = |(line, cells)| Row { line, cells };
        compared.rows = rows.into_iter().map(row).collect();
        all.push(compared);
    }
    all
}

fn of_source(report: &Report, source: usize) -> Vec<Piece> {
    let chunks = report.of_source(source);
    let chunks = chunks.filter(|chunk| chunk.stream != Stream::Note);
    chunks
        .map(|chunk| (chunk.stream, chunk.text.clone()))
        .collect()
}

fn source(name: String, text: &str) -> Source {
    Source {
        name,
        text: text.to_owned(),
        kind: SourceKind::Script,
        go_on: false,
    }
}

/// Of each model the lines that not all of them have, each behind the heads of the blocks that it stands in.
pub fn distinguishing(models: &[&str]) -> Vec<String> {
    let own = |text: &str, model: &str| {
        let lines: Vec<&str> = model.lines().collect();
        let is_common = |line: &str| {
            models.iter().filter(|other| **other != text).all(|other| {
                other
                    .lines()
                    .any(|theirs| theirs.trim_end() == line.trim_end())
            })
        };
        let mut shown = vec![false; lines.len()];
        for (at, line) in lines.iter().enumerate() {
            if line.trim().is_empty() || is_common(line) {
                continue;
            }
            shown[at] = true;
            let mut depth = indent(line);
            for before in (0..at).rev() {
                if !lines[before].trim().is_empty() && indent(lines[before]) < depth {
                    depth = indent(lines[before]);
                    shown[before] = true;
                }
            }
        }
        let kept = lines.iter().zip(&shown).filter(|(_, shown)| **shown);
        kept.map(|(line, _)| format!("{line}\n"))
            .collect::<String>()
    };
    models.iter().map(|model| own(model, model)).collect()
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_three_is_unlike_the_others() {
        assert_eq!(difference::<i32>(&[]), Difference::None);
        assert_eq!(difference(&[1, 1, 1]), Difference::None);
        assert_eq!(difference(&[1, 2, 1]), Difference::One(1));
        assert_eq!(difference(&[1, 2, 3]), Difference::Several);
        assert_eq!(difference(&[1, 2]), Difference::Several);
    }

    #[test]
    fn addresses_are_no_difference() {
        let cell = |text: &str| vec![(Stream::Stdout, text.to_owned())];
        let row = |a, b| Row {
            line: 1,
            cells: vec![cell(a), cell(b)],
        };
        let same = row("<A object at 0x7f00>\n", "<A object at 0x12ab>\n");
        assert_eq!(same.difference(), Difference::None);
        let other = row("<A object at 0x7f00>\n", "<B object at 0x7f00>\n");
        assert_eq!(other.difference(), Difference::Several);
    }

    #[test]
    fn lines_stand_below_the_heads_of_their_blocks() {
        let models = [
            "class A:\n    x = 1\n    y = 2\n\nclass B:\n    z = 3\n",
            "class A:\n    x = 1\n    y = 4\n\nclass B:\n    z = 3\n    more = 5\n",
        ];
        assert_eq!(
            distinguishing(&models),
            [
                "class A:\n    y = 2\n",
                "class A:\n    y = 4\nclass B:\n    more = 5\n"
            ]
        );
    }
}
