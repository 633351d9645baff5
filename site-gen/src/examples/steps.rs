//! The most telling steps of a block, for readers without scripts: those that printed something, changed the
//! objects or have an explanation.

use std::collections::BTreeMap;

use engine::{Explanation, Report, Stream, Trace};

/// More would not be read; whoever wants them all has *Step*.
const MOST: usize = 20;

/// A piece of output.
pub type Piece = (Stream, String);

/// A line that was executed, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Telling {
    /// The 1-based line.
    pub line: usize,
    /// What it set off, and why.
    pub why: Vec<Explanation>,
    /// What it printed.
    pub printed: Vec<Piece>,
    /// The objects after it as an SVG picture, where it has changed them.
    pub graph: Option<String>,
}

/// The telling steps of the recorded source of a run.
pub fn telling(report: &Report) -> Vec<Telling> {
    let Some(trace) = &report.trace else {
        return Vec::new();
    };
    let steps = 0..trace.steps.len().saturating_sub(1);
    let all = steps.filter_map(|step| told(report, trace, step));
    all.take(MOST).collect()
}

fn told(report: &Report, trace: &Trace, step: usize) -> Option<Telling> {
    let (now, next) = (&trace.steps[step], &trace.steps[step + 1]);
    let why = trace.told_by(step, &report.explanations).to_vec();
    let printed = between(report, now.source, now.output, next.output);
    let graph = next
        .picture
        .filter(|_| next.picture != now.picture)
        .map(|picture| trace.pictures[picture].clone());
    let tells = !why.is_empty() || !printed.is_empty() || graph.is_some();
    tells.then(|| Telling {
        line: now.line.unwrap_or_default(),
        why,
        printed,
        graph,
    })
}

/// What each line of the recorded source printed, whenever it was executed.
pub(super) fn by_line(report: &Report) -> BTreeMap<usize, Vec<Piece>> {
    let mut lines: BTreeMap<usize, Vec<Piece>> = BTreeMap::new();
    let steps = report.trace.iter().flat_map(|trace| &trace.steps);
    for (now, next) in steps.clone().zip(steps.skip(1)) {
        let printed = between(report, now.source, now.output, next.output);
        if let (Some(line), false) = (now.line, printed.is_empty()) {
            lines.entry(line).or_default().extend(printed);
        }
    }
    lines
}

/// The output of a source between two places: whole chunks, then bytes of the next one.
fn between(report: &Report, source: usize, from: (usize, usize), to: (usize, usize)) -> Vec<Piece> {
    let mut printed = Vec::new();
    for (index, chunk) in report.chunks.iter().enumerate().skip(from.0) {
        if index > to.0 || chunk.source != source || chunk.stream == Stream::Note {
            continue;
        }
        let start = if index == from.0 { from.1 } else { 0 };
        let end = if index == to.0 {
            to.1
        } else {
            chunk.text.len()
        };
        match chunk.text.get(start..end) {
            None | Some("") => {}
            Some(text) => printed.push((chunk.stream, text.to_owned())),
        }
    }
    printed
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::{Limits, Options, Program, Source, SourceKind};

    #[test]
    fn steps_that_print_change_objects_or_have_a_reason() {
        let text = "from sqlalchemy import Column, ForeignKey, Integer\n\
                    from sqlalchemy.orm import declarative_base, relationship\n\
                    Base = declarative_base()\n\
                    class Parent(Base):\n    __tablename__ = 'parent'\n    id = Column(Integer, primary_key=True)\n    \
                    children = relationship('Child', back_populates='parent')\n\
                    class Child(Base):\n    __tablename__ = 'child'\n    id = Column(Integer, primary_key=True)\n    \
                    parent_id = Column(ForeignKey('parent.id'))\n    \
                    parent = relationship('Parent', back_populates='children')\n\
                    parent = Parent()\nchild = Child()\nquiet = 1\nchild.parent = parent\nfor n in range(2):\n    \
                    print(n, len(parent.children))\n";
        let program = Program {
            sources: vec![Source {
                name: "a.py".into(),
                text: text.into(),
                kind: SourceKind::Script,
                go_on: false,
            }],
        };
        let options = Options {
            steps_of: Some(0),
            ..Options::default()
        };
        let report = engine::run(&program, &Limits::default(), &options);
        let told: Vec<(usize, bool, String, bool)> = telling(&report)
            .into_iter()
            .map(|step| {
                let printed: String = step.printed.into_iter().map(|(_, text)| text).collect();
                (
                    step.line,
                    !step.why.is_empty(),
                    printed,
                    step.graph.is_some(),
                )
            })
            .collect();
        let expected = [
            (13, true, "", true),
            (14, false, "", true),
            (16, true, "", true),
            (18, false, "0 1\n", false),
            (18, false, "1 1\n", false),
        ];
        let expected = expected.map(|(line, why, text, graph)| (line, why, text.to_owned(), graph));
        assert_eq!(told, expected);
    }
}
