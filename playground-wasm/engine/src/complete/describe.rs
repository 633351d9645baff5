//! Values in words: what kind of thing they are, what parameters they take, what attributes they have.

use std::rc::Rc;

use python::object::{Class, Function, Payload, Value};
use python::vm::Vm;

use super::Item;
use super::names::{self, Known};
use crate::orm::attributes::INSTRUMENTED_ATTRIBUTE;

/// How a value is referred to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum AsWritten {
    /// By a name of the namespace.
    Name,
    /// As an attribute of another value.
    Attribute,
}

/// A value under a name, in words.
pub(super) fn item(vm: &mut Vm, name: &str, value: &Value, written: AsWritten) -> Item {
    let known = known(value).or_else(|| names::find(name).filter(|_| !is_of_program(value)));
    let kind = match value {
        Value::Class(_) => "class",
        Value::Obj(object) => match &object.payload {
            Payload::Function(_) | Payload::Native(_) | Payload::Method(_) => "function",
            Payload::Module => "module",
            _ if written == AsWritten::Attribute => "attribute",
            _ => "variable",
        },
        _ if written == AsWritten::Attribute => "attribute",
        _ => "variable",
    };
    let detail = match (signature(vm, value, known), kind) {
        (Some(signature), _) => format!("({signature})"),
        (None, "variable" | "attribute") => vm.type_name(value).to_string(),
        (None, _) => String::new(),
    };
    Item {
        name: name.to_owned(),
        kind,
        detail,
        about: known.map_or("", |known| known.about),
    }
}

/// The attributes that a value has, as far as it tells without running anything.
pub(super) fn attribute_names(vm: &mut Vm, value: &Value) -> Vec<String> {
    let mut names = vm.dir_names(value);
    if let Value::Obj(object) = value
        && matches!(object.payload, Payload::Module)
    {
        // Ours make their names when they are asked for, and list them so.
        let key = vm.intern("__all__");
        if let Ok(all) = vm.get_attr(value, &key)
            && let Ok(all) = vm.collect(&all)
        {
            names.extend(
                all.iter()
                    .filter_map(|name| name.as_str().map(str::to_owned)),
            );
        }
        names.sort_unstable();
        names.dedup();
    }
    names
}

/// An attribute, unless finding it would run the reader's code.
pub(super) fn attribute(vm: &mut Vm, value: &Value, name: &str) -> Option<Value> {
    let name = vm.intern(name);
    if let Value::Obj(object) = value
        && matches!(object.payload, Payload::Module)
    {
        return vm.get_attr(value, &name).ok();
    }
    if let Value::Class(class) = value {
        let class = class.clone();
        return vm.class_attr(&class, &name).map(|found| unwrapped(&found));
    }
    if let Some(own) = vm.instance_attr(value, &name) {
        return Some(own);
    }
    let class = vm.class_of(value);
    for hook in ["__getattr__", "__getattribute__"] {
        let hook = vm.intern(hook);
        if vm
            .class_attr(&class, &hook)
            .is_some_and(|found| is_of_program(&found))
        {
            return None;
        }
    }
    let found = vm.class_attr(&class, &name)?;
    if INSTRUMENTED_ATTRIBUTE.is_instance(vm, &found) {
        return vm.get_attr(value, &name).ok();
    }
    match &found {
        Value::Obj(object) => match &object.payload {
            Payload::Property(_) => None,
            Payload::StaticMethod(_) | Payload::ClassMethod(_) => Some(unwrapped(&found)),
            Payload::Native(_) if !is_callable_method(&found) => vm.get_attr(value, &name).ok(),
            _ if vm.class_of(&found).is_user_defined() => None,
            _ => Some(found),
        },
        _ => Some(found),
    }
}

/// The keyword arguments that a callable takes.
pub(super) fn arguments(vm: &mut Vm, value: &Value) -> Vec<Item> {
    if let Some(known) = known(value) {
        let parameters = known.parameters().into_iter();
        return parameters
            .map(|(name, default, about)| argument(name, default, about))
            .collect();
    }
    if let Some(function) = function_of(value) {
        return parameters(function, usize::from(is_bound(value)))
            .into_iter()
            .map(|name| argument(&name, "", ""))
            .collect();
    }
    let Value::Class(class) = value else {
        return Vec::new();
    };
    let class = class.clone();
    let init = vm.intern("__init__");
    if let Some(init) = vm.class_attr(&class, &init)
        && let Some(function) = function_of(&init)
    {
        return parameters(function, 1)
            .into_iter()
            .map(|name| argument(&name, "", ""))
            .collect();
    }
    mapped(vm, &class)
}

