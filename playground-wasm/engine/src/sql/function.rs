//! `func`: SQL functions by any name.

use std::rc::Rc;

use python::object::{Host, Str, Value};
use python::vm::{Args, Result, Vm};

use super::clause::Clause;
use super::coercion;
use super::element::wrap;
use crate::native::{Native, method};

/// `func`, or `func.package`: what is asked of it next.
struct Generator(Option<Rc<Str>>);

impl Host for Generator {}

/// `_FunctionGenerator`
pub(super) static FUNC: Native = Native::new(
    "_FunctionGenerator",
    "sqlalchemy.sql.functions",
    &[],
    &[method("__getattr__", attribute), method("__call__", call)],
);

impl Native {
    /// `func`
    pub(super) fn generator(&'static self, vm: &mut Vm) -> Value {
        let class = self.class(vm);
        vm.host_object(&class, Generator(None))
    }
}

fn this<'a>(args: &Args<'a>) -> &'a Generator {
    args.positional[0].host().expect("a method of func")
}

fn attribute(vm: &mut Vm, args: &Args) -> Result {
    let [receiver, name] = args.exactly(vm, "__getattr__")?;
    let text = name.as_str().unwrap_or_default();
    if text.starts_with("__") {
        let name = vm.intern(text);
        return Err(vm.attribute_error(receiver, &name));
    }
    let name = text.trim_end_matches('_');
    let name = match &this(args).0 {
        Some(package) => format!("{}.{name}", &***package),
        None => name.to_owned(),
    };
    let class = FUNC.class(vm);
    Ok(vm.host_object(&class, Generator(Some(Rc::new(Str::from(name))))))
}

fn call(vm: &mut Vm, args: &Args) -> Result {
    let Some(name) = this(args).0.clone() else {
        return Err(vm.type_error("func expects the name of a function: func.count()"));
    };
    let mut arguments = Vec::new();
    for value in &args.positional[1..] {
        let argument = match coercion::find(vm, value)? {
            Some(argument) => argument,
            None if value.is_none() => Rc::new(Clause::Null),
            None => {
                let function = Rc::new(Clause::Function {
                    name: name.clone(),
                    arguments: Vec::new(),
                });
                coercion::bind(vm, Some(&function), value)?
            }
        };
        arguments.push(argument);
    }
    Ok(wrap(vm, &Rc::new(Clause::Function { name, arguments })))
}
