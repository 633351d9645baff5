//! Where mapping meets instances: what the mapper asks of the attributes, and they of it.

use std::cell::OnceCell;
use std::rc::Rc;

use python::object::{Class, Dict, Function, NativeFunction, Object, Payload, Str, Value};
use python::vm::{Args, NativeFn, Result, Vm};

use super::attributes::{
    AttributeImpl, BackrefHandler, InstrumentedAttribute, Kind, Listener, Validator,
};
use super::collections::CollectionClass;
use super::manager::Manager;
use super::mapper::Mapper;
use super::property::{ColumnProperty, MapperProperty};
use super::relationship::Relationship;
use super::runtime::Runtime;
use super::state::State;
use crate::handle::Handle;

/// A class has been mapped: gives it its manager (kept as [`Class::host`], from where [`mapper_of`] answers)
/// and its `__init__`. Attributes come by [`register_descriptor`].
pub fn instrument_class(vm: &mut Vm, mapper: &Handle<Mapper>) -> Result<()> {
    let class = mapper.class.clone();
    let manager = Rc::new(Manager::new(mapper.clone()));
    if let Some(inherited) = mapper
        .inherits
        .as_ref()
        .and_then(|base| manager_of(&base.class))
    {
        manager.listeners.inherit(&inherited.listeners);
    }
    super::event::take_held(vm, &manager);
    class.host.replace(Some(manager.clone()));
    let name = vm.names.__init__.clone();
    let original = vm.class_attr(&class, &name).unwrap_or(Value::None);
    manager.original_init.replace(unqualified(vm, &original));
    let wrapper = method(
        vm,
        &class,
        "__init__",
        initialize,
        vec![Value::Class(class.clone())],
    );
    vm.set_class_attr(&class, &name, wrapper);
    Ok(())
}

/// A copy of a function of the program whose messages call it `__init__`, as SQLAlchemy's wrapper does.
fn unqualified(vm: &mut Vm, original: &Value) -> Value {
    let Some(Payload::Function(function)) = original.obj().map(|object| &object.payload) else {
        return original.clone();
    };
    let copy = Function {
        code: function.code.clone(),
        globals: function.globals.clone(),
        closure: function.closure.clone(),
        defaults: function.defaults.clone(),
        kw_defaults: function.kw_defaults.clone(),
        annotations: function.annotations.clone(),
        name: function.name.clone(),
        qualname: function.name.clone(),
        doc: function.doc.clone(),
        module: function.module.clone(),
    };
    Value::Obj(Object::new(
        vm.types.function.clone(),
        Payload::Function(Box::new(copy)),
    ))
}

/// A function made in Rust that binds to its instance.
fn method(
    vm: &mut Vm,
    owner: &Rc<Class>,
    name: &'static str,
    call: NativeFn,
    captured: Vec<Value>,
) -> Value {
    let function = NativeFunction {
        name,
        owner: Some(owner.clone()),
        binds: true,
        call,
        captured: captured.into(),
        module: "sqlalchemy.orm.instrumentation",
    };
    Value::Obj(Object::new(
        vm.types.builtin_function.clone(),
        Payload::Native(Box::new(function)),
    ))
}

/// The `__init__` of mapped classes: state first, then configuration if there is anything to configure, then
/// the class's own. The class was captured.
fn initialize(vm: &mut Vm, args: &Args) -> Result {
    let class = args.positional[0]
        .as_class()
        .expect("captured by instrument_class")
        .clone();
    let args = args.rest();
    let instance = &args.positional[0];
    let Some(manager) = manager_of(&class) else {
        return Err(vm.unsupported("a class whose mapping was disposed"));
    };
    let original = manager.original_init.borrow().clone();
    let runtime = Runtime::of(vm);
    if State::find(&runtime, instance).is_none() {
        // An instance of a subclass comes here by its own class's `__init__` first.
        let own = manager_of(&vm.class_of(instance)).unwrap_or_else(|| manager.clone());
        let Some(object) = instance.obj() else {
            return Err(vm.type_error("an instance was expected"));
        };
        let state = State::install(vm, &runtime, &own, object);
        super::configure::configure_if_needed(vm, &own.mapper.registry)?;
        super::mapper::set_polymorphic_identity(vm, &own.mapper, instance)?;
        if super::event::wants_init(&own) {
            return initialize_observed(vm, &own, &original, &state, &args);
        }
    }
    vm.call_args(&original, &args)
}

/// As [`initialize`], where listeners see the arguments first and may change those given by name.
fn initialize_observed(
    vm: &mut Vm,
    manager: &Rc<Manager>,
    original: &Value,
    state: &State,
    args: &Args,
) -> Result {
    let positional = vm.tuple(args.positional[1..].to_vec());
    let mut given = Dict::default();
    for (key, value) in args.keywords() {
        given.insert_str(key.clone(), value.clone());
    }
    let keywords = vm.dict(given);
    super::event::fire(vm, manager, "init", state, &positional, &keywords)?;
    let (mut names, mut values) = (Vec::new(), Vec::new());
    if let Some(dict) = keywords.as_dict() {
        for (key, value) in dict.borrow().iter() {
            names.extend(key.as_str_rc().cloned());
            values.push(value.clone());
        }
    }
    let answer = vm.call_args(
        original,
        &Args {
            positional: args.positional,
            names: &names,
            values: &values,
        },
    );
    if answer.is_err() {
        super::event::fire(vm, manager, "init_failure", state, &positional, &keywords)?;
    }
    answer
}

