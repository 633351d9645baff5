//! From an annotation to a column's type and nullability.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Raised, Result, Vm};

use super::annotation::Collected;
use super::hint::{self, Hint, Scope};
use super::scan::Scan;
use crate::exc;
use crate::handle::Handle;
use crate::native::Native;
use crate::orm::mapped_column::MappedColumn;
use crate::orm::registry::Registry;
use crate::schema::column::Column;
use crate::schema::foreign_key;
use crate::schema::types;

impl Handle<MappedColumn> {
    /// Completes the column from the attribute's name and annotation.
    pub fn declarative_scan(
        &self,
        vm: &mut Vm,
        scan: &Scan,
        key: &Rc<Str>,
        collected: Option<&Collected>,
    ) -> Result<()> {
        let column = self.column.borrow().clone();
        let column = existing(scan, self, key, column);
        *self.column.borrow_mut() = column.clone();
        name_column(&column, key);
        let missing =
            types::is_null(&column.type_.borrow()) && column.foreign_keys.borrow().is_empty();
        let Some(collected) = collected.filter(|collected| collected.container.is_some()) else {
            if missing && collected.is_none() {
                let text = format!(
                    "Python typing annotation is required for attribute \"{}.{}\" when primary argument(s) for \
                     \"MappedColumn\" construct are None or not present",
                    scan.class.name().as_str(),
                    key.as_str()
                );
                return Err(exc::ARGUMENT_ERROR.error(vm, text));
            }
            return Ok(());
        };
        self.apply(vm, scan, key, collected)
    }

    fn apply(&self, vm: &mut Vm, scan: &Scan, key: &Rc<Str>, collected: &Collected) -> Result<()> {
        let scope = Scope {
            class: scan.class.clone(),
            module: collected.module.clone(),
        };
        let whole = match hint::parse(vm, &collected.inner, &scope) {
            Ok(hint) => hint,
            Err(raised) => return Err(unresolvable(vm, raised, collected)),
        };
        if let Hint::Generic(value) = &whole {
            check_arguments(vm, value, &scope)?;
        }
        let column = self.column.borrow().clone();
        let nullable = whole.includes_none();
        if !self.has_nullable {
            column.nullable.set(nullable);
        }
        let mut ours = whole.without_none();
        let mut annotated = None;
        if let Hint::Annotated(inner, metadata, value) = ours {
            let template = metadata.iter().find_map(Handle::<MappedColumn>::of);
            if let Some(template) = template {
                self.adopt(vm, &template, scan, key)?;
            }
            annotated = Some(value);
            ours = inner.without_none();
        }
        let column = self.column.borrow().clone();
        if !types::is_null(&column.type_.borrow()) || !column.foreign_keys.borrow().is_empty() {
            return Ok(());
        }
        match resolve(vm, &scan.registry, annotated.as_ref(), &ours)? {
            Some(type_) => {
                foreign_key::set_type(&column, type_);
                Ok(())
            }
            None => Err(unknown_type(vm, &column, annotated.as_ref(), &ours)),
        }
    }

    /// Takes over what the `mapped_column()` inside of `Annotated` says.
    fn adopt(
        &self,
        vm: &mut Vm,
        template: &Handle<MappedColumn>,
        scan: &Scan,
        key: &Rc<Str>,
    ) -> Result<()> {
        let column = existing(scan, template, key, self.column.borrow().clone());
        *self.column.borrow_mut() = column.clone();
        let has_default = self
            .dataclass_options
            .iter()
            .any(|(name, _)| name.as_str() == "default");
        let source = template.column.borrow().clone();
        source.merge_into(vm, &column, self.has_insert_default || has_default)?;
        self.deferred
            .set(self.deferred.get() || template.deferred.get());
        self.active_history
            .set(self.active_history.get() || template.active_history.get());
        if self.sort_order.get() == 0 {
            self.sort_order.set(template.sort_order.get());
        }
        Ok(())
    }
}

/// Strings inside of a generic must name something.
fn check_arguments(vm: &mut Vm, value: &Value, scope: &Scope) -> Result<()> {
    for argument in hint::arguments(vm, value)? {
        let name = match &argument {
            Value::Str(name) => Some(name.clone()),
            other => hint::forward_name(vm, other)?.and_then(|name| name.as_str_rc().cloned()),
        };
        let Some(name) = name else { continue };
        if scope.evaluate(vm, &name).is_err() {
            let class = vm.exceptions.name_error.clone();
            let text = format!("Could not de-stringify annotation '{}'", name.as_str());
            return Err(vm.error(&class, text));
        }
    }
    Ok(())
}

