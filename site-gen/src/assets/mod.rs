//! What pages load: stylesheets, scripts, pictures, the engine for the browser.
//!
//! Authors and templates call an asset by its *name*, the path that it has in the sources (`css/site.css`). In a
//! site for readers it lies under a *path* that changes whenever its bytes do (`css/site.3f9a1c07.css`), so that
//! browsers may keep it for ever. Whoever wants an address asks [`Assets::get`].

mod names;
mod pixels;
mod precompress;
mod references;

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use bytes::Bytes;

use crate::bundle;
use crate::config::Config;
use crate::content::Content;
use crate::diagnostic::Diagnostics;
use crate::digest::{Digest, Digester};
use crate::output::collision;
use crate::pipeline::Options;
use crate::theme::{Theme, read};

use names::Names;
pub use pixels::Pixels;
pub use precompress::{Coding, Precompress, is_worth_it};

/// The folder that the engine for the browser lies in.
pub const ENGINE: &str = "engine";

/// A file that is no page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where it lies in the finished site.
    pub path: String,
    /// Its bytes there.
    pub bytes: Bytes,
    /// What it was made from, for messages.
    pub origin: PathBuf,
    /// Width and height of a picture.
    pub pixels: Option<Pixels>,
}

/// The assets of a site by their names.
#[derive(Debug, Default)]
pub struct Assets(BTreeMap<String, Asset>);

impl Assets {
    /// Gathers the assets of a site: those of its theme, those beside its pages, the engine's files.
    pub fn gather(
        options: &Options,
        config: &Config,
        theme: &Theme,
        content: &Content,
        diagnostics: &mut Diagnostics,
    ) -> Assets {
        let mut files: Vec<(String, Bytes, PathBuf)> = Vec::new();
        for name in &content.assets {
            let path = Path::new(&config.folder).join(name);
            if let Some(bytes) = diagnostics.gather(read(&options.root, &path)) {
                files.push((name.clone(), bytes.into(), path));
            }
        }
        for (name, file) in &theme.statics {
            files.push((name.clone(), file.bytes.clone(), file.origin.clone()));
        }
        for (name, bytes) in &options.engine {
            let name = format!("{ENGINE}/{name}");
            files.push((name, bytes.clone(), "(the engine)".into()));
        }
        let mut sources: BTreeMap<String, Source> = BTreeMap::new();
        for (name, bytes, origin) in files {
            match sources.entry(name) {
                Entry::Vacant(free) => _ = free.insert(Source { bytes, origin }),
                Entry::Occupied(taken) => {
                    diagnostics.push(collision(taken.key(), &origin, &taken.get().origin));
                }
            }
        }
        Assets::new(
            sources,
            &Names::new(options.for_readers, &config.assets.keep),
        )
    }

    fn new(mut sources: BTreeMap<String, Source>, names: &Names<'_>) -> Assets {
        join_parts(&mut sources);
        let references: BTreeMap<&str, BTreeSet<&str>> = sources
            .iter()
            .map(|(name, source)| (name.as_str(), references::of(name, source.text(), &sources)))
            .collect();
        let paths: BTreeMap<&str, String> = sources
            .keys()
            .map(|name| {
                let digest = || digest(name, &sources, &references);
                (name.as_str(), names.path(name, digest))
            })
            .collect();
        let asset = |(name, source): (&String, &Source)| {
            let asset = Asset {
                path: paths[name.as_str()].clone(),
                bytes: match references[name.as_str()].is_empty() {
                    true => source.bytes.clone(),
                    false => references::rewrite(name, source.text().unwrap_or_default(), &paths),
                },
                origin: source.origin.clone(),
                pixels: pixels::of(name, &source.bytes),
            };
            (name.clone(), asset)
        };
        Assets(sources.iter().map(asset).collect())
    }

    /// Empty assets under paths that are their names.
    #[cfg(test)]
    pub fn of_names(names: &[&str]) -> Assets {
        let source = || Source {
            bytes: Bytes::new(),
            origin: PathBuf::new(),
        };
        let sources = names.iter().map(|name| ((*name).to_owned(), source()));
        Assets::new(sources.collect(), &Names::new(false, &[]))
    }

    /// The asset of a name.
    pub fn get(&self, name: &str) -> Option<&Asset> {
        self.0.get(name)
    }

    /// The asset whose compressed form an asset is (`x.wasm` of `x.wasm.br`).
    pub fn uncompressed(&self, name: &str) -> Option<&Asset> {
        let suffix = |coding: &Coding| name.strip_suffix(coding.suffix());
        self.get(Coding::ALL.iter().find_map(suffix)?)
    }

