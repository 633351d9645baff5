//! Dicts of objects by a key that each object has: `KeyFuncDict`, `attribute_keyed_dict` and their like.

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{ClassDef, Dict, Layout, MethodDef, MethodKind, Object, Payload, Value};
use python::vm::{Args, Result, Vm};

use super::dict;
use super::instrument::underlying;
use crate::handle::Handle;
use crate::native::{Base, Native};
use crate::orm::runtime::{Runtime, TokenObject};
use crate::orm::state::State;
use crate::schema::column::Column;

/// `sqlalchemy.orm.mapped_collection.KeyFuncDict`
pub static KEY_FUNC_DICT: Native = Native {
    def: ClassDef {
        name: "KeyFuncDict",
        module: "sqlalchemy.orm.mapped_collection",
        layout: Layout::Dict,
        subclassable: true,
        methods: &[
            MethodDef {
                name: "__init__",
                kind: MethodKind::Method,
                call: init,
            },
            MethodDef {
                name: "set",
                kind: MethodKind::Method,
                call: set,
            },
            MethodDef {
                name: "remove",
                kind: MethodKind::Method,
                call: remove,
            },
        ],
        doc: "Base for ORM mapped dictionary classes.",
    },
    bases: &[Base::Native(&dict::INSTRUMENTED_DICT)],
    meta: None,
};

fn init(vm: &mut Vm, args: &Args) -> Result {
    let [this, keyfunc, rest @ ..] = args.positional else {
        let message = "KeyFuncDict.__init__() missing 1 required positional argument: 'keyfunc'";
        return Err(vm.type_error(message));
    };
    let ignore = args
        .keyword("ignore_unpopulated_attribute")
        .cloned()
        .unwrap_or(Value::Bool(false));
    configure(vm, this, keyfunc.clone(), ignore)?;
    let mut plain = vec![this.clone()];
    plain.extend_from_slice(rest);
    underlying(vm, None, "__init__", &plain)
}

fn configure(vm: &mut Vm, this: &Value, keyfunc: Value, ignore: Value) -> Result<()> {
    let name = vm.intern("keyfunc");
    vm.set_attr(this, &name, keyfunc)?;
    let name = vm.intern("ignore_unpopulated_attribute");
    vm.set_attr(this, &name, ignore)
}

/// The key of a member.
enum Key {
    /// This one.
    Value(Value),
    /// The attribute is `None`.
    Missing,
    /// The attribute was never set.
    Unpopulated,
}

fn key_of(vm: &mut Vm, runtime: &Runtime, this: &Value, member: &Value) -> Result<Key> {
    let name = vm.intern("keyfunc");
    let keyfunc = vm.get_attr(this, &name)?;
    let key = vm.call(&keyfunc, std::slice::from_ref(member))?;
    Ok(if key.is(&runtime.no_value) {
        Key::Unpopulated
    } else if key.is_unbound() {
        Key::Missing
    } else {
        Key::Value(key)
    })
}

/// What happens to a member without a key: an error, a warning and the key `None`, or nothing at all.
fn resolve(
    vm: &mut Vm,
    runtime: &Runtime,
    this: &Value,
    member: &Value,
    initiator: &Value,
) -> Result<Option<Value>> {
    let key = key_of(vm, runtime, this, member)?;
    if let Key::Value(key) = key {
        return Ok(Some(key));
    }
    let name = vm.intern("ignore_unpopulated_attribute");
    let ignore = vm.get_attr(this, &name)?;
    if vm.truthy(&ignore)? {
        return Ok(None);
    }
    let state = State::expect(vm, runtime, member)?;
    let relationship = match Handle::<TokenObject>::of(initiator) {
        None => "unknown relationship".to_owned(),
        Some(token) => {
            let attribute = &token.0.attribute;
            match state.manager.mapper.property(&attribute.key) {
                Some(_) => format!(
                    "{}.{}",
                    &**state.manager.mapper.class.name(),
                    &**attribute.key
                ),
                None => attribute.key.as_str().to_owned(),
            }
        }
    };
    if let Key::Missing = key {
        let message = format!(
            "Attribute keyed dictionary value for attribute '{relationship}' was None; this will raise in a future \
             release. To skip this assignment entirely, Set the \"ignore_unpopulated_attribute=True\" parameter on \
             the mapped collection factory."
        );
        runtime.warn(vm, &message)?;
        return Ok(Some(Value::None));
    }
    let label = state.label(vm);
    let message = format!(
        "In event triggered from population of attribute '{relationship}' (potentially from a backref), can't \
         populate value in KeyFuncDict; dictionary key derived from {label} is not populated. Ensure appropriate \
         state is set up on the {label} object before assigning to the {relationship} attribute. To skip this \
         assignment entirely, Set the \"ignore_unpopulated_attribute=True\" parameter on the mapped collection \
         factory."
    );
    Err(runtime.invalid_request(vm, &message))
}

