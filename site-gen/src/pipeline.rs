//! The whole way from content to pages, in the order in which it goes:
//! discover, parse, run examples, render, index, write.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use bytes::Bytes;
use rayon::prelude::*;

use crate::assets::{Assets, Coding, Precompress, is_worth_it};
use crate::config::{Config, normal_base_url};
use crate::content::{self, Content, Page, output_path};
use crate::diagnostic::{Diagnostic, Diagnostics, nearest};
use crate::examples::{self, Compared, Recorded, Runner};
use crate::external;
use crate::extras::{feed, git, machines, print};
use crate::glossary::Glossary;
use crate::import::{expand, mdbook};
use crate::index;
use crate::markdown::{self, Body, Reading, Targets};
use crate::navigation::{self, Navigation};
use crate::offline;
use crate::output::{File, Output};
use crate::render::{self, Rendered, Site};
use crate::theme::Theme;
use crate::timing::Timings;
use crate::write::{self, Written};

/// The engine for the browser: files by their names.
pub type EngineFiles = Vec<(String, Bytes)>;

/// What to build, and how.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The folder of `site.toml`.
    pub root: PathBuf,
    /// The address to build for, when it is not the one in `site.toml`.
    pub base_url: Option<String>,
    /// Whether drafts are part of the site.
    pub drafts: bool,
    /// Whether warnings are errors.
    pub deny_warnings: bool,
    /// Whether it is for readers: assets then lie under paths that change with their bytes.
    pub for_readers: bool,
    /// The engine for the browser; without it pages show what was recorded.
    pub engine: EngineFiles,
}

/// A site in memory, and what there is to say about it.
#[derive(Debug, Default)]
pub struct Assembled {
    /// The finished files; none of them should be used when there are errors.
    pub output: Output,
    /// Files outside the folders of the site that pages were made from.
    pub others: Vec<PathBuf>,
    /// Errors and warnings, in the order of files and places.
    pub diagnostics: Diagnostics,
    /// How long each step took.
    pub timings: Timings,
}

/// What a build came to.
#[derive(Debug)]
pub struct Built {
    /// What was written; nothing if there are errors.
    pub written: Option<Written>,
    /// Errors and warnings, in the order of files and places.
    pub diagnostics: Diagnostics,
    /// How long each step took.
    pub timings: Timings,
}

/// Assembles a site and, unless there are errors, puts it into `out`.
pub fn build(options: &Options, out: &Path) -> Built {
    let Assembled {
        output,
        mut diagnostics,
        mut timings,
        ..
    } = assemble(options);
    let mut written = None;
    if !diagnostics.have_errors() {
        written = diagnostics.gather(write::write(&options.root, out, &output));
        timings.lap("write");
    }
    Built {
        written,
        diagnostics,
        timings,
    }
}

/// What is wrong with the links that leave the site.
pub fn check_external(options: &Options, patience: external::Patience) -> Diagnostics {
    // What is wrong with the pages themselves is told by whoever builds them.
    let sources = sources(options, &mut Diagnostics::new());
    let mut diagnostics = Diagnostics::new();
    if let Some(sources) = sources {
        external::check(&options.root, &sources.bodies, patience, &mut diagnostics);
        expand::restore(&sources.content, &mut diagnostics);
    }
    diagnostics.sort();
    if options.deny_warnings {
        diagnostics.deny_warnings();
    }
    diagnostics
}

/// Everything but writing: the site in memory.
pub fn assemble(options: &Options) -> Assembled {
    assemble_again(options, &Runner::new())
}

/// As [`assemble`]; what the runner has run before is not run again.
pub fn assemble_again(options: &Options, runner: &Runner) -> Assembled {
    runner.begin();
    let mut assembled = Assembled::default();
    let Assembled {
        output,
        others,
        diagnostics,
        timings,
    } = &mut assembled;
    workers().install(|| {
        *output = steps(options, runner, others, diagnostics, timings).unwrap_or_default();
    });
    diagnostics.sort();
    if options.deny_warnings {
        diagnostics.deny_warnings();
    }
    assembled
}