/// A class is no longer mapped: it gets back what it had before.
pub fn uninstrument_class(vm: &mut Vm, mapper: &Handle<Mapper>) {
    let class = mapper.class.clone();
    let Some(manager) = manager_of(&class) else {
        return;
    };
    for (key, _) in manager.attributes() {
        vm.delete_class_attr(&class, &key);
    }
    let name = vm.names.__init__.clone();
    let original = manager.original_init.borrow().clone();
    vm.set_class_attr(&class, &name, original);
    let name = vm.intern("__mapper__");
    vm.delete_class_attr(&class, &name);
    class.host.replace(None);
}

/// A mapper (the property's own, or one that inherits it) has got a property: puts the `InstrumentedAttribute`
/// on `mapper.class`. Called when the class is mapped, before configuration.
pub fn register_descriptor(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    key: &Rc<Str>,
    property: &MapperProperty,
) -> Result<()> {
    let data = InstrumentedAttribute::new(vm, &mapper.class, key, property.clone());
    let class = super::write_only::attribute_class(property).class(vm);
    let descriptor = Handle::new(vm, &class, data);
    if let Some(manager) = manager_of(&mapper.class) {
        manager.add(key.clone(), descriptor.clone());
        super::event::inherit_listeners(mapper, key, &descriptor);
    }
    vm.set_class_attr(&mapper.class, key, descriptor.value());
    Ok(())
}

/// Configuration has come to a column: the attribute of `mapper.class` gets its impl. Called for the
/// property's own mapper and for each that inherits it.
pub fn register_column(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    property: &Handle<ColumnProperty>,
) -> Result<()> {
    let Some(descriptor) = descriptor(mapper, &property.key()) else {
        return Ok(());
    };
    if property.active_history.get() {
        descriptor.listeners.active_history.set(true);
    }
    let implementation = AttributeImpl {
        class: mapper.class.clone(),
        key: descriptor.key.clone(),
        kind: Kind::Scalar,
        relationship: None,
        trackparent: false,
        sends_modified: true,
        listeners: descriptor.listeners.clone(),
        reverse: OnceCell::new(),
    };
    descriptor.implement(Rc::new(implementation));
    listen_validator(vm, mapper, &descriptor)
}

/// Configuration is through with a relationship: the attribute of `mapper.class` gets its impl and its
/// built-in listeners, in this order: `single_parent`, `@validates`, cascades, the backref handlers.
pub fn register_relationship(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    relationship: &Handle<Relationship>,
) -> Result<()> {
    let Some(descriptor) = descriptor(mapper, &relationship.key()) else {
        return Ok(());
    };
    let runtime = Runtime::of(vm);
    let uselist = relationship.is_collection();
    let kind = if uselist {
        let class = relationship.collection_class.borrow().clone();
        Kind::Collection(CollectionClass::new(vm, &runtime, &class)?)
    } else {
        Kind::Object
    };
    let implementation = Rc::new(AttributeImpl {
        class: mapper.class.clone(),
        key: descriptor.key.clone(),
        kind,
        relationship: Some(relationship.clone()),
        trackparent: relationship.tracks_parent(),
        sends_modified: !relationship.viewonly.get(),
        listeners: descriptor.listeners.clone(),
        reverse: OnceCell::new(),
    });
    descriptor.implement(implementation.clone());

    let listeners = &descriptor.listeners;
    if relationship.active_history.get() || relationship.single_parent.get() {
        listeners.active_history.set(true);
    }
    let entering = if uselist {
        &listeners.append
    } else {
        &listeners.set
    };
    if relationship.single_parent.get() {
        entering.add(Listener::SingleParent(relationship.clone()), false);
    }
    listen_validator(vm, mapper, &descriptor)?;
    let cascade = Listener::Cascade(relationship.clone());
    entering.add(cascade.clone(), false);
    listeners.append_wo_mutation.add(cascade.clone(), false);
    listeners.remove.add(cascade, false);
    let reverse = relationship.back_populates.borrow().clone();
    if let Some(reverse) = reverse.filter(|_| relationship.syncs_backref()) {
        let reverse = vm.intern_str(&reverse);
        let _ = implementation.reverse.set(reverse.clone());
        let handler = Listener::Backref(Rc::new(BackrefHandler { reverse, uselist }));
        entering.add(handler.clone(), false);
        listeners.remove.add(handler, false);
    }
    Ok(())
}

/// The validator of an attribute, that of the class nearest to the mapper's.
fn listen_validator(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    descriptor: &Handle<InstrumentedAttribute>,
) -> Result<()> {
    let _ = vm;
    let mut current = Some(mapper.clone());
    while let Some(owner) = current {
        let found = owner
            .validators
            .borrow()
            .iter()
            .find(|validator| *validator.key == *descriptor.key)
            .cloned();
        if let Some(found) = found {
            let validator = Listener::Validator(Rc::new(Validator {
                function: found.function,
                include_removes: found.include_removes,
                include_backrefs: found.include_backrefs,
            }));
            let listeners = &descriptor.listeners;
            listeners.append.add(validator.clone(), false);
            listeners.bulk_replace.add(validator.clone(), false);
            listeners.set.add(validator.clone(), false);
            if found.include_removes {
                listeners.remove.add(validator, false);
            }
            return Ok(());
        }
        current = owner.inherits.clone();
    }
    Ok(())
}

fn descriptor(mapper: &Handle<Mapper>, key: &Rc<Str>) -> Option<Handle<InstrumentedAttribute>> {
    manager_of(&mapper.class)?.descriptor(key)
}

/// The manager of a class, if that very class is mapped.
pub fn manager_of(class: &Class) -> Option<Rc<Manager>> {
    class.host::<Manager>()
}

/// The mapper of a class, if that very class is mapped.
pub fn mapper_of(class: &Class) -> Option<Handle<Mapper>> {
    Some(manager_of(class)?.mapper.clone())
}
