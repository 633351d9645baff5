//! From the parser's complaint to CPython's: the parser says where it lost its way, CPython says what the
//! author may have meant. What CPython's tokenizer would complain of comes first; see [`super::scan`].

mod assignment;
mod block;
mod message;
mod operand;
mod surroundings;

use ruff_python_ast::token::TokenKind;
use ruff_python_ast::{Expr, Mod};
use ruff_python_parser::{
    InterpolatedStringErrorType, LexicalErrorType, ParseError, ParseErrorType, Parsed,
    UnsupportedSyntaxErrorKind,
};
use ruff_text_size::{Ranged, TextRange, TextSize};

use super::scan::{Open, Scan, point, scan};
use super::{SyntaxError, SyntaxErrorKind, fstring, string_error};
use surroundings::Surroundings;

/// What CPython says of a text that does not parse; `None` for one that parses.
pub(super) fn explain(text: &str, parsed: &Parsed<Mod>) -> Option<Box<SyntaxError>> {
    let first = parsed.errors().first();
    if first.is_none()
        && !parsed
            .unsupported_syntax_errors()
            .iter()
            .any(|e| is_later(&e.kind))
    {
        return None;
    }
    let unknown: Vec<usize> = parsed
        .errors()
        .iter()
        .filter(|error| {
            matches!(
                error.error,
                ParseErrorType::Lexical(LexicalErrorType::UnrecognizedToken { .. })
            )
        })
        .map(|error| error.location.start().to_usize())
        .collect();
    let scan = scan(text, &unknown);
    let around = Surroundings::new(text, parsed);
    if let Some(error) = first
        && error.error == ParseErrorType::UnexpectedIndentation
        && scan
            .error
            .as_ref()
            .is_none_or(|other| error.location.start().to_u32() < other.start)
    {
        return Some(unexpected_indent(error.location));
    }
    if let Some(error) = scan.error {
        return Some(error);
    }
    if let Some(open) = &scan.unclosed
        && first.is_none_or(|error| around.is_beyond(error.location.start(), open.line))
    {
        return Some(never_closed(open));
    }
    let Some(error) = first else {
        return unsupported(parsed, &around, &scan);
    };
    let explanation = Explanation { text, around, scan };
    Some(explanation.of(error))
}

/// Whether the syntax came after Python 3.11.
fn is_later(kind: &UnsupportedSyntaxErrorKind) -> bool {
    matches!(
        kind,
        UnsupportedSyntaxErrorKind::TypeParameterList
            | UnsupportedSyntaxErrorKind::TypeAliasStatement
            | UnsupportedSyntaxErrorKind::TypeParamDefault
            | UnsupportedSyntaxErrorKind::Pep701FString(_)
            | UnsupportedSyntaxErrorKind::LazyImportStatement
            | UnsupportedSyntaxErrorKind::UnparenthesizedExceptionTypes
            | UnsupportedSyntaxErrorKind::TemplateStrings
            | UnsupportedSyntaxErrorKind::UnpackingInComprehension(_)
            | UnsupportedSyntaxErrorKind::ParenthesizedKeywordArgumentName
    )
}

/// The first part of the text that only later Pythons understand.
fn unsupported(
    parsed: &Parsed<Mod>,
    around: &Surroundings<'_>,
    scan: &Scan,
) -> Option<Box<SyntaxError>> {
    let error = parsed
        .unsupported_syntax_errors()
        .iter()
        .find(|e| is_later(&e.kind))?;
    let token = around.index_at(error.range.start());
    let invalid = |index: usize| Some(SyntaxError::at(around.range(index), "invalid syntax"));
    match &error.kind {
        UnsupportedSyntaxErrorKind::TypeParameterList => {
            if around.kind(token.saturating_sub(2)) == TokenKind::Def {
                return Some(SyntaxError::at(around.range(token), "expected '('"));
            }
            invalid(token)
        }
        UnsupportedSyntaxErrorKind::UnparenthesizedExceptionTypes => Some(SyntaxError::at(
            error.range,
            "multiple exception types must be parenthesized",
        )),
        UnsupportedSyntaxErrorKind::Pep701FString(_) => {
            let at = error.range.start().to_usize();
            let literals = || scan.strings.iter().filter(|literal| literal.start <= at);
            let literal = literals().rfind(|literal| {
                fstring::problem(&around.text[literal.start..literal.end]).is_some()
            })?;
            let message = fstring::problem(&around.text[literal.start..literal.end])?;
            Some(SyntaxError::at(point(literal.end), message))
        }
        UnsupportedSyntaxErrorKind::UnpackingInComprehension(_) => {
            let double = around.kind(token) == TokenKind::DoubleStar;
            Some(if double {
                let message = "dict unpacking cannot be used in dict comprehension";
                SyntaxError::at(around.range(token), message)
            } else {
                let message = "iterable unpacking cannot be used in comprehension";
                SyntaxError::at(error.range, message)
            })
        }
        UnsupportedSyntaxErrorKind::TemplateStrings => {
            let start = error.range.start() + TextSize::new(1);
            Some(SyntaxError::at(
                TextRange::new(start, error.range.end()),
                "invalid syntax",
            ))
        }
        UnsupportedSyntaxErrorKind::TypeAliasStatement
        | UnsupportedSyntaxErrorKind::LazyImportStatement => invalid(token + 1),
        _ => invalid(token),
    }
}

