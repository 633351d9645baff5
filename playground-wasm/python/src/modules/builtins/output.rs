//! `print`; `input` and `open`, which a page has not.

use crate::object::Value;
use crate::vm::{Args, Result, Vm};

/// Where `print` writes if the program has put something in the place of `sys.stdout`.
fn replaced_stdout(vm: &mut Vm) -> Result<Option<Value>> {
    let Some(sys) = vm.imported("sys") else {
        return Ok(None);
    };
    let names = [vm.intern("stdout"), vm.intern("__stdout__")];
    let [current, original] = names.map(|name| sys.obj().and_then(|sys| sys.attr(&name)));
    match (current, original) {
        (Some(current), Some(original)) if !current.is(&original) => Ok(Some(current)),
        _ => Ok(None),
    }
}

/// A string argument that may be `None` for its default.
fn separator(vm: &mut Vm, args: &Args, name: &str, default: &str) -> Result<String> {
    match args.keyword(name) {
        None | Some(Value::None) => Ok(default.to_string()),
        Some(value) => match value.as_str() {
            Some(text) => Ok(text.to_string()),
            None => {
                let kind = vm.type_name(value);
                let text = format!("{name} must be None or a string, not {}", kind.as_str());
                Err(vm.type_error(text))
            }
        },
    }
}

pub(super) fn print(vm: &mut Vm, args: &Args) -> Result {
    if args.names.is_empty()
        && let [Value::Str(text)] = args.positional
        && vm.imported("sys").is_none()
    {
        vm.print(&[text.as_str(), "\n"].concat())?;
        return Ok(Value::None);
    }
    for (name, _) in args.keywords() {
        if !matches!(name.as_str(), "sep" | "end" | "file" | "flush") {
            let text = format!(
                "'{}' is an invalid keyword argument for print()",
                name.as_str()
            );
            return Err(vm.type_error(text));
        }
    }
    let between = separator(vm, args, "sep", " ")?;
    let end = separator(vm, args, "end", "\n")?;
    let mut text = String::new();
    for (index, value) in args.positional.iter().enumerate() {
        if index > 0 {
            text.push_str(&between);
        }
        let value = vm.str_value(value)?;
        vm.charge(1)?;
        vm.reserve(text.len())?;
        text.push_str(value.as_str());
    }
    text.push_str(&end);
    let file = match args.keyword("file").filter(|file| !file.is_none()) {
        Some(file) => Some(file.clone()),
        None => replaced_stdout(vm)?,
    };
    match file {
        None => vm.print(&text)?,
        Some(file) => {
            let write = vm.intern("write");
            vm.call_method(&file, &write, &[Value::str(text)])?;
        }
    }
    Ok(Value::None)
}

pub(super) fn input(vm: &mut Vm, _args: &Args) -> Result {
    Err(vm.unsupported("input()"))
}

pub(super) fn open(vm: &mut Vm, _args: &Args) -> Result {
    Err(vm.unsupported("open()"))
}
