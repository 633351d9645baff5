//! The columns of a `composite()`: they are mapped under their own names.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Result, Vm};

use super::annotation::Collected;
use super::columns::name_column;
use super::hint::{self, Scope};
use super::kind::Kind;
use super::mapped::Container;
use super::scan::Scan;
use crate::exc;
use crate::orm::composite::Composite;
use crate::orm::mapped_column;
use crate::value::name_of;

impl Scan {
    /// Adds the parts of a composite to the properties, and puts the composite into the class.
    pub(super) fn map_composite(
        &self,
        vm: &mut Vm,
        name: &Rc<Str>,
        value: &Value,
        composite: &Composite,
        properties: &mut Vec<(Rc<Str>, Value)>,
    ) -> Result<()> {
        let collected = self.annotation(name).cloned();
        if composite.class.borrow().is_none() {
            self.take_class(vm, name, composite, collected.as_ref())?;
        }
        let fields = composite.fields(vm)?.unwrap_or_default();
        let mut parts = composite.parts.borrow().clone();
        while parts.len() < fields.len() {
            parts.push(mapped_column::plain(vm)?.value());
        }
        for (index, part) in parts.iter().enumerate() {
            let field = fields.get(index);
            let field_name = field.and_then(|(field, _)| name_of(vm, field));
            if let Some(attribute) = name_of(vm, part) {
                composite.attributes.borrow_mut().push(attribute);
                continue;
            }
            let key = match (Kind::of(part), &field_name) {
                (Kind::MappedColumn(mapped), Some(field_name)) => {
                    let annotation = field.map(|(_, annotation)| Collected {
                        raw: annotation.clone(),
                        container: Some(Container::Mapped),
                        inner: annotation.clone(),
                        module: collected
                            .as_ref()
                            .map_or(Value::None, |collected| collected.module.clone()),
                    });
                    mapped.declarative_scan(vm, self, field_name, annotation.as_ref())?;
                    mapped.column.borrow().key()
                }
                (Kind::Column(column), Some(field_name)) => {
                    name_column(&column, field_name);
                    column.key()
                }
                (Kind::MappedColumn(mapped), None)
                    if mapped.column.borrow().name.borrow().is_some() =>
                {
                    let column = mapped.column.borrow().clone();
                    name_column(&column, name);
                    column.key()
                }
                (Kind::Column(column), None) if column.name.borrow().is_some() => column.key(),
                _ => {
                    return Err(exc::ARGUMENT_ERROR.error(
                        vm,
                        "Composite class column arguments must be named unless a dataclass is used",
                    ));
                }
            };
            let key = vm.intern_str(&key);
            composite.attributes.borrow_mut().push(key.clone());
            properties.push((key, part.clone()));
        }
        composite.place(&self.class, name);
        vm.set_class_attr(&self.class, name, value.clone());
        Ok(())
    }

    /// The class that the annotation names.
    fn take_class(
        &self,
        vm: &mut Vm,
        name: &Rc<Str>,
        composite: &Composite,
        collected: Option<&Collected>,
    ) -> Result<()> {
        let Some(collected) = collected else {
            let text = format!(
                "Python typing annotation is required for attribute \"{}.{}\" when primary argument(s) for \
                 \"Composite\" construct are None or not present",
                self.class.name().as_str(),
                name.as_str()
            );
            return Err(exc::ARGUMENT_ERROR.error(vm, text));
        };
        let scope = Scope {
            class: self.class.clone(),
            module: collected.module.clone(),
        };
        let hint = hint::parse(vm, &collected.inner, &scope)?;
        composite.optional.set(hint.includes_none());
        composite.class.replace(hint.without_none().value());
        Ok(())
    }
}
