//! Commands around a site: new, completions, help, colours, links to other sites.

mod common;

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::process::{Command, Output, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use common::Site;
use insta::assert_snapshot;

fn site_gen(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_site-gen"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("site-gen starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

#[test]
fn a_new_site_builds_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("my site");
    let site = site.to_str().unwrap();
    let output = site_gen(&["new", site]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let told = text(&output.stdout).replace(site, "SITE");
    assert_eq!(
        told,
        "SITE: a site of 5 files\nnext: site-gen serve --root SITE\n"
    );
    let checked = site_gen(&["check", "--root", site, "--deny-warnings"]);
    assert!(checked.status.success(), "{}", text(&checked.stderr));
    let tested = site_gen(&["test", "--root", site]);
    assert!(tested.status.success(), "{}", text(&tested.stdout));

    let before = std::fs::read(format!("{site}/site.toml")).unwrap();
    let refused = site_gen(&["new", site]);
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(
        text(&refused.stderr).replace(site, "SITE"),
        "site-gen: SITE is not empty; name a new folder\n"
    );
    assert_eq!(std::fs::read(format!("{site}/site.toml")).unwrap(), before);
}

#[test]
fn completions_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = site_gen(&["completions", shell]);
        assert!(output.status.success());
        assert!(text(&output.stdout).contains("deny-warnings"), "{shell}");
    }
}

#[test]
fn help_teaches() {
    assert_snapshot!(text(&site_gen(&["test", "--help"]).stdout));
    for command in ["build", "check", "serve", "test", "new"] {
        let help = text(&site_gen(&[command, "--help"]).stdout);
        assert!(help.contains("Examples:"), "{command}: {help}");
    }
}

/// A pseudo-terminal is Python's to make.
#[cfg(unix)]
#[test]
fn colours_on_a_terminal_only() {
    let site = Site::new(&[("content/index.md", "[a](gone.md)\n")]);
    let root = site.root().to_str().unwrap();
    let on_terminal = |environment: &[(&str, &str)]| {
        let script = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)";
        let mut python = Command::new("python3");
        python.args([
            "-c",
            script,
            env!("CARGO_BIN_EXE_site-gen"),
            "check",
            "--root",
            root,
        ]);
        python.env_remove("NO_COLOR").env("TERM", "xterm-256color");
        python
            .envs(environment.iter().copied())
            .stdin(Stdio::null());
        text(&python.output().expect("python3").stdout)
    };
    let coloured = on_terminal(&[]);
    assert!(
        coloured.contains('\u{1b}') && coloured.contains("broken link"),
        "{coloured}"
    );
    let plain = on_terminal(&[("NO_COLOR", "1")]);
    assert!(
        !plain.contains('\u{1b}') && plain.contains("broken link"),
        "{plain}"
    );
    let piped = site_gen(&["check", "--root", root]);
    assert!(!text(&piped.stderr).contains('\u{1b}'));
}

/// A server that knows a few pages, and what it was asked for.
fn server() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let Ok(mut stream) = stream else { return };
            let log = Arc::clone(&log);
            std::thread::spawn(move || {
                let mut reader = BufReader::new(stream.try_clone().unwrap());
                let mut first = String::new();
                if reader.read_line(&mut first).is_err() || first.is_empty() {
                    return;
                }
                let mut line = String::new();
                while reader.read_line(&mut line).is_ok_and(|read| read > 2) {
                    line.clear();
                }
                let request = first.trim_end().trim_end_matches(" HTTP/1.1").to_owned();
                log.lock().unwrap().push(request.clone());
                let answer = match request.as_str() {
                    "HEAD /ok" | "GET /no-head" => "200 OK\r\n",
                    "HEAD /no-head" => "405 Method Not Allowed\r\n",
                    "HEAD /moved" => "301 Moved\r\nLocation: /ok\r\n",
                    "HEAD /circle" | "GET /circle" => "302 Found\r\nLocation: /circle\r\n",
                    "HEAD /closed" | "GET /closed" => "403 Forbidden\r\n",
                    "HEAD /slow" => {
                        std::thread::sleep(Duration::from_secs(60));
                        return;
                    }
                    _ => "404 Not Found\r\n",
                };
                let _ = write!(
                    stream,
                    "HTTP/1.1 {answer}Content-Length: 0\r\nConnection: close\r\n\r\n"
                );
            });
        }
    });
    (address, asked)
}

#[test]
fn links_to_other_sites() {
    let (address, asked) = server();
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let site = Site::new(&[]);
    site.write(
        "content/index.md",
        format!(
            "[ok]({address}/ok#part) [again]({address}/ok) [moved]({address}/moved) [no head]({address}/no-head)\n\
             [gone]({address}/gone) [circle]({address}/circle)\n[closed]({address}/closed) [slow]({address}/slow)\n[nobody](http://{closed}/x) <mailto:a@b.org>\n"
        ),
    );
    let root = site.root().to_str().unwrap();
    let check = || site_gen(&["check", "--root", root, "--external", "--timeout", "2"]);
    let output = check();
    assert_eq!(output.status.code(), Some(1));
    let told = text(&output.stderr)
        .replace(&address, "http://server")
        .replace(&closed.to_string(), "closed");
    let marks = regex::Regex::new(r"(?m)^(\s*\|\s+)\^+$|^.*-->.*$|^\d+ \| .*$").unwrap();
    assert_snapshot!(marks.replace_all(&told, "$1"));
    // What was good is not asked for again; the rest is.
    asked.lock().unwrap().clear();
    check();
    let asked = asked.lock().unwrap();
    assert!(
        asked.iter().any(|request| request == "GET /gone"),
        "{asked:?}"
    );
    assert!(
        !asked
            .iter()
            .any(|request| request.ends_with("/no-head") || request.ends_with("/moved")),
        "{asked:?}"
    );
}

#[test]
fn without_a_network_there_is_one_remark() {
    let closed = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let site = Site::new(&[]);
    site.write(
        "content/index.md",
        format!("[a](http://{closed}/a) [b](http://{closed}/b)\n"),
    );
    let output = site_gen(&[
        "check",
        "--root",
        site.root().to_str().unwrap(),
        "--external",
    ]);
    assert_eq!(output.status.code(), Some(0));
    assert_snapshot!(text(&output.stderr));
}
