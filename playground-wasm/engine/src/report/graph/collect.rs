//! Reads the graph off the program: from its variables along relationships, without running any of its code.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::Vm;

use super::{Graph, Node, Reference, Reverse, Slot};
use crate::orm::attributes::counterpart::counterpart;
use crate::orm::attributes::{AttributeImpl, Kind};
use crate::orm::collections;
use crate::orm::runtime::Runtime;
use crate::orm::state::State;
use crate::report::brief::brief;

/// A picture of more objects would not be read.
const MOST: usize = 30;
/// A longer value is cut in the picture.
const LONGEST: usize = 28;
/// So many members of a collection are looked at in search of more objects.
const MOST_MEMBERS: usize = 1000;

/// A relationship of an object, with what it holds now.
struct Held {
    attribute: Rc<AttributeImpl>,
    value: Option<Value>,
    /// The members that may be drawn: the first ones.
    members: Vec<State>,
    count: usize,
}

impl Held {
    fn of(runtime: &Runtime, attribute: Rc<AttributeImpl>, value: Option<Value>) -> Held {
        let mut held = Held {
            attribute,
            value,
            members: Vec::new(),
            count: 0,
        };
        let (mut members, mut count) = (Vec::new(), 0);
        held.each(&mut |member| {
            count += usize::from(!member.is_none());
            if members.len() < MOST_MEMBERS {
                members.extend(State::find(runtime, member));
            }
            true
        });
        (held.members, held.count) = (members, count);
        held
    }

    fn each(&self, look: &mut dyn FnMut(&Value) -> bool) {
        match (&self.value, &self.attribute.kind) {
            (None, _) => {}
            (Some(collection), Kind::Collection(_)) => collections::peek(collection, look),
            (Some(value), _) => {
                look(value);
            }
        }
    }

    fn holds(&self, object: &Value) -> bool {
        let mut found = false;
        self.each(&mut |member| {
            found = member.is(object);
            !found
        });
        found
    }
}

/// The objects found so far.
#[derive(Default)]
struct Found {
    objects: Vec<(Vec<String>, State)>,
    /// By the address of their states.
    places: HashMap<usize, usize>,
    omitted: HashSet<usize>,
}

impl Found {
    /// Adds an object, or a further name of one that is known.
    fn note(&mut self, name: Option<&str>, state: State) {
        let name = name.map(str::to_owned);
        if let Some(place) = self.places.get(&state.address()) {
            let names = &mut self.objects[*place].0;
            names.extend(name.filter(|name| !names.contains(name)));
        } else if self.objects.len() < MOST {
            self.places.insert(state.address(), self.objects.len());
            self.objects.push((name.into_iter().collect(), state));
        } else {
            self.omitted.insert(state.address());
        }
    }
}

/// The objects that variables lead to, with the relationships of each.
fn survey(vm: &mut Vm, runtime: &Runtime, local: &[(Rc<Str>, Value)]) -> (Found, Vec<Vec<Held>>) {
    let mut found = named(vm, runtime, local);
    let mut held: Vec<Vec<Held>> = Vec::new();
    while held.len() < found.objects.len() {
        let state = found.objects[held.len()].1.clone();
        let relationships = relationships(runtime, &state);
        for member in relationships.iter().flat_map(|held| &held.members) {
            found.note(None, member.clone());
        }
        held.push(relationships);
    }
    (found, held)
}

/// An object that refers to this one while this one's `attribute`, which says the same from the other side, does
/// not refer back; with the attribute by which it does.
pub fn unanswered(
    vm: &mut Vm,
    attribute: &Rc<AttributeImpl>,
    state: &State,
) -> Option<(Value, Rc<AttributeImpl>)> {
    let runtime = Runtime::of(vm);
    let (found, held) = survey(vm, &runtime, &[]);
    let own = Held::of(&runtime, attribute.clone(), state.get(&attribute.key));
    let this = state.instance();
    for ((_, other), relationships) in found.objects.iter().zip(&held) {
        let instance = other.instance();
        for theirs in relationships {
            let answers = counterpart(&theirs.attribute, &state.manager);
            if answers.is_some_and(|answers| Rc::ptr_eq(&answers, attribute))
                && theirs.holds(&this)
                && !own.holds(&instance)
            {
                return Some((instance, theirs.attribute.clone()));
            }
        }
    }
    None
}

