//! Compiled code without the machine that it was compiled for: what comes with the machine is compiled once a
//! process, and each run takes a copy with names and constants of its own.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError};

use num_bigint::BigInt;

use super::Constants;
use super::name_table::IdMap;
use crate::code::{Code, Handler, Op, Parameters, Reg, Scope, SourceFile, Span};
use crate::object::{Payload, Str, Value};

/// A module's code.
pub(crate) struct Frozen {
    /// Every text of the code, names and constants, each once.
    texts: Box<[Text]>,
    code: FrozenCode,
}

struct Text {
    text: Box<str>,
    interned: bool,
}

/// The place of a text in [`Frozen::texts`].
type TextId = u32;

struct FrozenCode {
    name: TextId,
    qualname: TextId,
    first_line: u32,
    ops: Arc<[Op]>,
    spans: Arc<[Span]>,
    constants: Box<[Constant]>,
    names: Box<[TextId]>,
    codes: Box<[FrozenCode]>,
    handlers: Arc<[Handler]>,
    parameters: Parameters,
    locals: Box<[TextId]>,
    cells: Box<[TextId]>,
    free: Box<[TextId]>,
    captures: Arc<[u16]>,
    registers: Reg,
    scope: Scope,
    generator: bool,
    doc: Constant,
}

enum Constant {
    Unbound,
    None,
    NotImplemented,
    Ellipsis,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(TextId),
    LargeInt(BigInt),
    Bytes(Box<[u8]>),
    Tuple(Box<[Constant]>),
}

/// The code of a text of the machine's own, from the process's store if it was compiled before.
pub(crate) fn library<E>(
    text: &'static str,
    file: &Rc<SourceFile>,
    make: &mut dyn Constants,
    compile: impl FnOnce(&mut dyn Constants) -> Result<Rc<Code>, E>,
) -> Result<Rc<Code>, E> {
    // A static text's address says which text it is.
    static STORE: Mutex<Vec<(usize, Arc<Frozen>)>> = Mutex::new(Vec::new());
    let store = || STORE.lock().unwrap_or_else(PoisonError::into_inner);
    let key = text.as_ptr() as usize;
    let known = (store().iter())
        .find(|(address, _)| *address == key)
        .map(|(_, frozen)| Arc::clone(frozen));
    let frozen = match known {
        Some(frozen) => frozen,
        None => {
            let code = compile(make)?;
            let Some(frozen) = Frozen::of(&code) else {
                return Ok(code);
            };
            let frozen = Arc::new(frozen);
            store().push((key, Arc::clone(&frozen)));
            frozen
        }
    };
    // The first run takes its copy as all others do: runs must not differ.
    Ok(frozen.thaw(file, make))
}

impl Frozen {
    /// Code as plain data; `None` if a constant of it is more than that.
    fn of(code: &Code) -> Option<Frozen> {
        let mut freezer = Freezer::default();
        let code = freezer.code(code)?;
        Some(Frozen {
            texts: freezer.texts.into(),
            code,
        })
    }

    fn thaw(&self, file: &Rc<SourceFile>, make: &mut dyn Constants) -> Rc<Code> {
        let text = |text: &Text| match text.interned {
            true => make.intern(&text.text),
            false => Rc::new(Str::from(&*text.text)),
        };
        let texts = self.texts.iter().map(text).collect();
        Rc::new(Thawer { texts, file, make }.code(&self.code))
    }
}

#[derive(Default)]
struct Freezer {
    texts: Vec<Text>,
    ids: IdMap<usize, TextId>,
}

impl Freezer {
    fn text(&mut self, text: &Rc<Str>) -> TextId {
        *self
            .ids
            .entry(Rc::as_ptr(text) as usize)
            .or_insert_with(|| {
                self.texts.push(Text {
                    text: text.as_str().into(),
                    interned: text.is_interned(),
                });
                self.texts.len() as TextId - 1
            })
    }

    fn all(&mut self, texts: &[Rc<Str>]) -> Box<[TextId]> {
        texts.iter().map(|text| self.text(text)).collect()
    }

