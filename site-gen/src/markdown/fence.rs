//! The info string of a code fence: a language, and attributes between braces.

use std::sync::Arc;

use super::ranges::LineSet;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{SourceFile, Span};

/// What a fence says about its block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fence {
    /// The language, as written.
    pub language: String,
    /// Where the language stands.
    pub language_span: Span,
    /// `scenario="name"`: the scenario that the block belongs to.
    pub scenario: Option<(String, Span)>,
    /// `raises="TypeError"`: the exception that must end the block.
    pub raises: Option<(String, Span)>,
    /// `title="models.py"`: a caption.
    pub title: Option<String>,
    /// `norun`: shown only.
    pub norun: bool,
    /// `hidden`: runs, but is not shown.
    pub hidden: bool,
    /// `predict`: what it prints is shown once the reader has said what it will be.
    pub predict: Option<Span>,
    /// `steps`: the most telling steps of its run are shown.
    pub steps: Option<Span>,
    /// `model="name"`: one of the models of the comparison that follows, or the one that an output is of.
    pub model: Option<(String, Span)>,
    /// `compare`: runs under each of the models before it.
    pub compare: bool,
    /// `hl="2-4"`: the lines that are marked.
    pub highlighted: LineSet,
    /// `linenos`, `linenos="10"`: lines are numbered, from this number on.
    pub line_numbers: Option<usize>,
    /// `hide="1-3"`: the lines that are not shown.
    pub hidden_lines: LineSet,
    /// Where `hide` stands.
    pub hidden_lines_span: Span,
    /// `include="path#region"`: where the code comes from.
    pub include: Option<(String, Span)>,
    /// `tab="backref"`: the tab that the block stands in.
    pub tab: Option<(String, Span)>,
    /// What stands behind the language and is no attribute between braces, as mdBook has it: `ignore`.
    pub words: Vec<(String, Span)>,
}

/// The attributes that blocks of a kind may have.
const RUNNABLE: &[&str] = &[
    "scenario", "raises", "title", "norun", "hidden", "hl", "linenos", "hide", "include", "tab",
    "predict", "steps", "model", "compare",
];
const OUTPUT: &[&str] = &["model"];
const SHOWN: &[&str] = &["title", "hl", "linenos", "hide", "include", "tab"];
const FLAGS: &[&str] = &["norun", "hidden", "predict", "steps", "compare"];

/// Whether a language's blocks are run: scripts and transcripts of Python.
pub fn is_python(language: &str) -> bool {
    matches!(language, "python" | "py" | "python3" | "pycon")
}

impl Fence {
    /// Understands the info string at `span`.
    pub fn parse(file: &Arc<SourceFile>, span: Span, diagnostics: &mut Diagnostics) -> Fence {
        Self::parse_as(file, span, is_python, diagnostics)
    }

    /// As [`Fence::parse`], where `runs` says which languages are run.
    pub fn parse_as(
        file: &Arc<SourceFile>,
        span: Span,
        runs: impl Fn(&str) -> bool,
        diagnostics: &mut Diagnostics,
    ) -> Fence {
        let info = &file.text[span.clone()];
        let end = info
            .find(|c: char| c.is_whitespace() || matches!(c, '{' | ','))
            .unwrap_or(info.len());
        let mut fence = Fence {
            language: info[..end].to_owned(),
            language_span: span.start..span.start + end,
            ..Fence::default()
        };
        let known = if runs(&fence.language) {
            RUNNABLE
        } else if fence.language == "output" {
            OUTPUT
        } else {
            SHOWN
        };
        let brace = info[end..].find('{').map_or(info.len(), |at| end + at);
        fence.words = words(&info[end..brace], span.start + end);
        let rest = &info[brace..];
        let rest_start = span.start + brace;
        let Some(inner) = rest.strip_prefix('{') else {
            return fence;
        };
        let Some(inner) = inner.trim_end().strip_suffix('}') else {
            diagnostics.push(
                error("the attributes of the fence are not closed")
                    .at(file, rest_start..span.end)
                    .help("end them with `}`"),
            );
            return fence;
        };
        for attribute in attributes(inner, rest_start + 1) {
            match attribute {
                Ok(attribute) => fence.apply(attribute, known, file, diagnostics),
                Err((message, span)) => diagnostics.push(error(message).at(file, span)),
            }
        }
        fence
    }

