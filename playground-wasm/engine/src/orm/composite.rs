//! `composite()`: several columns as one object.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use python::object::{Class, Host, Str, Value};
use python::vm::{Args, Result, Vm};

use crate::exc;
use crate::native::{Entry, Item, Native, getter, method};
use crate::value::find;

/// A composite, which is its own descriptor.
pub struct Composite {
    key: OnceCell<Rc<Str>>,
    owner: RefCell<Option<Rc<Class>>>,
    /// The class of the object: given, or taken from the annotation.
    pub class: RefCell<Value>,
    /// What was given for its parts: columns, and names of attributes.
    pub parts: RefCell<Vec<Value>>,
    /// The attributes that its parts are.
    pub attributes: RefCell<Vec<Rc<Str>>>,
    /// Whether it is `None` where all parts are.
    pub optional: Cell<bool>,
}

impl Host for Composite {
    fn clear(&self) {
        self.owner.take();
        self.class.take();
        self.parts.take();
    }
}

/// `Composite`
pub static COMPOSITE: Native = Native::new(
    "Composite",
    "sqlalchemy.orm.descriptor_props",
    &[],
    &[
        method("__get__", get),
        method("__set__", set),
        method("__delete__", |vm, args| {
            let [receiver, instance] = args.exactly(vm, "__delete__")?;
            let arguments = [receiver.clone(), instance.clone(), Value::None];
            set(vm, &Args::new(&arguments))?;
            if let (Some(object), Some(key)) = (instance.obj(), this(args).key.get()) {
                drop(object.remove_attr(key));
            }
            Ok(Value::None)
        }),
        method("__str__", |vm, args| {
            let composite = this(args);
            match (&*composite.owner.borrow(), composite.key.get()) {
                (Some(owner), Some(key)) => Ok(Value::str(format!(
                    "{}.{}",
                    owner.name().as_str(),
                    key.as_str()
                ))),
                _ => vm.repr(&args.positional[0]).map(Value::str),
            }
        }),
        getter("key", |_, args| {
            Ok(this(args)
                .key
                .get()
                .map_or(Value::None, |key| Value::Str(key.clone())))
        }),
        getter("composite_class", |_, args| {
            Ok(crate::value::or_none(&this(args).class))
        }),
    ],
);

/// The names of this file.
pub const NAMES: &[Entry] = &[
    ("composite", Item::Function(composite)),
    ("Composite", Item::Class(&COMPOSITE)),
    ("CompositeProperty", Item::Class(&COMPOSITE)),
];

fn this<'a>(args: &Args<'a>) -> &'a Composite {
    args.positional[0]
        .host()
        .expect("a method of a composite has one")
}

/// `composite(Point, mapped_column("x"), mapped_column("y"))`, the class being optional.
fn composite(vm: &mut Vm, args: &Args) -> Result {
    let (class, parts) = match args.positional.split_first() {
        Some((first @ Value::Class(_), rest)) => (first.clone(), rest),
        _ => (Value::None, args.positional),
    };
    let composite = Composite {
        key: OnceCell::new(),
        owner: RefCell::default(),
        class: RefCell::new(class),
        parts: RefCell::new(parts.to_vec()),
        attributes: RefCell::default(),
        optional: Cell::new(false),
    };
    let native = COMPOSITE.class(vm);
    Ok(vm.host_object(&native, composite))
}

impl Composite {
    /// Gives it its place in a class.
    pub fn place(&self, class: &Rc<Class>, key: &Rc<Str>) {
        let _ = self.key.set(key.clone());
        self.owner.replace(Some(class.clone()));
    }

    /// Names and annotations of a dataclass's fields; nothing of any other class.
    pub fn fields(&self, vm: &mut Vm) -> Result<Option<Vec<(Value, Value)>>> {
        let class = self.class.borrow().clone();
        let Some(fields) = find(vm, &class, "__dataclass_fields__")? else {
            return Ok(None);
        };
        let values: Vec<(Value, Value)> = match fields.as_dict() {
            Some(dict) => dict
                .borrow()
                .iter()
                .map(|(key, field)| (key.clone(), field.clone()))
                .collect(),
            None => Vec::new(),
        };
        let mut fields = Vec::new();
        for (name, field) in values {
            let annotation = crate::value::get(vm, &field, "type")?;
            fields.push((name, annotation));
        }
        Ok(Some(fields))
    }

    /// The parts of an object.
    fn values(&self, vm: &mut Vm, object: &Value) -> Result<Vec<Value>> {
        if let Some(accessor) = find(vm, object, "__composite_values__")? {
            let values = vm.call(&accessor, &[])?;
            return vm.collect(&values);
        }
        let Some(fields) = self.fields(vm)? else {
            let class = vm.type_name(object);
            return Err(exc::INVALID_REQUEST_ERROR.error(
                vm,
                format!(
                    "Composite class {} is not a dataclass and does not define a __composite_values__() method; \
                     can't get state",
                    class.as_str()
                ),
            ));
        };
        let mut values = Vec::new();
        for (name, _) in fields {
            let name = vm.str_value(&name)?;
            values.push(vm.get_attr(object, &name)?);
        }
        Ok(values)
    }
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let composite = this(args);
    let (Some(object), Some(key)) = (
        args.positional.get(1).and_then(Value::obj),
        composite.key.get(),
    ) else {
        return Ok(args.positional[0].clone());
    };
    if let Some(known) = object.attr(key) {
        return Ok(known);
    }
    let mut values = Vec::new();
    for attribute in composite.attributes.borrow().clone() {
        values.push(vm.get_attr(&args.positional[1], &attribute)?);
    }
    let value = if composite.optional.get() && values.iter().all(Value::is_none) {
        Value::None
    } else {
        let class = composite.class.borrow().clone();
        vm.call(&class, &values)?
    };
    object.set_attr(key, value.clone());
    Ok(value)
}

fn set(vm: &mut Vm, args: &Args) -> Result {
    let composite = this(args);
    let [_, instance, value] = args.exactly(vm, "__set__")?;
    if let (Some(object), Some(key)) = (instance.obj(), composite.key.get()) {
        object.set_attr(key, value.clone());
    }
    let attributes = composite.attributes.borrow().clone();
    let values = match value {
        Value::None => vec![Value::None; attributes.len()],
        value => composite.values(vm, value)?,
    };
    for (attribute, value) in attributes.iter().zip(values) {
        vm.set_attr(instance, attribute, value)?;
    }
    Ok(Value::None)
}
