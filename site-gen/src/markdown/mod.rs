//! Markdown to HTML, with the examples taken out.

mod body;
mod code;
mod comparison;
mod fence;
mod footnotes;
mod html;
pub mod include;
mod lines;
mod links;
mod listing;
mod math;
mod ranges;
mod raw;
mod reader;
mod reading;
mod shortcode;
mod slug;
mod tabs;
mod terms;
mod toc;

pub use body::{AnchorLink, Body, ExternalLink, Piece, parse};
pub use fence::{Fence, is_python};
pub use html::{escape, escape_attribute, escape_into};
pub use lines::Lines;
pub use links::Targets;
pub use listing::decorate;
pub use ranges::LineSet;
pub use reading::Reading;
pub use shortcode::Shortcode;
pub use slug::slugify;
pub use terms::{Term, TermLink};
pub use toc::TocEntry;
