//! `DeclarativeBase`, `declarative_base()` and their metaclasses.

use std::rc::Rc;

use python::object::{Class, Dict, Layout, Str, Value};
use python::vm::{Args, Result, Vm};

use super::columns::name_column;
use super::dataclass::MAPPED_AS_DATACLASS;
use super::declared_attr::DECLARED_ATTR;
use super::kind::Kind;
use super::mapped::{DYNAMIC_MAPPED, MAPPED, WRITE_ONLY_MAPPED};
use super::scan::map_declared;
use crate::exc;
use crate::handle::Handle;
use crate::native::{Base, Entry, Item, Keywords, Native, class_method, method};
use crate::orm::attributes::InstrumentedAttribute;
use crate::orm::configure::initialize_property;
use crate::orm::instrumentation::mapper_of;
use crate::orm::mapper::Mapper;
use crate::orm::property::{self, MapperProperty};
use crate::orm::registry::{self, REGISTRY, Registry};
use crate::schema::column::Column;
use crate::schema::table::append_column;
use crate::sql::clause::Clause;

/// The metaclass of declarative bases: attributes that are set later are mapped, too.
pub(super) static INTERCEPT: Native = Native::with_layout(
    "DeclarativeAttributeIntercept",
    "sqlalchemy.orm.decl_api",
    Layout::Class,
    &[Base::Builtin(|vm| &vm.types.type_)],
    &[
        method("__setattr__", set_attribute),
        method("__delattr__", delete_attribute),
    ],
);

/// The metaclass of what `declarative_base()` makes: it maps the classes.
static META: Native = Native::with_layout(
    "DeclarativeMeta",
    "sqlalchemy.orm.decl_api",
    Layout::Class,
    &[Base::Native(&INTERCEPT)],
    &[method("__init__", initialize_class)],
);

/// `DeclarativeBase`
static DECLARATIVE_BASE: Native = Native {
    meta: Some(&INTERCEPT),
    ..Native::with_layout(
        "DeclarativeBase",
        "sqlalchemy.orm.decl_api",
        Layout::Plain,
        &[],
        &[class_method("__init_subclass__", init_subclass)],
    )
};

/// `DeclarativeBaseNoMeta`
static DECLARATIVE_BASE_NO_META: Native = Native::with_layout(
    "DeclarativeBaseNoMeta",
    "sqlalchemy.orm.decl_api",
    Layout::Plain,
    &[],
    &[class_method("__init_subclass__", init_subclass)],
);

/// The names of declarative mapping in `sqlalchemy.orm`.
pub const NAMES: &[Entry] = &[
    ("DeclarativeBase", Item::Class(&DECLARATIVE_BASE)),
    (
        "DeclarativeBaseNoMeta",
        Item::Class(&DECLARATIVE_BASE_NO_META),
    ),
    ("DeclarativeMeta", Item::Class(&META)),
    ("MappedAsDataclass", Item::Class(&MAPPED_AS_DATACLASS)),
    (
        "declarative_base",
        Item::Function(|vm, args| generate_base(vm, None, args)),
    ),
    ("declared_attr", Item::Class(&DECLARED_ATTR)),
    ("registry", Item::Class(&REGISTRY)),
    ("Mapped", Item::Class(&MAPPED)),
    ("DynamicMapped", Item::Class(&DYNAMIC_MAPPED)),
    ("WriteOnlyMapped", Item::Class(&WRITE_ONLY_MAPPED)),
];

/// `class Base(DeclarativeBase)` sets up a base; a class that derives from that is mapped.
fn init_subclass(vm: &mut Vm, args: &Args) -> Result {
    let class = args.positional[0]
        .as_class()
        .expect("a class method has a class")
        .clone();
    if let Some(key) = args.names.first() {
        let name = class.name();
        return Err(vm.type_error(format!(
            "{}.__init_subclass__() takes no keyword arguments: '{}'",
            name.as_str(),
            key.as_str()
        )));
    }
    let declares = class.bases.borrow().iter().any(|base| {
        base.def.is_some_and(|def| {
            std::ptr::eq(def, &DECLARATIVE_BASE.def)
                || std::ptr::eq(def, &DECLARATIVE_BASE_NO_META.def)
        })
    });
    if declares {
        refuse_table(vm, &class)?;
        setup_base(vm, &class)?;
        return Ok(Value::None);
    }
    let registry = registry_of(vm, &class)?;
    map_unless_abstract(vm, &registry, &class)?;
    Ok(Value::None)
}

/// A class that is meant to be mapped cannot be a base at the same time.
fn refuse_table(vm: &mut Vm, class: &Rc<Class>) -> Result<()> {
    let (table, tablename) = (vm.intern("__table__"), vm.intern("__tablename__"));
    let has_table = vm.own_class_attr(class, &table).is_some();
    let has_name = vm
        .own_class_attr(class, &tablename)
        .is_some_and(|name| name.as_str().is_some());
    if !has_table && !has_name {
        return Ok(());
    }
    let base = class
        .bases
        .borrow()
        .iter()
        .find(|base| base.def.is_some())
        .map(|base| base.name());
    let base = base.map_or_else(String::new, |name| name.to_string());
    Err(exc::INVALID_REQUEST_ERROR.error(
        vm,
        format!(
            "Cannot use '{base}' directly as a declarative base class. Create a Base by creating a subclass of it."
        ),
    ))
}

