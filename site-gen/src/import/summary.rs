//! mdBook's `SUMMARY.md`: the chapters, their order and their nesting.

use std::sync::Arc;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::config::NavEntry;
use crate::content::decode_path;
use crate::source::SourceFile;

/// The chapters as a navigation. A part's title stands above the chapters that follow it.
pub fn read(file: &Arc<SourceFile>) -> Vec<NavEntry> {
    let mut levels: Vec<Vec<NavEntry>> = vec![Vec::new()];
    let mut part: Option<String> = None;
    let mut roots: Vec<NavEntry> = Vec::new();
    let mut text: Option<String> = None;
    let mut is_first_heading = true;
    let flush =
        |roots: &mut Vec<NavEntry>, part: &mut Option<String>, chapters: Vec<NavEntry>| match part
            .take()
        {
            Some(title) => roots.push(NavEntry {
                page: None,
                title: Some(title),
                children: chapters,
            }),
            None => roots.extend(chapters),
        };
    for (event, span) in Parser::new(&file.text).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => text = Some(String::new()),
            Event::End(TagEnd::Heading(_)) => {
                let title = text.take().unwrap_or_default();
                // The first heading is the list's own.
                if !std::mem::take(&mut is_first_heading) {
                    let chapters = std::mem::take(&mut levels[0]);
                    flush(&mut roots, &mut part, chapters);
                    part = Some(title);
                }
            }
            Event::Start(Tag::List(_)) => levels.push(Vec::new()),
            Event::End(TagEnd::List(_)) => {
                let children = levels.pop().unwrap_or_default();
                // A list within a list belongs to the chapter before it.
                let is_nested = levels.len() > 1;
                let outer = levels.last_mut().expect("the outermost level stays");
                match outer.last_mut() {
                    Some(chapter) if is_nested => chapter.children.extend(children),
                    _ => outer.extend(children),
                }
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                is_first_heading = false;
                text = Some(String::new());
                let path = decode_path(dest_url.trim_start_matches("./"));
                let place = file.text[span.clone()]
                    .rfind(&*dest_url)
                    .map_or(span.clone(), |at| {
                        span.start + at..span.start + at + dest_url.len()
                    });
                let chapters = levels.last_mut().expect("the outermost level stays");
                chapters.push(NavEntry {
                    // A chapter without a file is still to be written.
                    page: (!path.is_empty()).then_some((path, place)),
                    title: None,
                    children: Vec::new(),
                });
            }
            Event::End(TagEnd::Link) => {
                let title = text.take().filter(|title| !title.is_empty());
                if let Some(chapter) = levels.last_mut().and_then(|chapters| chapters.last_mut()) {
                    chapter.title = title;
                }
            }
            Event::Text(more) | Event::Code(more) => {
                if let Some(text) = &mut text {
                    text.push_str(&more);
                }
            }
            Event::SoftBreak => {
                if let Some(text) = &mut text {
                    text.push(' ');
                }
            }
            // What stands behind a rule belongs to no part.
            Event::Rule => {
                let chapters = std::mem::take(&mut levels[0]);
                flush(&mut roots, &mut part, chapters);
            }
            _ => {}
        }
    }
    let chapters = std::mem::take(&mut levels[0]);
    flush(&mut roots, &mut part, chapters);
    roots
}

/// The pages of a navigation in their order.
pub fn pages(entries: &[NavEntry]) -> Vec<String> {
    let mut pages = Vec::new();
    for entry in entries {
        pages.extend(entry.page.iter().map(|(path, _)| path.clone()));
        pages.extend(self::pages(&entry.children));
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(entries: &[NavEntry]) -> String {
        let one = |entry: &NavEntry| {
            let title = entry.title.as_deref().unwrap_or("?");
            let page = entry.page.as_ref().map_or("-", |(path, _)| path);
            format!("{title}={page}({})", shape(&entry.children))
        };
        entries.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn chapters_nest_and_parts_hold_them() {
        let text = "# Summary\n\n[Preface](preface.md)\n\n- [One](./one.md)\n  - [`Two` b](a%20b.md)\n    - [Draft]()\n- [Three](three.md)\n\n\
                    # Part\n\n- [Four](four.md)\n\n---\n\n[End](end.md)\n";
        let file = SourceFile::new("src/SUMMARY.md", text);
        let entries = read(&file);
        assert_eq!(
            shape(&entries),
            "Preface=preface.md() One=one.md(Two b=a b.md(Draft=-())) Three=three.md() Part=-(Four=four.md()) End=end.md()"
        );
        let (_, span) = entries[1].page.clone().unwrap();
        assert_eq!(&text[span], "./one.md");
        assert_eq!(pages(&entries).len(), 6);
    }
}
