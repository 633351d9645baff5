//! The modules that a program imports: `sqlalchemy`, `sqlalchemy.orm` and their like.

use python::object::Value;
use python::vm::{Args, ModuleDef, Result, Vm};

use crate::ext::{self, hybrid};
use crate::native::{Entry, Item, find};
use crate::orm::{
    collections, composite, declarative, event, inspect, mapper, property, relationship, session,
};
use crate::schema;
use crate::sql::constructors;
use crate::{exc, orm};

/// A module: its name, and the tables of its names.
struct Module {
    def: ModuleDef,
    tables: &'static [&'static [Entry]],
}

macro_rules! modules {
    ($($constant:ident = $name:literal [$($table:expr),* $(,)?];)*) => {
        $(
            static $constant: Module = Module {
                def: ModuleDef { name: $name, fill },
                tables: &[$($table),*],
            };
        )*

        static ALL: &[&Module] = &[$(&$constant),*];
    };
}

modules! {
    SQLALCHEMY = "sqlalchemy" [
        TOP, schema::NAMES, schema::default::NAMES, schema::types::NAMES, constructors::NAMES, inspect::INSPECT,
        SUBMODULES, NEEDS_DATABASE,
    ];
    SCHEMA = "sqlalchemy.schema" [schema::NAMES, schema::default::NAMES, NEEDS_DATABASE];
    TYPES = "sqlalchemy.types" [schema::types::NAMES];
    SQL = "sqlalchemy.sql" [constructors::NAMES, NEEDS_DATABASE];
    EXPRESSION = "sqlalchemy.sql.expression" [constructors::NAMES, NEEDS_DATABASE];
    SQL_SCHEMA = "sqlalchemy.sql.schema" [schema::NAMES, schema::default::NAMES];
    SQL_TYPES = "sqlalchemy.sql.sqltypes" [schema::types::NAMES];
    EXC = "sqlalchemy.exc" [exc::NAMES];
    EVENT = "sqlalchemy.event" [event::NAMES];
    INSPECTION = "sqlalchemy.inspection" [inspect::INSPECT];
    ORM = "sqlalchemy.orm" [
        declarative::NAMES, property::NAMES, relationship::NAMES, relationship::DIRECTION_NAMES, mapper::NAMES,
        inspect::NAMES, constructors::ANNOTATIONS, session::NAMES, collections::NAMES, ORM_SUBMODULES,
        composite::NAMES, ORM_NEEDS_DATABASE,
    ];
    ORM_EXC = "sqlalchemy.orm.exc" [exc::ORM_NAMES];
    ORM_ATTRIBUTES = "sqlalchemy.orm.attributes" [orm::attributes::api::NAMES];
    ORM_COLLECTIONS = "sqlalchemy.orm.collections" [collections::NAMES];
    ORM_INTERFACES = "sqlalchemy.orm.interfaces" [relationship::DIRECTION_NAMES];
    ORM_BASE = "sqlalchemy.orm.base" [relationship::DIRECTION_NAMES, declarative::NAMES];
    ORM_RELATIONSHIPS = "sqlalchemy.orm.relationships" [relationship::NAMES];
    ORM_PROPERTIES = "sqlalchemy.orm.properties" [property::NAMES];
    ORM_MAPPER = "sqlalchemy.orm.mapper" [mapper::NAMES, inspect::NAMES];
    ORM_DECL_API = "sqlalchemy.orm.decl_api" [declarative::NAMES];
    ORM_SESSION = "sqlalchemy.orm.session" [session::NAMES];
    EXT = "sqlalchemy.ext" [EXT_SUBMODULES];
    EXT_DECLARATIVE = "sqlalchemy.ext.declarative" [declarative::NAMES];
    EXT_HYBRID = "sqlalchemy.ext.hybrid" [hybrid::NAMES];
    EXT_ASSOCIATION_PROXY = "sqlalchemy.ext.associationproxy" [];
    EXT_ORDERING_LIST = "sqlalchemy.ext.orderinglist" [];
}

const TOP: &[Entry] = &[("__version__", Item::Value(|_| Ok(Value::str("2.1.9"))))];

macro_rules! submodules {
    ($parent:literal: $($name:literal),*) => {
        &[$(($name, Item::Value(|vm| vm.import(concat!($parent, ".", $name))))),*]
    };
}

