//! What a class statement says: its attributes, those of its mixins, and their annotations.

use std::rc::Rc;

use python::object::{Class, Str, Value};
use python::vm::{Result, Vm};

use super::annotation::{self, Collected};
use super::declared_attr::{self, DeclaredAttr};
use super::hint::Scope;
use super::kind::{Kind, is_mapped_attribute};
use crate::exc;
use crate::handle::Handle;
use crate::orm::clsregistry;
use crate::orm::instrumentation::mapper_of;
use crate::orm::mapped_column::{self, MappedColumn};
use crate::orm::mapper::Mapper;
use crate::orm::mapper::build;
use crate::orm::registry::Registry;
use crate::schema::column::Column;
use crate::sql::clause::Element;

/// A class on its way to being mapped.
pub struct Scan {
    /// The class.
    pub class: Rc<Class>,
    /// Where it will be registered.
    pub registry: Handle<Registry>,
    /// The mapper that it inherits from.
    pub inherits: Option<Handle<Mapper>>,
    /// Whether it has no table of its own.
    pub single: bool,
    /// Attributes in the order of the columns.
    pub(super) collected: Vec<(Rc<Str>, Value)>,
    /// Annotations of attributes.
    pub(super) annotations: Vec<(Rc<Str>, Collected)>,
    /// Columns of mixins and their copies.
    pub(super) copies: Vec<(Value, Value)>,
    /// `__tablename__`
    pub(super) tablename: Option<Value>,
    /// `__table_args__`
    pub(super) table_args: Option<Value>,
    /// Whether there is a `__mapper_args__` that concerns this class.
    pub(super) has_mapper_args: bool,
    /// Whether the class has a `__table__` of its own.
    pub(super) fixed_table: bool,
    allow_unmapped: bool,
}

/// An attribute as a class has it: its name, its value if there is one, and its annotation likewise.
type Local = (Rc<Str>, Option<Value>, Option<Value>);

/// Maps a class that was declared.
pub fn map_declared(vm: &mut Vm, registry: &Handle<Registry>, class: &Rc<Class>) -> Result<()> {
    if mapper_of(class).is_some() {
        let shown = vm.repr(&Value::Class(class.clone()))?;
        return Err(exc::INVALID_REQUEST_ERROR.error(
            vm,
            format!("Class {shown} already has been instrumented declaratively"),
        ));
    }
    let mut scan = Scan {
        class: class.clone(),
        registry: registry.clone(),
        inherits: None,
        single: false,
        collected: Vec::new(),
        annotations: Vec::new(),
        copies: Vec::new(),
        tablename: None,
        table_args: None,
        has_mapper_args: false,
        fixed_table: false,
        allow_unmapped: false,
    };
    declared_attr::while_mapping(vm, class, |vm| {
        scan.attributes(vm)?;
        scan.apply_dataclass(vm)?;
        clsregistry::add(vm, registry, class)?;
        let inherited = build::inherited(vm, class)?;
        scan.inherits = inherited;
        scan.single = !scan.fixed_table && scan.tablename.is_none();
        let properties = scan.properties(vm)?;
        let (properties, columns) = scan.columns(vm, properties)?;
        let table = scan.table(vm, &columns)?;
        let arguments = scan.mapper_arguments(vm)?;
        build::map(
            vm,
            registry,
            class,
            table,
            scan.inherits.clone(),
            properties,
            &columns,
            arguments,
        )
    })?;
    Ok(())
}

impl Scan {
    /// Collects from the class, then along its MRO.
    fn attributes(&mut self, vm: &mut Vm) -> Result<()> {
        let flag = vm.intern("__allow_unmapped__");
        self.allow_unmapped = match vm.class_attr(&self.class, &flag) {
            Some(value) => vm.truthy(&value)?,
            None => super::dataclass::arguments(vm, &self.class).is_some(),
        };
        let table = vm.intern("__table__");
        self.fixed_table = vm.own_class_attr(&self.class, &table).is_some();
        let mro: Vec<Rc<Class>> = self
            .class
            .mro
            .borrow()
            .iter()
            .filter(|class| class.is_user_defined())
            .cloned()
            .collect();
        let mut bases = Vec::new();
        for base in mro {
            let is_own = Rc::ptr_eq(&base, &self.class);
            let is_mapped = !is_own && mapper_of(&base).is_some();
            let locals = locals(vm, &base);
            let copies = if is_own || is_mapped {
                Vec::new()
            } else {
                self.copy_columns(vm, &base, &locals)?
            };
            bases.push((base, is_mapped, locals, copies));
        }
        for (base, is_mapped, locals, copies) in bases {
            for (name, value) in copies {
                self.collect(&name, value);
            }
            let is_own = Rc::ptr_eq(&base, &self.class);
            for (name, value, annotation) in locals {
                if name.starts_with("__") {
                    self.directive(vm, &name, value.as_ref(), is_mapped, is_own)?;
                } else if is_mapped {
                    if value.is_some_and(|value| value.host::<DeclaredAttr>().is_some()) {
                        self.warn_of_mapped_owner(vm, &base, &name)?;
                    }
                } else if is_own {
                    self.own(vm, &name, value, annotation)?;
                } else {
                    self.mixed_in(vm, &base, &name, value)?;
                }
            }
        }
        Ok(())
    }

