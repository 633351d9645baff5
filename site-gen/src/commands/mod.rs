//! The commands of the command line that are more than a call of the pipeline.

pub mod new;
pub mod test;
