//! Templates and static files: the ones that the binary carries, and the site's own in their place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rust_embed::Embed;

use crate::bundle;
use crate::content::walk;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::SourceFile;

#[derive(Embed)]
#[folder = "../templates"]
#[allow_missing = true]
struct DefaultTemplates;

#[derive(Embed)]
#[folder = "../static"]
#[allow_missing = true]
struct DefaultStatics;

/// The folder of a site's own templates.
pub const TEMPLATES: &str = "templates";
/// The folder of a site's own static files.
pub const STATICS: &str = "static";

/// How a site looks.
#[derive(Debug, Default)]
pub struct Theme {
    /// Template sources by name: `page.html`, `partials/nav.html`.
    pub templates: BTreeMap<String, Arc<SourceFile>>,
    /// Static files by their path below the base path.
    pub statics: BTreeMap<String, Static>,
}

/// A file that is no page.
#[derive(Debug)]
pub struct Static {
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// Where it comes from, for messages.
    pub origin: PathBuf,
}

impl Theme {
    /// The theme of the site in `root`: a file of its own replaces the default one of the same name.
    pub fn load(root: &Path, diagnostics: &mut Diagnostics) -> Theme {
        let mut theme = Theme::default();
        for name in DefaultTemplates::iter() {
            if let Some(file) = DefaultTemplates::get(&name)
                && let Ok(text) = std::str::from_utf8(&file.data)
            {
                let shown = Path::new("(built in)").join(TEMPLATES).join(name.as_ref());
                theme
                    .templates
                    .insert(name.into(), SourceFile::new(shown, text));
            }
        }
        for name in DefaultStatics::iter() {
            if let Some(file) = DefaultStatics::get(&name) {
                let origin = Path::new("(built in)").join(STATICS).join(name.as_ref());
                let bytes = file.data;
                theme.statics.insert(name.into(), Static { bytes, origin });
            }
        }
        for name in own(root, TEMPLATES, diagnostics) {
            let path = Path::new(TEMPLATES).join(&name);
            if let Some(file) = diagnostics.gather(SourceFile::read(root, &path)) {
                theme.templates.insert(name, file);
            }
        }
        for name in own(root, STATICS, diagnostics) {
            let origin = Path::new(STATICS).join(&name);
            if let Some(bytes) = diagnostics.gather(read(root, &origin)) {
                theme.statics.insert(
                    name,
                    Static {
                        bytes: bytes.into(),
                        origin,
                    },
                );
            }
        }
        theme.join_parts();
        theme
    }

    /// Puts the parts of stylesheets and scripts into those that ask for them.
    fn join_parts(&mut self) {
        let text = |path: &str| String::from_utf8(self.statics.get(path)?.bytes.to_vec()).ok();
        let joined: Vec<(String, String)> = (self.statics.keys())
            .filter_map(|path| {
                let joined = match path.rsplit_once('.')?.1 {
                    "css" => bundle::stylesheet(path, &text),
                    "js" => bundle::script(path, &text),
                    _ => None,
                };
                Some((path.clone(), joined?))
            })
            .collect();
        for (path, text) in joined {
            if let Some(file) = self.statics.get_mut(&path) {
                file.bytes = text.into_bytes().into();
            }
        }
    }
}

impl Theme {
    /// A static file as readers get it: a stylesheet or a script with its parts in it, so that a page need
    /// not ask for each; any other file, or one whose parts cannot be joined, as it is.
    pub fn served(&self, path: &str) -> Cow<'static, [u8]> {
        let read = |path: &str| {
            let file = self.statics.get(path)?;
            String::from_utf8(file.bytes.to_vec()).ok()
        };
        let joined = match path.rsplit('.').next() {
            Some("css") => bundle::stylesheet(path, &read),
            Some("js") => bundle::script(path, &read),
            _ => None,
        };
        match (joined, self.statics.get(path)) {
            (Some(text), _) => text.into_bytes().into(),
            (None, Some(file)) => file.bytes.clone(),
            (None, None) => Cow::Borrowed(&[]),
        }
    }
}

fn own(root: &Path, folder: &str, diagnostics: &mut Diagnostics) -> Vec<String> {
    let folder = root.join(folder);
    match folder.is_dir() {
        true => walk(&folder, diagnostics),
        false => Vec::new(),
    }
}

/// Reads a file that is copied as it is.
pub fn read(root: &Path, path: &Path) -> Result<Vec<u8>, Diagnostic> {
    std::fs::read(root.join(path)).map_err(|error| {
        Diagnostic::error("io", format!("cannot read {}: {error}", path.display()))
    })
}
