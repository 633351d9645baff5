//! Diagnostics for machines: JSON, one object a line, and the commands that GitHub's runners show beside
//! the lines of a change.

use serde_json::json;

use super::{Diagnostic, Severity};

impl Severity {
    /// The name that machines are told.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}

/// A diagnostic as a JSON object on one line.
pub fn json(diagnostic: &Diagnostic) -> String {
    let place = diagnostic.place.as_ref().map(|(file, span)| {
        json!({
            "file": file.path,
            "start": span.start,
            "end": span.end,
            "line": file.line(span.start),
            "column": file.column(span.start),
            "end_line": file.line(span.end),
            "end_column": file.column(span.end),
        })
    });
    json!({
        "severity": diagnostic.severity.name(),
        "code": diagnostic.code,
        "message": diagnostic.message,
        "place": place,
        "label": diagnostic.label,
        "notes": diagnostic.notes,
        "help": diagnostic.help,
    })
    .to_string()
}

/// A diagnostic as a workflow command of GitHub Actions.
pub fn github(diagnostic: &Diagnostic) -> String {
    let mut properties = vec![("title", diagnostic.code.to_owned())];
    if let Some((file, span)) = &diagnostic.place {
        properties.push(("file", file.path.display().to_string()));
        properties.push(("line", file.line(span.start).to_string()));
        properties.push(("endLine", file.line(span.end).to_string()));
        properties.push(("col", file.column(span.start).to_string()));
    }
    let properties: Vec<String> = properties
        .into_iter()
        .map(|(name, value)| {
            format!(
                "{name}={}",
                escape(&value).replace(':', "%3A").replace(',', "%2C")
            )
        })
        .collect();
    let mut message = diagnostic.message.clone();
    for more in diagnostic
        .label
        .iter()
        .chain(&diagnostic.notes)
        .chain(&diagnostic.help)
    {
        message.push('\n');
        message.push_str(more);
    }
    let level = diagnostic.severity.name();
    format!("::{level} {}::{}", properties.join(","), escape(&message))
}

fn escape(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    fn diagnostic() -> Diagnostic {
        let file = SourceFile::new("content/a.md", "é\n[x](y.md)\n");
        Diagnostic::warning("link", "100% broken")
            .at(&file, 7..11)
            .label("here")
            .help("mend it")
    }

    #[test]
    fn one_object_a_line() {
        assert_eq!(
            json(&diagnostic()),
            r#"{"code":"link","help":"mend it","label":"here","message":"100% broken","notes":[],"place":{"column":5,"end":11,"end_column":9,"end_line":2,"file":"content/a.md","line":2,"start":7},"severity":"warning"}"#
        );
    }

    #[test]
    fn a_workflow_command() {
        assert_eq!(
            github(&diagnostic()),
            "::warning title=link,file=content/a.md,line=2,endLine=2,col=5::100%25 broken%0Ahere%0Amend it"
        );
    }
}
