//! When pages were last changed, asked of git once for all of them.

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

/// The date of the last commit of each file below `folder`, by its path below `root`. Empty where there is no git,
/// or nothing committed.
pub fn dates(root: &Path, folder: &str) -> HashMap<String, String> {
    let log = Command::new("git")
        .arg("-C")
        .arg(root)
        .args([
            "-c",
            "core.quotepath=off",
            "log",
            "--relative",
            "--name-only",
        ])
        .args(["--format=%x01%cs", "--", folder])
        .stderr(std::process::Stdio::null())
        .output();
    match log {
        Ok(log) if log.status.success() => read(&String::from_utf8_lossy(&log.stdout)),
        _ => HashMap::new(),
    }
}

/// The newest commits come first.
fn read(log: &str) -> HashMap<String, String> {
    let mut dates = HashMap::new();
    let mut date = "";
    for line in log.lines() {
        match line.strip_prefix('\u{1}') {
            Some(next) => date = next,
            None if line.is_empty() => {}
            None => {
                dates
                    .entry(line.to_owned())
                    .or_insert_with(|| date.to_owned());
            }
        }
    }
    dates
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_date_of_each_file() {
        let dates = read(
            "\u{1}2026-03-01\n\ncontent/a.md\n\u{1}2026-01-31\n\ncontent/a.md\ncontent/b c.md\n",
        );
        assert_eq!(dates["content/a.md"], "2026-03-01");
        assert_eq!(dates["content/b c.md"], "2026-01-31");
        assert_eq!(dates.len(), 2);
    }
}
