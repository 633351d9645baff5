//! The command line of the generator.

use std::process::ExitCode;

fn main() -> ExitCode {
    site_gen::cli::main()
}
