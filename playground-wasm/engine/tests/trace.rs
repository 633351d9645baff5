//! The recorded steps of a run: what they say, and that recording them changes nothing.

mod support;

use std::path::Path;

use engine::{Limits, Options, Program, Report, Source, SourceKind, run};
use recorded::{Case, cases};
use support::program;

fn recorded_run(program: &Program, source: usize) -> Report {
    let options = Options {
        steps_of: Some(source),
        graph: true,
        ..Options::default()
    };
    run(program, &Limits::default(), &options)
}

fn script(text: &str) -> Program {
    sources(&[text])
}

fn sources(texts: &[&str]) -> Program {
    let source = |text: &&str| Source {
        name: "example.py".to_owned(),
        text: (*text).to_owned(),
        kind: if text.starts_with(">>>") {
            SourceKind::Transcript
        } else {
            SourceKind::Script
        },
        go_on: false,
    };
    Program {
        sources: texts.iter().map(source).collect(),
    }
}

/// One line a step: what a reader sees who goes through them.
fn told(report: &Report) -> String {
    let trace = report.trace.as_ref().expect("asked for");
    let mut text = String::new();
    for (index, step) in trace.steps.iter().enumerate() {
        let line = step.line.map_or("end".to_owned(), |line| line.to_string());
        text += &"  ".repeat(step.depth);
        text += &line;
        if let Some(function) = &step.function {
            text += &format!(" in {function}");
        }
        let variables = step.variables.iter();
        let variables: Vec<String> = variables
            .map(|(name, value)| format!("{name} = {value}"))
            .collect();
        text += &format!(" | {}", variables.join("; "));
        let (chunks, bytes) = step.output;
        let mut output: String = (report.chunks[..chunks].iter())
            .map(|chunk| chunk.text.as_str())
            .collect();
        output += report
            .chunks
            .get(chunks)
            .map_or("", |chunk| &chunk.text[..bytes]);
        text += &format!(" | {output:?}");
        if let Some(picture) = step.picture {
            text += &format!(" | picture {picture}");
        }
        for explanation in trace.told_by(index, &report.explanations) {
            text += &format!(
                "\n    {}- {}",
                "  ".repeat(explanation.depth),
                explanation.text
            );
        }
        text += "\n";
    }
    text
}

const MODELS: &str = "\
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

class Parent(Base):
    __tablename__ = 'parent'
    id = Column(Integer, primary_key=True)
    children = relationship('Child', back_populates='parent')

class Child(Base):
    __tablename__ = 'child'
    id = Column(Integer, primary_key=True)
    name = Column(String)
    parent_id = Column(Integer, ForeignKey('parent.id'))
    parent = relationship('Parent', back_populates='children')
";

#[test]
fn steps_show_variables_output_pictures_and_functions() {
    let report = recorded_run(
        &sources(&[
            MODELS,
            "\
def adopt(parent, name):
    child = Child(name=name)
    parent.children.append(child)
    return child

parent = Parent(id=7)
print('before')
first = adopt(parent, 'Ann')
print(len(parent.children))
for n in range(2):
    total = [n, parent]
",
        ]),
        1,
    );
    assert_eq!(
        told(&report),
        "\
1 |  | \"\"
6 |  | \"\"
    - Parent.children leads from each Parent to many Child objects (one-to-many), since child.parent_id refers to \
parent.id. Its other side is Child.parent.
    - Child.parent leads from each Child to one Parent (many-to-one), since child.parent_id refers to parent.id. Its \
other side is Parent.children.
7 | parent = Parent(id=7) | \"\" | picture 0
8 | parent = Parent(id=7) | \"before\\n\" | picture 0
  2 in adopt | parent = Parent(id=7); name = 'Ann' | \"before\\n\" | picture 0
  3 in adopt | parent = Parent(id=7); name = 'Ann'; child = Child(name='Ann') | \"before\\n\" | picture 1
    - child is added to parent.children.
      - Parent.children and Child.parent are the two sides of one relationship, linked by \
back_populates: the other side follows.
        - child.parent is set to parent in step.
  4 in adopt | parent = Parent(id=7); name = 'Ann'; child = Child(name='Ann') | \"before\\n\" | picture 2
9 | parent = Parent(id=7); first = Child(name='Ann') | \"before\\n\" | picture 3
10 | parent = Parent(id=7); first = Child(name='Ann') | \"before\\n1\\n\" | picture 3
11 | parent = Parent(id=7); first = Child(name='Ann'); n = 0 | \"before\\n1\\n\" | picture 3
11 | parent = Parent(id=7); first = Child(name='Ann'); n = 1; total = [0, Parent(id=7)] | \"before\\n1\\n\" | picture 3
end | parent = Parent(id=7); first = Child(name='Ann'); n = 1; total = [1, Parent(id=7)] | \"before\\n1\\n\" | picture 3
"
    );
}

