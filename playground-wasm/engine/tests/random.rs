//! Random relationship programs, run by the engine and by real SQLAlchemy.
//!
//! `COUNT` says how many and `SEED` which (1 unless it is set); a program that differs is shown with the
//! difference and stays in `target/tmp/random/`. `make soak` sets both.

#[path = "support/oracle.rs"]
mod oracle;
mod support;

use oracle::{oracle, tool};
use std::path::Path;
use support::output;

#[test]
fn random_programs_print_what_sqlalchemy_prints() {
    let Ok(count) = std::env::var("COUNT") else {
        println!("not run: COUNT does not say how many");
        return;
    };
    let Some(python) = oracle() else { return };
    let seed = std::env::var("SEED").unwrap_or_else(|_| "1".to_owned());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random");
    let _ = std::fs::remove_dir_all(&folder);
    let out = folder.to_string_lossy();
    let arguments = ["--seed", seed.as_str(), "--count", count.as_str(), &out];
    print!("{}", tool(&python, "random_relationships.py", &arguments));
    recorded::check(&folder, output);
}
