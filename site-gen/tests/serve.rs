//! The server: what it answers, what it does not, and that it follows edits.

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use common::Site;
use site_gen::pipeline::Options;
use site_gen::serve::Server;

/// A server on a free port, after its first build.
fn serve(options: Options) -> SocketAddr {
    let server = Server::bind(options, ([127, 0, 0, 1], 0).into()).expect("a free port");
    let url = server.url();
    let address = url
        .split('/')
        .nth(2)
        .expect("a host")
        .parse()
        .expect("an address");
    let (sender, built) = mpsc::channel();
    thread::spawn(move || {
        server.run(move |_| {
            // Only the first build is waited for.
            let _ = sender.send(());
        })
    });
    built.recv().expect("a first build");
    address
}

fn connect(address: SocketAddr, target: &str) -> TcpStream {
    let mut stream = TcpStream::connect(address).expect("a server");
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    write!(
        stream,
        "GET {target} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    stream
}

/// The whole answer, head and body.
fn get(address: SocketAddr, target: &str) -> String {
    let mut answer = Vec::new();
    connect(address, target)
        .read_to_end(&mut answer)
        .expect("an answer");
    String::from_utf8_lossy(&answer).into_owned()
}

fn site() -> Site {
    let site = Site::new(&[
        ("content/index.md", "# Home\n"),
        ("content/faq.md", "# FAQ\n"),
    ]);
    site.write("static/app.wasm", b"\0asm");
    site.write("secret.txt", "secret");
    site
}

#[test]
fn pages_and_files_with_their_types_and_the_policy() {
    let site = site();
    let address = serve(site.options());
    let home = get(address, "/");
    assert!(home.starts_with("HTTP/1.1 200"), "{home}");
    assert!(
        home.contains("content-type: text/html; charset=utf-8"),
        "{home}"
    );
    assert!(
        home.contains("content-security-policy: default-src 'none';"),
        "{home}"
    );
    assert!(home.contains("<title>Home</title>"), "{home}");
    assert!(
        home.contains("<script type=\"module\" src=\"/__site-gen/reload.js?version="),
        "{home}"
    );
    assert!(get(address, "/app.wasm").contains("content-type: application/wasm"));
    let reload = get(address, "/__site-gen/reload.js");
    assert!(reload.contains("content-type: text/javascript"), "{reload}");
    let moved = get(address, "/faq");
    assert!(
        moved.starts_with("HTTP/1.1 307") && moved.contains("location: /faq/"),
        "{moved}"
    );
}

#[test]
fn nothing_outside_the_site() {
    let site = site();
    let address = serve(site.options());
    for target in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/faq/../../secret.txt",
        "//etc/passwd",
        "/content/index.md",
        "/site.toml",
        "/.site-gen",
    ] {
        let answer = get(address, target);
        assert!(answer.starts_with("HTTP/1.1 404"), "{target}: {answer}");
        assert!(!answer.contains("secret"), "{target}: {answer}");
    }
}

#[test]
fn below_the_path_of_the_base_url() {
    let site = site();
    let options = Options {
        base_url: Some("https://example.org/sub/".into()),
        ..site.options()
    };
    let address = serve(options);
    assert!(get(address, "/").contains("location: /sub/"));
    assert!(get(address, "/sub/faq/").contains("<title>FAQ</title>"));
    assert!(get(address, "/faq/").starts_with("HTTP/1.1 404"));
}

#[test]
fn an_edit_reaches_the_reader_and_an_error_goes_away_when_it_is_mended() {
    let site = site();
    let address = serve(site.options());
    let mut events = BufReader::new(connect(address, "/__site-gen/events")).lines();
    let mut next = move || {
        let line = events.find_map(|line| {
            let line = line.expect("an event in time");
            line.strip_prefix("data: ").map(str::to_owned)
        });
        serde_json::from_str::<serde_json::Value>(&line.expect("an event")).expect("JSON")
    };
    let first = next();
    assert_eq!(first["error"], serde_json::Value::Null);

    site.write("content/faq.md", "# Questions\n");
    let edited = next();
    assert!(edited["version"].as_u64() > first["version"].as_u64());
    assert!(get(address, "/faq/").contains("<title>Questions</title>"));

    site.write("content/faq.md", "[<b>](gone.md)\n");
    let broken = wait_for(&mut next, |event| event["error"].is_string());
    let told = broken["error"].as_str().unwrap();
    assert!(told.contains("content/faq.md:1:7"), "{told}");
    assert_eq!(broken["version"], edited["version"]);
    assert!(get(address, "/faq/").contains("<title>Questions</title>"));

    site.write("content/faq.md", "# Mended\n");
    wait_for(&mut next, |event| event["error"].is_null());
    assert!(get(address, "/faq/").contains("<title>Mended</title>"));
}

/// A write may be seen half done: the first event after it need not be the last.
fn wait_for(
    next: &mut impl FnMut() -> serde_json::Value,
    wanted: impl Fn(&serde_json::Value) -> bool,
) -> serde_json::Value {
    let deadline = Instant::now() + Duration::from_secs(10);
    while Instant::now() < deadline {
        let event = next();
        if wanted(&event) {
            return event;
        }
    }
    panic!("the event did not come");
}

#[test]
fn a_site_that_cannot_be_built_yet_says_so() {
    let site = site();
    site.write("content/index.md", "[a](gone.md)\n");
    let address = serve(site.options());
    let answer = get(address, "/");
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert!(answer.contains("/__site-gen/reload.js"), "{answer}");
}

/// Changes a file and waits until the page shows it.
fn follows(site: &Site, address: SocketAddr, path: &str, text: &str, page: &str, shown: &str) {
    site.write(path, text);
    let begin = Instant::now();
    while !get(address, page).contains(shown) {
        assert!(
            begin.elapsed() < Duration::from_secs(60),
            "{path} is not followed"
        );
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn files_that_pages_include_are_followed() {
    let site = site();
    site.write("examples/a.toml", "x = 1\n");
    site.write(
        "content/index.md",
        "```text {include=\"../examples/a.toml\"}\n```\n",
    );
    let address = serve(site.options());
    assert!(get(address, "/").contains("x = 1"));
    follows(&site, address, "examples/a.toml", "x = 2\n", "/", "x = 2");
}

#[test]
fn a_book_of_mdbook_is_followed() {
    let site = site();
    site.remove("site.toml");
    site.write("book.toml", "[book]\ntitle = \"B\"\n");
    site.write("src/SUMMARY.md", "- [One](one.md)\n");
    site.write("src/one.md", "# One\n\nbefore\n");
    let address = serve(site.options());
    assert!(get(address, "/one/").contains("before"));
    follows(
        &site,
        address,
        "src/one.md",
        "# One\n\nafter\n",
        "/one/",
        "after",
    );
}
