//! What a page says that its examples print, compared with what they print.

use std::sync::Arc;

use engine::{Chunk, Report, SourceKind, Stream};
use similar::{ChangeTag, TextDiff};

use super::Example;
use crate::diagnostic::Diagnostic;
use crate::source::{SourceFile, Span};

/// Checks the claims about one source of a run.
pub fn check(
    file: &Arc<SourceFile>,
    example: &Example,
    source: usize,
    report: &Report,
) -> Vec<Diagnostic> {
    match example.kind {
        SourceKind::Transcript => transcript(&example.file, example, source, report),
        SourceKind::Script => script(file, example, source, report).into_iter().collect(),
    }
}

/// Every prompt's output. Warnings may be left out of it: a terminal shows them, but they are not
/// what the statement prints.
fn transcript(
    file: &Arc<SourceFile>,
    example: &Example,
    source: usize,
    report: &Report,
) -> Vec<Diagnostic> {
    let statements = engine::statements(&example.code);
    let differences = statements.iter().enumerate().filter_map(|(n, statement)| {
        let printed = printed_by(report, source, n, &statement.expected);
        let difference = compare(&statement.expected, &printed)?;
        let line = match statement.expected.is_empty() {
            true => statement.line,
            false => statement.expected_line + difference.line,
        };
        let span = example.lines.line(&example.code, line, None);
        Some(difference.into_diagnostic(file, span))
    });
    differences.collect()
}

/// What a statement of a transcript printed, as its claim is to be compared with it: with its warnings if
/// that is what the claim says or if the claim speaks of warnings, without them otherwise.
pub(super) fn printed_by(
    report: &Report,
    source: usize,
    statement: usize,
    claimed: &str,
) -> String {
    let chunks = || {
        report
            .of_source(source)
            .filter(move |chunk| chunk.statement == Some(statement))
    };
    let printed = Report::terminal_text(chunks());
    let quiet = Report::terminal_text(chunks().filter(|chunk| !is_warning(chunk)));
    let speaks_of_warnings = claimed.contains("Warning: ") && compare(claimed, &quiet).is_some();
    if speaks_of_warnings || compare(claimed, &printed).is_none() {
        printed
    } else {
        quiet
    }
}

fn is_warning(chunk: &Chunk) -> bool {
    chunk.stream == Stream::Warning
}

/// The `output` fence of a script.
fn script(
    file: &Arc<SourceFile>,
    example: &Example,
    source: usize,
    report: &Report,
) -> Option<Diagnostic> {
    let claim = example.output.as_ref()?;
    let printed = Report::terminal_text(report.of_source(source));
    let difference = compare(&claim.text, &printed)?;
    let span = match claim.text.is_empty() {
        true => claim.span.clone(),
        false => claim.lines.line(&claim.text, difference.line + 1, None),
    };
    Some(difference.into_diagnostic(file, span))
}

/// How a claim and the truth differ.
#[derive(Debug, PartialEq, Eq)]
struct Difference {
    /// The 0-based line of the claim at which they part.
    line: usize,
    /// What was printed there.
    printed: Option<String>,
    /// All lines: kept ones behind a blank, claimed ones behind `-`, printed ones behind `+`.
    diff: String,
}

impl Difference {
    fn into_diagnostic(self, file: &Arc<SourceFile>, span: Span) -> Diagnostic {
        Diagnostic::error("claim", "the example prints something else")
            .at(file, span)
            .label(match self.printed {
                Some(line) => format!("printed: {line}"),
                None => "nothing more is printed".to_owned(),
            })
            .note(format!("- expected\n+ actual\n\n{}", self.diff.trim_end()))
    }
}

/// Whether a claim is something else than what was printed, see [`compare`].
pub(super) fn differ(claimed: &str, printed: &str) -> bool {
    compare(claimed, printed).is_some()
}

