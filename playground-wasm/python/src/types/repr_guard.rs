//! Containers that contain themselves: `[...]`.

use std::cell::RefCell;

use crate::object::{Host, Value};
use crate::vm::{Result, Vm};

/// The containers whose repr is being made.
#[derive(Default)]
struct Active(RefCell<Vec<Value>>);

impl Host for Active {
    fn clear(&self) {
        self.0.take();
    }
}

/// Makes the repr of a container: `inside` where that very container is being represented already.
pub(crate) fn guarded(
    vm: &mut Vm,
    container: &Value,
    inside: &str,
    make: impl FnOnce(&mut Vm) -> Result<String>,
) -> Result<String> {
    let active = vm.state::<Active>();
    if active.0.borrow().iter().any(|other| other.is(container)) {
        return Ok(inside.to_string());
    }
    vm.enter()?;
    active.0.borrow_mut().push(container.clone());
    let text = make(vm);
    active.0.borrow_mut().pop();
    vm.leave();
    text
}

/// The reprs of some values, with `, ` between.
pub(crate) fn joined(vm: &mut Vm, items: &[Value]) -> Result<String> {
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(", ");
        }
        text.push_str(&vm.repr(item)?);
        vm.charge(1)?;
    }
    Ok(text)
}
