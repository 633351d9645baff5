//! What a reader downloads before reading: small enough not to be noticed.

use std::io::Write;
use std::path::Path;

use site_gen::pipeline::{self, Options};

/// HTML, CSS and JavaScript of a page, compressed, before the engine.
const BUDGET_BYTES: usize = 60 * 1024;

#[test]
fn the_faq_is_small() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let options = Options {
        root: root.to_owned(),
        ..Options::default()
    };
    let site = pipeline::assemble(&options).output;
    let page = &site.get("faq/index.html").expect("the page").bytes;
    let html = std::str::from_utf8(page).unwrap();
    let base_path = "/";
    let loaded = html
        .split('"')
        .filter_map(|value| value.strip_prefix(base_path));
    let loaded: Vec<&str> = loaded
        .filter(|path| path.ends_with(".css") || path.ends_with(".js"))
        .collect();
    assert!(
        loaded.iter().any(|path| path.ends_with("site.css")),
        "{loaded:?}"
    );
    assert!(
        loaded.iter().any(|path| path.ends_with("playground.js")),
        "{loaded:?}"
    );

    let mut total = brotli(page);
    println!("faq/index.html: {total} bytes, compressed");
    for path in loaded {
        // The engine's own script comes with the engine.
        let Some(file) = site.get(path) else { continue };
        let size = brotli(&file.bytes);
        println!("{path}: {size} bytes, compressed");
        total += size;
    }
    assert!(
        total <= BUDGET_BYTES,
        "{total} bytes are more than {BUDGET_BYTES}"
    );
}

fn brotli(content: &[u8]) -> usize {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, 22);
    writer.write_all(content).unwrap();
    drop(writer);
    compressed.len()
}
