//! The tree of pages that readers see, and the order in which they read on.

use std::collections::BTreeMap;

use crate::config::{Config, NavEntry};
use crate::content::{Content, Page, SortBy};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::Body;

/// Above this many entries a page shows only its own branch of the tree: what a page costs must not
/// grow with the number of pages.
const PRUNED_ABOVE: usize = 100;

/// An entry of the navigation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its title.
    pub title: String,
    /// The page that it leads to, by its index.
    pub page: Option<usize>,
    /// What stands below it.
    pub children: Vec<Node>,
}

/// The navigation of a site.
#[derive(Debug, Default)]
pub struct Navigation {
    /// The entries of the first level.
    pub roots: Vec<Node>,
    /// The pages in reading order.
    pub order: Vec<usize>,
    /// Where a page stands in `order`.
    position: BTreeMap<usize, usize>,
    /// Whether closed branches are left out.
    pub pruned: bool,
}

impl Navigation {
    /// The navigation that `site.toml` gives, or else the one that the folders give.
    pub fn new(
        config: &Config,
        content: &Content,
        titles: &[String],
        diagnostics: &mut Diagnostics,
    ) -> Navigation {
        let roots = match &config.navigation {
            Some(entries) => given(entries, config, content, titles, diagnostics),
            None => by_folder(content, titles),
        };
        let mut order = Vec::new();
        let mut count = 0;
        walk(&roots, &mut |node| {
            count += 1;
            order.extend(node.page);
        });
        let mut position = BTreeMap::new();
        for (place, page) in order.iter().enumerate() {
            position.entry(*page).or_insert(place);
        }
        Navigation {
            roots,
            order,
            position,
            pruned: count > PRUNED_ABOVE,
        }
    }

    /// The pages before and behind a page, in reading order.
    pub fn neighbours(&self, page: usize) -> (Option<usize>, Option<usize>) {
        let Some(&place) = self.position.get(&page) else {
            return (None, None);
        };
        let before = place.checked_sub(1).map(|n| self.order[n]);
        (before, self.order.get(place + 1).copied())
    }
}

fn walk<'n>(nodes: &'n [Node], visit: &mut impl FnMut(&'n Node)) {
    for node in nodes {
        visit(node);
        walk(&node.children, visit);
    }
}

/// The titles of all pages: from the front matter, the first heading, or the file's name.
pub fn titles(content: &Content, bodies: &[Body]) -> Vec<String> {
    let title = |(page, body): (&Page, &Body)| {
        let given = page.front.title.clone().or_else(|| body.heading.clone());
        given.unwrap_or_else(|| page.slug().to_owned())
    };
    content.pages.iter().zip(bodies).map(title).collect()
}

fn given(
    entries: &[NavEntry],
    config: &Config,
    content: &Content,
    titles: &[String],
    diagnostics: &mut Diagnostics,
) -> Vec<Node> {
    let mut nodes = Vec::new();
    for entry in entries {
        let page = entry.page.as_ref().and_then(|(path, span)| {
            let found = content.by_path.get(path).copied();
            if found.is_none() {
                diagnostics.push(
                    Diagnostic::error("navigation", format!("there is no page `{path}`"))
                        .at(&config.file, span.clone())
                        .label(format!("not found in {}/", config.folder))
                        .suggest(path, content.by_path.keys().map(String::as_str)),
                );
            }
            found
        });
        let children = given(&entry.children, config, content, titles, diagnostics);
        let title = entry
            .title
            .clone()
            .or_else(|| page.map(|page| titles[page].clone()));
        if page.is_some() || entry.page.is_none() {
            nodes.push(Node {
                title: title.unwrap_or_default(),
                page,
                children,
            });
        }
    }
    nodes
}

/// Folders as branches, light pages first, then by path.
fn by_folder(content: &Content, titles: &[String]) -> Vec<Node> {
    let mut members: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, page) in content.pages.iter().enumerate() {
        members.entry(page.folder()).or_default().push(index);
        let mut folder = page.folder();
        while let Some((parent, _)) = folder.rsplit_once('/') {
            members.entry(parent).or_default();
            folder = parent;
        }
    }
    let mut roots = branch("", &members, content, titles);
    if let Some(&home) = content.section("").as_ref() {
        roots.insert(0, leaf(home, titles));
    }
    roots
}

/// How the pages of a folder are sorted.
pub fn order_of(content: &Content, folder: &str) -> SortBy {
    let section = content.section(folder);
    section.map_or(SortBy::default(), |page| content.pages[page].front.sort_by)
}

/// What a page, or a folder without one, is sorted by among its siblings.
pub fn place(
    order: SortBy,
    content: &Content,
    titles: &[String],
    page: Option<usize>,
    path: &str,
) -> (i64, String, String) {
    let Some(index) = page else {
        return (0, String::new(), path.to_owned());
    };
    let front = &content.pages[index].front;
    match order {
        SortBy::Weight => (front.weight, String::new(), path.to_owned()),
        SortBy::Title => (0, titles[index].to_lowercase(), path.to_owned()),
        SortBy::Slug => (0, content.pages[index].slug().to_owned(), path.to_owned()),
        SortBy::Date => {
            // Digits in descending order; what has no date comes last.
            let date = front
                .date
                .as_deref()
                .or(front.updated.as_deref())
                .unwrap_or("0");
            let turned = date.bytes().map(|b| {
                if b.is_ascii_digit() {
                    char::from(b'0' + b'9' - b)
                } else {
                    char::from(b)
                }
            });
            (0, turned.collect(), path.to_owned())
        }
    }
}

fn leaf(page: usize, titles: &[String]) -> Node {
    Node {
        title: titles[page].clone(),
        page: Some(page),
        children: Vec::new(),
    }
}

fn branch(
    folder: &str,
    members: &BTreeMap<&str, Vec<usize>>,
    content: &Content,
    titles: &[String],
) -> Vec<Node> {
    let mut nodes: Vec<(Option<usize>, &str, Node)> = Vec::new();
    for &page in members.get(folder).into_iter().flatten() {
        let page_of = &content.pages[page];
        if !page_of.is_section() {
            nodes.push((Some(page), &page_of.path, leaf(page, titles)));
        }
    }
    let prefix = if folder.is_empty() {
        String::new()
    } else {
        format!("{folder}/")
    };
    let below = members.range(prefix.as_str()..);
    for (&child, _) in below.take_while(|(child, _)| child.starts_with(&prefix)) {
        let name = &child[prefix.len()..];
        if name.is_empty() || name.contains('/') {
            continue;
        }
        let section = content.section(child);
        let node = Node {
            title: section.map_or_else(|| name.to_owned(), |page| titles[page].clone()),
            page: section,
            children: branch(child, members, content, titles),
        };
        nodes.push((section, child, node));
    }
    let order = order_of(content, folder);
    nodes.sort_by_cached_key(|(page, path, _)| place(order, content, titles, *page, path));
    nodes.into_iter().map(|(_, _, node)| node).collect()
}
