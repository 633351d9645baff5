//! Who is called when an attribute changes: the ORM's own handlers and the program's, in the order in which
//! they were registered.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Args, Result, Vm};

use super::validate::Validator;
use super::{AttributeImpl, BackrefHandler, Operation, Runtime, State, Token, cascade};
use crate::handle::Handle;
use crate::orm::relationship::Relationship;
use crate::orm::story::changes;

/// A listener of one kind of event.
#[derive(Clone)]
pub enum Listener {
    /// Cascades into and out of sessions.
    Cascade(Handle<Relationship>),
    /// Keeps the reverse attribute in step.
    Backref(Rc<BackrefHandler>),
    /// `single_parent=True`
    SingleParent(Handle<Relationship>),
    /// `@validates`
    Validator(Rc<Validator>),
    /// `event.listen`
    User(Rc<UserListener>),
}

/// A function that the program listens with.
pub struct UserListener {
    /// What is called.
    pub function: Value,
    /// Whether it gets the state in place of the instance.
    pub raw: bool,
    /// Whether what it returns is the value to use.
    pub retval: bool,
    /// Whether it gets the collection's key.
    pub include_key: bool,
    /// Whether it gets everything by keyword.
    pub named: bool,
    /// Whether classes that inherit the attribute get it, too.
    pub propagate: bool,
    /// Whether it is called the first time only.
    pub once: bool,
    /// Whether that time has come.
    pub spent: Cell<bool>,
}

/// An ordered list of listeners that may grow while it is gone through.
#[derive(Default)]
pub struct Chain(RefCell<Rc<Vec<Listener>>>);

impl Chain {
    /// Whether nobody listens.
    pub fn is_empty(&self) -> bool {
        self.0.borrow().is_empty()
    }

    /// Adds a listener, at the front if asked to.
    pub fn add(&self, listener: Listener, first: bool) {
        let mut listeners = self.0.borrow_mut();
        let listeners = Rc::make_mut(&mut listeners);
        listeners.insert(if first { 0 } else { listeners.len() }, listener);
    }

    /// Removes the program's listener.
    pub fn remove(&self, function: &Value) -> bool {
        let mut listeners = self.0.borrow_mut();
        let before = listeners.len();
        Rc::make_mut(&mut listeners).retain(
            |listener| !matches!(listener, Listener::User(user) if user.function.is(function)),
        );
        listeners.len() != before
    }

    /// Whether the program listens with this function.
    pub fn contains(&self, function: &Value) -> bool {
        self.0
            .borrow()
            .iter()
            .any(|listener| matches!(listener, Listener::User(user) if user.function.is(function)))
    }

    /// The listeners at this moment.
    pub fn snapshot(&self) -> Rc<Vec<Listener>> {
        self.0.borrow().clone()
    }

    /// Forgets everybody.
    pub fn clear(&self) {
        self.0.take();
    }
}

/// The listeners of an attribute, by event. They exist from the class statement on, before the attribute is
/// configured: what the program registers early comes before the ORM's own.
#[derive(Default)]
#[expect(missing_docs, reason = "named as the events of SQLAlchemy")]
pub struct Listeners {
    pub append: Chain,
    pub append_wo_mutation: Chain,
    pub bulk_replace: Chain,
    pub remove: Chain,
    pub set: Chain,
    pub init_scalar: Chain,
    pub init_collection: Chain,
    pub dispose_collection: Chain,
    pub modified: Chain,
    /// Whether some listener wants the old value in any case.
    pub active_history: Cell<bool>,
}

impl Listeners {
    /// The listeners of an event by its name.
    pub fn by_name(&self, name: &str) -> Option<&Chain> {
        Some(match name {
            "append" => &self.append,
            "append_wo_mutation" => &self.append_wo_mutation,
            "bulk_replace" => &self.bulk_replace,
            "remove" => &self.remove,
            "set" => &self.set,
            "init_scalar" => &self.init_scalar,
            "init_collection" => &self.init_collection,
            "dispose_collection" => &self.dispose_collection,
            "modified" => &self.modified,
            _ => return None,
        })
    }

    /// All chains, in a fixed order.
    pub fn all(&self) -> [&Chain; 9] {
        [
            &self.append,
            &self.append_wo_mutation,
            &self.bulk_replace,
            &self.remove,
            &self.set,
            &self.init_scalar,
            &self.init_collection,
            &self.dispose_collection,
            &self.modified,
        ]
    }

    /// Lets go of every function.
    pub fn clear(&self) {
        self.all().iter().for_each(|chain| chain.clear());
    }
}

