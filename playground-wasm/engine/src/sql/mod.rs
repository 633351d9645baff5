//! SQL expressions.

pub mod clause;
pub mod coercion;
pub mod compiler;
pub mod constructors;
pub mod element;
mod function;
pub mod join;
pub mod operator;
pub(crate) mod operators;
mod quoting;
pub mod traverse;
