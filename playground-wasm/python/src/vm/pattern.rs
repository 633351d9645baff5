//! What `match` asks of its subject.

use std::rc::Rc;

use super::{Result, Vm};
use crate::object::{Class, Dict, Layout, Payload, Value};

impl Vm {
    /// Whether a sequence pattern can match: lists, tuples and classes that say they are sequences; never text.
    pub(crate) fn is_match_sequence(&mut self, value: &Value) -> bool {
        if let Value::Obj(object) = value {
            if matches!(object.payload, Payload::Range(_)) {
                return true;
            }
            return matches!(object.class.layout, Layout::List | Layout::Tuple)
                || self.is_registered(&object.class.clone(), "Sequence");
        }
        false
    }

    /// Whether a mapping pattern can match.
    pub(crate) fn is_match_mapping(&mut self, value: &Value) -> bool {
        match value {
            Value::Obj(object) => {
                object.class.layout == Layout::Dict
                    || Rc::ptr_eq(&object.class, &self.types.mapping_proxy)
                    || self.is_registered(&object.class.clone(), "Mapping")
            }
            _ => false,
        }
    }

    /// Whether a class derives from an abstract class of `collections.abc`.
    fn is_registered(&mut self, class: &Rc<Class>, name: &str) -> bool {
        let order = class.mro.borrow().clone();
        let key = self.names.__module__.clone();
        order.iter().any(|base| {
            let named = matches!(
                (base.name.borrow().as_str(), name),
                ("Sequence" | "MutableSequence", "Sequence")
                    | ("Mapping" | "MutableMapping", "Mapping")
            );
            named
                && self
                    .own_class_attr(base, &key)
                    .is_some_and(|module| module.as_str() == Some("collections.abc"))
        })
    }

    /// The values under all of the keys, as a tuple.
    pub(crate) fn match_keys(&mut self, subject: &Value, keys: &Value) -> Result<Option<Value>> {
        let mut values = Vec::new();
        let mut seen: Vec<Value> = Vec::new();
        for key in keys.as_tuple().unwrap_or_default() {
            for other in &seen {
                if self.same(other, key)? {
                    let text = self.repr(key)?;
                    let text = format!("mapping pattern checks duplicate key ({text})");
                    return Err(self.value_error(text));
                }
            }
            seen.push(key.clone());
            let value = match self.exact_dict(subject) {
                Some(dict) => self.dict_get(dict, key)?,
                None => {
                    let missing = self.missing_marker();
                    let name = self.names.get.clone();
                    let found =
                        self.call_method(subject, &name, &[key.clone(), missing.clone()])?;
                    (!found.is(&missing)).then_some(found)
                }
            };
            match value {
                Some(value) => values.push(value),
                None => return Ok(None),
            }
        }
        Ok(Some(self.tuple(values)))
    }

    fn missing_marker(&mut self) -> Value {
        let class = self.types.object.clone();
        self.instance(&class)
    }

    /// What is left of a mapping without some keys, as a dict.
    pub(crate) fn match_rest(&mut self, subject: &Value, keys: &Value) -> Result {
        let rest = self.dict(Dict::default());
        self.dict_update(&rest, subject)?;
        if let Some(dict) = rest.as_dict() {
            for key in keys.as_tuple().unwrap_or_default() {
                drop(self.dict_remove(dict, key)?);
            }
        }
        Ok(rest)
    }

    /// The attributes that a class pattern looks at, as a tuple.
    pub(crate) fn match_class(
        &mut self,
        subject: &Value,
        pattern: &Value,
        count: &Value,
        names: &Value,
    ) -> Result<Option<Value>> {
        let Value::Class(class) = pattern else {
            return Err(self.type_error("called match pattern must be a class"));
        };
        let class = class.clone();
        if !crate::modules::builtins::is_instance(self, subject, pattern)? {
            return Ok(None);
        }
        self.match_attributes(subject, &class, count, names)
    }

    fn match_attributes(
        &mut self,
        subject: &Value,
        class: &Rc<Class>,
        count: &Value,
        names: &Value,
    ) -> Result<Option<Value>> {
        let count = match count {
            Value::Int(count) => *count as usize,
            _ => 0,
        };
        let mut values = Vec::new();
        if count > 0 && !self.match_positional(subject, class, count, names, &mut values)? {
            return Ok(None);
        }
        for name in names.as_tuple().unwrap_or_default() {
            let Some(name) = name.as_str_rc() else {
                continue;
            };
            let name = self.intern_str(name);
            match self.find_attr(subject, &name)? {
                Some(value) => values.push(value),
                None => return Ok(None),
            }
        }
        Ok(Some(self.tuple(values)))
    }

    fn match_positional(
        &mut self,
        subject: &Value,
        class: &Rc<Class>,
        count: usize,
        names: &Value,
        values: &mut Vec<Value>,
    ) -> Result<bool> {
        let key = self.names.__match_args__.clone();
        let described = self.find_attr(&Value::Class(class.clone()), &key)?;
        let allowed = match &described {
            Some(names) => match names.as_tuple() {
                Some(names) => names.to_vec(),
                None => {
                    let found = self.type_name(names);
                    let text = format!(
                        "{}.__match_args__ must be a tuple (got {})",
                        &**class.name(),
                        &**found
                    );
                    return Err(self.type_error(text));
                }
            },
            None => {
                let itself = class.def.is_some() || class.layout != Layout::Plain;
                let whole = itself
                    && !matches!(
                        class.layout,
                        Layout::Plain | Layout::Exception | Layout::Native | Layout::Class
                    );
                if whole && count == 1 {
                    values.push(subject.clone());
                    return Ok(true);
                }
                if whole { vec![Value::None] } else { Vec::new() }
            }
        };
        if count > allowed.len() {
            let plural = if allowed.len() == 1 { "" } else { "s" };
            let text = format!(
                "{}() accepts {} positional sub-pattern{plural} ({count} given)",
                &**class.name(),
                allowed.len()
            );
            return Err(self.type_error(text));
        }
        for name in &allowed[..count] {
            let Some(name) = name.as_str_rc() else {
                let found = self.type_name(name);
                let text = format!("__match_args__ elements must be strings (got {})", &**found);
                return Err(self.type_error(text));
            };
            if names
                .as_tuple()
                .unwrap_or_default()
                .iter()
                .any(|other| other.as_str() == Some(name.as_str()))
            {
                let text = format!(
                    "{}() got multiple sub-patterns for attribute '{}'",
                    &**class.name(),
                    &***name
                );
                return Err(self.type_error(text));
            }
            let name = self.intern_str(name);
            match self.find_attr(subject, &name)? {
                Some(value) => values.push(value),
                None => return Ok(false),
            }
        }
        Ok(true)
    }
}
