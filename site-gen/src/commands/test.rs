//! `site-gen test`.

use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::Args;
use serde_json::json;

use crate::cli::{Format, tell_people};
use crate::diagnostic::{Diagnostics, github, json as as_json};
use crate::examples::Verdict;
use crate::pipeline::{self, Options, Sources};
use crate::testing::oracle::{Compared, Oracle, Outcome};
use crate::testing::update::{self, Revised};
use crate::testing::{self, Run, Tally, Test};

/// What to run, and what to do with it.
#[derive(Debug, Args)]
#[command(
    long_about = "Runs the examples of the pages and lists each with its verdict\n\n\
Each example is run as the page runs it: the prelude, the earlier blocks of its scenario, the block itself. \
It passes if it does what the page says. The exit status is 1 if one does not.",
    after_long_help = "Examples:\n  \
site-gen test                       all examples\n  \
site-gen test faq.md                those whose line in the list contains `faq.md`\n  \
site-gen test --update              shows how the pages' outputs would change, and asks\n  \
site-gen test --update --yes        the same without asking\n  \
site-gen test --oracle python3      compares with SQLAlchemy on that Python"
)]
pub struct TestArgs {
    /// Runs only the examples whose page, line and scenario contain this
    #[arg(value_name = "FILTER", default_value = "", hide_default_value = true)]
    filter: String,
    /// Writes outputs that changed back into the pages, after showing the differences
    ///
    /// Only the text of outputs changes. A page with an example that ends in an exception which the page does not
    /// announce is left as it is, and no `output` fence is added where none is.
    #[arg(long)]
    update: bool,
    /// With --update: writes without asking
    #[arg(long, requires = "update")]
    yes: bool,
    /// Runs each scenario on this Python with SQLAlchemy as well, and tells where the engine differs
    ///
    /// What is run is what "Copy as script" gives. Standard output, warnings and the last lines of tracebacks are
    /// compared; addresses of objects do not count.
    #[arg(long, value_name = "PYTHON", conflicts_with = "update")]
    oracle: Option<String>,
}

