//! Sets of characters.

use crate::types::str::digit_value;

/// `\d`, `\s`, `\w`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Category {
    Digit,
    Space,
    Word,
}

impl Category {
    pub(super) fn holds(self, c: char, ascii: bool) -> bool {
        if ascii && !c.is_ascii() {
            return false;
        }
        match self {
            Category::Digit => digit_value(c).is_some(),
            Category::Space => crate::types::str::is_space(c),
            Category::Word => c == '_' || c.is_alphanumeric() || digit_value(c).is_some(),
        }
    }
}

/// What stands in a set.
#[derive(Clone, Debug)]
pub(super) enum Item {
    Range(char, char),
    Category(Category, bool),
}

/// `[...]`
#[derive(Clone, Debug, Default)]
pub(super) struct Set {
    pub items: Vec<Item>,
    pub negated: bool,
    pub ignore_case: bool,
    pub ascii: bool,
}

impl Set {
    pub(super) fn holds(&self, c: char) -> bool {
        let found = self.has(c) || (self.ignore_case && variants(c).any(|other| self.has(other)));
        found != self.negated
    }

    fn has(&self, c: char) -> bool {
        self.items.iter().any(|item| match item {
            Item::Range(first, last) => (*first..=*last).contains(&c),
            Item::Category(category, negated) => category.holds(c, self.ascii) != *negated,
        })
    }
}

/// A character in its other cases.
fn variants(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().chain(c.to_uppercase())
}

/// Whether two characters are the same but for their case.
pub(super) fn same_folded(a: char, b: char) -> bool {
    a == b || fold(a) == fold(b)
}

fn fold(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}
