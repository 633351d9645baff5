//! Blocks of code: those that run become examples, the others are coloured.

use std::ops::Range;

use engine::SourceKind;
use pulldown_cmark::{CodeBlockKind, Event};

use super::body::{MARK, Reader};
use super::fence::{Fence, is_python};
use super::html::{escape_attribute, escape_into};
use super::lines::Lines;
use super::slug::slugify;
use crate::diagnostic::Diagnostic;
use crate::examples::{Example, OutputClaim};
use crate::highlight;
use crate::source::Span;

/// The code block that an `output` fence would belong to.
#[derive(Clone, Copy)]
pub(super) enum Before {
    Example(usize),
    NotRun,
}

impl<'p> Reader<'p, '_> {
    /// A block of code, given what the parser has inside it.
    pub(super) fn code_block(
        &mut self,
        kind: &CodeBlockKind<'p>,
        span: &Span,
        inside: &[(Event<'p>, Range<usize>)],
    ) {
        let mut code = String::new();
        let mut lines = Lines::default();
        for (event, range) in inside {
            if let Event::Text(text) = event {
                lines.push(range.clone(), text.len());
                code.push_str(text);
            }
        }
        let fence = match kind {
            CodeBlockKind::Fenced(_) => {
                let info = info_span(&self.page.file.text, span);
                Fence::parse(&self.page.file, info, self.diagnostics)
            }
            CodeBlockKind::Indented => Fence::default(),
        };
        if fence.language == "output" {
            self.output(code, lines, &fence);
        } else if is_python(&fence.language) && !fence.norun {
            self.example(fence, code, lines, span.clone());
        } else {
            self.plain_code(&fence, &code);
            self.before = Some(Before::NotRun);
        }
    }

    /// An `output` fence: what the block before it must print. That block shows it.
    fn output(&mut self, text: String, lines: Lines, fence: &Fence) {
        let span = fence.language_span.clone();
        let misplaced = match self.before.take() {
            Some(Before::Example(index)) => {
                let example = &mut self.body.examples[index];
                if example.kind == SourceKind::Script {
                    example.output = Some(OutputClaim { text, lines, span });
                    return;
                }
                Diagnostic::error("fence", "a transcript states its output itself")
                    .help("write the output behind its prompt and remove this block")
            }
            Some(Before::NotRun) => {
                Diagnostic::error("fence", "the block before this `output` does not run")
                    .help("use ```text for output that nothing produces")
            }
            None => Diagnostic::error(
                "fence",
                "there is no block of code just before this `output`",
            )
            .help("it belongs directly behind the block that prints it"),
        };
        self.complain(misplaced, span);
    }

    fn example(&mut self, fence: Fence, code: String, lines: Lines, span: Span) {
        let prompts = code.trim_start().starts_with(">>> ");
        let kind = if fence.language == "pycon" || prompts {
            SourceKind::Transcript
        } else {
            SourceKind::Script
        };
        let scenario = fence.scenario.map(|(name, _)| name);
        let index = self.body.examples.len();
        self.body.examples.push(Example {
            id: String::new(),
            name: String::new(),
            scenario: scenario.unwrap_or_else(|| self.scenario.clone()),
            kind,
            code,
            lines,
            span,
            language_span: fence.language_span,
            hidden: fence.hidden,
            raises: fence.raises,
            title: fence.title,
            output: None,
        });
        if !self.body.examples[index].hidden {
            self.html
                .push(Event::Html(format!("{MARK}{index}{MARK}\n").into()));
        }
        self.before = Some(Before::Example(index));
    }

    fn plain_code(&mut self, fence: &Fence, code: &str) {
        let mut html = String::with_capacity(code.len() * 2);
        if let Some(title) = &fence.title {
            html.push_str("<figure class=\"listing\"><figcaption>");
            escape_into(&mut html, title);
            html.push_str("</figcaption>");
        }
        html.push_str("<pre class=\"code\" tabindex=\"0\"><code");
        if !fence.language.is_empty() {
            let class = escape_attribute(&fence.language);
            html.push_str(&format!(" class=\"language-{class}\""));
        }
        html.push('>');
        if !highlight::code(&mut html, &fence.language, code) {
            let warning = Diagnostic::warning(
                "language",
                format!(
                    "the language `{}` of this block is not known",
                    fence.language
                ),
            )
            .label("it is shown without colours")
            .help("use ```text for text that needs none");
            self.complain(warning, fence.language_span.clone());
        }
        html.push_str("</code></pre>\n");
        if fence.title.is_some() {
            html.push_str("</figure>\n");
        }
        self.html.push(Event::Html(html.into()));
    }

    /// Ids count over the page, names in tracebacks over the scenario.
    pub(super) fn name_examples(&mut self) {
        let slug = slugify(self.page.slug());
        for index in 0..self.body.examples.len() {
            let scenario = self.body.examples[index].scenario.clone();
            let earlier = &self.body.examples[..index];
            let nth = 1 + earlier
                .iter()
                .filter(|other| other.scenario == scenario)
                .count();
            let example = &mut self.body.examples[index];
            let id = format!("{slug}-{}", index + 1);
            example.id = if self.ids.claim(&id) {
                id
            } else {
                format!("{slug}-example-{}", index + 1)
            };
            let suffix = match example.kind {
                SourceKind::Script => "py",
                SourceKind::Transcript => "pycon",
            };
            example.name = format!("{}-{nth}.{suffix}", slugify(&scenario));
        }
    }
}

/// The span of a fence's info string, given the span of its block.
fn info_span(text: &str, block: &Span) -> Span {
    let first = text[block.clone()].lines().next().unwrap_or("");
    let blank = first.len() - first.trim_start().len();
    let marks = first[blank..].len() - first[blank..].trim_start_matches(['`', '~']).len();
    let info = &first[blank + marks..];
    let start = block.start + blank + marks + (info.len() - info.trim_start().len());
    start..start + info.trim().len()
}
