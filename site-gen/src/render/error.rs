//! Tera's errors as diagnostics.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Error, ErrorKind, ReportError};

use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};

/// What went wrong in a template, at its place in the template.
pub fn diagnose(error: &Error, sources: &BTreeMap<String, Arc<SourceFile>>) -> Diagnostic {
    match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let problem = Diagnostic::error("template", lower_first(report.message()));
            match sources.get(report.filename()) {
                Some(file) => problem.at(file, span(file, report)),
                None => problem.note(format!("in the template {}", report.filename())),
            }
        }
        _ => Diagnostic::error("template", lower_first(&error.to_string())),
    }
}

/// Tera counts lines from one and columns, in characters, from zero.
fn span(file: &SourceFile, report: &ReportError) -> Span {
    let offset = |line: usize, column: usize| {
        let line = file.line_span(line);
        let text = &file.text[line.clone()];
        line.start
            + text
                .char_indices()
                .nth(column)
                .map_or(text.len(), |(at, _)| at)
    };
    let span = report.span();
    let start = offset(span.start_line, span.start_col);
    start..offset(span.end_line, span.end_col).max(start)
}

fn lower_first(message: &str) -> String {
    let message = message.trim_end_matches('.');
    let mut chars = message.chars();
    match chars.next() {
        Some(first) if chars.clone().next().is_some_and(char::is_lowercase) => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => message.to_owned(),
    }
}