fn steps(
    options: &Options,
    runner: &Runner,
    others: &mut Vec<PathBuf>,
    diagnostics: &mut Diagnostics,
    timings: &mut Timings,
) -> Option<Output> {
    let config = configure(options, diagnostics)?;
    if config.mdbook {
        others.push(options.root.join(&config.folder));
    }
    let theme = Theme::load(&options.root, diagnostics);
    let content = discover(options, &config, diagnostics);
    timings.lap("discover");

    let assets = Assets::gather(options, &config, &theme, &content, diagnostics);
    timings.lap("assets");

    let bodies = parse(options, &content, &theme, &assets, &config, diagnostics);
    let included = bodies.iter().flat_map(|body| &body.included);
    others.extend(included.map(|path| options.root.join(path)));
    check_anchors(&content, &bodies, diagnostics);
    check_modules(&config, &assets, diagnostics);
    let image = site_image(&config, &assets, diagnostics);
    if config.mdbook {
        mdbook::soften(diagnostics);
        expand::restore(&content, diagnostics);
    }
    let glossary = Glossary::new(&content, &bodies);
    glossary.check(&bodies, diagnostics);
    let titles = navigation::titles(&content, &bodies);
    let navigation = Navigation::new(&config, &content, &titles, diagnostics);
    timings.lap("parse");

    let (recorded, compared) = run(&content, &bodies, &config, runner, diagnostics);
    timings.lap("run examples");

    let site = Site {
        config: &config,
        content: &content,
        bodies: &bodies,
        recorded: &recorded,
        compared: &compared,
        titles: &titles,
        glossary: &glossary,
        image: image.as_deref(),
        navigation: &navigation,
        theme: &theme,
        assets: &assets,
        offline: options.for_readers,
    };
    let rendered = render::render(&site, diagnostics);
    timings.lap("render");
    if diagnostics.have_errors() {
        return None;
    }

    let mut output = collect(&site, rendered, diagnostics);
    index(&site, &mut output, diagnostics);
    if site.offline {
        let worker = offline::worker(&site, &output).into_bytes();
        diagnostics.gather(output.add(offline::WORKER, worker, "(generated)"));
    }
    timings.lap("index");
    if options.for_readers {
        precompress(&site, &mut output, diagnostics);
        timings.lap("precompress");
    }
    Some(output)
}

/// A site whose pages were read and no more.
pub struct Sources {
    /// `site.toml`.
    pub config: Config,
    /// The pages.
    pub content: Content,
    /// Their Markdown.
    pub bodies: Vec<Body>,
    assets: Assets,
    reading: Reading,
}

/// Reads a site without running or rendering anything.
pub fn sources(options: &Options, diagnostics: &mut Diagnostics) -> Option<Sources> {
    let config = configure(options, diagnostics)?;
    let theme = Theme::load(&options.root, diagnostics);
    let content = discover(options, &config, diagnostics);
    let assets = Assets::gather(options, &config, &theme, &content, diagnostics);
    let bodies = parse(options, &content, &theme, &assets, &config, diagnostics);
    Some(Sources {
        reading: reading(options, &config, &theme),
        assets,
        config,
        content,
        bodies,
    })
}

impl Sources {
    /// Reads a page of the site whose text has changed.
    pub fn parse_one(&self, page: &Page, diagnostics: &mut Diagnostics) -> Body {
        let targets = Targets {
            content: &self.content,
            assets: &self.assets,
            base_path: self.config.base_path(),
            reading: &self.reading,
        };
        markdown::parse(page, &targets, diagnostics)
    }
}

fn configure(options: &Options, diagnostics: &mut Diagnostics) -> Option<Config> {
    let mut config = Config::load(&options.root, diagnostics)?;
    // Commands run there, wherever this program was started.
    config.root = options
        .root
        .canonicalize()
        .unwrap_or_else(|_| options.root.clone());
    if let Some(url) = &options.base_url {
        match normal_base_url(url) {
            Ok(url) => config.base_url = url,
            Err(why) => {
                diagnostics.push(Diagnostic::error(
                    "site",
                    format!("the base URL `{url}` {why}"),
                ));
                return None;
            }
        }
    }
    Some(config)
}

/// The pages, with the dates that git has for those that name none.
fn discover(options: &Options, config: &Config, diagnostics: &mut Diagnostics) -> Content {
    let mut content = content::discover(&options.root, config, options.drafts, diagnostics);
    if config.dates_from_git {
        let dates = git::dates(&options.root, &config.folder);
        for page in &mut content.pages {
            let known = dates.get(&page.file.path.to_string_lossy().replace('\\', "/"));
            page.front.updated = page.front.updated.take().or_else(|| known.cloned());
        }
    }
    content
}

/// Tells the modules of runners that are not there.
fn check_modules(config: &Config, assets: &Assets, diagnostics: &mut Diagnostics) {
    for (module, span) in config
        .runners
        .values()
        .filter_map(|runner| runner.module.as_ref())
    {
        if assets.get(module).is_none() {
            let error = Diagnostic::error("site", format!("there is no static file `{module}`"))
                .at(&config.file, span.clone())
                .suggest(module, assets.iter().map(|(name, _)| name));
            diagnostics.push(error);
        }
    }
}

