//! Claims rewritten to what was printed. Everything else of the file keeps its bytes.

use engine::{Report, SourceKind};
use similar::{DiffOp, TextDiff};

use super::{Example, claims};
use crate::source::{SourceFile, Span};

/// A part of a file and what is to stand in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Whole lines of the file; empty where lines are put in.
    pub span: Span,
    /// The new lines.
    pub text: String,
}

/// The file's text with the edits made. They must not overlap.
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| edit.span.start);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.start]);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// The edits that make an example's claims true.
pub fn revise(file: &SourceFile, example: &Example, source: usize, report: &Report) -> Vec<Edit> {
    match example.kind {
        SourceKind::Script => {
            let Some(claim) = &example.output else {
                return Vec::new();
            };
            let printed = Report::terminal_text(report.of_source(source));
            if !claims::differ(&claim.text, &printed) {
                return Vec::new();
            }
            let fence = Fence::new(file, claim.span.start, &claim.text);
            let lines: Vec<&str> = claim.text.lines().collect();
            vec![fence.edit(0, &lines, "", &printed)]
        }
        SourceKind::Transcript => {
            let fence = Fence::new(file, example.language_span.start, &example.code);
            let code: Vec<&str> = example.code.lines().collect();
            let statements = engine::statements(&example.code);
            let edits = statements.iter().enumerate().filter_map(|(n, statement)| {
                let printed = claims::printed_by(report, source, n, &statement.expected);
                if !claims::differ(&statement.expected, &printed) {
                    return None;
                }
                let prompt = code[statement.line - 1];
                let indent = &prompt[..prompt.len() - prompt.trim_start().len()];
                let claimed: Vec<&str> = statement.expected.lines().collect();
                Some(fence.edit(statement.expected_line - 1, &claimed, indent, &printed))
            });
            edits.collect()
        }
    }
}

/// A fenced block in its file: its content's lines are the file's lines behind the opening one.
struct Fence<'f> {
    file: &'f str,
    /// The spans of the lines of content, line breaks included.
    lines: Vec<Span>,
    /// What stands before the content in each line: marks of quotations, indentation.
    prefix: String,
    line_break: &'static str,
}

impl<'f> Fence<'f> {
    /// The block whose opening line contains the offset `at`.
    fn new(file: &'f SourceFile, at: usize, content: &str) -> Self {
        let text = file.text.as_str();
        let opening = file.line_span(file.line(at));
        let line_break = match text[opening.clone()].ends_with('\r') {
            true => "\r\n",
            false => "\n",
        };
        let mut lines = Vec::new();
        let mut start = (opening.end + 1).min(text.len());
        for _ in content.lines() {
            let end = text[start..]
                .find('\n')
                .map_or(text.len(), |n| start + n + 1);
            lines.push(start..end);
            start = end;
        }
        // An empty block has the place of its end.
        lines.push(start..start);
        let own = content.lines().zip(&lines).find_map(|(line, span)| {
            let whole = text[span.clone()].trim_end_matches(['\r', '\n']);
            let prefix = whole.strip_suffix(line.trim_end_matches('\r'))?;
            (!line.trim().is_empty()).then(|| prefix.to_owned())
        });
        Fence {
            file: text,
            prefix: own.unwrap_or_else(|| continued(&text[opening])),
            lines,
            line_break,
        }
    }

    /// Lines of content from `first` on, which claim `claimed`, made to say `printed`.
    fn edit(&self, first: usize, claimed: &[&str], indent: &str, printed: &str) -> Edit {
        let mut text = String::new();
        for line in merged(claimed, printed) {
            match line {
                Line::Kept(n) => text.push_str(&self.file[self.lines[first + n].clone()]),
                Line::New(line) => {
                    if !text.is_empty() && !text.ends_with('\n') {
                        text.push_str(self.line_break);
                    }
                    let whole = format!("{}{indent}{line}", self.prefix);
                    text.push_str(if line.is_empty() {
                        whole.trim_end()
                    } else {
                        &whole
                    });
                    text.push_str(self.line_break);
                }
            }
        }
        let end = |n: usize| self.lines.get(n).map_or(self.file.len(), |span| span.start);
        let span = end(first)..end(first + claimed.len());
        // A block that the end of the file closes may have no line break at its own end.
        let behind_line = span.start == 0 || self.file[..span.start].ends_with('\n');
        if !behind_line && !text.is_empty() {
            text.insert_str(0, self.line_break);
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        }
        Edit { span, text }
    }
}

/// What stands before the lines that continue the block which `opening` opens: the marks of quotations
/// stay, those of lists become blanks.
fn continued(opening: &str) -> String {
    let end = opening.find(['`', '~']).unwrap_or(0);
    let blank = |c: char| if matches!(c, '>' | '\t') { c } else { ' ' };
    opening[..end].chars().map(blank).collect()
}

#[derive(Debug, PartialEq, Eq)]
enum Line {
    /// A line of the claim, by its index.
    Kept(usize),
    /// What was printed instead.
    New(String),
}

/// A line that counts, and the lines of a stack before it, which do not.
struct Counted {
    stack: std::ops::Range<usize>,
    at: usize,
}

