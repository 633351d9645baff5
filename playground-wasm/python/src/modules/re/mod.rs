//! `re`: regular expressions as CPython has them. The pattern is parsed to a tree, compiled to instructions and matched by
//! backtracking, as CPython does; what a match costs is paid for in steps. Pattern and match objects are
//! written in Python.

mod emit;
mod matcher;
mod parse;
mod set;

use super::source;
use crate::object::{ClassDef, Host, Layout, Value};
use crate::vm::{Args, ModuleDef, Result, Vm};
use emit::Program;

/// The module.
pub static MODULE: ModuleDef = ModuleDef { name: "re", fill };

/// A compiled pattern.
struct Compiled(Program);

impl Host for Compiled {}

static COMPILED: ClassDef = ClassDef {
    name: "_Compiled",
    module: "re",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

fn fill(vm: &mut Vm, module: &Value) -> Result<()> {
    for (name, call) in [
        ("_compile", compile as crate::vm::NativeFn),
        ("_match", find),
    ] {
        let function = vm.native_function("re", name, call, Vec::new());
        vm.set_global(module, name, function);
    }
    let class = vm.native_class(&COMPILED, &[], None);
    vm.set_global(module, "_Compiled", Value::Class(class));
    source::run(vm, module, "re", include_str!("../python/re.py"))
}

/// `_compile(class, pattern, flags)`: the program, its flags, the number of groups, their names, the order in
/// which they are closed; or the error's
/// message and position.
fn compile(vm: &mut Vm, args: &Args) -> Result {
    let [class, pattern, flags] = args.exactly(vm, "_compile")?;
    let text = pattern.as_str().unwrap_or_default();
    let flags = vm.index(flags)? as u32;
    vm.charge(text.len() as u64)?;
    let parsed = match parse::parse(text, flags) {
        Ok(parsed) => parsed,
        Err(error) => {
            let position = error.position.map_or(Value::None, Value::from);
            return Ok(vm.tuple(vec![Value::str(error.message), position]));
        }
    };
    let mut names = Vec::new();
    for (name, group) in &parsed.names {
        names.push(vm.tuple(vec![Value::str(name.as_str()), Value::from(*group)]));
    }
    let closed = parsed
        .closed
        .iter()
        .map(|group| Value::from(*group))
        .collect();
    let closed = vm.list(closed);
    let (flags, groups) = (parsed.flags, parsed.groups);
    let program = match emit::emit(parsed) {
        Ok(program) => program,
        Err(message) => return Ok(vm.tuple(vec![Value::str(message), Value::None])),
    };
    let Value::Class(class) = class else {
        return Ok(Value::None);
    };
    let program = vm.host_object(class, Compiled(program));
    let names = vm.list(names);
    let parts = vec![
        program,
        Value::Int(i64::from(flags)),
        Value::from(groups),
        names,
        closed,
    ];
    Ok(vm.tuple(parts))
}

/// `_match(program, text, start, end, mode)`: where the groups are, as a flat tuple of starts and ends (-1 for
/// none), or `None`. Modes: 0 finds, 1 matches at the start, 2 matches all; 4 more refuses an empty match
/// at the start.
fn find(vm: &mut Vm, args: &Args) -> Result {
    let [program, text, start, end, mode] = args.exactly(vm, "_match")?;
    let (start, end, mode) = (vm.index(start)?, vm.index(end)?, vm.index(mode)?);
    let Some(Compiled(program)) = program.host() else {
        return Ok(Value::None);
    };
    let text = text.as_str().unwrap_or_default();
    vm.reserve(text.len() * size_of::<char>())?;
    vm.charge(text.len() as u64 / 16)?;
    let chars: Vec<char> = text.chars().collect();
    let end = usize::try_from(end).unwrap_or(0).min(chars.len());
    let start = usize::try_from(start).unwrap_or(0);
    if start > end {
        return Ok(Value::None);
    }
    let found = matcher::search(vm, program, &chars[..end], start, mode as u32)?;
    Ok(match found {
        None => Value::None,
        Some(slots) => {
            let place = |slot: Option<usize>| slot.map_or(Value::Int(-1), Value::from);
            vm.tuple(slots.into_iter().map(place).collect())
        }
    })
}
