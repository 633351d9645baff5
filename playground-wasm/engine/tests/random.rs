//! Random relationship programs, run by the engine and by real SQLAlchemy.
//!
//! `COUNT` says how many and `SEED` which (300 and 1 unless they are set; `make soak` sets both); a program that
//! differs is shown with the difference and stays in `target/tmp/random/`.

#[path = "support/oracle.rs"]
mod oracle;
mod support;

use oracle::{oracle, tool};
use std::path::Path;
use support::output;

#[test]
fn random_programs_print_what_sqlalchemy_prints() {
    let Some(python) = oracle() else { return };
    let variable =
        |name: &str, default: &str| std::env::var(name).unwrap_or_else(|_| default.to_owned());
    let (seed, count) = (variable("SEED", "1"), variable("COUNT", "300"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random");
    let _ = std::fs::remove_dir_all(&folder);
    let out = folder.to_string_lossy();
    let arguments = ["--seed", seed.as_str(), "--count", count.as_str(), &out];
    print!("{}", tool(&python, "random_relationships.py", &arguments));
    recorded::check(&folder, output);
}