/// Compares a claim with what was printed. Blank lines at the end do not count; of a traceback the
/// header and what follows the stack count; `0x...` stands for any address.
fn compare(claimed: &str, printed: &str) -> Option<Difference> {
    let folded = fold_tracebacks(printed);
    let printed: Vec<&str> = folded.trim_end().lines().collect();
    let all_claimed: Vec<&str> = claimed.trim_end().lines().collect();
    let folded = fold_tracebacks(claimed);
    let claimed: Vec<&str> = folded.trim_end().lines().collect();
    let known: Vec<&str> = printed
        .iter()
        .enumerate()
        .map(|(n, line)| match claimed.get(n) {
            Some(claim) if is_same(claim, line) => claim,
            _ => *line,
        })
        .collect();
    if claimed == known {
        return None;
    }
    let parting = claimed
        .iter()
        .zip(&known)
        .take_while(|(a, b)| a == b)
        .count();
    let line = match claimed.get(parting) {
        Some(claim) => all_claimed
            .iter()
            .position(|line| line == claim)
            .map_or(0, |at| {
                if all_claimed.get(parting) == Some(claim) {
                    parting
                } else {
                    at
                }
            }),
        None => all_claimed.len().saturating_sub(1),
    };
    Some(Difference {
        line,
        printed: known.get(parting).map(|line| (*line).to_owned()),
        diff: diff(&claimed, &known),
    })
}

fn diff(claimed: &[&str], printed: &[&str]) -> String {
    let mut text = String::new();
    for change in TextDiff::from_slices(claimed, printed).iter_all_changes() {
        let sign = match change.tag() {
            ChangeTag::Equal => ' ',
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
        };
        text.push_str(&format!("{sign} {}\n", change.value()));
    }
    text
}

/// Leaves the stack out of tracebacks, as `doctest` does: the lines between the header and the
/// exception, all of which are indented.
fn fold_tracebacks(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut in_stack = false;
    for line in text.lines() {
        if line == "Traceback (most recent call last):" {
            in_stack = true;
        } else if in_stack || line.starts_with("  File \"") {
            in_stack = line.starts_with(char::is_whitespace);
            if in_stack {
                continue;
            }
        }
        folded.push_str(line);
        folded.push('\n');
    }
    folded
}

/// Whether a line is as claimed, `0x...` in the claim standing for an address.
pub(super) fn is_same(claimed: &str, printed: &str) -> bool {
    let mut parts = claimed.split("0x...");
    let Some(mut rest) = parts.next().and_then(|first| printed.strip_prefix(first)) else {
        return false;
    };
    for part in parts {
        let Some(address) = rest.strip_prefix("0x") else {
            return false;
        };
        let digits = address.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        match digits.strip_prefix(part) {
            Some(behind) if digits.len() < address.len() => rest = behind,
            _ => return false,
        }
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_but_for_blank_lines_at_the_end() {
        assert_eq!(compare("a\nb", "a\nb\n"), None);
        assert_eq!(compare("", ""), None);
        assert_eq!(compare("a\n\n", "a\n"), None);
        assert!(compare("a", "a\n\nb\n").is_some());
    }

    #[test]
    fn the_first_line_that_differs_is_told() {
        let difference = compare("a\nb\nc\n", "a\nB\nc\n").unwrap();
        assert_eq!(difference.line, 1);
        assert_eq!(difference.printed.as_deref(), Some("B"));
        assert_eq!(difference.diff, "  a\n- b\n+ B\n  c\n");
        let shorter = compare("a\nb\n", "a\n").unwrap();
        assert_eq!((shorter.line, shorter.printed), (1, None));
        let longer = compare("a\n", "a\nb\n").unwrap();
        assert_eq!((longer.line, longer.printed.as_deref()), (0, Some("b")));
    }

    #[test]
    fn of_tracebacks_the_stack_does_not_count() {
        let printed = "Traceback (most recent call last):\n  File \"x\", line 1, in <module>\n    \
                       f()\nTypeError: no\n(second line)\n";
        let claim = "Traceback (most recent call last):\n  ...\nTypeError: no\n(second line)\n";
        assert_eq!(compare(claim, printed), None);
        let difference = compare(&claim.replace("no", "yes"), printed).unwrap();
        assert_eq!(difference.line, 2);
        let syntax_error =
            "  File \"<stdin>\", line 1\n    x =\n       ^\nSyntaxError: invalid syntax\n";
        assert_eq!(compare("SyntaxError: invalid syntax", syntax_error), None);
    }

    #[test]
    fn addresses_may_be_left_open() {
        assert!(is_same(
            "[<Child object at 0x...>]",
            "[<Child object at 0x7f00aa>]"
        ));
        assert!(is_same("0x... 0x...", "0x1 0x2"));
        assert!(!is_same(
            "<Child object at 0x...>",
            "<Parent object at 0x1>"
        ));
        assert!(!is_same("0x...>", "0x>"));
        assert!(!is_same("0x...", "0x1 more"));
    }
}
