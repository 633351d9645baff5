//! `sqlalchemy.event`: functions of the program that are called on changes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use python::object::{Class, Host, Str, Value};
use python::vm::{Args, Result, Vm};

use super::attributes::{Chain, InstrumentedAttribute, Listener, UserListener};
use super::instrumentation::manager_of;
use super::manager::Manager;
use super::mapper::Mapper;
use super::state::State;
use crate::exc;
use crate::handle::Handle;
use crate::native::{Entry, Item};

/// What `sqlalchemy.event` offers.
pub const NAMES: &[Entry] = &[
    ("listen", Item::Function(listen)),
    ("listens_for", Item::Function(listens_for)),
    ("remove", Item::Function(remove)),
    ("contains", Item::Function(contains)),
];

/// A listener of an event of instances.
#[derive(Clone)]
struct InstanceListener {
    event: &'static str,
    function: Value,
    raw: bool,
    propagate: bool,
}

/// Listeners of instance events (`init`, `init_failure`) of one class.
#[derive(Default)]
pub struct InstanceListeners(RefCell<Vec<InstanceListener>>);

impl InstanceListeners {
    /// Takes over what was registered on the base with `propagate=True`.
    pub fn inherit(&self, base: &InstanceListeners) {
        self.0.borrow_mut().extend(
            base.0
                .borrow()
                .iter()
                .filter(|listener| listener.propagate)
                .cloned(),
        );
    }

    /// Forgets everybody.
    pub fn clear(&self) {
        self.0.take();
    }

    fn of(&self, event: &str) -> Vec<InstanceListener> {
        self.0
            .borrow()
            .iter()
            .filter(|listener| listener.event == event)
            .cloned()
            .collect()
    }
}

/// Listeners on classes that were not mapped at that time.
#[derive(Default)]
struct Held(RefCell<Vec<(Rc<Class>, InstanceListener)>>);

impl Host for Held {
    fn clear(&self) {
        self.0.take();
    }
}

/// A class has been mapped: it takes over what was registered on it, or with `propagate=True` on a base, before.
pub fn take_held(vm: &mut Vm, manager: &Manager) {
    let class = &manager.mapper.class;
    for (target, listener) in vm.state::<Held>().0.borrow().iter() {
        if Rc::ptr_eq(target, class) || (listener.propagate && class.is_subclass(target)) {
            manager.listeners.0.borrow_mut().push(listener.clone());
        }
    }
}

/// Instance events that can be listened to.
const INSTANCE_EVENTS: [&str; 2] = ["init", "init_failure"];

/// Events that never happen without a database, which may be listened to all the same.
const SILENT_EVENTS: [&str; 24] = [
    "load",
    "refresh",
    "refresh_flush",
    "expire",
    "pickle",
    "unpickle",
    "first_init",
    "before_insert",
    "after_insert",
    "before_update",
    "after_update",
    "before_delete",
    "after_delete",
    "before_flush",
    "after_flush",
    "after_flush_postexec",
    "before_commit",
    "after_commit",
    "after_rollback",
    "after_soft_rollback",
    "after_begin",
    "before_cursor_execute",
    "after_cursor_execute",
    "connect",
];

fn flag(vm: &mut Vm, args: &Args, name: &str) -> Result<bool> {
    match args.keyword(name) {
        Some(value) => vm.truthy(value),
        None => Ok(false),
    }
}

/// `event.listen(target, name, function, **options)`
fn listen(vm: &mut Vm, args: &Args) -> Result {
    let names = ["target", "identifier", "fn"];
    let given = Args::new(args.positional).bind(vm, "listen", &names, 3, 3)?;
    let [Some(target), Some(name), Some(function)] = &given.0 else {
        unreachable!("all are required")
    };
    register(vm, target, name, function, args)?;
    Ok(Value::None)
}

/// `@event.listens_for(target, name, **options)`
fn listens_for(vm: &mut Vm, args: &Args) -> Result {
    let [target, name] = args.positional else {
        let message = format!(
            "listens_for() takes 2 positional arguments but {} were given",
            args.positional.len()
        );
        return Err(vm.type_error(message));
    };
    let mut captured = vec![target.clone(), name.clone()];
    let mut keys = Vec::new();
    for (key, value) in args.keywords() {
        keys.push(Value::Str(key.clone()));
        captured.push(value.clone());
    }
    let keys = vm.tuple(keys);
    captured.insert(0, keys);
    Ok(vm.native_function("sqlalchemy.event.api", "decorate", decorate, captured))
}

/// The decorator that `listens_for` answers: captured are the options' names, target, event, the options.
fn decorate(vm: &mut Vm, args: &Args) -> Result {
    let (function, captured) = args
        .positional
        .split_last()
        .expect("called with a function");
    let [names, target, name, values @ ..] = captured else {
        unreachable!("captured by listens_for")
    };
    let names: Vec<Rc<Str>> = names
        .as_tuple()
        .unwrap_or_default()
        .iter()
        .filter_map(|name| name.as_str_rc().cloned())
        .collect();
    register(
        vm,
        target,
        name,
        function,
        &Args {
            positional: &[],
            names: &names,
            values,
        },
    )?;
    Ok(function.clone())
}

/// `event.remove(target, name, function)`
fn remove(vm: &mut Vm, args: &Args) -> Result {
    let [target, name, function] = args.exactly(vm, "remove")?;
    let event = vm.str(name)?;
    if !with_chain(vm, target, &event, |chain| chain.remove(function)).unwrap_or(false) {
        let (shown, listener) = (vm.str(target)?, vm.repr(function)?);
        let message = format!("No listeners found for event {shown} / '{event}' / {listener} ");
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, message));
    }
    Ok(Value::None)
}

