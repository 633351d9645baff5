//! Column types: `Integer`, `String(20)`…

mod enumeration;
mod object;
mod python_types;
mod sql;
mod table;

pub use object::{ColumnType, is_null, is_type, null_type, plain, to_instance};
pub use python_types::{for_python_type, for_value};
pub use sql::type_sql;
pub(crate) use table::{
    BOOLEAN, DATE, DATE_TIME, DOUBLE, ENUM, INTEGER, INTERVAL, LARGE_BINARY, NULL_TYPE, NUMERIC,
    STRING, TIME, UUID_,
};
pub use table::{NAMES, TYPE_DECORATOR, TYPE_ENGINE, USER_DEFINED_TYPE};
