//! The object graph: which mapped objects there are, and which refers to which.
//!
//! [`collect`](collect::collect) reads it off the program, [`layout`] gives every object its place and
//! [`svg`] draws it; [`describe`](describe::describe) says the same in words. No step knows of the page.

mod collect;
mod describe;
mod layout;
mod svg;

pub use collect::{collect, unanswered};
pub use describe::describe;
pub use svg::draw;

/// How a picture uses its room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// In columns: references run from left to right.
    #[default]
    Across,
    /// One below the other, for narrow places.
    Down,
}

/// The mapped objects that the program's variables lead to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Graph {
    /// In order of discovery: those that variables name first.
    pub objects: Vec<Node>,
    /// In order of the objects, of each in order of its relationships.
    pub references: Vec<Reference>,
    /// How many more objects there are than the picture takes.
    pub omitted: usize,
}

/// An object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// The variables that refer to it.
    pub names: Vec<String>,
    /// Its class.
    pub class: String,
    /// How it is called in words: its first variable, or `Class 2`.
    pub label: String,
    /// Columns that have a value, with its repr.
    pub columns: Vec<(String, String)>,
    /// Relationships: name and what it holds in words (`None`, `[]`, `1 object`), as the rows of the box.
    pub relationships: Vec<Slot>,
}

/// A relationship attribute of an object.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    /// The attribute.
    pub name: String,
    /// Whether it holds a collection.
    pub collection: bool,
    /// Number of objects that it holds.
    pub count: usize,
}

/// A reference from one object to another along a relationship.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Reference {
    /// Index of the object that refers.
    pub from: usize,
    /// Which of its relationships: an index into [`Node::relationships`].
    pub slot: usize,
    /// Index of the object referred to.
    pub to: usize,
    /// How things stand on the other side.
    pub reverse: Reverse,
}

/// The other side of a reference.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Reverse {
    /// The other class has no relationship over the same foreign key.
    NoAttribute,
    /// It refers back by this attribute.
    Present(String),
    /// It does not refer back by this attribute, which holds nothing.
    Missing(String),
    /// It does not refer back by this attribute, which holds another object.
    Stale(String),
}

impl Reverse {
    /// Whether the two sides contradict each other.
    pub fn is_one_sided(&self) -> bool {
        matches!(self, Reverse::Missing(_) | Reverse::Stale(_))
    }
}
