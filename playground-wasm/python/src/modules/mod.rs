//! The modules that a program can import.

pub mod builtins;

use crate::vm::ModuleDef;

/// Every module but `builtins`, which the machine fills itself when it starts.
pub static MODULES: &[&ModuleDef] = &[];
