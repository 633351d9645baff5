//! The classes of `None`, `NotImplemented` and `...`

use crate::object::{ClassDef, Layout};

/// `NoneType`
pub static NONE: ClassDef = ClassDef {
    name: "NoneType",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `NotImplementedType`
pub static NOT_IMPLEMENTED: ClassDef = ClassDef {
    name: "NotImplementedType",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `ellipsis`
pub static ELLIPSIS: ClassDef = ClassDef {
    name: "ellipsis",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};
