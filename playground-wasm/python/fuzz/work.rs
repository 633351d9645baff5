//! What the fuzz targets do with a text, and the ordinary tests with the kept corpus.
#![allow(dead_code, reason = "each target uses one of them")]

use python::code::SourceFile;
use python::compiler::{Mode, Options};
use python::object::Heap;
use python::syntax;
use python::vm::{Settings, SourceText, Vm, with_stack};

/// Everything that reads a text without compiling it.
pub fn parse(text: &str) {
    let transcript = syntax::transcript_tokens(text);
    for token in syntax::tokens(text).iter().chain(&transcript) {
        let (start, end) = (token.start, token.end);
        assert!(text.get(start..end).is_some(), "{start}..{end}");
    }
    for statement in syntax::statements(text) {
        let file = SourceFile::new("<stdin>", &statement.code, None);
        let _ = syntax::check(&file, Options::new(Mode::Single));
    }
}

/// Compiles a text as a module, as a statement at a prompt and as an expression.
pub fn compile(text: &str) {
    let mut vm = Vm::new(small());
    for mode in [Mode::Module, Mode::Single, Mode::Eval] {
        let _ = vm.compile_text(text, "<fuzz>", mode, false);
    }
    vm.finish();
}

/// Runs a text under small limits; nothing of it may be left.
pub fn run(text: &str) {
    with_stack(|| {
        let mut vm = Vm::new(small());
        let source = SourceText {
            name: "fuzz.py",
            text,
            index: 0,
            statement: None,
        };
        let _ = vm.run_source(source);
        drop(vm.take_output());
        vm.finish();
        assert_eq!(Heap::bytes(), 0, "bytes left behind");
    });
}

fn small() -> Settings {
    Settings {
        fuel: 50_000,
        heap_bytes: 16 << 20,
        output_bytes: 1 << 16,
        ..Settings::default()
    }
}
