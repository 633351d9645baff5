//! The engine as the site ships it: it builds, works, and is small enough to wait for.

use site_gen::wasm::{self, Built, MODULE, Paths, SCRIPT};
use std::{fs, io::Write, path::Path};

/// What a reader downloads before the first block runs: module and script, as a server sends them.
///
/// 682 KB were Python and the relationships; steps, explanations of every change, and completion with a line about each
/// parameter made 723 of them.
const BUDGET_BYTES: usize = 740 * 1024;

#[test]
#[ignore = "compiles the engine for the browser, which takes minutes; make test includes it"]
fn the_engine_builds_once_and_is_small() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let paths = Paths::of(workspace);
    wasm::build(&paths, &mut |step| eprintln!("{step}")).unwrap_or_else(|error| panic!("{error}"));
    let again = wasm::build(&paths, &mut |step| panic!("{step}")).unwrap();
    assert_eq!(again, Built::UpToDate);

    let sizes = [MODULE, SCRIPT].map(|name| {
        let content = fs::read(paths.output.join(name)).unwrap();
        let compressed = brotli(&content);
        println!("{name}: {} bytes, brotli {compressed}", content.len());
        compressed
    });
    let total: usize = sizes.iter().sum();
    println!(
        "together, brotli: {} KB of {} KB",
        total / 1024,
        BUDGET_BYTES / 1024
    );
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
