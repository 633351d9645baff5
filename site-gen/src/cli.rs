//! The command line.

use std::io::IsTerminal;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::commands;
use crate::diagnostic::{Diagnostics, Printer, github, json, summary};
use crate::external::Patience;
use crate::pipeline::{self, Options};
use crate::playground;
use crate::run_file::run_file;
use crate::serve::Server;
use crate::timing::Timings;

const BUILD_EXAMPLES: &str = "Examples:
  site-gen build                                       the site in this folder, into public/
  site-gen build --root docs --out /tmp/site           another one, to another place
  site-gen build --base-url https://example.org/docs/  for the address where it will lie
  site-gen build --deny-warnings --format github       in a workflow of GitHub Actions";

const CHECK_EXAMPLES: &str = "Examples:
  site-gen check                                       tell what is wrong
  site-gen check --deny-warnings                       and fail for warnings too
  site-gen check --format json                         one object a line, for machines
  site-gen check --external --timeout 5                links to other sites as well";

const SERVE_EXAMPLES: &str = "Examples:
  site-gen serve                                       on http://127.0.0.1:8000
  site-gen serve --drafts --port 0                     drafts too, on any free port";

const COMPLETIONS_EXAMPLES: &str = "Examples:
  site-gen completions bash > ~/.local/share/bash-completion/completions/site-gen
  site-gen completions zsh > ~/.zfunc/_site-gen
  site-gen completions fish > ~/.config/fish/completions/site-gen.fish";

/// A static documentation site generator whose examples run and are checked.
#[derive(Debug, Parser)]
#[command(version, about, propagate_version = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Builds the site into public/
    ///
    /// Every example of every page is run and checked first. When anything is wrong, all of it is told and
    /// the site that was there before stays as it is.
    #[command(after_long_help = BUILD_EXAMPLES)]
    Build {
        #[command(flatten)]
        site: SiteArgs,
        #[command(flatten)]
        engine: EngineArgs,
        /// The folder to write, public/ in the site's folder unless given
        #[arg(long, value_name = "DIR")]
        out: Option<PathBuf>,
    },
    /// Builds the site in memory and tells what is wrong with it
    ///
    /// Told are broken front matter, links, anchors, includes and formulas, missing images, unknown languages of code,
    /// examples that do not do what their page says; and as warnings, levels of headings that are left out, images
    /// without an alternative text, and references that nothing defines. All of it at once, each with its place.
    #[command(after_long_help = CHECK_EXAMPLES)]
    Check {
        #[command(flatten)]
        site: SiteArgs,
        /// Asks other sites whether the pages that this one links to are there
        ///
        /// What was found is remembered for a week in .cache/ in the site's folder.
        #[arg(long)]
        external: bool,
        /// With --external: how many seconds one page may take to answer
        #[arg(
            long,
            value_name = "SECONDS",
            default_value_t = 10,
            requires = "external"
        )]
        timeout: u64,
    },
    /// Serves the site, rebuilds it when its sources change, and reloads the pages
    ///
    /// The site is served from memory; public/ is not touched. What is wrong is told here and over the page.
    #[command(after_long_help = SERVE_EXAMPLES)]
    Serve {
        #[command(flatten)]
        site: SiteArgs,
        #[command(flatten)]
        engine: EngineArgs,
        /// The address to listen on
        #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
        host: IpAddr,
        /// The port to listen on; 0 takes a free one
        #[arg(long, value_name = "PORT", default_value_t = 8000)]
        port: u16,
    },
    /// Makes a small site that builds at once
    #[command(after_long_help = "Examples:\n  site-gen new docs && site-gen serve --root docs")]
    New {
        /// The folder: a new one, or an empty one
        folder: PathBuf,
    },
    /// Writes what a shell needs to complete this program's commands and options
    #[command(after_long_help = COMPLETIONS_EXAMPLES)]
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Runs the examples of the pages and lists each with its verdict
    Test {
        #[command(flatten)]
        site: SiteArgs,
        #[command(flatten)]
        test: commands::test::TestArgs,
    },
    /// Runs a Python file on the engine that runs the examples
    ///
    /// A .py file is run as a script, a .pycon file as a session at the prompt: each statement behind >>> is
    /// run and what the prompt would print is printed; the outputs written in the file are not.
    /// The exit status is 1 after an uncaught exception and 2 when the file cannot be read.
    Run {
        /// The file; - is standard input, run as a script
        file: PathBuf,
    },
}

#[derive(Clone, Debug, Args)]
struct SiteArgs {
    /// The folder of site.toml
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// The address to build for, instead of the one in site.toml
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Includes pages that are drafts
    #[arg(long)]
    drafts: bool,
    /// Takes warnings as errors
    #[arg(long)]
    deny_warnings: bool,
    /// How errors and warnings are told
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Tells how long each step took
    #[arg(short, long)]
    verbose: bool,
}

/// How errors and warnings are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// With an excerpt of the file, to standard error
    #[default]
    Human,
    /// As JSON, one object a line, to standard output
    Json,
    /// As workflow commands of GitHub Actions, to standard output
    Github,
}

#[derive(Debug, Args)]
struct EngineArgs {
    /// Leaves out the engine for the browser: the pages show what was recorded, and nothing runs in them
    #[arg(long)]
    no_wasm: bool,
}

