//! The compact form that programs are compiled to: instructions over registers.
//!
//! A frame has registers. The first ones are the function's local variables (parameters first, in the
//! order positional, keyword-only, `*args`, `**kwargs`), the rest are temporaries. Each temporary is written
//! once and read once: **an instruction that reads a temporary consumes it**, leaving it `Unbound`, so that
//! objects die as promptly as on CPython's value stack (the exceptions say "keeps"). Reading a local copies.
//! Temporaries are allocated as a stack: an instruction's result usually goes where its first operand was.
//!
//! Where an instruction can take one of two ways, it *skips*: the following instruction, always a `Jump`,
//! is executed or passed over. That keeps every instruction at eight bytes.

mod op;

pub use op::{BinaryOperator, CompareOperator, Conversion, Op, Reg};

use std::borrow::Cow;
use std::cell::{Cell, OnceCell};
use std::rc::Rc;
use std::sync::Arc;

use crate::object::{Str, Value};

/// A text that code was compiled from.
pub struct SourceFile {
    /// The name shown in tracebacks.
    pub name: Rc<str>,
    /// The text.
    pub text: Cow<'static, str>,
    /// Byte offset of the start of each line, once it was asked for.
    line_starts: OnceCell<Vec<u32>>,
    /// Index of the source in the program, for the host; `None` for text given to `exec` and `eval`.
    pub index: Option<usize>,
    /// Whether it is a module that comes with the machine: tracebacks leave its frames out.
    pub library: bool,
    /// Added to a line of the text for the line to report: a transcript's statements are compiled one by one.
    pub first_line: u32,
}

impl SourceFile {
    /// A text.
    pub fn new(name: &str, text: &str, index: Option<usize>) -> Rc<SourceFile> {
        SourceFile::starting_at(name, text, index, 0)
    }

    /// The text of a module that comes with the machine.
    pub fn of_library(name: &str, text: &'static str) -> Rc<SourceFile> {
        Rc::new(SourceFile {
            library: true,
            ..SourceFile::of(name, text.into(), None, 0)
        })
    }

    /// As [`SourceFile::new`], for a text that stands `first_line` lines down in its file.
    pub fn starting_at(
        name: &str,
        text: &str,
        index: Option<usize>,
        first_line: u32,
    ) -> Rc<SourceFile> {
        let text = text.to_owned().into();
        Rc::new(SourceFile::of(name, text, index, first_line))
    }

    fn of(
        name: &str,
        text: Cow<'static, str>,
        index: Option<usize>,
        first_line: u32,
    ) -> SourceFile {
        SourceFile {
            name: name.into(),
            line_starts: OnceCell::new(),
            text,
            index,
            library: false,
            first_line,
        }
    }

    /// Byte offset of the start of each line.
    pub fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = self.text.match_indices('\n').map(|(at, _)| at as u32 + 1);
            std::iter::once(0).chain(ends).collect()
        })
    }

    /// The 1-based line of the text that a byte offset is on (without [`SourceFile::first_line`]).
    pub fn line_of(&self, offset: u32) -> usize {
        self.line_starts().partition_point(|start| *start <= offset)
    }

    /// The text of a 1-based line, without its end.
    pub fn line_text(&self, line: usize) -> &str {
        let Some(&start) = self.line_starts().get(line.wrapping_sub(1)) else {
            return "";
        };
        let end = self
            .line_starts()
            .get(line)
            .map_or(self.text.len(), |end| *end as usize);
        self.text[start as usize..end].trim_end_matches(['\n', '\r'])
    }
}

/// The place in the text that an instruction came from, in bytes: what a traceback underlines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Behind the last byte.
    pub end: u32,
    /// For an operator or a subscript: the part that a traceback marks with `^` where the rest gets `~`.
    pub anchor: Option<(u32, u32)>,
}

