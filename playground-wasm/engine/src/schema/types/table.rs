//! The classes: what each is called, what it derives from, and its parameters.

use super::enumeration;
use super::object::{INIT, NEW, PYTHON_TYPE, REPR, STR};
use crate::native::{Base, Entry, Item, Native};

/// A parameter of a type's constructor: its name and its default.
pub type Parameter = (&'static str, Standard);

/// The default of a parameter.
#[derive(Clone, Copy)]
pub enum Standard {
    /// `None`
    None,
    /// `True` or `False`
    Bool(bool),
    /// It must be given.
    Required,
}

use Standard::{Bool, None as Nothing, Required};

/// What is particular to a class.
pub struct Info {
    /// The class.
    pub native: &'static Native,
    /// Parameters of its constructor.
    pub parameters: &'static [Parameter],
    /// Its name in SQL, without parameters.
    pub sql: &'static str,
}

/// Every type's parent.
pub static TYPE_ENGINE: Native = Native::new(
    "TypeEngine",
    "sqlalchemy.sql.type_api",
    &[],
    &[NEW, INIT, REPR, STR, PYTHON_TYPE],
);

const LENGTH: &[Parameter] = &[("length", Nothing)];
const STRING_PARAMETERS: &[Parameter] = &[
    ("length", Nothing),
    ("collation", Nothing),
    ("collation_schema", Nothing),
];
const NUMERIC_PARAMETERS: &[Parameter] = &[
    ("precision", Nothing),
    ("scale", Nothing),
    ("decimal_return_scale", Nothing),
    ("asdecimal", Bool(true)),
];
const FLOAT_PARAMETERS: &[Parameter] = &[
    ("precision", Nothing),
    ("asdecimal", Bool(false)),
    ("decimal_return_scale", Nothing),
];
const TIMEZONE: &[Parameter] = &[("timezone", Bool(false))];
const BOOLEAN_PARAMETERS: &[Parameter] = &[("create_constraint", Bool(false)), ("name", Nothing)];

macro_rules! types {
    ($($constant:ident = $name:literal ($base:ident) $parameters:expr, $sql:literal;)*) => {
        $(
            #[doc = concat!("`", $name, "`")]
            pub static $constant: Native =
                Native::new($name, "sqlalchemy.sql.sqltypes", &[Base::Native(&$base)], &[]);
        )*

        /// Every class with its parameters.
        pub static INFOS: &[Info] = &[
            $(Info { native: &$constant, parameters: $parameters, sql: $sql },)*
            Info { native: &ENUM, parameters: &[], sql: "VARCHAR" },
            Info { native: &TYPE_DECORATOR, parameters: &[], sql: "" },
            Info { native: &USER_DEFINED_TYPE, parameters: &[], sql: "" },
            Info { native: &TYPE_ENGINE, parameters: &[], sql: "" },
        ];

        /// The names of `sqlalchemy.types`.
        pub const NAMES: &[Entry] = &[
            $(($name, Item::Class(&$constant)),)*
            ("Enum", Item::Class(&ENUM)),
            ("TypeDecorator", Item::Class(&TYPE_DECORATOR)),
            ("UserDefinedType", Item::Class(&USER_DEFINED_TYPE)),
            ("TypeEngine", Item::Class(&TYPE_ENGINE)),
        ];
    };
}

types! {
    NULL_TYPE = "NullType" (TYPE_ENGINE) &[], "NULL";
    INTEGER = "Integer" (TYPE_ENGINE) &[], "INTEGER";
    SMALL_INTEGER = "SmallInteger" (INTEGER) &[], "SMALLINT";
    BIG_INTEGER = "BigInteger" (INTEGER) &[], "BIGINT";
    SQL_INTEGER = "INTEGER" (INTEGER) &[], "INTEGER";
    SQL_INT = "INT" (INTEGER) &[], "INTEGER";
    SQL_SMALLINT = "SMALLINT" (SMALL_INTEGER) &[], "SMALLINT";
    SQL_BIGINT = "BIGINT" (BIG_INTEGER) &[], "BIGINT";
    STRING = "String" (TYPE_ENGINE) STRING_PARAMETERS, "VARCHAR";
    TEXT = "Text" (STRING) STRING_PARAMETERS, "TEXT";
    UNICODE = "Unicode" (STRING) STRING_PARAMETERS, "VARCHAR";
    UNICODE_TEXT = "UnicodeText" (TEXT) STRING_PARAMETERS, "TEXT";
    SQL_VARCHAR = "VARCHAR" (STRING) STRING_PARAMETERS, "VARCHAR";
    SQL_NVARCHAR = "NVARCHAR" (UNICODE) STRING_PARAMETERS, "NVARCHAR";
    SQL_CHAR = "CHAR" (STRING) STRING_PARAMETERS, "CHAR";
    SQL_NCHAR = "NCHAR" (UNICODE) STRING_PARAMETERS, "NCHAR";
    SQL_TEXT = "TEXT" (TEXT) STRING_PARAMETERS, "TEXT";
    SQL_CLOB = "CLOB" (TEXT) STRING_PARAMETERS, "CLOB";
    BOOLEAN = "Boolean" (TYPE_ENGINE) BOOLEAN_PARAMETERS, "BOOLEAN";
    SQL_BOOLEAN = "BOOLEAN" (BOOLEAN) BOOLEAN_PARAMETERS, "BOOLEAN";
    DATE = "Date" (TYPE_ENGINE) &[], "DATE";
    SQL_DATE = "DATE" (DATE) &[], "DATE";
    DATE_TIME = "DateTime" (TYPE_ENGINE) TIMEZONE, "DATETIME";
    SQL_DATETIME = "DATETIME" (DATE_TIME) TIMEZONE, "DATETIME";
    SQL_TIMESTAMP = "TIMESTAMP" (DATE_TIME) TIMEZONE, "TIMESTAMP";
    TIME = "Time" (TYPE_ENGINE) TIMEZONE, "TIME";
    SQL_TIME = "TIME" (TIME) TIMEZONE, "TIME";
    NUMERIC = "Numeric" (TYPE_ENGINE) NUMERIC_PARAMETERS, "NUMERIC";
    SQL_NUMERIC = "NUMERIC" (NUMERIC) NUMERIC_PARAMETERS, "NUMERIC";
    SQL_DECIMAL = "DECIMAL" (NUMERIC) NUMERIC_PARAMETERS, "DECIMAL";
    FLOAT = "Float" (TYPE_ENGINE) FLOAT_PARAMETERS, "FLOAT";
    DOUBLE = "Double" (FLOAT) FLOAT_PARAMETERS, "DOUBLE";
    SQL_FLOAT = "FLOAT" (FLOAT) FLOAT_PARAMETERS, "FLOAT";
    SQL_REAL = "REAL" (FLOAT) FLOAT_PARAMETERS, "REAL";
    SQL_DOUBLE = "DOUBLE" (DOUBLE) FLOAT_PARAMETERS, "DOUBLE";
    SQL_DOUBLE_PRECISION = "DOUBLE_PRECISION" (DOUBLE) FLOAT_PARAMETERS, "DOUBLE PRECISION";
    BINARY_ = "_Binary" (TYPE_ENGINE) LENGTH, "";
    LARGE_BINARY = "LargeBinary" (BINARY_) LENGTH, "BLOB";
    SQL_BLOB = "BLOB" (LARGE_BINARY) LENGTH, "BLOB";
    SQL_BINARY = "BINARY" (BINARY_) LENGTH, "BINARY";
    SQL_VARBINARY = "VARBINARY" (BINARY_) LENGTH, "VARBINARY";
    INTERVAL = "Interval" (TYPE_ENGINE)
        &[("native", Bool(true)), ("second_precision", Nothing), ("day_precision", Nothing)], "DATETIME";
    JSON = "JSON" (TYPE_ENGINE) &[("none_as_null", Bool(false))], "JSON";
    UUID_ = "Uuid" (TYPE_ENGINE) &[("as_uuid", Bool(true)), ("native_uuid", Bool(true))], "CHAR(32)";
    SQL_UUID = "UUID" (UUID_) &[("as_uuid", Bool(true))], "UUID";
    PICKLE_TYPE = "PickleType" (TYPE_ENGINE)
        &[("protocol", Nothing), ("pickler", Nothing), ("comparator", Nothing), ("impl", Nothing)], "BLOB";
    ARRAY = "ARRAY" (TYPE_ENGINE)
        &[("item_type", Required), ("as_tuple", Bool(false)), ("dimensions", Nothing), ("zero_indexes", Bool(false))],
        "ARRAY";
}

/// `Enum`: of strings, or of an `enum.Enum`.
pub static ENUM: Native = Native::new(
    "Enum",
    "sqlalchemy.sql.sqltypes",
    &[Base::Native(&STRING)],
    &[enumeration::INIT, enumeration::REPR],
);

/// `TypeDecorator`, from which programs derive types of their own.
pub static TYPE_DECORATOR: Native = Native::new(
    "TypeDecorator",
    "sqlalchemy.sql.type_api",
    &[Base::Native(&TYPE_ENGINE)],
    &[],
);

/// `UserDefinedType`, likewise.
pub static USER_DEFINED_TYPE: Native = Native::new(
    "UserDefinedType",
    "sqlalchemy.sql.type_api",
    &[Base::Native(&TYPE_ENGINE)],
    &[],
);
