//! Templates and static files: the ones that the binary carries, and the site's own in their place.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use rust_embed::Embed;

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
    pub bytes: Bytes,
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
                let bytes = match file.data {
                    Cow::Borrowed(bytes) => Bytes::from_static(bytes),
                    Cow::Owned(bytes) => bytes.into(),
                };
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
        theme
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
