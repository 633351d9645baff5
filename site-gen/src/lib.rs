//! The generator: content in, pages out. [`pipeline`] shows the whole way in one file.

// A diagnostic is large because it carries its place; it is made once per mistake, never in a hot path.
#![allow(clippy::result_large_err)]

pub mod assets;
pub mod bundle;
pub mod cli;
pub mod commands;
pub mod config;
pub mod content;
pub mod diagnostic;
pub mod digest;
pub mod examples;
pub mod external;
pub mod extras;
pub mod glossary;
pub mod highlight;
pub mod import;
pub mod index;
pub mod markdown;
pub mod navigation;
pub mod offline;
pub mod output;
pub mod pipeline;
pub mod playground;
pub mod process;
pub mod render;
pub mod run_file;
pub mod serve;
pub mod source;
pub mod testing;
pub mod theme;
pub mod timing;
pub mod toml_table;
pub mod wasm;
pub mod write;
