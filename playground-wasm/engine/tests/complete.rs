//! Completion and hover texts: what is offered where, and that nothing of SQLAlchemy's is missing.

use engine::complete::{complete, hover};
use engine::{Program, Source, SourceKind};

const PRELUDE: &str = "from sqlalchemy import Column, ForeignKey, Integer, String\n\
    from sqlalchemy.orm import declarative_base, relationship, backref, mapped_column\n\nBase = declarative_base()\n";

const CLASSES: &str = "class Parent(Base):\n    __tablename__ = 'parent'\n    id = Column(Integer, primary_key=True)\n    \
    children = relationship('Child', backref='parent')\n\nclass Child(Base):\n    __tablename__ = 'child'\n    \
    id = Column(Integer, primary_key=True)\n    parent_id = Column(ForeignKey('parent.id'))\n";

fn source(text: &str, kind: SourceKind) -> Source {
    Source {
        name: "test.py".into(),
        text: text.into(),
        kind,
        go_on: false,
    }
}

/// A program behind the prelude, and where its `|` stands.
fn at_caret(marked: &str, kind: SourceKind) -> (Program, usize) {
    let offset = marked.find('|').expect("a caret");
    let sources = vec![
        source(PRELUDE, SourceKind::Script),
        source(&marked.replace('|', ""), kind),
    ];
    (Program { sources }, offset)
}

fn offered(marked: &str) -> Vec<String> {
    let (program, offset) = at_caret(marked, SourceKind::Script);
    complete(&program, offset)
        .items
        .into_iter()
        .map(|item| item.name)
        .collect()
}

fn in_session(marked: &str) -> Vec<String> {
    let (program, offset) = at_caret(marked, SourceKind::Transcript);
    complete(&program, offset)
        .items
        .into_iter()
        .map(|item| item.name)
        .collect()
}

#[test]
fn names_of_the_program_come_before_pythons() {
    assert_eq!(
        offered("relationships = 1\nrela|"),
        ["relationship", "relationships"]
    );
    assert_eq!(offered("pri|"), ["print"]);
    assert_eq!(offered("wh|"), ["while"]);
    assert_eq!(
        offered("class A:\n    pass\n\nfirst = A()\nfi|"),
        ["first", "filter", "finally"]
    );
}

#[test]
fn names_of_a_function_that_is_being_written() {
    assert_eq!(
        offered("def add(left, right=2):\n    lemon = left\n    le|"),
        ["left", "lemon", "len"]
    );
    assert_eq!(offered("for index in range(3):\n    ind|"), ["index"]);
}

#[test]
fn attributes_of_objects_classes_and_modules() {
    let instance = offered(&format!("{CLASSES}\nmother = Parent()\nmother.|"));
    assert_eq!(instance, ["children", "id", "metadata", "registry"]);
    assert_eq!(offered(&format!("{CLASSES}\nParent.ch|")), ["children"]);
    assert_eq!(offered(&format!("{CLASSES}\nParent().|")), [""; 0]);
    assert_eq!(
        offered(&format!(
            "{CLASSES}\nmother = Parent()\nmother.children.app|"
        )),
        ["append"]
    );
    assert_eq!(
        offered("import sqlalchemy.orm\nsqlalchemy.orm.mapped_c|"),
        ["mapped_collection", "mapped_column"]
    );
    assert_eq!(offered("'a'.upp|"), [""; 0]);
    assert_eq!(offered("word = 'a'\nword.upp|"), ["upper"]);
}

#[test]
fn keyword_arguments_that_are_not_given_yet() {
    assert_eq!(
        offered("x = relationship('Child', back|"),
        ["back_populates", "backref", "backref"]
    );
    assert_eq!(
        offered("x = relationship('Child', backref='x', back|)"),
        ["back_populates", "backref"]
    );
    assert_eq!(offered("x = Column(Integer, primary|"), ["primary_key"]);
    assert_eq!(offered("x = ForeignKey('parent.id', onde|"), ["ondelete"]);
    assert_eq!(
        offered("def add(left, right):\n    pass\n\nadd(ri|"),
        ["right"]
    );
    assert_eq!(
        offered(&format!("{CLASSES}\nChild(pa|")),
        ["parent_id", "Parent"]
    );
    assert_eq!(
        offered(&format!("{CLASSES}\nParent()\nChild(pa|")),
        ["parent", "parent_id", "Parent"]
    );
    assert_eq!(offered("x = backref('parent', cas|"), ["cascade"]);
}

