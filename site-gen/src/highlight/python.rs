//! Python, by the engine's own tokens.

use engine::SourceKind;

use crate::markdown::escape_into;

/// Appends Python code as HTML.
pub fn highlight(html: &mut String, text: &str, kind: SourceKind) {
    let mut at = 0;
    for token in engine::tokens(text, kind) {
        escape_into(html, &text[at..token.start]);
        html.push_str("<span class=\"");
        html.push_str(token.class.short());
        html.push_str("\">");
        escape_into(html, &text[token.start..token.end]);
        html.push_str("</span>");
        at = token.end;
    }
    escape_into(html, &text[at..]);
}
