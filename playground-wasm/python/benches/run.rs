//! The programs of `programs/`, each run whole in a fresh machine: `cargo bench -p python`.
//!
//! `compare.py` runs the same programs on CPython and in WebAssembly.

use divan::Bencher;
use python::vm::{Settings, SourceText, Vm, with_stack};

fn main() {
    divan::main();
}

macro_rules! rows {
    ($($name:ident),*) => {$(
        #[divan::bench]
        fn $name(bencher: Bencher) {
            measure(bencher, include_str!(concat!("programs/", stringify!($name), ".py")));
        }
    )*};
}

rows!(
    attributes, calls, dicts, fib, generators, lists, methods, objects, strings
);

fn measure(bencher: Bencher, text: &'static str) {
    let run = || {
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
    };
    bencher.bench_local(|| with_stack(run));
}