fn arguments<'a>(
    vm: &mut Vm,
    args: &Args<'a>,
    name: &str,
) -> Result<(&'a Value, &'a Value, Value)> {
    let initiator = args
        .keyword("_sa_initiator")
        .or(args.positional.get(2))
        .cloned()
        .unwrap_or(Value::None);
    match args.positional {
        [this, member, ..] => Ok((this, member, initiator)),
        _ => {
            let message =
                format!("KeyFuncDict.{name}() missing 1 required positional argument: 'value'");
            Err(vm.type_error(message))
        }
    }
}

fn set(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let (this, member, initiator) = arguments(vm, args, "set")?;
    if let Some(key) = resolve(vm, &runtime, this, member, &initiator)? {
        dict::put(vm, &runtime, this, &key, member.clone(), &initiator)?;
    }
    Ok(Value::None)
}

fn remove(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let (this, member, initiator) = arguments(vm, args, "remove")?;
    let Some(key) = resolve(vm, &runtime, this, member, &initiator)? else {
        return Ok(Value::None);
    };
    let held = vm.get_item(this, &key)?;
    if !vm.eq(&held, member)? {
        let (value, held, key) = (vm.str(member)?, vm.str(&held)?, vm.str(&key)?);
        let message = format!(
            "Can not remove '{value}': collection holds '{held}' for key '{key}'. Possible cause: is the KeyFuncDict \
             key function based on mutable properties or properties that only obtain values after flush?"
        );
        return Err(runtime.invalid_request(vm, &message));
    }
    dict::take(vm, &runtime, this, &key, &initiator)?;
    Ok(Value::None)
}

/// A subclass of `KeyFuncDict` whose instances have this key function.
fn keyed_class(vm: &mut Vm, keyfunc: Value, ignore: Value) -> Result {
    let base = KEY_FUNC_DICT.class(vm);
    let mut namespace = Dict::default();
    let module = vm.names.__module__.clone();
    namespace.insert_str(module, Value::str("sqlalchemy.orm.mapped_collection"));
    let name = vm.intern("_MKeyfuncMapped");
    let class = vm.create_class(None, &name, &[base], namespace, &Args::new(&[]))?;
    let factory = vm.native_function(
        "sqlalchemy.orm.mapped_collection",
        "_MKeyfuncMapped",
        make,
        vec![Value::Class(class), keyfunc, ignore],
    );
    Ok(factory)
}

/// Makes a keyed dict; captured are its class, its key function and whether members without a key are ignored.
fn make(vm: &mut Vm, args: &Args) -> Result {
    let [class, keyfunc, ignore] = args.exactly(vm, "_MKeyfuncMapped")?;
    let class = class.as_class().expect("captured by keyed_class").clone();
    let this = Value::Obj(Object::new(
        class,
        Payload::Dict(RefCell::new(Dict::default())),
    ));
    configure(vm, &this, keyfunc.clone(), ignore.clone())?;
    Ok(this)
}

