//! The virtual machine.
//!
//! What stands here is the interface that native modules and the host program against; each group of
//! methods lives in a file of its own.

mod api;
mod args;
mod generator;
mod names;
mod types;

pub use api::ModuleDef;
pub use args::{Args, Bound};
pub use generator::Generator;
pub use names::Names;
pub use types::{Exceptions, Types};

use crate::object::{Ref, Value};

/// A raised exception: the instance. (Limits raise too; [`crate::object::ExceptionData::limit`] tells.)
#[derive(Clone)]
pub struct Raised(pub Ref);

/// What native code answers.
pub type Result<T = Value> = std::result::Result<T, Raised>;

/// A function made in Rust.
pub type NativeFn = fn(&mut Vm, &Args) -> Result;

/// The machine.
pub struct Vm {
    /// The built-in classes.
    pub types: Types,
    /// The built-in exception classes.
    pub exceptions: Exceptions,
    /// Interned names that the machine itself uses.
    pub names: Names,
}
