//! `MappedAsDataclass`: mapped classes that are dataclasses as well.

use std::rc::Rc;

use python::object::{Class, Dict, Layout, Payload, Str, Value};
use python::vm::{Args, Result, Vm};

use super::base::INTERCEPT;
use super::kind::Kind;
use super::scan::Scan;
use crate::exc;
use crate::native::{Native, class_method};
use crate::orm::property::MapperProperty;

/// `MappedAsDataclass`
pub static MAPPED_AS_DATACLASS: Native = Native {
    meta: Some(&INTERCEPT),
    ..Native::with_layout(
        "MappedAsDataclass",
        "sqlalchemy.orm.decl_api",
        Layout::Plain,
        &[],
        &[class_method("__init_subclass__", init_subclass)],
    )
};

/// What `dataclass()` takes, and a class statement may give.
const ARGUMENTS: &[&str] = &[
    "init",
    "repr",
    "eq",
    "order",
    "unsafe_hash",
    "match_args",
    "kw_only",
    "dataclass_callable",
];

/// Where a class keeps the arguments.
const SLOT: &str = "_sa_apply_dc_transforms";

/// Makes a class a dataclass when it is mapped, with these arguments.
pub fn set_dataclass_arguments(vm: &mut Vm, class: &Rc<Class>, arguments: &Value) {
    let slot = vm.intern(SLOT);
    vm.set_class_attr(class, &slot, arguments.clone());
}

/// Notes the arguments, and hands the rest on to the next class.
fn init_subclass(vm: &mut Vm, args: &Args) -> Result {
    let class = args.positional[0]
        .as_class()
        .expect("a class method has a class")
        .clone();
    let slot = vm.intern(SLOT);
    let mut arguments = Dict::default();
    if let Some(inherited) = vm.class_attr(&class, &slot)
        && let Some(dict) = inherited.as_dict()
    {
        arguments = dict.borrow().copy();
    }
    let (mut names, mut values) = (Vec::new(), Vec::new());
    for (name, value) in args.keywords() {
        if ARGUMENTS.contains(&name.as_str()) {
            let name = vm.intern_str(name);
            arguments.insert_str(name, value.clone());
        } else {
            names.push(name.clone());
            values.push(value.clone());
        }
    }
    let arguments = vm.dict(arguments);
    vm.set_class_attr(&class, &slot, arguments);
    let name = vm.names.__init_subclass__.clone();
    let own = MAPPED_AS_DATACLASS.class(vm);
    let mro = class.mro.borrow().clone();
    let behind = mro
        .iter()
        .skip_while(|base| !Rc::ptr_eq(base, &own))
        .skip(1);
    for base in behind {
        if let Some(next) = vm.own_class_attr(base, &name) {
            let next = match next.obj().map(|object| &object.payload) {
                Some(Payload::ClassMethod(inner)) => inner.clone(),
                _ => next.clone(),
            };
            let class = [Value::Class(class.clone())];
            return vm.call_args(
                &next,
                &Args {
                    positional: &class,
                    names: &names,
                    values: &values,
                },
            );
        }
    }
    Ok(Value::None)
}

/// Whether a class is to become a dataclass.
pub fn arguments(vm: &mut Vm, class: &Rc<Class>) -> Option<Value> {
    let slot = vm.intern(SLOT);
    vm.class_attr(class, &slot)
}

impl Scan {
    /// Makes the class a dataclass of its annotated attributes, if it is to be one.
    pub(super) fn apply_dataclass(&self, vm: &mut Vm) -> Result<()> {
        let Some(arguments) = arguments(vm, &self.class) else {
            return Ok(());
        };
        let module = vm.import("dataclasses")?;
        let field = crate::value::get(vm, &module, "field")?;
        let mut annotations = Dict::default();
        for (name, collected) in &self.annotations {
            annotations.insert_str(name.clone(), collected.raw.clone());
            let Some(value) = self.collected(name) else {
                continue;
            };
            let options = options_of(&value);
            let Some(options) = options else { continue };
            match make_field(vm, &field, &options)? {
                Some(field) => vm.set_class_attr(&self.class, name, field),
                None => {
                    vm.delete_class_attr(&self.class, name);
                }
            }
        }
        let key = vm.names.__annotations__.clone();
        let original = vm.own_class_attr(&self.class, &key);
        let annotations = vm.dict(annotations);
        vm.set_class_attr(&self.class, &key, annotations);
        let answer = self.call_dataclass(vm, &module, &arguments);
        if let Some(original) = original {
            vm.set_class_attr(&self.class, &key, original);
        }
        answer
    }

    fn call_dataclass(&self, vm: &mut Vm, module: &Value, arguments: &Value) -> Result<()> {
        let mut dataclass = crate::value::get(vm, module, "dataclass")?;
        let (mut names, mut values) = (Vec::new(), Vec::new());
        if let Some(dict) = arguments.as_dict() {
            for (name, value) in dict.borrow().iter() {
                match name.as_str_rc() {
                    Some(name) if name.as_str() == "dataclass_callable" => {
                        dataclass = value.clone()
                    }
                    Some(name) => {
                        names.push(name.clone());
                        values.push(value.clone());
                    }
                    None => {}
                }
            }
        }
        let class = [Value::Class(self.class.clone())];
        let called = vm.call_args(
            &dataclass,
            &Args {
                positional: &class,
                names: &names,
                values: &values,
            },
        );
        let Err(raised) = called else { return Ok(()) };
        let (type_error, value_error) = (
            vm.exceptions.type_error.clone(),
            vm.exceptions.value_error.clone(),
        );
        if !vm.caught(&raised, &type_error) && !vm.caught(&raised, &value_error) {
            return Err(raised);
        }
        let shown = vm.repr(&Value::Obj(raised.0.clone()))?;
        let text = format!(
            "Python dataclasses error encountered when creating dataclass for '{}': {shown}. Please refer to Python \
             dataclasses documentation for additional information.",
            self.class.name().as_str()
        );
        Err(exc::INVALID_REQUEST_ERROR.error(vm, exc::with_code(&text, "dcte")))
    }
}

/// The dataclass options of a mapped attribute; nothing of any other.
fn options_of(value: &Value) -> Option<Vec<(Rc<Str>, Value)>> {
    match Kind::of(value) {
        Kind::MappedColumn(column) => Some(column.dataclass_options.clone()),
        Kind::Property(MapperProperty::Relationship(relationship)) => {
            Some(relationship.dataclass_options.borrow().clone())
        }
        Kind::Property(MapperProperty::Column(property)) => {
            Some(property.dataclass_options.borrow().clone())
        }
        Kind::Property(MapperProperty::Synonym(_)) => Some(Vec::new()),
        Kind::Column(_) | Kind::DeclaredAttr | Kind::Other => None,
    }
}

/// `field(default=…, init=…)`; nothing where no option was given.
fn make_field(vm: &mut Vm, field: &Value, options: &[(Rc<Str>, Value)]) -> Result<Option<Value>> {
    if options.is_empty() {
        return Ok(None);
    }
    let mut names = Vec::new();
    for (name, _) in options {
        names.push(match name.as_str() {
            "dataclass_metadata" => vm.intern("metadata"),
            _ => name.clone(),
        });
    }
    let values: Vec<Value> = options.iter().map(|(_, value)| value.clone()).collect();
    vm.call_args(
        field,
        &Args {
            positional: &[],
            names: &names,
            values: &values,
        },
    )
    .map(Some)
}
