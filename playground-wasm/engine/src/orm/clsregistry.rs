//! Classes by name: what the strings in `relationship()` mean.

use std::rc::Rc;

use python::object::{Class, Dict, Host, Str, Value};
use python::vm::{Args, Raised, Result, Vm};

use super::instrumentation::mapper_of;
use super::property::MapperProperty;
use super::registry::Registry;
use super::relationship::Relationship;
use crate::exc;
use crate::handle::Handle;
use crate::native::{Native, method};
use crate::schema::metadata::MetaData;
use crate::value::get;

/// Puts a class into the registry under its name.
pub fn add(vm: &mut Vm, registry: &Registry, class: &Rc<Class>) -> Result<()> {
    let name = class.name();
    let known = registry
        .classes
        .borrow()
        .get(name.as_str())
        .cloned()
        .unwrap_or_default();
    let module = module_of(vm, class);
    for other in &known {
        if module_of(vm, other) == module {
            let text = format!(
                "This declarative base already contains a class with the same class name and module name as \
                 {module}.{}, and will be replaced in the string-lookup table.",
                name.as_str()
            );
            exc::warn(vm, text)?;
            break;
        }
    }
    registry
        .classes
        .borrow_mut()
        .entry(name.to_string())
        .or_default()
        .push(class.clone());
    Ok(())
}

fn module_of(vm: &mut Vm, class: &Rc<Class>) -> String {
    let name = vm.names.__module__.clone();
    match vm.class_attr(class, &name) {
        Some(module) => module.as_str().unwrap_or_default().to_owned(),
        None => String::new(),
    }
}

/// Resolves the strings of one relationship.
pub struct Resolver<'a> {
    /// The relationship.
    pub relationship: &'a Handle<Relationship>,
    /// The string.
    pub text: &'a str,
}

impl Resolver<'_> {
    /// The class (or table) that a plain or dotted name means.
    pub fn class(&self, vm: &mut Vm) -> Result {
        let mut found = Value::Unbound;
        for token in self.text.split('.') {
            found = if found.is_unbound() {
                match self.name(vm, token)? {
                    Some(value) => value,
                    None => return Err(self.not_found(vm, self.text)),
                }
            } else {
                get(vm, &found, token)?
            };
        }
        Ok(unwrap(found))
    }

    /// The table that a name means.
    pub fn table(&self, vm: &mut Vm) -> Result {
        if let Some(table) = self.metadata(vm).table(self.text) {
            return Ok(table.value());
        }
        match self.name(vm, self.text)? {
            Some(found) => Ok(unwrap(found)),
            None => Err(self.not_found(vm, self.text)),
        }
    }

    /// The value of an expression.
    pub fn expression(&self, vm: &mut Vm) -> Result {
        if is_dotted(self.text) {
            let (first, rest) = self.text.split_once('.').unwrap_or((self.text, ""));
            if let Some(mut found) = self.name(vm, first)? {
                for token in rest.split('.').filter(|token| !token.is_empty()) {
                    found = get(vm, &found, token)?;
                }
                return Ok(unwrap(found));
            }
        }
        let mut names = Dict::default();
        for name in identifiers(self.text) {
            if let Some(found) = self.name(vm, name)? {
                let name = vm.intern(name);
                names.insert_str(name, found);
            }
        }
        let names = vm.dict(names);
        match vm.eval_with(self.text, &names) {
            Ok(value) => Ok(unwrap(value)),
            Err(raised) => {
                let name_error = vm.exceptions.name_error.clone();
                if !vm.caught(&raised, &name_error) {
                    return Err(raised);
                }
                let message = vm.str(&Value::Obj(raised.0.clone()))?;
                Err(self.not_found(vm, &message))
            }
        }
    }

    fn metadata(&self, vm: &mut Vm) -> Handle<MetaData> {
        let mapper = self.relationship.parent();
        let name = vm.intern("metadata");
        vm.class_attr(&mapper.class, &name)
            .and_then(|value| Handle::of(&value))
            .unwrap_or_else(|| mapper.registry.metadata.clone())
    }

    /// What one name means: a class, a table, something of `sqlalchemy`'s.
    fn name(&self, vm: &mut Vm, name: &str) -> Result<Option<Value>> {
        let mapper = self.relationship.parent();
        let classes = mapper
            .registry
            .classes
            .borrow()
            .get(name)
            .cloned()
            .unwrap_or_default();
        match &*classes {
            [] => {}
            [class] => {
                let columns = GET_COLUMNS.class(vm);
                return Ok(Some(vm.host_object(&columns, GetColumns(class.clone()))));
            }
            _ => {
                return Err(exc::INVALID_REQUEST_ERROR.error(
                    vm,
                    format!(
                        "Multiple classes found for path \"{name}\" in the registry of this declarative base. \
                         Please use a fully module-qualified path."
                    ),
                ));
            }
        }
        if let Some(table) = self.metadata(vm).table(name) {
            return Ok(Some(table.value()));
        }
        if let Some(found) = self.in_module(vm, name) {
            return Ok(Some(found));
        }
        crate::modules::fallback(vm, name)
    }

    /// `__main__` as the first token of a path to a class.
    fn in_module(&self, vm: &mut Vm, name: &str) -> Option<Value> {
        let mapper = self.relationship.parent();
        let registry = mapper.registry.clone();
        let all: Vec<Rc<Class>> = registry
            .classes
            .borrow()
            .values()
            .flatten()
            .cloned()
            .collect();
        let known = all.iter().any(|class| module_of(vm, class) == name);
        known.then(|| {
            let class = MODULE.class(vm);
            vm.host_object(
                &class,
                ModuleNames {
                    registry,
                    module: name.to_owned(),
                },
            )
        })
    }

    fn not_found(&self, vm: &mut Vm, name: &str) -> Raised {
        let parent = self.relationship.parent();
        let key = self.relationship.key();
        if let Some((generic, argument)) = super::declarative::generic(name) {
            let text = format!(
                "When initializing mapper {}, expression \"relationship('{}')\" seems to be using a generic class \
                 as the argument to relationship(); please state the generic argument using an annotation, e.g. \
                 \"{}: Mapped[{generic}['{}']] = relationship()\"",
                parent.describe(),
                self.text,
                key.as_str(),
                argument.trim_matches('\'')
            );
            return exc::INVALID_REQUEST_ERROR.error(vm, text);
        }
        let shown = [
            Value::str(self.text),
            Value::str(name),
            Value::Class(parent.class.clone()),
        ];
        let mut texts = Vec::new();
        for value in &shown {
            match vm.repr(value) {
                Ok(text) => texts.push(text),
                Err(raised) => return raised,
            }
        }
        let text = format!(
            "When initializing mapper {}, expression {} failed to locate a name ({}). If this is a class name, \
             consider adding this relationship() to the {} class after both dependent classes have been defined.",
            parent.describe(),
            texts[0],
            texts[1],
            texts[2]
        );
        exc::INVALID_REQUEST_ERROR.error(vm, text)
    }
}

