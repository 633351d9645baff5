//! `BaseException` and the classes derived from it.

use crate::object::{ClassDef, Layout, MethodDef};

/// A built-in exception class and the name of the one it derives from.
pub struct ExceptionClass {
    /// The class.
    pub def: ClassDef,
    /// Its base; empty for `BaseException`.
    pub base: &'static str,
}

macro_rules! exceptions {
    ($($name:literal: $base:literal = $methods:expr;)*) => {
        /// The built-in exception classes, bases before those derived from them.
        pub static CLASSES: &[ExceptionClass] = &[$(ExceptionClass {
            def: ClassDef {
                name: $name,
                module: "builtins",
                layout: Layout::Exception,
                subclassable: true,
                methods: $methods,
                doc: "",
            },
            base: $base,
        }),*];
    };
}

const NONE: &[MethodDef] = &[];

exceptions! {
    "BaseException": "" = NONE;
    "Exception": "BaseException" = NONE;
    "GeneratorExit": "BaseException" = NONE;
    "KeyboardInterrupt": "BaseException" = NONE;
    "SystemExit": "BaseException" = NONE;
    "ArithmeticError": "Exception" = NONE;
    "FloatingPointError": "ArithmeticError" = NONE;
    "OverflowError": "ArithmeticError" = NONE;
    "ZeroDivisionError": "ArithmeticError" = NONE;
    "AssertionError": "Exception" = NONE;
    "AttributeError": "Exception" = NONE;
    "BufferError": "Exception" = NONE;
    "EOFError": "Exception" = NONE;
    "ImportError": "Exception" = NONE;
    "ModuleNotFoundError": "ImportError" = NONE;
    "LookupError": "Exception" = NONE;
    "IndexError": "LookupError" = NONE;
    "KeyError": "LookupError" = NONE;
    "MemoryError": "Exception" = NONE;
    "NameError": "Exception" = NONE;
    "UnboundLocalError": "NameError" = NONE;
    "OSError": "Exception" = NONE;
    "FileNotFoundError": "OSError" = NONE;
    "PermissionError": "OSError" = NONE;
    "TimeoutError": "OSError" = NONE;
    "ReferenceError": "Exception" = NONE;
    "RuntimeError": "Exception" = NONE;
    "NotImplementedError": "RuntimeError" = NONE;
    "RecursionError": "RuntimeError" = NONE;
    "StopIteration": "Exception" = NONE;
    "SyntaxError": "Exception" = NONE;
    "IndentationError": "SyntaxError" = NONE;
    "TabError": "IndentationError" = NONE;
    "TypeError": "Exception" = NONE;
    "ValueError": "Exception" = NONE;
    "UnicodeError": "ValueError" = NONE;
    "UnicodeDecodeError": "UnicodeError" = NONE;
    "UnicodeEncodeError": "UnicodeError" = NONE;
    "Warning": "Exception" = NONE;
    "UserWarning": "Warning" = NONE;
    "DeprecationWarning": "Warning" = NONE;
    "PendingDeprecationWarning": "Warning" = NONE;
    "RuntimeWarning": "Warning" = NONE;
    "SyntaxWarning": "Warning" = NONE;
    "FutureWarning": "Warning" = NONE;
    "ImportWarning": "Warning" = NONE;
    "UnicodeWarning": "Warning" = NONE;
    "BytesWarning": "Warning" = NONE;
    "ResourceWarning": "Warning" = NONE;
}
