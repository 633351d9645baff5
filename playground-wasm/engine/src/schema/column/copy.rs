//! Copies of columns: a mixin's columns are copied to each class, those in `Annotated` are merged.

use std::cell::RefCell;

use python::object::Value;
use python::vm::{Result, Vm};

use super::{COLUMN, Column};
use crate::handle::Handle;
use crate::schema::foreign_key;
use crate::schema::types;

impl Handle<Column> {
    /// A copy without a table.
    pub fn copy(&self, vm: &mut Vm) -> Result<Handle<Column>> {
        let copy = Column {
            name: self.name.clone(),
            key: self.key.clone(),
            type_: self.type_.clone(),
            table: RefCell::default(),
            primary_key: self.primary_key.clone(),
            nullable: self.nullable.clone(),
            given_nullable: self.given_nullable.clone(),
            unique: self.unique.clone(),
            index: self.index.clone(),
            autoincrement: self.autoincrement.clone(),
            default: self.default.clone(),
            onupdate: self.onupdate.clone(),
            server_default: self.server_default.clone(),
            server_onupdate: self.server_onupdate.clone(),
            info: self.info.clone(),
            doc: self.doc.clone(),
            comment: self.comment.clone(),
            options: self.options.clone(),
            foreign_keys: RefCell::default(),
            waiting_for_type: RefCell::default(),
            constraints: self.constraints.clone(),
        };
        let class = COLUMN.class(vm);
        let copy = Handle::new(vm, &class, copy);
        for key in self.foreign_keys.borrow().clone() {
            let belongs_to_constraint = key
                .constraint
                .borrow()
                .as_ref()
                .is_some_and(|constraint| !constraint.implicit.get());
            if !belongs_to_constraint {
                let key = foreign_key::copy(vm, &key);
                foreign_key::attach(vm, &key, &copy)?;
            }
        }
        Ok(copy)
    }

    /// Takes over into `other` what it does not say itself.
    pub fn merge_into(
        &self,
        vm: &mut Vm,
        other: &Handle<Column>,
        omit_defaults: bool,
    ) -> Result<()> {
        if self.primary_key.get() {
            other.primary_key.set(true);
        }
        if !types::is_null(&self.type_.borrow()) && types::is_null(&other.type_.borrow()) {
            let type_ = self.type_.borrow().clone();
            *other.type_.borrow_mut() = type_;
        }
        if other.given_nullable.get().is_none()
            && let Some(nullable) = self.given_nullable.get()
        {
            other.nullable.set(nullable);
            other.given_nullable.set(Some(nullable));
        }
        if self.primary_key.get() && other.given_nullable.get().is_none() {
            other.nullable.set(false);
        }
        let take = |from: &RefCell<Value>, to: &RefCell<Value>| {
            let missing = matches!(&*to.borrow(), Value::Unbound | Value::None);
            if missing {
                let value = from.borrow().clone();
                *to.borrow_mut() = value;
            }
        };
        if !omit_defaults {
            take(&self.default, &other.default);
        }
        take(&self.onupdate, &other.onupdate);
        take(&self.server_default, &other.server_default);
        take(&self.server_onupdate, &other.server_onupdate);
        take(&self.unique, &other.unique);
        take(&self.index, &other.index);
        take(&self.doc, &other.doc);
        take(&self.comment, &other.comment);
        take(&self.info, &other.info);
        for key in self.foreign_keys.borrow().clone() {
            let key = foreign_key::copy(vm, &key);
            foreign_key::attach(vm, &key, other)?;
        }
        Ok(())
    }
}
