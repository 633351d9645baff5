//! The interface of the machine (signatures agreed; each group moves to the file that implements it).

use std::cell::RefCell;
use std::rc::Rc;

use num_bigint::BigInt;

use super::{Args, NativeFn, Raised, Result, Vm};
use crate::code::{BinaryOperator, CompareOperator};
use crate::object::{Class, ClassDef, Dict, Host, NativeIterator, Set, Str, Value};

/// A module made in Rust: what `import name` gives.
pub struct ModuleDef {
    /// The dotted name.
    pub name: &'static str,
    /// Fills the module's namespace when it is first imported.
    pub fill: fn(&mut Vm, &Value) -> Result<()>,
}

// ---- making values ----
impl Vm {
    /// A `list`.
    pub fn list(&mut self, items: Vec<Value>) -> Value {
        todo!()
    }
    /// A `tuple`.
    pub fn tuple(&mut self, items: Vec<Value>) -> Value {
        todo!()
    }
    /// A `dict`.
    pub fn dict(&mut self, dict: Dict) -> Value {
        todo!()
    }
    /// A `set`.
    pub fn set(&mut self, set: Set) -> Value {
        todo!()
    }
    /// An `int` of any size.
    pub fn int(&mut self, value: BigInt) -> Value {
        todo!()
    }
    /// The one string object for a text that is used as a name.
    pub fn intern(&mut self, text: &str) -> Rc<Str> {
        todo!()
    }
    /// As [`Vm::intern`], for a string at hand.
    pub fn intern_str(&mut self, text: &Rc<Str>) -> Rc<Str> {
        todo!()
    }
    /// An instance of a class, without calling it: attributes only.
    pub fn instance(&mut self, class: &Rc<Class>) -> Value {
        todo!()
    }
    /// An object that carries a host's data.
    pub fn host_object(&mut self, class: &Rc<Class>, data: impl Host) -> Value {
        todo!()
    }
    /// A function made in Rust. `captured` values come first among its arguments.
    pub fn native_function(
        &mut self,
        module: &'static str,
        name: &'static str,
        call: NativeFn,
        captured: Vec<Value>,
    ) -> Value {
        todo!()
    }
    /// An iterator made in Rust.
    pub fn native_iterator(&mut self, iterator: impl NativeIterator + 'static) -> Value {
        todo!()
    }
    /// A bound method.
    pub fn bound_method(&mut self, function: Value, receiver: Value) -> Value {
        todo!()
    }
}

// ---- classes ----
impl Vm {
    /// A class made in Rust, derived from `bases` (`object` if empty), with `meta` as its class (`type` if none).
    pub fn native_class(
        &mut self,
        def: &'static ClassDef,
        bases: &[Rc<Class>],
        meta: Option<&Rc<Class>>,
    ) -> Rc<Class> {
        todo!()
    }
    /// `type.__new__(meta, name, bases, namespace, **keywords)`: `__set_name__` and `__init_subclass__` included.
    pub fn create_class(
        &mut self,
        meta: Option<&Rc<Class>>,
        name: &Rc<Str>,
        bases: &[Rc<Class>],
        namespace: Dict,
        keywords: &Args,
    ) -> Result<Rc<Class>> {
        todo!()
    }
    /// `type(value)`
    pub fn class_of(&self, value: &Value) -> Rc<Class> {
        todo!()
    }
    /// `type(value).__name__`
    pub fn type_name(&self, value: &Value) -> Rc<Str> {
        todo!()
    }
    /// Whether the value's class is `class` or derives from it (no `__instancecheck__`).
    pub fn is_instance(&self, value: &Value, class: &Rc<Class>) -> bool {
        todo!()
    }
    /// What a name means on a class: the first entry along its MRO, unbound.
    pub fn class_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> Option<Value> {
        todo!()
    }
    /// An entry of the class's own namespace.
    pub fn own_class_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> Option<Value> {
        todo!()
    }
    /// Sets an entry of a class's namespace, bypassing the metaclass, and renews the caches.
    pub fn set_class_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>, value: Value) {
        todo!()
    }
    /// Removes an entry of a class's namespace, bypassing the metaclass.
    pub fn delete_class_attr(&mut self, class: &Rc<Class>, name: &Rc<Str>) -> Option<Value> {
        todo!()
    }
    /// `Module.Name`, or `Name` for the builtins: as a traceback names an exception's class.
    pub fn full_name(&mut self, class: &Rc<Class>) -> String {
        todo!()
    }
}

