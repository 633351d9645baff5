//! The table of contents of a page.

use serde::Serialize;

/// A heading and the headings below it.
#[derive(Clone, Debug, Serialize, PartialEq, Eq)]
pub struct TocEntry {
    /// The id of the heading.
    pub id: String,
    /// Its text, without markup.
    pub title: String,
    /// 2 to 6; 1 where a page has several headings of level 1.
    pub level: u8,
    /// The headings of a deeper level that follow it.
    pub children: Vec<TocEntry>,
}

/// Nests headings that come in the order of the page.
pub fn nest(headings: Vec<TocEntry>) -> Vec<TocEntry> {
    let mut top: Vec<TocEntry> = Vec::new();
    for heading in headings {
        let mut siblings = &mut top;
        while siblings
            .last()
            .is_some_and(|last| last.level < heading.level)
        {
            let last = siblings.len() - 1;
            siblings = &mut siblings[last].children;
        }
        siblings.push(heading);
    }
    top
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deeper_headings_nest_even_when_levels_are_skipped() {
        let headings = [(2, "a"), (4, "b"), (3, "c"), (2, "d")].map(|(level, id)| TocEntry {
            id: id.into(),
            title: id.into(),
            level,
            children: Vec::new(),
        });
        let shape: Vec<(String, Vec<String>)> = nest(headings.into())
            .into_iter()
            .map(|e| (e.id, e.children.into_iter().map(|c| c.id).collect()))
            .collect();
        assert_eq!(
            shape,
            [
                ("a".into(), vec!["b".into(), "c".into()]),
                ("d".to_owned(), vec![])
            ]
        );
    }
}
