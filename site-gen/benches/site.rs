//! How long this repository's site takes, from content to pages in memory.

use site_gen::pipeline::{Options, assemble};
use std::{
    path::Path,
    time::{Duration, Instant},
};

const ROUNDS: usize = 20;

fn main() {
    let options = Options {
        root: Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .unwrap()
            .to_owned(),
        ..Options::default()
    };
    let assembled = assemble(&options);
    assert!(
        !assembled.diagnostics.have_errors(),
        "site-gen check tells what is wrong with the site"
    );
    report("the site, examples and all", || {
        assemble(&options);
    });
}

/// Prints the median of some rounds, and the spread.
fn report(what: &str, mut round: impl FnMut()) {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            round();
            start.elapsed()
        })
        .collect();
    times.sort();
    let [fastest, median, slowest] = [0, ROUNDS / 2, ROUNDS - 1].map(|index| times[index]);
    println!("{what}: {median:.1?} (from {fastest:.1?} to {slowest:.1?}, {ROUNDS} rounds)");
}
