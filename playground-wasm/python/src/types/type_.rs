//! `type`: what every class can do.

use std::cell::RefCell;
use std::rc::Rc;

use super::define::{class_method, getter, method, setter, static_method};
use super::object::class_argument;
use crate::object::{Class, ClassDef, Dict, Layout, MethodDef, Object, Payload, Str, Value};
use crate::vm::{Args, Result, Vm};

/// `type`
pub static CLASS: ClassDef = ClassDef {
    name: "type",
    module: "builtins",
    layout: Layout::Class,
    subclassable: true,
    methods: METHODS,
    doc: "type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__init__", init),
    method("__call__", call),
    method("__repr__", repr),
    method("__getattribute__", getattribute),
    method("__setattr__", setattr),
    method("__delattr__", delattr),
    method("__instancecheck__", instance_check),
    method("__subclasscheck__", subclass_check),
    method("__subclasses__", subclasses),
    method("__or__", super::union::or),
    method("__ror__", super::union::ror),
    method("mro", mro_method),
    method("__dir__", dir),
    class_method("__prepare__", prepare),
    getter("__name__", name),
    setter("__name__", set_name),
    getter("__qualname__", qualname),
    setter("__qualname__", set_qualname),
    getter("__bases__", bases),
    getter("__base__", base),
    getter("__mro__", mro),
    getter("__dict__", dict),
    getter("__module__", module),
    setter("__module__", set_module),
    getter("__doc__", doc),
    setter("__doc__", set_doc),
    getter("__annotations__", annotations),
    setter("__annotations__", set_annotations),
    getter("__abstractmethods__", abstract_methods),
    setter("__abstractmethods__", set_abstract_methods),
];

fn receiver<'a>(vm: &mut Vm, args: &Args<'a>, name: &str) -> Result<&'a Rc<Class>> {
    class_argument(vm, args, name)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let meta = class_argument(vm, args, "type")?;
    let [name, bases, namespace] = match &args.positional[1..] {
        [value] if args.names.is_empty() && Rc::ptr_eq(meta, &vm.types.type_) => {
            return Ok(Value::Class(vm.class_of(value)));
        }
        [name, bases, namespace] => [name, bases, namespace],
        _ => return Err(vm.type_error("type() takes 1 or 3 arguments")),
    };
    let wrong = |vm: &mut Vm, index: usize, wanted: &str, found: &Value| {
        let found = vm.type_name(found);
        let text = format!(
            "type.__new__() argument {index} must be {wanted}, not {}",
            found.as_str()
        );
        vm.type_error(text)
    };
    let Some(name) = name.as_str_rc() else {
        return Err(wrong(vm, 1, "str", name));
    };
    let Some(bases) = bases.as_tuple() else {
        return Err(wrong(vm, 2, "tuple", bases));
    };
    let Some(namespace) = namespace.as_dict() else {
        return Err(wrong(vm, 3, "dict", namespace));
    };
    let mut classes = Vec::with_capacity(bases.len());
    for base in bases {
        match base {
            Value::Class(class) => classes.push(class.clone()),
            other => {
                let entries = vm.names.__mro_entries__.clone();
                if vm.find_attr(other, &entries)?.is_some() {
                    let text = "type() doesn't support MRO entry resolution; use types.new_class()";
                    return Err(vm.type_error(text));
                }
                let text = "metaclass conflict: the metaclass of a derived class must be a \
                            (non-strict) subclass of the metaclasses of all its bases";
                return Err(vm.type_error(text));
            }
        }
    }
    if let Some(winner) = vm.winner(Some(meta), &classes)?
        && !Rc::ptr_eq(&winner, meta)
        && vm.overrides_new(&winner)
    {
        // A metaclass of a base knows better how its classes are made.
        let name = vm.names.__new__.clone();
        let new = vm.get_attr(&Value::Class(winner.clone()), &name)?;
        let mut positional = args.positional.to_vec();
        positional[0] = Value::Class(winner);
        let args = Args {
            positional: &positional,
            ..*args
        };
        return vm.call_args(&new, &args);
    }
    let namespace: Dict = namespace.borrow().copy();
    let keywords = Args {
        positional: &[],
        ..*args
    };
    let class = vm.create_class(Some(meta), name, &classes, namespace, &keywords)?;
    Ok(Value::Class(class))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    match args.positional.len() {
        2 | 4 => Ok(Value::None),
        _ => Err(vm.type_error("type.__init__() takes 1 or 3 arguments")),
    }
}

