//! `list[int]`

use std::cell::RefCell;

use crate::object::{ClassDef, Host, Layout, MethodDef, Payload, Str, Value};
use crate::types::arguments::{object, wrong_receiver};
use crate::types::define::{getter, method, static_method};
use crate::types::union;
use crate::vm::{Args, Result, Vm};
use std::rc::Rc;

/// `types.GenericAlias`
pub static CLASS: ClassDef = ClassDef {
    name: "GenericAlias",
    module: "types",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "A class with its arguments, such as list[int].",
};

const METHODS: &[MethodDef] = &[
    static_method("__new__", new),
    method("__repr__", repr),
    method("__hash__", hash),
    method("__eq__", eq),
    method("__or__", union::or),
    method("__ror__", union::ror),
    method("__call__", call),
    method("__getattr__", get_attr),
    method("__getitem__", get_item),
    method("__mro_entries__", mro_entries),
    method("__instancecheck__", |vm, _| {
        Err(vm.type_error("isinstance() argument 2 cannot be a parameterized generic"))
    }),
    method("__subclasscheck__", |vm, _| {
        Err(vm.type_error("issubclass() argument 2 cannot be a parameterized generic"))
    }),
    getter("__origin__", |vm, args| Ok(this(vm, args, "__origin__")?.0)),
    getter("__args__", |vm, args| {
        let (_, items) = this(vm, args, "__args__")?;
        Ok(vm.tuple(items))
    }),
    getter("__parameters__", |vm, args| {
        let (_, items) = this(vm, args, "__parameters__")?;
        let parameters = parameters(vm, &items)?;
        Ok(vm.tuple(parameters))
    }),
];

/// A class and its arguments.
struct Alias(RefCell<(Value, Vec<Value>)>);

impl Host for Alias {
    fn clear(&self) {
        self.0.take();
    }
}

/// `origin[arguments]`
pub fn make(vm: &mut Vm, origin: &Value, arguments: Vec<Value>) -> Value {
    let class = vm.types.generic_alias.clone();
    let alias = Alias(RefCell::new((origin.clone(), arguments)));
    object(&class, Payload::Host(Box::new(alias)))
}

/// Origin and arguments of `list[int]`; `None` of anything else.
pub fn parts(value: &Value) -> Option<(Value, Vec<Value>)> {
    let alias: &Alias = value.host()?;
    Some(alias.0.borrow().clone())
}

fn this(vm: &mut Vm, args: &Args, name: &str) -> Result<(Value, Vec<Value>)> {
    parts(args.this()).ok_or_else(|| wrong_receiver(vm, args.this(), "types.GenericAlias", name))
}

/// `__class_getitem__` of the classes that take arguments.
pub(crate) fn class_getitem(vm: &mut Vm, args: &Args) -> Result {
    let [class, arguments] = args.exactly(vm, "__class_getitem__")?;
    Ok(make(vm, class, listed(arguments)))
}

/// The arguments in brackets: a tuple's items or the one.
fn listed(arguments: &Value) -> Vec<Value> {
    match arguments.as_tuple() {
        Some(items) => items.to_vec(),
        None => vec![arguments.clone()],
    }
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let [origin, arguments] = args.rest().exactly(vm, "GenericAlias")?;
    Ok(make(vm, origin, listed(arguments)))
}

/// How an argument is shown: a class by its name, with its module unless that is `builtins`.
pub(crate) fn argument_repr(vm: &mut Vm, argument: &Value) -> Result<String> {
    match argument {
        Value::Ellipsis => Ok("...".into()),
        Value::Class(class) => {
            let name = vm.names.__module__.clone();
            let module = match vm.get_attr(argument, &name)? {
                Value::Str(module) if module.as_str() != "builtins" => {
                    format!("{}.", module.as_str())
                }
                _ => String::new(),
            };
            let qualname = class.qualname.borrow().clone();
            Ok(module + qualname.as_str())
        }
        Value::Obj(_) => match argument.as_list() {
            Some(items) => {
                let shown: Result<Vec<String>> = items
                    .to_vec()
                    .iter()
                    .map(|item| argument_repr(vm, item))
                    .collect();
                Ok(format!("[{}]", shown?.join(", ")))
            }
            None => vm.repr(argument),
        },
        other => vm.repr(other),
    }
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let (origin, items) = this(vm, args, "__repr__")?;
    vm.enter()?;
    let origin = argument_repr(vm, &origin);
    let shown: Result<Vec<String>> = items.iter().map(|item| argument_repr(vm, item)).collect();
    vm.leave();
    let (origin, shown) = (origin?, shown?);
    let shown = if shown.is_empty() {
        "()".to_string()
    } else {
        shown.join(", ")
    };
    Ok(Value::str(format!("{origin}[{shown}]")))
}

fn hash(vm: &mut Vm, args: &Args) -> Result {
    let (origin, items) = this(vm, args, "__hash__")?;
    let items = vm.tuple(items);
    Ok(Value::Int(vm.hash(&origin)? ^ vm.hash(&items)?))
}

