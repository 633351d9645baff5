//! The format mini-language: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.

mod number;
mod text;

pub(crate) use number::{FloatStyle, float_text, format_float, format_int};
pub(crate) use text::format_str;

use crate::vm::{Args, Raised, Result, Vm};

/// A parsed specification.
#[derive(Clone, Debug)]
pub(crate) struct Spec {
    fill: char,
    /// `<`, `>`, `=` or `^`.
    align: char,
    align_given: bool,
    sign: Option<char>,
    no_negative_zero: bool,
    alternate: bool,
    width: usize,
    grouping: Option<char>,
    precision: Option<usize>,
    kind: Option<char>,
}

/// The specification that `__format__` was given.
pub(crate) fn argument(vm: &mut Vm, args: &Args) -> Result<String> {
    let [spec] = args.rest().exactly(vm, "__format__")?;
    match spec.as_str() {
        Some(spec) => Ok(spec.to_string()),
        None => {
            let name = vm.type_name(spec);
            let text = format!("__format__() argument must be str, not {}", name.as_str());
            Err(vm.type_error(text))
        }
    }
}

/// Parses a specification for a value of a type; `align` is the type's default.
fn parse(vm: &mut Vm, text: &str, kind: &str, align: char) -> Result<Spec> {
    let chars: Vec<char> = text.chars().collect();
    let is_align = |at: usize| matches!(chars.get(at), Some('<' | '>' | '=' | '^'));
    let mut at = 0;
    let mut spec = Spec {
        fill: ' ',
        align,
        align_given: false,
        sign: None,
        no_negative_zero: false,
        alternate: false,
        width: 0,
        grouping: None,
        precision: None,
        kind: None,
    };
    let mut fill_given = false;
    if is_align(1) {
        (spec.fill, spec.align) = (chars[0], chars[1]);
        (fill_given, spec.align_given) = (true, true);
        at = 2;
    } else if is_align(0) {
        spec.align = chars[0];
        spec.align_given = true;
        at = 1;
    }
    let take = |at: &mut usize, wanted: &[char]| -> Option<char> {
        let found = chars.get(*at).copied().filter(|c| wanted.contains(c))?;
        *at += 1;
        Some(found)
    };
    spec.sign = take(&mut at, &['+', '-', ' ']);
    spec.no_negative_zero = take(&mut at, &['z']).is_some();
    spec.alternate = take(&mut at, &['#']).is_some();
    if !fill_given && take(&mut at, &['0']).is_some() {
        spec.fill = '0';
        if !spec.align_given && align == '>' {
            spec.align = '=';
        }
    }
    spec.width = decimal(vm, &chars, &mut at)?.unwrap_or(0);
    spec.grouping = take(&mut at, &[',']);
    if let Some(second) = take(&mut at, &['_']) {
        if spec.grouping.is_some() {
            return Err(vm.value_error("Cannot specify both ',' and '_'."));
        }
        spec.grouping = Some(second);
    }
    if spec.grouping == Some('_') && chars.get(at) == Some(&',') {
        return Err(vm.value_error("Cannot specify both ',' and '_'."));
    }
    if take(&mut at, &['.']).is_some() {
        spec.precision = decimal(vm, &chars, &mut at)?;
        if spec.precision.is_none() {
            return Err(vm.value_error("Format specifier missing precision"));
        }
    }
    if chars.len() - at > 1 {
        return Err(vm.value_error(format!(
            "Invalid format specifier '{text}' for object of type '{kind}'"
        )));
    }
    spec.kind = chars.get(at).copied();
    if let Some(separator) = spec.grouping {
        check_grouping(vm, separator, spec.kind)?;
    }
    Ok(spec)
}

fn check_grouping(vm: &mut Vm, separator: char, kind: Option<char>) -> Result<()> {
    match kind {
        None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(()),
        Some('b' | 'o' | 'x' | 'X') if separator == '_' => Ok(()),
        Some(kind) => {
            let shown = shown(kind);
            Err(vm.value_error(format!("Cannot specify '{separator}' with '{shown}'.")))
        }
    }
}

/// A type letter as messages show it.
fn shown(kind: char) -> String {
    if (' '..'\u{80}').contains(&kind) {
        kind.to_string()
    } else {
        format!("\\x{:x}", kind as u32)
    }
}

fn decimal(vm: &mut Vm, chars: &[char], at: &mut usize) -> Result<Option<usize>> {
    let digits: String = chars[*at..]
        .iter()
        .take_while(|c| c.is_ascii_digit())
        .collect();
    if digits.is_empty() {
        return Ok(None);
    }
    *at += digits.len();
    match digits.parse::<i64>() {
        Ok(number) => Ok(Some(number as usize)),
        Err(_) => Err(vm.value_error("Too many decimal digits in format string")),
    }
}

/// `Unknown format code 'd' for object of type 'str'`
fn unknown_code(vm: &mut Vm, kind: char, type_name: &str) -> Raised {
    let shown = shown(kind);
    vm.value_error(format!(
        "Unknown format code '{shown}' for object of type '{type_name}'"
    ))
}

/// Fills a text up to the width; `lead` of its bytes are sign and prefix, which `=` keeps in front.
fn pad(vm: &mut Vm, spec: &Spec, text: &str, lead: usize) -> Result<String> {
    let len = text.chars().count();
    if len >= spec.width {
        return Ok(text.to_string());
    }
    let missing = spec.width - len;
    vm.reserve(missing.saturating_mul(spec.fill.len_utf8()))?;
    vm.charge(missing as u64 / 16)?;
    let fill = |count: usize| std::iter::repeat_n(spec.fill, count).collect::<String>();
    Ok(match spec.align {
        '<' => format!("{text}{}", fill(missing)),
        '^' => format!("{}{text}{}", fill(missing / 2), fill(missing - missing / 2)),
        '=' => format!("{}{}{}", &text[..lead], fill(missing), &text[lead..]),
        _ => format!("{}{text}", fill(missing)),
    })
}
