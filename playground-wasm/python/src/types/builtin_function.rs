//! `builtin_function_or_method`: functions made in Rust, and their methods bound to an instance.

use super::define::{getter, method};
use super::native;
use crate::object::{ClassDef, Layout, MethodDef, Value};
use crate::vm::{Args, Result, Vm};

/// `builtin_function_or_method`
pub static CLASS: ClassDef = ClassDef {
    name: "builtin_function_or_method",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: METHODS,
    doc: "",
};

const METHODS: &[MethodDef] = &[
    method("__repr__", repr),
    method("__call__", native::call),
    method("__eq__", native::eq),
    method("__hash__", native::hash),
    getter("__name__", native::name),
    getter("__qualname__", native::qualname),
    getter("__module__", native::module),
    getter("__self__", native::receiver),
    getter("__doc__", native::no_doc),
];

fn repr(vm: &mut Vm, args: &Args) -> Result {
    let (native, receiver) = native::parts(vm, args)?;
    let text = match receiver {
        None => format!("<built-in function {}>", native.name),
        Some(receiver) => {
            let class = vm.type_name(receiver);
            let address = vm.address(receiver);
            if native.name.starts_with("__") && native.owner.is_some() {
                format!(
                    "<method-wrapper '{}' of {} object at {address}>",
                    native.name,
                    class.as_str()
                )
            } else {
                format!(
                    "<built-in method {} of {} object at {address}>",
                    native.name,
                    class.as_str()
                )
            }
        }
    };
    Ok(Value::str(text))
}
