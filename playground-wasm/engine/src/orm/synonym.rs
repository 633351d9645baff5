//! `synonym()`: another name for an attribute.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use python::object::{Host, Str, Value};
use python::vm::{Args, Result, Vm};

use super::mapper::Mapper;
use super::property::{Synonym, synonym_name};
use crate::ext::hybrid::on_class;
use crate::handle::Handle;
use crate::native::{Keywords, Native, getter, method};

/// `Synonym`
pub static SYNONYM: Native = Native::new(
    "Synonym",
    "sqlalchemy.orm.descriptor_props",
    &[],
    &[
        method("__repr__", repr),
        method("__str__", |vm, args| {
            let synonym = this(args);
            match (&*synonym.parent.borrow(), synonym.key.get()) {
                (Some(parent), Some(key)) => Ok(Value::str(format!(
                    "{}.{}",
                    parent.class.name().as_str(),
                    key.as_str()
                ))),
                _ => repr(vm, args),
            }
        }),
        getter("key", |_, args| {
            Ok(this(args)
                .key
                .get()
                .map_or(Value::None, |key| Value::Str(key.clone())))
        }),
        getter("name", |_, args| Ok(Value::Str(this(args).name.clone()))),
        getter("parent", |_, args| {
            Ok(this(args)
                .parent
                .borrow()
                .as_ref()
                .map_or(Value::None, Handle::value))
        }),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a Synonym {
    args.positional[0]
        .host()
        .expect("a method of Synonym has one")
}

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let key = this(args)
        .key
        .get()
        .map_or("no key", |key| key.as_str())
        .to_owned();
    let address = vm.address(&args.positional[0]);
    Ok(Value::str(format!("<Synonym at {address}; {key}>")))
}

/// `synonym("name")`
pub(super) fn synonym(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let name = args
        .positional
        .first()
        .cloned()
        .or_else(|| keywords.take("name"))
        .unwrap_or_default();
    let Some(name) = synonym_name(vm, &name) else {
        return Err(vm.type_error("synonym() missing 1 required positional argument: 'name'"));
    };
    let descriptor = keywords.take_some("descriptor").unwrap_or_default();
    Ok(make(vm, name, descriptor).value())
}

pub(super) fn make(vm: &mut Vm, name: Rc<Str>, descriptor: Value) -> Handle<Synonym> {
    let class = SYNONYM.class(vm);
    let synonym = Synonym {
        key: OnceCell::new(),
        parent: RefCell::default(),
        name,
        descriptor: RefCell::new(descriptor),
    };
    Handle::new(vm, &class, synonym)
}

/// The attribute that a synonym puts into a class: it passes everything on.
struct Proxy {
    key: Rc<Str>,
    name: Rc<Str>,
}

impl Host for Proxy {}

static PROXY: Native = Native::new(
    "Proxy",
    "sqlalchemy.orm.attributes",
    &[],
    &[
        method("__get__", |vm, args| {
            let name = name(args);
            match args.positional.get(1) {
                Some(Value::None | Value::Unbound) | None => {
                    let owner = args.positional.get(2).cloned().unwrap_or_default();
                    let value = vm.get_attr(&owner, &name)?;
                    let own = args.positional[0]
                        .host::<Proxy>()
                        .expect("a method of the proxy")
                        .key
                        .clone();
                    match owner.as_class() {
                        Some(class) => Ok(on_class(vm, class.clone(), own, value)),
                        None => Ok(value),
                    }
                }
                Some(instance) => vm.get_attr(instance, &name),
            }
        }),
        method("__set__", |vm, args| {
            let [_, instance, value] = args.exactly(vm, "__set__")?;
            let name = name(args);
            vm.set_attr(instance, &name, value.clone())
                .map(|()| Value::None)
        }),
        method("__delete__", |vm, args| {
            let [_, instance] = args.exactly(vm, "__delete__")?;
            let name = name(args);
            vm.delete_attr(instance, &name).map(|()| Value::None)
        }),
    ],
);

fn name(args: &Args) -> Rc<Str> {
    args.positional[0]
        .host::<Proxy>()
        .expect("a method of the proxy has one")
        .name
        .clone()
}

/// Puts the synonym's attribute into a class.
pub(super) fn instrument(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    key: &Rc<Str>,
    synonym: &Handle<Synonym>,
) {
    let descriptor = synonym.descriptor.borrow().clone();
    let value = if descriptor.is_unbound() {
        let class = PROXY.class(vm);
        let name = vm.intern_str(&synonym.name);
        vm.host_object(
            &class,
            Proxy {
                key: key.clone(),
                name,
            },
        )
    } else {
        descriptor
    };
    vm.set_class_attr(&mapper.class, key, value);
}
