//! Text to tree: parsing, tokens for highlighting, transcripts.

mod token;
mod transcript;

pub use token::{Token, TokenClass};
pub use transcript::Statement;
