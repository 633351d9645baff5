//! `dict.keys()`, `dict.values()`, `dict.items()`

use crate::object::{ClassDef, Layout};

/// `dict_keys`
pub static KEYS: ClassDef = ClassDef {
    name: "dict_keys",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "The keys of a dict.",
};

/// `dict_values`
pub static VALUES: ClassDef = ClassDef {
    name: "dict_values",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "The values of a dict.",
};

/// `dict_items`
pub static ITEMS: ClassDef = ClassDef {
    name: "dict_items",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "The items of a dict.",
};