    fn apply(
        &mut self,
        attribute: Attribute<'_>,
        known: &[&str],
        file: &Arc<SourceFile>,
        diagnostics: &mut Diagnostics,
    ) {
        let Attribute { name, span, value } = attribute;
        if !known.contains(&name) {
            diagnostics.push(
                error(format!("unknown attribute `{name}` of a code fence"))
                    .at(file, span)
                    .help(
                        match crate::diagnostic::nearest(name, known.iter().copied()) {
                            Some(near) => format!("did you mean `{near}`?"),
                            None => format!("known here: {}", known.join(", ")),
                        },
                    ),
            );
            return;
        }
        let mut wrong = |span: Span, what: &str| {
            diagnostics.push(error(format!("`{name}` must be {what}")).at(file, span));
        };
        match (name, value) {
            ("norun", None) => self.norun = true,
            ("hidden", None) => self.hidden = true,
            ("predict", None) => self.predict = Some(span),
            ("compare", None) => self.compare = true,
            ("steps", None) => self.steps = Some(span),
            ("model", Some((value, span))) => self.model = Some((value.to_owned(), span)),
            ("linenos", None) => self.line_numbers = Some(1),
            (name, Some((_, span))) if FLAGS.contains(&name) => {
                diagnostics.push(error(format!("`{name}` takes no value")).at(file, span))
            }
            ("linenos", Some((value, span))) => match value.parse() {
                Ok(first) => self.line_numbers = Some(first),
                Err(_) => wrong(span, "the number of the first line"),
            },
            ("hl", Some((value, span))) => match LineSet::parse(value) {
                Some(lines) => self.highlighted = lines,
                None => wrong(span, "numbers of lines such as \"2-4,7\""),
            },
            ("hide", Some((value, span))) => match LineSet::parse(value) {
                Some(lines) => (self.hidden_lines, self.hidden_lines_span) = (lines, span),
                None => wrong(span, "numbers of lines such as \"1-3\""),
            },
            ("include", Some((value, span))) => self.include = Some((value.to_owned(), span)),
            ("tab", Some((value, span))) => self.tab = Some((value.to_owned(), span)),
            ("scenario", Some((value, span))) => self.scenario = Some((value.to_owned(), span)),
            ("raises", Some((value, span))) => self.raises = Some((value.to_owned(), span)),
            (_, Some((value, _))) => self.title = Some(value.to_owned()),
            (_, None) => diagnostics.push(
                error(format!("`{name}` needs a value"))
                    .at(file, span)
                    .help(format!("write {name}=\"...\"")),
            ),
        }
    }
}

fn error(message: impl Into<String>) -> Diagnostic {
    Diagnostic::error("fence", message)
}

/// The words between a language and its attributes, with blanks or commas between them.
fn words(text: &str, offset: usize) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split([' ', '\t', ',']) {
        if !word.is_empty() {
            found.push((word.to_owned(), offset + at..offset + at + word.len()));
        }
        at += word.len() + 1;
    }
    found
}

struct Attribute<'t> {
    name: &'t str,
    span: Span,
    value: Option<(&'t str, Span)>,
}

