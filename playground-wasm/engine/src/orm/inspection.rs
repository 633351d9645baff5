//! `inspect(instance)`: the state of an instance as the program sees it.

use std::rc::Rc;

use python::object::{ClassDef, Host, Layout, MethodDef, MethodKind, Str, Value};
use python::vm::{Args, NativeFn, Result, Vm};

use super::attributes::{AttributeImpl, history};
use super::runtime::Runtime;
use super::state::{InstanceState, State};
use crate::handle::Handle;
use crate::native::Native;

const fn getter(name: &'static str, call: NativeFn) -> MethodDef {
    MethodDef {
        name,
        kind: MethodKind::Getter,
        call,
    }
}

const fn method(name: &'static str, call: NativeFn) -> MethodDef {
    MethodDef {
        name,
        kind: MethodKind::Method,
        call,
    }
}

const fn native(name: &'static str, module: &'static str, methods: &'static [MethodDef]) -> Native {
    Native {
        def: ClassDef {
            name,
            module,
            layout: Layout::Native,
            subclassable: false,
            methods,
            doc: "",
        },
        bases: &[],
        meta: None,
    }
}

/// `sqlalchemy.orm.state.InstanceState`
pub static INSTANCE_STATE: Native = native(
    "InstanceState",
    "sqlalchemy.orm.state",
    &[
        getter("is_instance", |_, _| Ok(true.into())),
        getter("is_mapper", |_, _| Ok(false.into())),
        getter("is_attribute", |_, _| Ok(false.into())),
        getter("is_aliased_class", |_, _| Ok(false.into())),
        getter("transient", |_, args| {
            Ok((!has_key(args) && !attached(args)).into())
        }),
        getter("pending", |_, args| {
            Ok((!has_key(args) && attached(args)).into())
        }),
        getter("persistent", |_, args| {
            Ok((has_key(args) && attached(args)).into())
        }),
        getter("detached", |_, args| {
            Ok((has_key(args) && !attached(args)).into())
        }),
        getter("deleted", |_, _| Ok(false.into())),
        getter("was_deleted", |_, _| Ok(false.into())),
        getter("expired", |_, _| Ok(false.into())),
        getter("has_identity", |_, args| Ok(has_key(args).into())),
        getter("modified", |_, args| Ok(state(args).modified.get().into())),
        getter("session", |_, args| {
            Ok(state(args)
                .session
                .borrow()
                .clone()
                .map_or(Value::None, Value::Obj))
        }),
        getter("object", |_, args| Ok(state(args).instance())),
        getter("mapper", |_, args| Ok(state(args).manager.mapper.value())),
        getter("class_", |_, args| {
            Ok(Value::Class(state(args).manager.mapper.class.clone()))
        }),
        getter("dict", |vm, args| {
            Ok(vm
                .instance_dict(&state(args).instance())
                .unwrap_or(Value::None))
        }),
        getter("identity", |_, args| {
            Ok(state(args)
                .key
                .borrow()
                .as_ref()
                .map_or(Value::None, |(_, key)| key.clone()))
        }),
        getter("identity_key", identity_key),
        getter("key", identity_key),
        getter("unloaded", unloaded),
        getter("unmodified", unmodified),
        getter("attrs", attrs),
        method("obj", |_, args| Ok(state(args).instance())),
    ],
);

static ATTRIBUTES: Native = native(
    "ReadOnlyProperties",
    "sqlalchemy.util._collections",
    &[
        method("__getattr__", attribute_by_name),
        method("__getitem__", attribute_by_key),
        method("__contains__", has_attribute),
        method("__len__", |_, args| {
            Ok(attributes_of(args).manager.attributes().len().into())
        }),
        method("__iter__", iterate),
        method("keys", |vm, args| {
            let keys = names(&attributes_of(args));
            Ok(vm.list(keys))
        }),
        method("values", |vm, args| {
            let values = all(vm, args);
            Ok(vm.list(values))
        }),
        method("items", items),
        method("get", get),
    ],
);

static ATTRIBUTE_STATE: Native = native(
    "AttributeState",
    "sqlalchemy.orm.state",
    &[
        getter("state", |_, args| Ok(attribute_state(args).state.value())),
        getter("key", |_, args| {
            Ok(Value::Str(attribute_state(args).attribute.key.clone()))
        }),
        getter("value", value),
        getter("loaded_value", loaded_value),
        getter("history", attribute_history),
        method("load_history", attribute_history),
    ],
);

/// `inspect(instance).attrs`
struct Attributes(State);

impl Host for Attributes {}

/// `inspect(instance).attrs.NAME`
struct AttributeState {
    state: State,
    attribute: Rc<AttributeImpl>,
}

impl Host for AttributeState {}

fn state(args: &Args) -> State {
    Handle::<InstanceState>::of(&args.positional[0]).expect("a method of the class")
}

fn has_key(args: &Args) -> bool {
    state(args).key.borrow().is_some()
}

