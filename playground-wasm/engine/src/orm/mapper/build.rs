//! Mapping a class: tables, properties, primary key. Relationships wait for configuration.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use python::object::{Class, Payload, Str, Value};
use python::vm::{Raised, Result, Vm};

use super::{MAPPER, Mapper, Status, Validator};
use crate::exc;
use crate::handle::Handle;
use crate::orm::configure::fire_instrument_class;
use crate::orm::instrumentation::{instrument_class, mapper_of};
use crate::orm::property::{self, ColumnProperty, MapperProperty};
use crate::orm::registry::Registry;
use crate::schema::column::Column;
use crate::schema::table::Table;
use crate::sql::clause::{Clause, Expr};
use crate::sql::coercion;
use crate::sql::join;

/// Keyword arguments of the mapper.
pub type Arguments = Vec<(Rc<Str>, Value)>;

/// A property as it is given to the mapper.
#[derive(Clone)]
pub enum Given {
    /// A property.
    Property(MapperProperty),
    /// A column under a name of its own.
    Column(Handle<Column>),
}

/// The mapper that a class inherits from: that of its nearest mapped base.
pub fn inherited(vm: &mut Vm, class: &Rc<Class>) -> Result<Option<Handle<Mapper>>> {
    let mut found: Vec<Rc<Class>> = Vec::new();
    let bases = class.bases.borrow().clone();
    for base in &bases {
        if let Some(mapped) = mapped_base(vm, base)?
            && !found.iter().any(|other| Rc::ptr_eq(other, &mapped))
        {
            found.push(mapped);
        }
    }
    if found.len() > 1 {
        let classes = vm.list(
            found
                .iter()
                .map(|class| Value::Class(class.clone()))
                .collect(),
        );
        let (shown, classes) = (vm.str(&Value::Class(class.clone()))?, vm.repr(&classes)?);
        return Err(exc::INVALID_REQUEST_ERROR.error(
            vm,
            format!("Class {shown} has multiple mapped bases: {classes}"),
        ));
    }
    Ok(found.first().and_then(|class| mapper_of(class)))
}

fn mapped_base(vm: &mut Vm, base: &Rc<Class>) -> Result<Option<Rc<Class>>> {
    let name = vm.intern("__abstract__");
    let is_abstract = match base.own(&name) {
        Some(value) => vm.truthy(&value)?,
        None => false,
    };
    if is_abstract {
        let bases = base.bases.borrow().clone();
        for inner in &bases {
            if let Some(found) = mapped_base(vm, inner)? {
                return Ok(Some(found));
            }
        }
        return Ok(None);
    }
    let mro = base.mro.borrow().clone();
    Ok(mro.into_iter().find(|class| mapper_of(class).is_some()))
}

/// Maps a class to a table.
#[expect(
    clippy::too_many_arguments,
    reason = "the parts of a mapping, each from elsewhere"
)]
pub fn map(
    vm: &mut Vm,
    registry: &Handle<Registry>,
    class: &Rc<Class>,
    table: Handle<Table>,
    inherits: Option<Handle<Mapper>>,
    properties: Vec<(Rc<Str>, Given)>,
    declared: &[Handle<Column>],
    arguments: Arguments,
) -> Result<Handle<Mapper>> {
    let options = Options::read(vm, arguments)?;
    let mut properties = properties;
    properties.extend(options.properties.iter().cloned());
    let single = inherits
        .as_ref()
        .is_some_and(|parent| parent.local_table.is(&table));
    let tables = match &inherits {
        Some(parent) if single => parent.tables.clone(),
        Some(parent) if !options.concrete => {
            let mut tables = parent.tables.clone();
            tables.push(table.clone());
            tables
        }
        _ => vec![table.clone()],
    };
    let mapper_class = MAPPER.class(vm);
    let mapper = Handle::new(
        vm,
        &mapper_class,
        Mapper {
            class: class.clone(),
            registry: registry.clone(),
            local_table: table,
            tables,
            inherits: inherits.clone(),
            single,
            concrete: options.concrete,
            primary_key: RefCell::default(),
            properties: RefCell::default(),
            column_keys: RefCell::default(),
            inheriting: RefCell::default(),
            polymorphic_on: RefCell::default(),
            polymorphic_key: RefCell::default(),
            polymorphic_identity: RefCell::new(options.polymorphic_identity.clone()),
            polymorphic_map: RefCell::default(),
            polymorphic_abstract: options.polymorphic_abstract,
            exclude: RefCell::default(),
            equated: RefCell::default(),
            validators: RefCell::default(),
            implemented: RefCell::default(),
            failure: RefCell::default(),
            status: Cell::new(Status::Pending),
            delete_orphans: RefCell::default(),
            base: OnceCell::new(),
        },
    );
    instrument_class(vm, &mapper)?;
    fire_instrument_class(vm, &mapper)?;
    let name = vm.intern("__mapper__");
    vm.set_class_attr(class, &name, mapper.value());
    let name = vm.intern("__table__");
    vm.set_class_attr(class, &name, mapper.local_table.value());
    if let Some(parent) = &inherits {
        mapper.inherit(vm, parent, declared)?;
    } else {
        mapper.exclude.replace(options.exclude.clone());
    }
    mapper.collect_validators(vm)?;
    mapper.map_properties(vm, properties)?;
    mapper.choose_primary_key(vm, &options.primary_key)?;
    mapper.map_discriminator(vm, &options)?;
    registry.mappers.borrow_mut().push(mapper.clone());
    registry.new_mappers.set(true);
    Ok(mapper)
}