fn ignore_unpopulated(args: &Args) -> Value {
    args.keyword("ignore_unpopulated_attribute")
        .cloned()
        .unwrap_or(Value::Bool(false))
}

/// `attribute_keyed_dict(attr_name)`
pub fn attribute_keyed_dict(vm: &mut Vm, args: &Args) -> Result {
    let bound = args.bind(
        vm,
        "attribute_keyed_dict",
        &["attr_name", "ignore_unpopulated_attribute"],
        1,
        1,
    )?;
    let [Some(name), _] = &bound.0 else {
        unreachable!("required")
    };
    let keyfunc = vm.native_function(
        "sqlalchemy.orm.mapped_collection",
        "_AttrGetter",
        attribute_key,
        vec![name.clone()],
    );
    keyed_class(vm, keyfunc, ignore_unpopulated(args))
}

/// `keyfunc_mapping(keyfunc)`
pub fn keyfunc_mapping(vm: &mut Vm, args: &Args) -> Result {
    let bound = args.bind(
        vm,
        "keyfunc_mapping",
        &["keyfunc", "ignore_unpopulated_attribute"],
        1,
        1,
    )?;
    let [Some(keyfunc), _] = &bound.0 else {
        unreachable!("required")
    };
    keyed_class(vm, keyfunc.clone(), ignore_unpopulated(args))
}

/// `column_keyed_dict(column)`
pub fn column_keyed_dict(vm: &mut Vm, args: &Args) -> Result {
    let bound = args.bind(
        vm,
        "column_keyed_dict",
        &["mapping_spec", "ignore_unpopulated_attribute"],
        1,
        1,
    )?;
    let [Some(spec), _] = &bound.0 else {
        unreachable!("required")
    };
    let specs = if spec.as_list().is_some() || spec.as_tuple().is_some() {
        vm.collect(spec)?
    } else {
        vec![spec.clone()]
    };
    let keyfunc = vm.native_function(
        "sqlalchemy.orm.mapped_collection",
        "_PlainColumnGetter",
        column_key,
        specs,
    );
    keyed_class(vm, keyfunc, ignore_unpopulated(args))
}

/// The key by an attribute's name, which was captured.
fn attribute_key(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [name, member] = args.exactly(vm, "attribute_key")?;
    let mut target = member.clone();
    let text = name
        .as_str_rc()
        .cloned()
        .unwrap_or_else(|| Rc::new("".into()));
    for part in text.split('.') {
        let part = vm.intern(part);
        target = vm.get_attr(&target, &part)?;
    }
    if !target.is_none() {
        return Ok(target);
    }
    let state = State::expect(vm, &runtime, member)?;
    let key = vm.intern_str(&text);
    match (state.manager.mapper.property(&key), state.get(&key)) {
        (Some(_), None) => Ok(runtime.no_value.clone()),
        _ => Ok(Value::Unbound),
    }
}

/// The key by the captured columns.
fn column_key(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let (member, columns) = args.positional.split_last().expect("called with a member");
    let state = State::expect(vm, &runtime, member)?;
    let mut keys = Vec::new();
    for column in columns {
        let Some(column) = Handle::<Column>::of(column) else {
            return Err(runtime
                .argument_error(vm, "Column expression expected for argument 'mapping_spec'"));
        };
        let mapped = state.manager.mapper.column_keys.borrow();
        let key = mapped
            .iter()
            .find(|(mapped, _)| mapped.is(&column))
            .map(|(_, key)| key.clone());
        drop(mapped);
        let key = key.unwrap_or_else(|| column.key());
        let value = vm.get_attr(member, &key)?;
        let never_set = value.is_none() && state.get(&vm.intern_str(&key)).is_none();
        keys.push(if never_set {
            runtime.no_value.clone()
        } else {
            value
        });
    }
    match keys.as_slice() {
        [Value::None] => Ok(Value::Unbound),
        [only] => Ok(only.clone()),
        _ => Ok(vm.tuple(keys)),
    }
}