/// The lines that count in a comparison, see [`claims::compare`].
fn counted(lines: &[&str]) -> Vec<Counted> {
    let mut counted = Vec::new();
    let mut stack_from = None;
    let mut in_stack = false;
    for (at, line) in lines.iter().enumerate() {
        if *line == "Traceback (most recent call last):" {
            in_stack = true;
        } else if in_stack || line.starts_with("  File \"") {
            in_stack = line.starts_with(char::is_whitespace);
            if in_stack {
                stack_from.get_or_insert(at);
                continue;
            }
        }
        let stack = stack_from.take().unwrap_or(at)..at;
        counted.push(Counted { stack, at });
    }
    counted
}

/// The claim with what differs replaced: lines that are as printed stay as they are, `0x...` and shortened
/// stacks among them, and so do blank lines at its end.
fn merged(claimed: &[&str], printed: &str) -> Vec<Line> {
    let end = claimed.iter().rposition(|line| !line.trim().is_empty());
    let end = end.map_or(0, |n| n + 1);
    let old = counted(&claimed[..end]);
    let printed: Vec<&str> = printed.trim_end().lines().collect();
    let new = counted(&printed);
    let elides = claimed.iter().any(|line| line.contains("0x..."));
    let old_lines: Vec<&str> = old.iter().map(|line| claimed[line.at]).collect();
    let as_claimed = |line: &str| {
        let same = old_lines.iter().find(|claim| claims::is_same(claim, line));
        same.map_or_else(|| line.to_owned(), |claim| (*claim).to_owned())
    };
    let new_lines: Vec<String> = new
        .iter()
        .map(|line| as_claimed(printed[line.at]))
        .collect();
    let new_refs: Vec<&str> = new_lines.iter().map(String::as_str).collect();
    let fresh = |line: &str| {
        let line = if elides {
            without_addresses(line)
        } else {
            line.to_owned()
        };
        Line::New(line)
    };
    let mut lines = Vec::new();
    for op in TextDiff::from_slices(&old_lines, &new_refs).ops() {
        if let DiffOp::Equal { old_index, len, .. } = op {
            for line in &old[*old_index..old_index + len] {
                lines.extend((line.stack.start..=line.at).map(Line::Kept));
            }
            continue;
        }
        let mut stacks = old[op.old_range()]
            .iter()
            .map(|line| line.stack.clone())
            .filter(|s| !s.is_empty());
        for line in &new[op.new_range()] {
            if !line.stack.is_empty() {
                match stacks.next() {
                    Some(stack) => lines.extend(stack.map(Line::Kept)),
                    None => lines.extend(line.stack.clone().map(|n| fresh(printed[n]))),
                }
            }
            lines.push(fresh(printed[line.at]));
        }
    }
    lines.extend((end..claimed.len()).map(Line::Kept));
    lines
}

/// A text with its addresses left open: `0x...`, as claims may write them.
pub fn without_addresses(line: &str) -> String {
    let mut parts = line.split("0x");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_hexdigit());
        // Short ones are numbers.
        if part.len() - rest.len() >= 6 {
            out.push_str("0x...");
            out.push_str(rest);
        } else {
            out.push_str("0x");
            out.push_str(part);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(claimed: &[&str], printed: &str) -> Vec<String> {
        merged(claimed, printed)
            .into_iter()
            .map(|line| match line {
                Line::Kept(n) => format!("={}", claimed[n]),
                Line::New(line) => format!("+{line}"),
            })
            .collect()
    }

    #[test]
    fn what_is_as_printed_is_kept() {
        assert_eq!(
            shown(&["a", "b", "c", ""], "a\nB\nc\n"),
            ["=a", "+B", "=c", "="]
        );
        assert_eq!(shown(&[], "a\n"), ["+a"]);
        assert_eq!(shown(&["a"], ""), [""; 0]);
    }

    #[test]
    fn addresses_stay_open() {
        assert_eq!(
            shown(
                &["<A at 0x...>", "x"],
                "new\n<A at 0x7f00aa11>\n<B at 0x7f00aa22>\n"
            ),
            ["+new", "=<A at 0x...>", "+<B at 0x...>"]
        );
        assert_eq!(without_addresses("0x1f and 0x7f00aa11"), "0x1f and 0x...");
    }

    #[test]
    fn a_shortened_stack_stays_short() {
        let claimed = [
            "Traceback (most recent call last):",
            "  ...",
            "KeyError: 'a'",
        ];
        let printed = "Traceback (most recent call last):\n  File \"<stdin>\", line 1, in <module>\nKeyError: 'b'\n";
        assert_eq!(
            shown(&claimed, printed),
            [
                "=Traceback (most recent call last):",
                "=  ...",
                "+KeyError: 'b'"
            ]
        );
        assert_eq!(shown(&["x"], printed).len(), 3);
    }

    #[test]
    fn what_continues_an_opening_line() {
        assert_eq!(continued("> 1. ```output"), ">    ");
        assert_eq!(continued("  ~~~output"), "  ");
    }
}