/// The mapper's keyword arguments, read.
struct Options {
    concrete: bool,
    polymorphic_on: Value,
    polymorphic_identity: Value,
    polymorphic_abstract: bool,
    primary_key: Vec<Value>,
    exclude: Vec<Rc<Str>>,
    properties: Vec<(Rc<Str>, Given)>,
}

impl Options {
    fn read(vm: &mut Vm, arguments: Arguments) -> Result<Options> {
        let mut options = Options {
            concrete: false,
            polymorphic_on: Value::None,
            polymorphic_identity: Value::None,
            polymorphic_abstract: false,
            primary_key: Vec::new(),
            exclude: Vec::new(),
            properties: Vec::new(),
        };
        for (name, value) in arguments {
            match name.as_str() {
                "concrete" => options.concrete = vm.truthy(&value)?,
                "polymorphic_on" => options.polymorphic_on = value,
                "polymorphic_identity" => options.polymorphic_identity = value,
                "polymorphic_abstract" => options.polymorphic_abstract = vm.truthy(&value)?,
                "primary_key" => options.primary_key = crate::value::to_list(vm, &value)?,
                "exclude_properties" => {
                    for name in crate::value::to_list(vm, &value)? {
                        options.exclude.extend(crate::value::name_of(vm, &name));
                    }
                }
                "properties" => {
                    let items: Vec<(Value, Value)> = match value.as_dict() {
                        Some(dict) => dict
                            .borrow()
                            .iter()
                            .map(|(key, value)| (key.clone(), value.clone()))
                            .collect(),
                        None => Vec::new(),
                    };
                    for (key, value) in items {
                        let Some(key) = crate::value::name_of(vm, &key) else {
                            continue;
                        };
                        let given = given(vm, &value)?;
                        options.properties.push((key, given));
                    }
                }
                "inherits"
                | "eager_defaults"
                | "version_id_col"
                | "version_id_generator"
                | "inherit_condition"
                | "polymorphic_load"
                | "with_polymorphic"
                | "confirm_deleted_rows"
                | "batch"
                | "passive_deletes"
                | "passive_updates"
                | "legacy_is_orphan"
                | "always_refresh"
                | "allow_partial_pks"
                | "inherit_foreign_keys" => {}
                "column_prefix" | "include_properties" => {
                    return Err(vm.unsupported(format!("the mapper argument {}", name.as_str())));
                }
                _ => {
                    return Err(vm.type_error(format!(
                        "Mapper.__init__() got an unexpected keyword argument '{}'",
                        name.as_str()
                    )));
                }
            }
        }
        Ok(options)
    }
}

/// A property or a column.
pub fn given(vm: &mut Vm, value: &Value) -> Result<Given> {
    if let Some(property) = crate::orm::declarative::property(value) {
        return Ok(Given::Property(property));
    }
    match coercion::column_of(vm, value)? {
        Some(column) => Ok(Given::Column(column)),
        None => {
            let shown = vm.repr(value)?;
            Err(exc::ARGUMENT_ERROR.error(vm, format!("Not a valid property of a mapper: {shown}")))
        }
    }
}

