//! `InstrumentedAttribute`: the mapped attribute as it stands in its class. On an instance it gets, sets and
//! deletes; on the class it is what queries and events name (see [`crate::orm::queryable`]).

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Class, ClassDef, Host, Layout, MethodDef, MethodKind, Str, Value};
use python::vm::{Args, Result, Vm};

use super::{AttributeImpl, Listeners};
use crate::exc;
use crate::native::{Base, Native};
use crate::orm::property::MapperProperty;
use crate::orm::queryable::QUERYABLE_ATTRIBUTE;
use crate::orm::runtime::Runtime;
use crate::orm::state::State;
use crate::orm::story::reads;

/// The data of a mapped attribute of one class.
pub struct InstrumentedAttribute {
    /// The class that has it.
    pub class: Rc<Class>,
    /// Its name, interned.
    pub key: Rc<Str>,
    /// What it is mapped by.
    pub property: RefCell<Option<MapperProperty>>,
    /// Who is called on changes; shared with the implementation, which comes with configuration.
    pub listeners: Rc<Listeners>,
    implementation: RefCell<Option<Rc<AttributeImpl>>>,
    runtime: Rc<Runtime>,
}

impl InstrumentedAttribute {
    /// The attribute of a class that was just mapped.
    pub fn new(
        vm: &mut Vm,
        class: &Rc<Class>,
        key: &Rc<Str>,
        property: MapperProperty,
    ) -> InstrumentedAttribute {
        InstrumentedAttribute {
            class: class.clone(),
            key: key.clone(),
            property: RefCell::new(Some(property)),
            listeners: Rc::default(),
            implementation: RefCell::default(),
            runtime: Runtime::of(vm),
        }
    }

    /// How it works on instances, once it is configured.
    pub fn implementation(&self) -> Option<Rc<AttributeImpl>> {
        self.implementation.borrow().clone()
    }

    /// Configuration has come to it.
    pub fn implement(&self, implementation: Rc<AttributeImpl>) {
        self.implementation.replace(Some(implementation));
    }

    /// The property.
    ///
    /// # Panics
    /// After the end of the run.
    pub fn property(&self) -> MapperProperty {
        self.property
            .borrow()
            .clone()
            .expect("a mapped attribute has its property until the run ends")
    }
}

impl Host for InstrumentedAttribute {
    fn clear(&self) {
        self.property.take();
        self.implementation.take();
        self.listeners.clear();
    }
}

/// `sqlalchemy.orm.attributes.InstrumentedAttribute`
pub static INSTRUMENTED_ATTRIBUTE: Native = Native {
    def: ClassDef {
        name: "InstrumentedAttribute",
        module: "sqlalchemy.orm.attributes",
        layout: Layout::Native,
        subclassable: false,
        methods: &[
            MethodDef {
                name: "__get__",
                kind: MethodKind::Method,
                call: get,
            },
            MethodDef {
                name: "__set__",
                kind: MethodKind::Method,
                call: set,
            },
            MethodDef {
                name: "__delete__",
                kind: MethodKind::Method,
                call: delete,
            },
        ],
        doc: "Class bound instrumented attribute which adds basic descriptor methods.",
    },
    bases: &[Base::Native(&QUERYABLE_ATTRIBUTE)],
    meta: None,
};

fn this<'a>(args: &Args<'a>) -> &'a InstrumentedAttribute {
    args.positional[0].host().expect("a method of the class")
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let attribute = this(args);
    let Some(object) = args.positional.get(1).and_then(Value::obj) else {
        return Ok(args.positional[0].clone());
    };
    let held = object.attr(&attribute.key);
    if attribute.runtime.told.get() {
        tell_reading(vm, attribute, &args.positional[1], held.as_ref());
    }
    if let Some(value) = held {
        return Ok(value);
    }
    let Some(state) = State::find(&attribute.runtime, &args.positional[1]) else {
        return Err(unmapped_instance(vm, &args.positional[1]));
    };
    let implementation = implementation(vm, attribute)?;
    implementation.get(vm, &attribute.runtime, &state)
}

fn tell_reading(
    vm: &mut Vm,
    attribute: &InstrumentedAttribute,
    instance: &Value,
    held: Option<&Value>,
) {
    let state = State::find(&attribute.runtime, instance);
    if let (Some(state), Some(implementation)) = (state, attribute.implementation()) {
        reads::reading(vm, &attribute.runtime, &implementation, &state, held);
    }
}

fn set(vm: &mut Vm, args: &Args) -> Result {
    let attribute = this(args);
    let [_, instance, value] = args.exactly(vm, "__set__")?;
    let state = State::expect(vm, &attribute.runtime, instance)?;
    let implementation = implementation(vm, attribute)?;
    let (Some(original), Some(given)) = (state.instance_object(), instance.obj()) else {
        implementation.set(vm, &attribute.runtime, &state, value.clone(), None)?;
        return Ok(Value::None);
    };
    if Rc::ptr_eq(&original, given) {
        implementation.set(vm, &attribute.runtime, &state, value.clone(), None)?;
        return Ok(Value::None);
    }
    // A copy made by `copy.copy` shares the state of its original: events name that one, the value goes into the
    // copy's own `__dict__`.
    let kept = original.attr(&attribute.key);
    let done = implementation.set(vm, &attribute.runtime, &state, value.clone(), None);
    let set = match kept {
        Some(kept) => original.set_attr(&attribute.key, kept),
        None => original.remove_attr(&attribute.key),
    };
    done?;
    if let Some(set) = set {
        given.set_attr(&attribute.key, set);
    }
    Ok(Value::None)
}

fn delete(vm: &mut Vm, args: &Args) -> Result {
    let attribute = this(args);
    let [_, instance] = args.exactly(vm, "__delete__")?;
    let state = State::expect(vm, &attribute.runtime, instance)?;
    let implementation = implementation(vm, attribute)?;
    implementation.delete(vm, &attribute.runtime, &state)?;
    Ok(Value::None)
}

/// The implementation, of an attribute that must have one by now.
fn implementation(vm: &mut Vm, attribute: &InstrumentedAttribute) -> Result<Rc<AttributeImpl>> {
    match attribute.implementation() {
        Some(implementation) => Ok(implementation),
        None => {
            let class = vm.exceptions.attribute_error.clone();
            Err(vm.error(&class, "'NoneType' object has no attribute 'set'"))
        }
    }
}

/// UnmappedInstanceError of an object whose class is mapped but that was made without its `__init__`, or of
/// one whose class is not.
pub fn unmapped_instance(vm: &mut Vm, instance: &Value) -> python::vm::Raised {
    let class = vm.class_of(instance);
    let name = crate::orm::naming::qualified(vm, &class);
    let message = if crate::orm::instrumentation::mapper_of(&class).is_some() {
        format!(
            "Class '{name}' is mapped, but this instance lacks instrumentation.  This occurs when the instance is \
             created before sqlalchemy.orm.mapper({name}) was called."
        )
    } else {
        format!("Class '{name}' is not mapped")
    };
    exc::UNMAPPED_INSTANCE_ERROR.error(vm, message)
}
