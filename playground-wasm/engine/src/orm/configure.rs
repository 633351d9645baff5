//! Configuration: relationships are resolved when they are first needed.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use python::object::{Class, Host, Str, Value};
use python::vm::{Raised, Result, Vm};

use super::instrumentation::{mapper_of, register_column, register_relationship};
use super::mapper::{MAPPER, Mapper, Status};
use super::property::{ColumnProperty, MapperProperty};
use super::registry::Registry;
use super::relationship::{self, Relationship};
use super::story::setup;
use crate::exc;
use crate::handle::Handle;
use crate::native::Native;

/// What configuration remembers of the run.
#[derive(Default)]
pub(crate) struct Configuration {
    /// Every registry that has mappers, in order.
    registries: RefCell<Vec<Handle<Registry>>>,
    listeners: RefCell<Vec<Listener>>,
    running: Cell<bool>,
}

impl Host for Configuration {
    fn clear(&self) {
        self.registries.take();
        self.listeners.take();
    }
}

/// A listener of an event of the configuration.
#[derive(Clone)]
struct Listener {
    event: String,
    /// The class that it is restricted to.
    class: Option<Rc<Class>>,
    function: Value,
}

/// Notes a registry.
pub fn enlist(vm: &mut Vm, registry: &Handle<Registry>) {
    vm.state::<Configuration>()
        .registries
        .borrow_mut()
        .push(registry.clone());
}

/// Configures the mappers of a registry if there are new ones, on behalf of another operation.
#[inline]
pub fn configure_if_needed(vm: &mut Vm, registry: &Handle<Registry>) -> Result<()> {
    if !registry.new_mappers.get() {
        return Ok(());
    }
    exc::while_configuring(vm, |vm| configure(vm, std::slice::from_ref(registry)))
}

/// As [`configure_if_needed`], for the registry of a mapper.
pub fn check_configured(vm: &mut Vm, mapper: &Handle<Mapper>) -> Result<()> {
    configure_if_needed(vm, &mapper.registry)
}

/// `configure_mappers()`
pub fn configure_all(vm: &mut Vm) -> Result<()> {
    let registries = vm.state::<Configuration>().registries.borrow().clone();
    configure(vm, &registries)
}

/// Configures the mappers of registries.
pub fn configure(vm: &mut Vm, registries: &[Handle<Registry>]) -> Result<()> {
    if !registries.iter().any(|registry| registry.new_mappers.get()) {
        return Ok(());
    }
    let configuration = vm.state::<Configuration>();
    if configuration.running.replace(true) {
        return Ok(());
    }
    let answer = run(vm, registries);
    configuration.running.set(false);
    answer?;
    fire(vm, "after_configured", None, &[])
}

fn run(vm: &mut Vm, registries: &[Handle<Registry>]) -> Result<()> {
    fire(vm, "before_configured", None, &[])?;
    for registry in registries {
        // Listeners may map further classes.
        let mut next = 0;
        loop {
            let Some(mapper) = registry.mappers.borrow().get(next).cloned() else {
                break;
            };
            next += 1;
            if !mapper.is_configured() {
                configure_mapper(vm, &mapper)?;
            }
        }
        registry.new_mappers.set(false);
    }
    Ok(())
}

fn configure_mapper(vm: &mut Vm, mapper: &Handle<Mapper>) -> Result<()> {
    let class = Value::Class(mapper.class.clone());
    fire(
        vm,
        "before_mapper_configured",
        Some(&mapper.class),
        &[mapper.value(), class.clone()],
    )?;
    let failure = mapper.failure.borrow().clone();
    if let Some(failure) = failure {
        let original = vm.str(&Value::Obj(failure.0.clone()))?;
        let text = format!(
            "One or more mappers failed to initialize - can't proceed with initialization of other mappers. \
             Triggering mapper: '{}'. Original exception was: {original}",
            mapper.describe()
        );
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, text));
    }
    match initialize(vm, mapper) {
        Ok(()) => fire(
            vm,
            "mapper_configured",
            Some(&mapper.class),
            &[mapper.value(), class],
        ),
        Err(raised) => {
            note_failure(mapper, &raised);
            Err(raised)
        }
    }
}

fn note_failure(mapper: &Handle<Mapper>, raised: &Raised) {
    let is_limit = Value::Obj(raised.0.clone())
        .as_exception()
        .is_some_and(|data| data.borrow().limit);
    if !is_limit {
        mapper.failure.replace(Some(raised.clone()));
    }
}

/// Initialises each property completely before the next.
fn initialize(vm: &mut Vm, mapper: &Handle<Mapper>) -> Result<()> {
    mapper.status.set(Status::Configuring);
    let mut next = 0;
    loop {
        let Some((_, property)) = mapper.properties.borrow().get(next).cloned() else {
            break;
        };
        next += 1;
        initialize_property(vm, mapper, &property)?;
    }
    mapper.status.set(Status::Configured);
    Ok(())
}

