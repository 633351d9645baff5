//! `Table.c`: the columns by name.

use std::rc::Rc;

use python::object::{Host, Str, Value};
use python::vm::{Args, Vm};

use crate::handle::Handle;
use crate::native::{Native, getter, method};
use crate::schema::column::Column;

/// Columns by key. (What `table.c` answers holds the columns of the moment.)
pub struct ColumnCollection(pub Vec<(Rc<Str>, Handle<Column>)>);

impl Host for ColumnCollection {}

/// `ReadOnlyColumnCollection`
pub static COLUMN_COLLECTION: Native = Native::new(
    "ReadOnlyColumnCollection",
    "sqlalchemy.sql.base",
    &[],
    &[
        method("__getattr__", |vm, args| {
            let [_, name] = args.exactly(vm, "__getattr__")?;
            match find(this(args), name) {
                Some(column) => Ok(column.value()),
                None => {
                    let class = vm.exceptions.attribute_error.clone();
                    Err(vm.error(&class, name.as_str().unwrap_or_default()))
                }
            }
        }),
        method("__getitem__", |vm, args| {
            let [_, key] = args.exactly(vm, "__getitem__")?;
            if let Value::Int(index) = key {
                let columns = this(args);
                let at = if *index < 0 {
                    index + columns.len() as i64
                } else {
                    *index
                };
                return match usize::try_from(at).ok().and_then(|at| columns.get(at)) {
                    Some((_, column)) => Ok(column.value()),
                    None => Err(vm.index_error(index.to_string())),
                };
            }
            find(this(args), key)
                .map(|column| column.value())
                .ok_or_else(|| vm.key_error(key))
        }),
        method("__contains__", |vm, args| {
            let [_, key] = args.exactly(vm, "__contains__")?;
            if key.as_str().is_none() {
                return Err(
                    crate::exc::ARGUMENT_ERROR.error(vm, "__contains__ requires a string argument")
                );
            }
            Ok(Value::Bool(find(this(args), key).is_some()))
        }),
        method("contains_column", |vm, args| {
            let [_, column] = args.exactly(vm, "contains_column")?;
            Ok(Value::Bool(
                this(args).iter().any(|(_, other)| other.value().is(column)),
            ))
        }),
        method("__len__", |_, args| Ok(Value::from(this(args).len()))),
        method("__bool__", |_, _| Ok(Value::Bool(true))),
        method("__iter__", |vm, args| {
            let list = columns(vm, args);
            vm.iter(&list)
        }),
        method("keys", |vm, args| {
            let keys = this(args)
                .iter()
                .map(|(key, _)| Value::Str(key.clone()))
                .collect();
            Ok(vm.list(keys))
        }),
        method("values", |vm, args| Ok(columns(vm, args))),
        method("items", |vm, args| {
            let mut items = Vec::new();
            for (key, column) in this(args) {
                items.push(vm.tuple(vec![Value::Str(key.clone()), column.value()]));
            }
            Ok(vm.list(items))
        }),
        method("get", |vm, args| {
            let given = args.rest().between(vm, "get", 1, 2)?;
            Ok(match find(this(args), &given[0]) {
                Some(column) => column.value(),
                None => given.get(1).cloned().unwrap_or(Value::None),
            })
        }),
        getter("columns", |_, args| Ok(args.positional[0].clone())),
        method("__str__", |_, args| {
            let names: Vec<String> = this(args)
                .iter()
                .map(|(_, column)| column.describe())
                .collect();
            Ok(Value::str(format!(
                "ReadOnlyColumnCollection({})",
                names.join(", ")
            )))
        }),
    ],
);

fn this<'a>(args: &Args<'a>) -> &'a [(Rc<Str>, Handle<Column>)] {
    let collection: &ColumnCollection = args.positional[0]
        .host()
        .expect("a method of a collection has one");
    &collection.0
}

fn find<'a>(columns: &'a [(Rc<Str>, Handle<Column>)], key: &Value) -> Option<&'a Handle<Column>> {
    let key = key.as_str()?;
    columns
        .iter()
        .find(|(name, _)| name.as_str() == key)
        .map(|(_, column)| column)
}

fn columns(vm: &mut Vm, args: &Args) -> Value {
    let columns = this(args)
        .iter()
        .map(|(_, column)| column.value())
        .collect();
    vm.list(columns)
}

/// The collection of these columns.
pub fn collection(vm: &mut Vm, columns: Vec<(Rc<Str>, Handle<Column>)>) -> Value {
    let class = COLUMN_COLLECTION.class(vm);
    vm.host_object(&class, ColumnCollection(columns))
}
