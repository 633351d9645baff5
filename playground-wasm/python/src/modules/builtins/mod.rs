//! `builtins`: what a program can name without importing it.

mod attributes;
mod classes;
mod execute;
mod extremes;
mod iteration;
mod numbers;
mod output;
mod sequences;
mod text;

pub(crate) use classes::{is_instance, is_subclass, plain_instance};

use crate::object::{ClassDef, Value};
use crate::vm::{ModuleDef, NativeFn, Result, Vm};

/// The module. Its namespace gets functions, classes, exceptions and constants.
pub static MODULE: ModuleDef = ModuleDef {
    name: "builtins",
    fill,
};

const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("__import__", execute::import),
    ("abs", numbers::abs),
    ("all", iteration::all),
    ("any", iteration::any),
    ("ascii", text::ascii),
    ("bin", numbers::bin),
    ("callable", attributes::callable),
    ("chr", text::chr),
    ("compile", execute::compile),
    ("delattr", attributes::delattr),
    ("dir", attributes::dir),
    ("divmod", numbers::divmod),
    ("eval", execute::eval),
    ("exec", execute::exec),
    ("exit", execute::exit),
    ("format", text::format),
    ("getattr", attributes::getattr),
    ("globals", execute::globals),
    ("hasattr", attributes::hasattr),
    ("hash", attributes::hash),
    ("hex", numbers::hex),
    ("id", attributes::id),
    ("input", output::input),
    ("isinstance", classes::isinstance),
    ("issubclass", classes::issubclass),
    ("iter", iteration::iter),
    ("len", attributes::len),
    ("locals", execute::locals),
    ("max", extremes::max),
    ("min", extremes::min),
    ("next", iteration::next),
    ("oct", numbers::oct),
    ("open", output::open),
    ("ord", text::ord),
    ("pow", numbers::pow),
    ("print", output::print),
    ("quit", execute::exit),
    ("repr", text::repr),
    ("round", numbers::round),
    ("setattr", attributes::setattr),
    ("sorted", iteration::sorted),
    ("sum", numbers::sum),
    ("vars", attributes::vars),
];

const CLASSES: &[&ClassDef] = &[
    &sequences::ENUMERATE,
    &sequences::FILTER,
    &sequences::MAP,
    &sequences::REVERSED,
    &sequences::ZIP,
];

fn fill(vm: &mut Vm, module: &Value) -> Result<()> {
    for (name, call) in FUNCTIONS {
        let function = vm.native_function("builtins", name, *call, Vec::new());
        vm.set_global(module, name, function);
    }
    for def in CLASSES {
        let class = vm.native_class(def, &[], None);
        vm.set_global(module, def.name, Value::Class(class));
    }
    let types = &vm.types;
    let built_in = [
        &types.object,
        &types.type_,
        &types.int,
        &types.bool,
        &types.float,
        &types.str,
        &types.bytes,
        &types.list,
        &types.tuple,
        &types.dict,
        &types.set,
        &types.frozenset,
        &types.range,
        &types.slice,
        &types.property,
        &types.staticmethod,
        &types.classmethod,
        &types.super_,
    ];
    let classes = built_in.map(std::rc::Rc::clone);
    for class in classes {
        let name = class.name();
        vm.set_global(module, name.as_str(), Value::Class(class));
    }
    let os_error = Value::Class(vm.exceptions.os_error.clone());
    vm.set_global(module, "IOError", os_error.clone());
    vm.set_global(module, "EnvironmentError", os_error);
    vm.set_global(module, "NotImplemented", Value::NotImplemented);
    vm.set_global(module, "Ellipsis", Value::Ellipsis);
    vm.set_global(module, "__debug__", Value::Bool(true));
    Ok(())
}