impl Handle<Mapper> {
    /// Takes its place below another mapper.
    fn inherit(
        &self,
        vm: &mut Vm,
        parent: &Handle<Mapper>,
        declared: &[Handle<Column>],
    ) -> Result<()> {
        if !self.single && !self.concrete {
            let equated = inherit_condition(vm, parent, self)?;
            self.equated.replace(equated);
        }
        parent.inheriting.borrow_mut().push(self.clone());
        let _ = self.base.set(parent.base_mapper());
        if !self.concrete {
            let columns: Vec<Handle<Column>> = parent
                .tables
                .iter()
                .flat_map(|table| table.columns())
                .collect();
            let mut exclude = parent.exclude.borrow().clone();
            exclude.extend(
                columns
                    .iter()
                    .filter(|column| parent.key_of(column).is_none())
                    .map(|column| column.key()),
            );
            exclude.retain(|key| !declared.iter().any(|column| *column.key() == **key));
            self.exclude.replace(exclude);
        }
        let base = self.base_mapper();
        let identity = self.polymorphic_identity.borrow().clone();
        if identity.is_none()
            && base.polymorphic_on.borrow().is_some()
            && !self.polymorphic_abstract
        {
            let column = base
                .polymorphic_on
                .borrow()
                .as_ref()
                .map(|column| column.describe());
            let text = format!(
                "{} does not indicate a 'polymorphic_identity', yet is part of an inheritance hierarchy that has a \
                 'polymorphic_on' column of '{}'. If this is an intermediary class that should not be \
                 instantiated, the class may either be left unmapped, or may include the \
                 'polymorphic_abstract=True' parameter in its Mapper arguments. To leave the class unmapped when \
                 using Declarative, set the '__abstract__ = True' attribute on the class.",
                self.describe(),
                column.unwrap_or_default()
            );
            exc::warn(vm, text)?;
        }
        self.register_identity(vm)
    }

    /// Enters the mapper under its polymorphic identity.
    fn register_identity(&self, vm: &mut Vm) -> Result<()> {
        let identity = self.polymorphic_identity.borrow().clone();
        if identity.is_none() {
            return Ok(());
        }
        let base = self.base_mapper();
        let entries = base.polymorphic_map.borrow().clone();
        for (index, (known, mapper)) in entries.iter().enumerate() {
            if vm.eq(known, &identity)? {
                let shown = vm.repr(&identity)?;
                let (old, new) = (vm.repr(&mapper.value())?, vm.repr(&self.value())?);
                exc::warn(
                    vm,
                    format!(
                        "Reassigning polymorphic association for identity {shown} from {old} to {new}: Check for \
                         duplicate use of {shown} as value for polymorphic_identity."
                    ),
                )?;
                base.polymorphic_map.borrow_mut()[index].1 = self.clone();
                return Ok(());
            }
        }
        base.polymorphic_map
            .borrow_mut()
            .push((identity, self.clone()));
        Ok(())
    }

    /// Methods under `@validates`.
    fn collect_validators(&self, vm: &mut Vm) -> Result<()> {
        let name = vm.intern("__sa_validators__");
        for function in self.methods() {
            let Some(validators) = vm.instance_attr(&function, &name) else {
                continue;
            };
            for (attribute, include_removes, include_backrefs) in
                super::validates::read(&validators)
            {
                let attribute = vm.intern_str(&attribute);
                let duplicate = self
                    .validators
                    .borrow()
                    .iter()
                    .any(|known| Rc::ptr_eq(&known.key, &attribute));
                if duplicate {
                    let text = format!(
                        "A validation function for mapped attribute '{}' on mapper {} already exists.",
                        attribute.as_str(),
                        self.describe()
                    );
                    return Err(exc::INVALID_REQUEST_ERROR.error(vm, text));
                }
                self.validators.borrow_mut().push(Validator {
                    key: attribute,
                    function: function.clone(),
                    include_removes,
                    include_backrefs,
                });
            }
        }
        Ok(())
    }

