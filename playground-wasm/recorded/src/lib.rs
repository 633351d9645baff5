//! For tests: a folder of programs, each with its output as the real thing printed it beside it.
//!
//! [`check`] runs every `*.py` and `*.pycon` below a folder and compares what it gives with the
//! `.expected` file of the same name. The folder's `pending.txt` lists the programs that are known
//! to differ, one a line; one that is listed and agrees is a failure too, so the list can only get shorter.
//!
//! Two environment variables help while working:
//! - `ONLY=text` runs only the programs with that text in their path, pending ones as if they were not.
//! - `PENDING=shrink` strikes from `pending.txt` those that agree. (There is no way to grow it but by hand.)

mod compare;
mod pending;

pub use compare::{agrees, difference, elide, elide_dates};

use pending::Pending;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use walkdir::WalkDir;

/// One program of a folder.
#[derive(Clone, Debug)]
pub struct Case {
    /// Its path below the folder, with `/` between the parts: the name that lists use.
    pub name: String,
    /// The file.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// What the real thing printed.
    pub expected: String,
}

impl Case {
    /// The file's own name, under which the recorder ran it.
    pub fn file_name(&self) -> &str {
        self.name.rsplit('/').next().unwrap_or(&self.name)
    }

    /// Whether it is a `>>>` session.
    pub fn is_transcript(&self) -> bool {
        self.name.ends_with(".pycon")
    }

    fn folder(&self) -> &str {
        self.name.split_once('/').map_or(".", |(folder, _)| folder)
    }
}

/// The programs below a folder, by name.
///
/// # Panics
/// When a file cannot be read, or a program has no recorded output.
pub fn cases(folder: &Path) -> Vec<Case> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let path = entry.unwrap_or_else(|error| panic!("{error}")).into_path();
        if !path
            .extension()
            .is_some_and(|extension| extension == "py" || extension == "pycon")
        {
            continue;
        }
        let read = |path: &Path| {
            std::fs::read_to_string(path)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        };
        let below = path.strip_prefix(folder).unwrap_or(&path);
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        let expected = read(&path.with_extension("expected"));
        found.push(Case {
            name: parts.join("/"),
            text: read(&path),
            expected,
            path,
        });
    }
    assert!(!found.is_empty(), "no programs in {}", folder.display());
    found
}

/// Runs every program below `folder` by `run`, which answers its output as the recorder renders it,
/// and compares.
///
/// # Panics
/// With every difference, when there is one that `pending.txt` does not list, or a listed program agrees.
pub fn check(folder: &Path, run: impl Fn(&Case) -> String + Sync) {
    let only = std::env::var("ONLY").unwrap_or_default();
    let mut cases = cases(folder);
    let mut pending = Pending::read(&folder.join("pending.txt"), &cases);
    cases.retain(|case| case.name.contains(&only));
    let problems = problems(&cases, run);

    let mut failures = String::new();
    let mut unexpected = 0;
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (case, problem) in cases.iter().zip(problems) {
        let (passed, total) = counts.entry(case.folder()).or_default();
        *total += 1;
        match problem {
            None => {
                *passed += 1;
                pending.agreed(&case.name);
            }
            Some(text) if !only.is_empty() || !pending.lists(&case.name) => {
                unexpected += 1;
                let _ = writeln!(failures, "=== {}\n{text}", case.path.display());
            }
            Some(_) => {}
        }
    }
    for (folder, (passed, total)) in &counts {
        println!("{folder:<24} {passed:>4} of {total} as recorded");
    }
    let passed: usize = counts.values().map(|(passed, _)| passed).sum();
    println!("{passed} of {} as recorded", cases.len());
    let done = if only.is_empty() {
        pending.finish()
    } else {
        Ok(())
    };
    assert!(
        unexpected == 0,
        "\n{failures}\n{unexpected} programs differ"
    );
    if let Err(text) = done {
        panic!("{text}");
    }
}

/// Runs programs and says of each, in order, how it differs from what was recorded, if it does.
pub fn problems(cases: &[Case], run: impl Fn(&Case) -> String + Sync) -> Vec<Option<String>> {
    let outputs = run_all(cases, run);
    let problem = |(case, output): (&Case, Result<String, String>)| match output {
        Ok(output) if agrees(&case.expected, &output) => None,
        Ok(output) => Some(difference(&case.expected, &output)),
        Err(panic) => Some(format!("panicked: {panic}\n")),
    };
    cases.iter().zip(outputs).map(problem).collect()
}

/// Each program's output, or what it panicked with, in order.
fn run_all(cases: &[Case], run: impl Fn(&Case) -> String + Sync) -> Vec<Result<String, String>> {
    let next = AtomicUsize::new(0);
    let outputs = Mutex::new(vec![Err("not run".to_owned()); cases.len()]);
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some((index, case)) = {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    cases.get(index).map(|case| (index, case))
                } {
                    let output = catch_unwind(AssertUnwindSafe(|| run(case)));
                    let output = output.map_err(|panic| message(panic.as_ref()));
                    if let Ok(mut outputs) = outputs.lock() {
                        outputs[index] = output;
                    }
                }
            });
        }
    });
    outputs.into_inner().unwrap_or_default()
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("without a message")
        .to_owned()
}
