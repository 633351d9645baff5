//! From the attributes of a class to its properties, columns and table.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Result, Vm};

use super::columns::name_column;
use super::kind::Kind;
use super::scan::{Scan, plain_column};
use crate::exc;
use crate::handle::Handle;
use crate::orm::attributes::InstrumentedAttribute;
use crate::orm::composite::Composite;
use crate::orm::mapper::build::{Arguments, Given};
use crate::orm::property::{self, MapperProperty};
use crate::schema::column::Column;
use crate::schema::metadata::MetaData;
use crate::schema::table::{self, Table, append_column};
use crate::sql::clause::Clause;
use crate::value::name_of;

/// Properties by name, as given to the mapper.
pub type Properties = Vec<(Rc<Str>, Given)>;

impl Scan {
    /// The attributes that are to be mapped, with their annotations applied.
    pub(super) fn properties(&mut self, vm: &mut Vm) -> Result<Vec<(Rc<Str>, Value)>> {
        let mut properties = Vec::new();
        for (name, value) in std::mem::take(&mut self.collected) {
            let mut value = value;
            if let Kind::DeclaredAttr = Kind::of(&value) {
                value = vm.get_attr(&Value::Class(self.class.clone()), &name)?;
            } else if let Some(attribute) = value.host::<InstrumentedAttribute>()
                && !Rc::ptr_eq(&attribute.class, &self.class)
                && !Rc::ptr_eq(&attribute.key, &name)
            {
                value = property::synonym(vm, attribute.key.clone()).value();
            }
            if let Some(composite) = value.host::<Composite>() {
                self.map_composite(vm, &name, &value, composite, &mut properties)?;
                continue;
            }
            self.warn_of_reserved(vm, &name, &value)?;
            match Kind::of(&value) {
                Kind::Column(column) => name_column(&column, &name),
                Kind::MappedColumn(column) => {
                    let annotation = self.annotation(&name).cloned();
                    column.declarative_scan(vm, self, &name, annotation.as_ref())?;
                    self.refuse_dataclass_options(vm, &name, &column.dataclass_options, false)?;
                }
                Kind::Property(MapperProperty::Relationship(relationship)) => {
                    let annotation = self.annotation(&name).cloned();
                    relationship.declarative_scan(vm, self, &name, annotation.as_ref())?;
                    let options = relationship.dataclass_options.borrow().clone();
                    self.refuse_dataclass_options(vm, &name, &options, true)?;
                }
                Kind::Property(MapperProperty::Column(property)) => {
                    if let Some(column) = property.column()
                        && column.table.borrow().is_none()
                    {
                        name_column(&column, &name);
                    }
                }
                Kind::Property(MapperProperty::Synonym(_)) => {}
                Kind::DeclaredAttr | Kind::Other => {
                    self.leave_alone(vm, &name, &value)?;
                    continue;
                }
            }
            properties.push((name, value));
        }
        Ok(properties)
    }

    fn warn_of_reserved(&self, vm: &mut Vm, name: &Rc<Str>, value: &Value) -> Result<()> {
        let noun = match name.as_str() {
            "registry" => "Declarative class registry",
            "metadata" if value.host::<MetaData>().is_none() => "MetaData instance",
            _ => return Ok(()),
        };
        let text = format!(
            "Attribute name '{}' should be left reserved for the {noun} when using a Declarative class.",
            name.as_str()
        );
        exc::warn(vm, text)
    }

    /// `init=False` and its like need a dataclass.
    fn refuse_dataclass_options(
        &self,
        vm: &mut Vm,
        name: &Rc<Str>,
        options: &[(Rc<Str>, Value)],
        with_default: bool,
    ) -> Result<()> {
        let mut given: Vec<String> = options
            .iter()
            .filter(|(option, _)| with_default || option.as_str() != "default")
            .map(|(option, _)| format!("'{}'", option.as_str()))
            .collect();
        if given.is_empty() || super::dataclass::arguments(vm, &self.class).is_some() {
            return Ok(());
        }
        given.sort();
        let class = vm.str(&Value::Class(self.class.clone()))?;
        let text = format!(
            "Attribute '{}' on class {class} includes dataclasses argument(s): {} but class does not specify \
             SQLAlchemy native dataclass configuration.",
            name.as_str(),
            given.join(", ")
        );
        Err(exc::ARGUMENT_ERROR.error(vm, text))
    }

    /// An attribute that is not mapped; what looks like a mistake is warned of.
    fn leave_alone(&self, vm: &mut Vm, name: &Rc<Str>, value: &Value) -> Result<()> {
        if let Some([only]) = value.as_tuple()
            && !matches!(Kind::of(only), Kind::Other | Kind::DeclaredAttr)
        {
            let text = format!(
                "Ignoring declarative-like tuple value of attribute '{}': possibly a copy-and-paste error with a \
                 comma accidentally placed at the end of the line?",
                name.as_str()
            );
            return exc::warn(vm, text);
        }
        self.warn_of_expression(vm, &self.class, name, value)?;
        let own = vm.own_class_attr(&self.class, name);
        if !own.is_some_and(|own| own.is(value)) {
            vm.set_class_attr(&self.class, name, value.clone());
        }
        Ok(())
    }

