//! Compiling and executing texts: `exec`, `eval`, expressions of the host, sources of the program.

use std::rc::Rc;

use super::frame::Then;
use super::{Raised, Result, Vm};
use crate::code::{Code, Scope, SourceFile};
use crate::compiler::{Compiled, Mode, Options, compile, library};
use crate::object::{Payload, Ref, Value};
use crate::syntax::{SyntaxError, SyntaxErrorKind};

impl Vm {
    /// Compiles a text; what is wrong with it becomes an exception.
    pub(crate) fn compile(&mut self, file: &Rc<SourceFile>, options: Options) -> Result<Compiled> {
        let compiled =
            compile(file, options, self).map_err(|error| self.syntax_error(file, &error))?;
        for suspicion in &compiled.suspicions {
            let line = file.line_of(suspicion.range.start().to_u32()) + file.first_line as usize;
            let category = self.exceptions.syntax_warning.clone();
            let message =
                self.exception_object(&category, vec![Value::str(suspicion.text.as_str())]);
            let message = Value::Obj(message);
            if file.index.is_some() {
                self.warn_at(&category, &suspicion.text, &message, line)?;
            } else {
                let place = format!("{}:{line}: ", file.name);
                let (_, line) = self.current_line();
                self.warn_of(&category, &suspicion.text, &message, line, &place)?;
            }
        }
        Ok(compiled)
    }

    /// The exception for a text that is no Python.
    pub(crate) fn syntax_error(&mut self, file: &Rc<SourceFile>, error: &SyntaxError) -> Raised {
        let exceptions = &self.exceptions;
        let class = match error.kind {
            SyntaxErrorKind::Syntax => &exceptions.syntax_error,
            SyntaxErrorKind::Indentation => &exceptions.indentation_error,
            SyntaxErrorKind::Tab => &exceptions.tab_error,
            SyntaxErrorKind::Unsupported => &exceptions.not_implemented_error,
            SyntaxErrorKind::Recursion => &exceptions.recursion_error,
            SyntaxErrorKind::Memory => &exceptions.memory_error,
        };
        let raised = self.error(&class.clone(), &error.message);
        let mut details = error.details(file);
        if &*file.name == "<stdin>" {
            // A prompt counts the lines of each statement by themselves.
            details.line -= file.first_line as usize;
            details.end_line -= file.first_line as usize;
        }
        if let Payload::Exception(data) = &raised.0.payload {
            data.borrow_mut().syntax = Some(Box::new(details));
        }
        raised
    }

    /// Executes a compiled text in a namespace.
    pub(crate) fn run_code(&mut self, code: &Rc<Code>, globals: &Ref, namespace: Value) -> Result {
        let mut frame = self.new_frame(code, globals, &[], Then::Rust);
        frame.namespace = namespace;
        self.execute(frame)
    }

    /// `exec(text, globals, locals)`, `eval(…)` where `expression` says so. `text` is a string or a code object.
    pub fn execute_text(
        &mut self,
        text: &Value,
        globals: &Value,
        locals: &Value,
        expression: bool,
    ) -> Result {
        let Value::Obj(globals) = globals else {
            return Err(self.type_error("globals must be a dict"));
        };
        self.supply_builtins(globals);
        let own_namespace = match locals {
            Value::Obj(locals) => !Rc::ptr_eq(locals, globals),
            _ => false,
        };
        let namespace = if own_namespace {
            locals.clone()
        } else {
            Value::Unbound
        };
        let code = match text {
            Value::Obj(object) if matches!(object.payload, Payload::Code(_)) => {
                match &object.payload {
                    Payload::Code(code) => code.clone(),
                    _ => return Ok(Value::None),
                }
            }
            _ => {
                let Some(source) = text.as_str() else {
                    let name = if expression { "eval" } else { "exec" };
                    let text = format!("{name}() arg 1 must be a string, bytes or code object");
                    return Err(self.type_error(text));
                };
                let source = if expression {
                    source.trim_start_matches([' ', '\t'])
                } else {
                    source
                };
                let mode = if expression { Mode::Eval } else { Mode::Module };
                self.compile_text(source, "<string>", mode, own_namespace)?
            }
        };
        self.run_code(&code, globals, namespace)
    }

    /// Compiles a text that is no source of the program. With `namespace` its names live in a mapping of their own.
    pub fn compile_text(
        &mut self,
        text: &str,
        name: &str,
        mode: Mode,
        namespace: bool,
    ) -> Result<Rc<Code>> {
        let file = SourceFile::new(name, text, None);
        let mut options = Options::new(mode);
        options.print_statement = false;
        options.future_annotations = self.future_annotations;
        if namespace {
            options.scope = Scope::Namespace;
        }
        Ok(self.compile(&file, options)?.code)
    }

    /// Compiles a module that comes with the machine; each only once a process.
    pub(crate) fn compile_library(&mut self, text: &'static str, name: &str) -> Result<Rc<Code>> {
        let file = SourceFile::of_library(name, text);
        let mut options = Options::new(Mode::Module);
        options.print_statement = false;
        let compiled = library(text, &file, self, |make| {
            compile(&file, options, make).map(|compiled| compiled.code)
        });
        compiled.map_err(|error| self.syntax_error(&file, &error))
    }

    fn supply_builtins(&mut self, globals: &Ref) {
        let Payload::Dict(dict) = &globals.payload else {
            return;
        };
        let name = self.names.__builtins__.clone();
        if dict.borrow().find_str(&name).is_none() {
            let module = self.modules[0].1.clone();
            dict.borrow_mut().insert_str(name, module.into());
        }
    }

    /// Compiles and evaluates an expression in a namespace: what a string argument of the host means
    /// (`primaryjoin="Parent.id == Child.parent_id"`).
    pub fn eval_with(&mut self, text: &str, namespace: &Value) -> Result {
        let code = self.compile_text(text.trim(), "<string>", Mode::Eval, true)?;
        let globals = self.main_globals.clone();
        self.run_code(&code, &globals, namespace.clone())
    }
}
