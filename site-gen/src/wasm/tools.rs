//! Other people's programs: is one there, and what does it answer?

use std::process::{Command, Stdio};

/// The standard output of a command that succeeds, without the white space around it; `None` if it is not
/// there or fails.
pub(super) fn answer(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command to its end, with what it says going to our standard error; answers how it failed, if it did.
pub(super) fn run(command: &mut Command) -> Result<(), String> {
    let status = command
        .stdin(Stdio::null())
        .stdout(std::io::stderr())
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(status.to_string()),
        Err(error) => Err(error.to_string()),
    }
}

/// A command as a person would type it.
pub(super) fn line(command: &Command) -> String {
    let settings = command
        .get_envs()
        .filter_map(|(name, value)| Some(format!("{}={}", name.display(), value?.display())));
    let words = std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|word| word.display().to_string());
    settings.chain(words).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_answers_nothing() {
        assert_eq!(answer(&mut Command::new("no-such-program")), None);
        assert!(run(&mut Command::new("no-such-program")).is_err());
    }

    #[test]
    fn a_line_reads_as_typed() {
        let mut command = Command::new("cargo");
        command
            .args(["build", "--release"])
            .env("RUSTC", "/usr/bin/rustc")
            .env_remove("CARGO");
        assert_eq!(line(&command), "RUSTC=/usr/bin/rustc cargo build --release");
    }
}