fn unexpected_indent(location: TextRange) -> Box<SyntaxError> {
    let at = location.end().to_usize().saturating_sub(1);
    SyntaxError::new(SyntaxErrorKind::Indentation, point(at), "unexpected indent")
}

struct Explanation<'a> {
    text: &'a str,
    around: Surroundings<'a>,
    scan: Scan,
}

impl Explanation<'_> {
    fn of(&self, error: &ParseError) -> Box<SyntaxError> {
        let at = error.location.start().to_usize();
        // CPython takes an f-string apart when it meets it.
        for literal in self
            .scan
            .strings
            .iter()
            .filter(|literal| literal.start < at)
        {
            let source = &self.text[literal.start..literal.end];
            if let Some(message) = fstring::problem(source) {
                return SyntaxError::at(point(literal.end), message);
            }
            if is_fstring(source) && at < literal.end {
                let mut inner = self.plain(error);
                if !inner.message.starts_with("f-string") {
                    inner.message = format!("f-string: {}", inner.message);
                }
                return inner;
            }
        }
        self.plain(error)
    }

    fn invalid(&self, index: usize) -> Box<SyntaxError> {
        SyntaxError::at(self.around.range(index), "invalid syntax")
    }

    fn plain(&self, error: &ParseError) -> Box<SyntaxError> {
        let around = &self.around;
        let location = error.location;
        let index = around.index_at(location.start());
        let at = |message: &str| SyntaxError::at(location, message);
        match &error.error {
            ParseErrorType::Lexical(error) => self.lexical(error, location, index),
            ParseErrorType::FStringError(InterpolatedStringErrorType::UnclosedLbrace) => {
                self.missing_comma(index)
            }
            ParseErrorType::FStringError(_) => self.invalid(index),
            ParseErrorType::ExpectedToken { expected, found } => {
                self.expected(*expected, *found, index)
            }
            ParseErrorType::SimpleStatementsOnSameLine
            | ParseErrorType::UnexpectedExpressionToken => self.same_line(index),
            ParseErrorType::InvalidAssignmentTarget => self.assignment(location),
            ParseErrorType::InvalidNamedAssignmentTarget => {
                let name = self.target_name(location);
                at(&format!("cannot use assignment expressions with {name}"))
            }
            ParseErrorType::InvalidAugmentedAssignmentTarget => {
                let name = self.target_name(location);
                at(&format!(
                    "'{name}' is an illegal expression for augmented assignment"
                ))
            }
            ParseErrorType::InvalidDeleteTarget => {
                at(&format!("cannot delete {}", self.target_name(location)))
            }
            ParseErrorType::InvalidAnnotatedAssignmentTarget => at("illegal target for annotation"),
            ParseErrorType::NonDefaultParamAfterDefaultParam => {
                at("non-default argument follows default argument")
            }
            ParseErrorType::ExpectedKeywordParam => self.bare_star(index),
            ParseErrorType::ParamAfterVarKeywordParam => {
                at("arguments cannot follow var-keyword argument")
            }
            ParseErrorType::VarParameterWithDefault => {
                let star = around.kind(index.saturating_sub(2));
                at(if star == TokenKind::DoubleStar {
                    "var-keyword argument cannot have default value"
                } else {
                    "var-positional argument cannot have default value"
                })
            }
            ParseErrorType::PositionalAfterKeywordArgument => SyntaxError::at(
                around.range(around.closing_from(index)),
                "positional argument follows keyword argument",
            ),
            ParseErrorType::PositionalAfterKeywordUnpacking => SyntaxError::at(
                around.range(around.closing_from(index)),
                "positional argument follows keyword argument unpacking",
            ),
            ParseErrorType::InvalidArgumentUnpackingOrder => SyntaxError::at(
                around.range(index),
                "iterable argument unpacking follows keyword argument unpacking",
            ),
            ParseErrorType::UnparenthesizedGeneratorExpression => {
                let opening = around.opening_before(index);
                if opening.is_some_and(|at| around.kind(at.saturating_sub(2)) == TokenKind::Class) {
                    let is_for = |index: &usize| around.kind(*index) == TokenKind::For;
                    return self.invalid((index..around.len()).find(is_for).unwrap_or(index));
                }
                at("Generator expression must be parenthesized")
            }
            ParseErrorType::InvalidStarredExpressionUsage => self.starred(index, location),
            ParseErrorType::ExpectedExpression => self.expected_expression(index),
            ParseErrorType::UnparenthesizedTupleExpression => {
                let is_comma = |index: &usize| around.kind(*index) == TokenKind::Comma;
                self.invalid((index..around.len()).find(is_comma).unwrap_or(index))
            }
            ParseErrorType::InvalidMatchPatternTarget => at("cannot use '_' as a target"),
            ParseErrorType::ExpectedImaginaryNumber => {
                at("imaginary number required in complex literal")
            }
            ParseErrorType::ExpectedRealNumber => at("real number required in complex literal"),
            ParseErrorType::OtherError(message) => self.other(message, location, index),
            _ => self.invalid(index),
        }
    }

    fn lexical(
        &self,
        error: &LexicalErrorType,
        location: TextRange,
        index: usize,
    ) -> Box<SyntaxError> {
        let at = location.start().to_usize();
        let strings = &self.scan.strings;
        let literal = strings
            .iter()
            .find(|literal| (literal.start..=literal.end).contains(&at));
        match (error, literal) {
            // CPython takes the literal's length in bytes for one in characters.
            (LexicalErrorType::InvalidByteLiteral, Some(literal)) => {
                let mut error = SyntaxError::at(
                    TextRange::new(
                        TextSize::new(literal.start as u32),
                        TextSize::new(literal.end as u32),
                    ),
                    "bytes can only contain ASCII literal characters",
                );
                let text = &self.text[literal.start..literal.end];
                error.wider = (text.len() - text.chars().count()) as u32;
                error
            }
            (
                LexicalErrorType::UnicodeError
                | LexicalErrorType::StringError
                | LexicalErrorType::MissingUnicodeLbrace
                | LexicalErrorType::MissingUnicodeRbrace
                | LexicalErrorType::OtherError(_),
                Some(literal),
            ) => string_error::explain(&self.text[literal.start..literal.end], literal.end),
            _ => self.invalid(index),
        }
    }

    /// A token that the parser wanted and did not find.
    fn expected(&self, expected: TokenKind, found: TokenKind, index: usize) -> Box<SyntaxError> {
        let around = &self.around;
        if around.is_augmented_assignment(index) && found != TokenKind::Equal {
            let start = around.statement_start(index);
            let range = TextRange::new(around.range(start).start(), around.range(index - 1).end());
            if around.is_flat(start, index) {
                let message = "'tuple' is an illegal expression for augmented assignment";
                return SyntaxError::at(range, message);
            }
        }
        match expected {
            TokenKind::Colon if !around.is_in_brackets(index) && !around.is_in_lambda(index) => {
                self.colon(found, index)
            }
            TokenKind::Colon if around.bracket_kind(index) == Some(TokenKind::Lbrace) => {
                let end = around.range(index - 1).end();
                SyntaxError::at(
                    point(end.to_usize() - 1),
                    "':' expected after dictionary key",
                )
            }
            TokenKind::Else => {
                let end = around.range(index - 1).end();
                match around.conditional_ending_at(end) {
                    Some(start) => SyntaxError::at(
                        TextRange::new(start, end),
                        "expected 'else' after 'if' expression",
                    ),
                    None => self.invalid(index),
                }
            }
            TokenKind::Lpar if around.kind(index.saturating_sub(2)) == TokenKind::Def => {
                SyntaxError::at(around.range(index), "expected '('")
            }
            TokenKind::Rpar if found == TokenKind::Lpar && around.is_in_parameters(index) => {
                let closing = around.closing_of(index);
                SyntaxError::at(
                    TextRange::new(around.range(index).start(), around.range(closing).end()),
                    "Function parameters cannot be parenthesized",
                )
            }
            TokenKind::Colon if found == TokenKind::Lpar && around.is_in_lambda(index) => {
                let closing = around.closing_of(index);
                SyntaxError::at(
                    TextRange::new(around.range(index).start(), around.range(closing).end()),
                    "Lambda expression parameters cannot be parenthesized",
                )
            }
            _ if found == TokenKind::Equal => self.equal(index),
            TokenKind::Rsqb | TokenKind::Rbrace if found == TokenKind::For => {
                self.bare_comprehension_target(index)
            }
            _ => self.missing_comma(index),
        }
    }

    /// Two statements on one line.
    fn same_line(&self, index: usize) -> Box<SyntaxError> {
        let around = &self.around;
        if index > 0 && around.is_statement_start(index - 1) {
            let name = &self.text[around.range(index - 1)];
            if matches!(name, "print" | "exec") && around.is_operand_start(index) {
                let start = around.range(index - 1).start();
                let end = around.statement_end_from(index);
                return SyntaxError::at(
                    TextRange::new(start, end),
                    format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?"),
                );
            }
        }
        // CPython reads on behind `not`, for `not in`.
        if around.kind(index) == TokenKind::Not && around.kind(index - 1) != TokenKind::Newline {
            return self.invalid(index + 1);
        }
        if around.is_in_brackets(index) {
            return self.missing_comma(index);
        }
        self.invalid(index)
    }

    fn target_name(&self, location: TextRange) -> &'static str {
        let found = |expression: &&Expr| expression.range() == location;
        self.around
            .expressions
            .iter()
            .copied()
            .find(found)
            .map_or("expression", assignment::describe)
    }
}

fn never_closed(open: &Open) -> Box<SyntaxError> {
    let message = format!("'{}' was never closed", open.bracket as char);
    SyntaxError::at(point(open.offset), message)
}

fn is_fstring(literal: &str) -> bool {
    let prefix = literal.split(['"', '\'']).next().unwrap_or_default();
    prefix.contains(['f', 'F'])
}
