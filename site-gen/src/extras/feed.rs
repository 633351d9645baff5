//! The Atom feed: the pages that have a date, the newest first.

use crate::markdown::{escape, escape_attribute};
use crate::render::{Site, canonical};

/// Where the feed lies, below the base path.
pub const URL: &str = "atom.xml";

/// A feed is for what is new.
const MOST_ENTRIES: usize = 30;

/// Whether there is anything to put into a feed.
pub fn has_entries(site: &Site<'_>) -> bool {
    (0..site.content.pages.len()).any(|index| date(site, index).is_some())
}

/// When a page was last changed, or published.
fn date<'s>(site: &'s Site<'_>, index: usize) -> Option<&'s str> {
    let front = &site.content.pages[index].front;
    front.updated.as_deref().or(front.date.as_deref())
}

/// The feed, if a page has a date.
pub fn atom(site: &Site<'_>) -> Option<String> {
    let mut entries: Vec<(&str, usize)> = (0..site.content.pages.len())
        .filter_map(|index| Some((date(site, index)?, index)))
        .collect();
    entries.sort_by(|a, b| b.0.cmp(a.0).then(a.1.cmp(&b.1)));
    let (newest, _) = *entries.first()?;
    let config = site.config;
    let base = escape_attribute(&config.base_url);
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{base}</id>\n<link href=\"{base}\"/>\n<link rel=\"self\" href=\"{base}{URL}\"/>\n\
         <updated>{}</updated>\n<author><name>{}</name></author>\n",
        escape_attribute(&config.language),
        escape(&config.title),
        at_midnight(newest),
        escape(&config.title),
    );
    if !config.description.is_empty() {
        xml.push_str(&format!(
            "<subtitle>{}</subtitle>\n",
            escape(&config.description)
        ));
    }
    for (date, index) in entries.into_iter().take(MOST_ENTRIES) {
        let page = &site.content.pages[index];
        let url = escape_attribute(&canonical(site, page));
        xml.push_str(&format!(
            "<entry>\n<title>{}</title>\n<id>{url}</id>\n<link href=\"{url}\"/>\n<updated>{}</updated>\n",
            escape(&site.titles[index]),
            at_midnight(date),
        ));
        if let Some(published) = &page.front.date {
            xml.push_str(&format!(
                "<published>{}</published>\n",
                at_midnight(published)
            ));
        }
        for name in &page.front.contributors {
            xml.push_str(&format!("<author><name>{}</name></author>\n", escape(name)));
        }
        if let Some(description) = &page.front.description {
            xml.push_str(&format!("<summary>{}</summary>\n", escape(description)));
        }
        xml.push_str("</entry>\n");
    }
    xml.push_str("</feed>\n");
    Some(xml)
}

/// A date as the moment that Atom asks for.
fn at_midnight(date: &str) -> String {
    format!("{date}T00:00:00Z")
}
