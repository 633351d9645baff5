//! stub
use super::registry::Registry;
use crate::handle::Handle;
use python::object::Value;
use python::vm::{Result, Vm};
/// stub
pub fn configure_if_needed(_: &mut Vm, _: &Handle<Registry>) -> Result<()> {
    Ok(())
}
/// stub
pub fn listen(_: &mut Vm, _: &Value, _: &str, _: &Value) -> Result<bool> {
    Ok(false)
}
