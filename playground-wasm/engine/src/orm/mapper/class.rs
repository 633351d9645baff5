//! `Mapper` as the program sees it.

use python::object::{MethodDef, Value};
use python::vm::{Args, Result, Vm};

use super::Mapper;
use crate::handle::Handle;
use crate::native::{Entry, Item, Native, getter, method};
use crate::orm::configure::check_configured;
use crate::orm::properties::Properties;
use crate::orm::property::MapperProperty;
use crate::schema::table::collection;

/// `Mapper`
pub static MAPPER: Native = Native::new("Mapper", "sqlalchemy.orm.mapper", &[], METHODS);

/// Names of this file.
pub const NAMES: &[Entry] = &[("Mapper", Item::Class(&MAPPER))];

const METHODS: &[MethodDef] = &[
    method("__repr__", |vm, args| {
        let mapper = this(args);
        let address = vm.address(&args.positional[0]);
        Ok(Value::str(format!(
            "<Mapper at {address}; {}>",
            mapper.class.name().as_str()
        )))
    }),
    method("__str__", |_, args| Ok(Value::str(this(args).describe()))),
    getter("class_", |_, args| {
        Ok(Value::Class(this(args).class.clone()))
    }),
    getter("entity", |_, args| {
        Ok(Value::Class(this(args).class.clone()))
    }),
    getter("mapper", |_, args| Ok(args.positional[0].clone())),
    getter("is_mapper", |_, _| Ok(Value::Bool(true))),
    getter("is_instance", |_, _| Ok(Value::Bool(false))),
    getter("is_aliased_class", |_, _| Ok(Value::Bool(false))),
    getter("registry", |_, args| Ok(this(args).registry.value())),
    getter("local_table", |_, args| Ok(this(args).local_table.value())),
    getter("persist_selectable", |_, args| {
        Ok(this(args).local_table.value())
    }),
    getter("selectable", |_, args| Ok(this(args).local_table.value())),
    getter("tables", |vm, args| {
        // As they are found in the join, level by level.
        let (first, rest) = this(args).tables.split_at(this(args).tables.len().min(2));
        let tables = rest.iter().rev().chain(first).map(Handle::value).collect();
        Ok(vm.list(tables))
    }),
    getter("inherits", |_, args| {
        Ok(this(args)
            .inherits
            .as_ref()
            .map_or(Value::None, Handle::value))
    }),
    getter("base_mapper", |_, args| {
        Ok(handle(args).base_mapper().value())
    }),
    getter("single", |_, args| Ok(Value::Bool(this(args).single))),
    getter("concrete", |_, args| Ok(Value::Bool(this(args).concrete))),
    getter("configured", |_, args| {
        Ok(Value::Bool(this(args).is_configured()))
    }),
    getter("primary_key", |vm, args| {
        let columns = this(args)
            .primary_key
            .borrow()
            .iter()
            .map(Handle::value)
            .collect();
        Ok(vm.tuple(columns))
    }),
    getter("polymorphic_on", |_, args| {
        Ok(this(args)
            .polymorphic_on
            .borrow()
            .as_ref()
            .map_or(Value::None, Handle::value))
    }),
    getter("polymorphic_identity", |_, args| {
        Ok(this(args).polymorphic_identity.borrow().clone())
    }),
    getter("polymorphic_map", |vm, args| {
        let entries = handle(args).base_mapper().polymorphic_map.borrow().clone();
        let map = vm.dict(python::object::Dict::default());
        for (identity, mapper) in entries {
            vm.set_item(&map, &identity, mapper.value())?;
        }
        Ok(map)
    }),
    getter("self_and_descendants", |vm, args| {
        let mappers = handle(args)
            .self_and_descendants()
            .iter()
            .map(Handle::value)
            .collect();
        Ok(vm.list(mappers))
    }),
    getter("columns", columns),
    getter("c", columns),
    getter("attrs", |vm, args| properties(vm, args, |_| true)),
    getter("relationships", |vm, args| {
        properties(vm, args, |property| {
            matches!(property, MapperProperty::Relationship(_))
        })
    }),
    getter("column_attrs", |vm, args| {
        properties(vm, args, |property| {
            matches!(property, MapperProperty::Column(_))
        })
    }),
    getter("synonyms", |vm, args| {
        properties(vm, args, |property| {
            matches!(property, MapperProperty::Synonym(_))
        })
    }),
    getter("composites", |vm, args| properties(vm, args, |_| false)),
    getter("iterate_properties", |vm, args| {
        let all = properties(vm, args, |_| true)?;
        vm.iter(&all)
    }),
    getter("all_orm_descriptors", all_descriptors),
    method("get_property", |vm, args| {
        let given = args.rest().between(vm, "get_property", 1, 1)?;
        check_configured(vm, &handle(args))?;
        let key = vm.intern(given[0].as_str().unwrap_or_default());
        super::super::configure::property_of(vm, &handle(args), &key)
            .map(|property| property.value())
    }),
    method("has_property", |vm, args| {
        let given = args.rest().between(vm, "has_property", 1, 1)?;
        let key = vm.intern(given[0].as_str().unwrap_or_default());
        Ok(Value::Bool(this(args).property(&key).is_some()))
    }),
    method("get_property_by_column", |vm, args| {
        let given = args.rest().between(vm, "get_property_by_column", 1, 1)?;
        let column = crate::sql::coercion::column_of(vm, &given[0])?;
        let key = column.and_then(|column| this(args).key_of(&column));
        match key.and_then(|key| this(args).property(&key)) {
            Some(property) => Ok(property.value()),
            None => {
                let shown = vm.str(&given[0])?;
                let text = format!(
                    "No column {shown} is configured on mapper {}...",
                    this(args).describe()
                );
                Err(crate::exc::UNMAPPED_COLUMN_ERROR.error(vm, text))
            }
        }
    }),
    method("add_property", |vm, args| {
        let given = args.rest().between(vm, "add_property", 2, 2)?;
        let key = vm.intern(given[0].as_str().unwrap_or_default());
        crate::orm::declarative::add_attribute(vm, &handle(args), &key, &given[1])?;
        Ok(Value::None)
    }),
    method("isa", |_, args| {
        let other = args.positional.get(1).and_then(Handle::<Mapper>::of);
        Ok(Value::Bool(
            other.is_some_and(|other| this(args).isa(&other)),
        ))
    }),
    method("common_parent", |_, args| {
        let other = args.positional.get(1).and_then(Handle::<Mapper>::of);
        Ok(Value::Bool(other.is_some_and(|other| {
            other.base_mapper().is(&handle(args).base_mapper())
        })))
    }),
    method("primary_key_from_instance", |vm, args| {
        let given = args.rest().between(vm, "primary_key_from_instance", 1, 1)?;
        let mut values = Vec::new();
        for column in this(args).primary_key.borrow().clone() {
            if let Some(key) = this(args).key_of(&column) {
                values.push(vm.get_attr(&given[0], &key)?);
            }
        }
        Ok(vm.tuple(values))
    }),
    method("identity_key_from_instance", |vm, args| {
        let given = args
            .rest()
            .between(vm, "identity_key_from_instance", 1, 1)?;
        let mut values = Vec::new();
        for column in this(args).primary_key.borrow().clone() {
            if let Some(key) = this(args).key_of(&column) {
                values.push(vm.get_attr(&given[0], &key)?);
            }
        }
        let key = vm.tuple(values);
        let class = Value::Class(handle(args).base_mapper().class.clone());
        Ok(vm.tuple(vec![class, key, Value::None]))
    }),
    getter("validators", |vm, args| {
        let validators = this(args).validators.borrow().clone();
        let entries = validators
            .into_iter()
            .map(|validator| (validator.key, validator.function));
        Ok(crate::value::dict_of(vm, entries.collect::<Vec<_>>()))
    }),
    getter("inherit_condition", |vm, args| {
        let equated = this(args).equated.borrow().clone();
        let conditions = equated.iter().map(|(left, right)| {
            use crate::sql::{clause::Clause, operator::Operator, traverse::binary};
            binary(Clause::column(left), Operator::Eq, Clause::column(right))
        });
        match conditions.reduce(crate::sql::traverse::and) {
            Some(condition) => Ok(crate::sql::element::wrap(vm, &condition)),
            None => Ok(Value::None),
        }
    }),
    method("iterate_to_root", |vm, args| {
        let mut mappers = Vec::new();
        let mut next = Some(handle(args));
        while let Some(mapper) = next {
            next = mapper.inherits.clone();
            mappers.push(mapper.value());
        }
        let list = vm.list(mappers);
        vm.iter(&list)
    }),
];

