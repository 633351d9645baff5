//! Blocks of code that follow each other with a `tab` each: a reader sees one of them at a time. Without scripts
//! they stand below each other, each under its label.

use super::html::{escape, escape_attribute};
use super::reader::Reader;
use super::slug::slugify;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// The group of tabs that is being read.
#[derive(Debug, Default)]
pub(super) struct Tabs {
    /// The labels so far.
    labels: Vec<String>,
}

impl Reader<'_, '_> {
    /// Begins the tab of a block, in a new group if none is open.
    pub(super) fn open_tab(&mut self, label: &str, span: &Span) {
        if self.tabs.labels.iter().any(|other| other == label) {
            let error = Diagnostic::error(
                "fence",
                format!("there is a tab `{label}` in this group already"),
            )
            .help("put text between two groups, or choose another label");
            self.complain(error, span.clone());
        }
        if self.tabs.labels.is_empty() {
            self.push_html("<div class=\"tabs\">\n");
        }
        self.tabs.labels.push(label.to_owned());
        let id = self.ids.unique(&format!("tab {label}"));
        let id = escape_attribute(&id);
        self.push_html(format!(
            "<section class=\"tab\" aria-labelledby=\"{id}\">\n<p class=\"tab-label\" id=\"{id}\">{}</p>\n",
            escape(label)
        ));
    }

    /// Ends the tab of a block; an `output` may still follow it.
    pub(super) fn close_tab(&mut self) {
        self.push_html("</section>\n");
    }

    /// Ends the group, if one is open.
    pub(super) fn close_tabs(&mut self) {
        if !self.tabs.labels.is_empty() {
            self.tabs.labels.clear();
            self.push_html("</div>\n");
        }
    }

    /// The scenario of a block in a tab that names none: tabs show versions of one program, so each begins anew.
    pub(super) fn tab_scenario(&self, label: &str) -> String {
        format!("{}-{}", self.scenario, slugify(label))
    }
}
