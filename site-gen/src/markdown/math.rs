//! `$...$` and `$$...$$` as MathML, which browsers lay out by themselves.

use math_core::{LatexToMathML, MathDisplay};

use crate::source::Span;

/// Why a formula cannot be shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What is wrong with it.
    pub message: String,
    /// Where, in the formula.
    pub span: Span,
}

/// A formula in LaTeX's notation as MathML.
pub fn mathml(latex: &str, is_block: bool) -> Result<String, Wrong> {
    let display = match is_block {
        true => MathDisplay::Block,
        false => MathDisplay::Inline,
    };
    match LatexToMathML::default().convert_with_local_state(latex, display) {
        Ok(converted) => Ok(without_styles(&converted.mathml)),
        Err(error) => Err(Wrong {
            message: error.error_message(),
            span: error.0.clone(),
        }),
    }
}

/// A page's policy forbids style attributes; what they ask for is left to the stylesheet.
fn without_styles(mathml: &str) -> String {
    let mut parts = mathml.split(" style=\"");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula() {
        assert_eq!(
            mathml("a^2", false).unwrap(),
            "<math><msup><mi>a</mi><mn>2</mn></msup></math>"
        );
        assert!(
            mathml("x", true)
                .unwrap()
                .starts_with("<math display=\"block\">")
        );
        let matrix = mathml(r"\begin{array}{lr}a&b\\c&d\end{array}", true).unwrap();
        assert!(!matrix.contains(" style="), "{matrix}");
    }

    #[test]
    fn a_mistake_has_its_place() {
        let wrong = mathml(r"a + \unknown", false).unwrap_err();
        assert_eq!(&r"a + \unknown"[wrong.span], r"\unknown");
    }
}
