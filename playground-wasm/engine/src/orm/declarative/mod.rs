//! Declarative: mapping classes by what stands in them.

mod annotation;
mod base;
mod columns;
mod composites;
mod constructor;
mod dataclass;
mod declared_attr;
mod hint;
mod kind;
mod mapped;
mod properties;
mod scan;

pub use annotation::{Collected, generic};
pub use base::{NAMES, add_attribute, decorate_base, generate_base};
pub use constructor::constructor;
pub use dataclass::set_dataclass_arguments;
pub use hint::{Scope, arguments, is_union};
pub use kind::property;
pub use mapped::Container;
pub use scan::{Scan, map_declared};
