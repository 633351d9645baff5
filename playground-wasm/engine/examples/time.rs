//! The seconds of the fastest run of each program given: `cargo run --release -p engine --example time -- FILE...`.
//!
//! `benches/compare.py` runs the same programs on SQLAlchemy and in WebAssembly.

use std::time::{Duration, Instant};

use engine::{Limits, Options, Program, Source, SourceKind, run};

/// Each program is run over and over for so long, and three times at least.
const LONG_ENOUGH: Duration = Duration::from_millis(700);

fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        println!("{}", fastest(&text).as_secs_f64());
    }
}

fn fastest(text: &str) -> Duration {
    let program = Program {
        sources: vec![Source {
            name: "program.py".to_owned(),
            text: text.to_owned(),
            kind: SourceKind::Script,
            go_on: false,
        }],
    };
    let limits = Limits {
        fuel: u64::MAX,
        heap_bytes: 2 << 30,
        ..Limits::default()
    };
    let begun = Instant::now();
    let mut best = Duration::MAX;
    let mut runs = 0;
    while runs < 3 || begun.elapsed() < LONG_ENOUGH {
        let start = Instant::now();
        let report = run(&program, &limits, &Options::default());
        best = best.min(start.elapsed());
        assert!(report.failures.is_empty(), "{:?}", report.failures);
        runs += 1;
    }
    best
}
