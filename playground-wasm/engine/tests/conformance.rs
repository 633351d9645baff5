//! The engine beside real SQLAlchemy: every program of `conformance/` must print what was recorded.
//!
//! `tools/record.py` says what is recorded; to add a program, write it, record it with an interpreter that
//! has the pinned SQLAlchemy, and read what was recorded.

#[path = "support/oracle.rs"]
mod oracle;
mod support;

use oracle::{here, oracle, tool};
use support::output;

#[test]
fn programs_print_what_sqlalchemy_printed() {
    recorded::check(&here("conformance"), output);
}

/// The recordings themselves, wherever there is a Python with the pinned SQLAlchemy.
#[test]
fn recordings_are_what_sqlalchemy_prints_today() {
    if let Some(python) = oracle() {
        let folder = here("conformance");
        println!(
            "{}",
            tool(
                &python,
                "record.py",
                &["--check", &folder.to_string_lossy()]
            )
        );
    }
}
