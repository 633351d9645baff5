//! `BaseException` and the classes derived from it.

use std::cell::RefCell;
use std::rc::Rc;

use super::define::{getter, method, setter, static_method};
use crate::object::{Class, ClassDef, ExceptionData, Layout, MethodDef, Object, Payload, Value};
use crate::vm::{Args, Result, Vm};

/// A built-in exception class and the name of the one it derives from.
pub struct ExceptionClass {
    /// The class.
    pub def: ClassDef,
    /// Its base; empty for `BaseException`.
    pub base: &'static str,
}

macro_rules! exceptions {
    ($($name:literal: $base:literal = $methods:expr;)*) => {
        /// The built-in exception classes, bases before those derived from them.
        pub static CLASSES: &[ExceptionClass] = &[$(ExceptionClass {
            def: ClassDef {
                name: $name,
                module: "builtins",
                layout: Layout::Exception,
                subclassable: true,
                methods: $methods,
                doc: "",
            },
            base: $base,
        }),*];
    };
}

const NONE: &[MethodDef] = &[];

const BASE: &[MethodDef] = &[
    static_method("__new__", new),
    method("__init__", init),
    method("__repr__", repr),
    method("__str__", str),
    method("with_traceback", with_traceback),
    method("add_note", add_note),
    method("__setstate__", |_, _| Ok(Value::None)),
    getter("args", |vm, args| {
        let items = data(vm, args)?.borrow().args.clone();
        Ok(vm.tuple(items))
    }),
    setter("args", |vm, args| {
        let items = vm.collect(args.at(1))?;
        let old = std::mem::replace(&mut data(vm, args)?.borrow_mut().args, items);
        drop(old);
        Ok(Value::None)
    }),
    getter("__cause__", |vm, args| {
        let cause = data(vm, args)?.borrow().cause.clone();
        Ok(cause.map_or(Value::None, Value::Obj))
    }),
    setter("__cause__", |vm, args| {
        let cause = exception_or_none(vm, args.at(1), "cause")?;
        let mut data = data(vm, args)?.borrow_mut();
        data.cause = cause;
        data.suppress_context = true;
        Ok(Value::None)
    }),
    getter("__context__", |vm, args| {
        let context = data(vm, args)?.borrow().context.clone();
        Ok(context.map_or(Value::None, Value::Obj))
    }),
    setter("__context__", |vm, args| {
        let context = exception_or_none(vm, args.at(1), "context")?;
        data(vm, args)?.borrow_mut().context = context;
        Ok(Value::None)
    }),
    getter("__suppress_context__", |vm, args| {
        Ok(Value::Bool(data(vm, args)?.borrow().suppress_context))
    }),
    setter("__suppress_context__", |vm, args| {
        let suppress = vm.truthy(args.at(1))?;
        data(vm, args)?.borrow_mut().suppress_context = suppress;
        Ok(Value::None)
    }),
    getter("__traceback__", |vm, args| Ok(vm.traceback_of(args.this()))),
    setter("__traceback__", |vm, args| {
        vm.set_traceback(args.this(), args.at(1))?;
        Ok(Value::None)
    }),
];

const KEY_ERROR: &[MethodDef] = &[method("__str__", |vm, args| {
    let items = data(vm, args)?.borrow().args.clone();
    match &items[..] {
        [key] => Ok(Value::str(vm.repr(key)?)),
        _ => str(vm, args),
    }
})];

const STOP_ITERATION: &[MethodDef] = &[getter("value", first_argument)];

const SYSTEM_EXIT: &[MethodDef] = &[getter("code", first_argument)];

const IMPORT_ERROR: &[MethodDef] = &[
    method("__init__", |vm, args| {
        keyword_attributes(vm, args, "ImportError", &["name", "path"])
    }),
    getter("msg", first_argument),
];

const ATTRIBUTE_ERROR: &[MethodDef] = &[method("__init__", |vm, args| {
    keyword_attributes(vm, args, "AttributeError", &["name", "obj"])
})];

const NAME_ERROR: &[MethodDef] = &[method("__init__", |vm, args| {
    keyword_attributes(vm, args, "NameError", &["name"])
})];

