//! `@declared_attr`: attributes of mixins that are computed for each class.

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Class, Host, Payload, Value};
use python::vm::{Args, Result, Vm};

use crate::exc;
use crate::native::{Native, getter, method, static_method};

/// A decorated function.
pub struct DeclaredAttr {
    function: Value,
    /// `declared_attr.cascading`: once for each class below.
    pub cascading: bool,
}

impl Host for DeclaredAttr {}

/// What was computed while a class is being mapped: each attribute is computed once.
#[derive(Default)]
struct Computed(RefCell<Vec<(Rc<Class>, Answers)>>);

/// Attributes and what they gave.
type Answers = Vec<(Value, Value)>;

impl Host for Computed {
    fn clear(&self) {
        self.0.take();
    }
}

/// `declared_attr`
pub static DECLARED_ATTR: Native = Native::new(
    "declared_attr",
    "sqlalchemy.orm.decl_api",
    &[],
    &[
        static_method("__new__", |vm, args| {
            make(vm, args.positional.get(1), false)
        }),
        static_method("cascading", |vm, args| {
            make(vm, args.positional.first(), true)
        }),
        static_method("directive", |vm, args| {
            make(vm, args.positional.first(), false)
        }),
        method("__get__", get),
        getter("fget", |_, args| Ok(this(args).function.clone())),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a DeclaredAttr {
    args.positional[0]
        .host()
        .expect("a method of declared_attr has one")
}

fn make(vm: &mut Vm, function: Option<&Value>, cascading: bool) -> Result {
    let Some(function) = function else {
        return Err(vm.type_error("declared_attr expects a function"));
    };
    let function = match function.obj().map(|object| &object.payload) {
        Some(Payload::ClassMethod(inner)) => inner.clone(),
        _ => function.clone(),
    };
    let class = DECLARED_ATTR.class(vm);
    Ok(vm.host_object(
        &class,
        DeclaredAttr {
            function,
            cascading,
        },
    ))
}

/// The value for the class through which it is asked for.
fn get(vm: &mut Vm, args: &Args) -> Result {
    let owner = args.positional.get(2).cloned().unwrap_or_default();
    let Some(class) = owner.as_class() else {
        return Ok(args.positional[0].clone());
    };
    evaluate(vm, &args.positional[0], class)
}

/// The value for a class.
pub fn evaluate(vm: &mut Vm, attribute: &Value, class: &Rc<Class>) -> Result {
    let data: &DeclaredAttr = attribute.host().expect("only for declared attributes");
    let computed = vm.state::<Computed>();
    let known = computed
        .0
        .borrow()
        .iter()
        .rev()
        .find(|(of, _)| Rc::ptr_eq(of, class))
        .map(|(_, values)| {
            values
                .iter()
                .find(|(key, _)| key.is(attribute))
                .map(|(_, value)| value.clone())
        });
    if let Some(Some(value)) = known {
        return Ok(value);
    }
    if known.is_none() && crate::orm::instrumentation::mapper_of(class).is_none() {
        let name = crate::value::get(vm, &data.function, "__name__")?;
        let name = vm.str(&name)?;
        if !(name.starts_with("__") && name.ends_with("__")) {
            let text = format!(
                "Unmanaged access of declarative attribute {name} from non-mapped class {}",
                class.name().as_str()
            );
            exc::warn(vm, text)?;
        }
    }
    let value = vm.call(&data.function, &[Value::Class(class.clone())])?;
    if let Some((_, values)) = computed
        .0
        .borrow_mut()
        .iter_mut()
        .rev()
        .find(|(of, _)| Rc::ptr_eq(of, class))
    {
        values.push((attribute.clone(), value.clone()));
    }
    Ok(value)
}

/// Remembers what is computed while `act` maps a class.
pub fn while_mapping<T>(
    vm: &mut Vm,
    class: &Rc<Class>,
    act: impl FnOnce(&mut Vm) -> Result<T>,
) -> Result<T> {
    let computed = vm.state::<Computed>();
    computed.0.borrow_mut().push((class.clone(), Vec::new()));
    let answer = act(vm);
    computed.0.borrow_mut().pop();
    answer
}