/// `name` and `name="value"`, with blanks or commas between them. `offset` is where `text` stands.
fn attributes(text: &str, offset: usize) -> Vec<Result<Attribute<'_>, (String, Span)>> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start_matches([' ', '\t', ',']).len();
        if at == text.len() {
            return found;
        }
        let name_end = text[at..]
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')))
            .map_or(text.len(), |n| at + n);
        if name_end == at {
            let span = offset + at..offset + text.len();
            found.push(Err((
                "the name of an attribute is expected here".into(),
                span,
            )));
            return found;
        }
        let (name, span) = (&text[at..name_end], offset + at..offset + name_end);
        at = name_end;
        let Some(rest) = text[at..].strip_prefix('=') else {
            found.push(Ok(Attribute {
                name,
                span,
                value: None,
            }));
            continue;
        };
        let start = at + 1;
        let (from, to, next) = match rest.strip_prefix('"') {
            Some(quoted) => match quoted.find('"') {
                Some(n) => (start + 1, start + 1 + n, start + n + 2),
                None => {
                    let span = offset + start..offset + text.len();
                    found.push(Err((
                        "the value of the attribute is not closed".into(),
                        span,
                    )));
                    return found;
                }
            },
            None => {
                let end = rest
                    .find([' ', '\t', ','])
                    .map_or(text.len(), |n| start + n);
                (start, end, end)
            }
        };
        at = next;
        let value = Some((&text[from..to], offset + from..offset + to));
        found.push(Ok(Attribute { name, span, value }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(info: &str) -> (Fence, Vec<(String, String)>) {
        let file = SourceFile::new("a.md", format!("```{info}\n"));
        let mut diagnostics = Diagnostics::new();
        let fence = Fence::parse(&file, 3..3 + info.len(), &mut diagnostics);
        let told = diagnostics
            .iter()
            .map(|d| {
                let span = d.place.as_ref().unwrap().1.clone();
                (d.message.clone(), file.text[span].to_owned())
            })
            .collect();
        (fence, told)
    }

    #[test]
    fn a_language_and_attributes() {
        let (fence, told) = parse(r#"python {scenario="neither", raises=TypeError hidden}"#);
        assert_eq!(told, []);
        assert_eq!(fence.language, "python");
        assert_eq!(fence.scenario.unwrap().0, "neither");
        assert_eq!(fence.raises.unwrap().0, "TypeError");
        assert!(fence.hidden && !fence.norun);
        assert_eq!(parse("python {predict}").0.predict, Some(11..18));
        assert_eq!(parse("python{norun}").0.language, "python");
        let rust = parse("rust,ignore , should_panic").0;
        assert_eq!(rust.language, "rust");
        let words: Vec<_> = rust.words.into_iter().collect();
        assert_eq!(
            words,
            [
                ("ignore".to_owned(), 8..14),
                ("should_panic".to_owned(), 17..29)
            ]
        );
        let shown = parse(r#"toml {hl="2-3" linenos=10 hide="1" include="a.toml#x" tab="TOML"}"#).0;
        assert!(shown.highlighted.contains(3) && shown.hidden_lines.contains(1));
        assert_eq!(shown.line_numbers, Some(10));
        assert_eq!(shown.include.unwrap().0, "a.toml#x");
        assert_eq!(shown.tab.unwrap().0, "TOML");
        assert_eq!(
            parse("").0,
            Fence {
                language_span: 3..3,
                ..Fence::default()
            }
        );
    }

    #[test]
    fn what_is_wrong_is_marked() {
        let told = |info| {
            parse(info)
                .1
                .into_iter()
                .map(|(_, marked)| marked)
                .collect::<Vec<_>>()
        };
        assert_eq!(told("python {scenari=\"x\"}"), ["scenari"]);
        assert_eq!(told("python {norun=\"x\"}"), ["x"]);
        assert_eq!(told("python {predict=\"x\"}"), ["x"]);
        assert_eq!(told("python {raises}"), ["raises"]);
        assert_eq!(told("python {raises=\"X}"), ["\"X"]);
        assert_eq!(told("python {norun"), ["{norun"]);
        assert_eq!(told("toml {hl=\"4-2\"}"), ["4-2"]);
        assert_eq!(told("toml {linenos=\"x\"}"), ["x"]);
        assert_eq!(told("python {?}"), ["?"]);
        assert_eq!(told("rust {norun}"), ["norun"]);
    }
}
