//! What is told of runs, held against what was kept. `KEEP=1` writes it anew: read it before you commit it.

use std::path::Path;

use engine::{Limits, Options, Program, Source, SourceKind, run};

/// Each sentence with the line that it belongs to, indented by what it follows from, and the output between them.
fn told(text: &str) -> String {
    let source = Source {
        name: "told.py".to_owned(),
        text: text.to_owned(),
        kind: SourceKind::Script,
        go_on: false,
    };
    let program = Program {
        sources: vec![source],
    };
    let options = Options {
        explain: true,
        ..Options::default()
    };
    let report = run(&program, &Limits::default(), &options);
    assert!(report.failures.is_empty(), "{:?}", report.failures);
    let mut told = String::new();
    let mut line = 0;
    for explanation in &report.explanations {
        if explanation.line != line {
            line = explanation.line;
            let statement = text.lines().nth(line - 1).unwrap_or_default();
            told += &format!("{line}: {}\n", statement.trim());
        }
        let indent = "  ".repeat(explanation.depth);
        told += &format!("    {indent}- {}\n", explanation.text);
    }
    told
}

#[test]
fn explanations_are_as_kept() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/told");
    let mut differences = String::new();
    let mut programs = 0;
    for entry in std::fs::read_dir(&folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_none_or(|extension| extension != "py") {
            continue;
        }
        programs += 1;
        let told = told(&std::fs::read_to_string(&path).expect("it is a text"));
        let kept = path.with_extension("told");
        if std::env::var_os("KEEP").is_some() {
            std::fs::write(&kept, &told).expect("it is kept");
        }
        if std::fs::read_to_string(&kept).unwrap_or_default() != told {
            differences += &format!("=== {}\n{told}", path.display());
        }
    }
    assert!(programs > 0);
    assert!(differences.is_empty(), "{differences}");
}