// ---- attributes ----
impl Vm {
    /// `getattr(value, name)`
    pub fn get_attr(&mut self, value: &Value, name: &Rc<Str>) -> Result {
        todo!()
    }
    /// `getattr(value, name)`, or `None` where that raises AttributeError.
    pub fn find_attr(&mut self, value: &Value, name: &Rc<Str>) -> Result<Option<Value>> {
        todo!()
    }
    /// `setattr(value, name, new)`
    pub fn set_attr(&mut self, value: &Value, name: &Rc<Str>, new: Value) -> Result<()> {
        todo!()
    }
    /// `delattr(value, name)`
    pub fn delete_attr(&mut self, value: &Value, name: &Rc<Str>) -> Result<()> {
        todo!()
    }
    /// `object.__getattribute__`, without hooks of the class.
    pub fn generic_get_attr(&mut self, value: &Value, name: &Rc<Str>) -> Result {
        todo!()
    }
    /// `object.__setattr__`
    pub fn generic_set_attr(&mut self, value: &Value, name: &Rc<Str>, new: Value) -> Result<()> {
        todo!()
    }
    /// The instance's `__dict__` entry, bypassing descriptors.
    pub fn instance_attr(&self, value: &Value, name: &Rc<Str>) -> Option<Value> {
        todo!()
    }
    /// The instance's `__dict__` as an object.
    pub fn instance_dict(&mut self, value: &Value) -> Option<Value> {
        todo!()
    }
}

// ---- calls ----
impl Vm {
    /// Calls with positional arguments.
    pub fn call(&mut self, function: &Value, positional: &[Value]) -> Result {
        todo!()
    }
    /// Calls with any arguments.
    pub fn call_args(&mut self, function: &Value, args: &Args) -> Result {
        todo!()
    }
    /// `value.name(*positional)`
    pub fn call_method(&mut self, value: &Value, name: &Rc<Str>, positional: &[Value]) -> Result {
        todo!()
    }
    /// Calls the special method of the value's class, if it has one.
    pub fn call_special(
        &mut self,
        value: &Value,
        name: &Rc<Str>,
        positional: &[Value],
    ) -> Result<Option<Value>> {
        todo!()
    }
    /// Whether it can be called.
    pub fn is_callable(&mut self, value: &Value) -> bool {
        todo!()
    }
}

// ---- operators ----
impl Vm {
    /// `bool(value)`
    pub fn truthy(&mut self, value: &Value) -> Result<bool> {
        todo!()
    }
    /// `a == b` as a condition.
    pub fn eq(&mut self, a: &Value, b: &Value) -> Result<bool> {
        todo!()
    }
    /// A comparison; the result may be any object.
    pub fn compare(&mut self, op: CompareOperator, a: &Value, b: &Value) -> Result {
        todo!()
    }
    /// A binary operator.
    pub fn binary(&mut self, op: BinaryOperator, a: &Value, b: &Value) -> Result {
        todo!()
    }
    /// `hash(value)`
    pub fn hash(&mut self, value: &Value) -> Result<i64> {
        todo!()
    }
    /// `len(value)`
    pub fn len(&mut self, value: &Value) -> Result<usize> {
        todo!()
    }
    /// `item in container`
    pub fn contains(&mut self, container: &Value, item: &Value) -> Result<bool> {
        todo!()
    }
    /// `container[key]`
    pub fn get_item(&mut self, container: &Value, key: &Value) -> Result {
        todo!()
    }
    /// `container[key] = value`
    pub fn set_item(&mut self, container: &Value, key: &Value, value: Value) -> Result<()> {
        todo!()
    }
    /// `del container[key]`
    pub fn delete_item(&mut self, container: &Value, key: &Value) -> Result<()> {
        todo!()
    }
    /// `operator.index(value)` that fits; else OverflowError or the TypeError `'str' object cannot be interpreted as an integer`.
    pub fn index(&mut self, value: &Value) -> Result<i64> {
        todo!()
    }
}

// ---- dicts and sets by Python's equality ----
impl Vm {
    /// `dict.get(key)`
    pub fn dict_get(&mut self, dict: &RefCell<Dict>, key: &Value) -> Result<Option<Value>> {
        todo!()
    }
    /// `dict[key] = value`; answers the former value.
    pub fn dict_set(
        &mut self,
        dict: &RefCell<Dict>,
        key: Value,
        value: Value,
    ) -> Result<Option<Value>> {
        todo!()
    }
    /// `dict.pop(key)`
    pub fn dict_remove(&mut self, dict: &RefCell<Dict>, key: &Value) -> Result<Option<Value>> {
        todo!()
    }
    /// `item in set`
    pub fn set_contains(&mut self, set: &RefCell<Set>, item: &Value) -> Result<bool> {
        todo!()
    }
    /// `set.add(item)`; whether it was new.
    pub fn set_add(&mut self, set: &RefCell<Set>, item: Value) -> Result<bool> {
        todo!()
    }
    /// `set.discard(item)`; whether it was there.
    pub fn set_remove(&mut self, set: &RefCell<Set>, item: &Value) -> Result<bool> {
        todo!()
    }
}