fn call(vm: &mut Vm, args: &Args) -> Result {
    let class = receiver(vm, args, "type")?;
    vm.instantiate(class, &args.rest())
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let class = receiver(vm, args, "type")?;
    let key = vm.names.__module__.clone();
    let module = vm.class_attr(class, &key);
    let qualname = class.qualname.borrow().clone();
    let text = match module.as_ref().and_then(Value::as_str) {
        None | Some("builtins") => format!("<class '{}'>", qualname.as_str()),
        Some(module) => format!("<class '{module}.{}'>", qualname.as_str()),
    };
    Ok(Value::str(text))
}

fn attribute_name(vm: &mut Vm, name: &Value) -> Result<Rc<Str>> {
    match name.as_str_rc() {
        Some(name) => Ok(vm.intern_str(name)),
        None => Err(vm.type_error("attribute name must be string")),
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

fn instance_check(vm: &mut Vm, args: &Args) -> Result {
    let [class, value] = args.exactly(vm, "__instancecheck__")?;
    match class {
        Value::Class(class) => {
            let answer = crate::modules::builtins::plain_instance(vm, value, class)?;
            Ok(Value::Bool(answer))
        }
        _ => Ok(Value::Bool(false)),
    }
}

fn subclass_check(vm: &mut Vm, args: &Args) -> Result {
    let [class, derived] = args.exactly(vm, "__subclasscheck__")?;
    match (class, derived) {
        (Value::Class(class), Value::Class(derived)) => Ok(Value::Bool(derived.is_subclass(class))),
        _ => Err(vm.type_error("issubclass() arg 1 must be a class")),
    }
}

fn subclasses(vm: &mut Vm, args: &Args) -> Result {
    let class = receiver(vm, args, "type")?;
    let derived = class.subclasses.borrow();
    let alive = derived.iter().filter_map(|class| class.upgrade());
    let alive = alive.map(Value::Class).collect();
    drop(derived);
    Ok(vm.list(alive))
}

fn class_list(class: &RefCell<Vec<Rc<Class>>>) -> Vec<Value> {
    class.borrow().iter().cloned().map(Value::Class).collect()
}

fn mro_method(vm: &mut Vm, args: &Args) -> Result {
    let class = receiver(vm, args, "type")?;
    let order = class_list(&class.mro);
    Ok(vm.list(order))
}

fn dir(vm: &mut Vm, args: &Args) -> Result {
    let [value] = args.exactly(vm, "__dir__")?;
    let names = vm.dir_names(value);
    let names = names.into_iter().map(Value::str).collect();
    Ok(vm.list(names))
}

fn prepare(vm: &mut Vm, _args: &Args) -> Result {
    Ok(vm.dict(Dict::default()))
}

fn name(vm: &mut Vm, args: &Args) -> Result {
    Ok(Value::Str(receiver(vm, args, "type")?.name()))
}

/// A new name; those of the machine's own classes stay.
fn new_name(vm: &mut Vm, args: &Args, attribute: &str) -> Result<(Rc<Class>, Rc<Str>)> {
    let [class, new] = args.exactly(vm, attribute)?;
    let class = class.as_class().cloned();
    let (Some(class), Some(new)) = (class, new.as_str_rc()) else {
        let found = vm.type_name(new);
        let text = format!(
            "can only assign string to type.{attribute}, not '{}'",
            found.as_str()
        );
        return Err(vm.type_error(text));
    };
    if !class.is_user_defined() {
        let text = format!(
            "cannot set '{attribute}' attribute of immutable type '{}'",
            class.name().as_str()
        );
        return Err(vm.type_error(text));
    }
    Ok((class, new.clone()))
}

fn set_name(vm: &mut Vm, args: &Args) -> Result {
    let (class, new) = new_name(vm, args, "__name__")?;
    class.name.replace(new);
    Ok(Value::None)
}

fn qualname(vm: &mut Vm, args: &Args) -> Result {
    let class = receiver(vm, args, "type")?;
    Ok(Value::Str(class.qualname.borrow().clone()))
}

fn set_qualname(vm: &mut Vm, args: &Args) -> Result {
    let (class, new) = new_name(vm, args, "__qualname__")?;
    class.qualname.replace(new);
    Ok(Value::None)
}

fn bases(vm: &mut Vm, args: &Args) -> Result {
    let class = receiver(vm, args, "type")?;
    let bases = class_list(&class.bases);
    Ok(vm.tuple(bases))
}

fn base(vm: &mut Vm, args: &Args) -> Result {
    let class = receiver(vm, args, "type")?;
    let base = class.bases.borrow().first().cloned();
    Ok(base.map_or(Value::None, Value::Class))
}

fn mro(vm: &mut Vm, args: &Args) -> Result {
    let class = receiver(vm, args, "type")?;
    let order = class_list(&class.mro);
    Ok(vm.tuple(order))
}

/// The class's namespace, to read: as it is at the moment.
fn dict(vm: &mut Vm, args: &Args) -> Result {
    let class = receiver(vm, args, "type")?;
    vm.complete_class(class);
    let copy = class.attrs.borrow().copy();
    let copy = vm.dict(copy);
    Ok(super::mapping_proxy::make(vm, &copy))
}

fn own_or(vm: &mut Vm, args: &Args, name: &Rc<Str>, inherited: bool) -> Result<Option<Value>> {
    let class = receiver(vm, args, "type")?;
    Ok(if inherited {
        vm.class_attr(class, name)
    } else {
        vm.own_class_attr(class, name)
    })
}

fn module(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.__module__.clone();
    Ok(own_or(vm, args, &name, true)?.unwrap_or(Value::None))
}

fn store(vm: &mut Vm, args: &Args, name: &Rc<Str>) -> Result {
    let [class, new] = args.exactly(vm, name.as_str())?;
    if let Value::Class(class) = class {
        vm.set_class_attr(class, name, new.clone());
    }
    Ok(Value::None)
}

fn set_module(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.__module__.clone();
    store(vm, args, &name)
}

fn doc(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.__doc__.clone();
    let class = receiver(vm, args, "type")?;
    match own_or(vm, args, &name, false)? {
        Some(found) => vm.bind_class_attr(&found, class),
        None => Ok(Value::None),
    }
}

fn set_doc(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.__doc__.clone();
    store(vm, args, &name)
}

fn annotations(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.__annotations__.clone();
    if let Some(found) = own_or(vm, args, &name, false)? {
        return Ok(found);
    }
    let class = receiver(vm, args, "type")?;
    if !class.is_user_defined() {
        return Err(vm.attribute_error(&args.positional[0], &name));
    }
    let payload = Payload::Dict(RefCell::default());
    let made: Value = Object::new(vm.types.dict.clone(), payload).into();
    vm.set_class_attr(class, &name, made.clone());
    Ok(made)
}

fn set_annotations(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.__annotations__.clone();
    store(vm, args, &name)
}

fn abstract_methods(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.__abstractmethods__.clone();
    match own_or(vm, args, &name, false)? {
        Some(found) => Ok(found),
        None => Err(vm.attribute_error(&args.positional[0], &name)),
    }
}

fn set_abstract_methods(vm: &mut Vm, args: &Args) -> Result {
    let name = vm.names.__abstractmethods__.clone();
    store(vm, args, &name)
}
