//! The navigation as templates see it.

use serde_json::json;
use tera::Value;

use super::Site;
use super::templates::url;
use crate::navigation::Node;

/// The entries, rendered once for pages that they do not lead to. A page's own copy shares all
/// branches but its own.
pub struct Entries {
    closed: Vec<Value>,
}

impl Entries {
    pub fn new(site: &Site<'_>) -> Entries {
        let roots = &site.navigation.roots;
        Entries {
            closed: roots.iter().map(|node| closed(site, node)).collect(),
        }
    }

    /// The entries as a page shows them.
    pub fn for_page(&self, site: &Site<'_>, page: Option<usize>) -> Value {
        let roots = site.navigation.roots.iter().zip(&self.closed);
        let entries = roots.map(|(node, closed)| match page {
            Some(page) if contains(node, page) => open(site, node, page),
            _ => closed.clone(),
        });
        Value::from(entries.collect::<Vec<Value>>())
    }
}

fn contains(node: &Node, page: usize) -> bool {
    node.page == Some(page) || node.children.iter().any(|child| contains(child, page))
}

fn closed(site: &Site<'_>, node: &Node) -> Value {
    let children = match site.navigation.pruned {
        true => Vec::new(),
        false => node
            .children
            .iter()
            .map(|child| closed(site, child))
            .collect(),
    };
    entry(site, node, false, false, children)
}

fn open(site: &Site<'_>, node: &Node, page: usize) -> Value {
    let child = |child: &Node| match contains(child, page) {
        true => open(site, child, page),
        false => closed(site, child),
    };
    let children = node.children.iter().map(child).collect();
    entry(site, node, node.page == Some(page), true, children)
}

fn entry(site: &Site<'_>, node: &Node, active: bool, open: bool, children: Vec<Value>) -> Value {
    let url = node
        .page
        .map(|page| url(site, &site.content.pages[page].url));
    let entry = Value::from_serializable(&json!({
        "title": node.title,
        "url": url,
        "active": active,
        "open": open,
    }));
    let mut map = entry.into_map().unwrap_or_default();
    map.insert("children".into(), Value::from(children));
    Value::from(map)
}
