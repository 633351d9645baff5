//! The modules that a program can import.

pub mod builtins;
mod collections;
mod math;
mod re;
mod source;
mod sys;
mod traceback;
mod warnings;

use crate::vm::ModuleDef;
use source::python_module;

/// Every module but `builtins`, which the machine fills itself when it starts.
pub static MODULES: &[&ModuleDef] = &[
    python_module!("abc", "abc.py"),
    python_module!("collections.abc", "collections_abc.py"),
    python_module!("contextlib", "contextlib.py"),
    python_module!("copy", "copy.py"),
    python_module!("dataclasses", "dataclasses.py"),
    python_module!("datetime", "datetime.py"),
    python_module!("decimal", "decimal.py"),
    python_module!("enum", "enum.py"),
    python_module!("json", "json.py"),
    python_module!("pprint", "pprint.py"),
    python_module!("string", "string.py"),
    python_module!("textwrap", "textwrap.py"),
    python_module!("typing", "typing.py"),
    python_module!("__future__", "__future__.py"),
    python_module!("functools", "functools.py"),
    python_module!("io", "io.py"),
    python_module!("itertools", "itertools.py"),
    python_module!("logging", "logging.py"),
    python_module!("operator", "operator.py"),
    python_module!("types", "types.py"),
    python_module!("uuid", "uuid.py"),
    &collections::MODULE,
    &math::MODULE,
    &re::MODULE,
    &sys::MODULE,
    &traceback::MODULE,
    &warnings::MODULE,
];
