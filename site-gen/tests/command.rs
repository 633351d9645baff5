//! The command line, as a process.

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn site_gen(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_site-gen"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("site-gen starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin
        .write_all(input.as_bytes())
        .expect("it reads its input");
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

#[test]
fn a_file_that_cannot_be_read_is_status_2() {
    let output = site_gen(&["run", "no such file.py"], "");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stdout), "");
    assert!(text(&output.stderr).contains("cannot read no such file.py"));
}

#[test]
fn a_failed_check_is_status_1() {
    let empty = tempfile::tempdir().unwrap();
    let root = empty.path().to_str().unwrap();
    let output = site_gen(&["check", "--root", root], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("there is no site.toml"));
}

#[test]
fn a_script_from_standard_input() {
    let output = site_gen(&["run", "-"], "print('out')\n1 / 0\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(text(&output.stdout), "out\n");
    assert_eq!(
        text(&output.stderr),
        "Traceback (most recent call last):\n  File \"<stdin>\", line 2, in <module>\n\
         ZeroDivisionError: division by zero\n"
    );
}

#[test]
fn a_session_prints_what_the_prompt_would() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pycon");
    std::fs::write(&path, ">>> 1 + 1\n3\n>>> 1 / 0\n>>> print('on')\n").unwrap();
    let output = site_gen(&["run", path.to_str().unwrap()], "");
    assert_eq!(text(&output.stdout), "2\non\n");
    assert!(text(&output.stderr).ends_with("ZeroDivisionError: division by zero\n"));
    assert_eq!(output.status.code(), Some(0));
}
