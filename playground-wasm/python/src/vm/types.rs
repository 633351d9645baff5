//! The built-in classes, made of the tables in [`crate::types`] when the machine starts.

use std::rc::Rc;

use super::class::make_native;
use super::intern::Interner;
use crate::object::Class;
use crate::types;
use crate::types::exception::CLASSES;

macro_rules! registry {
    ($($field:ident: $($path:ident)::+ $(< $base:ident)?;)*) => {
        /// The built-in classes by their names (a `_` behind those that are Rust's words).
        #[expect(missing_docs, reason = "each field is the class it is called")]
        pub struct Types { $(pub $field: Rc<Class>),* }

        impl Types {
            pub(crate) fn new(interner: &mut Interner, version: &mut u32) -> Types {
                let object = make_native(&types::object::CLASS, &[], None, interner, version);
                $(let $field = registry!(@make object interner version $($path)::+ $(< $base)?);)*
                Types { $($field),* }
            }

            pub(crate) fn all(&self) -> Vec<&Rc<Class>> {
                vec![$(&self.$field),*]
            }
        }
    };
    (@make $object:ident $interner:ident $version:ident object::CLASS) => { $object.clone() };
    (@make $object:ident $interner:ident $version:ident $($path:ident)::+) => {
        make_native(&types::$($path)::+, std::slice::from_ref(&$object), None, $interner, $version)
    };
    (@make $object:ident $interner:ident $version:ident $($path:ident)::+ < $base:ident) => {
        make_native(&types::$($path)::+, std::slice::from_ref(&$base), None, $interner, $version)
    };
}

registry! {
    object: object::CLASS;
    type_: type_::CLASS;
    int: int::CLASS;
    bool: bool::CLASS < int;
    float: float::CLASS;
    str: str::CLASS;
    bytes: bytes::CLASS;
    list: list::CLASS;
    tuple: tuple::CLASS;
    dict: dict::CLASS;
    set: set::CLASS;
    frozenset: set::FROZEN;
    range: range::CLASS;
    slice: slice::CLASS;
    none_type: singletons::NONE;
    not_implemented_type: singletons::NOT_IMPLEMENTED;
    ellipsis_type: singletons::ELLIPSIS;
    function: function::CLASS;
    builtin_function: builtin_function::CLASS;
    frame_function: builtin_function::CLASS;
    wrapper_descriptor: wrapper_descriptor::CLASS;
    method_descriptor: method_descriptor::CLASS;
    getset_descriptor: getset_descriptor::CLASS;
    member_descriptor: member_descriptor::CLASS;
    method: method::CLASS;
    module: module::CLASS;
    cell: cell::CLASS;
    code: code::CLASS;
    generator: generator::CLASS;
    property: property::CLASS;
    staticmethod: staticmethod::CLASS;
    classmethod: classmethod::CLASS;
    super_: super_::CLASS;
    traceback: traceback::CLASS;
    mapping_proxy: mapping_proxy::CLASS;
    dict_keys: dict::views::KEYS;
    dict_values: dict::views::VALUES;
    dict_items: dict::views::ITEMS;
    list_iterator: iterators::LIST_ITERATOR;
    list_reverse_iterator: iterators::LIST_REVERSE_ITERATOR;
    tuple_iterator: iterators::TUPLE_ITERATOR;
    range_iterator: iterators::RANGE_ITERATOR;
    str_iterator: iterators::STR_ITERATOR;
    dict_key_iterator: iterators::DICT_KEY_ITERATOR;
    dict_value_iterator: iterators::DICT_VALUE_ITERATOR;
    dict_item_iterator: iterators::DICT_ITEM_ITERATOR;
    set_iterator: iterators::SET_ITERATOR;
    sequence_iterator: iterators::SEQUENCE_ITERATOR;
    native_iterator: iterators::NATIVE_ITERATOR;
    generic_alias: generic_alias::CLASS;
    union: union::CLASS;
}

macro_rules! exceptions {
    ($($field:ident = $name:literal),* $(,)?) => {
        /// The built-in exception classes, in snake case.
        #[expect(missing_docs, reason = "each field is the class it is called")]
        pub struct Exceptions { $(pub $field: Rc<Class>),* }

        impl Exceptions {
            pub(crate) fn new(
                object: &Rc<Class>,
                interner: &mut Interner,
                version: &mut u32,
            ) -> Exceptions {
                let mut made: Vec<(&str, Rc<Class>)> = Vec::new();
                for class in CLASSES {
                    let base = made.iter().find(|(name, _)| *name == class.base);
                    let base = base.map_or(object, |(_, base)| base).clone();
                    let new = make_native(&class.def, &[base], None, interner, version);
                    made.push((class.def.name, new));
                }
                let get = |wanted: &str| {
                    let found = made.iter().find(|(name, _)| *name == wanted);
                    found.expect("the table has them all").1.clone()
                };
                Exceptions { $($field: get($name)),* }
            }

            pub(crate) fn all(&self) -> Vec<&Rc<Class>> {
                vec![$(&self.$field),*]
            }
        }
    };
}

exceptions! {
    base_exception = "BaseException",
    exception = "Exception",
    generator_exit = "GeneratorExit",
    keyboard_interrupt = "KeyboardInterrupt",
    system_exit = "SystemExit",
    arithmetic_error = "ArithmeticError",
    floating_point_error = "FloatingPointError",
    overflow_error = "OverflowError",
    zero_division_error = "ZeroDivisionError",
    assertion_error = "AssertionError",
    attribute_error = "AttributeError",
    buffer_error = "BufferError",
    eof_error = "EOFError",
    import_error = "ImportError",
    module_not_found_error = "ModuleNotFoundError",
    lookup_error = "LookupError",
    index_error = "IndexError",
    key_error = "KeyError",
    memory_error = "MemoryError",
    name_error = "NameError",
    unbound_local_error = "UnboundLocalError",
    os_error = "OSError",
    file_not_found_error = "FileNotFoundError",
    file_exists_error = "FileExistsError",
    is_a_directory_error = "IsADirectoryError",
    not_a_directory_error = "NotADirectoryError",
    connection_error = "ConnectionError",
    permission_error = "PermissionError",
    timeout_error = "TimeoutError",
    reference_error = "ReferenceError",
    runtime_error = "RuntimeError",
    not_implemented_error = "NotImplementedError",
    recursion_error = "RecursionError",
    system_error = "SystemError",
    stop_async_iteration = "StopAsyncIteration",
    stop_iteration = "StopIteration",
    syntax_error = "SyntaxError",
    indentation_error = "IndentationError",
    tab_error = "TabError",
    type_error = "TypeError",
    value_error = "ValueError",
    unicode_error = "UnicodeError",
    unicode_decode_error = "UnicodeDecodeError",
    unicode_encode_error = "UnicodeEncodeError",
    unicode_translate_error = "UnicodeTranslateError",
    warning = "Warning",
    user_warning = "UserWarning",
    deprecation_warning = "DeprecationWarning",
    pending_deprecation_warning = "PendingDeprecationWarning",
    runtime_warning = "RuntimeWarning",
    syntax_warning = "SyntaxWarning",
    future_warning = "FutureWarning",
    import_warning = "ImportWarning",
    unicode_warning = "UnicodeWarning",
    bytes_warning = "BytesWarning",
    resource_warning = "ResourceWarning",
}