    /// The functions of the class and those it inherits, in the order of `dir()`.
    fn methods(&self) -> impl Iterator<Item = Value> + use<> {
        let mut found: BTreeMap<String, Value> = BTreeMap::new();
        for class in self.class.mro.borrow().iter() {
            if !class.is_user_defined() {
                continue;
            }
            for (key, value) in class.attrs.borrow().iter() {
                let is_function = value
                    .obj()
                    .is_some_and(|object| matches!(object.payload, Payload::Function(_)));
                if let Some(key) = key.as_str().filter(|_| is_function) {
                    found.entry(key.to_owned()).or_insert_with(|| value.clone());
                }
            }
        }
        found.into_values()
    }

    /// Maps what was given, what is inherited, and the remaining columns.
    fn map_properties(&self, vm: &mut Vm, properties: Vec<(Rc<Str>, Given)>) -> Result<()> {
        let mut explicit: Vec<(Rc<Str>, Handle<ColumnProperty>)> = Vec::new();
        for (key, given) in properties {
            let property = match given {
                Given::Column(column) => {
                    MapperProperty::Column(self.property_from_column(vm, &key, &column)?)
                }
                Given::Property(property) => property,
            };
            match property {
                MapperProperty::Column(property) if self.maps_own_column(&property) => {
                    explicit.push((key, property));
                }
                property => self.configure_property(vm, &key, property, true)?,
            }
        }
        if let Some(parent) = &self.inherits {
            let inherited = parent.properties.borrow().clone();
            for (key, property) in inherited {
                if self.excludes(vm, &key, false) {
                    continue;
                }
                if let Some(entry) = explicit.iter_mut().find(|(name, _)| Rc::ptr_eq(name, &key)) {
                    if let MapperProperty::Column(property) = &property {
                        entry.1 = self.reconcile(vm, &key, property, &entry.1.clone(), true)?;
                    }
                } else if self.property(&key).is_none() && !self.concrete {
                    self.configure_property(vm, &key, property, false)?;
                }
            }
        }
        for column in self.columns() {
            let given = explicit
                .iter()
                .find(|(_, property)| {
                    property
                        .columns
                        .borrow()
                        .iter()
                        .any(|own| own.as_column().is_some_and(|own| own.is(&column)))
                })
                .cloned();
            if let Some((key, property)) = given {
                self.configure_property(vm, &key, MapperProperty::Column(property), true)?;
                continue;
            }
            if self.key_of(&column).is_some() {
                continue;
            }
            let local = column
                .table
                .borrow()
                .as_ref()
                .is_some_and(|table| table.is(&self.local_table));
            let key = column.key();
            if self.excludes(vm, &key, local) {
                continue;
            }
            let key = self
                .inherits
                .as_ref()
                .and_then(|parent| parent.key_of(&column))
                .unwrap_or(key);
            let key = vm.intern_str(&key);
            let property = self.property_from_column(vm, &key, &column)?;
            self.configure_property(vm, &key, MapperProperty::Column(property), true)?;
        }
        Ok(())
    }

    fn maps_own_column(&self, property: &ColumnProperty) -> bool {
        property.columns.borrow().iter().any(|column| {
            column.as_column().is_some_and(|column| {
                column
                    .table
                    .borrow()
                    .as_ref()
                    .is_some_and(|table| table.is(&self.local_table))
            })
        })
    }

    /// Columns that are excluded, or stand back behind an attribute of the program's own.
    fn excludes(&self, vm: &mut Vm, key: &Rc<Str>, local: bool) -> bool {
        if self
            .exclude
            .borrow()
            .iter()
            .any(|excluded| **excluded == **key)
        {
            return true;
        }
        let found = if local {
            vm.own_class_attr(&self.class, key)
        } else {
            vm.class_attr(&self.class, key)
        };
        found.is_some_and(|value| {
            !value.is_none()
                && value
                    .host::<crate::orm::attributes::InstrumentedAttribute>()
                    .is_none()
                && crate::orm::declarative::property(&value).is_none()
                && coercion::find(vm, &value).is_ok_and(|expression| expression.is_none())
        })
    }

