//! Names: class namespaces, globals, cells, `locals()`.

use std::rc::Rc;

use super::frame::Frame;
use super::{Raised, Result, Vm};
use crate::code::{Reg, Scope};
use crate::object::{Dict, Payload, Str, Value};

/// Marks a cache of a global that was found in the builtins: the version of the globals, in which the name is
/// missing, and the place in the builtins stand beside it.
pub(crate) const BUILTIN: u64 = 1 << 63;

const VERSION: u32 = 0x7fff_ffff;

impl Vm {
    /// A global or a builtin, remembered where it was found. (A global that was found before does not come here.)
    pub(crate) fn load_global(&mut self, frame: &Frame, n: u16) -> Result {
        let name = &frame.code.names[n as usize];
        let cache = &frame.code.caches[self.pc];
        let cached = cache.get();
        let globals = frame.globals.payload.dict().borrow();
        let builtins = self.builtins.payload.dict().borrow();
        let version = globals.version() & VERSION;
        // Versions are comparable within one dict only.
        let ours = Rc::ptr_eq(&frame.globals, &self.main_globals);
        if cached & BUILTIN != 0
            && ours
            && (cached >> 32) as u32 & VERSION == version
            && let Some(value) = builtins.cached(cached as u32 as usize, name)
        {
            return Ok(value.clone());
        }
        if let Some(slot) = globals.find_str(name)
            && let Some((_, value)) = globals.at(slot)
        {
            cache.set(slot as u64);
            return Ok(value.clone());
        }
        if let Some(slot) = builtins.find_str(name)
            && let Some((_, value)) = builtins.at(slot)
        {
            cache.set(BUILTIN | u64::from(version) << 32 | slot as u64);
            return Ok(value.clone());
        }
        drop((globals, builtins));
        Err(self.name_error(name))
    }

    /// A name of a namespace that the program may have supplied.
    fn namespace_get(&mut self, namespace: &Value, name: &Rc<Str>) -> Result<Option<Value>> {
        if let Some(dict) = self.exact_dict(namespace) {
            return Ok(dict.borrow().get_str(name).cloned());
        }
        match self.get_item(namespace, &Value::Str(name.clone())) {
            Ok(value) => Ok(Some(value)),
            Err(raised) if self.caught(&raised, &self.exceptions.key_error) => Ok(None),
            Err(raised) => Err(raised),
        }
    }

