//! Diagnostics for people, in rustc's manner.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Diagnostic, Diagnostics, Severity};

/// Renders diagnostics as text.
pub struct Printer(Renderer);

impl Printer {
    /// For a terminal that shows colours.
    pub fn coloured() -> Self {
        Printer(Renderer::styled().decor_style(DecorStyle::Unicode))
    }

    /// For files, pipes and pages.
    pub fn plain() -> Self {
        Printer(Renderer::plain())
    }

    /// One diagnostic, without a line break at its end.
    pub fn render(&self, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        let mut group = level
            .primary_title(&diagnostic.message)
            .id(diagnostic.code)
            .elements(diagnostic.place.iter().map(|(file, span)| {
                let mut mark = AnnotationKind::Primary.span(visible(&file.text, span));
                if let Some(label) = &diagnostic.label {
                    mark = mark.label(label);
                }
                Snippet::source(&file.text)
                    .path(file.path.to_string_lossy())
                    .annotation(mark)
            }));
        for note in &diagnostic.notes {
            group = group.element(Level::NOTE.message(note));
        }
        if let Some(help) = &diagnostic.help {
            group = group.element(Level::HELP.message(help));
        }
        self.0.render(&[group])
    }

    /// All of them, each followed by a blank line.
    pub fn render_all(&self, diagnostics: &Diagnostics) -> String {
        let mut text = String::new();
        for diagnostic in diagnostics.iter() {
            text.push_str(&self.render(diagnostic));
            text.push_str("\n\n");
        }
        text
    }
}

/// The span clipped to the text and to whole characters, so that no span can make printing fail.
fn visible(text: &str, span: &crate::source::Span) -> crate::source::Span {
    let start = text.floor_char_boundary(span.start);
    let end = text.ceil_char_boundary(span.end.max(start));
    start..end
}

/// `2 errors, 1 warning`, or nothing when there is nothing to count.
pub fn summary(diagnostics: &Diagnostics) -> Option<String> {
    let counted = |severity, noun: &str| match diagnostics.count(severity) {
        0 => None,
        1 => Some(format!("1 {noun}")),
        n => Some(format!("{n} {noun}s")),
    };
    let parts: Vec<String> = [
        counted(Severity::Error, "error"),
        counted(Severity::Warning, "warning"),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