    /// The property of a column: a new one, or the one that the key has already, with the column in front.
    fn property_from_column(
        &self,
        vm: &mut Vm,
        key: &Rc<Str>,
        column: &Handle<Column>,
    ) -> Result<Handle<ColumnProperty>> {
        let mapped = self.columns();
        if !mapped.iter().any(|other| other.is(column)) {
            let text = format!(
                "When configuring property '{}' on {}, column '{}' is not represented in the mapper's table. Use \
                 the `column_property()` function to force this column to be mapped as a read-only attribute.",
                key.as_str(),
                self.describe(),
                column.describe()
            );
            return Err(exc::ARGUMENT_ERROR.error(vm, text));
        }
        let fresh = property::of_columns(vm, vec![Clause::column(column)]);
        match self.property(key) {
            Some(MapperProperty::Column(existing)) => {
                let own = existing
                    .parent
                    .borrow()
                    .as_ref()
                    .is_some_and(|parent| parent.is(self));
                self.reconcile(vm, key, &existing, &fresh, own)
            }
            None => Ok(fresh),
            Some(other) => {
                let shown = vm.repr(&other.value())?;
                let text = format!(
                    "WARNING: when configuring property '{}' on {}, column '{}' conflicts with property '{shown}'. \
                     To resolve this, map the column to the class under a different name in the 'properties' \
                     dictionary.  Or, to remove all awareness of the column entirely (i.e. prevent its attribute \
                     from being mapped), use the 'include_properties' or 'exclude_properties' mapper arguments to \
                     control specifically which table columns get mapped.",
                    key.as_str(),
                    self.describe(),
                    column.key().as_str()
                );
                Err(exc::ARGUMENT_ERROR.error(vm, text))
            }
        }
    }

    /// One attribute for two columns of the same name, which must be equated by the inheritance.
    fn reconcile(
        &self,
        vm: &mut Vm,
        key: &Rc<Str>,
        existing: &Handle<ColumnProperty>,
        incoming: &Handle<ColumnProperty>,
        strict: bool,
    ) -> Result<Handle<ColumnProperty>> {
        if self.concrete {
            return Ok(incoming.clone());
        }
        let (Some(old), Some(new)) = (existing.column(), incoming.column()) else {
            return Ok(incoming.clone());
        };
        let contains = incoming
            .columns
            .borrow()
            .iter()
            .any(|column| column.as_column().is_some_and(|column| column.is(&old)));
        if contains {
            return Ok(incoming.clone());
        }
        let equated = self
            .equated
            .borrow()
            .iter()
            .any(|(a, b)| (a.is(&old) && b.is(&new)) || (a.is(&new) && b.is(&old)));
        if !equated {
            let last = existing
                .columns
                .borrow()
                .last()
                .and_then(|last| last.as_column().cloned());
            let text = format!(
                "Implicitly combining column {} with column {} under attribute '{}'.  Please configure one or more \
                 attributes for these same-named columns explicitly.",
                last.unwrap_or(old).describe(),
                new.describe(),
                key.as_str()
            );
            if strict {
                return Err(exc::INVALID_REQUEST_ERROR.error(vm, text));
            }
            exc::warn(vm, text)?;
        }
        let mut columns: Vec<Expr> = vec![Clause::column(&new)];
        columns.extend(existing.columns.borrow().iter().cloned());
        Ok(property::of_columns(vm, columns))
    }

    /// Gives the class an attribute, here and in the mappers that inherit.
    pub fn configure_property(
        &self,
        vm: &mut Vm,
        key: &Rc<Str>,
        property: MapperProperty,
        own: bool,
    ) -> Result<()> {
        if let MapperProperty::Column(columns) = &property {
            let mut keys = self.column_keys.borrow_mut();
            for expression in columns.columns.borrow().iter() {
                if let Some(column) = expression.as_column() {
                    keys.retain(|(other, _)| !other.is(column));
                    keys.push((column.clone(), key.clone()));
                }
            }
        }
        property.name(key);
        if own {
            property.set_parent(self);
        }
        {
            let mut properties = self.properties.borrow_mut();
            match properties
                .iter_mut()
                .find(|(name, _)| Rc::ptr_eq(name, key))
            {
                Some((_, slot)) => *slot = property.clone(),
                None => properties.push((key.clone(), property.clone())),
            }
        }
        property.instrument(vm, self, key)?;
        let inheriting = self.inheriting.borrow().clone();
        for mapper in inheriting {
            if !mapper.concrete {
                mapper.configure_property(vm, key, property.clone(), false)?;
            }
        }
        Ok(())
    }

