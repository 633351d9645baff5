//! Collections: lists, sets, dicts and the program's own classes, instrumented so that each change of their
//! membership is an event.

mod adapter;
mod class;
mod dict;
mod instrument;
mod keyed;
mod list;
mod set;

pub use adapter::{Adapter, Initiator};
pub use class::{CollectionClass, Duck, duck_type};
pub use dict::INSTRUMENTED_DICT;
pub use instrument::COLLECTION;
pub use keyed::{KEY_FUNC_DICT, attribute_keyed_dict, column_keyed_dict, keyfunc_mapping};
pub use list::INSTRUMENTED_LIST;
pub use set::INSTRUMENTED_SET;

use python::object::{Payload, Value};
use python::vm::{Args, Result, Vm};

use super::attributes::Token;
use super::runtime::Runtime;
use crate::native::{Entry, Item};

/// What `sqlalchemy.orm.collections` offers.
pub const NAMES: &[Entry] = &[
    ("collection", Item::Class(&COLLECTION)),
    ("collection_adapter", Item::Function(collection_adapter)),
    ("InstrumentedList", Item::Class(&INSTRUMENTED_LIST)),
    ("InstrumentedSet", Item::Class(&INSTRUMENTED_SET)),
    ("InstrumentedDict", Item::Class(&INSTRUMENTED_DICT)),
    ("KeyFuncDict", Item::Class(&KEY_FUNC_DICT)),
    ("MappedCollection", Item::Class(&KEY_FUNC_DICT)),
    ("attribute_keyed_dict", Item::Function(attribute_keyed_dict)),
    (
        "attribute_mapped_collection",
        Item::Function(attribute_keyed_dict),
    ),
    ("column_keyed_dict", Item::Function(column_keyed_dict)),
    (
        "column_mapped_collection",
        Item::Function(column_keyed_dict),
    ),
    ("keyfunc_mapping", Item::Function(keyfunc_mapping)),
    ("mapped_collection", Item::Function(keyfunc_mapping)),
];

/// `collection_adapter(collection)`
fn collection_adapter(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [collection] = args.exactly(vm, "collection_adapter")?;
    Ok(Adapter::expect(vm, &runtime, collection)?.value())
}

/// The members of a collection, in its order.
pub fn iterate(vm: &mut Vm, runtime: &Runtime, collection: &Value) -> Result<Vec<Value>> {
    let adapter = Adapter::expect(vm, runtime, collection)?;
    adapter.class().iterate(vm, collection)
}

/// As [`iterate`], for the copy that is kept of a collection's state.
pub fn members(vm: &mut Vm, runtime: &Runtime, collection: &Value) -> Result<Vec<Value>> {
    match collection.as_list() {
        Some(list) => Ok(list.to_vec()),
        None => iterate(vm, runtime, collection),
    }
}

/// Shows the members of a collection as they lie in it, until the answer is no more `true`. The collection is not
/// asked: none of the program's code runs. Of a class of the program that is no list, set or dict, these are the
/// members of the first such thing among its attributes.
pub fn peek(collection: &Value, look: &mut dyn FnMut(&Value) -> bool) {
    let Some(object) = collection.obj() else {
        return;
    };
    match &object.payload {
        Payload::List(list) => drop(list.borrow().iter().all(look)),
        Payload::Set(set) => drop(set.borrow().iter().all(|(_, item)| look(item))),
        Payload::Dict(dict) => drop(dict.borrow().iter().all(|(_, value)| look(value))),
        Payload::Plain => {
            let attributes = object.attr_entries();
            let mut held = attributes.iter().map(|(_, value)| value);
            let inner = held.find(|value| {
                value.as_list().is_some() || value.as_set().is_some() || value.as_dict().is_some()
            });
            if let Some(inner) = inner {
                peek(inner, look);
            }
        }
        _ => {}
    }
}

/// Adds a member by the collection's appender, with the events of `initiator` (its own if there is none).
pub fn append(
    vm: &mut Vm,
    runtime: &Runtime,
    collection: &Value,
    member: Value,
    initiator: Option<&Token>,
) -> Result<()> {
    let adapter = Adapter::expect(vm, runtime, collection)?;
    let initiator = initiator.map_or(Initiator::Own, Initiator::Token);
    adapter
        .class()
        .append(vm, runtime, collection, member, initiator)
}

/// Removes a member by the collection's remover, with events.
pub fn remove(
    vm: &mut Vm,
    runtime: &Runtime,
    collection: &Value,
    member: Value,
    initiator: Option<&Token>,
) -> Result<()> {
    let adapter = Adapter::expect(vm, runtime, collection)?;
    let initiator = initiator.map_or(Initiator::Own, Initiator::Token);
    adapter
        .class()
        .remove(vm, runtime, collection, member, initiator)
}

/// Fills a new collection that takes the place of another: members of both go over silently, new ones with
/// append events; then those that are left out get their remove events.
pub fn bulk_replace(
    vm: &mut Vm,
    runtime: &Runtime,
    values: &[Value],
    old: &Value,
    old_adapter: &crate::handle::Handle<Adapter>,
    fresh: &Value,
    token: &Token,
) -> Result<()> {
    let existing = IdentitySet::of(&old_adapter.class().iterate(vm, old)?);
    let given = IdentitySet::of(values);
    let class = Adapter::expect(vm, runtime, fresh)?.class();
    for value in values {
        let initiator = if existing.contains(value) {
            Initiator::Silent
        } else {
            Initiator::Token(token)
        };
        class.append(vm, runtime, fresh, value.clone(), initiator)?;
    }
    for constant in existing
        .members
        .iter()
        .filter(|member| given.contains(member))
    {
        old_adapter.fire_append_without_mutation(
            vm,
            runtime,
            constant.clone(),
            Initiator::Token(token),
            None,
        )?;
    }
    for removed in existing
        .members
        .iter()
        .filter(|member| !given.contains(member))
    {
        old_adapter.fire_remove(vm, runtime, removed, Initiator::Token(token), None)?;
    }
    Ok(())
}

/// Objects by identity, in order of their first appearance.
struct IdentitySet {
    members: Vec<Value>,
    addresses: std::collections::HashSet<usize>,
}

impl IdentitySet {
    fn of(values: &[Value]) -> IdentitySet {
        let mut set = IdentitySet {
            members: Vec::with_capacity(values.len()),
            addresses: Default::default(),
        };
        for value in values {
            if set.addresses.insert(address(value)) {
                set.members.push(value.clone());
            }
        }
        set
    }

    fn contains(&self, value: &Value) -> bool {
        self.addresses.contains(&address(value))
    }
}

/// Tells objects apart; what is no object at all (`None` in a collection) is one and the same.
fn address(value: &Value) -> usize {
    match value {
        Value::Obj(object) => std::rc::Rc::as_ptr(object) as usize,
        Value::Class(class) => std::rc::Rc::as_ptr(class) as usize,
        Value::Str(text) => std::rc::Rc::as_ptr(text) as usize,
        Value::Int(number) => *number as usize,
        _ => 0,
    }
}