    /// The value of an attribute.
    pub(super) fn collected(&self, name: &Rc<Str>) -> Option<Value> {
        self.collected
            .iter()
            .find(|(key, _)| Rc::ptr_eq(key, name))
            .map(|(_, value)| value.clone())
    }

    /// Sets an attribute; one that is there already keeps its place.
    fn collect(&mut self, name: &Rc<Str>, value: Value) {
        match self
            .collected
            .iter_mut()
            .find(|(key, _)| Rc::ptr_eq(key, name))
        {
            Some((_, slot)) => *slot = value,
            None => self.collected.push((name.clone(), value)),
        }
    }

    /// `__tablename__`, `__table_args__`, `__mapper_args__`
    fn directive(
        &mut self,
        vm: &mut Vm,
        name: &Rc<Str>,
        value: Option<&Value>,
        is_mapped: bool,
        is_own: bool,
    ) -> Result<()> {
        let computed = value.is_some_and(|value| value.host::<DeclaredAttr>().is_some());
        if is_mapped && !computed {
            return Ok(());
        }
        let class = Value::Class(self.class.clone());
        match name.as_str() {
            "__mapper_args__" => self.has_mapper_args = true,
            "__tablename__" if self.tablename.is_none() => {
                let name = vm.get_attr(&class, name)?;
                self.tablename = Some(name).filter(|name| !name.is_none());
            }
            "__table_args__" if self.table_args.is_none() => {
                let args = vm.get_attr(&class, name)?;
                if args.as_tuple().is_none() && args.as_dict().is_none() && !args.is_none() {
                    return Err(exc::ARGUMENT_ERROR
                        .error(vm, "__table_args__ value must be a tuple, dict, or None"));
                }
                if is_own || self.tablename.is_some() || self.may_inherit_tablename(vm) {
                    self.table_args = Some(args).filter(|args| !args.is_none());
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn may_inherit_tablename(&self, vm: &mut Vm) -> bool {
        let name = vm.intern("__tablename__");
        vm.class_attr(&self.class, &name).is_some()
    }

    fn warn_of_mapped_owner(&self, vm: &mut Vm, base: &Rc<Class>, name: &Rc<Str>) -> Result<()> {
        let (owner, class) = (Value::Class(base.clone()), Value::Class(self.class.clone()));
        let text = format!(
            "Regular (i.e. not __special__) attribute '{}.{}' uses @declared_attr, but owning class {} is mapped - \
             not applying to subclass {}.",
            base.name().as_str(),
            name.as_str(),
            vm.str(&owner)?,
            vm.str(&class)?
        );
        exc::warn(vm, text)
    }

    /// An attribute of the class itself.
    fn own(
        &mut self,
        vm: &mut Vm,
        name: &Rc<Str>,
        value: Option<Value>,
        annotation: Option<Value>,
    ) -> Result<()> {
        let class = self.class.clone();
        let collected = match annotation {
            Some(annotation) => {
                let expect = !self.allow_unmapped && value.as_ref().is_none_or(is_mapped_attribute);
                self.annotate(vm, name, &annotation, &class, expect)?
            }
            None => None,
        };
        match value {
            Some(value) => self.collect(name, value),
            None => {
                let is_mapped = collected.is_some_and(|collected| collected.container.is_some());
                if is_mapped && !self.fixed_table {
                    let column = mapped_column::plain(vm)?;
                    self.collect(name, column.value());
                }
            }
        }
        Ok(())
    }

    /// An attribute of a mixin or of an abstract base.
    fn mixed_in(
        &mut self,
        vm: &mut Vm,
        base: &Rc<Class>,
        name: &Rc<Str>,
        value: Option<Value>,
    ) -> Result<()> {
        let Some(value) = value else { return Ok(()) };
        match Kind::of(&value) {
            Kind::Column(_) | Kind::MappedColumn(_) => Ok(()),
            Kind::Property(_) => Err(exc::INVALID_REQUEST_ERROR.error(
                vm,
                "Mapper properties (i.e. deferred,column_property(), relationship(), etc.) must be declared as \
                 @declared_attr callables on declarative mixin classes.  For dataclass field() objects, use a \
                 lambda:",
            )),
            Kind::DeclaredAttr => {
                let cascading = value.host::<DeclaredAttr>().is_some_and(|data| data.cascading);
                let computed = if cascading {
                    let computed = declared_attr::evaluate(vm, &value, &self.class.clone())?;
                    vm.set_class_attr(&self.class, name, computed.clone());
                    computed
                } else {
                    vm.get_attr(&Value::Class(self.class.clone()), name)?
                };
                self.copies.push((value.clone(), computed.clone()));
                if let Some(annotation) = return_annotation(vm, &value)? {
                    self.annotate(vm, name, &annotation, base, true)?;
                }
                self.collect(name, computed);
                Ok(())
            }
            Kind::Other => self.warn_of_expression(vm, base, name, &value),
        }
    }

    /// An SQL expression that is no column does not become an attribute by itself.
    pub(super) fn warn_of_expression(
        &self,
        vm: &mut Vm,
        class: &Rc<Class>,
        name: &Rc<Str>,
        value: &Value,
    ) -> Result<()> {
        if value.host::<Element>().is_none() {
            return Ok(());
        }
        let class = vm.str(&Value::Class(class.clone()))?;
        let text = format!(
            "Attribute '{}' on class {class} appears to be a non-schema SQLAlchemy expression object; this won't be \
             part of the declarative mapping. To map arbitrary expressions, use ``column_property()`` or a similar \
             function such as ``deferred()``, ``query_expression()`` etc. ",
            name.as_str()
        );
        exc::warn(vm, text)
    }

    /// Copies of a mixin's columns; they belong to the class from now on.
    fn copy_columns(
        &mut self,
        vm: &mut Vm,
        base: &Rc<Class>,
        locals: &[Local],
    ) -> Result<Vec<(Rc<Str>, Value)>> {
        let mut copies = Vec::new();
        for (name, value, annotation) in locals.iter().filter(|(name, ..)| !name.starts_with("__"))
        {
            let present = vm.class_attr(&self.class, name);
            let copy = match value {
                None => {
                    let Some(annotation) = annotation else {
                        continue;
                    };
                    if self.fixed_table || present.is_some() {
                        continue;
                    }
                    let collected = self.annotate(vm, name, annotation, base, false)?;
                    if collected.is_none_or(|collected| collected.container.is_none()) {
                        continue;
                    }
                    mapped_column::plain(vm)?.value()
                }
                Some(value) => {
                    if !present.is_some_and(|present| present.is(value)) {
                        continue;
                    }
                    let copy = match Kind::of(value) {
                        Kind::Column(column) => column.copy(vm)?.value(),
                        Kind::MappedColumn(column) => column.copy(vm)?.value(),
                        _ => continue,
                    };
                    if let Some(annotation) = annotation {
                        let expect = matches!(Kind::of(value), Kind::MappedColumn(_))
                            && !self.allow_unmapped;
                        self.annotate(vm, name, annotation, base, expect)?;
                    }
                    self.copies.push((value.clone(), copy.clone()));
                    copy
                }
            };
            vm.set_class_attr(&self.class, name, copy.clone());
            copies.push((name.clone(), copy));
        }
        Ok(copies)
    }

    /// Notes an annotation; the first that is met counts.
    fn annotate(
        &mut self,
        vm: &mut Vm,
        name: &Rc<Str>,
        annotation: &Value,
        owner: &Rc<Class>,
        expect_mapped: bool,
    ) -> Result<Option<Collected>> {
        if let Some((_, known)) = self
            .annotations
            .iter()
            .find(|(key, _)| Rc::ptr_eq(key, name))
        {
            return Ok(Some(known.clone()));
        }
        let module = vm.names.__module__.clone();
        let module = vm.class_attr(owner, &module).unwrap_or_default();
        let scope = Scope {
            class: self.class.clone(),
            module,
        };
        let collected = annotation::extract(vm, annotation, &scope, name, expect_mapped)?;
        if let Some(collected) = &collected {
            self.annotations.push((name.clone(), collected.clone()));
        }
        Ok(collected)
    }

    /// The annotation of an attribute.
    pub(super) fn annotation(&self, name: &Rc<Str>) -> Option<&Collected> {
        self.annotations
            .iter()
            .find(|(key, _)| Rc::ptr_eq(key, name))
            .map(|(_, collected)| collected)
    }

    /// The copy of a mixin's column, or what it was.
    pub(super) fn copied(&self, value: &Value) -> Value {
        self.copies
            .iter()
            .find(|(original, _)| original.is(value))
            .map_or_else(|| value.clone(), |(_, copy)| copy.clone())
    }
}

/// The names that the ORM reads among those with two underscores.
const DIRECTIVES: [&str; 3] = ["__mapper_args__", "__tablename__", "__table_args__"];

/// What a class has of its own, attributes and annotations in one order.
fn locals(vm: &mut Vm, class: &Rc<Class>) -> Vec<Local> {
    let annotations = vm.names.__annotations__.clone();
    let annotations = vm.own_class_attr(class, &annotations).unwrap_or_default();
    let mut annotated: Vec<(Rc<Str>, Value)> = Vec::new();
    if let Some(dict) = annotations.as_dict() {
        for (name, annotation) in dict.borrow().iter() {
            if let Some(name) = name.as_str_rc() {
                annotated.push((name.clone(), annotation.clone()));
            }
        }
    }
    let mut valued: Vec<(Rc<Str>, Value)> = Vec::new();
    for (name, value) in class.attrs.borrow().iter() {
        if let Some(name) = name.as_str_rc() {
            valued.push((name.clone(), value.clone()));
        }
    }
    let relevant = |name: &str| {
        !(name.starts_with("__") || name.starts_with("_sa_")) || DIRECTIVES.contains(&name)
    };
    let order = merge(
        valued
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| relevant(name))
            .collect(),
        annotated
            .iter()
            .map(|(name, _)| name.clone())
            .filter(|name| relevant(name))
            .collect(),
    );
    let value_of = |list: &[(Rc<Str>, Value)], name: &Rc<Str>| {
        list.iter()
            .find(|(key, _)| **key == **name)
            .map(|(_, value)| value.clone())
    };
    order
        .into_iter()
        .map(|name| {
            let (value, annotation) = (value_of(&valued, &name), value_of(&annotated, &name));
            (vm.intern_str(&name), value, annotation)
        })
        .collect()
}

/// Two lists as one: both keep their order as far as it goes, and where they share a name they change over.
fn merge(a: Vec<Rc<Str>>, b: Vec<Rc<Str>>) -> Vec<Rc<Str>> {
    let mut shared: Vec<Rc<Str>> = a
        .iter()
        .filter(|name| b.iter().any(|other| **other == ***name))
        .cloned()
        .collect();
    let mut merged = Vec::with_capacity(a.len() + b.len());
    let (mut current, mut other) = (a.into_iter(), b.into_iter());
    loop {
        let Some(name) = current.next() else {
            merged.extend(other);
            return merged;
        };
        match shared.iter().position(|shared| **shared == *name) {
            Some(index) => {
                shared.remove(index);
                std::mem::swap(&mut current, &mut other);
            }
            None => merged.push(name),
        }
    }
}

/// `-> Mapped[...]` of a declared attribute's function.
fn return_annotation(vm: &mut Vm, attribute: &Value) -> Result<Option<Value>> {
    let function = crate::value::get(vm, attribute, "fget")?;
    let Some(annotations) = crate::value::find(vm, &function, "__annotations__")? else {
        return Ok(None);
    };
    Ok(annotations
        .as_dict()
        .and_then(|dict| dict.borrow().get_text("return").cloned()))
}

/// The column that an attribute stands for, if it is one that stands alone.
pub(super) fn plain_column(value: &Value) -> Option<Handle<Column>> {
    match Kind::of(value) {
        Kind::Column(column) => Some(column),
        Kind::MappedColumn(mapped) => Some(column_of(&mapped)),
        _ => None,
    }
}

fn column_of(mapped: &Handle<MappedColumn>) -> Handle<Column> {
    mapped.column.borrow().clone()
}
