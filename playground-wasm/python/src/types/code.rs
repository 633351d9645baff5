//! `code`: what a function executes.

use std::rc::Rc;

use super::define::{getter, method};
use crate::code::Code;
use crate::object::{ClassDef, Layout, MethodDef, Payload, Str, Value};
use crate::vm::{Args, Result, Vm};

/// `code`
pub static CLASS: ClassDef = ClassDef {
    name: "code",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "",
};

const METHODS: &[MethodDef] = &[
    method("__repr__", repr),
    getter("co_name", |vm, args| {
        Ok(Value::Str(this(vm, args)?.name.clone()))
    }),
    getter("co_qualname", |vm, args| {
        Ok(Value::Str(this(vm, args)?.qualname.clone()))
    }),
    getter("co_filename", |vm, args| {
        Ok(Value::str(&*this(vm, args)?.file.name))
    }),
    getter("co_firstlineno", |vm, args| {
        let code = this(vm, args)?;
        Ok(Value::Int(i64::from(
            code.first_line + code.file.first_line,
        )))
    }),
    getter("co_argcount", |vm, args| {
        Ok(Value::Int(this(vm, args)?.parameters.positional.into()))
    }),
    getter("co_posonlyargcount", |vm, args| {
        Ok(Value::Int(
            this(vm, args)?.parameters.positional_only.into(),
        ))
    }),
    getter("co_kwonlyargcount", |vm, args| {
        Ok(Value::Int(this(vm, args)?.parameters.keyword_only.into()))
    }),
    getter("co_nlocals", |vm, args| {
        Ok(this(vm, args)?.locals.len().into())
    }),
    getter("co_flags", flags),
    getter("co_varnames", |vm, args| {
        let code = this(vm, args)?;
        names(vm, &code.locals)
    }),
    getter("co_cellvars", |vm, args| {
        let code = this(vm, args)?;
        names(vm, &code.cells)
    }),
    getter("co_freevars", |vm, args| {
        let code = this(vm, args)?;
        names(vm, &code.free)
    }),
    getter("co_names", |vm, args| {
        let code = this(vm, args)?;
        names(vm, &code.names)
    }),
];

fn this<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Rc<Code>> {
    match args.this().obj().map(|object| &object.payload) {
        Some(Payload::Code(code)) => Ok(code),
        _ => Err(vm.type_error("descriptor requires a 'code' object")),
    }
}

fn names(vm: &mut Vm, names: &[Rc<Str>]) -> Result {
    let names = names.iter().cloned().map(Value::Str).collect();
    Ok(vm.tuple(names))
}

/// `CO_OPTIMIZED`, `CO_NEWLOCALS`, `CO_VARARGS`, `CO_VARKEYWORDS`, `CO_GENERATOR`
fn flags(vm: &mut Vm, args: &Args) -> Result {
    let code = this(vm, args)?;
    let mut flags = 3;
    if code.parameters.var_positional {
        flags |= 4;
    }
    if code.parameters.var_keyword {
        flags |= 8;
    }
    if code.generator {
        flags |= 32;
    }
    Ok(Value::Int(flags))
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let code = this(vm, args)?;
    let address = vm.address(args.this());
    Ok(Value::str(format!(
        "<code object {} at {address}, file \"{}\", line {}>",
        code.name.as_str(),
        code.file.name,
        code.first_line + code.file.first_line
    )))
}
