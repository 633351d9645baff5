//! Reads the graph off the program: from its global variables along relationships.

use std::rc::Rc;

use python::object::Value;
use python::vm::{Result, Vm};

use super::{Graph, Node, Reference, Reverse, Slot};
use crate::orm::attributes::counterpart::counterpart;
use crate::orm::attributes::{AttributeImpl, Kind};
use crate::orm::collections;
use crate::orm::runtime::Runtime;
use crate::orm::state::State;

/// A picture of more objects would not be read.
const MOST: usize = 30;
/// A longer value is cut in the picture.
const LONGEST: usize = 28;

/// The mapped objects that the globals of the program lead to.
///
/// # Errors
/// If iterating one of the program's own collection classes raises.
pub fn collect(vm: &mut Vm) -> Result<Graph> {
    let runtime = Runtime::of(vm);
    let mut found = named(vm, &runtime);
    let mut held: Vec<Vec<(Rc<AttributeImpl>, Vec<State>)>> = Vec::new();
    let mut omitted = 0;
    while held.len() < found.len() {
        let state = found[held.len()].1.clone();
        let attributes = relationships(vm, &runtime, &state)?;
        for member in attributes.iter().flat_map(|(_, members)| members) {
            if !found.iter().any(|(_, known)| known.is(member)) {
                if found.len() < MOST {
                    found.push((Vec::new(), member.clone()));
                } else {
                    omitted += 1;
                }
            }
        }
        held.push(attributes);
    }
    let mut graph = Graph {
        omitted,
        ..Graph::default()
    };
    for (index, (names, state)) in found.iter().enumerate() {
        let node = node(vm, &found, index, names, state, &held[index]);
        graph.objects.push(node);
    }
    for (from, attributes) in held.iter().enumerate() {
        for (slot, (attribute, members)) in attributes.iter().enumerate() {
            for member in members {
                let Some(to) = found.iter().position(|(_, known)| known.is(member)) else {
                    continue;
                };
                let reverse = reverse(attribute, &found[from].1, &found[to].1, &held[to]);
                graph.references.push(Reference {
                    from,
                    slot,
                    to,
                    reverse,
                });
            }
        }
    }
    Ok(graph)
}

/// Objects that global variables refer to, themselves or in a list, in order of the variables.
fn named(vm: &mut Vm, runtime: &Runtime) -> Vec<(Vec<String>, State)> {
    let globals = vm.main_globals();
    let Some(globals) = globals.as_dict() else {
        return Vec::new();
    };
    let variables: Vec<(String, Value)> = globals
        .borrow()
        .iter()
        .filter_map(|(name, value)| Some((name.as_str()?.to_owned(), value.clone())))
        .filter(|(name, _)| !name.starts_with('_'))
        .collect();
    let mut found: Vec<(Vec<String>, State)> = Vec::new();
    for (name, value) in &variables {
        if let Some(state) = State::find(runtime, value) {
            note(&mut found, Some(name), state);
        }
    }
    for (_, value) in &variables {
        let members = value
            .as_list()
            .map(|list| list.to_vec())
            .or_else(|| value.as_tuple().map(<[Value]>::to_vec));
        for member in members.unwrap_or_default().iter().take(MOST) {
            if let Some(state) = State::find(runtime, member) {
                note(&mut found, None, state);
            }
        }
    }
    found
}

/// Adds an object, or a further name of one that is known.
fn note(found: &mut Vec<(Vec<String>, State)>, name: Option<&String>, state: State) {
    if let Some((names, _)) = found.iter_mut().find(|(_, known)| known.is(&state)) {
        names.extend(name.cloned());
    } else if found.len() < MOST {
        found.push((name.cloned().into_iter().collect(), state));
    }
}

/// The relationships of an object with the objects that they hold now, without loading or making anything.
fn relationships(
    vm: &mut Vm,
    runtime: &Runtime,
    state: &State,
) -> Result<Vec<(Rc<AttributeImpl>, Vec<State>)>> {
    let mut all = Vec::new();
    for (key, descriptor) in state.manager.attributes() {
        let Some(attribute) = descriptor
            .implementation()
            .filter(|attribute| attribute.relationship.is_some())
        else {
            continue;
        };
        let values = match (state.get(&key), &attribute.kind) {
            (None, _) => Vec::new(),
            (Some(collection), Kind::Collection(_)) => {
                collections::iterate(vm, runtime, &collection)?
            }
            (Some(value), _) => vec![value],
        };
        let members = values
            .iter()
            .filter_map(|value| State::find(runtime, value))
            .collect();
        all.push((attribute, members));
    }
    Ok(all)
}

fn node(
    vm: &mut Vm,
    found: &[(Vec<String>, State)],
    index: usize,
    names: &[String],
    state: &State,
    held: &[(Rc<AttributeImpl>, Vec<State>)],
) -> Node {
    let class = state.manager.mapper.class.name().as_str().to_owned();
    let number = found[..=index]
        .iter()
        .filter(|(names, other)| names.is_empty() && Rc::ptr_eq(&other.manager, &state.manager))
        .count();
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
            columns.push((key.as_str().to_owned(), shown(vm, &value)));
        }
    }
    let relationships = held
        .iter()
        .map(|(attribute, members)| Slot {
            name: attribute.key.as_str().to_owned(),
            collection: attribute.is_collection(),
            count: members.len(),
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

/// A column's value, cut to what fits. Values of the program's own classes are named, not asked: a picture
/// must not run code.
fn shown(vm: &mut Vm, value: &Value) -> String {
    let plain = match value {
        Value::Obj(_) | Value::Class(_) => None,
        plain => vm.repr(plain).ok(),
    };
    let text = plain.unwrap_or_else(|| format!("<{}>", vm.type_name(value).as_str()));
    if text.chars().count() > LONGEST {
        text.chars().take(LONGEST - 1).chain(['…']).collect()
    } else {
        text
    }
}

/// How the object referred to stands to the one that refers.
fn reverse(
    attribute: &AttributeImpl,
    owner: &State,
    referred: &State,
    other: &[(Rc<AttributeImpl>, Vec<State>)],
) -> Reverse {
    let held = counterpart(attribute, &referred.manager)
        .and_then(|reverse| other.iter().find(|(known, _)| Rc::ptr_eq(known, &reverse)));
    let Some((reverse, members)) = held else {
        return Reverse::NoAttribute;
    };
    let name = reverse.key.as_str().to_owned();
    if members.iter().any(|member| member.is(owner)) {
        Reverse::Present(name)
    } else if members.is_empty() || reverse.is_collection() {
        Reverse::Missing(name)
    } else {
        Reverse::Stale(name)
    }
}
