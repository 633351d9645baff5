//! Classes and modules made in Rust: described by tables, made when they are first needed.
//!
//! A program of ten lines uses perhaps thirty of SQLAlchemy's classes. So importing `sqlalchemy` makes none:
//! a module knows its names, and a name becomes a class, function or constant when it is asked for.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use python::object::{Class, ClassDef, Host, Layout, MethodDef, MethodKind, Str, Value};
use python::vm::{Args, NativeFn, Raised, Result, Vm};

/// A class made in Rust.
pub struct Native {
    /// Its name, module and methods.
    pub def: ClassDef,
    /// What it derives from; `object` if empty.
    pub bases: &'static [Base],
    /// Its metaclass, if it is not `type`.
    pub meta: Option<&'static Native>,
}

/// A base of a [`Native`] class.
pub enum Base {
    /// Another of ours.
    Native(&'static Native),
    /// One of the machine's.
    Builtin(fn(&Vm) -> &Rc<Class>),
}

/// The classes that exist already.
#[derive(Default)]
struct Classes(RefCell<BTreeMap<usize, Rc<Class>>>);

impl Host for Classes {
    fn clear(&self) {
        self.0.take();
    }
}

impl Native {
    /// The class, made at the first call.
    pub fn class(&'static self, vm: &mut Vm) -> Rc<Class> {
        let classes = vm.state::<Classes>();
        let address = std::ptr::from_ref(self) as usize;
        if let Some(class) = classes.0.borrow().get(&address) {
            return class.clone();
        }
        let meta = self.meta.map(|meta| meta.class(vm));
        let bases: Vec<Rc<Class>> = self
            .bases
            .iter()
            .map(|base| match base {
                Base::Native(native) => native.class(vm),
                Base::Builtin(builtin) => builtin(vm).clone(),
            })
            .collect();
        let class = vm.native_class(&self.def, &bases, meta.as_ref());
        classes.0.borrow_mut().insert(address, class.clone());
        class
    }

    /// The class as a value.
    pub fn value(&'static self, vm: &mut Vm) -> Value {
        Value::Class(self.class(vm))
    }

    /// Whether the value is an instance of the class.
    pub fn is_instance(&'static self, vm: &mut Vm, value: &Value) -> bool {
        let class = self.class(vm);
        vm.is_instance(value, &class)
    }

    /// An exception of the class.
    pub fn error(&'static self, vm: &mut Vm, message: impl AsRef<str>) -> Raised {
        let class = self.class(vm);
        vm.error(&class, message)
    }
}

/// What a name of a module stands for.
pub enum Item {
    /// A class.
    Class(&'static Native),
    /// A function.
    Function(NativeFn),
    /// Anything else, made when it is asked for.
    Value(fn(&mut Vm) -> Result),
}

/// A name of a module.
pub type Entry = (&'static str, Item);

/// What `module.name` gives, if the tables have it.
pub fn find(
    vm: &mut Vm,
    module: &'static str,
    tables: &[&[Entry]],
    name: &str,
) -> Result<Option<Value>> {
    for table in tables {
        if let Some((name, item)) = table.iter().find(|(entry, _)| *entry == name) {
            return Ok(Some(match item {
                Item::Class(native) => native.value(vm),
                Item::Function(call) => vm.native_function(module, name, *call, Vec::new()),
                Item::Value(make) => make(vm)?,
            }));
        }
    }
    Ok(None)
}

/// A method.
pub const fn method(name: &'static str, call: NativeFn) -> MethodDef {
    MethodDef {
        name,
        kind: MethodKind::Method,
        call,
    }
}

/// A method called without an instance: `__new__`, above all.
pub const fn static_method(name: &'static str, call: NativeFn) -> MethodDef {
    MethodDef {
        name,
        kind: MethodKind::Static,
        call,
    }
}

/// A method called with the class.
pub const fn class_method(name: &'static str, call: NativeFn) -> MethodDef {
    MethodDef {
        name,
        kind: MethodKind::Class,
        call,
    }
}

/// An attribute that is computed.
pub const fn getter(name: &'static str, call: NativeFn) -> MethodDef {
    MethodDef {
        name,
        kind: MethodKind::Getter,
        call,
    }
}

/// What assigns to an attribute that is computed.
pub const fn setter(name: &'static str, call: NativeFn) -> MethodDef {
    MethodDef {
        name,
        kind: MethodKind::Setter,
        call,
    }
}

impl Native {
    /// A class whose instances carry our data.
    pub const fn new(
        name: &'static str,
        module: &'static str,
        bases: &'static [Base],
        methods: &'static [MethodDef],
    ) -> Native {
        Native::with_layout(name, module, Layout::Native, bases, methods)
    }

    /// A class whose instances are laid out in a given way.
    pub const fn with_layout(
        name: &'static str,
        module: &'static str,
        layout: Layout,
        bases: &'static [Base],
        methods: &'static [MethodDef],
    ) -> Native {
        Native {
            def: ClassDef {
                name,
                module,
                layout,
                subclassable: true,
                methods,
                doc: "",
            },
            bases,
            meta: None,
        }
    }
}

/// The keyword arguments of a call, taken one by one.
pub struct Keywords<'a>(Vec<(&'a Rc<Str>, &'a Value)>);

impl<'a> Keywords<'a> {
    /// Those of a call.
    pub fn of(args: &Args<'a>) -> Keywords<'a> {
        Keywords(args.keywords().collect())
    }

    /// Takes the argument of a name.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().position(|(key, _)| key.as_str() == name)?;
        Some(self.0.remove(at).1.clone())
    }

    /// Takes an argument that is true or false.
    pub fn take_bool(&mut self, vm: &mut Vm, name: &str) -> Result<bool> {
        match self.take(name) {
            Some(value) => vm.truthy(&value),
            None => Ok(false),
        }
    }

    /// Takes an argument; `None` stands for its absence.
    pub fn take_some(&mut self, name: &str) -> Option<Value> {
        self.take(name).filter(|value| !value.is_none())
    }

    /// The first of those that nobody took.
    pub fn first(&self) -> Option<&'a Rc<Str>> {
        self.0.first().map(|(key, _)| *key)
    }

    /// Those that nobody took.
    pub fn rest(self) -> Vec<(Rc<Str>, Value)> {
        self.0
            .into_iter()
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect()
    }
}
