//! Runs programs, each only once.
//!
//! A run depends on nothing but its program, its limits and what is asked of it, so that a report may be used
//! again as long as these are the same. The key is the program itself and no hash of it: a wrong report is worse than none.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::{Arc, Mutex, PoisonError};

use engine::{Limits, Options, Program, Report};

/// Runs programs and remembers their reports.
#[derive(Debug, Default)]
pub struct Runner(Mutex<Reports>);

#[derive(Debug, Default)]
struct Reports {
    /// The reports, and the build that used each last.
    by_program: HashMap<String, (Arc<Report>, u64)>,
    /// Counts the builds.
    build: u64,
}

impl Runner {
    /// Remembers nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a build; what the last one did not use is forgotten.
    pub fn begin(&self) {
        let mut reports = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let last = reports.build;
        reports.by_program.retain(|_, (_, used)| *used == last);
        reports.build += 1;
    }

    /// Runs a program, unless it was run before.
    pub fn run(&self, program: &Program, limits: &Limits, options: &Options) -> Arc<Report> {
        let key = key(program, limits, options);
        {
            let mut reports = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let build = reports.build;
            if let Some((report, used)) = reports.by_program.get_mut(&key) {
                *used = build;
                return Arc::clone(report);
            }
        }
        // Not under the lock: other pages' programs run meanwhile.
        let report = Arc::new(engine::run(program, limits, options));
        let mut reports = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let build = reports.build;
        reports.by_program.insert(key, (Arc::clone(&report), build));
        report
    }
}

/// Everything that a run depends on; lengths keep neighbouring texts apart.
fn key(program: &Program, limits: &Limits, options: &Options) -> String {
    let mut key = format!("{limits:?} {options:?}");
    for source in &program.sources {
        let (kind, go_on) = (source.kind, source.go_on);
        let (name, text) = (&source.name, &source.text);
        // Writing to a string cannot fail.
        let _ = write!(
            key,
            "\0{kind:?} {go_on} {} {} {name}{text}",
            name.len(),
            text.len()
        );
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::{Source, SourceKind};

    fn program(text: &str) -> Program {
        Program {
            sources: vec![Source {
                name: "a.py".into(),
                text: text.into(),
                kind: SourceKind::Script,
                go_on: false,
            }],
        }
    }

    #[test]
    fn an_equal_program_runs_once() {
        let runner = Runner::new();
        let (limits, plain) = (Limits::default(), Options::default());
        let run = |text| runner.run(&program(text), &limits, &plain);
        runner.begin();
        let first = run("x = 1\n");
        assert!(Arc::ptr_eq(&first, &run("x = 1\n")));
        assert!(!Arc::ptr_eq(&first, &run("x = 2\n")));
        let more = Limits {
            fuel: limits.fuel + 1,
            ..limits.clone()
        };
        assert!(!Arc::ptr_eq(
            &first,
            &runner.run(&program("x = 1\n"), &more, &plain)
        ));
        let drawn = Options {
            graph: true,
            ..plain.clone()
        };
        assert!(!Arc::ptr_eq(
            &first,
            &runner.run(&program("x = 1\n"), &limits, &drawn)
        ));
        runner.begin();
        assert!(Arc::ptr_eq(&first, &run("x = 1\n")));
        runner.begin();
        runner.begin();
        assert!(!Arc::ptr_eq(&first, &run("x = 1\n")));
    }
}