/// Runs the command.
pub fn run(args: &TestArgs, options: &Options, format: Format) -> ExitCode {
    if let Some(python) = &args.oracle {
        return ask_oracle(python, &args.filter, options, format);
    }
    let begin = Instant::now();
    let run = testing::run(options, &args.filter);
    let Some(sources) = &run.sources else {
        tell(format, &run.diagnostics);
        return ExitCode::FAILURE;
    };
    list(&run, format);
    let mut good = !run.diagnostics.have_errors();
    tell(format, &run.diagnostics);
    let mut tally = Tally::of(&run.tests);
    if args.update {
        good &= bring_up_to_date(args, options, format, sources, &run.tests, &mut tally);
    } else {
        let mut failures = Diagnostics::new();
        for test in &run.tests {
            failures.extend(test.tried.diagnostics.iter().cloned());
        }
        tell(format, &failures);
    }
    good &= tally.failed == 0 && tally.not_reached == 0;
    if format == Format::Human {
        summarise(good, tally, run.filtered, begin.elapsed());
    }
    match good {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

fn list(run: &Run, format: Format) {
    if format == Format::Human {
        anstream::println!("\nrunning {}", counted(run.tests.len(), "example"));
    }
    for test in &run.tests {
        let milliseconds = test.tried.took.as_secs_f64() * 1000.0;
        let (word, colour) = match test.tried.verdict {
            Verdict::Passed => ("ok", GREEN),
            Verdict::Differs | Verdict::Raised => ("FAILED", RED),
            Verdict::NotReached => ("not reached", YELLOW),
        };
        match format {
            Format::Human => anstream::println!(
                "test {} ... {colour}{word}{RESET} ({milliseconds:.1} ms)",
                test.name()
            ),
            Format::Json => {
                let (file, line) = test.place.rsplit_once(':').unwrap_or((&test.place, "0"));
                anstream::println!(
                    "{}",
                    json!({
                        "type": "test",
                        "file": file,
                        "line": line.parse::<usize>().unwrap_or(0),
                        "scenario": test.scenario,
                        "verdict": word.to_ascii_lowercase(),
                        "milliseconds": milliseconds,
                    })
                );
            }
            Format::Github => {}
        }
    }
    if format == Format::Human {
        anstream::println!();
    }
}

const GREEN: &str = "\u{1b}[32m";
const RED: &str = "\u{1b}[31m";
const YELLOW: &str = "\u{1b}[33m";
const RESET: &str = "\u{1b}[0m";

fn counted(n: usize, noun: &str) -> String {
    match n {
        1 => format!("1 {noun}"),
        n => format!("{n} {noun}s"),
    }
}

fn tell(format: Format, diagnostics: &Diagnostics) {
    match format {
        Format::Human => tell_people(diagnostics),
        Format::Json => diagnostics
            .iter()
            .for_each(|d| anstream::println!("{}", as_json(d))),
        Format::Github => diagnostics
            .iter()
            .for_each(|d| anstream::println!("{}", github(d))),
    }
}

fn summarise(good: bool, tally: Tally, filtered: usize, took: Duration) {
    let verdict = match good {
        true => format!("{GREEN}ok{RESET}"),
        false => format!("{RED}FAILED{RESET}"),
    };
    anstream::println!(
        "test result: {verdict}. {} passed; {} failed; {} not reached; {filtered} filtered out; \
         finished in {:.2}s\n",
        tally.passed,
        tally.failed,
        tally.not_reached,
        took.as_secs_f64()
    );
}

/// Shows what would change and, if that is wanted, changes it. `false` if something could not be.
fn bring_up_to_date(
    args: &TestArgs,
    options: &Options,
    format: Format,
    sources: &Sources,
    tests: &[Test],
    tally: &mut Tally,
) -> bool {
    let (revised, mut refused) = pipeline::workers().install(|| update::revised(sources, tests));
    for test in tests
        .iter()
        .filter(|test| test.tried.verdict == Verdict::Raised)
    {
        refused.extend(test.tried.diagnostics.iter().cloned());
    }
    tell(format, &refused);
    let mut good = refused.is_empty();
    for page in &revised {
        show_diff(&page.diff());
        anstream::println!();
        let path = page.file.path.display();
        if !args.yes && !asked(&format!("write {path}?")) {
            good = false;
            continue;
        }
        match write(&options.root, page) {
            Ok(()) => {
                anstream::eprintln!("{path}: {} updated", counted(page.examples, "example"));
                tally.passed += page.examples;
                tally.failed -= page.examples;
            }
            Err(error) => {
                anstream::eprintln!("site-gen: cannot write {path}: {error}");
                good = false;
            }
        }
    }
    if revised.is_empty() && refused.is_empty() {
        anstream::eprintln!("every output is up to date");
    }
    good
}

fn show_diff(diff: &str) {
    for line in diff.lines() {
        let colour = match line.as_bytes().first() {
            Some(b'+') => GREEN,
            Some(b'-') => RED,
            _ => "",
        };
        let reset = if colour.is_empty() { "" } else { RESET };
        anstream::println!("{colour}{line}{reset}");
    }
}

/// Asks on a terminal; anywhere else the answer is no.
fn asked(question: &str) -> bool {
    if !std::io::stdin().is_terminal() {
        anstream::eprintln!("nothing is written without --yes");
        return false;
    }
    anstream::eprint!("{question} [y/N] ");
    let _ = std::io::stderr().flush();
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).is_ok()
        && matches!(answer.trim().to_ascii_lowercase().as_str(), "y" | "yes")
}

/// Writes a page that nobody has changed meanwhile, in one step.
fn write(root: &Path, page: &Revised) -> std::io::Result<()> {
    let path = root.join(&page.file.path);
    if std::fs::read_to_string(&path)? != page.file.text {
        return Err(std::io::Error::other("it has changed meanwhile"));
    }
    // A symbolic link stays one; the file behind it is replaced.
    let path = path.canonicalize()?;
    let beside = path.with_extension("md.new");
    std::fs::write(&beside, &page.text)?;
    std::fs::set_permissions(&beside, std::fs::metadata(&path)?.permissions())?;
    std::fs::rename(beside, path)
}

fn ask_oracle(python: &str, filter: &str, options: &Options, format: Format) -> ExitCode {
    let begin = Instant::now();
    let mut diagnostics = Diagnostics::new();
    let sources = pipeline::workers().install(|| pipeline::sources(options, &mut diagnostics));
    let Some(sources) = sources else {
        tell(format, &diagnostics);
        return ExitCode::FAILURE;
    };
    let oracle = match Oracle::new(python, &std::env::temp_dir()) {
        Ok(oracle) => oracle,
        Err(error) => {
            anstream::eprintln!("site-gen: {error}");
            anstream::eprintln!("name a Python that has SQLAlchemy, such as .venv/bin/python");
            return ExitCode::FAILURE;
        }
    };
    if format == Format::Human {
        anstream::println!("\ncomparing with {}", oracle.versions);
    }
    let (compared, filtered) = pipeline::workers().install(|| oracle.compare(&sources, filter));
    compared.iter().for_each(|one| show_comparison(one, format));
    let count = |which: fn(&Outcome) -> bool| compared.iter().filter(|c| which(&c.outcome)).count();
    let failed = count(|o| matches!(o, Outcome::Different(_) | Outcome::Failed(_)));
    if format == Format::Human {
        let verdict = if failed == 0 {
            format!("{GREEN}ok{RESET}")
        } else {
            format!("{RED}FAILED{RESET}")
        };
        anstream::println!(
            "\noracle result: {verdict}. {} the same; {failed} different; {} skipped; {filtered} filtered out; \
             finished in {:.2}s\n",
            count(|o| matches!(o, Outcome::Same)),
            count(|o| matches!(o, Outcome::Skipped(_))),
            begin.elapsed().as_secs_f64()
        );
    }
    match failed {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn show_comparison(compared: &Compared, format: Format) {
    let Compared {
        name,
        outcome,
        took,
    } = compared;
    let parts: &[(&str, String)] = match outcome {
        Outcome::Different(parts) => parts,
        _ => &[],
    };
    let (word, colour, why) = match outcome {
        Outcome::Same => ("same", GREEN, ""),
        Outcome::Different(_) => ("DIFFERENT", RED, ""),
        Outcome::Skipped(why) => ("skipped", YELLOW, *why),
        Outcome::Failed(why) => ("FAILED", RED, why.as_str()),
    };
    match format {
        Format::Human => {
            let milliseconds = took.as_secs_f64() * 1000.0;
            let why = if why.is_empty() {
                String::new()
            } else {
                format!(": {why}")
            };
            anstream::println!(
                "scenario {name} ... {colour}{word}{RESET} ({milliseconds:.0} ms){why}"
            );
            for (part, diff) in parts {
                anstream::println!("  {part} (- SQLAlchemy, + engine):");
                show_diff(diff);
            }
        }
        Format::Json => {
            let parts: Vec<_> = parts
                .iter()
                .map(|(part, diff)| json!({ "part": part, "diff": diff }))
                .collect();
            anstream::println!(
                "{}",
                json!({ "type": "scenario", "name": name, "verdict": word.to_ascii_lowercase(), "why": why, "different": parts })
            );
        }
        Format::Github => {
            if matches!(outcome, Outcome::Different(_) | Outcome::Failed(_)) {
                let parts: Vec<&str> = parts.iter().map(|(part, _)| *part).collect();
                anstream::println!(
                    "::error title=oracle::{name}: {word} {why}{}",
                    parts.join(", ")
                );
            }
        }
    }
}
