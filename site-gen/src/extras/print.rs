//! The whole site as one page, to print or to search: ids stay unique, links between pages lead within it.

use std::collections::HashMap;

use super::addresses::rewrite;
use crate::content::encode_path;
use crate::render::Site;

/// The attributes that name ids.
const IDS: &[&str] = &[
    "id",
    "for",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "popovertarget",
    "headers",
];

/// Where the page lies, below the base path.
pub const URL: &str = "print/";

/// A page's place in the whole.
fn prefix(index: usize) -> String {
    format!("p{}", index + 1)
}

/// The pages in reading order, as their content is to stand in the whole: index, id, HTML.
pub fn contents(
    site: &Site<'_>,
    render: impl Fn(usize) -> Option<String>,
) -> Vec<(usize, String, String)> {
    let base = site.config.base_path();
    let by_url: HashMap<String, usize> = (site.content.pages.iter().enumerate())
        .map(|(index, page)| (format!("{base}{}", encode_path(&page.url)), index))
        .collect();
    let mut order = site.navigation.order.clone();
    // A page outside of the navigation comes behind it.
    order.extend(0..site.content.pages.len());
    let mut seen = vec![false; site.content.pages.len()];
    order.retain(|&index| !std::mem::replace(&mut seen[index], true));
    let content = |index: usize| {
        let html = render(index)?;
        let own = prefix(index);
        let html = rewrite(&html, |name, value| match name {
            "href" => {
                let (path, anchor) = value.split_once('#').unwrap_or((value, ""));
                let page = match path {
                    "" => index,
                    path => *by_url.get(path)?,
                };
                Some(match anchor {
                    "" => format!("#{}", prefix(page)),
                    anchor => format!("#{}-{anchor}", prefix(page)),
                })
            }
            name if IDS.contains(&name) => {
                let ids: Vec<String> = value
                    .split_whitespace()
                    .map(|id| format!("{own}-{id}"))
                    .collect();
                Some(ids.join(" "))
            }
            _ => None,
        });
        Some((index, own.clone(), html.into_owned()))
    };
    order.into_iter().filter_map(content).collect()
}
