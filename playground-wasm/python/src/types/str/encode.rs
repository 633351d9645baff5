//! `str.encode`

use crate::object::{Payload, Value};
use crate::types::arguments::object;
use crate::vm::{Args, Result, Vm};

/// The encodings that there are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    Utf8,
    Ascii,
    Latin1,
}

/// What the names of CPython's other encodings begin with.
const LEFT_OUT: &[&str] = &[
    "big5",
    "cp",
    "euc",
    "gb",
    "hz",
    "idna",
    "iso",
    "koi8",
    "mac",
    "punycode",
    "raw-unicode",
    "rot",
    "shift",
    "unicode-escape",
    "utf",
    "windows",
];

impl Encoding {
    /// The encoding of a name, in any of CPython's spellings.
    pub(crate) fn named(vm: &mut Vm, name: Option<&Value>) -> Result<Encoding> {
        let Some(name) = name else {
            return Ok(Encoding::Utf8);
        };
        let name = super::text(vm, name, "encode() argument 'encoding' must be str")?;
        match &*name.to_ascii_lowercase().replace(['_', ' '], "-") {
            "utf-8" | "utf8" => Ok(Encoding::Utf8),
            "ascii" | "us-ascii" => Ok(Encoding::Ascii),
            "latin-1" | "latin1" | "iso-8859-1" | "l1" => Ok(Encoding::Latin1),
            known if LEFT_OUT.iter().any(|prefix| known.starts_with(prefix)) => {
                Err(vm.unsupported(format!("the encoding '{name}'")))
            }
            _ => {
                let class = vm.exceptions.lookup_error.clone();
                Err(vm.error(&class, format!("unknown encoding: {name}")))
            }
        }
    }

    /// The name in messages, and the number of code points it can tell.
    pub(crate) fn describe(self) -> (&'static str, u32) {
        match self {
            Encoding::Utf8 => ("utf-8", 0x11_0000),
            Encoding::Ascii => ("ascii", 128),
            Encoding::Latin1 => ("latin-1", 256),
        }
    }
}

/// `text.encode(encoding, errors)`
pub(crate) fn encode(vm: &mut Vm, text: &str, encoding: Encoding, errors: &str) -> Result<Vec<u8>> {
    vm.reserve(text.len())?;
    vm.charge(text.len() as u64 / 64)?;
    if encoding == Encoding::Utf8 || text.is_ascii() {
        return Ok(text.as_bytes().to_vec());
    }
    let (name, limit) = encoding.describe();
    let mut bytes = Vec::with_capacity(text.len());
    for (position, c) in text.chars().enumerate() {
        let code = u32::from(c);
        if code < limit {
            bytes.push(code as u8);
            continue;
        }
        match errors {
            "ignore" => {}
            "replace" => bytes.push(b'?'),
            "backslashreplace" => bytes.extend(super::repr::ascii_of(&c.to_string()).bytes()),
            "xmlcharrefreplace" => bytes.extend(format!("&#{code};").bytes()),
            "strict" => {
                let rest = text.chars().skip(position);
                let count = rest.take_while(|c| u32::from(*c) >= limit).count();
                let what = match count {
                    1 => {
                        let shown = super::repr::ascii_of(&c.to_string());
                        format!("character '{shown}' in position {position}")
                    }
                    _ => format!("characters in position {position}-{}", position + count - 1),
                };
                let text =
                    format!("'{name}' codec can't encode {what}: ordinal not in range({limit})");
                let class = vm.exceptions.unicode_encode_error.clone();
                return Err(vm.error(&class, text));
            }
            other => {
                let class = vm.exceptions.lookup_error.clone();
                return Err(vm.error(&class, format!("unknown error handler name '{other}'")));
            }
        }
    }
    Ok(bytes)
}

pub(super) fn encode_method(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "encode")?;
    let [encoding, errors] = args
        .rest()
        .bind(vm, "encode", &["encoding", "errors"], 2, 0)?
        .0;
    let encoding = Encoding::named(vm, encoding.as_ref())?;
    let errors = errors.as_ref().and_then(Value::as_str).unwrap_or("strict");
    let bytes = encode(vm, this, encoding, errors)?;
    let class = vm.types.bytes.clone();
    Ok(object(&class, Payload::Bytes(bytes.into())))
}