/// The address of the picture that stands for the site.
fn site_image(config: &Config, assets: &Assets, diagnostics: &mut Diagnostics) -> Option<String> {
    let (name, span) = config.image.as_ref()?;
    let name = name.trim_start_matches('/');
    if let Some(asset) = assets.get(name) {
        let path = content::encode_path(&asset.path);
        return Some(format!("{}{path}", config.base_path()));
    }
    let error = Diagnostic::error("site", format!("missing image: there is no file `{name}`"))
        .at(&config.file, span.clone())
        .help("name it by its path below static/ or content/");
    diagnostics.push(error);
    None
}

/// What reading the pages depends on beside them.
fn reading(options: &Options, config: &Config, theme: &Theme) -> Reading {
    let name = |template: &String| {
        let name = template
            .strip_prefix(render::SHORTCODES)?
            .strip_suffix(".html")?;
        Some(name.to_owned())
    };
    Reading {
        root: options.root.clone(),
        math: config.math,
        mdbook: config.mdbook,
        runs: config.runners.keys().cloned().collect(),
        checked: (config.runners.values())
            .filter(|runner| !runner.command.is_empty())
            .map(|runner| runner.language.clone())
            .collect(),
        shortcodes: theme.templates.keys().filter_map(name).collect(),
    }
}