fn attached(args: &Args) -> bool {
    state(args).session.borrow().is_some()
}

fn identity_key(vm: &mut Vm, args: &Args) -> Result {
    let key = state(args).key.borrow().clone();
    Ok(match key {
        Some((class, key)) => vm.tuple(vec![class, key, Value::None]),
        None => Value::None,
    })
}

/// Attributes without a value in `__dict__`, as a set of names.
fn unloaded(vm: &mut Vm, args: &Args) -> Result {
    let state = state(args);
    named_set(vm, &state, |state, key| {
        state.get(key).is_none() && !state.has_committed(key)
    })
}

fn unmodified(vm: &mut Vm, args: &Args) -> Result {
    let state = state(args);
    named_set(vm, &state, |state, key| !state.has_committed(key))
}

fn named_set(vm: &mut Vm, state: &State, keep: impl Fn(&State, &Rc<Str>) -> bool) -> Result {
    let set = vm.set(Default::default());
    for (key, _) in state.manager.attributes() {
        if keep(state, &key)
            && let Some(set) = set.as_set()
        {
            vm.set_add(set, Value::Str(key))?;
        }
    }
    Ok(set)
}

fn attrs(vm: &mut Vm, args: &Args) -> Result {
    let class = ATTRIBUTES.class(vm);
    Ok(vm.host_object(&class, Attributes(state(args))))
}

fn attributes_of(args: &Args) -> State {
    args.positional[0]
        .host::<Attributes>()
        .expect("a method of the class")
        .0
        .clone()
}

fn names(state: &State) -> Vec<Value> {
    state
        .manager
        .attributes()
        .into_iter()
        .map(|(key, _)| Value::Str(key))
        .collect()
}

fn find(vm: &mut Vm, args: &Args) -> Option<Value> {
    let state = attributes_of(args);
    let key = args.positional.get(1)?.as_str_rc()?.clone();
    let key = vm.intern_str(&key);
    let attribute = state.manager.attribute(&key)?;
    let class = ATTRIBUTE_STATE.class(vm);
    Some(vm.host_object(&class, AttributeState { state, attribute }))
}

fn attribute_by_name(vm: &mut Vm, args: &Args) -> Result {
    match find(vm, args) {
        Some(found) => Ok(found),
        None => {
            let name = args
                .positional
                .get(1)
                .and_then(Value::as_str_rc)
                .cloned()
                .unwrap_or_else(|| vm.intern(""));
            let class = vm.exceptions.attribute_error.clone();
            Err(vm.error(&class, name.as_str()))
        }
    }
}

fn attribute_by_key(vm: &mut Vm, args: &Args) -> Result {
    match find(vm, args) {
        Some(found) => Ok(found),
        None => Err(vm.key_error(&args.positional[1])),
    }
}

fn has_attribute(vm: &mut Vm, args: &Args) -> Result {
    Ok(find(vm, args).is_some().into())
}

fn all(vm: &mut Vm, args: &Args) -> Vec<Value> {
    let this = args.positional[0].clone();
    names(&attributes_of(args))
        .into_iter()
        .filter_map(|name| find(vm, &Args::new(&[this.clone(), name])))
        .collect()
}

fn iterate(vm: &mut Vm, args: &Args) -> Result {
    let values = all(vm, args);
    let list = vm.list(values);
    vm.iter(&list)
}

fn items(vm: &mut Vm, args: &Args) -> Result {
    let keys = names(&attributes_of(args));
    let values = all(vm, args);
    let pairs = keys
        .into_iter()
        .zip(values)
        .map(|(key, value)| vm.tuple(vec![key, value]))
        .collect();
    Ok(vm.list(pairs))
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    Ok(find(vm, args)
        .or_else(|| args.positional.get(2).cloned())
        .unwrap_or(Value::None))
}

fn attribute_state<'a>(args: &Args<'a>) -> &'a AttributeState {
    args.positional[0].host().expect("a method of the class")
}

/// The value as the program would read it.
fn value(vm: &mut Vm, args: &Args) -> Result {
    let this = attribute_state(args);
    let instance = this.state.instance();
    vm.get_attr(&instance, &this.attribute.key)
}

/// The value if there is one, without making or loading it.
fn loaded_value(vm: &mut Vm, args: &Args) -> Result {
    let this = attribute_state(args);
    let runtime = Runtime::of(vm);
    Ok(this
        .state
        .get(&this.attribute.key)
        .unwrap_or_else(|| runtime.no_value.clone()))
}

fn attribute_history(vm: &mut Vm, args: &Args) -> Result {
    let this = attribute_state(args);
    let runtime = Runtime::of(vm);
    history(vm, &runtime, &this.attribute, &this.state, false)
}

/// What `inspect()` answers for an instance of a mapped class.
pub fn inspect_instance(vm: &mut Vm, value: &Value) -> Option<Value> {
    let runtime = Runtime::of(vm);
    Some(State::find(&runtime, value)?.value())
}