fn this<'a>(args: &Args<'a>) -> &'a Mapper {
    args.positional[0]
        .host()
        .expect("a method of Mapper has one")
}

fn handle(args: &Args) -> Handle<Mapper> {
    Handle::of(&args.positional[0]).expect("a method of Mapper has one")
}

fn columns(vm: &mut Vm, args: &Args) -> Result {
    let mut columns = Vec::new();
    for (key, property) in this(args).properties.borrow().iter() {
        if let MapperProperty::Column(property) = property
            && let Some(column) = property.column()
        {
            columns.push((key.clone(), column));
        }
    }
    Ok(collection(vm, columns))
}

fn properties(vm: &mut Vm, args: &Args, chosen: fn(&MapperProperty) -> bool) -> Result {
    check_configured(vm, &handle(args))?;
    let chosen = this(args)
        .properties
        .borrow()
        .iter()
        .filter(|(_, property)| chosen(property))
        .map(|(key, property)| (key.clone(), property.value()))
        .collect();
    Ok(Properties::make(vm, chosen))
}

fn all_descriptors(vm: &mut Vm, args: &Args) -> Result {
    let mapper = handle(args);
    let class = Value::Class(mapper.class.clone());
    let mut names: Vec<std::rc::Rc<python::object::Str>> = Vec::new();
    let mut found = Vec::new();
    for base in mapper
        .class
        .mro
        .borrow()
        .iter()
        .filter(|base| base.is_user_defined())
    {
        let attributes: Vec<(std::rc::Rc<python::object::Str>, Value)> =
            (base.attrs.borrow().iter())
                .filter_map(|(name, value)| Some((name.as_str_rc()?.clone(), value.clone())))
                .collect();
        for (name, value) in attributes {
            if names.contains(&name) {
                continue;
            }
            if mapper.property(&name).is_some() {
                found.push((name.clone(), vm.get_attr(&class, &name)?));
            } else if crate::ext::is_descriptor(vm, &value) {
                found.push((name.clone(), value));
            } else {
                continue;
            }
            names.push(name);
        }
    }
    Ok(Properties::make(vm, found))
}
