//! The built-in types: their methods and operators as tables that the machine makes classes of.

pub mod bool;
pub mod bytes;
pub mod dict;
pub mod float;
pub mod generic_alias;
pub mod int;
pub mod iterators;
pub mod list;
pub mod mapping_proxy;
pub mod range;
pub mod set;
pub mod singletons;
pub mod slice;
pub mod str;
pub mod tuple;
pub mod union;
