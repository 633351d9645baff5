//! What kind of collection a relationship has: how it is made, and how members go in and out.

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Class, List, Object, Payload, Set, Str, Value};
use python::vm::{Args, Result, Vm};

use super::adapter::Initiator;
use super::{dict, instrument, list, set};
use crate::orm::runtime::Runtime;

/// What a collection class is used as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duck {
    /// Like a list.
    List,
    /// Like a set.
    Set,
    /// Like a dict.
    Dict,
}

impl Duck {
    /// The name in messages.
    pub fn name(self) -> &'static str {
        match self {
            Duck::List => "list",
            Duck::Set => "set",
            Duck::Dict => "dict",
        }
    }
}

/// What a value can be used as, by its own type.
pub fn duck_type(vm: &mut Vm, value: &Value) -> Option<Duck> {
    let class = match value {
        Value::Class(class) => class.clone(),
        other => vm.class_of(other),
    };
    let emulates = vm.intern("__emulates__");
    if let Some(emulated) = vm.class_attr(&class, &emulates) {
        return match emulated {
            Value::Class(class) => by_base(vm, &class),
            _ => None,
        };
    }
    by_base(vm, &class).or_else(|| {
        [
            ("append", Duck::List),
            ("add", Duck::Set),
            ("set", Duck::Dict),
        ]
        .into_iter()
        .find_map(|(name, duck)| {
            let name = vm.intern(name);
            vm.class_attr(&class, &name).map(|_| duck)
        })
    })
}

fn by_base(vm: &Vm, class: &Class) -> Option<Duck> {
    if class.is_subclass(&vm.types.list) {
        Some(Duck::List)
    } else if class.is_subclass(&vm.types.set) {
        Some(Duck::Set)
    } else if class.is_subclass(&vm.types.dict) {
        Some(Duck::Dict)
    } else {
        None
    }
}

/// How members go in and out.
#[derive(Clone)]
pub(super) enum Roles {
    /// An `InstrumentedList`, done in Rust.
    List,
    /// An `InstrumentedSet`, done in Rust.
    Set,
    /// By methods of the collection: appender, remover, iterator.
    Methods {
        appender: Rc<Str>,
        remover: Rc<Str>,
        iterator: Rc<Str>,
    },
}

/// The collections of one relationship.
pub struct CollectionClass {
    /// What makes a collection when it is called; `None` for the canned classes.
    factory: Option<Value>,
    /// The collections' class.
    pub class: Rc<Class>,
    /// What it is used as.
    pub duck: Option<Duck>,
    roles: Roles,
}

impl CollectionClass {
    /// The collections that `collection_class` asks for; `list` if it is `None`.
    pub fn new(
        vm: &mut Vm,
        runtime: &Runtime,
        collection_class: &Value,
    ) -> Result<Rc<CollectionClass>> {
        if let Value::None | Value::Unbound = collection_class {
            return Ok(runtime.list_collections());
        }
        if let Value::Class(class) = collection_class {
            if Rc::ptr_eq(class, &vm.types.list) {
                return Ok(runtime.list_collections());
            }
            if Rc::ptr_eq(class, &vm.types.set) {
                let class = runtime.instrumented_set.clone();
                return Ok(Rc::new(CollectionClass {
                    factory: None,
                    class,
                    duck: Some(Duck::Set),
                    roles: Roles::Set,
                }));
            }
            if Rc::ptr_eq(class, &vm.types.dict) {
                let dict = Value::Class(runtime.instrumented_dict(vm));
                return CollectionClass::custom(vm, runtime, dict);
            }
        }
        CollectionClass::custom(vm, runtime, collection_class.clone())
    }

    /// The collections of a list.
    pub(in crate::orm) fn list(class: Rc<Class>) -> Rc<CollectionClass> {
        Rc::new(CollectionClass {
            factory: None,
            class,
            duck: Some(Duck::List),
            roles: Roles::List,
        })
    }

