//! Constants that the program sees in events: `LoaderCallableStatus.NO_VALUE` and its like.

use python::object::{ClassDef, Host, Layout, MethodDef, MethodKind, Value};
use python::vm::{Args, Result, Vm};

use crate::handle::Handle;
use crate::native::Native;
use crate::orm::collections::Adapter;

/// A member of one of SQLAlchemy's enumerations of marks.
struct Symbol {
    kind: &'static str,
    name: &'static str,
    value: i64,
}

impl Host for Symbol {}

const METHODS: &[MethodDef] = &[
    MethodDef {
        name: "__repr__",
        kind: MethodKind::Method,
        call: repr,
    },
    MethodDef {
        name: "__str__",
        kind: MethodKind::Method,
        call: text,
    },
    MethodDef {
        name: "name",
        kind: MethodKind::Getter,
        call: name,
    },
    MethodDef {
        name: "value",
        kind: MethodKind::Getter,
        call: value,
    },
];

static LOADER_CALLABLE_STATUS: Native = symbols("LoaderCallableStatus", "sqlalchemy.orm.base");
static EVENT_CONSTANTS: Native = symbols("EventConstants", "sqlalchemy.orm.base");
static SYMBOL: Native = symbols("symbol", "sqlalchemy.util.langhelpers");

/// `sqlalchemy.orm.collections.CollectionAdapter`
pub static COLLECTION_ADAPTER: Native = Native {
    def: ClassDef {
        name: "CollectionAdapter",
        module: "sqlalchemy.orm.collections",
        layout: Layout::Native,
        subclassable: false,
        methods: &[MethodDef {
            name: "data",
            kind: MethodKind::Getter,
            call: |_, args| {
                let adapter: Option<&Adapter> = args.positional[0].host();
                Ok(adapter.map_or(Value::None, Adapter::collection))
            },
        }],
        doc: "Bridges between the ORM and arbitrary Python collections.",
    },
    bases: &[],
    meta: None,
};

const fn symbols(name: &'static str, module: &'static str) -> Native {
    Native {
        def: ClassDef {
            name,
            module,
            layout: Layout::Native,
            subclassable: false,
            methods: METHODS,
            doc: "",
        },
        bases: &[],
        meta: None,
    }
}

fn make(
    vm: &mut Vm,
    class: &'static Native,
    kind: &'static str,
    name: &'static str,
    value: i64,
) -> Value {
    let class = class.class(vm);
    Handle::new(vm, &class, Symbol { kind, name, value }).value()
}

/// `LoaderCallableStatus.NO_VALUE`
pub fn no_value(vm: &mut Vm) -> Value {
    make(
        vm,
        &LOADER_CALLABLE_STATUS,
        "LoaderCallableStatus",
        "NO_VALUE",
        4,
    )
}

/// `EventConstants.NO_KEY`
pub fn no_key(vm: &mut Vm) -> Value {
    make(vm, &EVENT_CONSTANTS, "EventConstants", "NO_KEY", 4)
}

/// `initiator.op`
pub fn operation(vm: &mut Vm, name: &'static str) -> Value {
    make(vm, &SYMBOL, "", name, 0)
}

fn symbol(args: &Args) -> Handle<Symbol> {
    Handle::of(&args.positional[0]).expect("a method of the class")
}

fn repr(_: &mut Vm, args: &Args) -> Result {
    let symbol = symbol(args);
    Ok(Value::str(if symbol.kind.is_empty() {
        format!("symbol('{}')", symbol.name)
    } else {
        format!("<{}.{}: {}>", symbol.kind, symbol.name, symbol.value)
    }))
}

fn text(_: &mut Vm, args: &Args) -> Result {
    let symbol = symbol(args);
    Ok(Value::str(if symbol.kind.is_empty() {
        format!("symbol('{}')", symbol.name)
    } else {
        format!("{}.{}", symbol.kind, symbol.name)
    }))
}

fn name(_: &mut Vm, args: &Args) -> Result {
    Ok(Value::str(symbol(args).name))
}

fn value(_: &mut Vm, args: &Args) -> Result {
    Ok(Value::Int(symbol(args).value))
}
