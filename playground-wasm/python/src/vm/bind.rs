//! Arguments to parameters of a function of the program, with CPython's messages.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Result, Vm};
use crate::object::{Dict, Function, Object, Payload, Str, Value};

impl Vm {
    /// Fills the registers of a new frame. Positional and keyword arguments are moved in.
    pub(crate) fn bind_arguments(
        &mut self,
        function: &Function,
        regs: &mut [Value],
        mut positional: Vec<Value>,
        keywords: Vec<(Rc<Str>, Value)>,
    ) -> Result<()> {
        let code = function.code.clone();
        let parameters = &code.parameters;
        let takes = parameters.positional as usize;
        let named = takes + parameters.keyword_only as usize;
        let given = positional.len();
        if given + keywords.len() > 16 {
            self.charge(4 * (given + keywords.len()) as u64)?;
        }
        let extra = if given > takes {
            positional.split_off(takes)
        } else {
            Vec::new()
        };
        for (slot, value) in regs.iter_mut().zip(positional) {
            *slot = value;
        }
        let mut next = named;
        if parameters.var_positional {
            regs[next] = self.tuple(extra);
            next += 1;
        }
        let mut rest = parameters.var_keyword.then(Dict::default);
        let mut misplaced = Vec::new();
        for (name, value) in keywords {
            let by_name = &code.locals[parameters.positional_only as usize..named];
            let found = by_name
                .iter()
                .position(|local| Rc::ptr_eq(local, &name))
                .or_else(|| by_name.iter().position(|local| **local == *name));
            match (found, &mut rest) {
                (Some(index), _) => {
                    let slot = &mut regs[index + parameters.positional_only as usize];
                    if !slot.is_unbound() {
                        let text = format!("got multiple values for argument '{}'", &**name);
                        return Err(self.binding_error(function, text));
                    }
                    *slot = value;
                }
                (None, Some(rest)) => {
                    rest.insert_str(name, value);
                }
                (None, None) => {
                    let by_position = &code.locals[..parameters.positional_only as usize];
                    if by_position.iter().any(|local| **local == *name) {
                        misplaced.push(name);
                        continue;
                    }
                    let text = format!("got an unexpected keyword argument '{}'", &**name);
                    return Err(self.binding_error(function, text));
                }
            }
        }
        if !misplaced.is_empty() {
            let names: Vec<&str> = misplaced.iter().map(|name| name.as_str()).collect();
            let text = format!(
                "got some positional-only arguments passed as keyword arguments: '{}'",
                names.join(", ")
            );
            return Err(self.binding_error(function, text));
        }
        if let Some(rest) = rest {
            let payload = Payload::Dict(RefCell::new(rest));
            regs[next] = Object::new(self.types.dict.clone(), payload).into();
        }
        if given > takes && !parameters.var_positional {
            return Err(self.too_many(function, given, regs));
        }
        let defaults = function.defaults.borrow().clone();
        let required = takes - defaults.len().min(takes);
        let missing = missing(&code.locals[..required], &regs[..required]);
        if !missing.is_empty() {
            return Err(self.missing(function, "positional", &missing));
        }
        for (index, default) in defaults.iter().enumerate() {
            let slot = &mut regs[required + index];
            if slot.is_unbound() {
                *slot = default.clone();
            }
        }
        if named > takes {
            self.keyword_only_defaults(function, regs, takes, named)?;
        }
        Ok(())
    }

    fn keyword_only_defaults(
        &mut self,
        function: &Function,
        regs: &mut [Value],
        from: usize,
        to: usize,
    ) -> Result<()> {
        let code = &function.code;
        let defaults = function.kw_defaults.borrow().clone();
        if let Some(defaults) = defaults.as_dict() {
            let names = &code.locals[from..to];
            for (slot, name) in regs[from..to].iter_mut().zip(names) {
                if slot.is_unbound()
                    && let Some(default) = defaults.borrow().get_str(name)
                {
                    *slot = default.clone();
                }
            }
        }
        let missing = missing(&code.locals[from..to], &regs[from..to]);
        if missing.is_empty() {
            return Ok(());
        }
        Err(self.missing(function, "keyword-only", &missing))
    }

    fn binding_error(&mut self, function: &Function, text: String) -> super::Raised {
        let name = function.qualname.borrow().clone();
        self.type_error(format!("{}() {text}", &**name))
    }

    fn missing(&mut self, function: &Function, kind: &str, names: &[String]) -> super::Raised {
        let list = match names {
            [name] => name.clone(),
            [first, second] => format!("{first} and {second}"),
            [others @ .., last] => format!("{}, and {last}", others.join(", ")),
            [] => String::new(),
        };
        let plural = if names.len() == 1 { "" } else { "s" };
        let count = names.len();
        let text = format!("missing {count} required {kind} argument{plural}: {list}");
        self.binding_error(function, text)
    }

    fn too_many(&mut self, function: &Function, given: usize, regs: &[Value]) -> super::Raised {
        let parameters = &function.code.parameters;
        let takes = parameters.positional as usize;
        let defaults = function.defaults.borrow().len();
        let named = takes + parameters.keyword_only as usize;
        let by_name = regs[takes..named]
            .iter()
            .filter(|value| !value.is_unbound())
            .count();
        let plural = |count: usize| if count == 1 { "" } else { "s" };
        let were = if given == 1 && by_name == 0 {
            "was"
        } else {
            "were"
        };
        let signature = match defaults {
            0 => format!("{takes} positional argument{}", plural(takes)),
            _ => format!("from {} to {takes} positional arguments", takes - defaults),
        };
        let by_name = match by_name {
            0 => String::new(),
            count => format!(
                " positional argument{} (and {count} keyword-only argument{})",
                plural(given),
                plural(count)
            ),
        };
        let text = format!("takes {signature} but {given}{by_name} {were} given");
        self.binding_error(function, text)
    }
}

fn missing(names: &[Rc<Str>], values: &[Value]) -> Vec<String> {
    names
        .iter()
        .zip(values)
        .filter(|(_, value)| value.is_unbound())
        .map(|(name, _)| format!("'{}'", name.as_str()))
        .collect()
}
