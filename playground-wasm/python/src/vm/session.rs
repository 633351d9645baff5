//! Executing the sources of a program: scripts, and statements at a prompt.

use super::output::Channel;
use super::traceback::underlined;
use super::{Raised, Result, Vm};
use crate::code::SourceFile;
use crate::compiler::{Mode, Options};
use crate::object::{Ref, Value};

/// Steps that printing an uncaught exception may take.
const ROOM_TO_PRINT: u64 = 100_000;

/// A source of the program, or a statement of one.
#[derive(Clone, Copy, Debug)]
pub struct SourceText<'a> {
    /// The file name shown in tracebacks.
    pub name: &'a str,
    /// The text.
    pub text: &'a str,
    /// Index of the source in the program.
    pub index: usize,
    /// Of a statement at a prompt: which one, and the line of the source before its first one.
    pub statement: Option<(usize, u32)>,
}

/// The exception that ended a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// The class, as a traceback names it.
    pub kind: String,
    /// The message.
    pub message: String,
    /// The innermost 1-based line of the source that it passed.
    pub line: usize,
    /// The bytes of that line that a traceback underlines.
    pub columns: Option<(usize, usize)>,
    /// Whether one of the run's limits ended it.
    pub limit: bool,
}

impl Vm {
    /// Executes a source in `__main__`. An exception that ends it is shown, and answered.
    pub fn run_source(&mut self, source: SourceText) -> std::result::Result<(), Ended> {
        self.output.source = source.index;
        self.output.statement = source.statement.map(|(index, _)| index);
        let first_line = source.statement.map_or(0, |(_, line)| line);
        let index = Some(source.index);
        let file = SourceFile::starting_at(source.name, source.text, index, first_line);
        let mode = match source.statement {
            Some(_) => Mode::Single,
            None => Mode::Module,
        };
        let mut options = Options::new(mode);
        options.trace = self.settings.trace;
        options.future_annotations = source.statement.is_some() && self.future_annotations;
        let result = self.run_file(&file, options);
        self.handled = None;
        self.frames.clear();
        let Err(raised) = result else {
            return Ok(());
        };
        if self.caught(&raised, &self.exceptions.system_exit) {
            self.show_exit(&raised.0);
            return Ok(());
        }
        Err(self.show_failure(&raised.0, &file, source.index))
    }

    fn run_file(&mut self, file: &std::rc::Rc<SourceFile>, options: Options) -> Result<()> {
        let compiled = self.compile(file, options)?;
        self.future_annotations = compiled.future_annotations;
        for note in compiled.notes {
            self.note_at(&note.text, note.line + file.first_line as usize);
        }
        let globals = self.main_globals.clone();
        self.run_code(&compiled.code, &globals, Value::Unbound)?;
        self.attend_remains()
    }

    /// `SystemExit` prints its argument, if that is no exit status.
    fn show_exit(&mut self, exception: &Ref) {
        let argument = exception
            .payload
            .exception()
            .and_then(|data| data.borrow().args.first().cloned());
        match argument {
            None | Some(Value::None | Value::Int(_)) => {}
            Some(value) => {
                let text = self.str(&value).unwrap_or_default();
                self.append(Channel::Traceback, &format!("{text}\n"));
            }
        }
    }

    fn show_failure(&mut self, exception: &Ref, file: &SourceFile, source: usize) -> Ended {
        let mut ended = self.describe(exception, file, source);
        // Printing runs the program's own `__str__`: it gets the room of a run of its own, and its failure is
        // CPython's "<exception str() failed>".
        let fuel = self.settings.fuel;
        self.settings.fuel = self.meter.used + ROOM_TO_PRINT;
        let text = self.format_exception(exception);
        let message = self.exception_text(exception);
        self.settings.fuel = fuel;
        ended.message = message.unwrap_or_else(|| "<exception str() failed>".to_owned());
        self.append_at(Channel::Traceback, &text, ended.line);
        if exception
            .class
            .is_subclass(&self.exceptions.module_not_found_error)
        {
            let text = self.offered_modules();
            self.append_at(Channel::Note, &text, ended.line);
        }
        ended
    }

    fn describe(&mut self, exception: &Ref, file: &SourceFile, source: usize) -> Ended {
        let mut ended = Ended {
            kind: self.full_name(&exception.class),
            message: String::new(),
            line: file.first_line as usize + 1,
            columns: None,
            limit: super::errors::is_limit(exception),
        };
        let Some(data) = exception.payload.exception() else {
            return ended;
        };
        let data = data.borrow();
        let entry = data
            .traceback
            .iter()
            .find(|entry| entry.code.file.index == Some(source));
        match (entry, &data.syntax) {
            (Some(entry), _) => {
                ended.line = entry.code.line(entry.pc as usize);
                let span = entry.code.spans.get(entry.pc as usize).copied();
                ended.columns = underlined(&entry.code.file, span.unwrap_or_default());
            }
            (None, Some(syntax)) => {
                let above = match &*file.name {
                    "<stdin>" => file.first_line as usize,
                    _ => 0,
                };
                ended.line = syntax.line + above;
                let byte = |column: usize| {
                    let before = syntax.text.chars().take(column.saturating_sub(1));
                    before.map(char::len_utf8).sum::<usize>()
                };
                let from = byte(syntax.column);
                let to = if syntax.end_line == syntax.line {
                    byte(syntax.end_column)
                } else {
                    syntax.text.len()
                };
                ended.columns = Some((from, to.max(from + 1)));
            }
            (None, None) => {}
        }
        ended
    }

    /// At a prompt: shows the value of an expression statement and keeps it as `_`.
    pub(crate) fn echo(&mut self, value: Value) -> Result<()> {
        if value.is_none() {
            return Ok(());
        }
        let text = self.repr(&value)?;
        self.print(&text)?;
        self.print("\n")?;
        let name = self.intern("_");
        let old = self
            .builtins
            .payload
            .dict()
            .borrow_mut()
            .insert_str(name, value);
        drop(old);
        Ok(())
    }

    /// The text of a raised exception's last line, for hosts that catch it.
    pub fn describe_raised(&mut self, raised: &Raised) -> String {
        self.format_last_lines(&raised.0)
    }
}
