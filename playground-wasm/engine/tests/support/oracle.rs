//! Real SQLAlchemy, where there is one, and the tools that run programs on it.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A file or folder of `tests/`.
pub fn here(part: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(part)
}

/// A Python with the pinned SQLAlchemy: `ORACLE_PYTHON`, else the repository's `.venv`. Without either there is
/// nothing to compare with, and the test says so past whatever captures its output.
///
/// # Panics
/// When there ought to be one: it was named, `.venv` is there, or a server runs the tests (`CI`).
pub fn oracle() -> Option<PathBuf> {
    let venv = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.venv/bin/python");
    let named = std::env::var_os("ORACLE_PYTHON");
    let expected = named.is_some() || venv.exists() || std::env::var_os("CI").is_some();
    let python = named.map_or(venv, PathBuf::from);
    let asked = Command::new(&python)
        .args(["-c", "import sqlalchemy; print(sqlalchemy.__version__)"])
        .output();
    let found = asked.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    if found.as_deref().unwrap_or_default() == "2.1.9" {
        return Some(python);
    }
    let problem = format!("{} has no SQLAlchemy 2.1.9", python.display());
    assert!(!expected, "{problem}");
    let _ = writeln!(
        std::io::stderr(),
        "SKIPPED, nothing was compared: {problem}"
    );
    None
}

/// Runs a script of `tests/tools/` and answers what it printed.
///
/// # Panics
/// When it fails.
pub fn tool(python: &Path, script: &str, arguments: &[&str]) -> String {
    let run = Command::new(python)
        .env("PYTHONHASHSEED", "1")
        .arg(here("tools").join(script))
        .args(arguments)
        .output()
        .unwrap_or_else(|error| panic!("{}: {error}", python.display()));
    let text = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(
        run.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&run.stderr)
    );
    text
}