#[test]
fn prompts_are_stepped_through_by_statement() {
    let report = recorded_run(
        &sources(&[
            MODELS,
            ">>> parent = Parent()\n>>> parent.childs\nTraceback\n>>> for i in range(2):\n...     i\n...\n0\n1\n",
        ]),
        1,
    );
    assert_eq!(
        told(&report),
        "\
1 |  | \"\"
    - Parent.children leads from each Parent to many Child objects (one-to-many), since child.parent_id refers to \
parent.id. Its other side is Child.parent.
    - Child.parent leads from each Child to one Parent (many-to-one), since child.parent_id refers to parent.id. Its \
other side is Parent.children.
2 | parent = Parent() | \"\" | picture 0
4 | parent = Parent() | \"Traceback (most recent call last):\\n  File \\\"<stdin>\\\", line 1, in \
<module>\\nAttributeError: 'Parent' object has no attribute 'childs'\\n\" | picture 0
5 | parent = Parent(); i = 0 | \"Traceback (most recent call last):\\n  File \\\"<stdin>\\\", line 1, in \
<module>\\nAttributeError: 'Parent' object has no attribute 'childs'\\n\" | picture 0
5 | parent = Parent(); i = 1 | \"Traceback (most recent call last):\\n  File \\\"<stdin>\\\", line 1, in \
<module>\\nAttributeError: 'Parent' object has no attribute 'childs'\\n0\\n\" | picture 0
end | parent = Parent(); i = 1 | \"Traceback (most recent call last):\\n  File \\\"<stdin>\\\", line 1, in \
<module>\\nAttributeError: 'Parent' object has no attribute 'childs'\\n0\\n1\\n\" | picture 0
"
    );
}

#[test]
fn only_the_chosen_source_is_recorded_and_only_so_many_steps() {
    let program = sources(&[
        "def helper():\n    return 1\nearlier = 5\n",
        "helper()\nfor n in range(9):\n    helper()\n",
    ]);
    let options = Options {
        steps_of: Some(1),
        max_steps: 4,
        ..Options::default()
    };
    let trace = run(&program, &Limits::default(), &options)
        .trace
        .expect("asked for");
    let lines: Vec<_> = trace.steps.iter().map(|step| step.line).collect();
    assert_eq!(lines, [Some(1), Some(2), Some(3), Some(3), None]);
    assert!(trace.cut);
    assert_eq!(
        trace.steps[4].variables,
        [("earlier", "5"), ("n", "8")].map(|(a, b)| (a.to_owned(), b.to_owned()))
    );
    assert!(recorded_run(&program, 7).trace.is_none());
}

