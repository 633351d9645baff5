//! Python beside CPython 3.11: every program of `programs/` must print what was recorded, tracebacks with
//! their carets included.
//!
//! To add a program: write it, record it with `record_python.py`, and read what was recorded.

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

/// Random programs, run by both. `COUNT` says how many and `SEED` which (1 unless it is set); one that differs is
/// shown with the difference and stays in `target/tmp/random-python/`.
#[test]
fn random_programs_print_what_cpython_prints() {
    let Ok(count) = std::env::var("COUNT") else {
        println!("not run: COUNT does not say how many");
        return;
    };
    let Some(python) = cpython() else { return };
    let seed = std::env::var("SEED").unwrap_or_else(|_| "1".to_owned());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random-python");
    let _ = std::fs::remove_dir_all(&folder);
    let out = folder.to_string_lossy();
    let arguments = ["--seed", seed.as_str(), "--count", count.as_str(), &out];
    print!("{}", tool(&python, "random_python.py", &arguments));
    recorded::check(&folder, output);
}
