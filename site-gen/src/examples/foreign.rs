//! Blocks in languages that `site.toml` names a runner for: a command runs them when the site is built.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::process::ExitStatus;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use std::time::Duration;

use engine::{Chunk, Failure, Outcome, Report, Stream};

use super::Example;
use crate::config::{Config, LanguageRunner};
use crate::process;

/// What a command printed for a text.
#[derive(Debug)]
struct Ran {
    stdout: String,
    /// What ended it, and what it said of that.
    failure: Option<(Failure, String)>,
}

/// Runs of this process, by command and text: `serve` runs a text again only when it has changed.
static RUNS: LazyLock<Mutex<HashMap<String, Arc<Ran>>>> = LazyLock::new(Default::default);

/// As many are remembered; a site has fewer.
const MOST_RUNS: usize = 20_000;

/// The report of some blocks of one scenario, each a source of it. What a block prints is what the command prints
/// for all blocks up to it, behind what it prints for those before it.
pub fn run(config: &Config, examples: &[Example], members: &[usize]) -> Report {
    let mut report = Report {
        chunks: Vec::new(),
        outcome: Outcome::Finished,
        failures: Vec::new(),
        fuel_used: 0,
        graphs: Vec::new(),
        explanations: Vec::new(),
        trace: None,
    };
    let language = members
        .first()
        .and_then(|&first| examples[first].language.as_deref());
    let Some(runner) = language.and_then(|language| config.runners.get(language)) else {
        return report;
    };
    if runner.command.is_empty() {
        // Only the page runs it.
        return report;
    }
    let (mut text, mut before) = (String::new(), String::new());
    for (source, &member) in members.iter().enumerate() {
        let earlier = text.len();
        text.push_str(&examples[member].code);
        if !text.ends_with('\n') {
            text.push('\n');
        }
        let ran = run_text(runner, &config.root, &text);
        let own = ran.stdout.strip_prefix(&before);
        let mut chunk = |stream, text: &str| {
            if !text.is_empty() {
                report.chunks.push(Chunk {
                    stream,
                    source,
                    statement: None,
                    line: 1,
                    text: text.to_owned(),
                });
            }
        };
        chunk(Stream::Stdout, own.unwrap_or(&ran.stdout));
        let failure = match (&ran.failure, own) {
            (Some((failure, said)), _) => {
                chunk(Stream::Traceback, said);
                Some(failure.clone())
            }
            (None, None) => Some(defect(
                "Unsteady",
                "the blocks before this one do not print the same each time",
            )),
            (None, Some(_)) => None,
        };
        if let Some(mut failure) = failure {
            failure.source = source;
            report.outcome = Outcome::Raised(failure.clone());
            report.failures.push(failure);
            if !examples[member].goes_on() {
                break;
            }
            // The blocks behind an announced failure run without it.
            text.truncate(earlier);
            continue;
        }
        before.clone_from(&ran.stdout);
    }
    report
}

fn failed(kind: &str, message: &str) -> Failure {
    Failure {
        source: 0,
        kind: kind.to_owned(),
        message: message.to_owned(),
        line: 1,
        columns: None,
        limit: false,
    }
}

/// What no page can announce by `raises`, and what ends a run.
fn defect(kind: &str, message: &str) -> Failure {
    Failure {
        limit: true,
        ..failed(kind, message)
    }
}

fn run_text(runner: &LanguageRunner, root: &Path, text: &str) -> Arc<Ran> {
    let key = format!("{:?} {:?} {root:?}\0{text}", runner.command, runner.timeout);
    let lock = || RUNS.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(ran) = lock().get(&key) {
        return Arc::clone(ran);
    }
    // Not under the lock: other pages' blocks run meanwhile.
    let ran = Arc::new(match call(runner, root, text) {
        Ok(ran) => ran,
        Err(error) => Ran {
            stdout: String::new(),
            failure: Some((defect("CannotRun", &error.to_string()), String::new())),
        },
    });
    let mut runs = lock();
    if runs.len() >= MOST_RUNS {
        runs.clear();
    }
    runs.insert(key, Arc::clone(&ran));
    ran
}

/// The place of the program's file in a command.
const FILE: &str = "{file}";

fn call(runner: &LanguageRunner, root: &Path, text: &str) -> io::Result<Ran> {
    let wants_file = runner
        .command
        .iter()
        .any(|argument| argument.contains(FILE));
    let file = wants_file
        .then(|| TemporaryFile::new(text, &runner.language))
        .transpose()?;
    let command: Vec<String> = match &file {
        Some(file) => {
            let path = file.0.to_string_lossy();
            runner
                .command
                .iter()
                .map(|argument| argument.replace(FILE, &path))
                .collect()
        }
        None => runner.command.clone(),
    };
    let input = if wants_file { "" } else { text };
    let limit = Duration::from_secs(runner.timeout);
    let finished = process::run(&command, root, &[], input, limit)?;
    let failure = match finished.status {
        None => Some(defect(
            "TimeLimit",
            &format!("it did not end within {} s", runner.timeout),
        )),
        Some(status) if !status.success() => {
            Some(failed(&ended(status), last_line(&finished.stderr)))
        }
        Some(_) => None,
    };
    Ok(Ran {
        stdout: finished.stdout,
        failure: failure.map(|failure| (failure, finished.stderr)),
    })
}

/// `Exit1`, as `raises` can name it.
fn ended(status: ExitStatus) -> String {
    status
        .code()
        .map_or_else(|| "Killed".to_owned(), |code| format!("Exit{code}"))
}

fn last_line(text: &str) -> &str {
    text.trim_end().lines().next_back().unwrap_or_default()
}

/// A file that goes when it is dropped.
struct TemporaryFile(std::path::PathBuf);

impl TemporaryFile {
    fn new(text: &str, language: &str) -> io::Result<Self> {
        use std::sync::atomic::{AtomicUsize, Ordering};
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let nth = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("site-gen-{}-{nth}.{language}", std::process::id());
        let path = std::env::temp_dir().join(name);
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&path)?;
        io::Write::write_all(&mut file, text.as_bytes())?;
        Ok(TemporaryFile(path))
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        // A file that stays in the folder for such files does no harm.
        let _ = std::fs::remove_file(&self.0);
    }
}
