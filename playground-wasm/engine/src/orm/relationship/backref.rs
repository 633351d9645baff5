//! `back_populates` and `backref`: linking the two sides.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Args, Result, Vm};

use super::join_condition::Marked;
use super::{Direction, Relationship, entity, make};
use crate::exc;
use crate::handle::Handle;
use crate::orm::configure::{initialize_property, property_of};
use crate::orm::mapper::Mapper;
use crate::orm::property::MapperProperty;
use crate::sql::element::wrap;
use crate::value::name_of;

/// Creates the relationship that `backref` asks for, or links the one that `back_populates` names.
pub fn link(
    vm: &mut Vm,
    relationship: &Handle<Relationship>,
    back_populates: &Value,
    marked: Marked,
) -> Result<()> {
    let backref = relationship.arguments.borrow().backref.clone();
    if !backref.is_unbound() && matches!(back_populates, Value::Unbound | Value::None) {
        return generate(vm, relationship, &backref, marked);
    }
    let name = match back_populates {
        Value::Unbound | Value::None => return Ok(()),
        value => match name_of(vm, value) {
            Some(name) if name.is_empty() => return Ok(()),
            Some(name) => name,
            None => match value.host::<crate::orm::attributes::InstrumentedAttribute>() {
                Some(attribute) => attribute.key.clone(),
                None => {
                    let shown = vm.repr(value)?;
                    return Err(exc::ARGUMENT_ERROR
                        .error(vm, format!("Invalid back_populates value: {shown}")));
                }
            },
        },
    };
    *relationship.back_populates.borrow_mut() = Some(name.clone());
    add_reverse(vm, relationship, &name)
}

fn add_reverse(vm: &mut Vm, relationship: &Handle<Relationship>, name: &Rc<Str>) -> Result<()> {
    let mapper = relationship.mapper();
    let other = property_of(vm, &mapper, name)?;
    let MapperProperty::Relationship(other) = other else {
        let text = format!(
            "back_populates on relationship '{}' refers to attribute '{}.{}' that is not a relationship.  The \
             back_populates parameter should refer to the name of a relationship on the target class.",
            relationship.describe(),
            mapper.class.name().as_str(),
            name.as_str()
        );
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, text));
    };
    check_sync(vm, relationship, &other)?;
    check_sync(vm, &other, relationship)?;
    push_once(relationship, &other);
    push_once(&other, relationship);
    entity::setup(vm, &other)?;
    let parent = relationship.parent();
    if !other.mapper().base_mapper().is(&parent.base_mapper()) {
        let text = format!(
            "reverse_property '{}' on relationship {} references relationship {}, which does not reference mapper {}",
            name.as_str(),
            relationship.describe(),
            other.describe(),
            parent.describe()
        );
        return Err(exc::ARGUMENT_ERROR.error(vm, text));
    }
    let direction = relationship.direction.get();
    if other.started.get()
        && matches!(direction, Some(Direction::OneToMany | Direction::ManyToOne))
        && direction == other.direction.get()
    {
        let shown = super::direction_value(vm, direction.unwrap_or(Direction::OneToMany));
        let text = format!(
            "{} and back-reference {} are both of the same direction {}.  Did you mean to set remote_side on the \
             many-to-one side ?",
            other.describe(),
            relationship.describe(),
            vm.repr(&shown)?
        );
        return Err(exc::ARGUMENT_ERROR.error(vm, text));
    }
    Ok(())
}

fn push_once(one: &Handle<Relationship>, other: &Handle<Relationship>) {
    let known = one.reverse.borrow().contains(other);
    if !known {
        one.reverse.borrow_mut().push(other.clone());
    }
}

/// A relationship that writes nothing is not kept in step by its reverse.
fn check_sync(vm: &mut Vm, one: &Handle<Relationship>, other: &Handle<Relationship>) -> Result<()> {
    if one.viewonly.get() && other.sync_backref.get() == Some(true) {
        let text = format!(
            "Relationship {} cannot specify sync_backref=True since {} includes viewonly=True.",
            other.describe(),
            one.describe()
        );
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, text));
    }
    if one.viewonly.get() && !other.viewonly.get() && other.sync_backref.get() != Some(false) {
        other.sync_backref.set(Some(false));
    }
    Ok(())
}