// ---- iteration ----
impl Vm {
    /// `iter(value)`
    pub fn iter(&mut self, value: &Value) -> Result {
        todo!()
    }
    /// `next(iterator)`, `None` at the end.
    pub fn next(&mut self, iterator: &Value) -> Result<Option<Value>> {
        todo!()
    }
    /// `list(value)` as a vector.
    pub fn collect(&mut self, value: &Value) -> Result<Vec<Value>> {
        todo!()
    }
}

// ---- text ----
impl Vm {
    /// `repr(value)`
    pub fn repr(&mut self, value: &Value) -> Result<String> {
        todo!()
    }
    /// `str(value)`
    pub fn str(&mut self, value: &Value) -> Result<String> {
        todo!()
    }
    /// `str(value)` as a string object: the value itself if it is one.
    pub fn str_value(&mut self, value: &Value) -> Result<Rc<Str>> {
        todo!()
    }
    /// `format(value, spec)`
    pub fn format(&mut self, value: &Value, spec: &str) -> Result<String> {
        todo!()
    }
    /// `id(value)`: the same from run to run.
    pub fn id(&mut self, value: &Value) -> u64 {
        todo!()
    }
    /// `0x7f…`, the id as reprs show it.
    pub fn address(&mut self, value: &Value) -> String {
        todo!()
    }
}

// ---- errors ----
impl Vm {
    /// An exception of a class with one argument, its message.
    pub fn error(&mut self, class: &Rc<Class>, message: impl AsRef<str>) -> Raised {
        todo!()
    }
    /// An exception by calling its class.
    pub fn raise(&mut self, class: &Rc<Class>, args: &[Value]) -> Raised {
        todo!()
    }
    /// `TypeError(message)`
    pub fn type_error(&mut self, message: impl AsRef<str>) -> Raised {
        todo!()
    }
    /// `ValueError(message)`
    pub fn value_error(&mut self, message: impl AsRef<str>) -> Raised {
        todo!()
    }
    /// `KeyError(key)`
    pub fn key_error(&mut self, key: &Value) -> Raised {
        todo!()
    }
    /// `IndexError(message)`
    pub fn index_error(&mut self, message: impl AsRef<str>) -> Raised {
        todo!()
    }
    /// AttributeError for a missing attribute, with what "Did you mean" needs.
    pub fn attribute_error(&mut self, value: &Value, name: &Rc<Str>) -> Raised {
        todo!()
    }
    /// NotImplementedError `'…' is not supported in the playground`.
    pub fn unsupported(&mut self, what: impl AsRef<str>) -> Raised {
        todo!()
    }
    /// Whether the exception is of a class (limits never are).
    pub fn caught(&self, raised: &Raised, class: &Rc<Class>) -> bool {
        todo!()
    }
}

// ---- limits, output, surroundings ----
impl Vm {
    /// Pays for work done in Rust, in steps; ends the run when there are none left.
    pub fn charge(&mut self, steps: u64) -> Result<()> {
        todo!()
    }
    /// Asks for memory before something large is made.
    pub fn reserve(&mut self, bytes: usize) -> Result<()> {
        todo!()
    }
    /// Guards a native recursion: RecursionError when it is too deep. Pair with [`Vm::leave`].
    pub fn enter(&mut self) -> Result<()> {
        todo!()
    }
    /// The end of [`Vm::enter`].
    pub fn leave(&mut self) {
        todo!()
    }
    /// Writes to standard output.
    pub fn print(&mut self, text: &str) -> Result<()> {
        todo!()
    }
    /// `warnings.warn(text, category)` at the innermost line of the program; CPython's default filter (once
    /// per text, category and line). May raise where the program has turned warnings into errors.
    pub fn warn(&mut self, category: &Rc<Class>, text: &str) -> Result<()> {
        todo!()
    }
    /// The innermost line of the program: index of its source, 1-based line.
    pub fn current_line(&self) -> (usize, usize) {
        todo!()
    }
    /// `sys.modules[name]`, imported if need be.
    pub fn import(&mut self, name: &str) -> Result {
        todo!()
    }
    /// Offers a module to the program.
    pub fn register_module(&mut self, def: &'static ModuleDef) {
        todo!()
    }
    /// Sets a global of a module.
    pub fn set_global(&mut self, module: &Value, name: &str, value: Value) {
        todo!()
    }
    /// The host's state of type `T` for this run, made by `Default` when first asked for.
    pub fn state<T: Host + Default>(&mut self) -> Rc<T> {
        todo!()
    }
    /// Compiles and evaluates an expression in a namespace: what a string argument of the host means
    /// (`primaryjoin="Parent.id == Child.parent_id"`). Names are looked up by `lookup`.
    pub fn eval_with(&mut self, text: &str, namespace: &Value) -> Result {
        todo!()
    }
    /// Where the program's names stand: the globals of `__main__`, a dict.
    pub fn main_globals(&self) -> Value {
        todo!()
    }
}
