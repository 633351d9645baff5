//! What templates see.

use std::collections::HashMap;

use engine::{Chunk, Limits, SourceKind, Stream};
use serde_json::{Value as Json, json};
use tera::{Context, Value};

use super::navigation::Entries;
use super::templates::{asset_url, url};
use super::{EXAMPLES, PLAYGROUND, Site, catalogue, has_playground};
use crate::content::{Page, encode_path};
use crate::examples::{Example, Recorded, Telling};
use crate::extras::{feed, machines};
use crate::highlight;
use crate::markdown::{LineSet, Lines, Shortcode, decorate};
use crate::navigation::{order_of, place};
use crate::source::SourceFile;

/// What all pages share, made once.
pub struct Shared {
    site: tera::Map,
    entries: Entries,
    /// The pages and folders directly in a folder, in their order.
    members: HashMap<String, Vec<usize>>,
    prelude: Value,
}

impl Shared {
    pub fn new(site: &Site<'_>) -> Shared {
        let config = site.config;
        let playground = has_playground(site).then(|| url(site, PLAYGROUND));
        let map = Value::from_serializable(&json!({
            "title": config.title,
            "description": config.description,
            "base_url": config.base_url,
            "base_path": config.base_path(),
            "language": config.language,
            "offline": site.offline,
            "extra": config.extra,
            "playground": playground,
            "feed": (config.extras.feed && feed::has_entries(site)).then(|| url(site, feed::URL)),
        }));
        let text = &config.prelude.text;
        let prelude = (!text.trim().is_empty()).then(|| {
            Value::from_serializable(&json!({
                "text": text,
                "html": highlight::python(text, SourceKind::Script),
            }))
        });
        Shared {
            site: map.into_map().unwrap_or_default(),
            entries: Entries::new(site),
            members: members(site),
            prelude: prelude.unwrap_or_else(Value::none),
        }
    }

    /// `site`, as a page sees it.
    pub fn site(&self, site: &Site<'_>, page: Option<usize>) -> Value {
        let mut map = self.site.clone();
        map.insert("nav".into(), self.entries.for_page(site, page));
        Value::from(map)
    }

    /// `pages`, for the template of a folder: the pages and the folders directly in it.
    pub fn section_pages(&self, site: &Site<'_>, section: &Page) -> Value {
        let members = self.members.get(section.folder()).into_iter().flatten();
        let entries: Vec<Json> = members.map(|&index| link(site, index)).collect();
        Value::from_serializable(&entries)
    }

    /// `example`, for the template of one block. The first one of a page shows the prelude.
    pub fn example(
        &self,
        site: &Site<'_>,
        example: &Example,
        recorded: &Recorded,
        first: bool,
    ) -> Value {
        // What the engine itself remarks stands below what the program printed.
        let is_note = |chunk: &&Chunk| chunk.stream == Stream::Note;
        let printed = recorded.chunks.iter().filter(|chunk| !is_note(chunk));
        let notes = recorded.chunks.iter().filter(is_note);
        let output: Vec<Json> = (printed.chain(notes))
            .map(|chunk| piece(chunk.stream, &chunk.text))
            .collect();
        let value = Value::from_serializable(&json!({
            "id": example.id,
            "scenario": example.scenario,
            "kind": kind(example.kind),
            "code": example.code,
            "code_html": decorate(
                &coloured(example),
                &example.highlighted,
                example.line_numbers,
                &LineSet::default(),
            ),
            "lines": example.code.lines().count().max(1),
            "recorded": output,
            "failed": recorded.failed,
            "language": example.language,
            "runs_here": runs_here(site, example),
            "raises": example.raises.as_ref().map(|(kind, _)| kind),
            "title": example.title,
            "predict": example.predict,
            "graph": recorded.graph,
            "steps": recorded.steps.iter().map(|step| telling(example, step)).collect::<Vec<Json>>(),
        }));
        let mut map = value.into_map().unwrap_or_default();
        let prelude = if first && example.language.is_none() {
            self.prelude.clone()
        } else {
            Value::none()
        };
        map.insert("prelude".into(), prelude);
        Value::from(map)
    }

    /// `page`, as the template of the page for any program sees it.
    pub fn playground_page(&self, site: &Site<'_>, content: &str) -> Value {
        generated("Playground", Some(url(site, PLAYGROUND)), content)
    }

    /// The block that the page for any program begins with: a copy of one of the site's own, or an empty one.
    pub fn first_program(&self, site: &Site<'_>) -> (Example, Recorded) {
        let (mut example, recorded) = match catalogue::first(site) {
            Some((example, recorded)) => (example.clone(), recorded.clone()),
            None => {
                let file = SourceFile::new("(the playground)", "");
                (
                    Example::script("", file, Lines::default()),
                    Recorded::default(),
                )
            }
        };
        example.id = "program-1".into();
        example.scenario = "program".into();
        (example, recorded)
    }

