//! `site-gen test --update`: outputs that changed, written back into the pages.

use std::sync::Arc;

use similar::TextDiff;

use super::Test;
use crate::content::{FrontMatter, Page};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::examples::{self, Edit, Example, Verdict};
use crate::pipeline::Sources;
use crate::source::SourceFile;

/// A page with other outputs than it has now.
#[derive(Debug)]
pub struct Revised {
    /// The page as it is.
    pub file: Arc<SourceFile>,
    /// Its text as it is to be.
    pub text: String,
    /// How many examples it concerns.
    pub examples: usize,
}

impl Revised {
    /// What would change, as a unified diff.
    pub fn diff(&self) -> String {
        let path = self.file.path.display().to_string();
        let diff = TextDiff::from_lines(self.file.text.as_str(), &self.text);
        diff.unified_diff()
            .context_radius(3)
            .header(&path, &path)
            .to_string()
    }
}

/// The pages whose claims can be brought up to date, and why others cannot.
pub fn revised(sources: &Sources, tests: &[Test]) -> (Vec<Revised>, Diagnostics) {
    let mut revised = Vec::new();
    let mut diagnostics = Diagnostics::new();
    for tests in tests.chunk_by(|a, b| a.page == b.page) {
        match revise(sources, tests) {
            Ok(page) => revised.extend(page),
            Err(error) => diagnostics.push(error),
        }
    }
    (revised, diagnostics)
}

fn revise(sources: &Sources, tests: &[Test]) -> Result<Option<Revised>, Diagnostic> {
    let page = &sources.content.pages[tests[0].page];
    let body = &sources.bodies[tests[0].page];
    if let Some(raised) = tests
        .iter()
        .find(|test| test.tried.verdict == Verdict::Raised)
    {
        let span = body.examples[raised.tried.index].language_span.clone();
        return Err(Diagnostic::error("update", "the page is left as it is")
            .at(&page.file, span)
            .label("this block ends in an exception that the page does not announce")
            .help("mend the block first: what it prints now is no output to keep"));
    }
    let mut edits: Vec<Edit> = Vec::new();
    let mut count = 0;
    for test in tests
        .iter()
        .filter(|test| test.tried.verdict == Verdict::Differs)
    {
        let example = &body.examples[test.tried.index];
        if example.kind == engine::SourceKind::Transcript && !Arc::ptr_eq(&example.file, &page.file)
        {
            return Err(Diagnostic::error("update", "the page is left as it is")
                .at(&page.file, example.language_span.clone())
                .label(format!(
                    "this session is included from {}",
                    example.file.path.display()
                ))
                .help("change the outputs there"));
        }
        edits.extend(examples::revise(
            &page.file,
            example,
            test.tried.source,
            &test.tried.report,
        ));
        count += 1;
    }
    if edits.is_empty() {
        return Ok(None);
    }
    let text = examples::apply(&page.file.text, &edits);
    let revised = Revised {
        file: Arc::clone(&page.file),
        text,
        examples: count,
    };
    verify(sources, page, &body.examples, tests, &revised)?;
    Ok(Some(revised))
}

/// Reads the new text as a build would: it must hold the same blocks, and what was revised must be true.
fn verify(
    sources: &Sources,
    page: &Page,
    old: &[Example],
    tests: &[Test],
    revised: &Revised,
) -> Result<(), Diagnostic> {
    let file = SourceFile::new(&page.file.path, revised.text.clone());
    let mut told = Diagnostics::new();
    let (front, body) = FrontMatter::read(&file, &mut told);
    let new = Page {
        file: Arc::clone(&file),
        front,
        body,
        ..page.clone()
    };
    let body = sources.parse_one(&new, &mut told);
    let code = |example: &Example| match example.kind {
        engine::SourceKind::Script => vec![example.code.clone()],
        engine::SourceKind::Transcript => {
            let statements = engine::statements(&example.code).into_iter();
            statements.map(|statement| statement.code).collect()
        }
    };
    let same = body.examples.len() == old.len()
        && body
            .examples
            .iter()
            .zip(old)
            .all(|(new, old)| code(new) == code(old));
    let wanted = |index: usize| tests.iter().any(|test| test.tried.index == index);
    let all_pass = same
        && examples::try_each(&new, &body.examples, &sources.config, wanted)
            .iter()
            .all(|tried| tried.verdict == Verdict::Passed);
    if all_pass {
        return Ok(());
    }
    let first = tests
        .iter()
        .find(|test| test.tried.verdict == Verdict::Differs);
    let span = first.map_or(0..0, |test| old[test.tried.index].language_span.clone());
    Err(Diagnostic::error("update", "the page is left as it is")
        .at(&page.file, span)
        .label("what this block prints cannot stand in the page")
        .help("an output with lines such as ``` or >>> would be read as Markdown or as a prompt"))
}