fn map_unless_abstract(vm: &mut Vm, registry: &Handle<Registry>, class: &Rc<Class>) -> Result<()> {
    let name = vm.intern("__abstract__");
    let is_abstract = match vm.own_class_attr(class, &name) {
        Some(value) => vm.truthy(&value)?,
        None => false,
    };
    if is_abstract {
        Ok(())
    } else {
        map_declared(vm, registry, class)
    }
}

/// The registry of a base: what its subclasses are registered with.
fn registry_of(vm: &mut Vm, class: &Rc<Class>) -> Result<Handle<Registry>> {
    for name in ["_sa_registry", "registry"] {
        let name = vm.intern(name);
        if let Some(registry) = vm
            .class_attr(class, &name)
            .and_then(|value| Handle::of(&value))
        {
            return Ok(registry);
        }
    }
    Err(exc::INVALID_REQUEST_ERROR.error(
        vm,
        "Declarative base class has no 'registry' attribute, or registry is not a sqlalchemy.orm.registry() object",
    ))
}

/// Gives a base its registry, metadata and constructor.
fn setup_base(vm: &mut Vm, class: &Rc<Class>) -> Result<()> {
    let attribute = |vm: &mut Vm, name: &str| {
        let name = vm.intern(name);
        vm.class_attr(class, &name).filter(|value| !value.is_none())
    };
    let metadata = attribute(vm, "metadata");
    let map = attribute(vm, "type_annotation_map");
    let registry = match attribute(vm, "registry") {
        Some(given) => {
            let Some(registry) = Handle::<Registry>::of(&given) else {
                return Err(exc::INVALID_REQUEST_ERROR.error(
                    vm,
                    "Declarative base class has a 'registry' attribute that is not an instance of \
                     sqlalchemy.orm.registry()",
                ));
            };
            if map.is_some() {
                return Err(exc::INVALID_REQUEST_ERROR.error(
                    vm,
                    "Declarative base class has both a 'registry' attribute and a type_annotation_map entry.  \
                     Per-base type_annotation_maps are not supported.  Please apply the type_annotation_map to this \
                     registry directly.",
                ));
            }
            registry
        }
        None => {
            let metadata = metadata.and_then(|value| Handle::of(&value));
            let registry = registry::make(vm, metadata, map, None);
            let name = vm.intern("registry");
            vm.set_class_attr(class, &name, registry.value());
            registry
        }
    };
    let name = vm.intern("_sa_registry");
    vm.set_class_attr(class, &name, registry.value());
    let name = vm.intern("metadata");
    if vm.own_class_attr(class, &name).is_none() {
        vm.set_class_attr(class, &name, registry.metadata.value());
    }
    let name = vm.names.__init__.clone();
    let object = vm.types.object.clone();
    let (own, default) = (vm.class_attr(class, &name), vm.class_attr(&object, &name));
    let is_default = match (&own, &default) {
        (Some(own), Some(default)) => own.is(default),
        (own, _) => own.is_none(),
    };
    if is_default {
        let constructor = registry.constructor.borrow().clone();
        vm.set_class_attr(class, &name, constructor);
    }
    Ok(())
}

/// `declarative_base()`, `registry.generate_base()`
pub fn generate_base(vm: &mut Vm, registry: Option<Handle<Registry>>, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let metadata = keywords
        .take_some("metadata")
        .and_then(|value| Handle::of(&value));
    let map = keywords.take_some("type_annotation_map");
    let constructor = keywords.take("constructor");
    let given_class = keywords.take_some("cls");
    let name = keywords
        .take_some("name")
        .and_then(|name| crate::value::name_of(vm, &name));
    let metaclass = keywords.take_some("metaclass");
    keywords.take("class_registry");
    keywords.take("mapper");
    if let Some(key) = keywords.first() {
        return Err(vm.type_error(format!(
            "declarative_base() got an unexpected keyword argument '{}'",
            key.as_str()
        )));
    }
    let registry = registry.unwrap_or_else(|| registry::make(vm, metadata, map, constructor));
    let bases = match &given_class {
        None => Vec::new(),
        Some(value) => match (value.as_class(), value.as_tuple()) {
            (Some(class), _) => vec![class.clone()],
            (_, Some(classes)) => classes
                .iter()
                .filter_map(Value::as_class)
                .cloned()
                .collect(),
            _ => Vec::new(),
        },
    };
    let name = match name {
        Some(name) => name,
        None => vm.intern("Base"),
    };
    let mut namespace = Dict::default();
    let mut entry = |vm: &mut Vm, key: &str, value: Value| {
        let key = vm.intern(key);
        namespace.insert_str(key, value);
    };
    entry(vm, "registry", registry.value());
    entry(vm, "metadata", registry.metadata.value());
    entry(vm, "__abstract__", Value::Bool(true));
    entry(vm, "__module__", Value::str("sqlalchemy.orm.decl_api"));
    let constructor = registry.constructor.borrow().clone();
    if !matches!(constructor, Value::None | Value::Unbound) {
        entry(vm, "__init__", constructor);
    }
    entry(vm, "_sa_registry", registry.value());
    let meta = match metaclass.as_ref().and_then(Value::as_class) {
        Some(class) => class.clone(),
        None => META.class(vm),
    };
    let class = vm.create_class(Some(&meta), &name, &bases, namespace, &Args::new(&[]))?;
    Ok(Value::Class(class))
}

