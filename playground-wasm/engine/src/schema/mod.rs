//! Tables and what they are made of.

pub mod column;
pub mod constraint;
pub mod foreign_key;
pub mod metadata;
pub mod table;
pub mod types;
