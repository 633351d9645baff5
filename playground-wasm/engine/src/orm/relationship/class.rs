//! `relationship()` and what it answers, as the program sees them.

use std::cell::{Cell, OnceCell, RefCell};

use python::object::{MethodDef, Value};
use python::vm::{Args, Raised, Result, Vm};

use super::{Arguments, Relationship, cascade, direction, direction_value};
use crate::exc;
use crate::handle::Handle;
use crate::native::{Base, Entry, Item, Keywords, Native, getter, method, static_method};
use crate::orm::configure::check_configured;
use crate::orm::mapped_column::DATACLASS_OPTIONS;
use crate::sql::element::wrap;
use crate::value::{dict_in, or_none, set_of};

/// `RelationshipProperty`
pub static RELATIONSHIP_PROPERTY: Native = Native::new(
    "RelationshipProperty",
    "sqlalchemy.orm.relationships",
    &[],
    METHODS,
);

static RELATIONSHIP: Native = Native::new(
    "Relationship",
    "sqlalchemy.orm.relationships",
    &[Base::Native(&RELATIONSHIP_PROPERTY)],
    &[],
);

static DECLARED: Native = Native::new(
    "_RelationshipDeclared",
    "sqlalchemy.orm.relationships",
    &[Base::Native(&RELATIONSHIP)],
    &[],
);

/// The names of this file.
pub const NAMES: &[Entry] = &[
    ("relationship", Item::Function(relationship)),
    ("backref", Item::Function(backref)),
    ("RelationshipProperty", Item::Class(&RELATIONSHIP_PROPERTY)),
    ("Relationship", Item::Class(&RELATIONSHIP)),
];

/// The names of the direction and its members.
pub use direction::NAMES as DIRECTION_NAMES;

