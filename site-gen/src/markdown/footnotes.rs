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
    /// How often each is referred to on the whole page.
    announced: HashMap<String, usize>,
    /// The note that is being written.
    open: Option<String>,
}

impl Footnotes {
    fn number(&mut self, name: &str) -> usize {
        let next = self.numbers.len() + 1;
        *self.numbers.entry(name.to_owned()).or_insert(next)
    }

    /// Counts a mark that will come.
    pub fn announce(&mut self, name: &str) {
        *self.announced.entry(name.to_owned()).or_insert(0) += 1;
    }

    /// The mark in the text.
    pub fn reference(&mut self, name: &str) -> String {
        let number = self.number(name);
        let count = self.references.entry(name.to_owned()).or_insert(0);
        *count += 1;
        let id = back(name, *count);
        let slug = slugify(name);
        format!(
            "<sup class=\"footnote-reference\" id=\"{id}\"><a href=\"#footnote-{slug}\">{number}</a></sup>"
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

    /// The end of a note, with a way back to each mark in the text.
    pub fn close(&mut self) -> String {
        let Some(name) = self.open.take() else {
            return "</div>\n".into();
        };
        let marks = self.announced.get(&name).copied().unwrap_or(0);
        let links: Vec<String> = (1..=marks)
            .map(|nth| {
                let (label, number) = match marks {
                    1 => ("Back to the text".to_owned(), String::new()),
                    _ => (
                        format!("Back to reference {nth} in the text"),
                        format!("<sup>{nth}</sup>"),
                    ),
                };
                let id = back(&name, nth);
                format!(
                    "<a class=\"footnote-back\" href=\"#{id}\" aria-label=\"{label}\">↩{number}</a>"
                )
            })
            .collect();
        format!("{}\n</div>\n", links.join(" "))
    }
}

/// The id of a mark.
fn back(name: &str, nth: usize) -> String {
    let slug = slugify(name);
    match nth {
        1 => format!("footnote-{slug}-back"),
        nth => format!("footnote-{slug}-back-{nth}"),
    }
}
