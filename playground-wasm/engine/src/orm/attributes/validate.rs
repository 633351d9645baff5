//! `@validates`: a method of the class that sees each new value and answers the one to use.

use std::rc::Rc;

use python::object::Value;
use python::vm::{Result, Vm};

use super::{AttributeImpl, Operation, Runtime, State, Token};
use crate::orm::story::changes;

/// A validator of one attribute.
pub struct Validator {
    /// The function: `(instance, key, value)`, and whether it is a removal where that is wanted.
    pub function: Value,
    /// `include_removes`
    pub include_removes: bool,
    /// `include_backrefs`: whether it also sees what comes from the reverse side.
    pub include_backrefs: bool,
}

impl Validator {
    /// Whether this change is its affair.
    fn concerns(&self, attribute: &Rc<AttributeImpl>, token: &Token) -> bool {
        self.include_backrefs || Rc::ptr_eq(&token.attribute, attribute)
    }

    fn call(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &AttributeImpl,
        state: &State,
        value: Value,
        removal: bool,
    ) -> Result {
        let key = Value::Str(attribute.key.clone());
        let instance = state.instance();
        let _chapter = changes::calling(vm, runtime, "validator", &self.function);
        let mut arguments = vec![instance, key, value];
        if self.include_removes {
            arguments.push(Value::Bool(removal));
        }
        let answer = vm.call(&self.function, &arguments)?;
        if !removal {
            changes::answered(vm, runtime, &arguments[2], &answer);
        }
        Ok(answer)
    }

    /// A scalar is set.
    pub fn set(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &Rc<AttributeImpl>,
        state: &State,
        value: Value,
        token: &Token,
    ) -> Result {
        if self.concerns(attribute, token) {
            self.call(vm, runtime, attribute, state, value, false)
        } else {
            Ok(value)
        }
    }

    /// An element is appended; those of a whole collection were seen before.
    pub fn append(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &Rc<AttributeImpl>,
        state: &State,
        value: Value,
        token: &Token,
    ) -> Result {
        if token.operation == Operation::BulkReplace {
            return Ok(value);
        }
        self.set(vm, runtime, attribute, state, value, token)
    }

    /// A collection is replaced: each member is seen, and replaced by the answer.
    pub fn bulk_replace(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &Rc<AttributeImpl>,
        state: &State,
        values: &Value,
        token: &Token,
    ) -> Result<()> {
        if !self.concerns(attribute, token) {
            return Ok(());
        }
        let mut answers = Vec::new();
        for value in vm.collect(values)? {
            answers.push(self.call(vm, runtime, attribute, state, value, false)?);
        }
        if let Some(list) = values.as_list() {
            let former = std::mem::replace(&mut *list.borrow_mut(), answers);
            drop(former);
        }
        Ok(())
    }

    /// An element is removed.
    pub fn remove(
        &self,
        vm: &mut Vm,
        runtime: &Runtime,
        attribute: &Rc<AttributeImpl>,
        state: &State,
        value: &Value,
        token: &Token,
    ) -> Result<()> {
        if self.include_removes && self.concerns(attribute, token) {
            self.call(vm, runtime, attribute, state, value.clone(), true)?;
        }
        Ok(())
    }
}