/// What is told of a change.
pub struct Event<'a> {
    /// The value, if there is one.
    pub value: Option<&'a Value>,
    /// What began it.
    pub token: &'a Token,
    /// The key in the collection, if there is one.
    pub key: Option<&'a Value>,
}

/// What the program's listeners get for the value that is not there.
fn shown(runtime: &Runtime, value: Option<&Value>) -> Value {
    value.cloned().unwrap_or_else(|| runtime.no_value.clone())
}

/// Calls a listener of the program.
fn call(
    vm: &mut Vm,
    runtime: &Runtime,
    user: &UserListener,
    state: &State,
    rest: &[(&str, Value)],
    key: Option<Option<&Value>>,
) -> Result {
    if user.once && user.spent.replace(true) {
        return Ok(rest.first().map_or(Value::None, |(_, value)| value.clone()));
    }
    let target = if user.raw {
        state.value()
    } else {
        state.instance()
    };
    let mut positional = vec![target];
    let mut names: Vec<Rc<Str>> = Vec::new();
    let mut values = Vec::new();
    if user.named {
        names.push(vm.intern("target"));
        values.push(positional.remove(0));
        for (name, value) in rest {
            names.push(vm.intern(name));
            values.push(value.clone());
        }
    } else {
        positional.extend(rest.iter().map(|(_, value)| value.clone()));
    }
    if let Some(key) = key.filter(|_| user.include_key) {
        names.push(vm.intern("key"));
        values.push(key.cloned().unwrap_or_else(|| runtime.no_key.clone()));
    }
    let _chapter = changes::calling(vm, runtime, "listener", &user.function);
    let answer = vm.call_args(
        &user.function,
        &Args {
            positional: &positional,
            names: &names,
            values: &values,
        },
    )?;
    if let (true, Some((_, value))) = (user.retval, rest.first()) {
        changes::answered(vm, runtime, value, &answer);
    }
    Ok(answer)
}

/// A scalar is about to be set; answers the value to use.
pub fn fire_set(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    mut value: Value,
    old: Option<&Value>,
    token: &Token,
) -> Result {
    for listener in attribute.listeners.set.snapshot().iter() {
        match listener {
            Listener::Backref(handler) => {
                handler.scalar_set(vm, runtime, attribute, state, &value, old, token)?;
            }
            Listener::Cascade(relationship) => {
                cascade::on_set(
                    vm,
                    runtime,
                    attribute,
                    relationship,
                    state,
                    &value,
                    old,
                    token,
                )?;
            }
            Listener::SingleParent(relationship) => {
                cascade::check_single_parent(
                    vm,
                    runtime,
                    attribute,
                    relationship,
                    state,
                    &value,
                    old,
                    token,
                )?;
            }
            Listener::Validator(validator) => {
                value = validator.set(vm, runtime, attribute, state, value, token)?;
            }
            Listener::User(user) => {
                let initiator = runtime.token_value(vm, token);
                let rest = [
                    ("value", value.clone()),
                    ("oldvalue", shown(runtime, old)),
                    ("initiator", initiator),
                ];
                let answer = call(vm, runtime, user, state, &rest, None)?;
                if user.retval {
                    value = answer;
                }
            }
        }
    }
    Ok(value)
}

/// An element is about to enter a collection; answers the element to use.
pub fn fire_append(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    mut value: Value,
    token: &Token,
    key: Option<&Value>,
) -> Result {
    for listener in attribute.listeners.append.snapshot().iter() {
        match listener {
            Listener::Backref(handler) => {
                handler.collection_append(vm, runtime, attribute, state, &value, token)?;
            }
            Listener::Cascade(relationship) => {
                cascade::on_append(vm, runtime, attribute, relationship, state, &value, token)?;
            }
            Listener::SingleParent(relationship) => {
                cascade::check_single_parent(
                    vm,
                    runtime,
                    attribute,
                    relationship,
                    state,
                    &value,
                    None,
                    token,
                )?;
            }
            Listener::Validator(validator) => {
                value = validator.append(vm, runtime, attribute, state, value, token)?;
            }
            Listener::User(user) => {
                let initiator = runtime.token_value(vm, token);
                let rest = [("value", value.clone()), ("initiator", initiator)];
                let answer = call(vm, runtime, user, state, &rest, Some(key))?;
                if user.retval {
                    value = answer;
                }
            }
        }
    }
    Ok(value)
}

