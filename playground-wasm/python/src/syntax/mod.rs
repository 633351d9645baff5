//! Text to tree: parsing, tokens for highlighting, transcripts.

mod error;
mod parse;
mod token;
mod transcript;

pub use error::{SyntaxError, SyntaxErrorKind};
pub use parse::Note;
pub(crate) use parse::{Tree, parse};
pub use token::{Token, TokenClass};
pub use transcript::Statement;
