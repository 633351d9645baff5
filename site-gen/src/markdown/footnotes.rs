//! Footnotes that lead to their notes and back.

use std::collections::HashMap;

use super::slug::slugify;

/// The footnotes of a page.
#[derive(Debug, Default)]
pub struct Footnotes {
    /// The number of a note, by the name that the author gave it.
    numbers: HashMap<String, usize>,
    /// How often each was referred to so far.
    references: HashMap<String, usize>,
    /// The note that is being written.
    open: Option<String>,
}

impl Footnotes {
    fn number(&mut self, name: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(name.to_owned()).or_insert(next)
    }

    /// The mark in the text.
    pub fn reference(&mut self, name: &str) -> String {
        let number = self.number(name);
        let count = self.references.entry(name.to_owned()).or_insert(0);
        *count += 1;
        // The way back leads to the first mark.
        let id = match count {
            1 => format!(" id=\"footnote-{}-back\"", slugify(name)),
            _ => String::new(),
        };
        let slug = slugify(name);
        format!(
            "<sup class=\"footnote-reference\"{id}><a href=\"#footnote-{slug}\">{number}</a></sup>"
        )
    }

    /// The beginning of a note.
    pub fn open(&mut self, name: &str) -> String {
        let number = self.number(name);
        self.open = Some(name.to_owned());
        format!(
            "<div class=\"footnote-definition\" id=\"footnote-{}\">\
             <sup class=\"footnote-definition-label\">{number}</sup>\n",
            slugify(name)
        )
    }

    /// The end of a note, with the way back to the text.
    pub fn close(&mut self) -> String {
        match self.open.take() {
            Some(name) => format!(
                "<a class=\"footnote-back\" href=\"#footnote-{}-back\" \
                 aria-label=\"Back to the text\">↩</a>\n</div>\n",
                slugify(&name)
            ),
            None => "</div>\n".into(),
        }
    }
}
