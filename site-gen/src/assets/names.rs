//! Which files lie under a path that changes with their bytes, and which.

use crate::digest::Digest;

/// What is only ever loaded by a page, a stylesheet or a script of the site itself.
const LOADED: &[&str] = &[
    "css", "js", "mjs", "wasm", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "woff",
    "woff2", "ttf", "otf", "mp4", "webm", "mp3", "ogg",
];

/// How paths are made.
pub struct Names<'s> {
    for_readers: bool,
    keep: &'s [String],
}

impl<'s> Names<'s> {
    /// `keep` holds names, and beginnings of names with a `*` behind, that stay as they are.
    pub fn new(for_readers: bool, keep: &'s [String]) -> Names<'s> {
        Names { for_readers, keep }
    }

    /// The path of a file. What lies at the top (`favicon.ico`, `robots.txt`) is asked for by its name.
    pub fn path(&self, name: &str, digest: impl FnOnce() -> Digest) -> String {
        let is_top = !name.contains('/');
        match name.rsplit_once('.') {
            Some((stem, extension))
                if self.for_readers
                    && !is_top
                    && LOADED.contains(&extension.to_ascii_lowercase().as_str())
                    && !self.is_kept(name) =>
            {
                format!("{stem}.{}.{extension}", digest().short())
            }
            _ => name.to_owned(),
        }
    }

    fn is_kept(&self, name: &str) -> bool {
        self.keep.iter().any(|kept| match kept.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == kept,
        })
    }
}
