//! The methods of `bytes`: the common ones.

use std::rc::Rc;

use super::repr::repr_of;
use crate::code::CompareOperator;
use crate::object::{MethodDef, Payload, Str, Value, hash_bytes};
use crate::types::arguments::{about_type, bytes_of, object};
use crate::types::define::{class_method, method, orderings, static_method};
use crate::types::int::{holds, integer};
use crate::types::str::encode;
use crate::types::{sequence, slice};
use crate::vm::{Args, Result, Vm};

orderings!(compare);

pub(super) const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__repr__", |vm, args| {
        Ok(Value::str(repr_of(args.this_bytes(vm, "__repr__")?)))
    }),
    method("__hash__", |vm, args| {
        Ok(Value::Int(hash_bytes(args.this_bytes(vm, "__hash__")?)))
    }),
    method("__len__", |vm, args| {
        Ok(Value::from(args.this_bytes(vm, "__len__")?.len()))
    }),
    method("__iter__", iter),
    method("__contains__", contains),
    method("__getitem__", get_item),
    method("__add__", add),
    method("__mod__", |vm, _| Err(vm.unsupported("'%' of bytes"))),
    method("__mul__", mul),
    method("__rmul__", mul),
    method("__eq__", eq),
    method("__lt__", lt),
    method("__le__", le),
    method("__gt__", gt),
    method("__ge__", ge),
    method("decode", decode_method),
    method("hex", hex),
    class_method("fromhex", fromhex),
    method("startswith", |vm, args| {
        affix(vm, args, "startswith", |text, part| text.starts_with(part))
    }),
    method("endswith", |vm, args| {
        affix(vm, args, "endswith", |text, part| text.ends_with(part))
    }),
    method("find", |vm, args| {
        let found = find(vm, args, "find")?;
        Ok(found.map_or(Value::Int(-1), Value::from))
    }),
    method("index", |vm, args| match find(vm, args, "index")? {
        Some(index) => Ok(Value::from(index)),
        None => Err(vm.value_error("subsection not found")),
    }),
    method("count", count),
    method("replace", replace),
    method("split", split),
    method("join", join),
    method("strip", |vm, args| strip(vm, args, "strip", true, true)),
    method("lstrip", |vm, args| strip(vm, args, "lstrip", true, false)),
    method("rstrip", |vm, args| strip(vm, args, "rstrip", false, true)),
    method("upper", |vm, args| {
        let upper = args.this_bytes(vm, "upper")?.to_ascii_uppercase();
        Ok(made(vm, upper))
    }),
    method("lower", |vm, args| {
        let lower = args.this_bytes(vm, "lower")?.to_ascii_lowercase();
        Ok(made(vm, lower))
    }),
];

fn made(vm: &mut Vm, bytes: Vec<u8>) -> Value {
    let class = vm.types.bytes.clone();
    object(&class, Payload::Bytes(bytes.into()))
}

/// The bytes that `bytes(value)` makes of bytes or of an iterable of integers.
pub(crate) fn contents(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    if let Some(bytes) = bytes_of(value) {
        return Ok(bytes.to_vec());
    }
    if !crate::types::iterators::is_iterable(vm, value) || value.as_str().is_some() {
        return Err(about_type(vm, "cannot convert ", value, " object to bytes"));
    }
    let mut bytes = Vec::new();
    for item in vm.collect(value)? {
        match u8::try_from(vm.index(&item)?) {
            Ok(byte) => bytes.push(byte),
            Err(_) => return Err(vm.value_error("bytes must be in range(0, 256)")),
        }
    }
    Ok(bytes)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let parameters = ["source", "encoding", "errors"];
    let [source, encoding, errors] = args.rest().bind(vm, "bytes", &parameters, 3, 0)?.0;
    let source = source.unwrap_or_default();
    let bytes = if source.is_unbound() {
        Vec::new()
    } else if let Some(text) = source.as_str() {
        if encoding.is_none() {
            return Err(vm.type_error("string argument without an encoding"));
        }
        let encoding = encode::Encoding::named(vm, encoding.as_ref())?;
        let errors = errors.as_ref().and_then(Value::as_str).unwrap_or("strict");
        encode::encode(vm, text, encoding, errors)?
    } else if encoding.is_some() || errors.is_some() {
        return Err(vm.type_error("encoding without a string argument"));
    } else if integer(&source).is_some() {
        let Ok(count) = usize::try_from(vm.index(&source)?) else {
            return Err(vm.value_error("negative count"));
        };
        vm.reserve(count)?;
        vec![0; count]
    } else if let Some(made) = special_bytes(vm, &source)? {
        made
    } else {
        contents(vm, &source)?
    };
    Ok(object(class, Payload::Bytes(bytes.into())))
}