    /// Separates the columns, in the order of the table, from what the mapper must be told explicitly.
    pub(super) fn columns(
        &self,
        vm: &mut Vm,
        properties: Vec<(Rc<Str>, Value)>,
    ) -> Result<(Properties, Vec<Handle<Column>>)> {
        let mut explicit = Properties::new();
        let mut columns: Vec<(Handle<Column>, i64)> = Vec::new();
        let mut names: Vec<(Rc<Str>, Rc<Str>)> = Vec::new();
        for (name, value) in properties {
            match Kind::of(&value) {
                Kind::MappedColumn(mapped) => {
                    let column = mapped.column.borrow().clone();
                    names.push((column.text(), name.clone()));
                    if mapped.deferred.get() || mapped.active_history.get() {
                        let property = property::of_mapped_column(vm, &mapped);
                        explicit.push((name, Given::Property(MapperProperty::Column(property))));
                    } else if *name != *column.key() {
                        explicit.push((name, Given::Column(column.clone())));
                    }
                    if !columns.iter().any(|(other, _)| other.is(&column)) {
                        columns.push((column, mapped.sort_order.get()));
                    }
                }
                Kind::Column(column) => {
                    names.push((column.text(), name.clone()));
                    if *name != *column.key() {
                        explicit.push((name, Given::Column(column.clone())));
                    }
                    if !columns.iter().any(|(other, _)| other.is(&column)) {
                        columns.push((column, 0));
                    }
                }
                Kind::Property(property) => {
                    if let MapperProperty::Column(property) = &property {
                        for expression in property.columns.borrow().iter() {
                            if let Clause::Column(column, _) = &**expression
                                && column.table.borrow().is_none()
                            {
                                columns.push((column.clone(), 0));
                            }
                        }
                    }
                    explicit.push((name, Given::Property(property)));
                }
                Kind::DeclaredAttr | Kind::Other => {}
            }
        }
        self.warn_of_repetition(vm, &names)?;
        columns.sort_by_key(|(_, order)| *order);
        Ok((
            explicit,
            columns.into_iter().map(|(column, _)| column).collect(),
        ))
    }

    fn warn_of_repetition(&self, vm: &mut Vm, names: &[(Rc<Str>, Rc<Str>)]) -> Result<()> {
        for (index, (column, _)) in names.iter().enumerate() {
            let mut keys: Vec<&str> = names
                .iter()
                .filter(|(other, _)| **other == **column)
                .map(|(_, key)| key.as_str())
                .collect();
            let is_first = !names[..index].iter().any(|(other, _)| **other == **column);
            if keys.len() > 1 && is_first {
                keys.sort_unstable();
                let text = format!(
                    "On class '{}', Column object '{}' named directly multiple times, only one will be used: {}. \
                     Consider using orm.synonym instead",
                    self.class.name().as_str(),
                    column.as_str(),
                    keys.join(", ")
                );
                exc::warn(vm, text)?;
            }
        }
        Ok(())
    }

    /// The table of the class: its own, the parent's, or the one that was given.
    pub(super) fn table(&self, vm: &mut Vm, columns: &[Handle<Column>]) -> Result<Handle<Table>> {
        let name = vm.intern("__table__");
        let given = match self.fixed_table {
            true => vm.own_class_attr(&self.class, &name),
            false => self.mixed_in_table(vm)?,
        };
        if let Some(given) = given {
            return self.given_table(vm, &given, columns);
        }
        match self.tablename.clone() {
            Some(tablename) => {
                let table = self.make_table(vm, &tablename, columns)?;
                vm.set_class_attr(&self.class, &name, table.value());
                Ok(table)
            }
            None => self.inherited_table(vm, columns),
        }
    }

    /// `__table__` of a mixin, computed for this class.
    fn mixed_in_table(&self, vm: &mut Vm) -> Result<Option<Value>> {
        let name = vm.intern("__table__");
        let found = vm.class_attr(&self.class, &name);
        if self.tablename.is_some()
            || !matches!(found.as_ref().map(Kind::of), Some(Kind::DeclaredAttr))
        {
            return Ok(None);
        }
        let table = vm.get_attr(&Value::Class(self.class.clone()), &name)?;
        vm.set_class_attr(&self.class, &name, table.clone());
        Ok(Some(table))
    }

