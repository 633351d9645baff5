//! Transcripts: `>>>` sessions, taken apart into statements and the outputs written behind them.

/// One prompt statement and the output that the transcript claims for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// 1-based line of the `>>>`.
    pub line: usize,
    /// The code without its prompts, lines joined by `\n`, with a newline at its end.
    pub code: String,
    /// 1-based line of the first output line written behind it (of the line where it would stand, when
    /// there is none).
    pub expected_line: usize,
    /// The output written behind it, up to the next prompt; a newline after each line, empty if none.
    /// Blank lines at its end are not part of it.
    pub expected: String,
}

/// What a line of a transcript is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// `>>>`: a statement begins.
    Prompt,
    /// `...`: it goes on.
    Continuation,
    /// Anything else behind a statement.
    Output,
    /// What stands before the first prompt.
    Before,
}

/// A line of a transcript.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    pub(super) kind: LineKind,
    /// First byte of the prompt or, in outputs, of the text behind the session's indentation.
    pub(super) indent: usize,
    /// First byte of the code; in outputs the same as `indent`.
    pub(super) body: usize,
    /// The code or the output, without the line's end.
    pub(super) text: &'a str,
}

/// The lines of a transcript.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let mut start = 0;
    let mut indentation = 0;
    let mut previous = LineKind::Before;
    text.split_inclusive('\n').map(move |line| {
        let begin = start;
        start += line.len();
        let line = line.trim_end_matches(['\n', '\r']);
        let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
        let in_code = matches!(previous, LineKind::Prompt | LineKind::Continuation);
        let (kind, indent, skipped) = if let Some(skipped) = prompt(&line[indent..], ">>>") {
            indentation = indent;
            (LineKind::Prompt, indent, skipped)
        } else if let (true, Some(skipped)) = (in_code, prompt(&line[indent..], "...")) {
            (LineKind::Continuation, indent, skipped)
        } else if previous == LineKind::Before {
            (LineKind::Before, 0, 0)
        } else {
            (LineKind::Output, indent.min(indentation), 0)
        };
        previous = kind;
        Line {
            kind,
            indent: begin + indent,
            body: begin + indent + skipped,
            text: &line[indent + skipped..],
        }
    })
}

/// Length of the prompt that a line begins with: three characters that end the line or are followed by a
/// blank.
fn prompt(line: &str, prompt: &str) -> Option<usize> {
    let rest = line.strip_prefix(prompt)?;
    match rest.bytes().next() {
        None => Some(prompt.len()),
        Some(b' ' | b'\t') => Some(prompt.len() + 1),
        Some(_) => None,
    }
}

/// The prompt statements of a transcript and the outputs written behind them. A bare `>>>` is none.
pub fn statements(text: &str) -> Vec<Statement> {
    let mut statements: Vec<Statement> = Vec::new();
    let mut bare = false;
    for (index, line) in lines(text).enumerate() {
        match line.kind {
            LineKind::Before => continue,
            LineKind::Prompt => {
                if let Some(statement) = statements.last_mut() {
                    trim_blank_lines(&mut statement.expected);
                }
                bare = line.text.trim().is_empty();
                if !bare {
                    statements.push(Statement {
                        line: index + 1,
                        code: format!("{}\n", line.text),
                        expected_line: index + 2,
                        expected: String::new(),
                    });
                }
                continue;
            }
            LineKind::Continuation | LineKind::Output if bare => continue,
            LineKind::Continuation | LineKind::Output => {}
        }
        let statement = statements.last_mut().expect("a prompt stands before");
        if line.kind == LineKind::Continuation {
            statement.code.push_str(line.text);
            statement.code.push('\n');
            statement.expected_line = index + 2;
        } else {
            statement.expected.push_str(line.text);
            statement.expected.push('\n');
        }
    }
    if let Some(statement) = statements.last_mut() {
        trim_blank_lines(&mut statement.expected);
    }
    statements
}

fn trim_blank_lines(text: &mut String) {
    let length = text.trim_end().len();
    let line_end = text[length..]
        .find('\n')
        .map_or(text.len(), |at| length + at + 1);
    text.truncate(if length == 0 { 0 } else { line_end });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_apart(text: &str) -> Vec<(usize, String, usize, String)> {
        statements(text)
            .into_iter()
            .map(|s| (s.line, s.code, s.expected_line, s.expected))
            .collect()
    }

    #[test]
    fn statements_and_their_outputs() {
        let text = "A session:\n\n>>> a = 1\n>>> if a:\n...     print(a)\n...\n1\n\n>>> a\n1\n\n";
        assert_eq!(
            taken_apart(text),
            [
                (3, "a = 1\n".into(), 4, String::new()),
                (4, "if a:\n    print(a)\n\n".into(), 7, "1\n".into()),
                (9, "a\n".into(), 10, "1\n".into()),
            ]
        );
    }

    #[test]
    fn indented_windows_lines_and_bare_prompts() {
        let text =
            "    >>> print(' x')\r\n     x\r\n    >>>\r\n    ignored\r\n    >>> 1\r\n    1\r\n";
        assert_eq!(
            taken_apart(text),
            [
                (1, "print(' x')\n".into(), 2, " x\n".into()),
                (5, "1\n".into(), 6, "1\n".into()),
            ]
        );
    }

    #[test]
    fn an_output_may_hold_blank_lines_and_dots() {
        let text = ">>> f()\na\n\n... b\n>>>x\n";
        assert_eq!(
            taken_apart(text),
            [(1, "f()\n".into(), 2, "a\n\n... b\n>>>x\n".into())]
        );
    }
}
