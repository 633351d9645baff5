//! The classes of iterators

use crate::object::{ClassDef, Layout};

/// `list_iterator`
pub static LIST_ITERATOR: ClassDef = ClassDef {
    name: "list_iterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `list_reverseiterator`
pub static LIST_REVERSE_ITERATOR: ClassDef = ClassDef {
    name: "list_reverseiterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `tuple_iterator`
pub static TUPLE_ITERATOR: ClassDef = ClassDef {
    name: "tuple_iterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `range_iterator`
pub static RANGE_ITERATOR: ClassDef = ClassDef {
    name: "range_iterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `str_iterator`
pub static STR_ITERATOR: ClassDef = ClassDef {
    name: "str_iterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `dict_keyiterator`
pub static DICT_KEY_ITERATOR: ClassDef = ClassDef {
    name: "dict_keyiterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `dict_valueiterator`
pub static DICT_VALUE_ITERATOR: ClassDef = ClassDef {
    name: "dict_valueiterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `dict_itemiterator`
pub static DICT_ITEM_ITERATOR: ClassDef = ClassDef {
    name: "dict_itemiterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `set_iterator`
pub static SET_ITERATOR: ClassDef = ClassDef {
    name: "set_iterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `iterator`
pub static SEQUENCE_ITERATOR: ClassDef = ClassDef {
    name: "iterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `iterator`
pub static NATIVE_ITERATOR: ClassDef = ClassDef {
    name: "iterator",
    module: "builtins",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};
