//! Tracebacks as CPython 3.11 prints them.

use std::fmt::Write;
use std::rc::Rc;

use super::Vm;
use crate::code::{SourceFile, Span};
use crate::object::{Object, Payload, Ref, SyntaxDetails, TraceEntry, Value};

const CAUSE: &str = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT: &str = "\nDuring handling of the above exception, another exception occurred:\n\n";

/// So many of the same line are printed before they are counted.
const REPEATS: usize = 3;

impl Vm {
    /// The text that an uncaught exception prints, with those that it is chained to.
    pub fn format_exception(&mut self, exception: &Ref) -> String {
        let mut chain: Vec<(Ref, &str)> = vec![(exception.clone(), "")];
        loop {
            let (last, _) = chain.last().expect("never empty");
            let Some(data) = last.payload.exception() else {
                break;
            };
            let data = data.borrow();
            let next = match (&data.cause, &data.context) {
                (Some(cause), _) => Some((cause.clone(), CAUSE)),
                (None, Some(context)) if !data.suppress_context => Some((context.clone(), CONTEXT)),
                _ => None,
            };
            drop(data);
            match next {
                Some((next, _)) if chain.iter().any(|(known, _)| Rc::ptr_eq(known, &next)) => break,
                Some(next) => chain.push(next),
                None => break,
            }
        }
        let mut out = String::new();
        for (exception, link) in chain.iter().rev() {
            self.format_one(&mut out, exception);
            out.push_str(link);
        }
        out
    }

    fn format_one(&mut self, out: &mut String, exception: &Ref) {
        let (entries, syntax) = match exception.payload.exception() {
            Some(data) => {
                let data = data.borrow();
                (data.traceback.clone(), data.syntax.clone())
            }
            None => (Vec::new(), None),
        };
        if !entries.is_empty() {
            out.push_str("Traceback (most recent call last):\n");
            format_entries(out, &entries);
        }
        if let Some(syntax) = &syntax {
            format_syntax(out, syntax);
        }
        out.push_str(&self.format_last_lines(exception));
    }

    /// The exception's name and message, its notes; a newline at the end.
    pub fn format_last_lines(&mut self, exception: &Ref) -> String {
        let name = self.full_name(&exception.class);
        let mut out = match self.exception_text(exception) {
            Some(text) if text.is_empty() => name,
            Some(text) => format!("{name}: {text}"),
            None => format!("{name}: <exception str() failed>"),
        };
        if let Some(suggestion) = self.suggestion(exception) {
            let _ = write!(out, ". Did you mean: '{suggestion}'?");
        }
        out.push('\n');
        let key = self.names.__notes__.clone();
        if let Some(notes) = exception.attr(&key) {
            self.format_notes(&mut out, &notes);
        }
        out
    }

    fn format_notes(&mut self, out: &mut String, notes: &Value) {
        let listed = notes.as_list().map(|notes| notes.to_vec());
        let listed = listed.or_else(|| notes.as_tuple().map(<[Value]>::to_vec));
        let Some(listed) = listed else {
            let text = self.repr(notes).unwrap_or_default();
            let _ = writeln!(out, "{text}");
            return;
        };
        for note in listed {
            match self.str(&note) {
                Ok(text) => {
                    for line in text.split('\n') {
                        let _ = writeln!(out, "{line}");
                    }
                }
                Err(_) => out.push_str("<note str() failed>\n"),
            }
        }
    }

    /// `str(exception)`, or `None` where that fails.
    pub(crate) fn exception_text(&mut self, exception: &Ref) -> Option<String> {
        let is_syntax = exception.class.is_subclass(&self.exceptions.syntax_error);
        if is_syntax
            && let Some(data) = exception.payload.exception()
            && data.borrow().syntax.is_some()
        {
            let message = data.borrow().args.first().cloned().unwrap_or(Value::None);
            return self.str(&message).ok();
        }
        self.str(&Value::Obj(exception.clone())).ok()
    }

