//! `text % values`

use super::repr::ascii_of;
use crate::object::Value;
use crate::types::float::{self, float_of};
use crate::types::format_spec::{FloatStyle, float_text};
use crate::types::int::{self, Integer, integer, number_to_text, radix_text};
use crate::vm::{Args, Result, Vm};

pub(super) fn modulo(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "__mod__")?;
    percent_format(vm, this, args.at(1)).map(Value::str)
}

pub(super) fn reflected_modulo(vm: &mut Vm, args: &Args) -> Result {
    match args.at(1).as_str() {
        Some(format) => percent_format(vm, format, args.this()).map(Value::str),
        None => Ok(Value::NotImplemented),
    }
}

/// Where the values come from.
struct Values<'a> {
    /// The right operand.
    all: &'a Value,
    /// Its items if it is a tuple, else itself alone.
    items: &'a [Value],
    next: usize,
    mapped: bool,
}

/// A conversion specifier: `%(key)#0- +width.precisiontype`
#[derive(Default)]
struct Conversion {
    alternate: bool,
    zero: bool,
    left: bool,
    sign: Option<char>,
    width: usize,
    precision: Option<usize>,
}

/// `format % values`
pub(crate) fn percent_format(vm: &mut Vm, format: &str, values: &Value) -> Result<String> {
    let mut values = Values {
        all: values,
        items: values.as_tuple().unwrap_or(std::slice::from_ref(values)),
        next: 0,
        mapped: false,
    };
    let mut output = String::with_capacity(format.len());
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        output.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let mut value = None;
        if let Some(behind) = rest.strip_prefix('(') {
            let Some(end) = key_end(behind) else {
                return Err(vm.value_error("incomplete format key"));
            };
            value = Some(values.mapped(vm, &behind[..end])?);
            rest = &behind[end + 1..];
        }
        let mut conversion = Conversion::default();
        rest = parse_options(vm, rest, &mut conversion, &mut values)?;
        let mut chars = rest.chars();
        let Some(kind) = chars.next() else {
            return Err(vm.value_error("incomplete format"));
        };
        let index = format.len() - rest.len();
        rest = chars.as_str();
        if kind == '%' && conversion.is_plain() && value.is_none() {
            output.push('%');
            continue;
        }
        let value = match value {
            Some(value) => value,
            None => values.next(vm)?,
        };
        if !"sradiuoxXeEfFgGc%".contains(kind) || kind == '%' {
            if kind == '%' {
                output.push('%');
                continue;
            }
            let shown = if (' '..='~').contains(&kind) {
                kind
            } else {
                '?'
            };
            let index = format[..index].chars().count();
            return Err(vm.value_error(format!(
                "unsupported format character '{shown}' (0x{:x}) at index {index}",
                u32::from(kind)
            )));
        }
        convert(vm, &mut output, &conversion, kind, &value)?;
        vm.charge(1)?;
    }
    output.push_str(rest);
    let is_mapping = values.all.as_dict().is_some() || is_subscriptable(vm, values.all);
    if !values.mapped && values.next < values.items.len() && !is_mapping {
        return Err(vm.type_error("not all arguments converted during string formatting"));
    }
    Ok(output)
}

/// Whether a single value may stay unused: anything with items but tuples and strings.
fn is_subscriptable(vm: &mut Vm, value: &Value) -> bool {
    if value.as_tuple().is_some() || value.as_str().is_some() {
        return false;
    }
    let (class, name) = (vm.class_of(value), vm.names.__getitem__.clone());
    vm.class_attr(&class, &name).is_some()
}

/// The end of a key, which may hold balanced parentheses.
fn key_end(text: &str) -> Option<usize> {
    let mut depth = 1;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

impl Values<'_> {
    fn next(&mut self, vm: &mut Vm) -> Result {
        let value = self.items.get(self.next).filter(|_| !self.mapped).cloned();
        self.next += 1;
        value.ok_or_else(|| vm.type_error("not enough arguments for format string"))
    }

    fn mapped(&mut self, vm: &mut Vm, key: &str) -> Result {
        if self.all.as_dict().is_none() && !is_subscriptable(vm, self.all) {
            return Err(vm.type_error("format requires a mapping"));
        }
        let value = vm.get_item(self.all, &Value::str(key))?;
        // From here on the mapping stands for all the values; it can still be converted itself.
        self.items = std::slice::from_ref(self.all);
        Ok(value)
    }

    /// The value of a `*`.
    fn star(&mut self, vm: &mut Vm) -> Result<i64> {
        let value = self.next(vm)?;
        match integer(&value).and_then(|int| int.to_i64()) {
            Some(int) => Ok(int),
            None => Err(vm.type_error("* wants int")),
        }
    }
}

impl Conversion {
    fn is_plain(&self) -> bool {
        !self.alternate && !self.zero && !self.left && self.sign.is_none() && self.width == 0
    }
}

fn parse_options<'a>(
    vm: &mut Vm,
    mut rest: &'a str,
    conversion: &mut Conversion,
    values: &mut Values,
) -> Result<&'a str> {
    loop {
        match rest.bytes().next() {
            Some(b'-') => conversion.left = true,
            Some(b'+') => conversion.sign = Some('+'),
            Some(b' ') => conversion.sign = conversion.sign.or(Some(' ')),
            Some(b'#') => conversion.alternate = true,
            Some(b'0') => conversion.zero = true,
            _ => break,
        }
        rest = &rest[1..];
    }
    if let Some(behind) = rest.strip_prefix('*') {
        let width = values.star(vm)?;
        conversion.left |= width < 0;
        conversion.width = width.unsigned_abs() as usize;
        rest = behind;
    } else {
        (conversion.width, rest) = digits(vm, rest, "width too big")?;
    }
    if let Some(behind) = rest.strip_prefix('.') {
        if let Some(behind) = behind.strip_prefix('*') {
            conversion.precision = Some(usize::try_from(values.star(vm)?).unwrap_or(0));
            rest = behind;
        } else {
            let (precision, behind) = digits(vm, behind, "precision too big")?;
            conversion.precision = Some(precision);
            rest = behind;
        }
    }
    Ok(rest.strip_prefix(['h', 'l', 'L']).unwrap_or(rest))
}