const METHODS: &[MethodDef] = &[
    static_method("__new__", |vm, args| relationship(vm, &args.rest())),
    method("__repr__", |vm, args| {
        let relationship = this(args);
        let key = relationship.key.get().map_or("no key", |key| key.as_str());
        let (class, address) = (
            vm.type_name(&args.positional[0]),
            vm.address(&args.positional[0]),
        );
        Ok(Value::str(format!(
            "<{} at {address}; {key}>",
            class.as_str()
        )))
    }),
    method("__str__", |vm, args| {
        let relationship = this(args);
        if relationship.parent.borrow().is_none() {
            return Err(no_attribute(vm, "parent"));
        }
        Ok(Value::str(relationship.describe()))
    }),
    getter("key", |vm, args| match this(args).key.get() {
        Some(key) => Ok(Value::Str(key.clone())),
        None => Err(no_attribute(vm, "key")),
    }),
    getter("parent", |vm, args| match &*this(args).parent.borrow() {
        Some(parent) => Ok(parent.value()),
        None => Err(no_attribute(vm, "parent")),
    }),
    getter("argument", |_, args| {
        Ok(or_unset(&this(args).arguments.borrow().argument))
    }),
    getter("mapper", |vm, args| {
        Ok(configured(vm, args)?.mapper().value())
    }),
    getter("entity", |vm, args| {
        Ok(configured(vm, args)?.mapper().value())
    }),
    getter("target", |vm, args| {
        Ok(configured(vm, args)?.mapper().local_table.value())
    }),
    getter("direction", |vm, args| {
        match configured(vm, args)?.direction.get() {
            Some(direction) => Ok(direction_value(vm, direction)),
            None => Ok(Value::None),
        }
    }),
    getter("uselist", |_, args| {
        Ok(this(args).uselist.get().map_or(Value::None, Value::Bool))
    }),
    getter("collection_class", |_, args| {
        Ok(or_none(&this(args).collection_class))
    }),
    getter("back_populates", |_, args| {
        let relationship = this(args);
        let known = relationship.back_populates.borrow().clone();
        Ok(match known {
            Some(name) => Value::Str(name),
            None => or_unset(&relationship.arguments.borrow().back_populates),
        })
    }),
    getter("backref", |_, args| {
        Ok(or_unset(&this(args).arguments.borrow().backref))
    }),
    getter("cascade", |vm, args| this(args).cascade.get().value(vm)),
    getter("viewonly", |_, args| {
        Ok(Value::Bool(this(args).viewonly.get()))
    }),
    getter("sync_backref", |_, args| {
        Ok(this(args)
            .sync_backref
            .get()
            .map_or(Value::None, Value::Bool))
    }),
    getter("single_parent", |_, args| {
        Ok(Value::Bool(this(args).single_parent.get()))
    }),
    getter("post_update", |_, args| {
        Ok(Value::Bool(this(args).post_update.get()))
    }),
    getter("active_history", |_, args| {
        Ok(Value::Bool(this(args).active_history.get()))
    }),
    getter("passive_updates", |_, args| {
        Ok(Value::Bool(this(args).passive_updates.get()))
    }),
    getter("passive_deletes", |_, args| {
        Ok(or_none(&this(args).passive_deletes))
    }),
    getter("lazy", |_, args| Ok(or_none(&this(args).lazy))),
    getter("doc", |_, args| {
        Ok(or_unset(&this(args).arguments.borrow().doc))
    }),
    getter("info", |vm, args| {
        let cell = RefCell::new(this(args).arguments.borrow().info.clone());
        let info = dict_in(vm, &cell);
        this(args).arguments.borrow_mut().info = info.clone();
        Ok(info)
    }),
    getter("order_by", |vm, args| {
        let order = configured(vm, args)?.order_by.borrow().clone();
        if order.is_empty() {
            return Ok(Value::Bool(false));
        }
        let order = order
            .iter()
            .map(|expression| wrap(vm, expression))
            .collect();
        Ok(vm.tuple(order))
    }),
    getter("primaryjoin", |vm, args| {
        let relationship = configured(vm, args)?;
        Ok(relationship
            .join
            .get()
            .map_or(Value::None, |join| wrap(vm, &join.primaryjoin)))
    }),
    getter("secondaryjoin", |vm, args| {
        let relationship = configured(vm, args)?;
        let join = relationship
            .join
            .get()
            .and_then(|join| join.secondaryjoin.clone());
        Ok(join.map_or(Value::None, |join| wrap(vm, &join)))
    }),
    getter("secondary", |vm, args| {
        let relationship = configured(vm, args)?;
        let secondary = relationship
            .join
            .get()
            .and_then(|join| join.secondary.clone());
        Ok(secondary.map_or(Value::None, |table| table.value()))
    }),
    getter("local_remote_pairs", |vm, args| {
        pairs(vm, args, |join| &join.local_remote_pairs)
    }),
    getter("synchronize_pairs", |vm, args| {
        pairs(vm, args, |join| &join.synchronize_pairs)
    }),
    getter("secondary_synchronize_pairs", |vm, args| {
        pairs(vm, args, |join| &join.secondary_synchronize_pairs)
    }),
    getter("remote_side", |vm, args| {
        columns(vm, args, |join| &join.remote_columns)
    }),
    getter("local_columns", |vm, args| {
        columns(vm, args, |join| &join.local_columns)
    }),
    getter("innerjoin", |_, args| {
        Ok(option(args, "innerjoin", Value::Bool(false)))
    }),
    getter("join_depth", |_, args| {
        Ok(option(args, "join_depth", Value::None))
    }),
    getter("load_on_pending", |_, args| {
        Ok(option(args, "load_on_pending", Value::Bool(false)))
    }),
    getter("strategy_key", |vm, args| {
        let lazy = this(args).lazy.borrow().clone();
        let entry = vm.tuple(vec![Value::str("lazy"), lazy]);
        Ok(vm.tuple(vec![entry]))
    }),
    getter("_use_get", |vm, args| {
        Ok(Value::Bool(configured(vm, args)?.use_get.get()))
    }),
    method("__getattr__", |vm, args| {
        let [_, name] = args.exactly(vm, "__getattr__")?;
        Err(no_attribute(vm, name.as_str().unwrap_or_default()))
    }),
    getter("class_attribute", |vm, args| {
        let relationship = this(args);
        let class = Value::Class(relationship.parent().class.clone());
        vm.get_attr(&class, &relationship.key())
    }),
    getter("_reverse_property", |vm, args| {
        let reverse: Vec<Value> = this(args)
            .reverse
            .borrow()
            .iter()
            .map(Handle::value)
            .collect();
        set_of(vm, reverse)
    }),
];

fn this<'a>(args: &Args<'a>) -> &'a Relationship {
    args.positional[0]
        .host()
        .expect("a method of a relationship has one")
}

/// An option that concerns loading only, as it was given.
fn option(args: &Args, name: &str, default: Value) -> Value {
    let options = this(args).load_options.borrow();
    let given = options.iter().find(|(key, _)| key.as_str() == name);
    given.map_or(default, |(_, value)| value.clone())
}

fn or_unset(value: &Value) -> Value {
    if value.is_unbound() {
        Value::None
    } else {
        value.clone()
    }
}

/// The relationship, once its mapper is configured.
fn configured<'a>(vm: &mut Vm, args: &Args<'a>) -> Result<&'a Relationship> {
    let relationship = this(args);
    let parent = relationship.parent.borrow().clone();
    match parent {
        Some(parent) => check_configured(vm, &parent)?,
        None => return Err(no_attribute(vm, "parent")),
    }
    if relationship.mapper.get().is_none() {
        return Err(no_attribute(vm, "entity"));
    }
    Ok(relationship)
}

