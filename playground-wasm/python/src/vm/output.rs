//! What a program shows, in order, with the place that it came from.

use super::{Result, Vm};

/// Where a piece of output belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// `print` and the values that a prompt echoes.
    Out,
    /// A warning, `Category: text`.
    Warning,
    /// An uncaught exception.
    Traceback,
    /// A remark of the interpreter's own.
    Note,
}

/// A piece of output.
#[derive(Clone, Debug)]
pub struct Piece {
    /// Where it belongs.
    pub channel: Channel,
    /// Index of the source that was running.
    pub source: usize,
    /// In a session: which of its statements was running.
    pub statement: Option<usize>,
    /// The 1-based line of the source.
    pub line: usize,
    /// The text.
    pub text: String,
}

/// Everything shown so far.
#[derive(Default)]
pub(crate) struct Output {
    pub pieces: Vec<Piece>,
    pub bytes: usize,
    /// The source that is running.
    pub source: usize,
    /// The statement of a session that is running.
    pub statement: Option<usize>,
}

impl Vm {
    /// Writes to standard output.
    pub fn print(&mut self, text: &str) -> Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        self.show(Channel::Out, text)
    }

    /// Adds to the output; neighbours on standard output are one piece.
    pub(crate) fn show(&mut self, channel: Channel, text: &str) -> Result<()> {
        self.within_limit(text, |vm, shown| vm.append(channel, shown))
    }

    /// Adds a piece that belongs to a line of its own choice.
    pub(crate) fn show_at(&mut self, channel: Channel, text: &str, line: usize) -> Result<()> {
        self.within_limit(text, |vm, shown| vm.append_at(channel, shown, line))
    }

    fn within_limit(&mut self, text: &str, add: impl FnOnce(&mut Vm, &str)) -> Result<()> {
        let limit = self.settings.output_bytes;
        let room = limit.saturating_sub(self.output.bytes);
        let fits = text.len() <= room;
        let shown = if fits {
            text
        } else {
            &text[..text.floor_char_boundary(room)]
        };
        self.output.bytes += shown.len();
        add(self, shown);
        if fits {
            return Ok(());
        }
        let text = format!(
            "the program was stopped after {} bytes of output",
            super::limits::grouped(limit as u64)
        );
        Err(self.limit(&self.exceptions.runtime_error.clone(), text))
    }

    /// Adds to the output whatever the limit: what the run itself has to say.
    pub(crate) fn append(&mut self, channel: Channel, text: &str) {
        let (source, statement) = (self.output.source, self.output.statement);
        if channel == Channel::Out
            && let Some(last) = self.output.pieces.last_mut()
            && last.channel == channel
            && last.source == source
            && last.statement == statement
        {
            last.text.push_str(text);
            return;
        }
        let (_, line) = self.current_line();
        self.append_at(channel, text, line);
    }

    /// As [`Vm::append`], as a piece of its own with a line that is known.
    pub(crate) fn append_at(&mut self, channel: Channel, text: &str, line: usize) {
        let (source, statement) = (self.output.source, self.output.statement);
        self.output.pieces.push(Piece {
            channel,
            source,
            statement,
            line,
            text: text.to_owned(),
        });
    }

    /// A remark of the interpreter's own, such as the one on Python 2's print statement.
    pub fn note(&mut self, text: &str) {
        self.append(Channel::Note, text);
    }

    pub(crate) fn note_at(&mut self, text: &str, line: usize) {
        self.append_at(Channel::Note, text, line);
    }

    /// How far the output has come: whole pieces, then bytes of the next one, which may still grow.
    pub fn output_position(&self) -> (usize, usize) {
        let pieces = &self.output.pieces;
        match pieces.last() {
            Some(last) if last.channel == Channel::Out => (pieces.len() - 1, last.text.len()),
            _ => (pieces.len(), 0),
        }
    }

    /// Takes what has been shown so far.
    pub fn take_output(&mut self) -> Vec<Piece> {
        std::mem::take(&mut self.output.pieces)
    }
}