    /// The table of a value that is exactly a dict.
    pub(crate) fn exact_dict<'a>(&self, value: &'a Value) -> Option<&'a std::cell::RefCell<Dict>> {
        match value {
            Value::Obj(object) if Rc::ptr_eq(&object.class, &self.types.dict) => value.as_dict(),
            _ => None,
        }
    }

    pub(crate) fn load_name(&mut self, frame: &Frame, n: u16) -> Result {
        let name = &frame.code.names[n as usize];
        if !frame.namespace.is_unbound()
            && let Some(value) = self.namespace_get(&frame.namespace, name)?
        {
            return Ok(value);
        }
        if let Some(value) = frame.globals.payload.dict().borrow().get_str(name) {
            return Ok(value.clone());
        }
        if let Some(value) = self.builtins.payload.dict().borrow().get_str(name) {
            return Ok(value.clone());
        }
        Err(self.name_error(name))
    }

    pub(crate) fn store_name(&mut self, frame: &Frame, n: u16, value: Value) -> Result<()> {
        let name = &frame.code.names[n as usize];
        if frame.namespace.is_unbound() {
            let old = frame
                .globals
                .payload
                .dict()
                .borrow_mut()
                .insert_str(name.clone(), value);
            drop(old);
            return Ok(());
        }
        if let Some(dict) = self.exact_dict(&frame.namespace) {
            let old = dict.borrow_mut().insert_str(name.clone(), value);
            drop(old);
            return Ok(());
        }
        self.set_item(&frame.namespace, &Value::Str(name.clone()), value)
    }

    pub(crate) fn delete_name(&mut self, frame: &Frame, n: u16) -> Result<()> {
        let name = &frame.code.names[n as usize];
        let namespace = if frame.namespace.is_unbound() {
            Value::Obj(frame.globals.clone())
        } else {
            frame.namespace.clone()
        };
        match self.delete_item(&namespace, &Value::Str(name.clone())) {
            Err(raised) if self.caught(&raised, &self.exceptions.key_error) => {
                Err(self.name_error(name))
            }
            result => result,
        }
    }

    /// In a class body, a name of an enclosing function: the class's own first.
    pub(crate) fn load_class_cell(&mut self, frame: &Frame, cell: u16) -> Result {
        let name = cell_name(frame, cell).clone();
        if !frame.namespace.is_unbound()
            && let Some(value) = self.namespace_get(&frame.namespace, &name)?
        {
            return Ok(value);
        }
        match &frame.cells[cell as usize].payload {
            Payload::Cell(value) if !value.borrow().is_unbound() => Ok(value.borrow().clone()),
            _ => Err(self.unbound_cell(frame, cell)),
        }
    }

    #[cold]
    pub(crate) fn unbound_local(&mut self, frame: &Frame, r: Reg) -> Raised {
        let name = frame.code.locals[r as usize].clone();
        self.unbound(&name)
    }

    fn unbound(&mut self, name: &Rc<Str>) -> Raised {
        let class = self.exceptions.unbound_local_error.clone();
        let text = format!(
            "cannot access local variable '{}' where it is not associated with a value",
            &***name
        );
        self.error(&class, text)
    }

    #[cold]
    pub(crate) fn unbound_cell(&mut self, frame: &Frame, cell: u16) -> Raised {
        let name = cell_name(frame, cell).clone();
        if (cell as usize) < frame.code.cells.len() {
            return self.unbound(&name);
        }
        let class = self.exceptions.name_error.clone();
        let text = format!(
            "cannot access free variable '{}' where it is not associated with a value in enclosing scope",
            &**name
        );
        let raised = self.error(&class, text);
        let key = self.names.name.clone();
        raised.0.set_attr(&key, Value::Str(name));
        raised
    }

    /// `locals()` of a frame.
    pub(crate) fn locals(&mut self, frame: &Frame) -> Value {
        match frame.code.scope {
            Scope::Module if frame.namespace.is_unbound() => {
                return Value::Obj(frame.globals.clone());
            }
            Scope::Module | Scope::Namespace => return frame.namespace.clone(),
            Scope::Function => {}
        }
        let mut dict = Dict::default();
        for (name, value) in frame.code.locals.iter().zip(&frame.regs) {
            if !value.is_unbound() && !name.starts_with('.') {
                dict.insert_str(name.clone(), value.clone());
            }
        }
        let names = frame.code.cells.iter().chain(&*frame.code.free);
        for (name, cell) in names.zip(&frame.cells) {
            if let Payload::Cell(value) = &cell.payload
                && !value.borrow().is_unbound()
            {
                dict.insert_str(name.clone(), value.borrow().clone());
            }
        }
        self.dict(dict)
    }

    /// `__annotations__` of a module or a class body, made if need be.
    pub(crate) fn annotations(&mut self, frame: &Frame) -> Result {
        let name = self.names.__annotations__.clone();
        let namespace = if frame.namespace.is_unbound() {
            Value::Obj(frame.globals.clone())
        } else {
            frame.namespace.clone()
        };
        if let Some(found) = self.namespace_get(&namespace, &name)? {
            return Ok(found);
        }
        let made = self.dict(Dict::default());
        self.set_item(&namespace, &Value::Str(name), made.clone())?;
        Ok(made)
    }
}

fn cell_name(frame: &Frame, cell: u16) -> &Rc<Str> {
    let (own, index) = (frame.code.cells.len(), cell as usize);
    if index < own {
        &frame.code.cells[index]
    } else {
        &frame.code.free[index - own]
    }
}
