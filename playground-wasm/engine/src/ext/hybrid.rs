//! `hybrid_property` and `hybrid_method`: Python on an instance, SQL on the class.

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Class, Host, Str, Value};
use python::vm::{Args, Raised, Result, Vm};

use crate::native::{Base, Entry, Item, Keywords, Native, getter, method, static_method};
use crate::sql::element::COLUMN_ELEMENT;

/// The names of `sqlalchemy.ext.hybrid`.
pub const NAMES: &[Entry] = &[
    ("hybrid_property", Item::Class(&HYBRID_PROPERTY)),
    ("hybrid_method", Item::Class(&HYBRID_METHOD)),
];

/// The functions of a hybrid.
#[derive(Default)]
struct Hybrid {
    get: RefCell<Value>,
    set: RefCell<Value>,
    delete: RefCell<Value>,
    expression: RefCell<Value>,
}

impl Host for Hybrid {
    fn clear(&self) {
        self.get.take();
        self.set.take();
        self.delete.take();
        self.expression.take();
    }
}

/// `hybrid_property`
static HYBRID_PROPERTY: Native = Native::new(
    "hybrid_property",
    "sqlalchemy.ext.hybrid",
    &[],
    &[
        static_method("__new__", new),
        method("__get__", get),
        method("__set__", |vm, args| {
            let [_, instance, value] = args.exactly(vm, "__set__")?;
            let function = this(args).set.borrow().clone();
            if function.is_unbound() {
                return Err(attribute_error(vm, "can't set attribute"));
            }
            vm.call(&function, &[instance.clone(), value.clone()])
        }),
        method("__delete__", |vm, args| {
            let [_, instance] = args.exactly(vm, "__delete__")?;
            let function = this(args).delete.borrow().clone();
            if function.is_unbound() {
                return Err(attribute_error(vm, "can't delete attribute"));
            }
            vm.call(&function, std::slice::from_ref(instance))
        }),
        method("getter", |vm, args| changed(vm, args, |hybrid| &hybrid.get)),
        method("setter", |vm, args| changed(vm, args, |hybrid| &hybrid.set)),
        method("deleter", |vm, args| {
            changed(vm, args, |hybrid| &hybrid.delete)
        }),
        method("expression", |vm, args| {
            changed(vm, args, |hybrid| &hybrid.expression)
        }),
        method(
            "update_expression",
            |_, args| Ok(args.positional[0].clone()),
        ),
        method("comparator", |vm, _| {
            Err(vm.unsupported("hybrid_property.comparator"))
        }),
        getter("inplace", |vm, args| {
            let class = IN_PLACE.class(vm);
            Ok(vm.host_object(&class, InPlace(RefCell::new(args.positional[0].clone()))))
        }),
        getter("overrides", |_, args| Ok(args.positional[0].clone())),
        getter("fget", |_, args| Ok(crate::value::or_none(&this(args).get))),
        getter("fset", |_, args| Ok(crate::value::or_none(&this(args).set))),
        getter("fdel", |_, args| {
            Ok(crate::value::or_none(&this(args).delete))
        }),
        getter("__name__", |vm, args| {
            let function = this(args).get.borrow().clone();
            crate::value::get(vm, &function, "__name__")
        }),
    ],
);

/// `hybrid_property.inplace`: its decorators change the hybrid itself.
struct InPlace(RefCell<Value>);

impl Host for InPlace {
    fn clear(&self) {
        self.0.take();
    }
}

static IN_PLACE: Native = Native::new(
    "_InPlace",
    "sqlalchemy.ext.hybrid",
    &[],
    &[
        method("getter", |vm, args| {
            in_place(vm, args, |hybrid| &hybrid.get)
        }),
        method("setter", |vm, args| {
            in_place(vm, args, |hybrid| &hybrid.set)
        }),
        method("deleter", |vm, args| {
            in_place(vm, args, |hybrid| &hybrid.delete)
        }),
        method("expression", |vm, args| {
            in_place(vm, args, |hybrid| &hybrid.expression)
        }),
    ],
);

/// `hybrid_method`
static HYBRID_METHOD: Native = Native::new(
    "hybrid_method",
    "sqlalchemy.ext.hybrid",
    &[],
    &[
        static_method("__new__", new),
        method("__get__", |vm, args| {
            let hybrid = this(args);
            let function = hybrid.get.borrow().clone();
            match args.positional.get(1) {
                Some(Value::None | Value::Unbound) | None => {
                    let expression = hybrid.expression.borrow().clone();
                    let chosen = if expression.is_unbound() {
                        function
                    } else {
                        expression
                    };
                    let owner = args.positional.get(2).cloned().unwrap_or_default();
                    Ok(vm.bound_method(chosen, owner))
                }
                Some(instance) => Ok(vm.bound_method(function, instance.clone())),
            }
        }),
        method("expression", |vm, args| {
            changed(vm, args, |hybrid| &hybrid.expression)
        }),
    ],
);

/// What a hybrid is on the class: an expression under the attribute's name.
struct OnClass {
    class: Rc<Class>,
    name: Rc<Str>,
    value: RefCell<Value>,
}

impl Host for OnClass {
    fn clear(&self) {
        self.value.take();
    }
}

