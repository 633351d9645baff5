//! The built-in classes.

use std::rc::Rc;

use crate::object::Class;

macro_rules! registry {
    ($(#[$doc:meta])* $type:ident { $($field:ident),* $(,)? }) => {
        $(#[$doc])*
        #[expect(missing_docs, reason = "each field is the class it is called")]
        pub struct $type { $(pub $field: Rc<Class>),* }
    };
}

registry! {
    /// The built-in classes by their names (a `_` behind those that are Rust's words).
    Types {
        object, type_, int, bool, float, str, bytes, list, tuple, dict, set, frozenset, range, slice,
        none_type, not_implemented_type, ellipsis_type, function, builtin_function, wrapper_descriptor, method,
        module, cell, code, generator, property, staticmethod, classmethod, super_, traceback, mapping_proxy,
        dict_keys, dict_values, dict_items, list_iterator, list_reverse_iterator, tuple_iterator,
        range_iterator, str_iterator, dict_key_iterator, dict_value_iterator, dict_item_iterator,
        set_iterator, sequence_iterator, native_iterator, generic_alias, union,
    }
}

registry! {
    /// The built-in exception classes, in snake case.
    Exceptions {
        base_exception, exception, generator_exit, keyboard_interrupt, system_exit, arithmetic_error,
        assertion_error, attribute_error, import_error, module_not_found_error, index_error, key_error,
        lookup_error, memory_error, name_error, unbound_local_error, not_implemented_error, os_error,
        overflow_error, recursion_error, reference_error, runtime_error, stop_iteration, syntax_error, indentation_error,
        tab_error, timeout_error, type_error, unicode_error, unicode_decode_error, unicode_encode_error,
        value_error, zero_division_error, warning, user_warning, deprecation_warning,
        pending_deprecation_warning, runtime_warning, syntax_warning, future_warning, import_warning,
        unicode_warning, bytes_warning, resource_warning,
    }
}