/// A range of instructions whose exceptions go to a handler. Inner handlers stand before outer ones.
#[derive(Clone, Copy, Debug)]
pub struct Handler {
    /// First instruction covered.
    pub start: u32,
    /// Behind the last one.
    pub end: u32,
    /// Where execution goes on.
    pub target: u32,
    /// The register that gets the exception.
    pub register: Reg,
    /// Temporaries from here on hold nothing that the handler needs: they are cleared. Stands above
    /// `register`.
    pub clear_from: Reg,
}

/// The parameters of a function.
#[derive(Clone, Debug, Default)]
pub struct Parameters {
    /// Positional-only ones, a part of `positional`.
    pub positional_only: u16,
    /// Positional ones, positional-only included.
    pub positional: u16,
    /// Keyword-only ones.
    pub keyword_only: u16,
    /// Whether there is a `*args`.
    pub var_positional: bool,
    /// Whether there is a `**kwargs`.
    pub var_keyword: bool,
}

impl Parameters {
    /// Number of registers that parameters fill.
    pub fn count(&self) -> usize {
        (self.positional + self.keyword_only) as usize
            + self.var_positional as usize
            + self.var_keyword as usize
    }
}

/// Where unqualified names that are neither parameters nor closed-over variables live.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In registers: a function, a lambda, a comprehension.
    Function,
    /// In a namespace that is not the globals: a class body, `exec` with locals.
    Namespace,
    /// In the globals: a module, a prompt, `exec` and `eval` with globals.
    Module,
}

/// A compiled block: a module, a function, a class body, a comprehension.
///
/// A comprehension has one parameter, `.0`: the iterator over its first iterable. A class body sets its own
/// `__module__`, `__qualname__`, `__doc__` and, when its methods use `super()`, `__classcell__`; it returns the
/// cell or `None`. A module sets its `__doc__` if it has one.
pub struct Code {
    /// The name: `<module>`, `<lambda>`, `<listcomp>`, a function's or class's.
    pub name: Rc<Str>,
    /// The qualified name.
    pub qualname: Rc<Str>,
    /// The text it came from.
    pub file: Rc<SourceFile>,
    /// 1-based line of the `def`, decorators included as CPython counts them, in the text.
    pub first_line: u32,
    /// Instructions.
    pub ops: Arc<[Op]>,
    /// The place of each instruction.
    pub spans: Arc<[Span]>,
    /// A cell for the machine's inline cache of each instruction.
    pub caches: Box<[Cell<u64>]>,
    /// Constants.
    pub constants: Box<[Value]>,
    /// Names of globals, attributes, keyword arguments, imports; interned by the machine.
    pub names: Box<[Rc<Str>]>,
    /// Nested blocks.
    pub codes: Box<[Rc<Code>]>,
    /// Exception handlers, inner before outer.
    pub handlers: Arc<[Handler]>,
    /// Parameters.
    pub parameters: Parameters,
    /// Names of the registers that are local variables, parameters first. A parameter that closures share
    /// has its register too; the prologue moves it to its cell.
    pub locals: Box<[Rc<Str>]>,
    /// Names of the cells made by this block, for `locals()`: frame cells `0..cells.len()`.
    pub cells: Box<[Rc<Str>]>,
    /// Names of the cells taken over from the enclosing function: frame cells from `cells.len()` on.
    pub free: Box<[Rc<Str>]>,
    /// Which cells of the enclosing frame these are.
    pub captures: Arc<[u16]>,
    /// Number of registers.
    pub registers: u16,
    /// Where names live.
    pub scope: Scope,
    /// Whether it contains `yield`.
    pub generator: bool,
    /// The docstring, or `None`.
    pub doc: Value,
}

impl Code {
    /// The first temporary.
    pub fn first_temporary(&self) -> Reg {
        self.locals.len() as Reg
    }

    /// The 1-based line, in the file, of an instruction.
    pub fn line(&self, pc: usize) -> usize {
        let span = self.spans.get(pc).copied().unwrap_or_default();
        self.file.line_of(span.start) + self.file.first_line as usize
    }
}