fn special_bytes(vm: &mut Vm, source: &Value) -> Result<Option<Vec<u8>>> {
    let name = vm.names.__bytes__.clone();
    match vm.call_special(source, &name, &[])? {
        Some(made) => contents(vm, &made).map(Some),
        None => Ok(None),
    }
}

fn iter(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "__iter__")?;
    let items: Vec<Value> = bytes
        .iter()
        .map(|byte| Value::Int(i64::from(*byte)))
        .collect();
    let items = vm.tuple(items);
    vm.iter(&items)
}

/// An operand that `in`, `find` and `count` look for: bytes or one byte.
fn needle(vm: &mut Vm, value: &Value) -> Result<Vec<u8>> {
    if let Some(bytes) = bytes_of(value) {
        return Ok(bytes.to_vec());
    }
    match integer(value).map(|int| int.to_i64().and_then(|int| u8::try_from(int).ok())) {
        Some(Some(byte)) => Ok(vec![byte]),
        Some(None) => Err(vm.value_error("byte must be in range(0, 256)")),
        None => Err(about_type(
            vm,
            "a bytes-like object is required, not ",
            value,
            "",
        )),
    }
}

fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    bytes.windows(part.len()).position(|window| window == part)
}

fn contains(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "__contains__")?;
    let part = needle(vm, args.at(1))?;
    Ok(Value::Bool(position(bytes, &part).is_some()))
}

fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "__getitem__")?;
    let key = args.at(1);
    if let Some(parts) = slice::parts(key) {
        let picked = slice::resolve(vm, parts, bytes.len())?;
        return Ok(made(
            vm,
            picked.indices().map(|index| bytes[index]).collect(),
        ));
    }
    match sequence::subscript(vm, key)? {
        Some(index) => match sequence::within(index, bytes.len()) {
            Some(index) => Ok(Value::Int(i64::from(bytes[index]))),
            None => Err(vm.index_error("index out of range")),
        },
        None => sequence::item_index(vm, key, 0, "byte").map(Value::from),
    }
}

fn add(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "__add__")?;
    match bytes_of(args.at(1)) {
        Some(more) => Ok(made(vm, [bytes, more].concat())),
        None => {
            let name = vm.type_name(args.at(1));
            Err(vm.type_error(format!("can't concat {} to bytes", name.as_str())))
        }
    }
}

fn mul(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "__mul__")?;
    let count = sequence::repetitions(vm, args.at(1), bytes.len(), 1)?;
    Ok(made(vm, bytes.repeat(count)))
}

fn eq(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "__eq__")?;
    Ok(match bytes_of(args.at(1)) {
        Some(other) => Value::Bool(bytes == other),
        None => Value::NotImplemented,
    })
}

fn compare(vm: &mut Vm, args: &Args, op: CompareOperator) -> Result {
    let bytes = args.this_bytes(vm, "__lt__")?;
    Ok(match bytes_of(args.at(1)) {
        Some(other) => Value::Bool(holds(op, bytes.cmp(other))),
        None => Value::NotImplemented,
    })
}