    /// `playground`: what the scripts of a page need to know.
    pub fn playground(&self, site: &Site<'_>, examples: &[Example]) -> Value {
        let data = playground_data(site, examples).to_string();
        let mut map = tera::Map::new();
        map.insert("examples".into(), Value::from(url(site, EXAMPLES)));
        map.insert("prelude".into(), self.prelude.clone());
        // Inside a script element only `<` could end it; JSON can spell it otherwise.
        map.insert("data".into(), Value::from(data.replace('<', "\\u003c")));
        Value::from(map)
    }
}

/// What the template of a shortcode sees: its arguments by their names, `page`, `site` and, if it stands around
/// something, `body`.
pub fn shortcode(
    shared: &Shared,
    site: &Site<'_>,
    index: usize,
    call: &Shortcode,
    body: Option<String>,
) -> Context {
    let mut context = Context::new();
    for (name, value) in &call.arguments {
        context.insert_value(name.clone(), Value::from_serializable(value));
    }
    let page = &site.content.pages[index];
    let value = Value::from_serializable(&json!({
        "title": site.titles[index],
        "description": page.front.description,
        "url": url(site, &page.url),
        "source": page.path,
        "extra": page.front.extra,
    }));
    context.insert_value("page", value);
    context.insert_value("site", Value::from(shared.site.clone()));
    context.insert_value(
        "body",
        body.map_or_else(Value::none, |body| Value::safe_string(&body)),
    );
    context
}

/// `terms`, for the template of the glossary.
pub fn terms(site: &Site<'_>) -> Value {
    let terms = site.glossary.terms(site.bodies);
    let terms: Vec<Json> = terms
        .map(|(page, term)| {
            json!({
                "name": term.name,
                "id": term.id,
                "html": term.html,
                "page": link(site, page),
                "url": format!("{}#{}", url(site, &site.content.pages[page].url), term.id),
            })
        })
        .collect();
    Value::from_serializable(&terms)
}

/// Whether a reader can run the block in the page.
fn runs_here(site: &Site<'_>, example: &Example) -> bool {
    let runner = |language| site.config.runners.get(language);
    match &example.language {
        None => true,
        Some(language) => runner(language).is_some_and(|runner| runner.module.is_some()),
    }
}

fn coloured(example: &Example) -> String {
    match &example.language {
        None => highlight::python(&example.code, example.kind),
        Some(language) => {
            let mut html = String::new();
            highlight::code(&mut html, language, &example.code);
            html
        }
    }
}

/// The modules that run other languages than Python on a page, by the language.
fn modules(site: &Site<'_>, examples: &[Example]) -> serde_json::Map<String, Json> {
    let languages = examples
        .iter()
        .filter_map(|example| example.language.as_ref());
    let modules = languages.filter_map(|language| {
        let (module, _) = site.config.runners.get(language)?.module.as_ref()?;
        Some((language.clone(), Json::from(asset_url(site, module))))
    });
    modules.collect()
}

/// A step of a block, for the template.
fn telling(example: &Example, step: &Telling) -> Json {
    let line = example.code.lines().nth(step.line.saturating_sub(1));
    let code = line.unwrap_or_default().trim_start();
    let prompts = [">>> ", "... "];
    let code = prompts
        .iter()
        .find_map(|prompt| code.strip_prefix(prompt))
        .unwrap_or(code);
    let why = (step.why.iter()).map(|why| json!({ "depth": why.depth.min(4), "text": why.text }));
    let printed = (step.printed.iter()).map(|(stream, text)| piece(*stream, text));
    json!({
        "line": step.line,
        "code": code.trim(),
        "why": why.collect::<Vec<Json>>(),
        "printed": printed.collect::<Vec<Json>>(),
        "graph": step.graph,
    })
}

/// Warnings and notes come without the end of their line; on the page every chunk has it, as a run in the
/// page gives it.
pub(super) fn piece(stream: Stream, text: &str) -> Json {
    let end = match stream {
        Stream::Warning | Stream::Note => "\n",
        Stream::Stdout | Stream::Traceback => "",
    };
    json!({ "stream": stream.name(), "text": format!("{text}{end}") })
}

fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Script => "script",
        SourceKind::Transcript => "transcript",
    }
}

fn members(site: &Site<'_>) -> HashMap<String, Vec<usize>> {
    let mut members: HashMap<String, Vec<usize>> = HashMap::new();
    for (index, page) in site.content.pages.iter().enumerate() {
        let folder = match page.is_section() {
            true if page.folder().is_empty() => continue,
            true => page
                .folder()
                .rsplit_once('/')
                .map_or("", |(parent, _)| parent),
            false => page.folder(),
        };
        members.entry(folder.to_owned()).or_default().push(index);
    }
    for (folder, pages) in &mut members {
        let order = order_of(site.content, folder);
        pages.sort_by_cached_key(|&index| {
            let path = &site.content.pages[index].path;
            place(order, site.content, site.titles, Some(index), path)
        });
    }
    members
}

