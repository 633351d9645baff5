//! Values in a line, for the list of variables and the rows of a picture.
//!
//! No code of the program runs for it, not even a `__repr__`: that could print, raise, loop, or change the very
//! objects that are looked at, and a recorded run must end as the same run without a record does. So instances
//! are shown by what they hold.

use std::rc::Rc;

use python::object::{Class, Object, Payload, Value};
use python::vm::Vm;

use crate::orm::attributes::Kind;
use crate::orm::runtime::Runtime;
use crate::orm::state::State;

/// Containers in containers are shown so deep.
const DEEPEST: usize = 3;
/// So many bits of an integer are written out.
const MOST_BITS: u64 = 256;
/// Classes of the library whose own `repr` says what they hold, and calls nothing else.
const SPEAKING: [&str; 7] = [
    "date",
    "datetime",
    "time",
    "timedelta",
    "timezone",
    "Decimal",
    "UUID",
];

/// `[Child(id=1), Child()]`: at most so many characters, with a `…` in place of what is left out.
pub fn brief(vm: &mut Vm, runtime: &Runtime, value: &Value, longest: usize) -> String {
    let mut writer = Writer {
        vm,
        runtime,
        text: String::new(),
        longest,
    };
    writer.value(value, 0);
    shortened(writer.text, longest)
}

/// Cut to so many characters.
fn shortened(text: String, longest: usize) -> String {
    if text.chars().count() <= longest {
        return text;
    }
    text.chars().take(longest - 1).chain(['…']).collect()
}

struct Writer<'a> {
    vm: &'a mut Vm,
    runtime: &'a Runtime,
    text: String,
    longest: usize,
}