/// `bytes.decode(encoding, errors)`
pub(crate) fn decode(
    vm: &mut Vm,
    bytes: &[u8],
    encoding: &Option<Value>,
    errors: &Option<Value>,
) -> Result<Rc<Str>> {
    let encoding = encode::Encoding::named(vm, encoding.as_ref())?;
    let errors = errors.as_ref().and_then(Value::as_str).unwrap_or("strict");
    vm.reserve(bytes.len())?;
    let mut text = String::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let (valid, bad, reason) = match encoding {
            encode::Encoding::Latin1 => {
                text.extend(bytes.iter().map(|byte| char::from(*byte)));
                break;
            }
            encode::Encoding::Utf8 => match std::str::from_utf8(&bytes[at..]) {
                Ok(rest) => {
                    text.push_str(rest);
                    break;
                }
                Err(error) => {
                    let left = bytes.len() - at - error.valid_up_to();
                    let reason = match error.error_len() {
                        None => "unexpected end of data",
                        Some(_) if matches!(bytes[at + error.valid_up_to()], 0x80..=0xc1 | 0xf5..) => {
                            "invalid start byte"
                        }
                        Some(_) => "invalid continuation byte",
                    };
                    (
                        error.valid_up_to(),
                        error.error_len().unwrap_or(left),
                        reason,
                    )
                }
            },
            encode::Encoding::Ascii => {
                let valid = bytes[at..]
                    .iter()
                    .take_while(|byte| byte.is_ascii())
                    .count();
                (
                    valid,
                    usize::from(at + valid < bytes.len()),
                    "ordinal not in range(128)",
                )
            }
        };
        text.push_str(&String::from_utf8_lossy(&bytes[at..at + valid]));
        at += valid;
        if bad == 0 {
            break;
        }
        match errors {
            "ignore" => {}
            "replace" => text.push('\u{fffd}'),
            "backslashreplace" => {
                text.extend(
                    bytes[at..at + bad]
                        .iter()
                        .map(|byte| format!("\\x{byte:02x}")),
                );
            }
            _ => {
                let (name, _) = encoding.describe();
                let class = vm.exceptions.unicode_decode_error.clone();
                let place = if bad == 1 {
                    format!("byte 0x{:02x} in position {at}", bytes[at])
                } else {
                    format!("bytes in position {at}-{}", at + bad - 1)
                };
                return Err(vm.error(
                    &class,
                    format!("'{name}' codec can't decode {place}: {reason}"),
                ));
            }
        }
        at += bad;
    }
    Ok(Rc::new(Str::from(text)))
}

fn decode_method(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "decode")?;
    let [encoding, errors] = args
        .rest()
        .bind(vm, "decode", &["encoding", "errors"], 2, 0)?
        .0;
    decode(vm, bytes, &encoding, &errors).map(Value::Str)
}

fn hex(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "hex")?;
    let separator = match args.rest().between(vm, "hex", 0, 1)? {
        [separator] => vm.str(separator)?,
        _ => String::new(),
    };
    vm.charge(bytes.len() as u64)?;
    vm.reserve(bytes.len().saturating_mul(2 + separator.len()))?;
    let pairs: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Value::str(pairs.join(&separator)))
}

fn fromhex(vm: &mut Vm, args: &Args) -> Result {
    let class = args.class(vm)?;
    let [text] = args.rest().exactly(vm, "bytes.fromhex")?;
    let Some(text) = text.as_str() else {
        return Err(about_type(
            vm,
            "fromhex() argument must be str, not ",
            text,
            "",
        ));
    };
    let mut bytes = Vec::new();
    let mut chars = text
        .chars()
        .enumerate()
        .filter(|(_, c)| !c.is_ascii_whitespace());
    while let Some((at, high)) = chars.next() {
        let low = chars.next();
        match (high.to_digit(16), low.and_then(|(_, c)| c.to_digit(16))) {
            (Some(high), Some(low)) => bytes.push((high * 16 + low) as u8),
            (high, _) => {
                let at = if high.is_some() {
                    low.map_or(text.len(), |(at, _)| at)
                } else {
                    at
                };
                return Err(vm.value_error(format!(
                    "non-hexadecimal number found in fromhex() arg at position {at}"
                )));
            }
        }
    }
    Ok(object(class, Payload::Bytes(bytes.into())))
}

fn affix(vm: &mut Vm, args: &Args, name: &str, test: fn(&[u8], &[u8]) -> bool) -> Result {
    let bytes = args.this_bytes(vm, name)?;
    let [part] = args.rest().exactly(vm, name)?;
    let choices = part.as_tuple().unwrap_or(std::slice::from_ref(part));
    for choice in choices {
        match bytes_of(choice) {
            Some(part) if test(bytes, part) => return Ok(Value::Bool(true)),
            Some(_) => {}
            None => {
                let text = format!("{name} first arg must be bytes or a tuple of bytes, not ");
                let name = vm.type_name(choice);
                return Err(vm.type_error(text + name.as_str()));
            }
        }
    }
    Ok(Value::Bool(false))
}