const SUBMODULES: &[Entry] =
    submodules!("sqlalchemy": "orm", "event", "exc", "types", "schema", "sql", "ext", "inspection");
const ORM_SUBMODULES: &[Entry] = submodules!("sqlalchemy.orm": "exc", "attributes", "collections", "interfaces", "properties", "session");
const EXT_SUBMODULES: &[Entry] =
    submodules!("sqlalchemy.ext": "declarative", "hybrid", "associationproxy", "orderinglist");

macro_rules! unsupported {
    ($($name:literal),* $(,)?) => {
        &[$(($name, Item::Function(|vm: &mut Vm, _: &Args| Err(vm.unsupported(concat!($name, "()")))))),*]
    };
}

/// What only makes sense with a database.
const NEEDS_DATABASE: &[Entry] = unsupported!(
    "create_engine",
    "select",
    "insert",
    "update",
    "delete",
    "exists",
    "union",
    "union_all",
    "join",
    "outerjoin",
    "values",
    "table",
    "lateral",
    "extract",
    "over",
    "within_group",
    "type_coerce",
    "any_",
    "all_",
    "collate",
    "between",
    "make_url",
    "engine_from_config",
    "create_mock_engine",
    "CreateTable",
    "CreateIndex",
    "DropTable",
    "DDL",
);

const ORM_NEEDS_DATABASE: &[Entry] = unsupported!(
    "aliased",
    "joinedload",
    "selectinload",
    "subqueryload",
    "lazyload",
    "immediateload",
    "raiseload",
    "noload",
    "contains_eager",
    "load_only",
    "defer",
    "undefer",
    "with_polymorphic",
    "with_loader_criteria",
    "selectin_polymorphic",
    "query_expression",
    "Load",
    "Query",
    "Bundle",
);

/// Offers every module to the program.
pub fn register(vm: &mut Vm) {
    for module in ALL {
        vm.register_module(&module.def);
    }
}

/// A module begins empty: what is asked of it is made then.
fn fill(vm: &mut Vm, module: &Value) -> Result<()> {
    let name = vm.names.__name__.clone();
    let name = vm.get_attr(module, &name)?;
    let hook = vm.native_function(
        "sqlalchemy",
        "__getattr__",
        attribute,
        vec![module.clone(), name.clone()],
    );
    vm.set_global(module, "__getattr__", hook);
    let file = format!(
        "{}/__init__.py",
        name.as_str().unwrap_or_default().replace('.', "/")
    );
    vm.set_global(
        module,
        "__file__",
        Value::str(format!("/site-packages/{file}")),
    );
    let path = vm.list(Vec::new());
    vm.set_global(module, "__path__", path);
    ext::fill(vm, module)
}

/// `module.name`, the first time: captured are the module and its name.
fn attribute(vm: &mut Vm, args: &Args) -> Result {
    let [module, module_name, name] = args.positional else {
        return Err(vm.type_error("__getattr__() takes exactly one argument"));
    };
    let wanted = name.as_str().unwrap_or_default();
    let known = ALL
        .iter()
        .find(|known| Some(known.def.name) == module_name.as_str());
    if let Some(known) = known {
        if let Some(found) = find(vm, known.def.name, known.tables, wanted)? {
            vm.set_global(module, wanted, found.clone());
            return Ok(found);
        }
        if wanted == "__all__" {
            let names = known.tables.iter().flat_map(|table| table.iter());
            let names = names
                .filter(|(name, _)| !name.starts_with("__"))
                .map(|(name, _)| Value::str(*name));
            let names = names.collect();
            return Ok(vm.list(names));
        }
    }
    let class = vm.exceptions.attribute_error.clone();
    let text = format!(
        "module '{}' has no attribute '{wanted}'",
        module_name.as_str().unwrap_or_default()
    );
    Err(vm.error(&class, text))
}

/// What a name in a string argument means if it is no class and no table: something of `sqlalchemy`'s.
pub fn fallback(vm: &mut Vm, name: &str) -> Result<Option<Value>> {
    if let Some(found) = find(vm, "sqlalchemy.orm", &[constructors::ANNOTATIONS], name)? {
        return Ok(Some(found));
    }
    find(vm, "sqlalchemy", SQLALCHEMY.tables, name)
}
