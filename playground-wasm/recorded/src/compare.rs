//! Comparing an output with the recorded one.

use regex::Regex;
use similar::TextDiff;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The line that the recorder writes where real Python's own output depends on the hash seed; it agrees
/// with any line.
const VARIES: &str = "<varies>";

/// What no two runs of real Python share, and what stands for it. As `ELISIONS` of the recorders.
static ELISIONS: LazyLock<Elisions> = LazyLock::new(|| {
    elisions(&[
        (r"\b0x[0-9a-fA-F]{6,}", "0x..."),
        (r"(?m)^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} ", "<time> "),
        (r"\b(generated in|cached since|no key) [\d.e-]+s", "$1 <t>s"),
        (
            r"(cannot import name .* from '[\w.]+') \(.*\)",
            "$1 (<path>)",
        ),
    ])
});

/// Dates, for programs that ask for the time. As `DATES` of the recorder.
static DATES: LazyLock<Elisions> = LazyLock::new(|| {
    elisions(&[
        (r"\bdatetime\.datetime\(\d[\d, ]+\)", "<datetime>"),
        (r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?", "<datetime>"),
    ])
});

type Elisions = Vec<(Regex, &'static str)>;

fn elisions(patterns: &[(&str, &'static str)]) -> Elisions {
    let compile = |pattern: &str| Regex::new(pattern).unwrap_or_else(|error| panic!("{error}"));
    patterns
        .iter()
        .map(|(pattern, text)| (compile(pattern), *text))
        .collect()
}

/// An output without addresses and times.
pub fn elide(text: &str) -> String {
    replace(text, &ELISIONS)
}

/// An output without dates.
pub fn elide_dates(text: &str) -> String {
    replace(text, &DATES)
}

fn replace(text: &str, elisions: &Elisions) -> String {
    let mut text = Cow::Borrowed(text);
    for (pattern, replacement) in elisions {
        text = Cow::Owned(pattern.replace_all(&text, *replacement).into_owned());
    }
    text.into_owned()
}

/// Whether an output is the recorded one.
pub fn agrees(expected: &str, actual: &str) -> bool {
    let actual = elide(actual);
    let (mut left, mut right) = (expected.split('\n'), actual.split('\n'));
    loop {
        match (left.next(), right.next()) {
            (None, None) => return true,
            (Some(expected), Some(actual)) if expected == actual || expected == VARIES => {}
            _ => return false,
        }
    }
}

/// How they differ, as a unified diff from the recorded output to the actual one.
pub fn difference(expected: &str, actual: &str) -> String {
    let actual = elide(actual);
    TextDiff::from_lines(expected, &actual)
        .unified_diff()
        .header("recorded", "actual")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_varying_lines_agree() {
        assert!(agrees(
            "<A at 0x...>\n<varies>\n",
            "<A at 0x7f00dead>\n{'b', 'a'}\n"
        ));
        assert!(!agrees("<varies>\n", "one\ntwo\n"));
        assert!(!agrees("a\n", "a"));
        assert!(!agrees("0x...\n", "0x1f\n"));
    }

    #[test]
    fn a_difference_shows_both_sides() {
        let text = difference("a\nb\n", "a\nc\n");
        assert!(text.contains("-b\n+c\n"), "{text}");
    }
}
