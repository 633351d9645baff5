//! `types.MappingProxyType`: a dict that cannot be changed through it

use crate::object::{ClassDef, Layout};

/// `mappingproxy`
pub static CLASS: ClassDef = ClassDef {
    name: "mappingproxy",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "A read-only view of a mapping.",
};
