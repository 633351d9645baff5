//! Blocks of code: those that run become examples, the others are coloured.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use engine::SourceKind;
use pulldown_cmark::{CodeBlockKind, Event};

use super::body::mark;
use super::fence::{Fence, is_python};
use super::include::{include, target};
use super::lines::Lines;
use super::listing::listing;
use super::reader::Reader;
use super::slug::slugify;
use crate::diagnostic::Diagnostic;
use crate::examples::{Example, OutputClaim};
use crate::highlight;
use crate::source::{SourceFile, Span};

/// What may stand in the place of a language in a book on Rust.
const RUSTDOC: &[&str] = &[
    "ignore",
    "should_panic",
    "no_run",
    "compile_fail",
    "editable",
];

/// The code of a block, and where it stands.
pub(super) struct Block {
    pub(super) code: String,
    pub(super) lines: Lines,
    pub(super) file: Arc<SourceFile>,
}

impl Block {
    /// Lines of a file, without the indentation that all of them share.
    fn of(file: Arc<SourceFile>, spans: &[Span]) -> Block {
        let text = file.text.as_str();
        let indent = |span: &Span| {
            let line = &text[span.clone()];
            (!line.trim().is_empty())
                .then(|| line.len() - line.trim_start_matches([' ', '\t']).len())
        };
        let shared = spans.iter().filter_map(indent).min().unwrap_or(0);
        let (mut code, mut lines) = (String::new(), Lines::default());
        for span in spans {
            let line = text[span.clone()].trim_end_matches(['\r', '\n']);
            let skipped = shared.min(line.len());
            let start = span.start + skipped;
            lines.push(start..span.end, line.len() - skipped + 1);
            code.push_str(&line[skipped..]);
            code.push('\n');
        }
        Block { code, lines, file }
    }
}

/// Hides the lines that begin with a prefix, which is taken off them. Rust's `#` hides a line only if a blank or
/// nothing follows it, and `##` stands for one that is shown.
fn hide_lines(fence: &mut Fence, block: &mut Block, prefix: &str) {
    let mut code = String::with_capacity(block.code.len());
    for (index, line) in block.code.split_inclusive('\n').enumerate() {
        let indent = line.len() - line.trim_start().len();
        let rest = match line[indent..].strip_prefix(prefix) {
            Some(rest) if prefix != "#" => Some((rest, true)),
            Some(rest) if rest.starts_with('#') => Some((rest, false)),
            Some(rest) if rest.trim().is_empty() => Some((rest, true)),
            Some(rest) => rest.strip_prefix(' ').map(|rest| (rest, true)),
            None => None,
        };
        match rest {
            Some((rest, hidden)) => {
                if hidden {
                    fence.hidden_lines.add(index + 1);
                }
                code.push_str(&line[..indent]);
                code.push_str(rest);
            }
            None => code.push_str(line),
        }
    }
    block.code = code;
}

/// Whether code is written as at a prompt.
fn is_session(code: &str) -> bool {
    code.trim_start().starts_with(">>> ")
}