const UNICODE_DECODE_ERROR: &[MethodDef] = &[
    method("__str__", |vm, args| {
        unicode_error_str(vm, args, "decode byte", "bytes")
    }),
    getter("encoding", |vm, args| argument(vm, args, 0)),
    getter("object", |vm, args| argument(vm, args, 1)),
    getter("start", |vm, args| argument(vm, args, 2)),
    getter("end", |vm, args| argument(vm, args, 3)),
    getter("reason", |vm, args| argument(vm, args, 4)),
];

const UNICODE_ENCODE_ERROR: &[MethodDef] = &[
    method("__str__", |vm, args| {
        unicode_error_str(vm, args, "encode character", "characters")
    }),
    getter("encoding", |vm, args| argument(vm, args, 0)),
    getter("object", |vm, args| argument(vm, args, 1)),
    getter("start", |vm, args| argument(vm, args, 2)),
    getter("end", |vm, args| argument(vm, args, 3)),
    getter("reason", |vm, args| argument(vm, args, 4)),
];

const OS_ERROR: &[MethodDef] = &[
    method("__str__", os_error_str),
    getter("errno", |vm, args| numbered(vm, args, 0)),
    getter("strerror", |vm, args| numbered(vm, args, 1)),
    getter("filename", |vm, args| argument(vm, args, 2)),
];

const SYNTAX_ERROR: &[MethodDef] = &[
    method("__str__", syntax_error_str),
    getter("msg", first_argument),
    getter("filename", |vm, args| {
        detail(vm, args, |syntax| Value::str(&*syntax.file))
    }),
    getter("lineno", |vm, args| {
        detail(vm, args, |syntax| syntax.line.into())
    }),
    getter("offset", |vm, args| {
        detail(vm, args, |syntax| syntax.column.into())
    }),
    getter("end_lineno", |vm, args| {
        detail(vm, args, |syntax| syntax.end_line.into())
    }),
    getter("end_offset", |vm, args| {
        detail(vm, args, |syntax| syntax.end_column.into())
    }),
    getter("text", |vm, args| {
        detail(vm, args, |syntax| Value::str(syntax.text.as_str()))
    }),
];

exceptions! {
    "BaseException": "" = BASE;
    "Exception": "BaseException" = NONE;
    "GeneratorExit": "BaseException" = NONE;
    "KeyboardInterrupt": "BaseException" = NONE;
    "SystemExit": "BaseException" = SYSTEM_EXIT;
    "ArithmeticError": "Exception" = NONE;
    "FloatingPointError": "ArithmeticError" = NONE;
    "OverflowError": "ArithmeticError" = NONE;
    "ZeroDivisionError": "ArithmeticError" = NONE;
    "AssertionError": "Exception" = NONE;
    "AttributeError": "Exception" = ATTRIBUTE_ERROR;
    "BufferError": "Exception" = NONE;
    "EOFError": "Exception" = NONE;
    "ImportError": "Exception" = IMPORT_ERROR;
    "ModuleNotFoundError": "ImportError" = NONE;
    "LookupError": "Exception" = NONE;
    "IndexError": "LookupError" = NONE;
    "KeyError": "LookupError" = KEY_ERROR;
    "MemoryError": "Exception" = NONE;
    "NameError": "Exception" = NAME_ERROR;
    "UnboundLocalError": "NameError" = NONE;
    "OSError": "Exception" = OS_ERROR;
    "FileNotFoundError": "OSError" = NONE;
    "FileExistsError": "OSError" = NONE;
    "IsADirectoryError": "OSError" = NONE;
    "NotADirectoryError": "OSError" = NONE;
    "ConnectionError": "OSError" = NONE;
    "PermissionError": "OSError" = NONE;
    "TimeoutError": "OSError" = NONE;
    "ReferenceError": "Exception" = NONE;
    "RuntimeError": "Exception" = NONE;
    "NotImplementedError": "RuntimeError" = NONE;
    "RecursionError": "RuntimeError" = NONE;
    "SystemError": "Exception" = NONE;
    "StopAsyncIteration": "Exception" = NONE;
    "StopIteration": "Exception" = STOP_ITERATION;
    "SyntaxError": "Exception" = SYNTAX_ERROR;
    "IndentationError": "SyntaxError" = NONE;
    "TabError": "IndentationError" = NONE;
    "TypeError": "Exception" = NONE;
    "ValueError": "Exception" = NONE;
    "UnicodeError": "ValueError" = NONE;
    "UnicodeDecodeError": "UnicodeError" = UNICODE_DECODE_ERROR;
    "UnicodeEncodeError": "UnicodeError" = UNICODE_ENCODE_ERROR;
    "UnicodeTranslateError": "UnicodeError" = NONE;
    "Warning": "Exception" = NONE;
    "UserWarning": "Warning" = NONE;
    "DeprecationWarning": "Warning" = NONE;
    "PendingDeprecationWarning": "Warning" = NONE;
    "RuntimeWarning": "Warning" = NONE;
    "SyntaxWarning": "Warning" = NONE;
    "FutureWarning": "Warning" = NONE;
    "ImportWarning": "Warning" = NONE;
    "UnicodeWarning": "Warning" = NONE;
    "BytesWarning": "Warning" = NONE;
    "ResourceWarning": "Warning" = NONE;
}

