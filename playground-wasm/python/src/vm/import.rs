//! Modules: those made in Rust, offered by name and filled when they are first imported.

use std::rc::Rc;

use super::frame::Frame;
use super::{Result, Vm};
use crate::object::{Attrs, Object, Payload, Ref, Str, Value};

/// A module made in Rust: what `import name` gives.
pub struct ModuleDef {
    /// The dotted name.
    pub name: &'static str,
    /// Fills the module's namespace when it is first imported.
    pub fill: fn(&mut Vm, &Value) -> Result<()>,
}

impl Vm {
    /// Offers a module to the program.
    pub fn register_module(&mut self, def: &'static ModuleDef) {
        self.offered.push(def);
    }

    /// An empty module.
    pub(crate) fn new_module(&mut self, name: &str) -> Ref {
        let module = Object::new(self.types.module.clone(), Payload::Module);
        let dict = module.dict_object(&self.types.dict);
        let names = &self.names;
        let mut table = dict.payload.dict().borrow_mut();
        let name = self.interner.intern(name);
        table.insert_str(names.__name__.clone(), Value::Str(name));
        table.insert_str(names.__doc__.clone(), Value::None);
        drop(table);
        *module.attrs.borrow_mut() = Attrs::Dict(dict);
        module
    }

    /// A module that holds nothing yet.
    pub(crate) fn empty_module(&mut self, name: &str) -> Value {
        Value::Obj(self.new_module(name))
    }

    /// Sets a global of a module.
    pub fn set_global(&mut self, module: &Value, name: &str, value: Value) {
        let name = self.intern(name);
        if let Value::Obj(module) = module {
            module.set_attr(&name, value);
        }
    }

    /// `sys.modules[name]`, imported if need be.
    pub fn import(&mut self, name: &str) -> Result {
        if let Some(module) = self.modules.iter().find(|(known, _)| **known == *name) {
            return Ok(Value::Obj(module.1.clone()));
        }
        let parent = name.rsplit_once('.').map(|(parent, _)| parent);
        let package = match parent {
            Some(parent) => Some(self.import(parent)?),
            None => None,
        };
        let Some(def) = self.offered.iter().find(|def| def.name == name).copied() else {
            return Err(self.no_module(name, parent));
        };
        let module = self.new_module(name);
        self.modules.push((name.into(), module.clone()));
        let value = Value::Obj(module);
        if let Err(raised) = (def.fill)(self, &value) {
            self.modules.retain(|(known, _)| **known != *name);
            return Err(raised);
        }
        if let (Some(package), Some((_, last))) = (package, name.rsplit_once('.')) {
            self.set_global(&package, last, value.clone());
        }
        Ok(value)
    }

    /// Whether a dotted name leads further into modules that are offered.
    fn is_package(&self, name: &str) -> bool {
        self.offered.iter().any(|def| {
            def.name
                .strip_prefix(name)
                .is_some_and(|rest| rest.starts_with('.'))
        })
    }

    fn no_module(&mut self, name: &str, parent: Option<&str>) -> super::Raised {
        let class = self.exceptions.module_not_found_error.clone();
        let text = match parent {
            Some(parent) if !self.is_package(parent) => {
                format!("No module named '{name}'; '{parent}' is not a package")
            }
            _ => format!("No module named '{name}'"),
        };
        let raised = self.error(&class, text);
        let (key, value) = (self.names.name.clone(), self.intern(name));
        raised.0.set_attr(&key, Value::Str(value));
        let key = self.names.path.clone();
        raised.0.set_attr(&key, Value::None);
        raised
    }

    /// What the program can import, for a reader whose import failed.
    pub(crate) fn offered_modules(&self) -> String {
        let mut names: Vec<&str> = self
            .offered
            .iter()
            .map(|def| def.name)
            .filter(|name| !name.contains('.') && !name.starts_with('_'))
            .collect();
        names.sort_unstable();
        format!("The playground offers the modules {}.", names.join(", "))
    }

    /// `import name` and the first half of `from name import …`.
    pub(crate) fn import_statement(
        &mut self,
        name: &Rc<Str>,
        level: &Value,
        names: &Value,
    ) -> Result {
        if !matches!(level, Value::Int(0) | Value::Unbound | Value::None) {
            let class = self.exceptions.import_error.clone();
            let text = "attempted relative import with no known parent package";
            return Err(self.error(&class, text));
        }
        let module = self.import(name)?;
        if names.as_tuple().is_some() {
            return Ok(module);
        }
        match name.split_once('.') {
            Some((first, _)) => self.import(first),
            None => Ok(module),
        }
    }

    /// `from module import name`
    pub(crate) fn import_from(&mut self, module: &Value, name: &Rc<Str>) -> Result {
        if let Some(found) = self.find_attr(module, name)? {
            return Ok(found);
        }
        let key = self.names.__name__.clone();
        let known = self.find_attr(module, &key)?;
        let known = known
            .as_ref()
            .and_then(Value::as_str)
            .unwrap_or("<unknown module name>");
        let known = known.to_owned();
        let inner = format!("{known}.{}", name.as_str());
        if self.offered.iter().any(|def| def.name == inner) {
            return self.import(&inner);
        }
        let class = self.exceptions.import_error.clone();
        let file = self.names.__file__.clone();
        let file = self.find_attr(module, &file)?;
        let file = file
            .as_ref()
            .and_then(Value::as_str)
            .unwrap_or("unknown location");
        let text = format!(
            "cannot import name '{}' from '{known}' ({file})",
            name.as_str()
        );
        let raised = self.error(&class, text);
        let (key, value) = (self.names.name.clone(), self.intern(&known));
        raised.0.set_attr(&key, Value::Str(value));
        let key = self.intern("name_from");
        raised.0.set_attr(&key, Value::Str(name.clone()));
        Err(raised)
    }

    /// `from module import *`
    pub(crate) fn import_star(&mut self, frame: &Frame, module: &Value) -> Result<()> {
        let key = self.names.__all__.clone();
        let listed = self.find_attr(module, &key)?;
        let names: Vec<Rc<Str>> = match &listed {
            Some(listed) => {
                let listed = self.collect(listed)?;
                listed
                    .iter()
                    .filter_map(|name| name.as_str_rc().cloned())
                    .collect()
            }
            None => match module {
                Value::Obj(module) => super::attr::own_names(module)
                    .into_iter()
                    .filter(|name| !name.starts_with('_'))
                    .collect(),
                _ => Vec::new(),
            },
        };
        let target = if frame.namespace.is_unbound() {
            Value::Obj(frame.globals.clone())
        } else {
            frame.namespace.clone()
        };
        for name in names {
            let name = self.intern_str(&name);
            let value = self.get_attr(module, &name)?;
            self.set_item(&target, &Value::Str(name), value)?;
        }
        Ok(())
    }

    /// Where the program's names stand: the globals of `__main__`, a dict.
    pub fn main_globals(&self) -> Value {
        Value::Obj(self.main_globals.clone())
    }
}