/// A class in an expression: its attributes are columns.
struct GetColumns(Rc<Class>);

impl Host for GetColumns {}

static GET_COLUMNS: Native = Native::new(
    "_GetColumns",
    "sqlalchemy.orm.clsregistry",
    &[],
    &[method("__getattr__", column)],
);

fn column(vm: &mut Vm, args: &Args) -> Result {
    let [receiver, name] = args.exactly(vm, "__getattr__")?;
    let class = receiver
        .host::<GetColumns>()
        .expect("a method of the class")
        .0
        .clone();
    let key: Rc<Str> = vm.intern(name.as_str().unwrap_or_default());
    if let Some(mapper) = mapper_of(&class) {
        match mapper.property(&key) {
            None if vm.class_attr(&class, &key).is_none() => {
                let shown = vm.repr(&Value::Class(class))?;
                let error = vm.exceptions.attribute_error.clone();
                return Err(vm.error(
                    &error,
                    format!(
                        "Class {shown} does not have a mapped column named '{}'",
                        key.as_str()
                    ),
                ));
            }
            Some(MapperProperty::Relationship(_)) => {
                let text = format!(
                    "Property '{}' is not an instance of ColumnProperty (i.e. does not correspond directly to a \
                     Column).",
                    key.as_str()
                );
                return Err(exc::INVALID_REQUEST_ERROR.error(vm, text));
            }
            Some(MapperProperty::Synonym(synonym)) => {
                return vm.get_attr(&Value::Class(class), &synonym.name.clone());
            }
            _ => {}
        }
    }
    vm.get_attr(&Value::Class(class), &key)
}

/// A module in a path: its classes by name.
struct ModuleNames {
    registry: Handle<Registry>,
    module: String,
}

impl Host for ModuleNames {}

static MODULE: Native = Native::new(
    "_ModNS",
    "sqlalchemy.orm.clsregistry",
    &[],
    &[method("__getattr__", |vm, args| {
        let [receiver, name] = args.exactly(vm, "__getattr__")?;
        let names = receiver
            .host::<ModuleNames>()
            .expect("a method of the class");
        let name = name.as_str().unwrap_or_default();
        let classes = names
            .registry
            .classes
            .borrow()
            .get(name)
            .cloned()
            .unwrap_or_default();
        let found = classes
            .into_iter()
            .rev()
            .find(|class| module_of(vm, class) == names.module);
        match found {
            Some(class) => Ok(Value::Class(class)),
            None => {
                let error = vm.exceptions.name_error.clone();
                let text = format!(
                    "Module '{}' has no mapped classes registered under the name '{name}'",
                    names.module
                );
                Err(vm.error(&error, text))
            }
        }
    })],
);

/// A class itself, where an expression was no more than its name.
fn unwrap(value: Value) -> Value {
    match value.host::<GetColumns>() {
        Some(columns) => Value::Class(columns.0.clone()),
        None => value,
    }
}

fn is_dotted(text: &str) -> bool {
    text.split('.').all(|token| {
        !token.is_empty()
            && !token.starts_with(|c: char| c.is_ascii_digit())
            && token.chars().all(|c| c.is_alphanumeric() || c == '_')
    })
}

/// The names in an expression (attributes behind a dot apart).
fn identifiers(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = None;
    let mut before = ' ';
    for (index, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let part = c.is_alphanumeric() || c == '_';
        match (start, part) {
            (None, true) if !c.is_ascii_digit() => {
                start = Some((index, before));
            }
            (Some((from, dot)), false) => {
                if dot != '.' {
                    found.push(&text[from..index]);
                }
                start = None;
            }
            _ => {}
        }
        if !c.is_whitespace() {
            before = c;
        }
    }
    found
}
