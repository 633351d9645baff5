//! Pictures of objects, held against kept ones. `KEEP=1` writes them anew: look at them before you commit them.

use std::path::Path;

use engine::report::graph::Arrangement;
use engine::{Limits, Options, Program, Source, SourceKind};

const NEITHER: &str = "relationship('Child')|relationship('Parent')";
const BACK_POPULATES: &str = "relationship('Child', back_populates='parent')|relationship('Parent', back_populates='children')";

/// Two classes with these relationships, and what is done with them.
fn program(relationships: &str, then: &str) -> Program {
    let (children, parent) = relationships.split_once('|').expect("two relationships");
    let text = format!(
        "from sqlalchemy import Column, ForeignKey, Integer, String\n\
         from sqlalchemy.orm import declarative_base, relationship\n\
         Base = declarative_base()\n\
         class Parent(Base):\n    __tablename__ = 'parent'\n    id = Column(Integer, primary_key=True)\n    \
         name = Column(String)\n    children = {children}\n\
         class Child(Base):\n    __tablename__ = 'child'\n    id = Column(Integer, primary_key=True)\n    \
         parent_id = Column(ForeignKey('parent.id'))\n    parent = {parent}\n{then}"
    );
    Program {
        sources: vec![Source {
            name: "graph.py".into(),
            text,
            kind: SourceKind::Script,
            go_on: false,
        }],
    }
}

fn holds(name: &str, program: &Program, arrangement: Arrangement) {
    let options = Options {
        graph: true,
        arrangement,
        ..Options::default()
    };
    let report = engine::run(program, &Limits::default(), &options);
    assert!(report.failures.is_empty(), "{:?}", report.failures);
    let drawn = report.graphs.last().expect("a picture of the source");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/graphs/{name}.svg"));
    if std::env::var_os("KEEP").is_some() {
        std::fs::write(&path, drawn).expect("the picture is kept");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(*drawn, kept, "{}", path.display());
}

#[test]
fn a_reference_that_only_one_side_knows_of() {
    let text = "parent = Parent()\nchild = Child()\nchild.parent = parent\n";
    let program = program(NEITHER, text);
    holds("one_sided", &program, Arrangement::Across);
    holds("one_sided_down", &program, Arrangement::Down);
}

#[test]
fn a_reference_that_the_other_side_contradicts() {
    let text = "a = Parent(name='a')\nb = Parent(name='b')\nchild = Child(parent=a)\nb.children.append(child)\n";
    let program = program(NEITHER, text);
    holds("contradicted", &program, Arrangement::Across);
    holds("contradicted_down", &program, Arrangement::Down);
}

#[test]
fn references_both_ways() {
    let text = "parent = Parent(name='Ada')\nfirst = Child(parent=parent)\nparent.children.append(Child())\n";
    let program = program(BACK_POPULATES, text);
    holds("mutual", &program, Arrangement::Across);
    holds("mutual_down", &program, Arrangement::Down);
}

/// Names and values of the program stand in the picture as text.
#[test]
fn markup_in_values_is_text() {
    let text = "parent = Parent(name='<script>&\"</text>\\x00')\n";
    holds(
        "markup",
        &program(BACK_POPULATES, text),
        Arrangement::Across,
    );
}
