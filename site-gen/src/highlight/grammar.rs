//! Other languages, by the grammars of syntect.

use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use crate::markdown::escape_into;

static GRAMMARS: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// Languages that are text and want no colours.
const PLAIN: &[&str] = &[
    "",
    "text",
    "txt",
    "plain",
    "plaintext",
    "output",
    "console",
    "none",
];

/// Names that the grammars do not know by themselves.
const ALIASES: &[(&str, &str)] = &[
    ("shell", "bash"),
    ("sh", "bash"),
    ("jinja2", "html"),
    ("tera", "html"),
];

/// What a scope means, the most specific prefix first; the classes are those of
/// [`engine::tokens`]'s `TokenClass::short`.
const CLASSES: &[(&str, &str)] = &[
    ("comment", "c"),
    ("string", "s"),
    ("constant.character.escape", "s"),
    ("constant.numeric", "n"),
    ("constant", "kc"),
    ("punctuation.definition.comment", "c"),
    ("punctuation.definition.string", "s"),
    ("keyword.operator", "o"),
    ("keyword", "k"),
    ("storage.type.function", "k"),
    ("storage", "k"),
    ("entity.name.function", "f"),
    ("entity.name.tag.toml", "a"),
    ("entity.name.tag.yaml", "a"),
    ("entity.name.tag", "k"),
    ("entity.name.section", "t"),
    ("entity.name", "t"),
    ("entity.other.attribute-name", "a"),
    ("support.function", "b"),
    ("support", "b"),
    ("variable.language", "se"),
    ("variable.parameter", "a"),
    ("markup.inserted", "s"),
    ("markup.deleted", "ge"),
    ("markup.heading", "t"),
];

static SCOPES: LazyLock<Vec<(Scope, &'static str)>> = LazyLock::new(|| {
    let scope = |(name, class): &(&str, &'static str)| Some((Scope::new(name).ok()?, *class));
    CLASSES.iter().filter_map(scope).collect()
});

/// Appends code as HTML; `false` if the language is not known and the code went in plain.
pub fn highlight(html: &mut String, language: &str, text: &str) -> bool {
    let language = language.to_ascii_lowercase();
    if PLAIN.contains(&language.as_str()) {
        escape_into(html, text);
        return true;
    }
    let Some(syntax) = find(&language) else {
        escape_into(html, text);
        return false;
    };
    let start = html.len();
    if colour(html, syntax, text).is_none() {
        // A grammar that fails on this text leaves it without colours.
        html.truncate(start);
        escape_into(html, text);
    }
    true
}

fn find(language: &str) -> Option<&'static SyntaxReference> {
    let alias = ALIASES.iter().find(|(name, _)| *name == language);
    GRAMMARS.find_syntax_by_token(alias.map_or(language, |(_, name)| name))
}

/// The known language whose name resembles an unknown one most.
pub fn nearest_language(language: &str) -> Option<&'static str> {
    let tokens = GRAMMARS
        .syntaxes()
        .iter()
        .flat_map(|syntax| &syntax.file_extensions);
    let known = tokens.map(String::as_str).chain([
        "python",
        "rust",
        "javascript",
        "typescript",
        "bash",
        "yaml",
        "markdown",
    ]);
    crate::diagnostic::nearest(
        &language.to_ascii_lowercase(),
        known.filter(|name| name.len() > 2),
    )
}

fn colour(html: &mut String, syntax: &SyntaxReference, text: &str) -> Option<()> {
    let mut state = ParseState::new(syntax);
    let mut stack = ScopeStack::new();
    let mut spans = Spans::new(html);
    for line in LinesWithEndings::from(text) {
        let mut at = 0;
        for (end, operation) in state.parse_line(line, &GRAMMARS).ok()? {
            spans.push(class(&stack), &line[at..end]);
            at = end;
            stack.apply(&operation).ok()?;
        }
        spans.push(class(&stack), &line[at..]);
    }
    spans.close();
    Some(())
}

/// Writes pieces of code; neighbours of the same class share an element, and blanks at its end stay
/// outside.
struct Spans<'h> {
    html: &'h mut String,
    open: Option<&'static str>,
    blanks: String,
}

impl<'h> Spans<'h> {
    fn new(html: &'h mut String) -> Self {
        Spans {
            html,
            open: None,
            blanks: String::new(),
        }
    }

    fn push(&mut self, class: Option<&'static str>, text: &str) {
        let solid = text.trim_end();
        if !solid.is_empty() {
            if class != self.open {
                self.close();
                if let Some(class) = class {
                    self.html.push_str("<span class=\"");
                    self.html.push_str(class);
                    self.html.push_str("\">");
                }
                self.open = class;
            }
            self.html.push_str(&self.blanks);
            self.blanks.clear();
            escape_into(self.html, solid);
        }
        self.blanks.push_str(&text[solid.len()..]);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.html.push_str("</span>");
        }
        self.html.push_str(&self.blanks);
        self.blanks.clear();
    }
}

/// The class of the innermost scope that means something.
fn class(stack: &ScopeStack) -> Option<&'static str> {
    stack.scopes.iter().rev().find_map(|scope| {
        let meant = SCOPES
            .iter()
            .find(|(prefix, _)| prefix.is_prefix_of(*scope));
        meant.map(|(_, class)| *class)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(language: &str, text: &str) -> String {
        let mut html = String::new();
        assert!(highlight(&mut html, language, text));
        html
    }

    #[test]
    fn the_classes_of_the_engine() {
        let toml = html("toml", "# hi\ntitle = \"x\" # y\n");
        assert!(toml.contains("<span class=\"c\"># hi"), "{toml}");
        assert!(toml.contains("<span class=\"s\">\"x\"</span>"), "{toml}");
        let sql = html("sql", "SELECT 1 -- <&>\n");
        assert!(sql.contains("<span class=\"k\">SELECT</span>"), "{sql}");
        assert!(sql.contains("&lt;&amp;&gt;"), "{sql}");
    }

    #[test]
    fn common_languages_are_known() {
        for language in [
            "rust",
            "js",
            "javascript",
            "typescript",
            "html",
            "css",
            "json",
            "bash",
            "sh",
            "yaml",
            "markdown",
            "diff",
            "dockerfile",
            "c",
            "makefile",
            "ini",
        ] {
            assert!(find(language).is_some(), "{language}");
        }
        assert!(!highlight(&mut String::new(), "klingon", "x"));
    }
}
