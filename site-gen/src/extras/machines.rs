//! The site's text for machines that read: each page's Markdown beside its HTML, and `llms.txt`, which lists it.

use crate::content::encode_path;
use crate::navigation::Node;
use crate::render::Site;

/// Where the list lies, below the base path.
pub const URL: &str = "llms.txt";

/// The file of a page's Markdown, below the base path.
pub fn markdown_path(url: &str) -> String {
    format!("{url}index.md")
}

/// A page's Markdown as its author wrote it, below its title, its links with their whole addresses.
pub fn markdown(site: &Site<'_>, index: usize) -> String {
    let (page, body) = (&site.content.pages[index], &site.bodies[index]);
    let text = &page.file.text;
    let mut out = String::with_capacity(text.len() + 80);
    if body.heading.is_none() {
        out.push_str(&format!("# {}\n\n", site.titles[index]));
    }
    let mut at = page.body;
    // What the first line break after the front matter separates is of no use here.
    at += text[at..].len() - text[at..].trim_start_matches(['\r', '\n']).len();
    for (span, url) in &body.resolved {
        if span.start < at {
            continue;
        }
        out.push_str(&text[at..span.start]);
        out.push_str(&whole(site, url));
        at = span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// The list of all pages, in the order of the navigation.
pub fn llms(site: &Site<'_>) -> String {
    let config = site.config;
    let mut text = format!("# {}\n\n", config.title);
    if !config.description.is_empty() {
        text.push_str(&format!("> {}\n\n", config.description));
    }
    text.push_str("Every page is also there as Markdown, at the addresses below.\n");
    // Pages before branches: a list under no heading of its own belongs to the top.
    let (branches, leaves): (Vec<_>, Vec<_>) = site
        .navigation
        .roots
        .iter()
        .partition(|node| !node.children.is_empty());
    if !leaves.is_empty() {
        text.push_str("\n## Pages\n\n");
        leaves.iter().for_each(|node| entry(&mut text, site, node));
    }
    for branch in branches {
        text.push_str(&format!("\n## {}\n\n", branch.title));
        entry(&mut text, site, branch);
    }
    text
}

fn entry(text: &mut String, site: &Site<'_>, node: &Node) {
    if let Some(index) = node.page {
        let page = &site.content.pages[index];
        let url = format!(
            "{}{}",
            site.config.base_url,
            encode_path(&markdown_path(&page.url))
        );
        let about = page
            .front
            .description
            .as_ref()
            .map(|about| format!(": {about}"));
        text.push_str(&format!(
            "- [{}]({url}){}\n",
            node.title,
            about.unwrap_or_default()
        ));
    }
    for child in &node.children {
        entry(text, site, child);
    }
}

/// The whole address of what has one below the base path.
pub fn whole(site: &Site<'_>, url: &str) -> String {
    match url.strip_prefix(site.config.base_path()) {
        Some(rest) if !url.starts_with("//") => format!("{}{rest}", site.config.base_url),
        _ => url.to_owned(),
    }
}
