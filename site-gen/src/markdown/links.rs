//! Links by content path, `[x](../faq.md#why)`, checked and turned into URLs.

use super::reading::Reading;
use crate::assets::{Assets, Pixels};
use crate::content::{Content, Page, decode_path as decode, encode_path};
use crate::diagnostic::nearest;

/// What links may lead to.
pub struct Targets<'s> {
    /// The pages and the files beside them.
    pub content: &'s Content,
    /// The files that are no pages.
    pub assets: &'s Assets,
    /// The path of the site's URL, with a slash at its end.
    pub base_path: &'s str,
    /// What else reading depends on.
    pub reading: &'s Reading,
}

/// A link as the finished page has it.
#[derive(Debug, PartialEq, Eq)]
pub struct Resolved {
    /// The URL.
    pub url: String,
    /// The page of this site that it leads to, and the anchor on it.
    pub anchor: Option<(usize, String)>,
    /// The size of the picture that it leads to.
    pub pixels: Option<Pixels>,
}

/// A link that leads nowhere.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    /// What is wrong.
    pub message: String,
    /// What to try.
    pub help: Option<String>,
}

impl Targets<'_> {
    /// Resolves the destination of a link or an image on a page.
    pub fn resolve(&self, from: &Page, destination: &str) -> Result<Resolved, Broken> {
        if is_external(destination) {
            return Ok(Resolved {
                url: destination.to_owned(),
                anchor: None,
                pixels: None,
            });
        }
        let (before, fragment) = split_at(destination, '#');
        let (written, query) = split_at(before, '?');
        let anchor = fragment.map(decode).filter(|anchor| !anchor.is_empty());
        if written.is_empty() && query.is_none() {
            let index = self.content.by_path[&from.path];
            return Ok(Resolved {
                url: destination.to_owned(),
                anchor: anchor.map(|anchor| (index, anchor)),
                pixels: None,
            });
        }
        let path = decode(written);
        // Zola's way to write a path from the top.
        let path = path
            .strip_prefix('@')
            .filter(|path| path.starts_with('/'))
            .unwrap_or(&path);
        let Some(path) = join(from.folder(), path) else {
            return Err(Broken {
                message: format!("the link `{written}` leads out of the site"),
                help: None,
            });
        };
        let (target, page) = self
            .find(&path)
            .ok_or_else(|| self.broken(from, written, &path))?;
        let mut url = format!("{}{}", self.base_path, encode_path(&target));
        for (mark, part) in [('?', query), ('#', fragment)] {
            if let Some(part) = part {
                url.push(mark);
                url.push_str(part);
            }
        }
        Ok(Resolved {
            url,
            anchor: page.zip(anchor),
            pixels: self.assets.get(&path).and_then(|asset| asset.pixels),
        })
    }

    /// The URL path of a content path, a static file, or a page's URL.
    fn find(&self, path: &str) -> Option<(String, Option<usize>)> {
        let pages = &self.content.pages;
        let by_path = &self.content.by_path;
        let section = || self.content.section(path);
        if let Some(index) = by_path.get(path).copied().or_else(section) {
            return Some((pages[index].url.clone(), Some(index)));
        }
        if let Some(asset) = self.assets.get(path) {
            return Some((asset.path.clone(), None));
        }
        // mdBook's pages are often named by what they become.
        if self.reading.mdbook
            && let Some(stem) = path.strip_suffix(".html")
        {
            let page = by_path.get(&format!("{stem}.md")).copied();
            let section = || {
                self.content.section(
                    stem.strip_suffix("index")
                        .unwrap_or(stem)
                        .trim_end_matches('/'),
                )
            };
            if let Some(index) = page.or_else(section) {
                return Some((pages[index].url.clone(), Some(index)));
            }
        }
        let url = path.strip_suffix("index.html").unwrap_or(path);
        let url = format!("{}/", url.trim_end_matches('/'));
        let index = *self.content.by_url.get(&url)?;
        Some((url, Some(index)))
    }

    fn broken(&self, from: &Page, written: &str, path: &str) -> Broken {
        let pages = self.content.by_path.keys().map(String::as_str);
        let near = nearest(path, pages.chain(self.assets.iter().map(|(name, _)| name)));
        let kind = if path.ends_with(".md") {
            "page"
        } else {
            "file"
        };
        Broken {
            message: format!("there is no {kind} `{written}`"),
            help: near.map(|near| format!("did you mean `{}`?", relative(from.folder(), near))),
        }
    }
}

