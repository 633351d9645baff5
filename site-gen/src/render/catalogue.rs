//! The list of the site's examples, for the page that takes any program.

use serde_json::{Value as Json, json};

use super::Site;
use crate::examples::{Comparison, Example, Recorded};

/// Every page's programs: `{"pages": [{"title", "url", "scenarios": [[{"id", "title", "text", "hidden",
/// "go_on"}]]}]}`. A block is run behind those of its list that stand before it.
pub fn catalogue(site: &Site<'_>) -> Json {
    let mut pages = Vec::new();
    for (index, body) in site.bodies.iter().enumerate() {
        let page = &site.content.pages[index];
        let mut names: Vec<&str> = Vec::new();
        for example in body
            .examples
            .iter()
            .filter(|example| example.language.is_none())
        {
            if !names.contains(&example.scenario.as_str()) {
                names.push(&example.scenario);
            }
        }
        let mut scenarios: Vec<Vec<Json>> = Vec::new();
        for comparison in &body.comparisons {
            scenarios.extend(variants(&page.url, comparison));
        }
        for name in names {
            let members = body
                .examples
                .iter()
                .filter(|example| example.scenario == name);
            scenarios.push(members.map(|example| block(&page.url, example)).collect());
        }
        if !scenarios.is_empty() {
            let title = &site.titles[index];
            pages.push(json!({ "title": title, "url": page.url, "scenarios": scenarios }));
        }
    }
    json!({ "pages": pages })
}

fn block(url: &str, example: &Example) -> Json {
    json!({
        "id": format!("{url}{}", example.id),
        "title": example.title.as_deref().unwrap_or("Python"),
        "text": example.code,
        "hidden": example.hidden,
        "go_on": example.goes_on(),
    })
}

/// The program behind each of its models.
fn variants(url: &str, comparison: &Comparison) -> Vec<Vec<Json>> {
    let title = comparison.title.as_deref().unwrap_or("Compared");
    let of = |(nth, model): (usize, &crate::examples::Model)| {
        vec![
            json!({
                "id": format!("{url}{}-model-{}", comparison.id, nth + 1),
                "title": model.name,
                "text": model.code,
                "hidden": true,
                "go_on": false,
            }),
            json!({
                "id": format!("{url}{}-{}", comparison.id, nth + 1),
                "title": format!("{title}: {}", model.name),
                "text": comparison.code,
                "hidden": false,
                "go_on": false,
            }),
        ]
    };
    comparison.models.iter().enumerate().map(of).collect()
}

/// The block that stands in the page before anything is chosen: one that needs no other, of the first page
/// that has such a block.
pub fn first<'s>(site: &'s Site<'_>) -> Option<(&'s Example, &'s Recorded)> {
    let mut order: Vec<usize> = (0..site.bodies.len()).collect();
    order.sort_by_key(|&index| !site.content.pages[index].url.is_empty());
    order.into_iter().find_map(|index| {
        let examples = &site.bodies[index].examples;
        let stands_alone = |nth: &usize| {
            let example = &examples[*nth];
            !example.hidden
                && example.language.is_none()
                && examples[..*nth]
                    .iter()
                    .all(|other| other.scenario != example.scenario)
        };
        let nth = (0..examples.len()).find(stands_alone)?;
        Some((&examples[nth], &site.recorded[index][nth]))
    })
}
