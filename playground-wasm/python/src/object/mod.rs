//! Objects: what a Python value is in memory. Nothing here executes Python code; what may call back into
//! the program (equality of user classes, attribute hooks) lives in [`crate::vm`].

mod class;
mod dict;
mod exception;
mod function;
mod heap;
mod host;
mod iterator;
mod payload;
mod set;
mod string;
mod value;

pub use class::{Class, ClassDef, Layout, MethodDef, MethodKind};
pub use dict::Dict;
pub use exception::{ExceptionData, SyntaxDetails, TraceEntry};
pub use function::{BoundMethod, Function, NativeFunction, Property, Super};
pub use heap::Heap;
pub use host::Host;
pub use iterator::{Iter, NativeIterator};
pub use payload::{List, Payload};
pub use set::Set;
pub use string::{Str, hash_bytes};
pub(crate) use value::Remains;
pub use value::{Attrs, Object, Ref, Value};
