//! Text: `repr`, `str`, `format`, and identities as text.

use std::fmt::Write;
use std::rc::Rc;

use super::{Result, Vm};
use crate::object::{Str, Value};

impl Vm {
    /// `repr(value)`
    pub fn repr(&mut self, value: &Value) -> Result<String> {
        match value {
            Value::Int(value) => return Ok(value.to_string()),
            Value::None => return Ok("None".to_owned()),
            Value::Bool(value) => return Ok(if *value { "True" } else { "False" }.to_owned()),
            _ => {}
        }
        let name = self.names.__repr__.clone();
        self.enter_for(" while getting the repr of an object")?;
        let result = self.call_special(value, &name, &[]);
        self.leave();
        match result? {
            Some(text) => match text.as_str() {
                Some(text) => Ok(text.to_owned()),
                None => {
                    let class = self.type_name(&text);
                    let text = format!("__repr__ returned non-string (type {})", &**class);
                    Err(self.type_error(text))
                }
            },
            None => Ok(self.default_repr(value)),
        }
    }

    /// `<module.Class object at 0x…>`
    pub fn default_repr(&mut self, value: &Value) -> String {
        let class = self.class_of(value);
        let name = self.names.__module__.clone();
        let module = self.class_attr(&class, &name);
        let qualname = class.qualname.borrow().clone();
        let address = self.address(value);
        match module.as_ref().and_then(Value::as_str) {
            None | Some("builtins") => format!("<{} object at {address}>", &**qualname),
            Some(module) => format!("<{module}.{} object at {address}>", &**qualname),
        }
    }

    /// `str(value)`
    pub fn str(&mut self, value: &Value) -> Result<String> {
        if let Value::Int(value) = value {
            return Ok(value.to_string());
        }
        Ok(self.str_value(value)?.to_string())
    }

    /// `str(value)` as a string object: the value itself if it is one.
    pub fn str_value(&mut self, value: &Value) -> Result<Rc<Str>> {
        match value {
            Value::Str(text) => return Ok(text.clone()),
            Value::Int(value) => {
                let mut text = compact_str::CompactString::default();
                let _ = write!(text, "{value}");
                return Ok(Rc::new(text.into()));
            }
            _ => {}
        }
        let name = self.names.__str__.clone();
        self.enter_for(" while getting the str of an object")?;
        let result = self.call_special(value, &name, &[]);
        self.leave();
        match result? {
            Some(text) => match text.as_str_rc() {
                Some(text) => Ok(text.clone()),
                None => {
                    let class = self.type_name(&text);
                    let text = format!("__str__ returned non-string (type {})", &**class);
                    Err(self.type_error(text))
                }
            },
            None => Ok(Rc::new(self.repr(value)?.into())),
        }
    }

    /// `format(value, spec)`
    pub fn format(&mut self, value: &Value, spec: &str) -> Result<String> {
        if spec.is_empty() && matches!(value, Value::Str(_) | Value::Int(_)) {
            return self.str(value);
        }
        let name = self.names.__format__.clone();
        match self.call_special(value, &name, &[Value::str(spec)])? {
            Some(text) => match text.as_str() {
                Some(text) => Ok(text.to_owned()),
                None => {
                    let class = self.type_name(&text);
                    let text = format!("__format__ must return a str, not {}", &**class);
                    Err(self.type_error(text))
                }
            },
            None => self.str(value),
        }
    }
}
