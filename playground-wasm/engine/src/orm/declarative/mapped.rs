//! `Mapped[...]`, `WriteOnlyMapped[...]`, `DynamicMapped[...]`

use std::rc::Rc;

use python::object::{Class, Host, Value};
use python::vm::{Args, Result, Vm};

use crate::native::{Base, Native, class_method, getter, method};

/// The containers of a mapped annotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Container {
    /// `Mapped`
    Mapped,
    /// `WriteOnlyMapped`
    WriteOnly,
    /// `DynamicMapped`
    Dynamic,
}

/// `Mapped[argument]`
pub struct MappedAlias {
    origin: Rc<Class>,
    /// Which container it is.
    pub container: Container,
    /// What stands between the brackets.
    pub argument: Value,
}

impl Host for MappedAlias {}

/// `Mapped`
pub static MAPPED: Native = Native::new(
    "Mapped",
    "sqlalchemy.orm.base",
    &[],
    &[class_method("__class_getitem__", subscript)],
);

/// `DynamicMapped`
pub static DYNAMIC_MAPPED: Native = Native::new(
    "DynamicMapped",
    "sqlalchemy.orm.base",
    &[Base::Native(&MAPPED)],
    &[],
);

/// `WriteOnlyMapped`
pub static WRITE_ONLY_MAPPED: Native = Native::new(
    "WriteOnlyMapped",
    "sqlalchemy.orm.base",
    &[Base::Native(&MAPPED)],
    &[],
);

static ALIAS: Native = Native::new(
    "_GenericAlias",
    "typing",
    &[],
    &[
        getter("__origin__", |_, args| {
            Ok(Value::Class(this(args).origin.clone()))
        }),
        getter("__args__", |vm, args| {
            Ok(vm.tuple(vec![this(args).argument.clone()]))
        }),
        method("__repr__", |vm, args| {
            let alias = this(args);
            let name = vm.full_name(&alias.origin);
            let argument = match &alias.argument {
                Value::Class(class) => vm.full_name(class),
                Value::Str(text) => format!("ForwardRef({})", vm.repr(&Value::Str(text.clone()))?),
                other => vm.repr(other)?,
            };
            Ok(Value::str(format!("{name}[{argument}]")))
        }),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a MappedAlias {
    args.positional[0]
        .host()
        .expect("a method of the alias has one")
}

fn subscript(vm: &mut Vm, args: &Args) -> Result {
    let [class, argument] = args.exactly(vm, "__class_getitem__")?;
    let origin = class
        .as_class()
        .expect("a class method has a class")
        .clone();
    if let Some(items) = argument.as_tuple() {
        let name = vm.repr(class)?;
        return Err(vm.type_error(format!(
            "Too many arguments for {name}; actual {}, expected 1",
            items.len()
        )));
    }
    let container = match origin.name().as_str() {
        "WriteOnlyMapped" => Container::WriteOnly,
        "DynamicMapped" => Container::Dynamic,
        _ => Container::Mapped,
    };
    let alias = ALIAS.class(vm);
    Ok(vm.host_object(
        &alias,
        MappedAlias {
            origin,
            container,
            argument: argument.clone(),
        },
    ))
}
