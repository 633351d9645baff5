//! Messages of the symbol table.

use super::scope::{ANNOTATED, BOUND, GLOBAL, NONLOCAL, PARAMETER, USED};

/// What is wrong with a `global` or `nonlocal` of a name of which this is known already.
pub(super) fn declaration(before: u16, flag: u16, name: &str) -> Option<String> {
    let word = if flag == GLOBAL { "global" } else { "nonlocal" };
    if before & (GLOBAL | NONLOCAL) & !flag != 0 {
        return Some(format!("name '{name}' is nonlocal and global"));
    }
    if before & PARAMETER != 0 {
        Some(format!("name '{name}' is parameter and {word}"))
    } else if before & USED != 0 {
        Some(format!("name '{name}' is used prior to {word} declaration"))
    } else if before & ANNOTATED != 0 {
        Some(format!("annotated name '{name}' can't be {word}"))
    } else if before & BOUND != 0 {
        Some(format!(
            "name '{name}' is assigned to before {word} declaration"
        ))
    } else {
        None
    }
}

/// A `nonlocal` name that no enclosing function binds.
pub(super) fn no_binding(name: &str) -> String {
    format!("no binding for nonlocal '{name}' found")
}
