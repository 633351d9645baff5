//! The namespace that a program leaves behind just before a place in it.

use python::object::Value;
use python::vm::{Settings, SourceText, Vm};

use super::Item;
use super::context::Place;
use super::describe::{self, AsWritten};
use crate::{Program, Source, SourceKind};

/// A run for completion happens at each letter: it may take a few milliseconds.
const SETTINGS: Settings = Settings {
    fuel: 400_000,
    heap_bytes: 16 << 20,
    recursion: 200,
    output_bytes: 1 << 16,
    trace: false,
};

/// More than this nobody reads.
const MANY: usize = 80;

/// Keywords that an expression may hold, and those that begin statements or go on with them.
const IN_EXPRESSIONS: &str = "False None True and else for if in is lambda not or yield";
const IN_STATEMENTS: &str = "as assert break class continue def del elif except finally from global import nonlocal \
    pass raise return try while with";

/// A machine that has run what comes before.
pub(super) struct World {
    vm: Vm,
}

/// The world in which the line of an offset is about to be executed.
pub(super) fn before(program: &Program, offset: usize) -> World {
    World::of(program, |source| head(source, offset))
}

/// The world at the end of the program, where its last source parses; otherwise as far as the line of an offset.
pub(super) fn whole(program: &Program, offset: usize) -> World {
    World::of(program, |source| {
        match crate::check(&source.text, source.kind) {
            None => source.clone(),
            Some(_) => head(source, offset),
        }
    })
}

/// The part of a source that stands before the line of an offset and can be executed: blocks that are not finished
/// are left out.
fn head(source: &Source, offset: usize) -> Source {
    let text = &source.text;
    let offset = (0..=offset.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0);
    let mut end = text[..offset].rfind('\n').map_or(0, |end| end + 1);
    if source.kind == SourceKind::Transcript {
        // The statement that the line is a part of begins at its prompt.
        let line = text[end..].lines().next().unwrap_or_default();
        if line.starts_with("...") {
            end = text[..end].rfind(">>>").unwrap_or(end);
        }
    }
    while end > 0 && crate::check(&text[..end], source.kind).is_some() {
        let lines = text[..end].trim_end_matches('\n');
        let mut starts = lines.match_indices('\n').map(|(at, _)| at + 1).rev();
        let is_top = |at: &usize| !lines[*at..].starts_with([' ', '\t', '\n', ')', ']', '}', '.']);
        end = starts.find(is_top).unwrap_or(0);
    }
    Source {
        text: text[..end].to_owned(),
        ..source.clone()
    }
}

impl World {
    fn of(program: &Program, last: impl Fn(&Source) -> Source) -> World {
        let mut vm = Vm::new(SETTINGS);
        crate::modules::register(&mut vm);
        for (index, source) in program.sources.iter().enumerate() {
            let is_last = index + 1 == program.sources.len();
            let source = if is_last {
                last(source)
            } else {
                source.clone()
            };
            let text = source.text.replace("\r\n", "\n");
            match source.kind {
                SourceKind::Script => {
                    let name = &source.name;
                    // What it raises is no matter here: the names bound before that are there.
                    let _ = vm.run_source(SourceText {
                        name,
                        text: &text,
                        index,
                        statement: None,
                    });
                }
                SourceKind::Transcript => {
                    for (number, statement) in crate::statements(&text).iter().enumerate() {
                        let _ = vm.run_source(SourceText {
                            name: "<stdin>",
                            text: &statement.code,
                            index,
                            statement: Some((number, statement.line as u32 - 1)),
                        });
                    }
                }
            }
        }
        World { vm }
    }

    /// Lets everything go.
    pub(super) fn end(self) {
        self.vm.finish();
    }

