//! Text to tree: parsing, tokens for highlighting, transcripts.

mod builtin_names;
mod check;
mod depth;
mod error;
mod fstring;
mod highlight;
mod number;
mod parse;
mod print_statement;
mod scan;
mod script;
mod string_error;
#[cfg(test)]
mod tests;
mod token;
mod transcript;
mod wording;

pub use check::check;
pub use error::{SyntaxError, SyntaxErrorKind};
pub use highlight::{tokens, transcript_tokens};
pub use parse::Note;
pub(crate) use parse::{Tree, parse};
pub use script::{Piece, as_script};
pub use token::{Token, TokenClass};
pub use transcript::{Statement, statements};
