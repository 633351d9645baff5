//! `isinstance` and `issubclass`

use std::rc::Rc;

use crate::object::{Class, Value};
use crate::vm::{Args, Result, Vm};

pub(super) fn isinstance(vm: &mut Vm, args: &Args) -> Result {
    let [value, class] = args.exactly(vm, "isinstance")?;
    is_instance(vm, value, class).map(Value::Bool)
}

/// The metaclass's own answer, unless the metaclass is `type`.
fn hook(vm: &mut Vm, class: &Rc<Class>, name: &str, value: &Value) -> Result<Option<bool>> {
    if class.meta.is_none() {
        return Ok(None);
    }
    let name = vm.intern(name);
    let checks = vm.call_special(
        &Value::Class(class.clone()),
        &name,
        std::slice::from_ref(value),
    )?;
    match checks {
        Some(answer) => vm.truthy(&answer).map(Some),
        None => Ok(None),
    }
}

/// `isinstance(value, class)`: hooks of metaclasses, tuples and unions included.
pub(crate) fn is_instance(vm: &mut Vm, value: &Value, class: &Value) -> Result<bool> {
    if let Value::Class(class) = class {
        if Rc::ptr_eq(&vm.class_of(value), class) {
            return Ok(true);
        }
        if let Some(answer) = hook(vm, class, "__instancecheck__", value)? {
            return Ok(answer);
        }
        return plain_instance(vm, value, class);
    }
    if let Some(choices) = class.as_tuple() {
        vm.enter()?;
        let mut answer = Ok(false);
        for choice in choices {
            answer = is_instance(vm, value, choice);
            if !matches!(answer, Ok(false)) {
                break;
            }
        }
        vm.leave();
        return answer;
    }
    let name = vm.names.__instancecheck__.clone();
    match vm.call_special(class, &name, std::slice::from_ref(value))? {
        Some(answer) => vm.truthy(&answer),
        None => {
            Err(vm.type_error("isinstance() arg 2 must be a type, a tuple of types, or a union"))
        }
    }
}

/// What `type.__instancecheck__` answers: the class, or what the object says its class is.
pub(crate) fn plain_instance(vm: &mut Vm, value: &Value, class: &Rc<Class>) -> Result<bool> {
    if vm.is_instance(value, class) {
        return Ok(true);
    }
    let own = vm.class_of(value);
    if !own.is_user_defined() {
        return Ok(false);
    }
    // A proxy may name another class by a `__class__` of its own.
    let name = vm.names.__class__.clone();
    let defined = own
        .mro
        .borrow()
        .iter()
        .any(|class| class.is_user_defined() && class.own(&name).is_some());
    if !defined {
        return Ok(false);
    }
    match vm.find_attr(value, &name)? {
        Some(Value::Class(named)) => Ok(named.is_subclass(class)),
        _ => Ok(false),
    }
}

pub(super) fn issubclass(vm: &mut Vm, args: &Args) -> Result {
    let [derived, class] = args.exactly(vm, "issubclass")?;
    is_subclass(vm, derived, class).map(Value::Bool)
}

/// `issubclass(derived, class)`
pub(crate) fn is_subclass(vm: &mut Vm, derived: &Value, class: &Value) -> Result<bool> {
    if let Some(choices) = class.as_tuple() {
        vm.enter()?;
        let mut answer = Ok(false);
        for choice in choices {
            answer = is_subclass(vm, derived, choice);
            if !matches!(answer, Ok(false)) {
                break;
            }
        }
        vm.leave();
        return answer;
    }
    match class {
        Value::Class(class) => {
            if let Some(answer) = hook(vm, class, "__subclasscheck__", derived)? {
                return Ok(answer);
            }
            match derived {
                Value::Class(derived) => Ok(derived.is_subclass(class)),
                _ => Err(vm.type_error("issubclass() arg 1 must be a class")),
            }
        }
        other => {
            let name = vm.names.__subclasscheck__.clone();
            match vm.call_special(other, &name, std::slice::from_ref(derived))? {
                Some(answer) => vm.truthy(&answer),
                None if derived.as_class().is_none() => {
                    Err(vm.type_error("issubclass() arg 1 must be a class"))
                }
                None => Err(vm.type_error(
                    "issubclass() arg 2 must be a class, a tuple of classes, or a union",
                )),
            }
        }
    }
}
