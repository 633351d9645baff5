//! What the annotation of a relationship says: the class, and whether there is a collection.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Result, Vm};

use super::Relationship;
use crate::exc;
use crate::handle::Handle;
use crate::orm::declarative::{self, Collected, Container, Scan, Scope};
use crate::value::find;

impl Handle<Relationship> {
    /// Completes the relationship from its annotation.
    pub fn declarative_scan(
        &self,
        vm: &mut Vm,
        scan: &Scan,
        key: &Rc<Str>,
        collected: Option<&Collected>,
    ) -> Result<()> {
        let has_argument = !self.arguments.borrow().argument.is_unbound();
        let Some(collected) = collected.filter(|collected| collected.container.is_some()) else {
            if has_argument {
                return Ok(());
            }
            let text = format!(
                "Python typing annotation is required for attribute \"{}.{}\" when primary argument(s) for \
                 \"Relationship\" construct are None or not present",
                scan.class.name().as_str(),
                key.as_str()
            );
            return Err(exc::ARGUMENT_ERROR.error(vm, text));
        };
        let lazy = match collected.container {
            Some(Container::WriteOnly) => Some("write_only"),
            Some(Container::Dynamic) => Some("dynamic"),
            _ => None,
        };
        if let Some(lazy) = lazy {
            *self.lazy.borrow_mut() = Value::str(lazy);
        }
        let scope = Scope {
            class: scan.class.clone(),
            module: collected.module.clone(),
        };
        let argument = without_none(vm, &collected.inner)?;
        let argument = self.take_collection(vm, &argument, &scope, lazy.is_some())?;
        if self.collection_class.borrow().is_none() && lazy.is_none() {
            self.uselist.set(Some(false));
        }
        if !has_argument {
            self.arguments.borrow_mut().argument = argument;
        }
        Ok(())
    }

    /// The class within `list["Child"]`; the list becomes the collection class.
    fn take_collection(
        &self,
        vm: &mut Vm,
        argument: &Value,
        scope: &Scope,
        is_query: bool,
    ) -> Result {
        if let Some(name) = name_in(vm, argument)? {
            return real_name(vm, &name, scope);
        }
        if matches!(argument, Value::Class(_)) {
            return Ok(argument.clone());
        }
        let Some(origin) = find(vm, argument, "__origin__")? else {
            return Ok(argument.clone());
        };
        let collection = collection_of(vm, &origin)?;
        let is_given = !self.collection_class.borrow().is_none();
        match &collection {
            Some(_) if is_given => {}
            Some(Collection::Concrete(class)) => {
                *self.collection_class.borrow_mut() = class.clone()
            }
            Some(Collection::Abstract) => {
                let shown = vm.str(&origin)?;
                let text = format!(
                    "Collection annotation type {shown} cannot be instantiated; please provide an explicit \
                     'collection_class' parameter (e.g. list, set, etc.) to the relationship() function to accompany \
                     this annotation"
                );
                return Err(exc::ARGUMENT_ERROR.error(vm, text));
            }
            None if !is_query => self.uselist.set(Some(false)),
            None => {}
        }
        let arguments = declarative::arguments(vm, argument)?;
        let is_mapping = match &origin {
            Value::Class(class) => class.is_subclass(&vm.types.dict),
            _ => false,
        };
        let chosen = if is_mapping {
            arguments.last()
        } else {
            arguments.first()
        };
        let Some(chosen) = chosen else {
            let shown = vm.str(argument)?;
            return Err(exc::ARGUMENT_ERROR
                .error(vm, format!("Generic alias {shown} requires an argument")));
        };
        match name_in(vm, chosen)? {
            Some(name) => real_name(vm, &name, scope),
            None => Ok(chosen.clone()),
        }
    }
}

enum Collection {
    Concrete(Value),
    Abstract,
}

/// What kind of collection an origin is, if it is one.
fn collection_of(vm: &mut Vm, origin: &Value) -> Result<Option<Collection>> {
    let Some(class) = origin.as_class() else {
        return Ok(None);
    };
    let types = &vm.types;
    let concrete = [
        &types.list,
        &types.set,
        &types.dict,
        &types.tuple,
        &types.frozenset,
    ];
    if concrete.iter().any(|known| class.is_subclass(known)) {
        return Ok(Some(Collection::Concrete(origin.clone())));
    }
    let name = vm.full_name(class);
    if name.starts_with("collections.abc.") {
        return Ok(Some(Collection::Abstract));
    }
    for method in ["append", "add"] {
        let method = vm.intern(method);
        if vm.class_attr(class, &method).is_some() {
            return Ok(Some(Collection::Concrete(origin.clone())));
        }
    }
    Ok(None)
}

/// The name that a string or a `ForwardRef` gives.
fn name_in(vm: &mut Vm, value: &Value) -> Result<Option<Rc<Str>>> {
    match value {
        Value::Str(name) => Ok(Some(name.clone())),
        Value::Obj(_) => {
            Ok(find(vm, value, "__forward_arg__")?.and_then(|name| name.as_str_rc().cloned()))
        }
        _ => Ok(None),
    }
}

/// The class's own name, where the string names a class of the module by another one.
fn real_name(vm: &mut Vm, name: &Rc<Str>, scope: &Scope) -> Result {
    match scope.lookup(vm, name)? {
        Some(Value::Class(class)) => Ok(Value::Str(class.name())),
        _ => Ok(Value::Str(name.clone())),
    }
}

/// `Optional["Child"]`, `"Child | None"`: the class.
fn without_none(vm: &mut Vm, value: &Value) -> Result {
    if let Some(name) = name_in(vm, value)? {
        return Ok(Value::str(text_without_none(&name)));
    }
    if declarative::is_union(vm, value)? {
        let mut rest = Vec::new();
        for part in declarative::arguments(vm, value)? {
            let is_none = match &part {
                Value::None => true,
                Value::Class(class) => Rc::ptr_eq(class, &vm.types.none_type),
                other => name_in(vm, other)?.is_some_and(|name| name.as_str() == "None"),
            };
            if !is_none {
                rest.push(part);
            }
        }
        if let [only] = &*rest {
            return Ok(only.clone());
        }
    }
    Ok(value.clone())
}

fn text_without_none(text: &str) -> String {
    let text = text.trim();
    if let Some((name, inner)) = declarative::generic(text) {
        let name = name.rsplit('.').next().unwrap_or(name);
        if name == "Optional" {
            return inner.trim().trim_matches(['"', '\'']).to_owned();
        }
        if name == "Union" {
            return first_but_none(inner.split(','));
        }
    }
    if text.contains('|') {
        first_but_none(text.split('|'))
    } else {
        text.to_owned()
    }
}

fn first_but_none<'a>(mut parts: impl Iterator<Item = &'a str>) -> String {
    parts
        .find(|part| part.trim() != "None")
        .map(|part| part.trim().trim_matches(['"', '\'']).to_owned())
        .unwrap_or_default()
}
