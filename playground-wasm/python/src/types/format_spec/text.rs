//! Formatting of `str`.

use super::{pad, parse, unknown_code};
use crate::vm::{Result, Vm};

/// `format(text, spec)`
pub(crate) fn format_str(vm: &mut Vm, text: &str, spec: &str) -> Result<String> {
    if spec.is_empty() {
        return Ok(text.to_string());
    }
    let spec = parse(vm, spec, "str", '<')?;
    if let Some(kind) = spec.kind.filter(|kind| *kind != 's') {
        return Err(unknown_code(vm, kind, "str"));
    }
    let refused = if spec.sign == Some(' ') {
        "Space not allowed in string format specifier"
    } else if spec.sign.is_some() {
        "Sign not allowed in string format specifier"
    } else if spec.no_negative_zero {
        "Negative zero coercion (z) not allowed in string format specifier"
    } else if spec.alternate {
        "Alternate form (#) not allowed in string format specifier"
    } else if spec.align == '=' {
        "'=' alignment not allowed in string format specifier"
    } else if let Some(separator) = spec.grouping {
        return Err(vm.value_error(format!("Cannot specify '{separator}' with 's'.")));
    } else {
        ""
    };
    if !refused.is_empty() {
        return Err(vm.value_error(refused));
    }
    match spec
        .precision
        .and_then(|precision| text.char_indices().nth(precision))
    {
        Some((end, _)) => pad(vm, &spec, &text[..end], 0),
        None => pad(vm, &spec, text, 0),
    }
}