/// The mapped objects that the program's global variables and these local ones lead to.
pub fn collect(vm: &mut Vm, local: &[(Rc<Str>, Value)]) -> Graph {
    let runtime = Runtime::of(vm);
    let (found, held) = survey(vm, &runtime, local);
    let mut graph = Graph {
        omitted: found.omitted.len(),
        ..Graph::default()
    };
    let mut unnamed: HashMap<usize, usize> = HashMap::new();
    for ((names, state), held) in found.objects.iter().zip(&held) {
        let number = unnamed
            .entry(Rc::as_ptr(&state.manager) as usize)
            .or_default();
        *number += usize::from(names.is_empty());
        let node = node(vm, &runtime, names, *number, state, held);
        graph.objects.push(node);
    }
    for (from, relationships) in held.iter().enumerate() {
        for (slot, own) in relationships.iter().enumerate() {
            for member in &own.members {
                let Some(to) = found.places.get(&member.address()).copied() else {
                    continue;
                };
                let reverse = reverse(&own.attribute, &found.objects[from].1, member, &held[to]);
                graph.references.push(Reference {
                    from,
                    slot,
                    to,
                    reverse,
                });
            }
        }
    }
    graph
}

/// Objects that variables refer to, themselves or in a list or tuple, in order of the variables.
fn named(vm: &mut Vm, runtime: &Runtime, local: &[(Rc<Str>, Value)]) -> Found {
    let mut found = Found::default();
    let globals = vm.main_globals();
    let Some(globals) = globals.as_dict() else {
        return found;
    };
    let mut variables: Vec<(Rc<Str>, Value)> = globals
        .borrow()
        .iter()
        .filter_map(|(name, value)| Some((name.as_str_rc()?.clone(), value.clone())))
        .collect();
    variables.extend_from_slice(local);
    variables.retain(|(name, value)| !name.starts_with('_') && value.obj().is_some());
    for (name, value) in &variables {
        if let Some(state) = State::find(runtime, value) {
            found.note(Some(name), state);
        }
    }
    for (_, value) in &variables {
        let members: Vec<State> = match (value.as_list(), value.as_tuple()) {
            (Some(list), _) => states(runtime, list.borrow().iter()),
            (None, Some(tuple)) => states(runtime, tuple.iter()),
            (None, None) => continue,
        };
        for state in members {
            found.note(None, state);
        }
    }
    found
}

/// The relationships of an object with the objects that they hold now, without loading or making anything.
fn relationships(runtime: &Runtime, state: &State) -> Vec<Held> {
    let mut all = Vec::new();
    for (key, descriptor) in state.manager.attributes() {
        let Some(attribute) = descriptor
            .implementation()
            .filter(|attribute| attribute.relationship.is_some())
        else {
            continue;
        };
        all.push(Held::of(runtime, attribute, state.get(&key)));
    }
    all
}

fn states<'a>(runtime: &Runtime, values: impl Iterator<Item = &'a Value>) -> Vec<State> {
    values
        .take(MOST_MEMBERS)
        .filter_map(|value| State::find(runtime, value))
        .collect()
}

fn node(
    vm: &mut Vm,
    runtime: &Runtime,
    names: &[String],
    number: usize,
    state: &State,
    held: &[Held],
) -> Node {
    let class = state.manager.mapper.class.name().as_str().to_owned();
    let label = names
        .first()
        .cloned()
        .unwrap_or_else(|| format!("{class} {number}"));
    let mut columns = Vec::new();
    for (key, descriptor) in state.manager.attributes() {
        let scalar = descriptor
            .implementation()
            .is_some_and(|attribute| matches!(attribute.kind, Kind::Scalar));
        if let Some(value) = state.get(&key).filter(|_| scalar) {
            columns.push((key.as_str().to_owned(), brief(vm, runtime, &value, LONGEST)));
        }
    }
    let relationships = held
        .iter()
        .map(|held| Slot {
            name: held.attribute.key.as_str().to_owned(),
            collection: held.attribute.is_collection(),
            count: held.count,
        })
        .collect();
    Node {
        names: names.to_vec(),
        class,
        label,
        columns,
        relationships,
    }
}

/// How the object referred to stands to the one that refers.
fn reverse(attribute: &AttributeImpl, owner: &State, referred: &State, other: &[Held]) -> Reverse {
    let held = counterpart(attribute, &referred.manager).and_then(|reverse| {
        other
            .iter()
            .find(|held| Rc::ptr_eq(&held.attribute, &reverse))
    });
    let Some(held) = held else {
        return Reverse::NoAttribute;
    };
    let name = held.attribute.key.as_str().to_owned();
    if held.holds(&owner.instance()) {
        Reverse::Present(name)
    } else if held.count == 0 || held.attribute.is_collection() {
        Reverse::Missing(name)
    } else {
        Reverse::Stale(name)
    }
}
