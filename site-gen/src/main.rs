//! The command line of the generator.

use std::process::ExitCode;

/// Pages are many small strings, made and dropped on all cores.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    site_gen::cli::main()
}
