//! Leaves out the comments that fill whole lines: they are for who reads the source.

/// The text without comment lines and empty lines. Text in which a line might only look like a comment,
/// because it stands within a template literal of several lines, is left alone.
pub fn without_comment_lines(text: &str) -> String {
    if text.lines().any(|line| line.matches('`').count() % 2 == 1) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines() {
        let trimmed = line.trim();
        if in_comment {
            in_comment = !trimmed.ends_with("*/");
        } else if trimmed.starts_with("/*") && !trimmed.contains("*/") {
            in_comment = true;
        } else {
            let comment =
                trimmed.starts_with("/*") && trimmed.find("*/") == Some(trimmed.len() - 2);
            if !comment && !trimmed.is_empty() && !trimmed.starts_with("//") {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::without_comment_lines;

    #[test]
    fn only_whole_lines_go() {
        assert_eq!(
            without_comment_lines(
                "// a\nlet x = 1; // b\n\n/** c\n * d\n */\n/* e */ f();\n/* g */\n"
            ),
            "let x = 1; // b\n/* e */ f();\n"
        );
    }

    #[test]
    fn template_literals_of_several_lines_are_safe() {
        let text = "let x = `\n// no comment\n`;\n";
        assert_eq!(without_comment_lines(text), text);
    }
}