    /// The columns of the primary key; there must be some.
    fn choose_primary_key(&self, vm: &mut Vm, given: &[Value]) -> Result<()> {
        let mut columns = Vec::new();
        for value in given {
            let column = match value.as_str() {
                Some(name) => {
                    let name = vm.intern(name);
                    match self.property(&name) {
                        Some(MapperProperty::Column(property)) => property.column(),
                        _ => {
                            let text = format!(
                                "Can't determine primary_key column '{}' - no attribute is mapped to this name.",
                                name.as_str()
                            );
                            return Err(exc::ARGUMENT_ERROR.error(vm, text));
                        }
                    }
                }
                None => coercion::column_of(vm, value)?,
            };
            columns.extend(column);
        }
        if columns.is_empty() {
            columns = match &self.inherits {
                Some(parent) if !self.concrete => parent.primary_key.borrow().clone(),
                _ => self.local_table.primary_key(),
            };
        }
        columns.retain(|column| self.key_of(column).is_some());
        if columns.is_empty() {
            let text = format!(
                "Mapper {} could not assemble any primary key columns for mapped table '{}'",
                self.describe(),
                self.local_table.description()
            );
            return Err(exc::ARGUMENT_ERROR.error(vm, text));
        }
        self.primary_key.replace(columns);
        Ok(())
    }

    /// `polymorphic_on`, own or inherited.
    fn map_discriminator(&self, vm: &mut Vm, options: &Options) -> Result<()> {
        if options.polymorphic_on.is_none() {
            if let Some(parent) = &self.inherits {
                let (column, key) = (
                    parent.polymorphic_on.borrow().clone(),
                    parent.polymorphic_key.borrow().clone(),
                );
                self.polymorphic_on.replace(column);
                self.polymorphic_key.replace(key);
            }
            return Ok(());
        }
        let key = match options.polymorphic_on.as_str() {
            Some(name) => Some(vm.intern(name)),
            None => match coercion::column_of(vm, &options.polymorphic_on)? {
                Some(column) => self.key_of(&column),
                None => crate::orm::declarative::property(&options.polymorphic_on)
                    .map(|property| property.key()),
            },
        };
        match key.as_ref().and_then(|key| self.property(key)) {
            Some(MapperProperty::Column(property)) => {
                self.polymorphic_on.replace(property.column());
                self.polymorphic_key.replace(key);
            }
            _ if options.polymorphic_on.as_str().is_some() => {
                let shown = vm.str(&options.polymorphic_on)?;
                let text = format!(
                    "Can't determine polymorphic_on value '{shown}' - no attribute is mapped to this name."
                );
                return Err(exc::ARGUMENT_ERROR.error(vm, text));
            }
            _ => {}
        }
        if self.inherits.is_none() {
            self.register_identity(vm)?;
        }
        Ok(())
    }
}

/// How the table of an inheriting class is joined to those of its parent.
fn inherit_condition(
    vm: &mut Vm,
    parent: &Handle<Mapper>,
    child: &Handle<Mapper>,
) -> Result<Vec<(Handle<Column>, Handle<Column>)>> {
    let own = vec![child.local_table.clone()];
    let error = |vm: &mut Vm, native: &'static crate::native::Native, reason: &str| -> Raised {
        let text = format!(
            "Can't determine the inherit condition between inherited table '{}' and inheriting table '{}'; {reason}",
            parent.local_table.description(),
            child.local_table.description()
        );
        native.error(vm, text)
    };
    match join::pairs(vm, std::slice::from_ref(&parent.local_table), &own, &[])? {
        join::Found::Pairs(pairs) => Ok(pairs),
        join::Found::None => Err(error(
            vm,
            &exc::NO_FOREIGN_KEYS_ERROR,
            "tables have no foreign key relationships established.  Please ensure the inheriting table has a foreign \
             key relationship to the inherited table, or provide an 'on clause' using the 'inherit_condition' mapper \
             argument.",
        )),
        join::Found::Ambiguous => Err(error(
            vm,
            &exc::AMBIGUOUS_FOREIGN_KEYS_ERROR,
            "tables have more than one foreign key relationship established.  Please specify the 'on clause' using \
             the 'inherit_condition' mapper argument.",
        )),
    }
}
