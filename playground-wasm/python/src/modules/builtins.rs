//! `builtins`: what a program can name without importing it.

use crate::object::Value;
use crate::vm::{ModuleDef, Result, Vm};

/// The module. Its namespace gets functions, classes, exceptions and constants.
pub static MODULE: ModuleDef = ModuleDef {
    name: "builtins",
    fill,
};

fn fill(_vm: &mut Vm, _module: &Value) -> Result<()> {
    Ok(())
}
