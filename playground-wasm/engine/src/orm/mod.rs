//! The object-relational mapper: what SQLAlchemy does to objects before a database comes in.

pub mod instrumentation;
pub mod mapper;
pub mod property;
pub mod registry;
pub mod relationship;
