//! The machine as a maker of constants.

use std::rc::Rc;

use num_bigint::BigInt;

use super::Constants;
use crate::object::{Object, Payload, Str, Value};
use crate::vm::Vm;

impl Constants for Vm {
    fn intern(&mut self, text: &str) -> Rc<Str> {
        Vm::intern(self, text)
    }

    fn int(&mut self, value: BigInt) -> Value {
        Vm::int(self, value)
    }

    fn tuple(&mut self, items: Vec<Value>) -> Value {
        Vm::tuple(self, items)
    }

    fn bytes(&mut self, bytes: &[u8]) -> Value {
        let class = self.types.bytes.clone();
        Value::Obj(Object::new(class, Payload::Bytes(bytes.into())))
    }
}
