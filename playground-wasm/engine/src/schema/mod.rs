//! Tables and what they are made of.

pub mod column;
pub mod constraint;
pub mod default;
pub mod foreign_key;
pub mod index;
pub mod metadata;
pub mod naming;
pub mod table;
pub mod types;

use crate::native::{Entry, Item};

/// The names of `sqlalchemy.schema`.
pub const NAMES: &[Entry] = &[
    ("MetaData", Item::Class(&metadata::META_DATA)),
    ("Table", Item::Class(&table::TABLE)),
    ("Column", Item::Class(&column::COLUMN)),
    ("ForeignKey", Item::Class(&foreign_key::FOREIGN_KEY)),
    ("Constraint", Item::Class(&constraint::CONSTRAINT)),
    (
        "ForeignKeyConstraint",
        Item::Class(&constraint::FOREIGN_KEY_CONSTRAINT),
    ),
    (
        "PrimaryKeyConstraint",
        Item::Class(&constraint::PRIMARY_KEY),
    ),
    ("UniqueConstraint", Item::Class(&constraint::UNIQUE)),
    ("CheckConstraint", Item::Class(&constraint::CHECK)),
    ("Index", Item::Class(&index::INDEX)),
];