static ON_CLASS: Native = Native::new(
    "_HybridClassLevelAccessor",
    "sqlalchemy.ext.hybrid",
    &[Base::Native(&COLUMN_ELEMENT)],
    &[
        method("__str__", |_, args| {
            let accessor = accessor(args);
            Ok(Value::str(format!(
                "{}.{}",
                accessor.class.name().as_str(),
                accessor.name.as_str()
            )))
        }),
        method("__clause_element__", |_, args| {
            Ok(crate::value::or_none(&accessor(args).value))
        }),
        getter("expression", |_, args| {
            Ok(crate::value::or_none(&accessor(args).value))
        }),
        getter("key", |_, args| Ok(Value::Str(accessor(args).name.clone()))),
        getter("class_", |_, args| {
            Ok(Value::Class(accessor(args).class.clone()))
        }),
        method("__bool__", |_, _| Ok(Value::Bool(true))),
        method("__getattr__", |vm, args| {
            let [_, name] = args.exactly(vm, "__getattr__")?;
            let value = crate::value::or_none(&accessor(args).value);
            let name = vm.intern(name.as_str().unwrap_or_default());
            vm.get_attr(&value, &name)
        }),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a Hybrid {
    args.positional[0]
        .host()
        .expect("a method of a hybrid has one")
}

fn accessor<'a>(args: &Args<'a>) -> &'a OnClass {
    args.positional[0]
        .host()
        .expect("a method of the accessor has one")
}

fn attribute_error(vm: &mut Vm, text: &str) -> Raised {
    let class = vm.exceptions.attribute_error.clone();
    vm.error(&class, text)
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let mut keywords = Keywords::of(args);
    let mut take = |index: usize, name: &str| {
        let given = args
            .positional
            .get(index)
            .cloned()
            .or_else(|| keywords.take(name));
        RefCell::new(given.filter(|value| !value.is_none()).unwrap_or_default())
    };
    let is_method = args.positional[0]
        .as_class()
        .is_some_and(|class| class.name().as_str() == "hybrid_method");
    let hybrid = if is_method {
        Hybrid {
            get: take(1, "func"),
            expression: take(2, "expr"),
            ..Hybrid::default()
        }
    } else {
        Hybrid {
            get: take(1, "fget"),
            set: take(2, "fset"),
            delete: take(3, "fdel"),
            expression: take(4, "expr"),
        }
    };
    let class = args.positional[0]
        .as_class()
        .expect("type.__call__ passes the class")
        .clone();
    Ok(vm.host_object(&class, hybrid))
}

fn get(vm: &mut Vm, args: &Args) -> Result {
    let hybrid = this(args);
    let function = hybrid.get.borrow().clone();
    match args.positional.get(1) {
        Some(Value::None | Value::Unbound) | None => {}
        Some(instance) => return vm.call(&function, std::slice::from_ref(instance)),
    }
    let owner = args.positional.get(2).cloned().unwrap_or_default();
    let Some(class) = owner.as_class().cloned() else {
        return Ok(args.positional[0].clone());
    };
    if crate::orm::instrumentation::mapper_of(&class).is_none() {
        return Ok(args.positional[0].clone());
    }
    let expression = hybrid.expression.borrow().clone();
    let chosen = if expression.is_unbound() {
        function.clone()
    } else {
        expression
    };
    let name = crate::value::get(vm, &function, "__name__")?;
    let name = vm.str_value(&name)?;
    let value = vm.call(&chosen, &[owner])?;
    Ok(on_class(vm, class, name, value))
}

/// An expression under a name of its own, as a hybrid or a synonym is on the class.
pub fn on_class(vm: &mut Vm, class: Rc<Class>, name: Rc<Str>, value: Value) -> Value {
    let accessor = ON_CLASS.class(vm);
    vm.host_object(
        &accessor,
        OnClass {
            class,
            name,
            value: RefCell::new(value),
        },
    )
}

/// A copy with another function.
fn changed(vm: &mut Vm, args: &Args, which: fn(&Hybrid) -> &RefCell<Value>) -> Result {
    let hybrid = this(args);
    let function = args.rest().between(vm, "setter", 1, 1)?[0].clone();
    let copy = Hybrid {
        get: hybrid.get.clone(),
        set: hybrid.set.clone(),
        delete: hybrid.delete.clone(),
        expression: hybrid.expression.clone(),
    };
    which(&copy).replace(unwrapped(&function));
    let class = vm.class_of(&args.positional[0]);
    Ok(vm.host_object(&class, copy))
}

/// The function within a `classmethod`, which type checkers like to see.
fn unwrapped(function: &Value) -> Value {
    match function.obj().map(|object| &object.payload) {
        Some(python::object::Payload::ClassMethod(inner)) => inner.clone(),
        _ => function.clone(),
    }
}

fn in_place(vm: &mut Vm, args: &Args, which: fn(&Hybrid) -> &RefCell<Value>) -> Result {
    let hybrid = args.positional[0]
        .host::<InPlace>()
        .expect("a method of inplace has one");
    let hybrid = hybrid.0.borrow().clone();
    let function = args.rest().between(vm, "setter", 1, 1)?[0].clone();
    if let Some(data) = hybrid.host::<Hybrid>() {
        which(data).replace(unwrapped(&function));
    }
    Ok(hybrid)
}