    fn constant(&mut self, value: &Value) -> Option<Constant> {
        Some(match value {
            Value::Unbound => Constant::Unbound,
            Value::None => Constant::None,
            Value::NotImplemented => Constant::NotImplemented,
            Value::Ellipsis => Constant::Ellipsis,
            Value::Bool(value) => Constant::Bool(*value),
            Value::Int(value) => Constant::Int(*value),
            Value::Float(value) => Constant::Float(*value),
            Value::Str(text) => Constant::Text(self.text(text)),
            Value::Class(_) => return None,
            Value::Obj(object) => match &object.payload {
                Payload::Int(value) => Constant::LargeInt((**value).clone()),
                Payload::Bytes(bytes) => Constant::Bytes(bytes.clone()),
                Payload::Tuple(items) => Constant::Tuple(self.constants(items)?),
                _ => return None,
            },
        })
    }

    fn constants(&mut self, values: &[Value]) -> Option<Box<[Constant]>> {
        values.iter().map(|value| self.constant(value)).collect()
    }

    fn code(&mut self, code: &Code) -> Option<FrozenCode> {
        Some(FrozenCode {
            name: self.text(&code.name),
            qualname: self.text(&code.qualname),
            first_line: code.first_line,
            ops: code.ops.clone(),
            spans: code.spans.clone(),
            constants: self.constants(&code.constants)?,
            names: self.all(&code.names),
            codes: (code.codes.iter())
                .map(|code| self.code(code))
                .collect::<Option<_>>()?,
            handlers: code.handlers.clone(),
            parameters: code.parameters.clone(),
            locals: self.all(&code.locals),
            cells: self.all(&code.cells),
            free: self.all(&code.free),
            captures: code.captures.clone(),
            registers: code.registers,
            scope: code.scope,
            generator: code.generator,
            doc: self.constant(&code.doc)?,
        })
    }
}

struct Thawer<'a> {
    texts: Box<[Rc<Str>]>,
    file: &'a Rc<SourceFile>,
    make: &'a mut dyn Constants,
}

impl Thawer<'_> {
    fn text(&self, id: TextId) -> Rc<Str> {
        self.texts[id as usize].clone()
    }

    fn all(&self, ids: &[TextId]) -> Box<[Rc<Str>]> {
        ids.iter().map(|id| self.text(*id)).collect()
    }

    fn constant(&mut self, constant: &Constant) -> Value {
        match constant {
            Constant::Unbound => Value::Unbound,
            Constant::None => Value::None,
            Constant::NotImplemented => Value::NotImplemented,
            Constant::Ellipsis => Value::Ellipsis,
            Constant::Bool(value) => Value::Bool(*value),
            Constant::Int(value) => Value::Int(*value),
            Constant::Float(value) => Value::Float(*value),
            Constant::Text(id) => Value::Str(self.text(*id)),
            Constant::LargeInt(value) => self.make.int(value.clone()),
            Constant::Bytes(bytes) => self.make.bytes(bytes),
            Constant::Tuple(items) => {
                let items = items.iter().map(|item| self.constant(item)).collect();
                self.make.tuple(items)
            }
        }
    }

    fn code(&mut self, code: &FrozenCode) -> Code {
        Code {
            name: self.text(code.name),
            qualname: self.text(code.qualname),
            file: self.file.clone(),
            first_line: code.first_line,
            ops: code.ops.clone(),
            spans: code.spans.clone(),
            caches: vec![Cell::new(0); code.ops.len()].into(),
            constants: (code.constants.iter())
                .map(|constant| self.constant(constant))
                .collect(),
            names: self.all(&code.names),
            codes: (code.codes.iter())
                .map(|code| Rc::new(self.code(code)))
                .collect(),
            handlers: code.handlers.clone(),
            parameters: code.parameters.clone(),
            locals: self.all(&code.locals),
            cells: self.all(&code.cells),
            free: self.all(&code.free),
            captures: code.captures.clone(),
            registers: code.registers,
            scope: code.scope,
            generator: code.generator,
            doc: self.constant(&code.doc),
        }
    }
}
