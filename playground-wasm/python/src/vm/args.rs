//! Arguments of a native function, and their binding to parameters with CPython's messages.

use std::rc::Rc;

use super::{Result, Vm};
use crate::object::{Str, Value};

/// The arguments of a call: positional ones, then keyword ones.
#[derive(Clone, Copy)]
pub struct Args<'a> {
    /// Positional arguments; of a method the instance is the first.
    pub positional: &'a [Value],
    /// Names of the keyword arguments.
    pub names: &'a [Rc<Str>],
    /// Values of the keyword arguments.
    pub values: &'a [Value],
}

/// Arguments bound to parameters, in the order of the parameters.
pub struct Bound<const N: usize>(pub [Option<Value>; N]);

impl<'a> Args<'a> {
    /// Positional arguments only.
    pub fn new(positional: &'a [Value]) -> Args<'a> {
        Args {
            positional,
            names: &[],
            values: &[],
        }
    }

    /// Keyword arguments, in order.
    pub fn keywords(&self) -> impl Iterator<Item = (&'a Rc<Str>, &'a Value)> + use<'a> {
        self.names.iter().zip(self.values)
    }

    /// The keyword argument of a name.
    pub fn keyword(&self, name: &str) -> Option<&'a Value> {
        self.keywords()
            .find(|(key, _)| key.as_str() == name)
            .map(|(_, value)| value)
    }

    /// The same without the first positional argument: those of a method without its instance.
    pub fn rest(&self) -> Args<'a> {
        Args {
            positional: &self.positional[1.min(self.positional.len())..],
            ..*self
        }
    }

    /// Exactly `N` positional arguments and no keywords, as a function of the C API takes them. `name` is the
    /// function's as messages have it (`append`, `list.append`).
    pub fn exactly<const N: usize>(&self, vm: &mut Vm, name: &str) -> Result<&'a [Value; N]> {
        self.no_keywords(vm, name)?;
        match self.positional.try_into() {
            Ok(items) => Ok(items),
            Err(_) => {
                let given = self.positional.len();
                Err(vm.type_error(match N {
                    0 => format!("{name}() takes no arguments ({given} given)"),
                    1 => format!("{name}() takes exactly one argument ({given} given)"),
                    _ => format!("{name} expected {N} arguments, got {given}"),
                }))
            }
        }
    }

    /// From `least` to `most` positional arguments and no keywords.
    pub fn between(
        &self,
        vm: &mut Vm,
        name: &str,
        least: usize,
        most: usize,
    ) -> Result<&'a [Value]> {
        self.no_keywords(vm, name)?;
        let given = self.positional.len();
        let (bound, count) = if given < least {
            ("at least", least)
        } else if given > most {
            ("at most", most)
        } else {
            return Ok(self.positional);
        };
        let plural = if count == 1 { "" } else { "s" };
        Err(vm.type_error(format!(
            "{name} expected {bound} {count} argument{plural}, got {given}"
        )))
    }

    /// TypeError if there are keyword arguments.
    pub fn no_keywords(&self, vm: &mut Vm, name: &str) -> Result<()> {
        if self.names.is_empty() {
            return Ok(());
        }
        Err(vm.type_error(format!("{name}() takes no keyword arguments")))
    }

    /// Binds to parameters as a Python function would: the first `positional` of `parameters` may be given by
    /// position, all by name, and the first `required` must be given. The texts are CPython's for Python
    /// functions, `f() got an unexpected keyword argument 'x'` and so on. (The instance of a method is the
    /// caller's affair: bind `args.rest()`.)
    pub fn bind<const N: usize>(
        &self,
        vm: &mut Vm,
        name: &str,
        parameters: &[&str; N],
        positional: usize,
        required: usize,
    ) -> Result<Bound<N>> {
        let mut bound = [const { None }; N];
        if self.positional.len() > positional {
            let (given, least) = (self.positional.len(), required.min(positional));
            let takes = if least == positional {
                positional.to_string()
            } else {
                format!("from {least} to {positional}")
            };
            let plural = if positional == 1 { "" } else { "s" };
            let were = if given == 1 { "was" } else { "were" };
            return Err(vm.type_error(format!(
                "{name}() takes {takes} positional argument{plural} but {given} {were} given"
            )));
        }
        for (slot, value) in bound.iter_mut().zip(self.positional) {
            *slot = Some(value.clone());
        }
        for (key, value) in self.keywords() {
            match parameters
                .iter()
                .position(|parameter| *parameter == key.as_str())
            {
                None => {
                    return Err(vm.type_error(format!(
                        "{name}() got an unexpected keyword argument '{}'",
                        &***key
                    )));
                }
                Some(index) if bound[index].is_some() => {
                    return Err(vm.type_error(format!(
                        "{name}() got multiple values for argument '{}'",
                        &***key
                    )));
                }
                Some(index) => bound[index] = Some(value.clone()),
            }
        }
        let missing: Vec<String> = (0..required)
            .filter(|index| bound[*index].is_none())
            .map(|index| format!("'{}'", parameters[index]))
            .collect();
        if let Some((last, others)) = missing.split_last() {
            let list = match others {
                [] => last.clone(),
                [first] => format!("{first} and {last}"),
                _ => format!("{}, and {last}", others.join(", ")),
            };
            let plural = if missing.len() == 1 { "" } else { "s" };
            return Err(vm.type_error(format!(
                "{name}() missing {} required positional argument{plural}: {list}",
                missing.len()
            )));
        }
        Ok(Bound(bound))
    }
}
