//! Sites that were written for other generators.

pub mod expand;
pub mod mdbook;
mod summary;
