//! The object-relational mapper: what SQLAlchemy does to objects before a database comes in.

pub mod attributes;
pub mod collections;
pub mod configure;
pub mod constants;
pub mod event;
pub mod inspection;
pub mod instrumentation;
pub mod manager;
pub mod mapper;
pub mod naming;
pub mod property;
pub mod queryable;
pub mod registry;
pub mod relationship;
pub mod runtime;
pub mod session;
pub mod state;
pub mod story;
