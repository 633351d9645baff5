//! `object`: what every value can do.

use std::rc::Rc;

use super::define::{class_method, getter, method, setter, static_method};
use crate::object::{Class, ClassDef, Layout, MethodDef, Value};
use crate::vm::{Args, Result, Vm};

/// `object`
pub static CLASS: ClassDef = ClassDef {
    name: "object",
    module: "builtins",
    layout: Layout::Plain,
    subclassable: true,
    methods: METHODS,
    doc: "The base class of the class hierarchy.",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__init__", init),
    method("__getattribute__", getattribute),
    method("__setattr__", setattr),
    method("__delattr__", delattr),
    method("__repr__", repr),
    method("__str__", str),
    method("__format__", format),
    method("__hash__", hash),
    method("__eq__", eq),
    method("__ne__", ne),
    method("__lt__", not_implemented),
    method("__le__", not_implemented),
    method("__gt__", not_implemented),
    method("__ge__", not_implemented),
    method("__dir__", dir),
    method("__reduce__", reduce),
    method("__reduce_ex__", reduce),
    method("__sizeof__", sizeof),
    class_method("__init_subclass__", init_subclass),
    class_method("__subclasshook__", not_implemented),
    getter("__class__", class),
    setter("__class__", set_class),
    getter("__dict__", dict),
    setter("__dict__", set_dict),
];

/// The class that `__new__` was called for.
pub(crate) fn class_argument<'a>(
    vm: &mut Vm,
    args: &Args<'a>,
    name: &str,
) -> Result<&'a Rc<Class>> {
    match args.positional.first() {
        Some(Value::Class(class)) => Ok(class),
        Some(other) => {
            let found = vm.type_name(other);
            let text = format!(
                "{name}.__new__(X): X is not a type object ({})",
                found.as_str()
            );
            Err(vm.type_error(text))
        }
        None => Err(vm.type_error(format!("{name}.__new__(): not enough arguments"))),
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = class_argument(vm, args, "object")?;
    let excess = args.positional.len() > 1 || !args.names.is_empty();
    if excess {
        if vm.overrides_new(class) {
            let text = "object.__new__() takes exactly one argument (the type to instantiate)";
            return Err(vm.type_error(text));
        }
        if !vm.overrides_init(class) {
            let text = format!("{}() takes no arguments", class.name().as_str());
            return Err(vm.type_error(text));
        }
    }
    vm.refuse_abstract(class)?;
    if class.layout != Layout::Plain && class.def.is_some() && class.layout != Layout::Native {
        let name = class.name();
        let text = format!(
            "object.__new__({0}) is not safe, use {0}.__new__()",
            name.as_str()
        );
        return Err(vm.type_error(text));
    }
    Ok(vm.instance(class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let excess = args.positional.len() > 1 || !args.names.is_empty();
    if excess && let Some(receiver) = args.positional.first() {
        let class = vm.class_of(receiver);
        if vm.overrides_init(&class) {
            let text = "object.__init__() takes exactly one argument (the instance to initialize)";
            return Err(vm.type_error(text));
        }
        if !vm.overrides_new(&class) {
            let text = format!(
                "{}.__init__() takes exactly one argument (the instance to initialize)",
                class.name().as_str()
            );
            return Err(vm.type_error(text));
        }
    }
    Ok(Value::None)
}

fn attribute_name(vm: &mut Vm, name: &Value) -> Result<Rc<crate::object::Str>> {
    match name.as_str_rc() {
        Some(name) => Ok(vm.intern_str(name)),
        None => {
            let found = vm.type_name(name);
            let text = format!("attribute name must be string, not '{}'", found.as_str());
            Err(vm.type_error(text))
        }
    }
}

fn getattribute(vm: &mut Vm, args: &Args) -> Result {
    let [value, name] = args.exactly(vm, "__getattribute__")?;
    let name = attribute_name(vm, name)?;
    vm.generic_get_attr(value, &name)
}

fn setattr(vm: &mut Vm, args: &Args) -> Result {
    let [value, name, new] = args.exactly(vm, "__setattr__")?;
    let name = attribute_name(vm, name)?;
    vm.generic_set_attr(value, &name, new.clone())?;
    Ok(Value::None)
}

fn delattr(vm: &mut Vm, args: &Args) -> Result {
    let [value, name] = args.exactly(vm, "__delattr__")?;
    let name = attribute_name(vm, name)?;
    vm.generic_delete_attr(value, &name)?;
    Ok(Value::None)
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "__repr__")?;
    Ok(Value::str(vm.default_repr(value)))
}

fn str(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "__str__")?;
    Ok(Value::str(vm.repr(value)?))
}

