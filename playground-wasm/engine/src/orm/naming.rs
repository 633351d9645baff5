//! How messages name classes.

use std::rc::Rc;

use python::object::Class;
use python::vm::Vm;

/// `module.Name`, also of the builtins: `builtins.int`, `__main__.Parent`.
pub fn qualified(vm: &mut Vm, class: &Rc<Class>) -> String {
    let name = vm.full_name(class);
    if name.contains('.') {
        name
    } else {
        format!("builtins.{name}")
    }
}