    /// Names that begin with what is written: the program's, then Python's.
    pub(super) fn names(&mut self, place: &Place) -> Vec<Item> {
        let written = &place.written;
        let mut items: Vec<Item> = Vec::new();
        let mut add = |item: Item| {
            if items.iter().all(|other| other.name != item.name) && items.len() < MANY {
                items.push(item);
            }
        };
        for name in place.bound.iter().filter(|name| fits(name, written)) {
            add(Item {
                name: name.clone(),
                kind: "variable",
                ..Item::default()
            });
        }
        let Ok(builtins) = self.vm.import("builtins") else {
            return items;
        };
        let globals = self.vm.main_globals();
        let mut own: Vec<(String, Value)> = entries(&globals);
        own.retain(|(name, _)| fits(name, written));
        own.sort_by(|a, b| a.0.cmp(&b.0));
        for (name, value) in own {
            add(describe::item(&mut self.vm, &name, &value, AsWritten::Name));
        }
        if written.is_empty() {
            return items;
        }
        for name in self.vm.dir_names(&builtins) {
            if name.starts_with(written.as_str())
                && fits(&name, written)
                && let Some(value) = describe::attribute(&mut self.vm, &builtins, &name)
            {
                add(describe::item(&mut self.vm, &name, &value, AsWritten::Name));
            }
        }
        let statements = if place.call.is_none() {
            IN_STATEMENTS
        } else {
            ""
        };
        let keywords = IN_EXPRESSIONS.split(' ').chain(statements.split(' '));
        for name in keywords.filter(|name| name.starts_with(written.as_str())) {
            add(Item {
                name: name.to_owned(),
                kind: "keyword",
                ..Item::default()
            });
        }
        items
    }

    /// Attributes of what a dotted name stands for.
    pub(super) fn attributes(&mut self, chain: &[String], written: &str) -> Vec<Item> {
        let Some(value) = self.value(chain) else {
            return Vec::new();
        };
        let names = describe::attribute_names(&mut self.vm, &value);
        let mut items = Vec::new();
        for name in names.iter().filter(|name| fits(name, written)).take(MANY) {
            items.push(match describe::attribute(&mut self.vm, &value, name) {
                Some(found) => describe::item(&mut self.vm, name, &found, AsWritten::Attribute),
                None => Item {
                    name: name.clone(),
                    kind: "attribute",
                    ..Item::default()
                },
            });
        }
        items
    }

    /// Keyword arguments of what a dotted name stands for, but for those that are given already.
    pub(super) fn arguments(
        &mut self,
        callee: &[String],
        given: &[String],
        written: &str,
    ) -> Vec<Item> {
        let Some(value) = self.value(callee) else {
            return Vec::new();
        };
        let mut items = describe::arguments(&mut self.vm, &value);
        items.retain(|item| fits(&item.name, written) && !given.contains(&item.name));
        items
    }

    /// What a name, or an attribute of a dotted name, is.
    pub(super) fn describe(&mut self, chain: &[String], name: &str) -> Option<Item> {
        let whole: Vec<String> = chain.iter().cloned().chain([name.to_owned()]).collect();
        let value = self.value(&whole)?;
        let written = if chain.is_empty() {
            AsWritten::Name
        } else {
            AsWritten::Attribute
        };
        let item = describe::item(&mut self.vm, name, &value, written);
        (!item.about.is_empty() || !item.detail.is_empty()).then_some(item)
    }

    fn value(&mut self, chain: &[String]) -> Option<Value> {
        let (first, rest) = chain.split_first()?;
        let own = entries(&self.vm.main_globals())
            .into_iter()
            .find(|(name, _)| name == first);
        let mut value = match own {
            Some((_, value)) => value,
            None => {
                let builtins = self.vm.import("builtins").ok()?;
                describe::attribute(&mut self.vm, &builtins, first)?
            }
        };
        for name in rest {
            value = describe::attribute(&mut self.vm, &value, name)?;
        }
        Some(value)
    }
}

/// What a dict holds under strings.
fn entries(dict: &Value) -> Vec<(String, Value)> {
    let Value::Obj(object) = dict else {
        return Vec::new();
    };
    let dict = object.payload.dict().borrow();
    let entries = dict.iter();
    entries
        .filter_map(|(key, value)| Some((key.as_str()?.to_owned(), value.clone())))
        .collect()
}

/// Whether a name begins with what is written; what begins with an underscore is offered when that is written.
fn fits(name: &str, written: &str) -> bool {
    let start = name.get(..written.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(written))
        && (!name.starts_with('_') || written.starts_with('_'))
}
