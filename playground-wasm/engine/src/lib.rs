//! The relationship engine: a program in, a report out.
//!
//! A [`Program`] is an ordered list of named sources that share one `__main__`; [`run`] executes it in
//! a fresh interpreter under [`Limits`] and answers a [`Report`]. The same program gives the same report
//! on every machine: there is no clock, no randomness and no address in it.

pub mod complete;
pub mod exc;
mod ext;
pub mod handle;
mod modules;
pub mod native;
pub mod orm;
pub mod program;
pub mod report;
mod run;
pub mod schema;
pub mod sql;
mod value;

pub use program::{Limits, Options, Program, Source, SourceKind};
pub use python::vm::{STACK, promise_deep_stack};
pub use report::{Chunk, Explanation, Failure, Outcome, Report, Step, Stream, Trace};
pub use run::{check, run, script, statements, tokens};