/// The mapped attributes of a class, which its constructor takes by name.
fn mapped(vm: &mut Vm, class: &Rc<Class>) -> Vec<Item> {
    let mut items = Vec::new();
    for name in vm.dir_names(&Value::Class(class.clone())) {
        let key = vm.intern(&name);
        if let Some(found) = vm.class_attr(class, &key)
            && INSTRUMENTED_ATTRIBUTE.is_instance(vm, &found)
        {
            items.push(argument(&name, "", ""));
        }
    }
    items
}

fn argument(name: &str, default: &str, about: &'static str) -> Item {
    Item {
        name: name.to_owned(),
        kind: "argument",
        detail: default.to_owned(),
        about,
    }
}

/// What SQLAlchemy calls a value, if it is one of its own.
fn known(value: &Value) -> Option<Known> {
    let (module, name) = match value {
        Value::Class(class) => class.def.map(|def| (def.module, def.name))?,
        Value::Obj(object) => match &object.payload {
            Payload::Native(native) if native.owner.is_none() => (native.module, native.name),
            _ => return None,
        },
        _ => return None,
    };
    names::find(name).filter(|_| module.starts_with("sqlalchemy"))
}

fn signature(vm: &mut Vm, value: &Value, known: Option<Known>) -> Option<String> {
    if let Some(known) = known {
        let callable = matches!(value, Value::Class(_)) || !known.signature.is_empty();
        return callable.then(|| known.signature.replace('@', "**"));
    }
    if let Some(function) = function_of(value) {
        return Some(written_parameters(function, usize::from(is_bound(value))));
    }
    let Value::Class(class) = value else {
        return None;
    };
    let class = class.clone();
    let init = vm.intern("__init__");
    if let Some(init) = vm.class_attr(&class, &init)
        && let Some(function) = function_of(&init)
    {
        return Some(written_parameters(function, 1));
    }
    let names: Vec<String> = mapped(vm, &class)
        .into_iter()
        .map(|item| format!("{}=…", item.name))
        .collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// The function behind a value, if the program has written it.
fn function_of(value: &Value) -> Option<&Function> {
    let Value::Obj(object) = value else {
        return None;
    };
    match &object.payload {
        Payload::Function(function) => Some(function),
        Payload::Method(method) => function_of(&method.function),
        _ => None,
    }
}

fn is_bound(value: &Value) -> bool {
    matches!(value, Value::Obj(object) if matches!(object.payload, Payload::Method(_)))
}

/// The parameters that can be given by name, but for the first ones.
fn parameters(function: &Function, skip: usize) -> Vec<String> {
    let count = &function.code.parameters;
    let first = skip.max(count.positional_only as usize);
    let end = (count.positional + count.keyword_only) as usize;
    let names = function.code.locals.get(first..end).unwrap_or_default();
    names.iter().map(|name| name.as_str().to_owned()).collect()
}

/// A function's parameters as they are written, without their defaults' values.
fn written_parameters(function: &Function, skip: usize) -> String {
    let count = &function.code.parameters;
    let (positional, named) = (
        count.positional as usize,
        (count.positional + count.keyword_only) as usize,
    );
    let optional = positional - function.defaults.borrow().len().min(positional);
    let name = |index: usize| {
        function
            .code
            .locals
            .get(index)
            .map(|name| name.as_str().to_owned())
            .unwrap_or_default()
    };
    let mut parts = Vec::new();
    for index in skip..positional {
        let default = if index >= optional { "=…" } else { "" };
        parts.push(format!("{}{default}", name(index)));
    }
    if count.var_positional {
        parts.push(format!("*{}", name(named)));
    } else if count.keyword_only > 0 {
        parts.push("*".to_owned());
    }
    parts.extend((positional..named).map(name));
    if count.var_keyword {
        parts.push(format!(
            "**{}",
            name(named + usize::from(count.var_positional))
        ));
    }
    parts.join(", ")
}

/// Whether the reader has written it.
fn is_of_program(value: &Value) -> bool {
    match value {
        Value::Class(class) => class.is_user_defined(),
        value => function_of(value).is_some(),
    }
}

fn is_callable_method(value: &Value) -> bool {
    matches!(value, Value::Obj(object) if matches!(&object.payload, Payload::Native(native) if native.binds))
}

/// What a `staticmethod` or `classmethod` holds.
fn unwrapped(value: &Value) -> Value {
    match value {
        Value::Obj(object) => match &object.payload {
            Payload::StaticMethod(inner) | Payload::ClassMethod(inner) => inner.clone(),
            _ => value.clone(),
        },
        _ => value.clone(),
    }
}
