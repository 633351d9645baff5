//! Prints the seconds that the fastest of several runs of each script took: what `benches/compare.py` asks for.

use python::vm::{Settings, SourceText, Vm, with_stack};
use std::time::{Duration, Instant};

/// Each script is run for so long, and three times at least.
const LONG_ENOUGH: Duration = Duration::from_millis(700);

fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let (begun, mut runs, mut best) = (Instant::now(), 0, Duration::MAX);
        while runs < 3 || begun.elapsed() < LONG_ENOUGH {
            best = best.min(with_stack(|| run(&text)));
            runs += 1;
        }
        println!("{}", best.as_secs_f64());
    }
}

fn run(text: &str) -> Duration {
    let begun = Instant::now();
    let mut vm = Vm::new(Settings {
        fuel: u64::MAX,
        ..Settings::default()
    });
    let source = SourceText {
        name: "program.py",
        text,
        index: 0,
        statement: None,
    };
    assert_eq!(vm.run_source(source), Ok(()));
    vm.finish();
    begun.elapsed()
}