fn eq(vm: &mut Vm, args: &Args) -> Result {
    let (origin, items) = this(vm, args, "__eq__")?;
    let Some((other, others)) = parts(args.at(1)) else {
        return Ok(Value::NotImplemented);
    };
    if !vm.eq(&origin, &other)? {
        return Ok(Value::Bool(false));
    }
    let (items, others) = (vm.tuple(items), vm.tuple(others));
    vm.eq(&items, &others).map(Value::Bool)
}

fn call(vm: &mut Vm, args: &Args) -> Result {
    let (origin, _) = this(vm, args, "__call__")?;
    let made = vm.call_args(&origin, &args.rest())?;
    let name = vm.intern("__orig_class__");
    if made.obj().is_some_and(|made| made.class.is_user_defined()) {
        // Where the instance takes no attributes, it goes without.
        let attribute_error = vm.exceptions.attribute_error.clone();
        let type_error = vm.exceptions.type_error.clone();
        match vm.set_attr(&made, &name, args.this().clone()) {
            Err(raised)
                if !vm.caught(&raised, &attribute_error) && !vm.caught(&raised, &type_error) =>
            {
                return Err(raised);
            }
            _ => {}
        }
    }
    Ok(made)
}

/// Anything but special names is the class's own attribute.
fn get_attr(vm: &mut Vm, args: &Args) -> Result {
    let (origin, _) = this(vm, args, "__getattr__")?;
    let [name] = args.rest().exactly(vm, "__getattr__")?;
    let name: Rc<Str> = match name.as_str_rc() {
        Some(name) => vm.intern_str(name),
        None => return Err(vm.type_error("attribute name must be string")),
    };
    if name.starts_with("__") && name.ends_with("__") {
        return Err(vm.attribute_error(args.this(), &name));
    }
    vm.get_attr(&origin, &name)
}

fn mro_entries(vm: &mut Vm, args: &Args) -> Result {
    let (origin, _) = this(vm, args, "__mro_entries__")?;
    Ok(vm.tuple(vec![origin]))
}

/// The type variables among arguments, in order of appearance.
pub(crate) fn parameters(vm: &mut Vm, arguments: &[Value]) -> Result<Vec<Value>> {
    let mut found: Vec<Value> = Vec::new();
    let substitution = vm.intern("__typing_subst__");
    let nested = vm.intern("__parameters__");
    for argument in arguments {
        if argument.obj().is_none() {
            continue;
        }
        let inner = if vm.find_attr(argument, &substitution)?.is_some() {
            vec![argument.clone()]
        } else {
            match vm.find_attr(argument, &nested)? {
                Some(inner) => inner.as_tuple().map(<[Value]>::to_vec).unwrap_or_default(),
                None => Vec::new(),
            }
        };
        for parameter in inner {
            if !found.iter().any(|other| other.is(&parameter)) {
                found.push(parameter);
            }
        }
    }
    Ok(found)
}

/// Arguments with type variables replaced.
pub(crate) fn substitute(
    vm: &mut Vm,
    arguments: &[Value],
    parameters: &[Value],
    values: &[Value],
) -> Result<Vec<Value>> {
    let nested = vm.intern("__parameters__");
    let mut result = Vec::with_capacity(arguments.len());
    for argument in arguments {
        if let Some(at) = parameters
            .iter()
            .position(|parameter| parameter.is(argument))
        {
            result.push(values[at].clone());
            continue;
        }
        let inner = match argument {
            Value::Obj(_) => vm.find_attr(argument, &nested)?,
            _ => None,
        };
        let chosen: Vec<Value> = inner
            .as_ref()
            .and_then(Value::as_tuple)
            .unwrap_or_default()
            .iter()
            .filter_map(|own| parameters.iter().position(|parameter| parameter.is(own)))
            .map(|at| values[at].clone())
            .collect();
        if chosen.is_empty() {
            result.push(argument.clone());
        } else {
            let key = vm.tuple(chosen);
            result.push(vm.get_item(argument, &key)?);
        }
    }
    Ok(result)
}

/// `list[T][int]`
fn get_item(vm: &mut Vm, args: &Args) -> Result {
    let (origin, arguments) = this(vm, args, "__getitem__")?;
    let values = listed(args.at(1));
    let parameters = parameters(vm, &arguments)?;
    if parameters.is_empty() {
        let shown = vm.repr(args.this())?;
        return Err(vm.type_error(format!("{shown} is not a generic class")));
    }
    if parameters.len() != values.len() {
        let shown = vm.repr(args.this())?;
        let many = if values.len() > parameters.len() {
            "many"
        } else {
            "few"
        };
        return Err(vm.type_error(format!(
            "Too {many} arguments for {shown}; actual {}, expected {}",
            values.len(),
            parameters.len()
        )));
    }
    let replaced = substitute(vm, &arguments, &parameters, &values)?;
    Ok(make(vm, &origin, replaced))
}