/// Initialises a property of a mapper, if that has not happened.
pub fn initialize_property(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    property: &MapperProperty,
) -> Result<()> {
    match property {
        MapperProperty::Column(columns) => initialize_columns(vm, mapper, columns),
        MapperProperty::Relationship(relationship) => {
            let own = relationship.parent().is(mapper);
            if own && !relationship.started.replace(true) {
                relationship::initialize(vm, relationship)?;
                relationship.finished.set(true);
                setup::configured(vm, relationship);
            }
            if relationship.finished.get() {
                implement(vm, mapper, relationship)?;
            }
            Ok(())
        }
        MapperProperty::Synonym(_) => Ok(()),
    }
}

fn initialize_columns(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    property: &Handle<ColumnProperty>,
) -> Result<()> {
    let key = property.key();
    if mapper.implemented.borrow_mut().insert(key.to_string()) {
        register_column(vm, mapper, property)?;
        fire_instrumented(vm, mapper, &key)?;
    }
    Ok(())
}

/// Gives the attribute of a mapper, and of those that inherit it, its implementation.
fn implement(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    relationship: &Handle<Relationship>,
) -> Result<()> {
    let key = relationship.key();
    for mapper in mapper.self_and_descendants() {
        let same = matches!(
            mapper.property(&key),
            Some(MapperProperty::Relationship(other)) if other.is(relationship)
        );
        if same && mapper.implemented.borrow_mut().insert(key.to_string()) {
            register_relationship(vm, &mapper, relationship)?;
            fire_instrumented(vm, &mapper, &key)?;
        }
    }
    Ok(())
}

/// `attribute_instrument`: an attribute of a class has its implementation.
fn fire_instrumented(vm: &mut Vm, mapper: &Handle<Mapper>, key: &Rc<Str>) -> Result<()> {
    if vm.state::<Configuration>().listeners.borrow().is_empty() {
        return Ok(());
    }
    let class = Value::Class(mapper.class.clone());
    let attribute = vm.get_attr(&class, key)?;
    fire(
        vm,
        "attribute_instrument",
        Some(&mapper.class),
        &[class, Value::Str(key.clone()), attribute],
    )
}

/// `instrument_class`: a class is about to be mapped.
pub fn fire_instrument_class(vm: &mut Vm, mapper: &Handle<Mapper>) -> Result<()> {
    let class = Value::Class(mapper.class.clone());
    fire(
        vm,
        "instrument_class",
        Some(&mapper.class),
        &[mapper.value(), class],
    )
}

/// The property of a key, or the error that there is none.
pub fn property_of(vm: &mut Vm, mapper: &Handle<Mapper>, key: &Rc<Str>) -> Result<MapperProperty> {
    match mapper.property(key) {
        Some(property) => Ok(property),
        None => {
            let text = format!(
                "Mapper '{}' has no property '{}'.  If this property was indicated from other mappers or configure \
                 events, ensure registry.configure() has been called.",
                mapper.describe(),
                key.as_str()
            );
            Err(exc::INVALID_REQUEST_ERROR.error(vm, text))
        }
    }
}

/// Events of the configuration.
const EVENTS: [&str; 7] = [
    "attribute_instrument",
    "before_configured",
    "after_configured",
    "mapper_configured",
    "before_mapper_configured",
    "instrument_class",
    "after_mapper_constructed",
];

/// Registers a listener of an event of the configuration, if the event is one.
pub fn listen(vm: &mut Vm, target: &Value, event: &str, function: &Value) -> Result<bool> {
    if !EVENTS.contains(&event) {
        return Ok(false);
    }
    let class = match target {
        Value::Class(class) if mapper_of(class).is_some() => Some(class.clone()),
        Value::Obj(_) => Handle::<Mapper>::of(target).map(|mapper| mapper.class.clone()),
        Value::Class(class) => {
            let native: &'static Native = &MAPPER;
            let every = native.class(vm);
            (!Rc::ptr_eq(class, &every)).then(|| class.clone())
        }
        _ => None,
    };
    let listener = Listener {
        event: event.to_owned(),
        class,
        function: function.clone(),
    };
    vm.state::<Configuration>()
        .listeners
        .borrow_mut()
        .push(listener);
    Ok(true)
}

fn fire(vm: &mut Vm, event: &str, class: Option<&Rc<Class>>, args: &[Value]) -> Result<()> {
    let configuration = vm.state::<Configuration>();
    if configuration.listeners.borrow().is_empty() {
        return Ok(());
    }
    let listeners = configuration.listeners.borrow().clone();
    for listener in listeners.iter().filter(|listener| listener.event == event) {
        let concerned = match (&listener.class, class) {
            (Some(only), Some(class)) => class.is_subclass(only),
            _ => true,
        };
        if concerned {
            vm.call(&listener.function, args)?;
        }
    }
    Ok(())
}

/// `clear_mappers()`
pub fn clear_all(vm: &mut Vm) {
    let registries = vm.state::<Configuration>().registries.borrow().clone();
    for registry in registries {
        registry.dispose(vm);
    }
}