impl EngineArgs {
    /// Builds the engine for the browser, if it is wanted and its sources changed.
    fn add_to(&self, options: &mut Options) -> Result<(), String> {
        if self.no_wasm {
            return Ok(());
        }
        let say = &mut |step: &str| anstream::eprintln!("{step}");
        if let Some(files) = playground::engine(&options.root, say)? {
            options.engine = files;
        }
        Ok(())
    }
}

impl SiteArgs {
    fn options(&self) -> Options {
        Options {
            root: self.root.clone(),
            base_url: self.base_url.clone(),
            drafts: self.drafts,
            deny_warnings: self.deny_warnings,
            for_readers: false,
            engine: Vec::new(),
        }
    }
}

/// Runs the program.
pub fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Build { site, engine, out } => {
            let out = out.unwrap_or_else(|| site.root.join("public"));
            with_engine(&site, &engine, |mut options| {
                options.for_readers = true;
                build(&site, &options, &out)
            })
        }
        Command::Check {
            site,
            external,
            timeout,
        } => check(&site, external.then(|| Duration::from_secs(timeout))),
        Command::New { folder } => commands::new::run(&folder),
        Command::Completions { shell } => {
            let mut command = Cli::command();
            clap_complete::generate(shell, &mut command, "site-gen", &mut std::io::stdout());
            ExitCode::SUCCESS
        }
        Command::Serve {
            site,
            engine,
            host,
            port,
        } => with_engine(&site, &engine, |options| {
            serve(site.clone(), options, SocketAddr::new(host, port))
        }),
        Command::Test { site, test } => commands::test::run(&test, &site.options(), site.format),
        Command::Run { file } => ExitCode::from(run_file(&file)),
    }
}

fn with_engine(
    site: &SiteArgs,
    engine: &EngineArgs,
    go_on: impl FnOnce(Options) -> ExitCode,
) -> ExitCode {
    let mut options = site.options();
    match engine.add_to(&mut options) {
        Ok(()) => go_on(options),
        Err(error) => {
            anstream::eprintln!("site-gen: {error}");
            anstream::eprintln!(
                "with --no-wasm the site can be built without the engine for the browser"
            );
            ExitCode::FAILURE
        }
    }
}

fn build(site: &SiteArgs, options: &Options, out: &Path) -> ExitCode {
    let start = Instant::now();
    let built = pipeline::build(options, out);
    tell(site, &built.diagnostics, &built.timings);
    let Some(written) = built.written else {
        anstream::eprintln!("the site was not built; {} is as it was", out.display());
        return ExitCode::FAILURE;
    };
    if site.format == Format::Human {
        anstream::println!(
            "{}: {} changed, {} removed, in {} ms",
            out.display(),
            written.changed,
            written.removed,
            start.elapsed().as_millis()
        );
    }
    ExitCode::SUCCESS
}

fn check(site: &SiteArgs, external: Option<Duration>) -> ExitCode {
    let options = site.options();
    let mut assembled = pipeline::assemble(&options);
    if let Some(timeout) = external {
        let told = pipeline::check_external(&options, Patience { timeout });
        assembled.diagnostics.extend(told);
        assembled.timings.lap("other sites");
    }
    tell(site, &assembled.diagnostics, &assembled.timings);
    if assembled.diagnostics.have_errors() {
        return ExitCode::FAILURE;
    }
    if site.format == Format::Human {
        anstream::println!("nothing is wrong");
    }
    ExitCode::SUCCESS
}

fn serve(site: SiteArgs, options: Options, address: SocketAddr) -> ExitCode {
    let server = match Server::bind(options, address) {
        Ok(server) => server,
        Err(error) => {
            anstream::eprintln!("site-gen: cannot listen on {address}: {error}");
            anstream::eprintln!("another port can be chosen with --port");
            return ExitCode::FAILURE;
        }
    };
    let url = server.url();
    let mut first = true;
    let result = server.run(move |rebuilt| {
        tell(&site, &rebuilt.diagnostics, &rebuilt.timings);
        let state = match (rebuilt.diagnostics.have_errors(), rebuilt.changed) {
            (true, _) => "the site cannot be built; its last good state is served",
            (false, true) => "the site was built",
            (false, false) => "nothing changed",
        };
        anstream::println!("{state} ({} ms)", rebuilt.took.as_millis());
        if std::mem::take(&mut first) {
            anstream::println!("serving on {url}");
        }
    });
    if let Err(error) = result {
        anstream::eprintln!("site-gen: {error}");
    }
    ExitCode::FAILURE
}

/// Tells what is wrong, in the form that was asked for, and with `-v` how long everything took.
fn tell(site: &SiteArgs, diagnostics: &Diagnostics, timings: &Timings) {
    match site.format {
        Format::Human => tell_people(diagnostics),
        Format::Json => diagnostics
            .iter()
            .for_each(|d| anstream::println!("{}", json(d))),
        Format::Github => diagnostics
            .iter()
            .for_each(|d| anstream::println!("{}", github(d))),
    }
    if site.verbose {
        for (step, took) in timings.laps() {
            anstream::eprintln!("{:>9.1} ms  {step}", took.as_secs_f64() * 1000.0);
        }
    }
}

/// In colours where standard error shows them.
pub fn tell_people(diagnostics: &Diagnostics) {
    let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let printer = if colours {
        Printer::coloured()
    } else {
        Printer::plain()
    };
    anstream::eprint!("{}", printer.render_all(diagnostics));
    if let Some(summary) = summary(diagnostics) {
        anstream::eprintln!("{summary}");
    }
}
