//! Colours for code: every language ends in the same few classes, so that one stylesheet serves all.

mod grammar;
mod python;

pub use grammar::nearest_language;

use engine::SourceKind;

use crate::markdown::is_python;

/// Appends a block of code as HTML. `false` if the language is not known and the code went in plain.
pub fn code(html: &mut String, language: &str, text: &str) -> bool {
    if is_python(language) {
        let transcript = language == "pycon" || text.trim_start().starts_with(">>> ");
        let kind = if transcript {
            SourceKind::Transcript
        } else {
            SourceKind::Script
        };
        python::highlight(html, text, kind);
        return true;
    }
    grammar::highlight(html, language, text)
}

/// Python as HTML, by the tokens that colour the editor as well.
pub fn python(text: &str, kind: SourceKind) -> String {
    let mut html = String::with_capacity(text.len() * 2);
    python::highlight(&mut html, text, kind);
    html
}