    /// The collections that a factory of the program makes.
    fn custom(vm: &mut Vm, runtime: &Runtime, factory: Value) -> Result<Rc<CollectionClass>> {
        let sample = vm.call(&factory, &[])?;
        let class = vm.class_of(&sample);
        if [&vm.types.list, &vm.types.set, &vm.types.dict]
            .iter()
            .any(|canned| Rc::ptr_eq(canned, &class))
        {
            return CollectionClass::new(vm, runtime, &Value::Class(class));
        }
        let duck = duck_type(vm, &Value::Class(class.clone()));
        if Rc::ptr_eq(&class, &runtime.instrumented_list) {
            return Ok(runtime.list_collections());
        }
        let roles = instrument::instrument_class(vm, runtime, &class, duck)?;
        Ok(Rc::new(CollectionClass {
            factory: Some(factory),
            class,
            duck,
            roles,
        }))
    }

    /// A new, empty collection.
    pub fn make(&self, vm: &mut Vm, runtime: &Runtime) -> Result {
        let _ = runtime;
        let payload = match (&self.factory, &self.roles) {
            (Some(factory), _) => return vm.call(&factory.clone(), &[]),
            (None, Roles::Set) => Payload::Set(RefCell::new(Set::default())),
            (None, _) => Payload::List(List::default()),
        };
        Ok(Value::Obj(Object::new(self.class.clone(), payload)))
    }

    /// Adds a member by the appender.
    pub fn append(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        collection: &Value,
        member: Value,
        initiator: Initiator<'_>,
    ) -> Result<()> {
        match &self.roles {
            Roles::List => list::append(vm, runtime, None, collection, member, initiator),
            Roles::Set => set::add(vm, runtime, None, collection, member, initiator),
            Roles::Methods { appender, .. } => {
                self.call_role(vm, runtime, appender, collection, member, initiator)
            }
        }
    }

    /// Removes a member by the remover.
    pub fn remove(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        collection: &Value,
        member: Value,
        initiator: Initiator<'_>,
    ) -> Result<()> {
        match &self.roles {
            Roles::List => list::remove(vm, runtime, None, collection, &member, initiator),
            Roles::Set => set::remove(vm, runtime, None, collection, &member, initiator),
            Roles::Methods { remover, .. } => {
                self.call_role(vm, runtime, remover, collection, member, initiator)
            }
        }
    }

    fn call_role(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        role: &Rc<Str>,
        collection: &Value,
        member: Value,
        initiator: Initiator<'_>,
    ) -> Result<()> {
        let initiator = match initiator {
            Initiator::Own => Value::None,
            Initiator::Silent => Value::Bool(false),
            Initiator::Token(token) => runtime.token_value(vm, token),
        };
        let method = vm.get_attr(collection, role)?;
        let names = [runtime.names.sa_initiator.clone()];
        let args = Args {
            positional: std::slice::from_ref(&member),
            names: &names,
            values: &[initiator],
        };
        vm.call_args(&method, &args)?;
        Ok(())
    }

    /// The members, in the collection's order.
    pub fn iterate(&self, vm: &mut Vm, collection: &Value) -> Result<Vec<Value>> {
        match &self.roles {
            Roles::List => Ok(collection.as_list().map(List::to_vec).unwrap_or_default()),
            Roles::Set => vm.collect(collection),
            Roles::Methods { iterator, .. } => {
                let members = vm.call_method(collection, iterator, &[])?;
                vm.collect(&members)
            }
        }
    }
}

/// The module-level name of a dict's roles.
pub(super) fn canned_roles(vm: &mut Vm, duck: Option<Duck>) -> Option<[Rc<Str>; 3]> {
    let names = match duck? {
        Duck::List => ["append", "remove", "__iter__"],
        Duck::Set => ["add", "remove", "__iter__"],
        Duck::Dict => dict::ROLES,
    };
    Some(names.map(|name| vm.intern(name)))
}