fn digits<'a>(vm: &mut Vm, text: &'a str, too_big: &str) -> Result<(usize, &'a str)> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    if digits.is_empty() {
        return Ok((0, rest));
    }
    match digits.parse::<i32>() {
        Ok(number) => Ok((number as usize, rest)),
        Err(_) => Err(vm.value_error(too_big)),
    }
}

fn convert(
    vm: &mut Vm,
    output: &mut String,
    conversion: &Conversion,
    kind: char,
    value: &Value,
) -> Result<()> {
    vm.reserve(
        conversion
            .width
            .saturating_add(conversion.precision.unwrap_or(0)),
    )?;
    match kind {
        's' | 'r' | 'a' => {
            let mut text = match kind {
                's' => vm.str(value)?,
                'r' => vm.repr(value)?,
                _ => ascii_of(&vm.repr(value)?),
            };
            if let Some((end, _)) = conversion
                .precision
                .and_then(|n| text.char_indices().nth(n))
            {
                text.truncate(end);
            }
            pad(output, conversion, "", &text, false);
        }
        'c' => {
            let text = character(vm, value)?.to_string();
            pad(output, conversion, "", &text, false);
        }
        'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
            let Some(float) = float::number(vm, value)? else {
                let name = vm.type_name(value);
                return Err(vm.type_error(format!("must be real number, not {}", name.as_str())));
            };
            let style = FloatStyle {
                kind,
                precision: conversion.precision,
                alternate: conversion.alternate,
                point: false,
            };
            let negative = float.is_sign_negative() && !float.is_nan();
            let sign = sign(conversion, negative);
            pad(output, conversion, &sign, &float_text(float, style), true);
        }
        _ => {
            let number = whole(vm, kind, value)?;
            let int = integer(&number).unwrap_or(Integer::Small(0));
            integer_field(vm, output, conversion, kind, int)?;
        }
    }
    Ok(())
}

fn sign(conversion: &Conversion, negative: bool) -> String {
    match (negative, conversion.sign) {
        (true, _) => "-".into(),
        (false, Some(sign)) => sign.into(),
        (false, None) => String::new(),
    }
}

fn integer_field(
    vm: &mut Vm,
    output: &mut String,
    conversion: &Conversion,
    kind: char,
    int: Integer,
) -> Result<()> {
    let (body, prefix) = match kind {
        'o' => (radix_text(int, 8), "0o"),
        'x' => (radix_text(int, 16), "0x"),
        'X' => (radix_text(int, 16).to_ascii_uppercase(), "0X"),
        _ => (
            number_to_text(vm, int)?.trim_start_matches('-').to_string(),
            "",
        ),
    };
    let zeros = conversion.precision.unwrap_or(0).saturating_sub(body.len());
    let prefix = if conversion.alternate { prefix } else { "" };
    let lead = sign(conversion, int.is_negative()) + prefix;
    pad(
        output,
        conversion,
        &lead,
        &("0".repeat(zeros) + &body),
        true,
    );
    Ok(())
}

/// The whole number that `%d` and `%x` show.
fn whole(vm: &mut Vm, kind: char, value: &Value) -> Result {
    if integer(value).is_some() {
        return Ok(value.clone());
    }
    let decimal = matches!(kind, 'd' | 'i' | 'u');
    if decimal && let Some(float) = float_of(value) {
        return int::from_float(vm, float.trunc());
    }
    let names = [vm.names.__int__.clone(), vm.names.__index__.clone()];
    for name in &names[usize::from(!decimal)..] {
        if value.as_str().is_none()
            && let Some(number) = vm.call_special(value, name, &[])?
        {
            return Ok(number);
        }
    }
    let name = vm.type_name(value);
    let wanted = if decimal {
        "a real number"
    } else {
        "an integer"
    };
    let text = format!(
        "%{kind} format: {wanted} is required, not {}",
        name.as_str()
    );
    Err(vm.type_error(text))
}

fn character(vm: &mut Vm, value: &Value) -> Result<char> {
    if let Some(text) = value.as_str() {
        let mut chars = text.chars();
        if let (Some(c), None) = (chars.next(), chars.next()) {
            return Ok(c);
        }
    } else if let Some(int) = integer(value) {
        let code = int.to_i64().and_then(|code| u32::try_from(code).ok());
        return code.and_then(char::from_u32).ok_or_else(|| {
            let class = vm.exceptions.overflow_error.clone();
            vm.error(&class, "%c arg not in range(0x110000)")
        });
    }
    Err(vm.type_error("%c requires int or char"))
}

/// Writes a field: sign and prefix stand before the zeros that fill a number.
fn pad(output: &mut String, conversion: &Conversion, lead: &str, body: &str, number: bool) {
    let missing = conversion
        .width
        .saturating_sub(lead.len() + body.chars().count());
    let fill = |output: &mut String, c| output.extend(std::iter::repeat_n(c, missing));
    if conversion.left {
        output.push_str(lead);
        output.push_str(body);
        fill(output, ' ');
    } else if conversion.zero && number {
        output.push_str(lead);
        fill(output, '0');
        output.push_str(body);
    } else {
        fill(output, ' ');
        output.push_str(lead);
        output.push_str(body);
    }
}