fn no_attribute(vm: &mut Vm, name: &str) -> Raised {
    let class = vm.exceptions.attribute_error.clone();
    vm.error(&class, name)
}

fn pairs(vm: &mut Vm, args: &Args, which: fn(&super::Join) -> &Vec<super::ColumnPair>) -> Result {
    let relationship = configured(vm, args)?;
    let mut items = Vec::new();
    if let Some(join) = relationship.join.get() {
        for (left, right) in which(join) {
            items.push(vm.tuple(vec![left.value(), right.value()]));
        }
    }
    Ok(vm.list(items))
}

fn columns(
    vm: &mut Vm,
    args: &Args,
    which: fn(&super::Join) -> &Vec<Handle<crate::schema::column::Column>>,
) -> Result {
    let relationship = configured(vm, args)?;
    let columns: Vec<Value> = match relationship.join.get() {
        Some(join) => which(join).iter().map(Handle::value).collect(),
        None => Vec::new(),
    };
    set_of(vm, columns)
}

/// `backref("parent", lazy=…)`
fn backref(vm: &mut Vm, args: &Args) -> Result {
    let Some(name) = args.positional.first().or_else(|| args.keyword("name")) else {
        return Err(vm.type_error("backref() missing 1 required positional argument: 'name'"));
    };
    let options = args
        .keywords()
        .filter(|(key, _)| key.as_str() != "name")
        .map(|(key, value)| (key.clone(), value.clone()));
    let options = crate::value::dict_of(vm, options.collect::<Vec<_>>());
    Ok(vm.tuple(vec![name.clone(), options]))
}

/// `relationship(...)`
pub fn relationship(vm: &mut Vm, args: &Args) -> Result {
    make(vm, args).map(|relationship| relationship.value())
}

