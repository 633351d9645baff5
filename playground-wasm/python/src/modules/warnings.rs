//! `warnings`: the part that works on the machine's filters.

use std::cell::RefCell;

use super::source;
use crate::object::{ClassDef, Host, Layout, Value};
use crate::types::arguments::about_type;
use crate::vm::{Args, ModuleDef, NativeFn, Result, Vm, WarningAction, WarningFilter, Warnings};

/// The module.
pub static MODULE: ModuleDef = ModuleDef {
    name: "warnings",
    fill,
};

const FUNCTIONS: &[(&str, NativeFn)] = &[
    ("warn", warn),
    ("resetwarnings", reset),
    ("_add_filter", add_filter),
    ("_filename", filename),
    ("_save", save),
    ("_restore", restore),
];

fn fill(vm: &mut Vm, module: &Value) -> Result<()> {
    for (name, call) in FUNCTIONS {
        let function = vm.native_function("warnings", name, *call, Vec::new());
        vm.set_global(module, name, function);
    }
    source::run(vm, module, "warnings", include_str!("python/warnings.py"))
}

/// `warn(message, category=UserWarning, stacklevel=1)`
fn warn(vm: &mut Vm, args: &Args) -> Result {
    let parameters = ["message", "category", "stacklevel", "source"];
    let [message, category, level, _] = args.bind(vm, "warn", &parameters, 4, 1)?.0;
    let message = message.unwrap_or_default();
    let own = vm.class_of(&message);
    let category = if own.is_subclass(&vm.exceptions.warning) {
        own
    } else {
        match category {
            None | Some(Value::None) => vm.exceptions.user_warning.clone(),
            Some(Value::Class(class)) if class.is_subclass(&vm.exceptions.warning) => class,
            Some(other) => {
                let text = "category must be a Warning subclass, not ";
                return Err(about_type(vm, text, &other, ""));
            }
        }
    };
    let level = match level {
        Some(level) => usize::try_from(vm.index(&level)?).unwrap_or(1).max(1),
        None => 1,
    };
    let places = vm.program_places();
    let line = places
        .get(level - 1)
        .or(places.last())
        .map_or(1, |(_, line)| *line);
    let text = vm.str(&message)?;
    let message = if vm.is_instance(&message, &vm.exceptions.warning.clone()) {
        message
    } else {
        vm.call(
            &Value::Class(category.clone()),
            std::slice::from_ref(&message),
        )?
    };
    vm.warn_at(&category, &text, &message, line)?;
    Ok(Value::None)
}

fn reset(vm: &mut Vm, _args: &Args) -> Result {
    vm.warnings.filters.clear();
    vm.warnings.changed();
    Ok(Value::None)
}

/// `_add_filter(action, matches, category, module, line, append)`
fn add_filter(vm: &mut Vm, args: &Args) -> Result {
    let [action, matches, category, module, line, append] = args.exactly(vm, "_add_filter")?;
    let action = match action.as_str() {
        Some("error") => WarningAction::Error,
        Some("ignore") => WarningAction::Ignore,
        Some("always") => WarningAction::Always,
        Some("module") => WarningAction::Module,
        Some("once") => WarningAction::Once,
        _ => WarningAction::Default,
    };
    let filter = WarningFilter {
        action,
        message: Some(matches.clone()).filter(|matches| !matches.is_none()),
        category: category.as_class().cloned(),
        module: module.as_str().map(str::to_owned),
        line: usize::try_from(vm.index(line)?).unwrap_or(0),
    };
    if vm.truthy(append)? {
        vm.warnings.filters.push(filter);
    } else {
        vm.warnings.filters.insert(0, filter);
    }
    vm.warnings.changed();
    Ok(Value::None)
}

/// The name of the file that the program executes.
fn filename(vm: &mut Vm, _args: &Args) -> Result {
    let places = vm.program_places();
    Ok(Value::str(
        places.first().map_or("<string>", |(name, _)| name),
    ))
}

/// The filters as `catch_warnings` found them.
#[derive(Default)]
struct Saved(RefCell<Warnings>);

impl Host for Saved {
    fn clear(&self) {
        self.0.take();
    }
}

static SAVED: ClassDef = ClassDef {
    name: "_Saved",
    module: "warnings",
    layout: Layout::Native,
    subclassable: false,
    methods: &[],
    doc: "",
};

/// `_save(record)`: answers the state so far; from now on warnings go to a callable, if one is given.
fn save(vm: &mut Vm, args: &Args) -> Result {
    let [record] = args.exactly(vm, "_save")?;
    let saved = Saved(RefCell::new(vm.warnings.clone()));
    vm.warnings.changed();
    vm.warnings.record = Some(record.clone()).filter(|record| !record.is_none());
    let class = vm.native_class(&SAVED, &[], None);
    Ok(vm.host_object(&class, saved))
}

fn restore(vm: &mut Vm, args: &Args) -> Result {
    let [saved] = args.exactly(vm, "_restore")?;
    if let Some(saved) = saved.host::<Saved>() {
        vm.warnings = saved.0.take();
    }
    Ok(Value::None)
}