fn parse(
    options: &Options,
    content: &Content,
    theme: &Theme,
    assets: &Assets,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Body> {
    let targets = Targets {
        content,
        assets,
        base_path: config.base_path(),
        reading: &reading(options, config, theme),
    };
    gather_each(&content.pages, diagnostics, |page, diagnostics| {
        markdown::parse(page, &targets, diagnostics)
    })
}

fn check_anchors(content: &Content, bodies: &[Body], diagnostics: &mut Diagnostics) {
    for body in bodies {
        for link in &body.anchors {
            let ids = &bodies[link.page].ids;
            if ids.contains(&link.anchor) {
                continue;
            }
            let (anchor, target) = (&link.anchor, &content.pages[link.page].path);
            let near = nearest(anchor, ids.iter().map(String::as_str));
            let mut error = Diagnostic::error(
                "anchor",
                format!("broken anchor: {target} has no heading `#{anchor}`"),
            )
            .at(&link.file, link.span.clone());
            error.help = near.map(|near| format!("did you mean `#{near}`?"));
            diagnostics.push(error);
        }
    }
}

fn run(
    content: &Content,
    bodies: &[Body],
    config: &Config,
    runner: &Runner,
    diagnostics: &mut Diagnostics,
) -> (Vec<Vec<Recorded>>, Vec<Vec<Compared>>) {
    if let Err(error) = examples::check_prelude(config, runner) {
        diagnostics.push(error);
        let nothing = |body: &Body| {
            let recorded = vec![Recorded::default(); body.examples.len()];
            (recorded, vec![Compared::default(); body.comparisons.len()])
        };
        return bodies.iter().map(nothing).unzip();
    }
    let pages: Vec<_> = content.pages.iter().zip(bodies).collect();
    let run = |(page, body): &(&Page, &Body), diagnostics: &mut Diagnostics| {
        let recorded = examples::run(page, &body.examples, config, runner, diagnostics);
        let compared = examples::compare(page, &body.comparisons, config, runner, diagnostics);
        (recorded, compared)
    };
    gather_each(&pages, diagnostics, run).into_iter().unzip()
}

/// Applies a step to each item on all cores. What it tells comes in the order of the items.
fn gather_each<T: Sync, R: Send>(
    items: &[T],
    diagnostics: &mut Diagnostics,
    step: impl Fn(&T, &mut Diagnostics) -> R + Sync,
) -> Vec<R> {
    let done: Vec<(R, Diagnostics)> = items
        .par_iter()
        .map(|item| {
            let mut told = Diagnostics::new();
            (step(item, &mut told), told)
        })
        .collect();
    done.into_iter()
        .map(|(result, told)| {
            diagnostics.extend(told);
            result
        })
        .collect()
}

/// The finished pages, what they link to, and what they load.
fn collect(site: &Site<'_>, rendered: Rendered, diagnostics: &mut Diagnostics) -> Output {
    let mut output = Output::new();
    for (page, html) in site.content.pages.iter().zip(rendered.pages) {
        let added = output.add(output_path(&page.url), html.into_bytes(), &page.file.path);
        diagnostics.gather(added);
        for (alias, span) in &page.front.aliases {
            let path = output_path(&format!("{}/", alias.trim_matches('/')));
            let html = index::redirect(site, page).into_bytes();
            let added = output.add(path, html, &page.file.path);
            diagnostics.gather(added.map_err(|error| error.at(&page.file, span.clone())));
        }
    }
    for (name, asset) in site.assets.iter() {
        if site.assets.uncompressed(name).is_none() {
            diagnostics.gather(output.add(&asset.path, asset.bytes.clone(), &asset.origin));
        }
    }
    // A site without a page of its own at the top begins with its first one.
    if output.get("index.html").is_none()
        && let Some(&first) = site.navigation.order.first()
    {
        let html = index::redirect(site, &site.content.pages[first]);
        diagnostics.gather(output.add("index.html", html.into_bytes(), "(generated)"));
    }
    let (playground, examples) = rendered.playground.unzip();
    let special = [
        (
            output_path(render::PLAYGROUND),
            playground,
            "templates/playground.html",
        ),
        (
            render::EXAMPLES.to_owned(),
            examples,
            "templates/playground.html",
        ),
        (
            "404.html".to_owned(),
            rendered.not_found,
            "templates/404.html",
        ),
        (
            output_path(print::URL),
            rendered.print,
            "templates/print.html",
        ),
    ];
    for (path, html, origin) in special {
        if let Some(html) = html {
            diagnostics.gather(output.add(path, html.into_bytes(), origin));
        }
    }
    if site.config.extras.markdown {
        for (index, page) in site.content.pages.iter().enumerate() {
            let path = machines::markdown_path(&page.url);
            // Two pages with one address have been complained of.
            if output.get(&path).is_none() {
                let text = machines::markdown(site, index);
                diagnostics.gather(output.add(path, text.into_bytes(), &page.file.path));
            }
        }
    }
    output
}

/// Compressed forms beside the files that are worth it.
fn precompress(site: &Site<'_>, output: &mut Output, diagnostics: &mut Diagnostics) {
    let all = match site.config.assets.precompress {
        Precompress::None => return,
        Precompress::Assets => false,
        Precompress::All => true,
    };
    let known: HashMap<&str, &str> = (site.assets.iter())
        .map(|(name, asset)| (asset.path.as_str(), name))
        .collect();
    let files: Vec<_> = (output.iter())
        .filter(|(path, file)| (all || known.contains_key(path)) && is_worth_it(path, &file.bytes))
        .collect();
    let encode = |&(path, file): &(&str, &File)| {
        Coding::ALL.map(|coding| {
            // The engine comes with its compressed forms: making them takes seconds.
            let made = known
                .get(path)
                .and_then(|name| site.assets.get(&format!("{name}{}", coding.suffix())));
            let bytes = match made {
                Some(asset) => Ok(asset.bytes.clone()),
                None => coding.encode(&file.bytes, false),
            };
            (
                format!("{path}{}", coding.suffix()),
                bytes,
                file.origin.clone(),
            )
        })
    };
    let encoded: Vec<_> = files.par_iter().flat_map_iter(encode).collect();
    for (path, bytes, origin) in encoded {
        let bytes = bytes.map_err(|error| Diagnostic::error("io", format!("{path}: {error}")));
        if let Some(bytes) = diagnostics.gather(bytes) {
            diagnostics.gather(output.add(path, bytes, origin));
        }
    }
}

/// What machines read of the site.
fn index(site: &Site<'_>, output: &mut Output, diagnostics: &mut Diagnostics) {
    let mut files = vec![("sitemap.xml", index::sitemap(site))];
    files.extend(index::robots(site, output).map(|robots| ("robots.txt", robots)));
    if site.config.extras.feed {
        files.extend(feed::atom(site).map(|feed| (feed::URL, feed)));
    }
    if site.config.extras.markdown {
        files.push((machines::URL, machines::llms(site)));
    }
    // A site's own files of these names take their place.
    files.retain(|(path, _)| output.get(path).is_none());
    for (path, text) in files {
        diagnostics.gather(output.add(path, text.into_bytes(), "(generated)"));
    }
}

/// The threads that pages are worked on. Their stacks are what programs need, and with that large enough for
/// templates and Markdown that are nested deeply.
pub fn workers() -> &'static rayon::ThreadPool {
    static WORKERS: OnceLock<rayon::ThreadPool> = OnceLock::new();
    WORKERS.get_or_init(|| {
        rayon::ThreadPoolBuilder::new()
            .stack_size(engine::STACK)
            .start_handler(|_| engine::promise_deep_stack())
            .thread_name(|n| format!("site-gen-{n}"))
            .build()
            .expect("the system gives out threads")
    })
}
