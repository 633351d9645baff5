//! SQL expressions.

pub mod clause;
pub mod operator;
