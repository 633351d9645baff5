//! What a host (the relationship engine) keeps in objects of its own classes.

use std::any::Any;

/// Data of a host in an object. Interior mutability is the host's own affair.
pub trait Host: Any {
    /// Lets go of every value held, at the end of the run: cycles end here.
    fn clear(&self) {}
}
