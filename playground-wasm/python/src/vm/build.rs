//! The instructions that build containers and strings.

use std::rc::Rc;

use super::{Result, Vm};
use crate::code::{BinaryOperator, CompareOperator, Conversion};
use crate::object::{Dict, Set, Str, Value};

impl Vm {
    /// A comparison as a condition.
    pub(crate) fn condition(&mut self, op: CompareOperator, a: &Value, b: &Value) -> Result<bool> {
        if let Some(answer) = match op {
            CompareOperator::In => Some(self.contains(b, a)?),
            CompareOperator::NotIn => Some(!self.contains(b, a)?),
            _ => self.compare_builtin(op, a, b),
        } {
            return Ok(answer);
        }
        let answer = self.compare(op, a, b)?;
        self.truthy(&answer)
    }

    /// An in-place operator; the left operand comes back with an error.
    pub(crate) fn in_place_op(
        &mut self,
        op: BinaryOperator,
        mut a: Value,
        b: Value,
    ) -> std::result::Result<Value, (Value, super::Raised)> {
        if op == BinaryOperator::Add
            && let (Value::Str(text), Value::Str(more)) = (&mut a, &b)
            && !text.is_interned()
        {
            if text.as_str().len() > 4096
                && let Err(raised) = self.reserve(text.as_str().len() + more.as_str().len())
            {
                return Err((a, raised));
            }
            if let Some(text) = Rc::get_mut(text) {
                text.append(more);
                return Ok(a);
            }
        }
        match self.in_place(op, &a, &b) {
            Ok(value) => Ok(value),
            Err(raised) => Err((a, raised)),
        }
    }

    pub(crate) fn build_set(&mut self, items: Vec<Value>) -> Result {
        let set = std::cell::RefCell::new(Set::default());
        for item in items {
            self.set_add(&set, item)?;
        }
        Ok(self.set(set.into_inner()))
    }

    pub(crate) fn build_dict(&mut self, items: Vec<Value>) -> Result {
        let dict = std::cell::RefCell::new(Dict::default());
        let mut items = items.into_iter();
        while let (Some(key), Some(value)) = (items.next(), items.next()) {
            self.dict_set(&dict, key, value)?;
        }
        Ok(self.dict(dict.into_inner()))
    }

    pub(crate) fn build_string(&mut self, parts: &[Value]) -> Result {
        let bytes: usize = parts
            .iter()
            .filter_map(Value::as_str)
            .map(|part| part.len())
            .sum();
        if bytes > 4096 {
            self.reserve(bytes)?;
        }
        let mut text = compact_str::CompactString::with_capacity(bytes);
        for part in parts {
            text.push_str(part.as_str().unwrap_or_default());
        }
        Ok(Value::Str(Rc::new(Str::from(text))))
    }

    /// The items behind `*` in a display or a call.
    pub(crate) fn spread_items(&mut self, value: &Value) -> Result<Vec<Value>> {
        if let Some(items) = self.plain_items(value) {
            self.charge(items.len() as u64 / 8)?;
            return Ok(items);
        }
        if !self.is_iterable(value) {
            let class = self.type_name(value);
            let text = format!("Value after * must be an iterable, not {}", &**class);
            return Err(self.type_error(text));
        }
        self.collect(value)
    }

    /// `dict.update(mapping)` for `{**mapping}`.
    pub(crate) fn dict_update(&mut self, dict: &Value, mapping: &Value) -> Result<()> {
        let Some(items) = self.mapping_items(mapping)? else {
            let class = self.type_name(mapping);
            return Err(self.type_error(format!("'{}' object is not a mapping", &**class)));
        };
        if let Some(dict) = dict.as_dict() {
            for (key, value) in items {
                self.dict_set(dict, key, value)?;
            }
        }
        Ok(())
    }

    /// Keys and values of a mapping; `None` if it has no `keys`.
    pub(crate) fn mapping_items(&mut self, mapping: &Value) -> Result<Option<Vec<(Value, Value)>>> {
        if let Some(dict) = self.exact_dict(mapping) {
            let dict = dict.borrow();
            return Ok(Some(
                dict.iter()
                    .map(|(key, value)| (key.clone(), value.clone()))
                    .collect(),
            ));
        }
        let name = self.names.keys.clone();
        let Some(keys) = self.find_attr(mapping, &name)? else {
            return Ok(None);
        };
        let keys = self.call(&keys, &[])?;
        let mut items = Vec::new();
        for key in self.collect(&keys)? {
            let value = self.get_item(mapping, &key)?;
            items.push((key, value));
        }
        Ok(Some(items))
    }

    /// The keywords behind `**` in a call.
    pub(crate) fn dict_merge(
        &mut self,
        dict: &Value,
        mapping: &Value,
        function: &Value,
    ) -> Result<()> {
        let Some(items) = self.mapping_items(mapping)? else {
            let class = self.type_name(mapping);
            let name = self.callee_name(function);
            let text = format!(
                "{name} argument after ** must be a mapping, not {}",
                &**class
            );
            return Err(self.type_error(text));
        };
        let Some(dict) = dict.as_dict() else {
            return Ok(());
        };
        for (key, value) in items {
            let Some(text) = key.as_str() else {
                return Err(self.type_error("keywords must be strings"));
            };
            if dict.borrow().get_text(text).is_some() {
                let name = self.callee_name(function);
                let text = format!("{name} got multiple values for keyword argument '{text}'");
                return Err(self.type_error(text));
            }
            self.dict_set(dict, key, value)?;
        }
        Ok(())
    }

    /// A replacement field of an f-string.
    pub(crate) fn format_value(
        &mut self,
        conversion: Conversion,
        value: Value,
        spec: &Value,
    ) -> Result {
        let value = match conversion {
            Conversion::None => value,
            Conversion::Str => Value::Str(self.str_value(&value)?),
            Conversion::Repr => Value::str(self.repr(&value)?),
            Conversion::Ascii => {
                let text = self.repr(&value)?;
                Value::str(ascii(&text))
            }
        };
        let spec = spec.as_str().unwrap_or_default();
        if spec.is_empty()
            && let Value::Str(_) | Value::Int(_) = &value
        {
            return Ok(Value::Str(self.str_value(&value)?));
        }
        Ok(Value::str(self.format(&value, spec)?))
    }
}

/// A text with escapes for what is not ASCII, as `ascii()` writes it.
pub fn ascii(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c as u32 {
            code if code < 0x80 => out.push(c),
            code if code < 0x100 => out.push_str(&format!("\\x{code:02x}")),
            code if code < 0x10000 => out.push_str(&format!("\\u{code:04x}")),
            code => out.push_str(&format!("\\U{code:08x}")),
        }
    }
    out
}