/// With `use_existing_column`: the column of that name that the parent's table has already.
fn existing(
    scan: &Scan,
    mapped: &MappedColumn,
    key: &Rc<Str>,
    column: Handle<Column>,
) -> Handle<Column> {
    if !mapped.use_existing_column.get() || !scan.single {
        return column;
    }
    let name = column.name.borrow().clone().unwrap_or_else(|| key.clone());
    scan.inherits
        .as_ref()
        .and_then(|mapper| mapper.local_table.column(&name))
        .unwrap_or(column)
}

/// A column without a name is called as its attribute.
pub fn name_column(column: &Column, key: &Rc<Str>) {
    if column.key.borrow().is_none() {
        let name = column.name.borrow().clone();
        *column.key.borrow_mut() = Some(name.unwrap_or_else(|| key.clone()));
    }
    if column.name.borrow().is_none() {
        *column.name.borrow_mut() = Some(key.clone());
    }
}

/// A name in the annotation that is not defined.
fn unresolvable(vm: &mut Vm, raised: Raised, collected: &Collected) -> Raised {
    let name_error = vm.exceptions.name_error.clone();
    if !vm.caught(&raised, &name_error) {
        return raised;
    }
    match vm.str(&collected.raw) {
        Ok(annotation) => exc::MAPPED_ANNOTATION_ERROR.error(
            vm,
            format!(
                "Could not resolve all types within mapped annotation: \"{annotation}\".  Ensure all types are \
                 written correctly and are imported within the module in use."
            ),
        ),
        Err(raised) => raised,
    }
}

/// The column type of a Python type: by the registry's own map, then by SQLAlchemy's.
fn resolve(
    vm: &mut Vm,
    registry: &Handle<Registry>,
    annotated: Option<&Value>,
    hint: &Hint,
) -> Result<Option<Value>> {
    if let Some(annotated) = annotated
        && let Some(type_) = from_map(vm, registry, annotated)?
    {
        return types::to_instance(vm, &type_).map(Some);
    }
    let value = hint.value();
    if let Some(type_) = from_map(vm, registry, &value)? {
        let type_ = types::to_instance(vm, &type_)?;
        return Ok(Some(type_));
    }
    match hint {
        Hint::Class(class) => {
            let class = class.clone();
            if let Some(type_) = types::for_python_type(vm, &class)? {
                return Ok(Some(type_));
            }
            Ok(None)
        }
        Hint::Literal(values, _) => {
            let class = types::ENUM.value(vm);
            let name = vm.intern("native_enum");
            let args = python::vm::Args {
                positional: values,
                names: &[name],
                values: &[Value::Bool(false)],
            };
            vm.call_args(&class, &args).map(Some)
        }
        _ => Ok(None),
    }
}

fn from_map(vm: &mut Vm, registry: &Handle<Registry>, key: &Value) -> Result<Option<Value>> {
    let map = registry.type_annotation_map.borrow().clone();
    match map.as_dict() {
        Some(dict) => vm.dict_get(dict, key),
        None => Ok(None),
    }
}

fn unknown_type(vm: &mut Vm, column: &Column, annotated: Option<&Value>, hint: &Hint) -> Raised {
    let engine: &'static Native = &types::TYPE_ENGINE;
    let engine = engine.class(vm);
    let value = hint.value();
    let text = match vm.str(&value) {
        Ok(text) => text,
        Err(raised) => return raised,
    };
    let key = column.key();
    let key = key.as_str();
    let is_sql = match &value {
        Value::Class(class) => class.is_subclass(&engine),
        value => vm.is_instance(value, &engine),
    };
    let text = if is_sql {
        format!(
            "The type provided inside the '{key}' attribute Mapped annotation is the SQLAlchemy type {text}. \
             Expected a Python type instead"
        )
    } else if hint.is_type() {
        let (shown, detail) = match annotated {
            None => (
                text,
                "the type object is not resolvable by the registry".to_owned(),
            ),
            Some(annotated) => {
                let shown = match vm.str(annotated) {
                    Ok(text) => text,
                    Err(raised) => return raised,
                };
                let detail =
                    format!("neither '{shown}' nor '{text}' are resolvable by the registry");
                (shown, detail)
            }
        };
        format!(
            "Could not locate SQLAlchemy Core type when resolving for Python type indicated by '{shown}' inside the \
             Mapped[] annotation for the '{key}' attribute; {detail}"
        )
    } else {
        let shown = match vm.repr(&value) {
            Ok(text) => text,
            Err(raised) => return raised,
        };
        format!(
            "The object provided inside the '{key}' attribute Mapped annotation is not a Python type, it's the \
             object {shown}. Expected a Python type."
        )
    };
    exc::MAPPED_ANNOTATION_ERROR.error(vm, text)
}
