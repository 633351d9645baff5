//! The compiled templates and the functions that they can call.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use tera::{Context, Error, Kwargs, State, Tera, TeraResult, Value};

use super::Site;
use super::error::diagnose;
use crate::content::encode_path;
use crate::diagnostic::{Diagnostic, nearest};
use crate::source::SourceFile;

/// Templates, ready to be filled.
pub struct Templates {
    tera: Tera,
    sources: BTreeMap<String, Arc<SourceFile>>,
}

impl Templates {
    /// Compiles the templates of a site.
    pub fn compile(site: &Site<'_>) -> Result<Templates, Diagnostic> {
        let sources = site.theme.templates.clone();
        let mut tera = Tera::new();
        let assets: BTreeMap<String, String> = site
            .assets
            .iter()
            .map(|(name, asset)| (name.to_owned(), url(site, &asset.path)))
            .collect();
        let pages: BTreeMap<String, String> = site
            .content
            .pages
            .iter()
            .map(|page| (page.path.clone(), url(site, &page.url)))
            .collect();
        tera.register_function("asset", lookup("static file", assets));
        tera.register_function("url", lookup("page", pages));
        let raw = sources
            .iter()
            .map(|(name, file)| (name.as_str(), file.text.as_str()));
        match tera.add_raw_templates(raw) {
            Ok(()) => Ok(Templates { tera, sources }),
            Err(error) => Err(diagnose(&error, &sources)),
        }
    }

    /// Fills a template.
    pub fn render(&self, name: &str, context: &Context) -> Result<String, Diagnostic> {
        let mut page = Bounded::default();
        let rendered = self.tera.render_to(name, context, &mut page);
        if page.is_full {
            let error = format!(
                "the template `{name}` makes more than {} MB",
                MOST_BYTES >> 20
            );
            return Err(Diagnostic::error("template", error).help("does a loop in it never end?"));
        }
        rendered.map_err(|error| diagnose(&error, &self.sources))?;
        // Templates, like everything that fills them, are UTF-8.
        Ok(String::from_utf8(page.bytes).unwrap_or_default())
    }

    /// Whether there is a template of that name.
    pub fn contains(&self, name: &str) -> bool {
        self.sources.contains_key(name)
    }

    /// The names of the templates.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.sources.keys().map(String::as_str)
    }
}

/// What one template may write.
const MOST_BYTES: usize = 64 << 20;

/// A buffer that refuses to grow without end.
#[derive(Default)]
struct Bounded {
    bytes: Vec<u8>,
    is_full: bool,
}

impl io::Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + more.len() > MOST_BYTES {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The URL of something below the base path.
pub fn url(site: &Site<'_>, path: &str) -> String {
    format!("{}{}", site.config.base_path(), encode_path(path))
}

/// The URL of an asset, by its name. One that is not there would have the path that is its name.
pub fn asset_url(site: &Site<'_>, name: &str) -> String {
    url(
        site,
        site.assets.get(name).map_or(name, |asset| &asset.path),
    )
}

/// A template function that answers `path` by what a table says.
fn lookup(
    what: &'static str,
    table: BTreeMap<String, String>,
) -> impl Fn(Kwargs, &State) -> TeraResult<Value> + Sync + Send + 'static {
    move |arguments, _| {
        let path: &str = arguments.must_get("path")?;
        match table.get(path) {
            // URLs are encoded already.
            Some(url) => Ok(Value::safe_string(url)),
            None => {
                let hint = nearest(path, table.keys().map(String::as_str))
                    .map(|near| format!("; did you mean `{near}`?"));
                let hint = hint.unwrap_or_default();
                Err(Error::message(format!("there is no {what} `{path}`{hint}")))
            }
        }
    }
}