/// An element that is in a collection already is put in again.
pub fn fire_append_without_mutation(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    mut value: Value,
    token: &Token,
    key: Option<&Value>,
) -> Result {
    for listener in attribute.listeners.append_wo_mutation.snapshot().iter() {
        match listener {
            Listener::Cascade(relationship) => {
                cascade::on_append(vm, runtime, attribute, relationship, state, &value, token)?;
            }
            Listener::User(user) => {
                let initiator = runtime.token_value(vm, token);
                let rest = [("value", value.clone()), ("initiator", initiator)];
                let answer = call(vm, runtime, user, state, &rest, Some(key))?;
                if user.retval {
                    value = answer;
                }
            }
            _ => {}
        }
    }
    Ok(value)
}

/// An element leaves a collection, or a scalar is deleted.
pub fn fire_remove(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    event: Event<'_>,
) -> Result<()> {
    for listener in attribute.listeners.remove.snapshot().iter() {
        match listener {
            Listener::Backref(handler) => {
                handler.remove(vm, runtime, attribute, state, event.value, event.token)?;
            }
            Listener::Cascade(relationship) => {
                cascade::on_remove(vm, runtime, relationship, state, event.value)?;
            }
            Listener::SingleParent(_) => {}
            Listener::Validator(validator) => {
                validator.remove(
                    vm,
                    runtime,
                    attribute,
                    state,
                    &shown(runtime, event.value),
                    event.token,
                )?;
            }
            Listener::User(user) => {
                let initiator = runtime.token_value(vm, event.token);
                let rest = [
                    ("value", shown(runtime, event.value)),
                    ("initiator", initiator),
                ];
                let key = attribute.is_collection().then_some(event.key);
                call(vm, runtime, user, state, &rest, key)?;
            }
        }
    }
    Ok(())
}

/// A collection is about to be replaced; answers the members to use, which listeners may have changed.
pub fn fire_bulk_replace(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
    values: Vec<Value>,
    keys: Option<Vec<Value>>,
    token: &Token,
) -> Result<Vec<Value>> {
    let listeners = attribute.listeners.bulk_replace.snapshot();
    if listeners.is_empty() {
        return Ok(values);
    }
    let shared = vm.list(values);
    let keys = match keys {
        Some(keys) => vm.list(keys),
        None => Value::None,
    };
    for listener in listeners.iter() {
        match listener {
            Listener::Validator(validator) => {
                validator.bulk_replace(vm, runtime, attribute, state, &shared, token)?;
            }
            Listener::User(user) => {
                let initiator = runtime.token_value(vm, token);
                let rest = [("values", shared.clone()), ("initiator", initiator)];
                let target = if user.raw {
                    state.value()
                } else {
                    state.instance()
                };
                if user.include_key {
                    let name = vm.intern("keys");
                    let positional = [target, rest[0].1.clone(), rest[1].1.clone()];
                    let args = Args {
                        positional: &positional,
                        names: &[name],
                        values: std::slice::from_ref(&keys),
                    };
                    vm.call_args(&user.function, &args)?;
                } else {
                    call(vm, runtime, user, state, &rest, None)?;
                }
            }
            _ => {}
        }
    }
    vm.collect(&shared)
}

/// A collection was made for, or taken from, an attribute.
pub fn fire_collection_event(
    vm: &mut Vm,
    runtime: &Runtime,
    chain: &Chain,
    state: &State,
    collection: &Value,
) -> Result<()> {
    if chain.is_empty() {
        return Ok(());
    }
    for listener in chain.snapshot().iter() {
        if let Listener::User(user) = listener {
            let adapter = runtime.adapter_value(collection);
            let rest = [
                ("collection", collection.clone()),
                ("collection_adapter", adapter),
            ];
            call(vm, runtime, user, state, &rest, None)?;
        }
    }
    Ok(())
}

/// The value of a column that was never set, which listeners may choose.
pub fn init_scalar(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
) -> Result {
    let mut value = Value::None;
    if attribute.listeners.init_scalar.is_empty() {
        return Ok(value);
    }
    for listener in attribute.listeners.init_scalar.snapshot().iter() {
        if let Listener::User(user) = listener {
            let namespace = vm.instance_dict(&state.instance()).unwrap_or(Value::None);
            let rest = [("value", value.clone()), ("dict_", namespace)];
            let answer = call(vm, runtime, user, state, &rest, None)?;
            if user.retval {
                value = answer;
            }
        }
    }
    Ok(value)
}

/// `flag_modified`
pub fn fire_modified(
    vm: &mut Vm,
    runtime: &Runtime,
    attribute: &Rc<AttributeImpl>,
    state: &State,
) -> Result<()> {
    let token = attribute.token(Operation::Modified);
    for listener in attribute.listeners.modified.snapshot().iter() {
        if let Listener::User(user) = listener {
            let initiator = runtime.token_value(vm, &token);
            call(vm, runtime, user, state, &[("initiator", initiator)], None)?;
        }
    }
    Ok(())
}