/// Whether a destination leaves the site: it has a scheme or a host.
pub(super) fn is_external(destination: &str) -> bool {
    if destination.starts_with("//") {
        return true;
    }
    let scheme = destination.split(['/', '?', '#']).next().unwrap_or("");
    scheme.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
    })
}

fn split_at(text: &str, mark: char) -> (&str, Option<&str>) {
    match text.split_once(mark) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

/// A path below `content/` from a folder and what was written; `None` if it leads above the top.
fn join(folder: &str, written: &str) -> Option<String> {
    let mut parts: Vec<&str> = match written.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in written.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// How a page in `folder` would write the path `to`.
fn relative(folder: &str, to: &str) -> String {
    let from: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let to: Vec<&str> = to.split('/').collect();
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let mut parts = vec![".."; from.len() - shared];
    parts.extend(&to[shared..]);
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::FrontMatter;
    use crate::source::SourceFile;

    fn page(path: &str) -> Page {
        Page {
            path: path.into(),
            file: SourceFile::new(path, ""),
            expansion: None,
            front: FrontMatter::default(),
            body: 0,
            url: crate::content::url_path(path, None),
        }
    }

    fn resolve(from: &str, destination: &str) -> Result<Resolved, Broken> {
        let pages: Vec<Page> = ["faq.md", "guide/a b.md", "guide/index.md", "index.md"]
            .map(page)
            .into();
        let content = Content::new(pages, Default::default());
        let assets = Assets::of_names(&["css/site.css", "guide/x.png"]);
        Targets {
            content: &content,
            assets: &assets,
            base_path: "/sub/",
            reading: &Reading::default(),
        }
        .resolve(&page(from), destination)
    }

    fn url(from: &str, destination: &str) -> String {
        resolve(from, destination).unwrap().url
    }

    #[test]
    fn content_paths_become_urls() {
        assert_eq!(url("faq.md", "guide/index.md"), "/sub/guide/");
        assert_eq!(url("guide/index.md", "../faq.md#why"), "/sub/faq/#why");
        assert_eq!(url("guide/index.md", "/faq.md?x#y"), "/sub/faq/?x#y");
        assert_eq!(url("faq.md", "guide/a%20b.md"), "/sub/guide/a%20b/");
        assert_eq!(url("guide/index.md", "x.png"), "/sub/guide/x.png");
        assert_eq!(url("guide/index.md", "/css/site.css"), "/sub/css/site.css");
        assert_eq!(url("faq.md", "guide/"), "/sub/guide/");
        assert_eq!(url("guide/index.md", "../faq/"), "/sub/faq/");
        assert_eq!(url("faq.md", "/"), "/sub/");
        assert_eq!(url("guide/index.md", "@/faq.md"), "/sub/faq/");
    }

    #[test]
    fn anchors_are_kept_for_checking() {
        assert_eq!(
            resolve("faq.md", "#x").unwrap().anchor,
            Some((0, "x".into()))
        );
        let resolved = resolve("guide/index.md", "../faq.md#gr%C3%B6%C3%9Fe").unwrap();
        assert_eq!(resolved.anchor, Some((0, "größe".into())));
    }

    #[test]
    fn other_sites_are_left_alone() {
        for destination in ["https://a.org/x.md", "mailto:a@b.org", "//a.org"] {
            assert_eq!(url("faq.md", destination), destination);
        }
    }

    #[test]
    fn broken_links_are_told() {
        let broken = resolve("guide/index.md", "../fag.md").unwrap_err();
        assert_eq!(broken.message, "there is no page `../fag.md`");
        assert_eq!(broken.help.as_deref(), Some("did you mean `../faq.md`?"));
        let outside = resolve("faq.md", "../x.md").unwrap_err();
        assert_eq!(outside.message, "the link `../x.md` leads out of the site");
    }
}
