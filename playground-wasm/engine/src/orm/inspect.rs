//! `inspect()`, `class_mapper()` and their like.

use std::rc::Rc;

use python::object::{Class, Value};
use python::vm::{Args, Raised, Result, Vm};

use super::attributes::InstrumentedAttribute;
use super::configure::{check_configured, configure_all};
use super::instrumentation::mapper_of;
use super::mapper::Mapper;
use super::naming::qualified;
use super::runtime::Runtime;
use super::state::State;
use crate::exc;
use crate::handle::Handle;
use crate::native::{Entry, Item, Keywords};
use crate::schema::column::Column;
use crate::schema::table::Table;

/// The names of this file.
pub const NAMES: &[Entry] = &[
    ("class_mapper", Item::Function(class_mapper_function)),
    ("object_mapper", Item::Function(object_mapper)),
    (
        "configure_mappers",
        Item::Function(|vm, args| {
            args.exactly::<0>(vm, "configure_mappers")?;
            configure_all(vm).map(|()| Value::None)
        }),
    ),
    (
        "clear_mappers",
        Item::Function(|vm, args| {
            args.exactly::<0>(vm, "clear_mappers")?;
            super::configure::clear_all(vm);
            Ok(Value::None)
        }),
    ),
    ("validates", Item::Function(super::mapper::validates)),
    ("reconstructor", Item::Function(reconstructor)),
];

/// `inspect`, of `sqlalchemy` itself.
pub const INSPECT: &[Entry] = &[("inspect", Item::Function(inspect))];

/// The mapper of a class, or UnmappedClassError.
pub fn class_mapper(vm: &mut Vm, class: &Rc<Class>) -> Result<Handle<Mapper>> {
    match mapper_of(class) {
        Some(mapper) => Ok(mapper),
        None => {
            let text = unmapped(vm, class);
            Err(exc::UNMAPPED_CLASS_ERROR.error(vm, text))
        }
    }
}

/// `Class 'builtins.int' is not mapped`
fn unmapped(vm: &mut Vm, class: &Rc<Class>) -> String {
    format!("Class '{}' is not mapped", qualified(vm, class))
}

fn class_mapper_function(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let given = args
        .positional
        .first()
        .cloned()
        .or_else(|| keywords.take("class_"))
        .unwrap_or_default();
    let configure = match args
        .positional
        .get(1)
        .cloned()
        .or_else(|| keywords.take("configure"))
    {
        Some(value) => vm.truthy(&value)?,
        None => true,
    };
    let Some(class) = given.as_class().cloned() else {
        let shown = vm.str(&given)?;
        return Err(exc::ARGUMENT_ERROR.error(vm, format!("Class object expected, got '{shown}'.")));
    };
    let mapper = class_mapper(vm, &class)?;
    if configure {
        check_configured(vm, &mapper)?;
    }
    Ok(mapper.value())
}

fn object_mapper(vm: &mut Vm, args: &Args) -> Result {
    let given = args.between(vm, "object_mapper", 1, 1)?;
    let runtime = Runtime::of(vm);
    let state = super::session::mapped(vm, &runtime, &given[0])?;
    Ok(state.manager.mapper.value())
}

fn inspect(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let Some(subject) = args
        .positional
        .first()
        .cloned()
        .or_else(|| keywords.take("subject"))
    else {
        return Err(vm.type_error("inspect() missing 1 required positional argument: 'subject'"));
    };
    let raises = match args
        .positional
        .get(1)
        .cloned()
        .or_else(|| keywords.take("raiseerr"))
    {
        Some(value) => vm.truthy(&value)?,
        None => true,
    };
    if let Value::Class(class) = &subject {
        if let Some(mapper) = mapper_of(class) {
            return Ok(mapper.value());
        }
        return if raises {
            Err(unavailable(vm, &subject))
        } else {
            Ok(Value::None)
        };
    }
    if let Some(object) = subject.obj() {
        let inspects_itself = object.host::<Mapper>().is_some()
            || object.host::<Table>().is_some()
            || object.host::<Column>().is_some()
            || object.host::<InstrumentedAttribute>().is_some()
            || object.host::<super::state::InstanceState>().is_some();
        if inspects_itself {
            return Ok(subject);
        }
        let runtime = Runtime::of(vm);
        if let Some(state) = State::find(&runtime, &subject) {
            return Ok(state.value());
        }
    }
    if raises {
        Err(unavailable(vm, &subject))
    } else {
        Ok(Value::None)
    }
}

fn unavailable(vm: &mut Vm, subject: &Value) -> Raised {
    let class = vm.class_of(subject);
    match vm.str(&Value::Class(class)) {
        Ok(shown) => exc::NO_INSPECTION_AVAILABLE.error(
            vm,
            format!("No inspection system is available for object of type {shown}"),
        ),
        Err(raised) => raised,
    }
}

/// `@reconstructor`: a method that is called where an instance is loaded.
fn reconstructor(vm: &mut Vm, args: &Args) -> Result {
    let [function] = args.exactly(vm, "reconstructor")?;
    let name = vm.intern("__sa_reconstructor__");
    vm.set_attr(function, &name, Value::Bool(true))?;
    Ok(function.clone())
}