    /// `exception.__traceback__ = traceback`
    pub(crate) fn set_traceback(
        &mut self,
        exception: &Value,
        traceback: &Value,
    ) -> super::Result<()> {
        let held: Option<&HeldTraceback> = traceback.host();
        if held.is_none() && !traceback.is_none() {
            return Err(self.type_error("__traceback__ must be a traceback or None"));
        }
        if let Some(data) = exception.as_exception() {
            data.borrow_mut().traceback = held.map(|held| held.entries.clone()).unwrap_or_default();
        }
        Ok(())
    }

    /// `traceback.tb_lineno`
    pub(crate) fn traceback_line(&self, traceback: &Value) -> usize {
        let held: Option<&HeldTraceback> = traceback.host();
        held.and_then(|held| held.entries.last())
            .map_or(0, shown_line)
    }

    /// `traceback.tb_next`
    pub(crate) fn traceback_next(&mut self, traceback: &Value) -> Value {
        let held: Option<&HeldTraceback> = traceback.host();
        match held.map(|held| held.entries.split_last()) {
            Some(Some((_, inner))) if !inner.is_empty() => {
                let entries = inner.to_vec();
                let held = Payload::Host(Box::new(HeldTraceback { entries }));
                Object::new(self.types.traceback.clone(), held).into()
            }
            _ => Value::None,
        }
    }

    /// `__traceback__`: an object that keeps the entries, or `None`.
    pub fn traceback_of(&mut self, exception: &Value) -> Value {
        let Some(data) = exception.as_exception() else {
            return Value::None;
        };
        if data.borrow().traceback.is_empty() {
            return Value::None;
        }
        let entries = data.borrow().traceback.clone();
        let held = Payload::Host(Box::new(HeldTraceback { entries }));
        Object::new(self.types.traceback.clone(), held).into()
    }
}

/// The frames of a traceback object, innermost first.
pub(crate) struct HeldTraceback {
    pub entries: Vec<TraceEntry>,
}

impl crate::object::Host for HeldTraceback {}

/// The line that a traceback shows for an entry: that of the text for a prompt, of the file otherwise.
fn shown_line(entry: &TraceEntry) -> usize {
    let file = &entry.code.file;
    if &*file.name == "<stdin>" {
        let span = span(entry);
        file.line_of(span.start)
    } else {
        entry.code.line(entry.pc as usize)
    }
}

fn span(entry: &TraceEntry) -> Span {
    let spans = &entry.code.spans;
    spans.get(entry.pc as usize).copied().unwrap_or_default()
}

/// Whether an entry is of a module that comes with the machine: CPython has most of them in C, which leaves no
/// frames, and a reader's own lines are what matters.
fn is_library(entry: &TraceEntry) -> bool {
    entry.code.file.library
}

/// Frames, outermost first, with their lines; a line that repeats is counted.
fn format_entries(out: &mut String, entries: &[TraceEntry]) {
    let mut repeats = 0;
    let mut last: Option<(Rc<str>, usize, Rc<crate::object::Str>)> = None;
    let report = |out: &mut String, repeats: usize| {
        if repeats > REPEATS {
            let more = repeats - REPEATS;
            let plural = if more == 1 { "" } else { "s" };
            let _ = writeln!(out, "  [Previous line repeated {more} more time{plural}]");
        }
    };
    for entry in entries.iter().rev().filter(|entry| !is_library(entry)) {
        let line = shown_line(entry);
        let file = &entry.code.file;
        let same = last.as_ref().is_some_and(|(name, at, function)| {
            **name == *file.name && *at == line && **function == *entry.code.name
        });
        if same {
            repeats += 1;
        } else {
            report(out, repeats);
            repeats = 1;
            last = Some((file.name.clone(), line, entry.code.name.clone()));
        }
        if repeats > REPEATS {
            continue;
        }
        let _ = writeln!(
            out,
            "  File \"{}\", line {line}, in {}",
            file.name,
            entry.code.name.as_str()
        );
        if has_text(file) {
            format_source(out, file, span(entry));
        }
    }
    report(out, repeats);
}

