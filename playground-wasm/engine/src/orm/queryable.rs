//! `QueryableAttribute`: the class side of a mapped attribute, `Parent.children` and `Parent.id`.

use python::object::{ClassDef, Layout};

use crate::native::Native;

/// `sqlalchemy.orm.attributes.QueryableAttribute`
pub static QUERYABLE_ATTRIBUTE: Native = Native {
    def: ClassDef {
        name: "QueryableAttribute",
        module: "sqlalchemy.orm.attributes",
        layout: Layout::Native,
        subclassable: false,
        methods: &[],
        doc: "Base class for descriptor objects that intercept attribute events.",
    },
    bases: &[],
    meta: None,
};
