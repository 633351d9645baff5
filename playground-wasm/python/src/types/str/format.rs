//! `str.format`

use super::repr::ascii_of;
use crate::object::Value;
use crate::vm::{Args, Result, Vm};

/// What replacement fields refer to.
struct Fields<'a> {
    /// `None` in `format_map`.
    positional: Option<&'a [Value]>,
    named: Named<'a>,
    numbering: Numbering,
}

enum Named<'a> {
    Keywords(Args<'a>),
    Mapping(&'a Value),
}

/// How fields are numbered: it must not change within a format string.
#[derive(Clone, Copy)]
enum Numbering {
    Unknown,
    Automatic(usize),
    Manual,
}

pub(super) fn format(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "format")?;
    let rest = args.rest();
    let mut fields = Fields {
        positional: Some(rest.positional),
        named: Named::Keywords(rest),
        numbering: Numbering::Unknown,
    };
    fields.render(vm, this, 2).map(Value::str)
}

pub(super) fn format_map(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "format_map")?;
    let [mapping] = args.rest().exactly(vm, "str.format_map")?;
    let mut fields = Fields {
        positional: None,
        named: Named::Mapping(mapping),
        numbering: Numbering::Unknown,
    };
    fields.render(vm, this, 2).map(Value::str)
}

/// A replacement field as it is written.
struct Field<'a> {
    name: &'a str,
    conversion: Option<char>,
    spec: &'a str,
}

/// Takes a field off the text behind its `{`; answers what follows it.
fn parse_field<'a>(text: &'a str) -> std::result::Result<(Field<'a>, &'a str), &'static str> {
    let mut chars = text.char_indices();
    let (end, stop) = loop {
        match chars.next() {
            Some((_, '{')) => return Err("unexpected '{' in field name"),
            Some((_, '[')) => {
                chars.find(|(_, c)| *c == ']');
            }
            Some((at, c @ ('}' | ':' | '!'))) => break (at, c),
            Some(_) => {}
            None => return Err("expected '}' before end of string"),
        }
    };
    let mut field = Field {
        name: &text[..end],
        conversion: None,
        spec: "",
    };
    let mut rest = &text[end + 1..];
    if stop == '}' {
        return Ok((field, rest));
    }
    if stop == '!' {
        let mut chars = rest.chars();
        let missing = "end of string while looking for conversion specifier";
        field.conversion = Some(chars.next().ok_or(missing)?);
        match chars.next() {
            Some('}') => return Ok((field, chars.as_str())),
            Some(':') | None => rest = chars.as_str(),
            Some(_) => return Err("expected ':' after conversion specifier"),
        }
    }
    let mut depth = 1;
    for (at, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            field.spec = &rest[..at];
            return Ok((field, &rest[at + 1..]));
        }
    }
    Err("unmatched '{' in format spec")
}

impl Fields<'_> {
    /// Replaces the fields of a text; specifications hold fields down to a depth.
    fn render(&mut self, vm: &mut Vm, text: &str, depth: usize) -> Result<String> {
        if depth == 0 {
            return Err(vm.value_error("Max string recursion exceeded"));
        }
        let mut output = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(['{', '}']) {
            output.push_str(&rest[..at]);
            let brace = &rest[at..=at];
            rest = &rest[at + 1..];
            if rest.starts_with(brace) {
                output.push_str(brace);
                rest = &rest[1..];
                continue;
            }
            if brace == "}" || rest.is_empty() {
                let text = format!("Single '{brace}' encountered in format string");
                return Err(vm.value_error(text));
            }
            let (field, behind) = match parse_field(rest) {
                Ok(parsed) => parsed,
                Err(message) => return Err(vm.value_error(message)),
            };
            rest = behind;
            let mut value = self.lookup(vm, field.name)?;
            match field.conversion {
                None => {}
                Some('s') => value = Value::Str(vm.str_value(&value)?),
                Some('r') => value = Value::str(vm.repr(&value)?),
                Some('a') => value = Value::str(ascii_of(&vm.repr(&value)?)),
                Some(other) => {
                    let shown = match other {
                        '!'..='~' => other.to_string(),
                        _ => format!("\\x{:x}", u32::from(other)),
                    };
                    let text = format!("Unknown conversion specifier {shown}");
                    return Err(vm.value_error(text));
                }
            }
            let text = if field.spec.contains('{') {
                let spec = self.render(vm, field.spec, depth - 1)?;
                vm.format(&value, &spec)?
            } else {
                vm.format(&value, field.spec)?
            };
            vm.charge(1 + text.len() as u64 / 64)?;
            vm.reserve(output.len() + text.len())?;
            output.push_str(&text);
        }
        output.push_str(rest);
        Ok(output)
    }

    /// The object that a field's name means: an argument, its attributes, its items.
    fn lookup(&mut self, vm: &mut Vm, name: &str) -> Result {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, mut path) = name.split_at(end);
        let mut value = self.argument(vm, first)?;
        while !path.is_empty() {
            if let Some(rest) = path.strip_prefix('.') {
                let end = rest.find(['.', '[']).unwrap_or(rest.len());
                let (attribute, behind) = rest.split_at(end);
                if attribute.is_empty() {
                    return Err(vm.value_error("Empty attribute in format string"));
                }
                let attribute = vm.intern(attribute);
                value = vm.get_attr(&value, &attribute)?;
                path = behind;
            } else if let Some(rest) = path.strip_prefix('[') {
                let Some((key, behind)) = rest.split_once(']') else {
                    return Err(vm.value_error("Missing ']' in format string"));
                };
                if key.is_empty() {
                    return Err(vm.value_error("Empty attribute in format string"));
                }
                let key = match number(key) {
                    Some(index) => Value::from(index),
                    None => Value::str(key),
                };
                value = vm.get_item(&value, &key)?;
                path = behind;
            } else {
                let text = "Only '.' or '[' may follow ']' in format field specifier";
                return Err(vm.value_error(text));
            }
        }
        Ok(value)
    }

    fn argument(&mut self, vm: &mut Vm, first: &str) -> Result {
        let index = match (number(first), self.numbering) {
            (Some(_), Numbering::Automatic(_)) => {
                return Err(vm.value_error(
                    "cannot switch from automatic field numbering to manual field specification",
                ));
            }
            (Some(index), _) => {
                self.numbering = Numbering::Manual;
                index
            }
            (None, _) if !first.is_empty() => return self.named(vm, first),
            (None, Numbering::Manual) => {
                return Err(vm.value_error(
                    "cannot switch from manual field specification to automatic field numbering",
                ));
            }
            (None, numbering) => {
                let index = match numbering {
                    Numbering::Automatic(next) => next,
                    _ => 0,
                };
                self.numbering = Numbering::Automatic(index + 1);
                index
            }
        };
        let Some(positional) = self.positional else {
            return Err(vm.value_error("Format string contains positional fields"));
        };
        match positional.get(index) {
            Some(value) => Ok(value.clone()),
            None => Err(vm.index_error(format!(
                "Replacement index {index} out of range for positional args tuple"
            ))),
        }
    }

    fn named(&self, vm: &mut Vm, name: &str) -> Result {
        match &self.named {
            Named::Mapping(mapping) => vm.get_item(mapping, &Value::str(name)),
            Named::Keywords(args) => match args.keyword(name) {
                Some(value) => Ok(value.clone()),
                None => Err(vm.key_error(&Value::str(name))),
            },
        }
    }
}

/// An index: digits only.
fn number(text: &str) -> Option<usize> {
    if text.bytes().all(|digit| digit.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}