/// Whether the lines of a file can be shown: real Python finds none for a prompt or for a string.
fn has_text(file: &SourceFile) -> bool {
    !file.name.starts_with('<')
}

/// A line of the source and the carets below it.
fn format_source(out: &mut String, file: &SourceFile, span: Span) {
    let line = file.line_of(span.start);
    let text = file.line_text(line);
    let stripped = text.trim_start_matches([' ', '\t', '\x0c']);
    if stripped.is_empty() {
        return;
    }
    let _ = writeln!(out, "    {}", stripped.trim_end());
    let Some((from, to)) = underlined(file, span) else {
        return;
    };
    let indent = text.len() - stripped.len();
    let start = file.line_starts()[line - 1] as usize;
    let mut marks = String::from("    ");
    let mut position = indent;
    for c in stripped.chars() {
        if position >= to {
            break;
        }
        let mark = match span.anchor {
            _ if position < from => ' ',
            Some((left, right)) if file.line_of(span.end) == line => {
                let at = (start + position) as u32;
                if left <= at && at < right { '^' } else { '~' }
            }
            _ => '^',
        };
        marks.push(mark);
        if is_wide(c) {
            marks.push(mark);
        }
        position += c.len_utf8();
    }
    let _ = writeln!(out, "{marks}");
}

/// Whether a terminal shows a character in two columns: most of East Asia's, and emoji.
fn is_wide(c: char) -> bool {
    matches!(
        c as u32,
        0x1100..=0x115f
            | 0x2e80..=0x303e
            | 0x3041..=0x4dbf
            | 0x4e00..=0xa4cf
            | 0xa960..=0xa97c
            | 0xac00..=0xd7a3
            | 0xf900..=0xfaff
            | 0xfe30..=0xfe6f
            | 0xff01..=0xff60
            | 0xffe0..=0xffe6
            | 0x1f300..=0x1f64f
            | 0x1f680..=0x1f6ff
            | 0x1f900..=0x1f9ff
            | 0x20000..=0x3fffd
    )
}

/// The bytes of the first line of a span that carets go under; `None` where they would say nothing.
pub(crate) fn underlined(file: &SourceFile, span: Span) -> Option<(usize, usize)> {
    let line = file.line_of(span.start);
    let start = *file.line_starts().get(line - 1)? as usize;
    let text = file.line_text(line);
    let from = span.start as usize - start;
    let several = span.end as usize > start + text.len();
    let to = if several {
        text.trim_end().len()
    } else {
        span.end as usize - start
    };
    if from >= to || to > text.len() {
        return None;
    }
    let stripped = text.trim_start_matches([' ', '\t', '\x0c']);
    let whole = to - from == stripped.trim_end().len();
    let anchored = span.anchor.is_some() && !several;
    (!whole || anchored).then_some((from, to))
}

/// Where a text is no Python.
fn format_syntax(out: &mut String, syntax: &SyntaxDetails) {
    let _ = writeln!(out, "  File \"{}\", line {}", syntax.file, syntax.line);
    let text = syntax.text.trim_end_matches(['\n', '\r']);
    let stripped = text.trim_start_matches([' ', '\t', '\x0c']);
    if stripped.is_empty() {
        return;
    }
    let _ = writeln!(out, "    {stripped}");
    let indent = text.chars().count() - stripped.chars().count();
    let length = text.chars().count();
    // CPython marks nothing that stands before the text.
    if syntax.column <= indent {
        return;
    }
    let from = (syntax.column - 1).min(length);
    let to = if syntax.end_line != syntax.line && syntax.end_line != 0 {
        length
    } else {
        syntax.end_column.saturating_sub(1)
    };
    let count = to.saturating_sub(from).max(1);
    let _ = writeln!(
        out,
        "    {}{}",
        " ".repeat(from - indent),
        "^".repeat(count)
    );
}
