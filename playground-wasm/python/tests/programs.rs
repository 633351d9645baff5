//! Python beside CPython 3.11: every program of `programs/` must print what was recorded, tracebacks with
//! their carets included.
//!
//! To add a program: write it, record it with `record_python.py`, and read what was recorded.

#[path = "support/listed.rs"]
mod listed;
mod support;

use std::path::Path;
use support::{cpython, here, output, tool};

#[test]
fn programs_print_what_cpython_printed() {
    recorded::check(&here("programs"), output);
}

/// The recordings themselves, wherever there is a CPython 3.11.
#[test]
fn recordings_are_what_cpython_prints_today() {
    if let Some(python) = cpython() {
        let folder = here("programs");
        println!(
            "{}",
            tool(
                &python,
                "record_python.py",
                &["--check", &folder.to_string_lossy()]
            )
        );
    }
}

/// Random programs, run by both. `COUNT` says how many and `SEED` which (500 and 1 unless they are set); one that
/// differs is shown with the difference and stays in `target/tmp/random-python/`.
#[test]
fn random_programs_print_what_cpython_prints() {
    let Some(python) = cpython() else { return };
    let variable =
        |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let (seed, count) = (variable("SEED", "1"), variable("COUNT", "500"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random-python");
    let _ = std::fs::remove_dir_all(&folder);
    let out = folder.to_string_lossy();
    let arguments = ["--seed", seed.as_str(), "--count", count.as_str(), &out];
    print!("{}", tool(&python, "random_python.py", &arguments));
    recorded::check(&folder, output);
}
