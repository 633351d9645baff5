//! What can be written at a place in a program, and what stands there: completion and hover texts.
//!
//! The program is run up to the line in question, under small limits, and the namespace that it leaves behind is
//! looked at. Nothing of the reader's is called for it: no property, no `__getattr__`.

mod context;
mod describe;
mod names;
mod namespace;

use python::vm::with_stack;

use crate::Program;
use crate::report::json::{array, string};
use context::Place;

/// One of the things that can be written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// The name to be written; of a keyword argument without its `=`.
    pub name: String,
    /// `argument`, `class`, `function`, `module`, `attribute`, `variable` or `keyword`.
    pub kind: &'static str,
    /// Its parameters, its type, or its default.
    pub detail: String,
    /// One line about it, where there is one.
    pub about: &'static str,
}

/// What can be written at a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// First byte, in the last source, of the word that is being written.
    pub start: usize,
    /// Behind its last byte.
    pub end: usize,
    /// What it can become, what fits best first.
    pub items: Vec<Item>,
}

/// What is known of a name in a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hover {
    /// First byte of the name in the last source.
    pub start: usize,
    /// Behind its last byte.
    pub end: usize,
    /// The name.
    pub item: Item,
}

/// What can be written at a byte offset of a program's last source; nothing inside strings and comments.
pub fn complete(program: &Program, offset: usize) -> Completion {
    with_stack(|| complete_here(program, offset).unwrap_or_default())
}

/// What the name at a byte offset of a program's last source stands for.
pub fn hover(program: &Program, offset: usize) -> Option<Hover> {
    with_stack(|| hover_here(program, offset))
}

fn complete_here(program: &Program, offset: usize) -> Option<Completion> {
    let source = program.sources.last()?;
    let place = Place::at(source, offset)?;
    let mut world = namespace::before(program, offset);
    let mut items = Vec::new();
    match &place.chain[..] {
        [] => {
            if let Some(call) = &place.call {
                items.extend(world.arguments(&call.callee, &call.given, &place.written));
            }
            items.extend(world.names(&place));
        }
        chain => items.extend(world.attributes(chain, &place.written)),
    }
    world.end();
    Some(Completion {
        start: place.start,
        end: place.end,
        items,
    })
}

fn hover_here(program: &Program, offset: usize) -> Option<Hover> {
    let source = program.sources.last()?;
    let place = Place::around(source, offset)?;
    let mut world = namespace::whole(program, offset);
    let found = match &place.call {
        Some(call) if place.is_argument => {
            let arguments = world.arguments(&call.callee, &[], &place.written);
            arguments
                .into_iter()
                .find(|item| item.name == place.written)
        }
        _ => world.describe(&place.chain, &place.written),
    };
    world.end();
    found.map(|item| Hover {
        start: place.start,
        end: place.end,
        item,
    })
}

impl Completion {
    /// `{"start", "end", "items": [{"name", "kind", "detail", "about"}]}`, with offsets as `unit` counts them.
    pub fn to_json(&self, unit: impl Fn(usize) -> usize) -> String {
        let mut out = format!(
            "{{\"start\":{},\"end\":{},\"items\":",
            unit(self.start),
            unit(self.end)
        );
        array(&mut out, &self.items, item);
        out.push('}');
        out
    }
}

impl Hover {
    /// `{"start", "end", "item": {"name", "kind", "detail", "about"}}`, with offsets as `unit` counts them.
    pub fn to_json(&self, unit: impl Fn(usize) -> usize) -> String {
        let mut out = format!(
            "{{\"start\":{},\"end\":{},\"item\":",
            unit(self.start),
            unit(self.end)
        );
        item(&mut out, &self.item);
        out.push('}');
        out
    }
}

fn item(out: &mut String, item: &Item) {
    out.push_str("{\"name\":");
    string(out, &item.name);
    out.push_str(",\"kind\":");
    string(out, item.kind);
    out.push_str(",\"detail\":");
    string(out, &item.detail);
    out.push_str(",\"about\":");
    string(out, item.about);
    out.push('}');
}
