//! What a host keeps with the machine.

use std::any::{Any, TypeId};
use std::rc::Rc;

use super::Vm;
use crate::object::Host;

impl Vm {
    /// The host's state of type `T` for this run, made by `Default` when first asked for.
    pub fn state<T: Host + Default>(&mut self) -> Rc<T> {
        let wanted = TypeId::of::<T>();
        if let Some((_, state)) = self.states.iter().find(|(known, _)| *known == wanted)
            && let Ok(state) = (state.clone() as Rc<dyn Any>).downcast()
        {
            return state;
        }
        let state = Rc::new(T::default());
        self.states.push((wanted, state.clone()));
        state
    }
}
