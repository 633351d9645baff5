//! Tree to instructions.
//!
//! [`collect`] fills the symbol tables, [`resolve`] gives every name its place, and [`Compiler`] walks the
//! tree once more and emits the instructions of one block after the other.

mod annotation;
mod assemble;
mod assign;
mod call;
mod capture;
mod class;
mod collect;
mod collect_expression;
mod comparison;
mod comprehension;
mod condition;
mod constant;
mod disassemble;
mod display;
mod errors;
mod expression;
mod frozen;
mod fstring;
mod function;
mod import;
mod loops;
mod machine;
mod name;
mod name_table;
mod pattern;
mod position;
mod resolve;
mod scope;
mod statement;
mod suspicious;
#[cfg(test)]
mod tests;
mod try_;
mod unit;
mod unparse;
mod unwind;
mod with;

pub use disassemble::disassemble;
pub(crate) use frozen::library;

use std::rc::Rc;

use num_bigint::BigInt;
use ruff_python_ast as ast;
use ruff_text_size::TextRange;

use crate::code::{Code, Scope, SourceFile};
use crate::object::{Str, Value};
use crate::syntax::{self, Note, SyntaxError, SyntaxErrorKind};
use name_table::{IdMap, NameTable};
use scope::Scopes;
use suspicious::Suspicion;
use unit::Unit;

/// How a text is to be executed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// A module: a sequence of statements.
    Module,
    /// A statement at a prompt: the values of expressions are shown.
    Single,
    /// One expression, whose value is returned.
    Eval,
}

/// What is asked of the compiler.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// How the text is executed.
    pub mode: Mode,
    /// Where its outermost names live: [`Scope::Module`], or [`Scope::Namespace`] for `exec` with locals.
    pub scope: Scope,
    /// Whether each statement begins with [`crate::code::Op::Line`].
    pub trace: bool,
    /// Whether annotations are kept as text, by an earlier `from __future__ import annotations`.
    pub future_annotations: bool,
    /// Whether Python 2's print statement is understood.
    pub print_statement: bool,
}

impl Options {
    /// What a script or a prompt asks for.
    pub fn new(mode: Mode) -> Options {
        Options {
            mode,
            scope: Scope::Module,
            trace: false,
            future_annotations: false,
            print_statement: true,
        }
    }
}

/// A compiled text.
pub struct Compiled {
    /// Its outermost block.
    pub code: Rc<Code>,
    /// Remarks for the reader.
    pub notes: Vec<Note>,
    /// What looks like a slip.
    pub(crate) suspicions: Vec<Suspicion>,
    /// Whether annotations are text from now on: for the next statement at a prompt.
    pub future_annotations: bool,
}

/// What the compiler needs of the machine to make constants.
pub trait Constants {
    /// The one string object for a text that is used as a name.
    fn intern(&mut self, text: &str) -> Rc<Str>;
    /// An `int` of any size.
    fn int(&mut self, value: BigInt) -> Value;
    /// A `tuple`.
    fn tuple(&mut self, items: Vec<Value>) -> Value;
    /// A `bytes`.
    fn bytes(&mut self, bytes: &[u8]) -> Value;
}

type Result<T = ()> = std::result::Result<T, Box<SyntaxError>>;

/// Compiles a text.
pub fn compile(
    file: &Rc<SourceFile>,
    options: Options,
    make: &mut dyn Constants,
) -> std::result::Result<Compiled, Box<SyntaxError>> {
    let parsed = syntax::parse(&file.text, options.mode, options.print_statement)?;
    let result = compile_tree(file, &parsed, options, make);
    result.map_err(|mut error| {
        error.start = parsed.original(error.start);
        error.end = parsed.original(error.end);
        error
    })
}

fn compile_tree(
    file: &Rc<SourceFile>,
    parsed: &syntax::Tree,
    options: Options,
    make: &mut dyn Constants,
) -> Result<Compiled> {
    let future_annotations = import::future_features(&parsed.tree)? || options.future_annotations;
    let mut names = NameTable::new(make);
    let (mut scopes, suspicions) = collect::collect(&parsed.tree, &mut names, future_annotations)?;
    resolve::resolve(&mut scopes, &mut names, options.scope)?;
    let mut compiler = Compiler {
        file: file.clone(),
        parsed,
        options,
        future_annotations,
        names,
        scopes,
        unit: Unit::default(),
        outer: Vec::new(),
        texts: IdMap::default(),
    };
    let code = compiler.outermost()?;
    Ok(Compiled {
        code,
        notes: parsed.notes.clone(),
        suspicions,
        future_annotations,
    })
}

/// The state of a compilation.
struct Compiler<'a, 'm> {
    file: Rc<SourceFile>,
    parsed: &'a syntax::Tree,
    options: Options,
    future_annotations: bool,
    names: NameTable<'m>,
    scopes: Scopes,
    /// The block that is being compiled.
    unit: Unit<'a>,
    /// The blocks around it.
    outer: Vec<Unit<'a>>,
    /// Texts of string constants, each made once.
    texts: IdMap<Box<str>, Rc<Str>>,
}

impl<'a> Compiler<'a, '_> {
    fn outermost(&mut self) -> Result<Rc<Code>> {
        let name = self.names.make.intern("<module>");
        self.unit = Unit::new(&self.scopes.all[0], 0, name.clone(), name, 1);
        match &self.parsed.tree {
            ast::Mod::Module(module) => {
                if self.options.mode == Mode::Module {
                    self.module_docstring(&module.body);
                }
                self.body(&module.body)?;
                self.return_none(TextRange::default());
            }
            ast::Mod::Expression(expression) => {
                let value = self.push(&expression.body)?;
                let span = self.span(&*expression.body);
                self.emit(crate::code::Op::Return { s: value }, span);
            }
        }
        let code = self.finish()?;
        Ok(Rc::new(code))
    }

    /// The text that was parsed.
    fn text(&self) -> &'a str {
        &self.parsed.text
    }

    fn too_large() -> Box<SyntaxError> {
        SyntaxError::new(
            SyntaxErrorKind::Memory,
            TextRange::default(),
            "the program is too large",
        )
    }
}
