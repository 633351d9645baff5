//! How messages name classes.

use std::rc::Rc;

use python::object::{Class, Value};
use python::vm::Vm;

/// `module.Name`, also of the builtins: `builtins.int`, `__main__.Parent`.
pub fn qualified(vm: &mut Vm, class: &Rc<Class>) -> String {
    let name = vm.names.__module__.clone();
    let module = vm.class_attr(class, &name);
    let module = module.as_ref().and_then(Value::as_str);
    format!("{}.{}", module.unwrap_or("builtins"), &**class.name())
}