impl Writer<'_> {
    /// Whether what comes now would be cut away.
    fn is_full(&self) -> bool {
        self.text.len() > self.longest * 4
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn value(&mut self, value: &Value, depth: usize) {
        match value {
            Value::Class(class) => {
                let text = format!("<class {}>", &**class.name());
                self.put(&text);
            }
            Value::Obj(object) => self.object(object, depth),
            Value::Str(text) => self.string(text),
            plain => {
                let text = self.vm.repr(plain).unwrap_or_default();
                self.put(&text);
            }
        }
    }

    fn string(&mut self, text: &str) {
        // What is cut away need not be escaped first.
        let head: String = text.chars().take(self.longest).collect();
        let head = self.vm.repr(&Value::str(head)).unwrap_or_default();
        self.put(&head);
    }

    fn object(&mut self, object: &Rc<Object>, depth: usize) {
        if depth > DEEPEST {
            return self.put("…");
        }
        let inner = depth + 1;
        match &object.payload {
            Payload::Int(value) if value.bits() <= MOST_BITS => {
                let text = value.to_string();
                self.put(&text);
            }
            Payload::Int(value) => {
                let text = format!("<int of {} bits>", value.bits());
                self.put(&text);
            }
            Payload::Float(value) => self.value(&Value::Float(*value), depth),
            Payload::Str(text) => self.string(text),
            Payload::List(list) => {
                let items = list.borrow().iter().take(self.longest).cloned().collect();
                self.items("[", items, "]", inner);
            }
            Payload::Tuple(items) => {
                let end = if items.len() == 1 { ",)" } else { ")" };
                let items = items.iter().take(self.longest).cloned().collect();
                self.items("(", items, end, inner);
            }
            Payload::Set(set) if set.borrow().is_empty() => self.put("set()"),
            Payload::Set(set) => {
                let items = set.borrow();
                let items = items.iter().take(self.longest);
                let items = items.map(|(_, item)| item.clone()).collect();
                self.items("{", items, "}", inner);
            }
            Payload::Dict(dict) => {
                let items = dict.borrow();
                let items = items.iter().take(self.longest);
                let items = items.map(|(key, value)| (key.clone(), value.clone()));
                let items: Vec<_> = items.collect();
                self.pairs(items, inner);
            }
            Payload::Bytes(_) | Payload::Range(_) if !self.is_programs(&object.class) => {
                let text = self.vm.repr(&Value::Obj(object.clone()));
                self.put(&text.unwrap_or_default());
            }
            Payload::Exception(data) => {
                let name = object.class.name();
                self.put(&name);
                let items = data.borrow().args.clone();
                self.items("(", items, ")", inner);
            }
            Payload::Plain => self.instance(object, inner),
            _ => self.kind(object),
        }
    }

    /// `<Table>`: of what has nothing to show that a reader has made.
    fn kind(&mut self, object: &Rc<Object>) {
        let name = self.vm.type_name(&Value::Obj(object.clone()));
        let text = format!("<{}>", &**name);
        self.put(&text);
    }

    fn items(&mut self, start: &str, items: Vec<Value>, end: &str, depth: usize) {
        self.put(start);
        for (index, item) in items.iter().enumerate() {
            if self.is_full() {
                return;
            }
            self.put(if index == 0 { "" } else { ", " });
            self.value(item, depth);
        }
        self.put(end);
    }

    fn pairs(&mut self, items: Vec<(Value, Value)>, depth: usize) {
        self.put("{");
        for (index, (key, value)) in items.iter().enumerate() {
            if self.is_full() {
                return;
            }
            self.put(if index == 0 { "" } else { ", " });
            self.value(key, depth);
            self.put(": ");
            self.value(value, depth);
        }
        self.put("}");
    }

    /// `Child(id=1)`: a mapped instance by its columns, another one by its attributes.
    fn instance(&mut self, object: &Rc<Object>, depth: usize) {
        let value = Value::Obj(object.clone());
        if let Some(state) = State::find(self.runtime, &value) {
            let mut fields = Vec::new();
            for (key, descriptor) in state.manager.attributes() {
                let scalar = descriptor
                    .implementation()
                    .is_some_and(|attribute| matches!(attribute.kind, Kind::Scalar));
                if let Some(value) = state.get(&key).filter(|_| scalar) {
                    fields.push((key, value));
                }
            }
            return self.fields(object, fields, depth);
        }
        if let Some(name) = enumeration_member(object) {
            let text = format!("{}.{name}", &**object.class.name());
            return self.put(&text);
        }
        if !self.is_programs(&object.class) {
            if SPEAKING.contains(&&**object.class.name()) {
                let text = self.vm.repr(&value).unwrap_or_default();
                return self.put(&text);
            }
            return self.kind(object);
        }
        let mut fields = object.attr_entries();
        fields.retain(|(name, _)| !name.starts_with('_'));
        self.fields(object, fields, depth);
    }

    fn fields(
        &mut self,
        object: &Rc<Object>,
        fields: Vec<(Rc<python::object::Str>, Value)>,
        depth: usize,
    ) {
        let name = object.class.name();
        self.put(&name);
        self.put("(");
        for (index, (name, value)) in fields.iter().enumerate() {
            if self.is_full() {
                return;
            }
            self.put(if index == 0 { "" } else { ", " });
            self.put(name);
            self.put("=");
            self.value(value, depth);
        }
        self.put(")");
    }

    /// Whether the program has made the class.
    fn is_programs(&mut self, class: &Rc<Class>) -> bool {
        let name = self.vm.names.__module__.clone();
        let module = self.vm.class_attr(class, &name);
        module.as_ref().and_then(Value::as_str) == Some("__main__")
    }
}

/// The name of a member of an `Enum`.
fn enumeration_member(object: &Object) -> Option<String> {
    let named = |wanted: &str| {
        let entries = object.attr_entries();
        let found = entries.into_iter().find(|(name, _)| &***name == wanted);
        found.map(|(_, value)| value)
    };
    named("_value_")?;
    Some(named("_name_")?.as_str()?.to_owned())
}
