//! `MetaData`: the tables that belong together.

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Dict, Host, Layout, Object, Payload, Str, Value};
use python::vm::{Args, Result, Vm};

use super::foreign_key::ForeignKey;
use super::table::Table;
use crate::handle::Handle;
use crate::native::{Base, Native, getter, method, static_method};
use crate::value::{dict_in, or_none, text_or_none};

/// A collection of tables.
#[derive(Default)]
pub struct MetaData {
    /// Tables by `schema.name`, in order of definition.
    pub tables: RefCell<Dict>,
    /// `schema`
    pub schema: RefCell<Option<Rc<Str>>>,
    /// `naming_convention`: a dict, or `Unbound`.
    pub naming_convention: RefCell<Value>,
    /// `info`: a dict, or `Unbound` until it is asked for.
    pub info: RefCell<Value>,
    /// Foreign keys whose targets are not defined yet.
    pub pending: RefCell<Vec<Handle<ForeignKey>>>,
}

impl MetaData {
    /// The table of a `schema.name`.
    pub fn table(&self, key: &str) -> Option<Handle<Table>> {
        Handle::of(self.tables.borrow().get_text(key)?)
    }

    /// The tables, in order of definition.
    pub fn all_tables(&self) -> Vec<Handle<Table>> {
        self.tables
            .borrow()
            .iter()
            .filter_map(|(_, table)| Handle::of(table))
            .collect()
    }
}

impl Host for MetaData {
    fn clear(&self) {
        self.tables.take();
        self.naming_convention.take();
        self.info.take();
        self.pending.take();
    }
}

/// `MetaData`
pub static META_DATA: Native = Native::new(
    "MetaData",
    "sqlalchemy.sql.schema",
    &[],
    &[
        static_method("__new__", new),
        method("__init__", init),
        method("__repr__", |_, _| Ok(Value::str("MetaData()"))),
        method("__contains__", |vm, args| {
            let [_, key] = args.exactly(vm, "__contains__")?;
            let found = match (key.as_str(), Handle::<Table>::of(key)) {
                (Some(key), _) => this(args).table(key).is_some(),
                (_, Some(table)) => this(args).table(&table.full_name()).is_some(),
                _ => false,
            };
            Ok(Value::Bool(found))
        }),
        getter("tables", tables),
        getter("sorted_tables", sorted_tables),
        getter("schema", |_, args| {
            Ok(text_or_none(this(args).schema.borrow().as_ref()))
        }),
        getter("naming_convention", |_, args| {
            Ok(or_none(&this(args).naming_convention))
        }),
        getter("info", |vm, args| Ok(dict_in(vm, &this(args).info))),
        method("clear", |vm, args| {
            args.rest().exactly::<0>(vm, "clear")?;
            this(args).tables.take();
            Ok(Value::None)
        }),
        method("remove", |vm, args| {
            let [_, table] = args.exactly(vm, "remove")?;
            if let Some(table) = Handle::<Table>::of(table) {
                let key = vm.intern(&table.full_name());
                this(args).tables.borrow_mut().remove_str(&key);
            }
            Ok(Value::None)
        }),
    ],
);

static FACADE_DICT: Native = Native::with_layout(
    "FacadeDict",
    "sqlalchemy.util._collections",
    Layout::Dict,
    &[Base::Builtin(|vm| &vm.types.dict)],
    &[method("__repr__", |vm, args| {
        let items = args.positional[0]
            .as_dict()
            .expect("a FacadeDict is a dict")
            .borrow()
            .copy();
        let dict = vm.dict(items);
        Ok(Value::str(format!("FacadeDict({})", vm.repr(&dict)?)))
    })],
);

/// A new, empty one.
pub fn make(vm: &mut Vm) -> Handle<MetaData> {
    let class = META_DATA.class(vm);
    Handle::new(vm, &class, MetaData::default())
}

fn this<'a>(args: &Args<'a>) -> &'a MetaData {
    args.positional[0]
        .host()
        .expect("a method of MetaData has one")
}

fn new(vm: &mut Vm, args: &Args) -> Result {
    let class = args.positional[0]
        .as_class()
        .expect("type.__call__ passes the class")
        .clone();
    Ok(vm.host_object(&class, MetaData::default()))
}

fn init(vm: &mut Vm, args: &Args) -> Result {
    let bound = args.rest().bind(
        vm,
        "MetaData.__init__",
        &["schema", "quote_schema", "naming_convention", "info"],
        4,
        0,
    )?;
    let [schema, _, naming_convention, info] = bound.0;
    let this = this(args);
    if let Some(schema) = schema.filter(|schema| !schema.is_none()) {
        *this.schema.borrow_mut() = crate::value::name_of(vm, &schema);
    }
    if let Some(convention) = naming_convention.filter(|convention| !convention.is_none()) {
        *this.naming_convention.borrow_mut() = convention;
    }
    if let Some(info) = info.filter(|info| !info.is_none()) {
        *this.info.borrow_mut() = info;
    }
    Ok(Value::None)
}

fn tables(vm: &mut Vm, args: &Args) -> Result {
    let class = FACADE_DICT.class(vm);
    let tables = this(args).tables.borrow().copy();
    Ok(Value::Obj(Object::new(
        class,
        Payload::Dict(RefCell::new(tables)),
    )))
}

/// Tables before those that refer to them; otherwise by name, as SQLAlchemy has it.
fn sorted_tables(vm: &mut Vm, args: &Args) -> Result {
    let mut waiting = this(args).all_tables();
    waiting.sort_by_key(|table| table.full_name());
    let mut sorted: Vec<Handle<Table>> = Vec::new();
    while !waiting.is_empty() {
        let mut ready = Vec::new();
        for table in &waiting {
            if !depends_on_any(vm, table, &waiting)? {
                ready.push(table.clone());
            }
        }
        if ready.is_empty() {
            ready.clone_from(&waiting);
        }
        waiting.retain(|table| !ready.contains(table));
        sorted.extend(ready);
    }
    Ok(vm.list(sorted.iter().map(Handle::value).collect()))
}

fn depends_on_any(vm: &mut Vm, table: &Handle<Table>, others: &[Handle<Table>]) -> Result<bool> {
    for column in table.columns() {
        for key in column.foreign_keys.borrow().clone() {
            let target = super::foreign_key::resolve(vm, &key)?;
            let target = target.table.borrow().clone();
            if target.is_some_and(|target| !target.is(table) && others.contains(&target)) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}