fn format(vm: &mut Vm, args: &Args) -> Result {
    let [value, spec] = args.exactly(vm, "__format__")?;
    if spec.as_str().is_some_and(|spec| !spec.is_empty()) {
        let class = vm.type_name(value);
        let text = format!(
            "unsupported format string passed to {}.__format__",
            class.as_str()
        );
        return Err(vm.type_error(text));
    }
    Ok(Value::Str(vm.str_value(value)?))
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "__hash__")?;
    Ok(Value::Int(vm.hash_identity(value)))
}

fn eq(vm: &mut Vm, args: &Args) -> Result {
    let [a, b] = args.exactly(vm, "__eq__")?;
    Ok(if a.is(b) {
        Value::Bool(true)
    } else {
        Value::NotImplemented
    })
}

/// The contrary of what the class's `__eq__` says.
fn ne(vm: &mut Vm, args: &Args) -> Result {
    let [a, b] = args.exactly(vm, "__ne__")?;
    let name = vm.names.__eq__.clone();
    match vm.call_special(a, &name, std::slice::from_ref(b))? {
        None | Some(Value::NotImplemented) => Ok(Value::NotImplemented),
        Some(answer) => Ok(Value::Bool(!vm.truthy(&answer)?)),
    }
}

fn not_implemented(_vm: &mut Vm, _args: &Args) -> Result {
    Ok(Value::NotImplemented)
}

fn dir(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "__dir__")?;
    let names = vm.dir_names(value);
    let names = names.into_iter().map(Value::str).collect();
    Ok(vm.list(names))
}

fn reduce(vm: &mut Vm, _args: &Args) -> Result {
    Err(vm.unsupported("pickling"))
}

fn sizeof(_vm: &mut Vm, _args: &Args) -> Result {
    Ok(Value::Int(size_of::<crate::object::Object>() as i64))
}

fn init_subclass(vm: &mut Vm, args: &Args) -> Result {
    if args.names.is_empty() {
        return Ok(Value::None);
    }
    let class = class_argument(vm, args, "object")?;
    let text = format!(
        "{}.__init_subclass__() takes no keyword arguments",
        class.name().as_str()
    );
    Err(vm.type_error(text))
}

fn class(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "__class__")?;
    Ok(Value::Class(vm.class_of(value)))
}

fn set_class(vm: &mut Vm, _args: &Args) -> Result {
    Err(vm.unsupported("assignment to '__class__'"))
}

fn dict(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "__dict__")?;
    match vm.instance_dict(value) {
        Some(dict) => Ok(dict),
        None => {
            let name = vm.names.__dict__.clone();
            Err(vm.attribute_error(value, &name))
        }
    }
}

fn set_dict(vm: &mut Vm, args: &Args) -> Result {
    let [value, new] = args.exactly(vm, "__dict__")?;
    if new.as_dict().is_none() {
        let found = vm.type_name(new);
        let text = format!(
            "__dict__ must be set to a dictionary, not a '{}'",
            found.as_str()
        );
        return Err(vm.type_error(text));
    }
    vm.set_instance_dict(value, new)?;
    Ok(Value::None)
}
