//! `__import__`, `exec`, `eval`, `compile`, `globals` and `locals`.

use crate::compiler::Mode;
use crate::object::{Object, Payload, Value};
use crate::types::arguments::about_type;
use crate::vm::{Args, Result, Vm};

pub(super) fn import(vm: &mut Vm, args: &Args) -> Result {
    let parameters = ["name", "globals", "locals", "fromlist", "level"];
    let [name, _, _, from, _] = args.bind(vm, "__import__", &parameters, 5, 1)?.0;
    let name = name.unwrap_or_default();
    let Some(dotted) = name.as_str() else {
        return Err(about_type(
            vm,
            "__import__() argument 1 must be str, not ",
            &name,
            "",
        ));
    };
    let module = vm.import(dotted)?;
    let whole = match from {
        Some(from) => vm.truthy(&from)?,
        None => false,
    };
    match dotted.split_once('.') {
        Some((first, _)) if !whole => vm.import(first),
        _ => Ok(module),
    }
}

/// `locals()`: the names of the frame that calls it.
pub(super) fn locals(vm: &mut Vm, args: &Args) -> Result {
    args.between(vm, "locals", 0, 1)?;
    Ok(vm.caller_names().1)
}

/// `globals()`
pub(super) fn globals(vm: &mut Vm, args: &Args) -> Result {
    args.exactly::<0>(vm, "globals")?;
    Ok(vm.caller_names().0)
}

pub(super) fn exec(vm: &mut Vm, args: &Args) -> Result {
    execute(vm, args, "exec", false)?;
    Ok(Value::None)
}

pub(super) fn eval(vm: &mut Vm, args: &Args) -> Result {
    execute(vm, args, "eval", true)
}

fn execute(vm: &mut Vm, args: &Args, name: &str, expression: bool) -> Result {
    let (caller_globals, caller_locals) = vm.caller_names();
    let given = args.between(vm, name, 1, 3)?;
    let supplied = |index: usize| given.get(index).filter(|value| !value.is_none()).cloned();
    let (globals, locals) = match (supplied(1), supplied(2)) {
        (Some(globals), Some(locals)) => (globals, locals),
        (Some(globals), None) => (globals.clone(), globals),
        (None, Some(locals)) => (caller_globals, locals),
        (None, None) => (caller_globals, caller_locals),
    };
    if globals.as_dict().is_none() {
        let found = vm.type_name(&globals);
        let text = if expression {
            "globals must be a dict".to_owned()
        } else {
            format!("exec() globals must be a dict, not {}", found.as_str())
        };
        return Err(vm.type_error(text));
    }
    vm.execute_text(&given[0], &globals, &locals, expression)
}

/// `exit(status)` and `quit(status)`
pub(super) fn exit(vm: &mut Vm, args: &Args) -> Result {
    let given = args.between(vm, "exit", 0, 1)?;
    let class = vm.exceptions.system_exit.clone();
    let status = given.first().cloned().unwrap_or(Value::None);
    Err(vm.raise(&class, &[status]))
}

/// `compile(source, filename, mode)`
pub(super) fn compile(vm: &mut Vm, args: &Args) -> Result {
    let parameters = [
        "source",
        "filename",
        "mode",
        "flags",
        "dont_inherit",
        "optimize",
    ];
    let [source, name, mode, ..] = args.bind(vm, "compile", &parameters, 6, 3)?.0;
    let (source, name, mode) = (
        source.unwrap_or_default(),
        name.unwrap_or_default(),
        mode.unwrap_or_default(),
    );
    let mode = match mode.as_str() {
        Some("exec") => Mode::Module,
        Some("eval") => Mode::Eval,
        Some("single") => Mode::Single,
        _ => return Err(vm.value_error("compile() mode must be 'exec', 'eval' or 'single'")),
    };
    let Some(source) = source.as_str() else {
        return Err(vm.type_error("compile() arg 1 must be a string, bytes or AST object"));
    };
    let code = vm.compile_text(source, name.as_str().unwrap_or("<string>"), mode, true)?;
    Ok(Object::new(vm.types.code.clone(), Payload::Code(code)).into())
}