    /// All assets in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.0.iter().map(|(name, asset)| (name.as_str(), asset))
    }

    /// Stands for everything that a page can know of the assets: names, paths, sizes of pictures.
    pub fn digest(&self) -> Digest {
        let mut digester = Digester::new();
        for (name, asset) in self.iter() {
            let pixels = asset.pixels.map(|pixels| (pixels.width, pixels.height));
            digester.add(name).add(&asset.path).add_data(&pixels);
        }
        digester.finish()
    }
}

/// An asset before it has its place.
struct Source {
    bytes: Bytes,
    origin: PathBuf,
}

impl Source {
    fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }
}

/// Puts the parts of stylesheets and scripts into those that ask for them, so that a page need not ask for each.
fn join_parts(sources: &mut BTreeMap<String, Source>) {
    let text = |name: &str| Some(sources.get(name)?.text()?.to_owned());
    let joined: Vec<(String, String)> = sources
        .keys()
        .filter_map(|name| {
            let joined = match name.rsplit_once('.')?.1 {
                "css" => bundle::stylesheet(name, &text),
                "js" if !name.starts_with(ENGINE) => bundle::script(name, &text),
                _ => None,
            };
            Some((name.clone(), joined?))
        })
        .collect();
    for (name, text) in joined {
        if let Some(source) = sources.get_mut(&name) {
            source.bytes = text.into();
        }
    }
}

/// The digest of an asset and of everything that it refers to, and that refers to in turn: its own bytes change
/// when the path of one of those does.
fn digest(
    name: &str,
    sources: &BTreeMap<String, Source>,
    references: &BTreeMap<&str, BTreeSet<&str>>,
) -> Digest {
    let mut reached = BTreeSet::from([name]);
    let mut open = vec![name];
    while let Some(name) = open.pop() {
        let next = references[name].iter().copied();
        open.extend(next.filter(|name| reached.insert(name)));
    }
    if reached.len() == 1 {
        return Digest::of(&sources[name].bytes);
    }
    let mut digester = Digester::new();
    digester.add(name);
    for name in reached {
        digester.add(name).add(&sources[name].bytes);
    }
    digester.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assets(files: &[(&str, &'static str)], keep: &[String]) -> Assets {
        let source = |text: &'static str| Source {
            bytes: Bytes::from_static(text.as_bytes()),
            origin: "".into(),
        };
        let sources = files
            .iter()
            .map(|(name, text)| ((*name).to_owned(), source(text)));
        Assets::new(sources.collect(), &Names::new(true, keep))
    }

    fn text(assets: &Assets, name: &str) -> String {
        String::from_utf8(assets.get(name).unwrap().bytes.to_vec()).unwrap()
    }

    #[test]
    fn paths_change_with_bytes_and_with_what_they_refer_to() {
        let css = "a { background: url(\"../pictures/x.png\") }\n";
        let one = assets(&[("css/a.css", css), ("pictures/x.png", "1")], &[]);
        let two = assets(&[("css/a.css", css), ("pictures/x.png", "2")], &[]);
        let path = |assets: &Assets, name: &str| assets.get(name).unwrap().path.clone();
        assert_ne!(path(&one, "pictures/x.png"), path(&two, "pictures/x.png"));
        assert_ne!(path(&one, "css/a.css"), path(&two, "css/a.css"));
        let picture = path(&one, "pictures/x.png");
        assert_eq!(
            text(&one, "css/a.css"),
            format!("a {{ background: url(\"../{picture}\") }}\n")
        );
    }

    #[test]
    fn modules_that_load_each_other_have_paths_too() {
        let site = assets(
            &[
                ("js/a.js", "const b = () => import(\"./b.js\");\n"),
                (
                    "js/b.js",
                    "const a = () => import('./a.js'), c = \"./c.js\";\n",
                ),
            ],
            &[],
        );
        let b = site.get("js/b.js").unwrap().path.replace("js/", "./");
        assert_eq!(
            text(&site, "js/a.js"),
            format!("const b = () => import(\"{b}\");\n")
        );
        let a = site.get("js/a.js").unwrap().path.replace("js/", "./");
        assert_eq!(
            text(&site, "js/b.js"),
            format!("const a = () => import('{a}'), c = \"./c.js\";\n")
        );
    }

    #[test]
    fn some_names_stay() {
        let keep = ["pictures/kept.png".to_owned(), "open/*".to_owned()];
        let files = [
            "favicon.ico",
            "pictures/kept.png",
            "open/a/x.css",
            "data/x.json",
        ];
        let files: Vec<_> = files.iter().map(|name| (*name, "")).collect();
        for (name, asset) in assets(&files, &keep).iter() {
            assert_eq!(name, asset.path);
        }
    }
}