#[test]
fn values_are_shown_without_running_the_programs_code() {
    let report = recorded_run(
        &script(
            "\
class Loud:
    def __init__(self, size):
        self.size = size
        self._hidden = 1
    def __repr__(self):
        print('asked')
        raise ValueError
class Bag(list):
    def __iter__(self):
        while True: pass
    __repr__ = __len__ = __iter__
import datetime, decimal, enum, math
class Colour(enum.Enum):
    RED = 1
loud = Loud(3)
bag = Bag([loud])
bag.append(bag)
red, day = Colour.RED, datetime.date(2024, 5, 1)
price = decimal.Decimal('1.50')
long = 'x' * 1000
many = list(range(1000))
huge = 10 ** 5000
table = {'a': (1,), 'b': {2}, 'c': set(), 'd': 2.5, 'e': b'x', 'f': range(3)}
error = ValueError('no', 1)
class Named(str): pass
named = Named('<b>')
size = len
",
        ),
        0,
    );
    assert!(report.chunks.is_empty(), "{:?}", report.chunks);
    let trace = report.trace.expect("asked for");
    let last = trace.steps.last().expect("there is an end");
    let shown: Vec<String> = (last.variables.iter())
        .map(|(name, value)| format!("{name} = {value}"))
        .collect();
    let numbers: Vec<String> = (0..30).map(|n| n.to_string()).collect();
    let mut many = format!("many = [{}", numbers.join(", "));
    many.truncate("many = ".len() + 99);
    assert_eq!(
        shown,
        [
            "loud = Loud(size=3)".to_owned(),
            "bag = [Loud(size=3), [Loud(size=3), [Loud(size=3), […, …]]]]".to_owned(),
            "red = Colour.RED".to_owned(),
            "day = datetime.date(2024, 5, 1)".to_owned(),
            "price = Decimal('1.50')".to_owned(),
            format!("long = '{}…", "x".repeat(98)),
            format!("{many}…"),
            "huge = <int of 16610 bits>".to_owned(),
            "table = {'a': (1,), 'b': {2}, 'c': set(), 'd': 2.5, 'e': b'x', 'f': range(0, 3)}"
                .to_owned(),
            "error = ValueError('no', 1)".to_owned(),
            "named = '<b>'".to_owned(),
        ]
    );
}

#[test]
fn a_limit_ends_a_recorded_run_at_the_same_step() {
    let program =
        script("n = 0\nwhile True:\n    n += 1\n    if n % 3:\n        continue\n    n += 0\n");
    let limits = Limits {
        fuel: 10_000,
        ..Limits::default()
    };
    let plain = run(&program, &limits, &Options::default());
    let options = Options {
        steps_of: Some(0),
        ..Options::default()
    };
    let traced = run(&program, &limits, &options);
    assert_eq!(plain.chunks, traced.chunks);
    assert_eq!(plain.failures, traced.failures);
    let value = |report: &Report| report.trace.as_ref().map(|trace| trace.steps.len());
    assert_eq!(value(&traced), Some(501));
}

/// Every program that is compared with SQLAlchemy prints, fails and costs the same when it is recorded.
#[test]
fn recording_changes_no_run() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    let problem = |case: &Case| {
        let program = program(case);
        let plain = run(&program, &Limits::default(), &Options::default());
        let traced = recorded_run(&program, 0);
        let same = plain.chunks == traced.chunks
            && plain.outcome == traced.outcome
            && plain.failures == traced.failures
            && plain.fuel_used == traced.fuel_used;
        let trace = traced.trace.as_ref().expect("asked for");
        let ordered = trace
            .steps
            .is_sorted_by_key(|step| (step.output, step.told));
        let within = trace.steps.iter().all(|step| {
            step.told <= traced.explanations.len()
                && step
                    .picture
                    .is_none_or(|picture| picture < trace.pictures.len())
                && step.output.0 <= traced.chunks.len()
                && (traced.chunks.get(step.output.0)).map_or(step.output.1 == 0, |chunk| {
                    chunk.text.is_char_boundary(step.output.1)
                })
        });
        (!same || !ordered || !within).then(|| {
            format!(
                "{}: same {same}, ordered {ordered}, within {within}, fuel {} and {}",
                case.name, plain.fuel_used, traced.fuel_used
            )
        })
    };
    let problems: Vec<String> = cases(&folder).iter().filter_map(problem).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
