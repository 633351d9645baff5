//! What the modules `sys` and `warnings` ask of the machine.

use super::Vm;
use crate::code::Code;
use crate::object::{Ref, Value};

impl Vm {
    /// The exception that is being handled: `sys.exc_info()`.
    pub(crate) fn handled_exception(&self) -> Option<Ref> {
        self.handled.clone()
    }

    /// A module that has been imported already.
    pub(crate) fn imported(&self, name: &str) -> Option<Value> {
        let found = self.modules.iter().find(|(known, _)| &**known == name);
        found.map(|(_, module)| Value::Obj(module.clone()))
    }

    /// Every module that has been imported, by name.
    pub(crate) fn imported_modules(&self) -> Vec<(String, Value)> {
        let pair =
            |(name, module): &(Box<str>, Ref)| (name.to_string(), Value::Obj(module.clone()));
        self.modules.iter().map(pair).collect()
    }

    /// `sys.getrecursionlimit()`
    pub(crate) fn recursion_limit(&self) -> usize {
        self.settings.recursion
    }

    /// File and line of the program's frames that are being executed, the innermost first.
    pub(crate) fn program_places(&self) -> Vec<(String, usize)> {
        let place = |code: &Code, pc: usize| {
            let inside = code.file.index.is_some();
            inside.then(|| (code.file.name.to_string(), code.line(pc)))
        };
        let waiting = self.frames.iter().rev();
        place(&self.code, self.pc)
            .into_iter()
            .chain(waiting.filter_map(|frame| place(&frame.code, frame.pc.saturating_sub(1))))
            .collect()
    }
}
