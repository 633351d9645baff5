//! What programs are compiled to.

mod programs;

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use num_bigint::BigInt;

use super::{Compiled, Constants, Mode, Options, compile, disassemble};
use crate::code::SourceFile;
use crate::object::{Class, Dict, Layout, Object, Payload, Str, Value};
use crate::syntax::SyntaxError;

/// Makes constants without a machine.
pub(crate) struct Plain {
    names: HashMap<String, Rc<Str>>,
    class: Rc<Class>,
}

impl Plain {
    pub(crate) fn new() -> Plain {
        let name = Rc::new(Str::from("constant"));
        let class = Class {
            name: RefCell::new(name.clone()),
            qualname: RefCell::new(name),
            meta: None,
            bases: RefCell::default(),
            mro: RefCell::default(),
            attrs: RefCell::new(Dict::default()),
            def: None,
            layout: Layout::Plain,
            complete: Cell::new(true),
            version: Cell::new(0),
            flags: Cell::new(0),
            subclasses: RefCell::default(),
            host: RefCell::default(),
        };
        Plain {
            names: HashMap::new(),
            class: Rc::new(class),
        }
    }
}

impl Constants for Plain {
    fn intern(&mut self, text: &str) -> Rc<Str> {
        let make = || Rc::new(Str::from(text));
        self.names
            .entry(text.to_owned())
            .or_insert_with(make)
            .clone()
    }

    fn int(&mut self, value: BigInt) -> Value {
        Value::Obj(Object::new(
            self.class.clone(),
            Payload::Int(Box::new(value)),
        ))
    }

    fn tuple(&mut self, items: Vec<Value>) -> Value {
        Value::Obj(Object::new(
            self.class.clone(),
            Payload::Tuple(items.into()),
        ))
    }

    fn bytes(&mut self, bytes: &[u8]) -> Value {
        Value::Obj(Object::new(
            self.class.clone(),
            Payload::Bytes(bytes.into()),
        ))
    }
}

pub(crate) fn compile_text(text: &str, mode: Mode) -> Result<Compiled, Box<SyntaxError>> {
    let file = SourceFile::new("test.py", text, None);
    compile(&file, Options::new(mode), &mut Plain::new())
}

/// The disassembly of a module.
fn module(text: &str) -> String {
    match compile_text(text, Mode::Module) {
        Ok(compiled) => disassemble(&compiled.code),
        Err(error) => panic!("{error:?}"),
    }
}

/// The disassembly of one function of a module.
fn function(text: &str) -> String {
    let all = module(text);
    let begin = all.find("\nf:\n").expect("a function named f") + 1;
    all[begin..].to_owned()
}

/// The error of a module.
fn error(text: &str) -> String {
    match compile_text(text, Mode::Module) {
        Ok(_) => panic!("compiled: {text}"),
        Err(error) => error.message,
    }
}