/// `page`, as its template sees it.
pub fn page(site: &Site<'_>, index: usize, content: &str) -> Value {
    let (page, body) = (&site.content.pages[index], &site.bodies[index]);
    let (previous, next) = site.navigation.neighbours(index);
    let link = |index: Option<usize>| index.map(|index| link(site, index));
    let value = Value::from_serializable(&json!({
        "title": site.titles[index],
        "description": page.front.description,
        "url": url(site, &page.url),
        "canonical": canonical(site, page),
        "toc": body.toc,
        "updated": page.front.updated,
        "date": page.front.date,
        "image": image(site, index),
        "markdown": (site.config.extras.markdown).then(|| url(site, &machines::markdown_path(&page.url))),
        "contributors": page.front.contributors,
        "previous": link(previous),
        "next": link(next),
        "has_examples": !body.comparisons.is_empty()
            || body.examples.iter().any(|example| runs_here(site, example)),
        "source": page.path,
        "edit_url": site.config.edit_url.as_ref().map(|url| format!("{url}{}", encode_path(&page.path))),
        "ancestors": ancestors(site, page),
        "extra": page.front.extra,
    }));
    let mut map = value.into_map().unwrap_or_default();
    map.insert("content".into(), Value::from(content));
    Value::from(map)
}

/// The whole address of the picture that stands for a page, or else for the site.
fn image(site: &Site<'_>, index: usize) -> Option<String> {
    let own = site.bodies[index]
        .image
        .as_ref()
        .map(|address| machines::whole(site, address));
    own.or_else(|| site.image.map(|address| machines::whole(site, address)))
}

/// `page` and `parts`, for the template of the page that holds all others.
pub fn whole_site(site: &Site<'_>, parts: Vec<(usize, String, String)>) -> Context {
    let mut context = Context::new();
    context.insert_value("page", generated(&site.config.title, None, ""));
    let parts = parts.into_iter().map(|(index, id, content)| {
        let mut part = tera::Map::new();
        part.insert("id".into(), Value::from(id));
        part.insert("title".into(), Value::from(site.titles[index].as_str()));
        part.insert("content".into(), Value::from(content));
        Value::from(part)
    });
    context.insert_value("parts", Value::from(parts.collect::<Vec<Value>>()));
    context
}

/// The pages of the folders that a page is in, the outermost first.
fn ancestors(site: &Site<'_>, page: &Page) -> Vec<Json> {
    let mut folders: Vec<&str> = page
        .folder()
        .match_indices('/')
        .map(|(at, _)| &page.path[..at])
        .collect();
    folders.push(page.folder());
    if page.folder() != "" {
        folders.insert(0, "");
    }
    folders
        .into_iter()
        .filter_map(|folder| site.content.section(folder))
        .filter(|&index| site.content.pages[index].path != page.path)
        .map(|index| link(site, index))
        .collect()
}

/// `page`, as the templates of pages without a source see it.
pub fn generated(title: &str, url: Option<String>, content: &str) -> Value {
    Value::from_serializable(&json!({
        "title": title,
        "description": null,
        "url": url,
        "canonical": null,
        "content": content,
        "toc": [],
        "updated": null,
        "date": null,
        "image": null,
        "markdown": null,
        "contributors": [],
        "previous": null,
        "next": null,
        "has_examples": false,
        "source": null,
        "edit_url": null,
        "ancestors": [],
        "extra": {},
    }))
}

/// The full address of a page.
pub fn canonical(site: &Site<'_>, page: &Page) -> String {
    format!("{}{}", site.config.base_url, encode_path(&page.url))
}

fn link(site: &Site<'_>, index: usize) -> Json {
    let page = &site.content.pages[index];
    json!({
        "title": site.titles[index],
        "url": url(site, &page.url),
        "description": page.front.description,
    })
}

fn playground_data(site: &Site<'_>, examples: &[Example]) -> Json {
    let config = site.config;
    let Limits {
        fuel,
        heap_bytes,
        recursion,
        output_bytes,
    } = config.limits;
    let mut scenarios = serde_json::Map::new();
    for example in examples {
        let blocks = scenarios
            .entry(example.scenario.clone())
            .or_insert_with(|| Json::Array(Vec::new()));
        if let Json::Array(blocks) = blocks {
            blocks.push(json!({
                "id": example.id,
                "name": example.name,
                "kind": kind(example.kind),
                // The code of a block that is shown stands in its editor.
                "code": example.hidden.then_some(&example.code),
                "hidden": example.hidden,
                "go_on": example.goes_on(),
            }));
        }
    }
    json!({
        "engine": {
            "js": asset_url(site, "engine/playground.js"),
            "wasm": asset_url(site, "engine/playground_bg.wasm"),
            "worker": asset_url(site, "js/worker.js"),
        },
        "runners": modules(site, examples),
        "playground": has_playground(site).then(|| url(site, PLAYGROUND)),
        "limits": {
            "fuel": fuel,
            "heap_bytes": heap_bytes,
            "recursion": recursion,
            "output_bytes": output_bytes,
        },
        "prelude": { "name": config.prelude.name, "text": config.prelude.text },
        "scenarios": scenarios,
    })
}