/// The code block that an `output` fence would belong to.
#[derive(Clone, Copy)]
pub(super) enum Before {
    Example(usize),
    Comparison(usize),
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
        let mut fence = match kind {
            CodeBlockKind::Fenced(_) => {
                let info = info_span(&self.file.text, span);
                let file = Arc::clone(&self.file);
                Fence::parse_as(
                    &file,
                    info,
                    |language| self.targets.reading.runs(language),
                    self.diagnostics,
                )
            }
            CodeBlockKind::Indented => Fence::default(),
        };
        let mut block = Block {
            code,
            lines,
            file: Arc::clone(&self.file),
        };
        if fence.include.is_some() {
            self.include(&fence, &mut block);
        }
        let compares = fence.compare || (fence.model.is_some() && is_python(&fence.language));
        if !compares {
            self.end_models();
        }
        if fence.language == "output" {
            self.output(block.code, block.lines, &fence);
            return;
        }
        if self.targets.reading.mdbook {
            self.mdbook_block(&mut fence, &mut block);
        }
        if compares {
            self.close_tabs();
            match fence.compare {
                true => self.comparison(fence, block),
                false => self.model(fence, block),
            }
            return;
        }
        let tab = fence.tab.take();
        match &tab {
            Some((label, span)) => self.open_tab(label, span),
            None => self.close_tabs(),
        }
        self.check_lines(&fence, &block.code, span);
        if self.targets.reading.runs(&fence.language) && !fence.norun {
            self.check_words(&fence);
            let tab = tab.as_ref().map(|(label, _)| label.as_str());
            self.example(fence, block, tab, span.clone());
        } else {
            self.plain_code(&fence, &block.code);
            self.before = Some(Before::NotRun);
        }
        if tab.is_some() {
            self.close_tab();
        }
    }

    /// What mdBook makes of a block: words behind the language, and lines that are hidden by what they begin with.
    fn mdbook_block(&mut self, fence: &mut Fence, block: &mut Block) {
        // A word of rustdoc's alone means Rust.
        if RUSTDOC.contains(&fence.language.as_str()) {
            fence.language = "rust".into();
        }
        let mut prefix = (fence.language == "rust").then(|| "#".to_owned());
        for (word, span) in &fence.words {
            if let Some(own) = word.strip_prefix("hidelines=") {
                prefix = Some(own.to_owned());
            } else if word == "editable" && !std::mem::replace(&mut self.told_of_editing, true) {
                let warning = Diagnostic::warning(
                    "mdbook",
                    format!("`{}` does not run here", fence.language),
                )
                .label("a reader cannot edit this block, nor others of this page");
                self.diagnostics.push(warning.at(&self.file, span.clone()));
            }
        }
        if let Some(prefix) = prefix {
            hide_lines(fence, block, &prefix);
        }
    }

    /// Puts what a fence includes into its block.
    fn include(&mut self, fence: &Fence, block: &mut Block) {
        let Some((written, span)) = &fence.include else {
            return;
        };
        if !block.code.trim().is_empty() {
            let error = Diagnostic::error(
                "include",
                "a block that includes a file has no text of its own",
            )
            .help("empty the block, or remove `include`");
            self.complain(error, span.clone());
            return;
        }
        let (path, part) = target(written);
        let folder = self.file.path.parent().unwrap_or(Path::new("")).to_owned();
        let (path, included) = include(&self.targets.reading.root, &folder, path, &part);
        self.body.included.insert(path);
        match included {
            Ok(included) => *block = Block::of(included.file, &included.lines),
            Err(refused) => {
                let mut error = Diagnostic::error("include", refused.message);
                error.help = refused.help;
                self.complain(error, span.clone());
            }
        }
    }

    /// Numbers of lines that the block does not have.
    fn check_lines(&mut self, fence: &Fence, code: &str, span: &Span) {
        let count = code.lines().count();
        let last = fence.highlighted.last().max(fence.hidden_lines.last());
        // A block whose include failed has been complained of.
        if last > count && !(fence.include.is_some() && count == 0) {
            let error = Diagnostic::error("fence", format!("the block has no line {last}"))
                .label(format!("it has {count}"));
            let info = info_span(&self.file.text, span);
            self.complain(error, info);
        }
    }

    fn check_words(&mut self, fence: &Fence) {
        let (Some((_, first)), Some((_, last))) = (fence.words.first(), fence.words.last()) else {
            return;
        };
        let error = Diagnostic::error("fence", "attributes stand between braces")
            .help(format!("write ```{} {{norun}}", fence.language));
        self.complain(error, first.start..last.end);
    }

    /// An `output` fence: what the block before it must print. That block shows it.
    fn output(&mut self, text: String, lines: Lines, fence: &Fence) {
        let span = fence.language_span.clone();
        let misplaced = match self.before.take() {
            Some(Before::Example(index)) => {
                if let Some((_, span)) = &fence.model {
                    let problem = Diagnostic::error("fence", "there is no comparison before this");
                    return self.complain(problem, span.clone());
                }
                let example = &mut self.body.examples[index];
                if let Some(language) = &example.language
                    && !self.targets.reading.checked.contains(language)
                {
                    let error = Diagnostic::error(
                        "fence",
                        format!("nothing runs `{language}` when the site is built"),
                    )
                    .label("so this output cannot be checked")
                    .help(format!(
                        "give [runners.{language}] of site.toml a `command`"
                    ));
                    return self.complain(error, span);
                }
                if example.kind == SourceKind::Script {
                    example.output = Some(OutputClaim { text, lines, span });
                    return;
                }
                Diagnostic::error("fence", "a transcript states its output itself")
                    .help("write the output behind its prompt and remove this block")
            }
            Some(Before::Comparison(index)) => {
                return self.output_of_model(index, OutputClaim { text, lines, span }, fence);
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

    /// Only what prints something that does not stand there yet can be predicted.
    fn check_prediction(&mut self, fence: &Fence, block: &Block) {
        let Some(span) = &fence.predict else {
            return;
        };
        let why = if fence.hidden {
            "a hidden block shows no output that a reader could predict"
        } else if fence.language == "pycon" || is_session(&block.code) {
            "a transcript shows its outputs in its own text"
        } else {
            return;
        };
        let error = Diagnostic::error("fence", why);
        self.complain(
            error.help("remove `predict`, or write a script"),
            span.clone(),
        );
    }

    fn example(&mut self, fence: Fence, block: Block, tab: Option<&str>, span: Span) {
        if let (true, Some(span)) = (fence.hidden, &fence.steps) {
            let problem = Diagnostic::error("fence", "a hidden block shows no steps");
            self.complain(problem, span.clone());
        }
        let named = fence.scenario.as_ref().map(|(name, _)| name.clone());
        let scenario = named.unwrap_or_else(|| match tab {
            Some(label) => self.tab_scenario(label),
            None => self.scenario.clone(),
        });
        let language = (!is_python(&fence.language)).then(|| fence.language.clone());
        // Languages share no namespace; no heading makes an id with a colon.
        let scenario = match &language {
            Some(language) => format!("{scenario}:{language}"),
            None => scenario,
        };
        self.check_prediction(&fence, &block);
        let (hidden, block, count) = self.without_hidden_lines(&fence, block);
        let add = |reader: &mut Self, block: Block, is_hidden: bool| {
            let transcript =
                language.is_none() && (fence.language == "pycon" || is_session(&block.code));
            let whole = !is_hidden || fence.hidden;
            reader.body.examples.push(Example {
                id: String::new(),
                name: String::new(),
                scenario: scenario.clone(),
                language: language.clone(),
                kind: match transcript {
                    true => SourceKind::Transcript,
                    false => SourceKind::Script,
                },
                code: block.code,
                file: block.file,
                lines: block.lines,
                span: span.clone(),
                language_span: fence.language_span.clone(),
                hidden: is_hidden,
                raises: fence.raises.clone().filter(|_| whole),
                title: fence.title.clone().filter(|_| whole),
                highlighted: fence.highlighted.without_first(count),
                line_numbers: fence.line_numbers,
                predict: fence.predict.is_some() && !is_hidden,
                output: None,
                steps: fence.steps.clone().filter(|_| !is_hidden),
            });
        };
        if let Some(hidden) = hidden {
            add(self, hidden, true);
        }
        add(self, block, fence.hidden);
        let index = self.body.examples.len() - 1;
        if !fence.hidden {
            self.push_html(format!("{}\n", mark(index)));
        }
        self.before = Some(Before::Example(index));
    }

    /// A block without the lines that its fence hides, these as a block before it, and how many they are. They run
    /// all the same, so they must stand at the beginning: what a reader edits is the rest.
    fn without_hidden_lines(
        &mut self,
        fence: &Fence,
        block: Block,
    ) -> (Option<Block>, Block, usize) {
        let hidden = &fence.hidden_lines;
        if hidden.is_empty() {
            return (None, block, 0);
        }
        let count = (1..).take_while(|&line| hidden.contains(line)).count();
        let lines = block.code.lines().count();
        if count == 0 || hidden.last() > count || count >= lines {
            let error = Diagnostic::error(
                "fence",
                "a block that runs can hide lines at its beginning only",
            )
            .help(
                "hide=\"1-3\" hides the first three; the rest can stand in a block with {hidden}",
            );
            self.complain(error, fence.hidden_lines_span.clone());
            return (None, block, 0);
        }
        let at = block
            .code
            .split_inclusive('\n')
            .take(count)
            .map(str::len)
            .sum();
        let (before, behind) = block.lines.split(at);
        let part = |code: &str, lines: Lines| Block {
            code: code.to_owned(),
            lines,
            file: Arc::clone(&block.file),
        };
        let (first, rest) = block.code.split_at(at);
        (Some(part(first, before)), part(rest, behind), count)
    }

    fn plain_code(&mut self, fence: &Fence, code: &str) {
        let (html, known) = listing(fence, code);
        if !known {
            let language = &fence.language;
            let mut warning = Diagnostic::warning(
                "language",
                format!("the language `{language}` of this block is not known"),
            )
            .label("it is shown without colours");
            warning.help = Some(match highlight::nearest_language(language) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "use ```text for text that needs none".into(),
            });
            self.complain(warning, fence.language_span.clone());
        }
        self.push_html(html);
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
            let suffix = match (&example.language, example.kind) {
                (Some(language), _) => language.as_str(),
                (None, SourceKind::Script) => "py",
                (None, SourceKind::Transcript) => "pycon",
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
