//! Another program, run under a time limit.

use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What a program did.
#[derive(Debug)]
pub struct Finished {
    /// How it ended; `None` if its time was over.
    pub status: Option<ExitStatus>,
    /// What it wrote to standard output.
    pub stdout: String,
    /// What it wrote to standard error.
    pub stderr: String,
}

/// The bytes of each stream that are kept.
const MOST_BYTES: u64 = 4 << 20;

/// Runs a program on an input, in a folder. When its time is over it is ended, with all that it started.
pub fn run(
    command: &[String],
    folder: &Path,
    environment: &[(&str, &str)],
    input: &str,
    limit: Duration,
) -> io::Result<Finished> {
    let (program, arguments) = command
        .split_first()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "the command is empty"))?;
    let mut process = Command::new(program);
    process
        .args(arguments)
        .envs(environment.iter().copied())
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut process, 0);
    let mut child = process.spawn()?;
    let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
    thread::scope(|scope| {
        scope.spawn(move || {
            // A program need not read its input.
            let _ = stdin.map(|mut stdin| stdin.write_all(input.as_bytes()));
        });
        let stdout = scope.spawn(move || read(stdout));
        let stderr = scope.spawn(move || read(stderr));
        let status = wait(&mut child, limit)?;
        let text = |handle: thread::ScopedJoinHandle<'_, io::Result<String>>| {
            handle.join().unwrap_or_else(|_| Ok(String::new()))
        };
        Ok(Finished {
            status,
            stdout: text(stdout)?,
            stderr: text(stderr)?,
        })
    })
}

fn read(stream: Option<impl Read>) -> io::Result<String> {
    let mut bytes = Vec::new();
    if let Some(mut stream) = stream {
        stream.by_ref().take(MOST_BYTES).read_to_end(&mut bytes)?;
        // The rest is taken off its hands, so that it does not wait for a reader.
        io::copy(&mut stream, &mut io::sink())?;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn wait(child: &mut Child, limit: Duration) -> io::Result<Option<ExitStatus>> {
    let begin = Instant::now();
    let mut pause = Duration::from_micros(200);
    loop {
        if let Some(status) = child.try_wait()? {
            // What it left running would hold its streams open.
            end(child);
            return Ok(Some(status));
        }
        if begin.elapsed() >= limit {
            end(child);
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

/// Ends a program and all that it started.
fn end(child: &mut Child) {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id())
        .ok()
        .and_then(rustix::process::Pid::from_raw)
    {
        let _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
    }
    let _ = child.kill();
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn sh(script: &str, input: &str, limit: u64) -> Finished {
        let command = ["sh", "-c", script].map(String::from);
        let limit = Duration::from_millis(limit);
        run(&command, Path::new("/"), &[("NAME", "x")], input, limit).unwrap()
    }

    #[test]
    fn streams_and_status() {
        let finished = sh("cat; echo $NAME >&2; exit 3", "in\n", 60_000);
        assert_eq!(finished.status.unwrap().code(), Some(3));
        assert_eq!(
            (finished.stdout.as_str(), finished.stderr.as_str()),
            ("in\n", "x\n")
        );
    }

    #[test]
    fn what_takes_too_long_is_ended_with_its_children() {
        let begin = Instant::now();
        let finished = sh("echo begun; sleep 600 & sleep 600", "", 300);
        assert!(finished.status.is_none());
        assert_eq!(finished.stdout, "begun\n");
        assert!(begin.elapsed() < Duration::from_secs(300));
    }

    #[test]
    fn what_it_leaves_running_does_not_hold_the_build_up() {
        let begin = Instant::now();
        assert_eq!(sh("sleep 600 & echo done", "", 60_000).stdout, "done\n");
        assert!(begin.elapsed() < Duration::from_secs(300));
    }
}