fn data<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a RefCell<ExceptionData>> {
    match args.this().as_exception() {
        Some(data) => Ok(data),
        None => Err(vm.type_error("descriptor requires a 'BaseException' object")),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = super::object::class_argument(vm, args, "BaseException")?;
    vm.refuse_abstract(class)?;
    let class = by_number(vm, class, args.rest().positional);
    let data = ExceptionData {
        args: args.rest().positional.to_vec(),
        ..ExceptionData::default()
    };
    let payload = Payload::Exception(Box::new(RefCell::new(data)));
    Ok(Object::new(class, payload).into())
}

/// The class of an OSError with a number that has one of its own.
fn by_number(vm: &Vm, class: &Rc<Class>, args: &[Value]) -> Rc<Class> {
    let exceptions = &vm.exceptions;
    if !Rc::ptr_eq(class, &exceptions.os_error) || args.len() < 2 {
        return class.clone();
    }
    match args[0] {
        Value::Int(2) => exceptions.file_not_found_error.clone(),
        Value::Int(1 | 13) => exceptions.permission_error.clone(),
        Value::Int(17) => exceptions.file_exists_error.clone(),
        Value::Int(20) => exceptions.not_a_directory_error.clone(),
        Value::Int(21) => exceptions.is_a_directory_error.clone(),
        Value::Int(110) => exceptions.timeout_error.clone(),
        _ => class.clone(),
    }
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    if !args.names.is_empty() {
        let class = vm.type_name(args.this());
        return Err(vm.type_error(format!("{}() takes no keyword arguments", class.as_str())));
    }
    let items = args.rest().positional.to_vec();
    let old = std::mem::replace(&mut data(vm, args)?.borrow_mut().args, items);
    drop(old);
    Ok(Value::None)
}

/// `__init__` of a class whose keyword arguments become attributes.
fn keyword_attributes(vm: &mut Vm, args: &Args, class: &str, names: &[&str]) -> Result {
    for (name, _) in args.keywords() {
        if !names.contains(&name.as_str()) {
            let text = format!(
                "'{}' is an invalid keyword argument for {class}()",
                name.as_str()
            );
            return Err(vm.type_error(text));
        }
    }
    let positional = Args::new(args.positional);
    init(vm, &positional)?;
    for name in names {
        let value = args.keyword(name).cloned().unwrap_or(Value::None);
        let key = vm.intern(name);
        if let Value::Obj(object) = args.this() {
            let old = object.set_attr(&key, value);
            drop(old);
        }
    }
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let items = data(vm, args)?.borrow().args.clone();
    let mut texts = Vec::with_capacity(items.len());
    for item in &items {
        texts.push(vm.repr(item)?);
    }
    let class = vm.type_name(args.this());
    Ok(Value::str(format!(
        "{}({})",
        class.as_str(),
        texts.join(", ")
    )))
}

fn str(vm: &mut Vm, args: &Args) -> Result {
    let items = data(vm, args)?.borrow().args.clone();
    match &items[..] {
        [] => Ok(Value::str("")),
        [one] => Ok(Value::Str(vm.str_value(one)?)),
        _ => {
            let tuple = vm.tuple(items);
            Ok(Value::str(vm.repr(&tuple)?))
        }
    }
}

fn with_traceback(vm: &mut Vm, args: &Args) -> Result {
    let [this, traceback] = args.exactly(vm, "with_traceback")?;
    vm.set_traceback(this, traceback)?;
    Ok(this.clone())
}

fn add_note(vm: &mut Vm, args: &Args) -> Result {
    let [this, note] = args.exactly(vm, "add_note")?;
    if note.as_str().is_none() {
        let found = vm.type_name(note);
        let text = format!("note must be a str, not '{}'", found.as_str());
        return Err(vm.type_error(text));
    }
    let name = vm.names.__notes__.clone();
    match vm.find_attr(this, &name)? {
        Some(notes) => match notes.as_list() {
            Some(notes) => notes.push(note.clone()),
            None => return Err(vm.type_error("Cannot add note: __notes__ is not a list")),
        },
        None => {
            let notes = vm.list(vec![note.clone()]);
            vm.set_attr(this, &name, notes)?;
        }
    }
    Ok(Value::None)
}

fn exception_or_none(vm: &mut Vm, value: &Value, what: &str) -> Result<Option<crate::object::Ref>> {
    match value {
        Value::None => Ok(None),
        Value::Obj(object) if value.as_exception().is_some() => Ok(Some(object.clone())),
        _ => {
            let text = format!("exception {what} must be None or derive from BaseException");
            Err(vm.type_error(text))
        }
    }
}

fn argument(vm: &mut Vm, args: &Args, index: usize) -> Result {
    let item = data(vm, args)?.borrow().args.get(index).cloned();
    Ok(item.unwrap_or(Value::None))
}

fn first_argument(vm: &mut Vm, args: &Args) -> Result {
    argument(vm, args, 0)
}

/// An argument of OSError, which has a number and a text where it has at least two.
fn numbered(vm: &mut Vm, args: &Args, index: usize) -> Result {
    if data(vm, args)?.borrow().args.len() < 2 {
        return Ok(Value::None);
    }
    argument(vm, args, index)
}

fn os_error_str(vm: &mut Vm, args: &Args) -> Result {
    let items = data(vm, args)?.borrow().args.clone();
    match &items[..] {
        [number, text] => {
            let text = format!("[Errno {}] {}", vm.str(number)?, vm.str(text)?);
            Ok(Value::str(text))
        }
        [number, text, file, ..] => {
            let text = format!(
                "[Errno {}] {}: {}",
                vm.str(number)?,
                vm.str(text)?,
                vm.repr(file)?
            );
            Ok(Value::str(text))
        }
        _ => str(vm, args),
    }
}

fn detail(vm: &mut Vm, args: &Args, part: fn(&crate::object::SyntaxDetails) -> Value) -> Result {
    let data = data(vm, args)?.borrow();
    Ok(data.syntax.as_deref().map_or(Value::None, part))
}

fn syntax_error_str(vm: &mut Vm, args: &Args) -> Result {
    let message = first_argument(vm, args)?;
    let message = vm.str(&message)?;
    let data = data(vm, args)?.borrow();
    Ok(Value::str(match &data.syntax {
        Some(syntax) => format!("{message} ({}, line {})", syntax.file, syntax.line),
        None => message,
    }))
}

/// `'utf-8' codec can't decode byte 0xff in position 0: invalid start byte`
fn unicode_error_str(vm: &mut Vm, args: &Args, one: &str, many: &str) -> Result {
    let items = data(vm, args)?.borrow().args.clone();
    let [encoding, object, Value::Int(start), Value::Int(end), reason] = &items[..] else {
        return str(vm, args);
    };
    let verb = one.split_once(' ').map_or(one, |(verb, _)| verb);
    let what = if end - start == 1 {
        let key = Value::Int(*start);
        let unit = match vm.get_item(object, &key)? {
            Value::Int(byte) => format!("{byte:#04x}"),
            other => match other.as_str().and_then(|text| text.chars().next()) {
                Some(c) if (c as u32) < 0x100 => format!("'\\x{:02x}'", c as u32),
                Some(c) if (c as u32) < 0x10000 => format!("'\\u{:04x}'", c as u32),
                Some(c) => format!("'\\U{:08x}'", c as u32),
                None => String::new(),
            },
        };
        format!("{one} {unit} in position {start}")
    } else {
        format!("{verb} {many} in position {start}-{}", end - 1)
    };
    let text = format!(
        "'{}' codec can't {what}: {}",
        vm.str(encoding)?,
        vm.str(reason)?
    );
    Ok(Value::str(text))
}