fn find(vm: &mut Vm, args: &Args, name: &str) -> Result<Option<usize>> {
    let bytes = args.this_bytes(vm, name)?;
    let [part] = args.rest().exactly(vm, name)?;
    let part = needle(vm, part)?;
    Ok(position(bytes, &part))
}

fn count(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "count")?;
    let [part] = args.rest().exactly(vm, "bytes.count")?;
    let part = needle(vm, part)?;
    if part.is_empty() {
        return Ok(Value::from(bytes.len() + 1));
    }
    let (mut rest, mut count) = (bytes, 0usize);
    while let Some(at) = position(rest, &part) {
        count += 1;
        rest = &rest[at + part.len()..];
    }
    Ok(Value::from(count))
}

/// The parts between occurrences of a separator.
fn parts<'a>(bytes: &'a [u8], separator: &[u8], most: usize) -> Vec<&'a [u8]> {
    let (mut parts, mut rest) = (Vec::new(), bytes);
    while parts.len() < most
        && let Some(at) = position(rest, separator)
    {
        parts.push(&rest[..at]);
        rest = &rest[at + separator.len()..];
    }
    parts.push(rest);
    parts
}

fn replace(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "replace")?;
    let [old, new] = args.rest().exactly(vm, "replace")?;
    let (old, new) = (needle(vm, old)?, needle(vm, new)?);
    if old.is_empty() {
        return Err(vm.unsupported("bytes.replace of an empty part"));
    }
    vm.reserve(bytes.len().saturating_mul(new.len() + 1))?;
    let replaced = parts(bytes, &old, usize::MAX).join(&*new);
    Ok(made(vm, replaced))
}

fn split(vm: &mut Vm, args: &Args) -> Result {
    let bytes = args.this_bytes(vm, "split")?;
    let [separator, most] = args.rest().bind(vm, "split", &["sep", "maxsplit"], 2, 0)?.0;
    let most = match most {
        Some(most) => usize::try_from(vm.index(&most)?).unwrap_or(usize::MAX),
        None => usize::MAX,
    };
    let found: Vec<&[u8]> = match separator {
        None | Some(Value::None) => bytes
            .split(u8::is_ascii_whitespace)
            .filter(|part| !part.is_empty())
            .collect(),
        Some(separator) => match needle(vm, &separator)? {
            separator if separator.is_empty() => return Err(vm.value_error("empty separator")),
            separator => parts(bytes, &separator, most),
        },
    };
    let found = found
        .into_iter()
        .map(|part| made(vm, part.to_vec()))
        .collect();
    Ok(vm.list(found))
}

fn join(vm: &mut Vm, args: &Args) -> Result {
    let separator = args.this_bytes(vm, "join")?;
    let [items] = args.rest().exactly(vm, "bytes.join")?;
    let items = vm.collect(items)?;
    let mut parts = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        match bytes_of(item) {
            Some(bytes) => parts.push(bytes),
            None => {
                let text = format!("sequence item {index}: expected a bytes-like object, ");
                let name = vm.type_name(item);
                return Err(vm.type_error(format!("{text}{} found", name.as_str())));
            }
        }
    }
    Ok(made(vm, parts.join(separator)))
}

fn strip(vm: &mut Vm, args: &Args, name: &str, left: bool, right: bool) -> Result {
    let mut bytes = args.this_bytes(vm, name)?;
    let set = match args.rest().between(vm, name, 0, 1)? {
        [] | [Value::None] => b" \t\n\r\x0b\x0c".to_vec(),
        [set, ..] => needle(vm, set)?,
    };
    while left && bytes.first().is_some_and(|byte| set.contains(byte)) {
        bytes = &bytes[1..];
    }
    while right && bytes.last().is_some_and(|byte| set.contains(byte)) {
        bytes = &bytes[..bytes.len() - 1];
    }
    Ok(made(vm, bytes.to_vec()))
}
