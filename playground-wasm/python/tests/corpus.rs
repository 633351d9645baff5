//! The fuzz targets' work over the kept corpus and every recorded program, whole and cut short, without the
//! fuzzer.

#[path = "../fuzz/work.rs"]
mod work;

use std::path::Path;
use std::time::{Duration, Instant};
use walkdir::WalkDir;

/// When the box is full the pass ends; the corpus proper comes first.
const TIME_BOX: Duration = Duration::from_secs(20);

#[test]
fn the_kept_corpus_is_no_danger() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let begun = Instant::now();
    let mut texts = 0;
    for folder in ["fuzz/corpus", "tests/programs"] {
        for entry in WalkDir::new(here.join(folder)).sort_by_file_name() {
            let path = entry.expect("a readable folder").into_path();
            let extension = path.extension().and_then(|name| name.to_str());
            if !path.is_file() || matches!(extension, Some("expected" | "txt")) {
                continue;
            }
            let bytes = std::fs::read(&path).expect("a readable file");
            let Ok(text) = String::from_utf8(bytes) else {
                continue;
            };
            let middle = text.floor_char_boundary(text.len() / 2);
            for text in [&text[..], &text[..middle], &text[middle..]] {
                work::parse(text);
                work::compile(text);
                work::run(text);
                texts += 1;
            }
            if begun.elapsed() > TIME_BOX {
                println!("{texts} texts in {TIME_BOX:?}; the rest is left for another time");
                return;
            }
        }
    }
    println!("{texts} texts");
}