    fn given_table(
        &self,
        vm: &mut Vm,
        given: &Value,
        columns: &[Handle<Column>],
    ) -> Result<Handle<Table>> {
        let Some(table) = Handle::<Table>::of(given) else {
            return Err(vm.unsupported("mapping a class to something other than a Table"));
        };
        for column in columns {
            if !column
                .table
                .borrow()
                .as_ref()
                .is_some_and(|of| of.is(&table))
            {
                let text = format!(
                    "Can't add additional column '{}' when specifying __table__",
                    column.key().as_str()
                );
                return Err(exc::ARGUMENT_ERROR.error(vm, text));
            }
        }
        Ok(table)
    }

    fn make_table(
        &self,
        vm: &mut Vm,
        tablename: &Value,
        columns: &[Handle<Column>],
    ) -> Result<Handle<Table>> {
        let mut items: Vec<Value> = columns.iter().map(Handle::value).collect();
        let mut keywords = Value::Unbound;
        if let Some(args) = &self.table_args {
            match args.as_tuple() {
                Some([rest @ .., last]) if last.as_dict().is_some() => {
                    items.extend(rest.iter().map(|item| self.as_table_item(item)));
                    keywords = last.clone();
                }
                Some(all) => items.extend(all.iter().map(|item| self.as_table_item(item))),
                None => keywords = args.clone(),
            }
        }
        let metadata = self.metadata(vm)?;
        let Some(name) = name_of(vm, tablename) else {
            let text = vm.repr(tablename)?;
            return Err(exc::ARGUMENT_ERROR.error(
                vm,
                format!("expected a string as a table's name, got {text}"),
            ));
        };
        let (mut names, mut values) = (Vec::new(), Vec::new());
        if let Some(dict) = keywords.as_dict() {
            for (key, value) in dict.borrow().iter() {
                if let Some(key) = key.as_str_rc() {
                    names.push(key.clone());
                    values.push(value.clone());
                }
            }
        }
        if names.is_empty() {
            return table::make(vm, name, &metadata, &items, table::Options::default());
        }
        let mut positional = vec![Value::Str(name), metadata.value()];
        positional.extend(items);
        let class = table::TABLE.value(vm);
        let args = python::vm::Args {
            positional: &positional,
            names: &names,
            values: &values,
        };
        let made = vm.call_args(&class, &args)?;
        Ok(Handle::of(&made).expect("Table() makes tables"))
    }

    /// A column in `__table_args__` is this class's copy of it.
    fn as_table_item(&self, item: &Value) -> Value {
        plain_column(item).map_or_else(|| item.clone(), |_| self.copied(item))
    }

    /// The metadata of the class: its own attribute, or the registry's.
    fn metadata(&self, vm: &mut Vm) -> Result<Handle<MetaData>> {
        let name = vm.intern("metadata");
        let found = vm.class_attr(&self.class, &name);
        Ok(found
            .and_then(|value| Handle::of(&value))
            .unwrap_or_else(|| self.registry.metadata.clone()))
    }

    /// Single-table inheritance: the parent's table, which gets the columns declared here.
    fn inherited_table(&self, vm: &mut Vm, columns: &[Handle<Column>]) -> Result<Handle<Table>> {
        let Some(parent) = &self.inherits else {
            let class = vm.repr(&Value::Class(self.class.clone()))?;
            return Err(exc::INVALID_REQUEST_ERROR.error(
                vm,
                format!(
                    "Class {class} does not have a __table__ or __tablename__ specified and does not inherit from \
                     an existing table-mapped class."
                ),
            ));
        };
        if self.table_args.is_some() {
            return Err(exc::ARGUMENT_ERROR.error(
                vm,
                "Can't place __table_args__ on an inherited class with no table.",
            ));
        }
        let table = parent.local_table.clone();
        for column in columns {
            if let Some(existing) = table.column(&column.text()) {
                if existing.is(column) {
                    continue;
                }
                let text = format!(
                    "Column '{}' on class {} conflicts with existing column '{}'.  If using Declarative, consider \
                     using the use_existing_column parameter of mapped_column() to resolve conflicts.",
                    column.describe(),
                    self.class.name().as_str(),
                    existing.describe()
                );
                return Err(exc::ARGUMENT_ERROR.error(vm, text));
            }
            if column.primary_key.get() {
                return Err(exc::ARGUMENT_ERROR.error(
                    vm,
                    "Can't place primary key columns on an inherited class with no table.",
                ));
            }
            append_column(vm, &table, column, false)?;
        }
        Ok(table)
    }

    /// `__mapper_args__`, with columns of mixins replaced by their copies.
    pub(super) fn mapper_arguments(&self, vm: &mut Vm) -> Result<Arguments> {
        if !self.has_mapper_args {
            return Ok(Arguments::default());
        }
        let name = vm.intern("__mapper_args__");
        let given = vm.get_attr(&Value::Class(self.class.clone()), &name)?;
        let mut arguments = Arguments::default();
        if let Some(dict) = given.as_dict() {
            for (key, value) in dict.borrow().iter() {
                if let Some(key) = key.as_str_rc() {
                    arguments.push((key.clone(), self.copied(value)));
                }
            }
        }
        Ok(arguments)
    }
}
