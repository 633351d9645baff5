//! A Python for documentation: syntax to bytecode to a small virtual machine, under limits.
//!
//! It knows nothing of SQLAlchemy, browsers or pages: a host registers native modules, classes and
//! attribute hooks with it.

pub mod code;
pub mod compiler;
pub mod modules;
pub mod object;
pub mod syntax;
pub mod types;
pub mod vm;

pub use syntax::{Statement, SyntaxError, SyntaxErrorKind, Token, TokenClass};
