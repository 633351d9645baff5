//! What a site has beside its pages: a feed, its text for machines, one page to print.

mod addresses;
pub mod feed;
pub mod git;
pub mod machines;
pub mod print;