/// What `registry.as_declarative_base()` answers: the base is made from the decorated class.
pub fn decorate_base(vm: &mut Vm, args: &Args) -> Result {
    let [registry, class] = args.positional else {
        return Err(vm.type_error("as_declarative_base() decorates a class"));
    };
    let registry = Handle::<Registry>::of(registry).expect("captured by the method");
    let names = [vm.intern("cls"), vm.intern("name")];
    let name = class
        .as_class()
        .map_or(Value::None, |class| Value::Str(class.name()));
    let values = [class.clone(), name];
    generate_base(
        vm,
        Some(registry),
        &Args {
            positional: &[],
            names: &names,
            values: &values,
        },
    )
}

/// `DeclarativeMeta.__init__`: maps a class that derives from the base.
fn initialize_class(vm: &mut Vm, args: &Args) -> Result {
    let Some(class) = args.positional.first().and_then(Value::as_class).cloned() else {
        return Err(vm.type_error("a metaclass initialises classes"));
    };
    let registry = registry_of(vm, &class)?;
    map_unless_abstract(vm, &registry, &class)?;
    Ok(Value::None)
}

fn set_attribute(vm: &mut Vm, args: &Args) -> Result {
    let [class, name, value] = args.exactly(vm, "__setattr__")?;
    let (Some(class), Some(name)) = (class.as_class(), name.as_str_rc()) else {
        return Err(vm.type_error("attribute name must be string"));
    };
    let name = vm.intern_str(name);
    match mapper_of(class) {
        Some(mapper) => add_attribute(vm, &mapper, &name, value)?,
        None => vm.set_class_attr(class, &name, value.clone()),
    }
    Ok(Value::None)
}

fn delete_attribute(vm: &mut Vm, args: &Args) -> Result {
    let [class, name] = args.exactly(vm, "__delattr__")?;
    let (Some(class), Some(name)) = (class.as_class().cloned(), name.as_str_rc()) else {
        return Err(vm.type_error("attribute name must be string"));
    };
    let name = vm.intern_str(name);
    let own = vm.own_class_attr(&class, &name);
    if mapper_of(&class).is_some()
        && own
            .as_ref()
            .is_some_and(|value| value.host::<InstrumentedAttribute>().is_some())
    {
        let error = vm.exceptions.not_implemented_error.clone();
        return Err(vm.error(
            &error,
            "Can't un-map individual mapped attributes on a mapped class.",
        ));
    }
    match vm.delete_class_attr(&class, &name) {
        Some(_) => Ok(Value::None),
        None => {
            let error = vm.exceptions.attribute_error.clone();
            let text = format!(
                "type object '{}' has no attribute '{}'",
                class.name().as_str(),
                name.as_str()
            );
            Err(vm.error(&error, text))
        }
    }
}

/// `Parent.children = relationship(...)`, after the class statement.
pub fn add_attribute(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    name: &Rc<Str>,
    value: &Value,
) -> Result<()> {
    let property = match Kind::of(value) {
        Kind::Column(column) => add_column(vm, mapper, name, &column)?,
        Kind::MappedColumn(mapped) => {
            let column = mapped.column.borrow().clone();
            add_column(vm, mapper, name, &column)?
        }
        Kind::Property(property) => property,
        Kind::DeclaredAttr | Kind::Other => {
            let other = value
                .host::<InstrumentedAttribute>()
                .map(|attribute| attribute.key.clone());
            match other.filter(|key| !Rc::ptr_eq(key, name)) {
                Some(key) => MapperProperty::Synonym(property::synonym(vm, key)),
                None => {
                    vm.set_class_attr(&mapper.class, name, value.clone());
                    return Ok(());
                }
            }
        }
    };
    mapper.configure_property(vm, name, property.clone(), true)?;
    if mapper.is_configured() {
        initialize_property(vm, mapper, &property)?;
        for below in mapper.self_and_descendants().into_iter().skip(1) {
            if let MapperProperty::Column(_) = &property {
                initialize_property(vm, &below, &property)?;
            }
        }
    }
    Ok(())
}

fn add_column(
    vm: &mut Vm,
    mapper: &Handle<Mapper>,
    name: &Rc<Str>,
    column: &Handle<Column>,
) -> Result<MapperProperty> {
    name_column(column, name);
    append_column(vm, &mapper.local_table, column, true)?;
    Ok(MapperProperty::Column(property::of_columns(
        vm,
        vec![Clause::column(column)],
    )))
}
