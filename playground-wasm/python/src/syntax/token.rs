//! Tokens for highlighting, in about a dozen classes that the editor and the static page share.

/// What a token is; [`TokenClass::short`] is the CSS class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum TokenClass {
    /// A keyword, soft keywords (`match`, `case`, `type`) where they act as one.
    Keyword = 1,
    /// `True`, `False`, `None`, `...`, `NotImplemented`.
    Constant = 2,
    /// A string or bytes literal, an f-string's literal parts and its quotes.
    String = 3,
    /// A number.
    Number = 4,
    /// A comment.
    Comment = 5,
    /// An operator.
    Operator = 6,
    /// The name in `def name`.
    Function = 7,
    /// The name in `class name`.
    Class = 8,
    /// A decorator, `@` and the dotted name.
    Decorator = 9,
    /// A name of the builtins: `print`, `len`, `Exception`.
    Builtin = 10,
    /// A keyword argument's name in a call.
    Argument = 11,
    /// `self` and `cls`.
    SelfName = 12,
    /// A prompt of a transcript, `>>> ` or `... `.
    Prompt = 13,
    /// The output lines of a transcript.
    Output = 14,
    /// The last line and the header of a traceback in a transcript's output.
    Error = 15,
}

impl TokenClass {
    /// The CSS class, one or two letters.
    pub fn short(self) -> &'static str {
        match self {
            TokenClass::Keyword => "k",
            TokenClass::Constant => "kc",
            TokenClass::String => "s",
            TokenClass::Number => "n",
            TokenClass::Comment => "c",
            TokenClass::Operator => "o",
            TokenClass::Function => "f",
            TokenClass::Class => "t",
            TokenClass::Decorator => "d",
            TokenClass::Builtin => "b",
            TokenClass::Argument => "a",
            TokenClass::SelfName => "se",
            TokenClass::Prompt => "p",
            TokenClass::Output => "go",
            TokenClass::Error => "ge",
        }
    }
}

/// A classified range of the text, in UTF-8 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: usize,
    /// Behind the last byte.
    pub end: usize,
    /// What it is.
    pub class: TokenClass,
}
