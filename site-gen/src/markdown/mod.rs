//! Markdown to HTML, with the examples taken out.

mod body;
mod code;
mod fence;
mod footnotes;
mod html;
mod lines;
mod links;
mod raw;
mod slug;
mod toc;

pub use body::{AnchorLink, Body, Piece, parse};
pub use fence::{Fence, is_python};
pub use html::{escape, escape_attribute, escape_into};
pub use lines::Lines;
pub use links::Targets;
pub use slug::slugify;
pub use toc::TocEntry;