/// As [`relationship`], for Rust.
pub fn make(vm: &mut Vm, args: &Args) -> Result<Handle<Relationship>> {
    if args.positional.len() > 2 {
        return Err(vm.type_error(format!(
            "relationship() takes from 0 to 2 positional arguments but {} were given",
            args.positional.len()
        )));
    }
    let mut keywords = Keywords::of(args);
    let positional = |index: usize| args.positional.get(index).cloned();
    for (index, name) in ["argument", "secondary"].into_iter().enumerate() {
        if args.positional.len() > index && args.keyword(name).is_some() {
            return Err(vm.type_error(format!(
                "relationship() got multiple values for argument '{name}'"
            )));
        }
    }
    let argument = positional(0).or_else(|| keywords.take("argument"));
    let secondary = positional(1).or_else(|| keywords.take("secondary"));
    let some = |value: Option<Value>| value.filter(|value| !value.is_none()).unwrap_or_default();
    let arguments = Arguments {
        argument: some(argument),
        secondary: some(secondary),
        primaryjoin: some(keywords.take("primaryjoin")),
        secondaryjoin: some(keywords.take("secondaryjoin")),
        order_by: some(keywords.take("order_by")),
        foreign_keys: some(keywords.take("foreign_keys")),
        remote_side: some(keywords.take("remote_side")),
        back_populates: some(keywords.take("back_populates")),
        backref: some(keywords.take("backref")),
        info: some(keywords.take("info")),
        doc: some(keywords.take("doc")),
    };
    let uselist = optional_bool(vm, keywords.take_some("uselist"))?;
    let viewonly = keywords.take_bool(vm, "viewonly")?;
    let sync_backref = optional_bool(vm, keywords.take_some("sync_backref"))?;
    let cascade_given = keywords.take("cascade");
    let passive_updates = with_default(vm, keywords.take("passive_updates"), true)?;
    let enable_typechecks = with_default(vm, keywords.take("enable_typechecks"), true)?;
    let active_history = keywords.take_bool(vm, "active_history")?;
    let passive_deletes = keywords
        .take("passive_deletes")
        .unwrap_or(Value::Bool(false));
    let cascade_backrefs = keywords.take_bool(vm, "cascade_backrefs")?;
    let collection_class = some(keywords.take("collection_class"));
    let overlaps = keywords.take_some("overlaps");
    let lazy = keywords
        .take("lazy")
        .unwrap_or_else(|| Value::str("select"));
    let single_parent = keywords.take_bool(vm, "single_parent")?;
    let post_update = keywords.take_bool(vm, "post_update")?;
    let (mut load_options, mut dataclass_options) = (Vec::new(), Vec::new());
    const LOAD_OPTIONS: &[&str] = &[
        "innerjoin",
        "join_depth",
        "distinct_target_key",
        "load_on_pending",
        "query_class",
        "omit_join",
        "bake_queries",
        "comparator_factory",
        "_local_remote_pairs",
        "attribute_options",
    ];
    for (key, value) in keywords.rest() {
        if DATACLASS_OPTIONS.contains(&key.as_str()) {
            dataclass_options.push((key, value));
        } else if LOAD_OPTIONS.contains(&key.as_str()) {
            load_options.push((key, value));
        } else {
            return Err(vm.type_error(format!(
                "RelationshipProperty.__init__() got an unexpected keyword argument '{}'",
                key.as_str()
            )));
        }
    }
    let default = dataclass_options
        .iter()
        .find(|(key, _)| key.as_str() == "default");
    if default.is_some_and(|(_, value)| !value.is_none()) {
        return Err(exc::ARGUMENT_ERROR.error(
            vm,
            "Only 'None' is accepted as dataclass default for a relationship()",
        ));
    }
    if viewonly {
        for (name, unusual) in [
            (
                "passive_deletes",
                !matches!(passive_deletes, Value::Bool(false)),
            ),
            ("passive_updates", !passive_updates),
            ("enable_typechecks", !enable_typechecks),
            ("active_history", active_history),
            ("cascade_backrefs", cascade_backrefs),
        ] {
            if unusual {
                let text = format!(
                    "Setting {name} on relationship() while also setting viewonly=True does not make sense, as a \
                     viewonly=True relationship does not perform persistence operations. This configuration may \
                     raise an error in a future release."
                );
                exc::warn(vm, text)?;
            }
        }
    }
    if let Some((_, omit_join)) = load_options
        .iter()
        .find(|(key, _)| key.as_str() == "omit_join")
        && vm.truthy(omit_join)?
    {
        exc::warn(
            vm,
            "setting omit_join to True is not supported; selectin loading of this relationship may not work \
             correctly if this flag is set explicitly.  omit_join optimization is automatically detected for \
             conditions under which it is supported.",
        )?;
    }
    if viewonly && sync_backref == Some(true) {
        return Err(exc::ARGUMENT_ERROR.error(vm, "sync_backref and viewonly cannot both be True"));
    }
    if cascade_backrefs {
        return Err(exc::ARGUMENT_ERROR.error(
            vm,
            "The 'cascade_backrefs' parameter passed to relationship() may only be set to False.",
        ));
    }
    let cascades = match &cascade_given {
        Some(given) => cascade::parse(vm, given)?,
        None => super::Cascades {
            save_update: true,
            merge: true,
            ..Default::default()
        },
    };
    let cascades = if viewonly {
        cascades.of_viewonly()
    } else {
        cascades
    };
    if !arguments.back_populates.is_unbound() && !arguments.backref.is_unbound() {
        return Err(exc::ARGUMENT_ERROR.error(
            vm,
            "backref and back_populates keyword arguments are mutually exclusive",
        ));
    }
    if let Some(other) = overlaps.as_ref().filter(|value| value.as_str().is_none()) {
        let class = vm.type_name(other);
        return Err(vm.type_error(format!(
            "expected string or bytes-like object, got '{}'",
            class.as_str()
        )));
    }
    let overlaps = match overlaps.as_ref().and_then(Value::as_str) {
        Some(text) => text.split(',').map(|part| part.trim().into()).collect(),
        None => Vec::new(),
    };
    let relationship = Relationship {
        key: OnceCell::new(),
        parent: RefCell::default(),
        arguments: RefCell::new(arguments),
        uselist: Cell::new(uselist),
        collection_class: RefCell::new(if collection_class.is_unbound() {
            Value::None
        } else {
            collection_class
        }),
        back_populates: RefCell::default(),
        overlaps: RefCell::new(overlaps),
        cascade: Cell::new(cascades),
        viewonly: Cell::new(viewonly),
        sync_backref: Cell::new(sync_backref),
        single_parent: Cell::new(single_parent),
        post_update: Cell::new(post_update),
        active_history: Cell::new(active_history),
        passive_updates: Cell::new(passive_updates),
        enable_typechecks: Cell::new(enable_typechecks),
        passive_deletes: RefCell::new(passive_deletes),
        lazy: RefCell::new(lazy),
        load_options: RefCell::new(load_options),
        dataclass_options: RefCell::new(dataclass_options),
        started: Cell::new(false),
        finished: Cell::new(false),
        foreign_keys: RefCell::default(),
        mapper: OnceCell::new(),
        direction: Cell::new(None),
        join: OnceCell::new(),
        use_get: Cell::new(false),
        order_by: RefCell::default(),
        reverse: RefCell::default(),
    };
    let class = DECLARED.class(vm);
    Ok(Handle::new(vm, &class, relationship))
}

fn optional_bool(vm: &mut Vm, value: Option<Value>) -> Result<Option<bool>> {
    value.map(|value| vm.truthy(&value)).transpose()
}

fn with_default(vm: &mut Vm, value: Option<Value>, default: bool) -> Result<bool> {
    Ok(optional_bool(vm, value)?.unwrap_or(default))
}