#[test]
fn each_parameter_has_a_line() {
    let (program, offset) = at_caret("x = relationship(|", SourceKind::Script);
    let items = complete(&program, offset).items;
    let first = &items[0];
    assert_eq!(
        (first.name.as_str(), first.detail.as_str()),
        ("argument", "None")
    );
    assert_eq!(first.about, "The class at the other end, or its name.");
    for item in items.iter().filter(|item| item.kind == "argument") {
        assert!(item.about.ends_with('.'), "{item:?}");
    }
}

#[test]
fn nothing_in_strings_and_comments() {
    assert_eq!(offered("x = 'pri|'"), [""; 0]);
    assert_eq!(offered("x = 'pri|"), [""; 0]);
    assert_eq!(offered("# pri|"), [""; 0]);
}

#[test]
fn sessions() {
    assert_eq!(in_session(">>> answer = 42\n>>> ans|"), ["answer"]);
    assert_eq!(
        in_session(">>> answer = 42\n>>> answer\n42\n>>> answer.real|"),
        ["real"]
    );
    assert_eq!(
        in_session(">>> for letter in 'ab':\n...     prin|"),
        ["print"]
    );
}

/// Whatever the reader's own code would do when it is asked is not done.
#[test]
fn the_readers_code_is_not_run() {
    let class = "class A:\n    @property\n    def loud(self):\n        print(1 / 0)\n        return 'x'\n    \
                 def __getattr__(self, name):\n        1 / 0\n\na = A()\n";
    assert_eq!(offered(&format!("{class}a.lo|")), ["loud"]);
    assert_eq!(offered(&format!("{class}a.loud.upp|")), [""; 0]);
    assert_eq!(offered("while True:\n    pass\nx = 1\npri|"), ["print"]);
}

#[test]
fn hovering_tells_what_a_name_is() {
    let told = |marked: &str| {
        let (program, offset) = at_caret(marked, SourceKind::Script);
        hover(&program, offset).map(|found| (found.item.name, found.item.detail, found.item.about))
    };
    let (_, _, about) = told("x = relation|ship('Child')").expect("it is known");
    assert_eq!(
        about,
        "Leads from one mapped class to another, along a foreign key."
    );
    let (name, default, about) =
        told("x = relationship('Child', la|zy='select')").expect("it is known");
    assert_eq!((name.as_str(), default.as_str()), ("lazy", "'select'"));
    assert!(about.starts_with("When it is loaded"), "{about}");
    let (_, detail, _) =
        told("def add(left, right=1, *, third):\n    pass\n\na|dd(1)").expect("it is known");
    assert_eq!(detail, "(left, right=…, *, third)");
    let (_, detail, _) =
        told(&format!("{CLASSES}\nmother = Parent()\nmo|ther")).expect("it is known");
    assert_eq!(detail, "Parent");
    assert_eq!(told("'rela|tionship'"), None);
    assert_eq!(told("1 +| 2"), None);
}

#[test]
fn offsets_count_bytes_and_reach_json_as_asked() {
    let (program, offset) = at_caret("grün = 'ü'\ngr|", SourceKind::Script);
    let found = complete(&program, offset);
    assert_eq!((found.start, found.end), (offset - 2, offset));
    assert_eq!(
        found.to_json(|at| at * 10),
        format!(
            "{{\"start\":{},\"end\":{},\"items\":[{{\"name\":\"grün\",\"kind\":\"variable\",\"detail\":\"str\",\"about\":\"\"}}]}}",
            (offset - 2) * 10,
            offset * 10
        )
    );
}

/// `recorded/signatures.txt` is what `inspect.signature` says of real SQLAlchemy; `tools/signatures.py` writes it.
#[test]
fn no_parameter_of_sqlalchemys_is_missing() {
    let recorded = include_str!("recorded/signatures.txt");
    let mut checked = 0;
    for line in recorded.lines() {
        let (name, parameters) = line.split_once('\t').unwrap_or((line, ""));
        let module = format!(
            "from sqlalchemy import *\nfrom sqlalchemy.orm import *\nfrom sqlalchemy.orm import {name}\nx = {name}(|"
        );
        let (program, offset) = at_caret(&module, SourceKind::Script);
        let offered: Vec<_> = complete(&program, offset)
            .items
            .into_iter()
            .filter(|item| item.kind == "argument")
            .collect();
        if offered.is_empty() {
            continue;
        }
        checked += 1;
        for parameter in parameters
            .split(' ')
            .filter(|parameter| !parameter.is_empty())
        {
            let found = offered.iter().find(|item| item.name == parameter);
            let found = found.unwrap_or_else(|| panic!("{name}: {parameter} is missing"));
            assert!(!found.about.is_empty(), "{name}: {parameter} has no line");
        }
    }
    assert!(checked >= 10, "only {checked} were checked");
}
