//! What patterns bind, and patterns that make no sense.

use ruff_python_ast::{self as ast, Expr, Pattern};
use ruff_text_size::{Ranged, TextRange};

use super::Result;
use crate::code::Reg;
use crate::syntax::SyntaxError;

/// Names that a pattern captures and the temporaries that hold what they will be bound to.
pub(super) type Captures<'a> = Vec<(&'a str, Reg)>;

pub(super) fn capture<'a>(
    name: Option<&'a ast::Identifier>,
    register: Reg,
    captures: &mut Captures<'a>,
) -> Result {
    let Some(name) = name else { return Ok(()) };
    if captures.iter().any(|(other, _)| *other == name.as_str()) {
        return Err(repeated(name, name.range));
    }
    captures.push((name, register));
    Ok(())
}

pub(super) fn repeated(name: &str, range: TextRange) -> Box<SyntaxError> {
    SyntaxError::at(
        range,
        format!("multiple assignments to name '{name}' in pattern"),
    )
}

/// `_`, `*_`
pub(super) fn is_wildcard(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchAs(pattern) => pattern.pattern.is_none() && pattern.name.is_none(),
        Pattern::MatchStar(pattern) => pattern.name.is_none(),
        _ => false,
    }
}

/// A pattern that always matches may only be the last one.
pub(super) fn check_reachable(pattern: &Pattern) -> Result {
    let message = match pattern.irrefutable_pattern() {
        None => return Ok(()),
        Some(irrefutable) => match irrefutable.kind {
            ast::IrrefutablePatternKind::Name(name) => {
                format!("name capture '{name}' makes remaining patterns unreachable")
            }
            ast::IrrefutablePatternKind::Wildcard => {
                "wildcard makes remaining patterns unreachable".to_owned()
            }
        },
    };
    Err(SyntaxError::at(pattern.range(), message))
}

pub(super) fn check_keys(keys: &[Expr], text: &str) -> Result {
    for (index, key) in keys.iter().enumerate() {
        let source = &text[key.range()];
        let is_literal = !key.is_attribute_expr();
        if is_literal
            && keys[..index]
                .iter()
                .any(|other| &text[other.range()] == source)
        {
            return Err(SyntaxError::at(
                key.range(),
                format!("mapping pattern checks duplicate key ({source})"),
            ));
        }
    }
    Ok(())
}

/// The names that a pattern binds, each once, in order.
pub(super) fn bound_names(pattern: &Pattern) -> Vec<&str> {
    fn collect<'p>(pattern: &'p Pattern, names: &mut Vec<&'p str>) {
        let mut add = |name: Option<&'p ast::Identifier>| {
            if let Some(name) = name
                && !names.contains(&name.as_str())
            {
                names.push(name);
            }
        };
        match pattern {
            Pattern::MatchValue(_) | Pattern::MatchSingleton(_) => {}
            Pattern::MatchStar(pattern) => add(pattern.name.as_ref()),
            Pattern::MatchAs(pattern) => {
                add(pattern.name.as_ref());
                if let Some(inner) = &pattern.pattern {
                    collect(inner, names);
                }
            }
            Pattern::MatchMapping(pattern) => {
                add(pattern.rest.as_ref());
                pattern
                    .patterns
                    .iter()
                    .for_each(|inner| collect(inner, names));
            }
            Pattern::MatchSequence(ast::PatternMatchSequence { patterns, .. })
            | Pattern::MatchOr(ast::PatternMatchOr { patterns, .. }) => {
                patterns.iter().for_each(|inner| collect(inner, names));
            }
            Pattern::MatchClass(pattern) => {
                let arguments = &pattern.arguments;
                arguments
                    .patterns
                    .iter()
                    .for_each(|inner| collect(inner, names));
                arguments
                    .keywords
                    .iter()
                    .for_each(|keyword| collect(&keyword.pattern, names));
            }
        }
    }
    let mut names = Vec::new();
    collect(pattern, &mut names);
    names
}
