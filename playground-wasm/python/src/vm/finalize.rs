//! What objects do before they die: `__del__`, and the end of `try` and `with` in generators that nobody resumes.

use super::generator::as_generator;
use super::output::Channel;
use super::{Result, Vm};
use crate::object::{Heap, Object, Value};

impl Vm {
    /// Lets objects that have died do what they have to.
    #[inline]
    pub(crate) fn attend_remains(&mut self) -> Result<()> {
        if Heap::has_remains() {
            return self.finalize();
        }
        Ok(())
    }

    #[cold]
    fn finalize(&mut self) -> Result<()> {
        while let Some(remains) = Heap::next_remains() {
            let value = Value::Obj(Object::revived(remains));
            let name = self.names.__del__.clone();
            let outcome = match as_generator(&value) {
                Some((object, generator)) => self.close_generator(object, generator),
                None => self.call_special(&value, &name, &[]).map(drop),
            };
            if let Err(raised) = outcome {
                if super::errors::is_limit(&raised.0) {
                    return Err(raised);
                }
                let text = self.format_exception(&raised.0);
                let source = self.repr(&value)?;
                self.append(
                    Channel::Traceback,
                    &format!("Exception ignored in: {source}\n{text}"),
                );
            }
        }
        Ok(())
    }
}
