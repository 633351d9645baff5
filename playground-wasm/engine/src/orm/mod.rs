//! The object-relational mapper: what SQLAlchemy does to objects before a database comes in.

pub mod attributes;
mod clsregistry;
pub mod collections;
mod comparator;
pub mod composite;
pub mod configure;
pub mod constants;
pub mod declarative;
pub mod event;
pub mod inspect;
pub mod inspection;
pub mod instrumentation;
pub mod manager;
pub mod mapped_column;
pub mod mapper;
pub mod naming;
pub mod properties;
pub mod property;
pub mod queryable;
pub mod registry;
pub mod relationship;
pub mod runtime;
pub mod session;
pub mod state;
pub mod story;
mod synonym;
pub mod write_only;