/// Makes the reverse relationship on the target, and configures it.
fn generate(
    vm: &mut Vm,
    relationship: &Handle<Relationship>,
    backref: &Value,
    marked: Marked,
) -> Result<()> {
    let (name, options) = match backref.as_tuple() {
        Some([name, options]) => (name.clone(), options.clone()),
        _ => (backref.clone(), Value::Unbound),
    };
    let Some(key) = name_of(vm, &name) else {
        let class = vm.type_name(backref);
        return Err(vm.type_error(format!(
            "cannot unpack non-iterable {} object",
            class.as_str()
        )));
    };
    let target = relationship.mapper();
    if !target.concrete {
        check_free(vm, relationship, &target, &key)?;
    }
    let mut names: Vec<Rc<Str>> = Vec::new();
    let mut values: Vec<Value> = Vec::new();
    if let Some(dict) = options.as_dict() {
        for (name, value) in dict.borrow().iter() {
            if let Some(name) = name.as_str_rc() {
                names.push(name.clone());
                values.push(value.clone());
            }
        }
    }
    let mut default = |vm: &mut Vm, name: &str, value: Value| {
        if !names.iter().any(|given| given.as_str() == name) {
            names.push(vm.intern(name));
            values.push(value);
        }
    };
    let secondary = relationship
        .join
        .get()
        .and_then(|join| join.secondary.clone());
    let (primaryjoin, secondaryjoin) = match secondary {
        Some(_) => (marked.secondary_plain.as_ref(), Some(&marked.primary_plain)),
        None => (Some(&marked.primary_reversed), None),
    };
    if let Some(join) = primaryjoin {
        let join = wrap(vm, join);
        default(vm, "primaryjoin", join);
    }
    if let Some(join) = secondaryjoin {
        let join = wrap(vm, join);
        default(vm, "secondaryjoin", join);
    }
    let foreign_keys: Vec<Value> = relationship
        .foreign_keys
        .borrow()
        .iter()
        .map(Handle::value)
        .collect();
    if !foreign_keys.is_empty() {
        let foreign_keys = vm.list(foreign_keys);
        default(vm, "foreign_keys", foreign_keys);
    }
    default(vm, "viewonly", Value::Bool(relationship.viewonly.get()));
    default(
        vm,
        "post_update",
        Value::Bool(relationship.post_update.get()),
    );
    default(
        vm,
        "passive_updates",
        Value::Bool(relationship.passive_updates.get()),
    );
    default(
        vm,
        "sync_backref",
        relationship
            .sync_backref
            .get()
            .map_or(Value::None, Value::Bool),
    );
    *relationship.back_populates.borrow_mut() = Some(key.clone());
    if names.iter().any(|name| name.as_str() == "back_populates") {
        return Err(vm.type_error(
            "sqlalchemy.orm.relationships.RelationshipProperty() got multiple values for keyword argument \
             'back_populates'",
        ));
    }
    names.push(vm.intern("back_populates"));
    values.push(Value::Str(relationship.key()));
    let mut positional = vec![relationship.parent().value()];
    positional.extend(secondary.map(|table| table.value()));
    let reverse = make(
        vm,
        &Args {
            positional: &positional,
            names: &names,
            values: &values,
        },
    )?;
    let property = MapperProperty::Relationship(reverse);
    target.configure_property(vm, &key, property.clone(), true)?;
    initialize_property(vm, &target, &property)
}

/// The name of a backref must be free, here and in related classes.
fn check_free(
    vm: &mut Vm,
    relationship: &Handle<Relationship>,
    target: &Handle<Mapper>,
    key: &Rc<Str>,
) -> Result<()> {
    let mut mappers = target.self_and_descendants();
    let mut next = target.inherits.clone();
    while let Some(mapper) = next {
        next = mapper.inherits.clone();
        mappers.push(mapper);
    }
    for mapper in mappers {
        if mapper.property(key).is_some() && !mapper.concrete {
            let text = format!(
                "Error creating backref '{}' on relationship '{}': property of that name exists on mapper '{}'",
                key.as_str(),
                relationship.describe(),
                mapper.describe()
            );
            return Err(exc::ARGUMENT_ERROR.error(vm, text));
        }
    }
    Ok(())
}