/// `event.contains(target, name, function)`
fn contains(vm: &mut Vm, args: &Args) -> Result {
    let [target, name, function] = args.exactly(vm, "contains")?;
    let event = vm.str(name)?;
    Ok(
        with_chain(vm, target, &event, |chain| chain.contains(function))
            .unwrap_or(false)
            .into(),
    )
}

fn with_chain<T>(
    vm: &mut Vm,
    target: &Value,
    event: &str,
    act: impl FnOnce(&Chain) -> T,
) -> Option<T> {
    let _ = vm;
    let descriptor = Handle::<InstrumentedAttribute>::of(target)?;
    descriptor.listeners.by_name(event).map(act)
}

fn register(
    vm: &mut Vm,
    target: &Value,
    name: &Value,
    function: &Value,
    options: &Args,
) -> Result<()> {
    let event = vm.str(name)?;
    if let Some(descriptor) = Handle::<InstrumentedAttribute>::of(target) {
        return register_attribute(vm, &descriptor, &event, function, options);
    }
    if let Some(class) = target.as_class()
        && let Some(name) = INSTANCE_EVENTS.iter().find(|known| **known == event)
    {
        let listener = InstanceListener {
            event: name,
            function: function.clone(),
            raw: flag(vm, options, "raw")?,
            propagate: flag(vm, options, "propagate")?,
        };
        return register_instance(vm, class, listener);
    }
    if SILENT_EVENTS.contains(&event.as_str()) || mapper_event(vm, target, &event, function)? {
        return Ok(());
    }
    let dispatch = vm.intern("dispatch");
    Err(vm.attribute_error(target, &dispatch))
}

/// Events of the configuration itself.
fn mapper_event(vm: &mut Vm, target: &Value, event: &str, function: &Value) -> Result<bool> {
    super::configure::listen(vm, target, event, function)
}

fn register_attribute(
    vm: &mut Vm,
    descriptor: &Handle<InstrumentedAttribute>,
    event: &str,
    function: &Value,
    options: &Args,
) -> Result<()> {
    let listener = Listener::User(Rc::new(UserListener {
        function: function.clone(),
        raw: flag(vm, options, "raw")?,
        retval: flag(vm, options, "retval")?,
        include_key: flag(vm, options, "include_key")?,
        named: flag(vm, options, "named")?,
        propagate: flag(vm, options, "propagate")?,
        once: flag(vm, options, "once")?,
        spent: Cell::new(false),
    }));
    if flag(vm, options, "active_history")? {
        descriptor.listeners.active_history.set(true);
    }
    let first = flag(vm, options, "insert")?;
    let Some(chain) = descriptor.listeners.by_name(event) else {
        let class = descriptor.class.name();
        let message = format!(
            "No such event '{event}' for target '{}.{}'",
            &**class, &**descriptor.key
        );
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, message));
    };
    chain.add(listener.clone(), first);
    if let (Listener::User(user), Some(manager)) = (&listener, manager_of(&descriptor.class))
        && user.propagate
    {
        for mapper in manager.mapper.self_and_descendants().into_iter().skip(1) {
            let inherited =
                manager_of(&mapper.class).and_then(|manager| manager.descriptor(&descriptor.key));
            if let Some(chain) = inherited
                .as_ref()
                .and_then(|descriptor| descriptor.listeners.by_name(event))
            {
                chain.add(listener.clone(), first);
            }
        }
    }
    Ok(())
}

/// A class that inherits an attribute takes over the listeners registered with `propagate=True`.
pub fn inherit_listeners(
    mapper: &Handle<Mapper>,
    key: &Rc<Str>,
    descriptor: &Handle<InstrumentedAttribute>,
) {
    let base = mapper
        .inherits
        .as_ref()
        .and_then(|base| manager_of(&base.class)?.descriptor(key));
    let Some(base) = base else { return };
    for (from, to) in base
        .listeners
        .all()
        .into_iter()
        .zip(descriptor.listeners.all())
    {
        for listener in from.snapshot().iter() {
            if matches!(listener, Listener::User(user) if user.propagate) {
                to.add(listener.clone(), false);
            }
        }
    }
}

fn register_instance(vm: &mut Vm, class: &Rc<Class>, listener: InstanceListener) -> Result<()> {
    let Some(manager) = manager_of(class) else {
        // It may be mapped later, or be a base of classes that are.
        vm.state::<Held>()
            .0
            .borrow_mut()
            .push((class.clone(), listener));
        return Ok(());
    };
    if listener.propagate {
        for mapper in manager.mapper.self_and_descendants().into_iter().skip(1) {
            if let Some(inheriting) = manager_of(&mapper.class) {
                inheriting.listeners.0.borrow_mut().push(listener.clone());
            }
        }
    }
    manager.listeners.0.borrow_mut().push(listener);
    Ok(())
}

/// Whether anybody wants to know of the initialisation of instances.
pub fn wants_init(manager: &Manager) -> bool {
    !manager.listeners.0.borrow().is_empty()
}

/// An instance is about to be initialised, or that has failed: every listener gets the same tuple of arguments
/// and the same dict of keyword arguments, which it may change.
pub fn fire(
    vm: &mut Vm,
    manager: &Manager,
    event: &str,
    state: &State,
    positional: &Value,
    keywords: &Value,
) -> Result<()> {
    for listener in manager.listeners.of(event) {
        let target = if listener.raw {
            state.value()
        } else {
            state.instance()
        };
        vm.call(
            &listener.function,
            &[target, positional.clone(), keywords.clone()],
        )?;
    }
    Ok(())
}
