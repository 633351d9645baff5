//! Instrumenting the program's own collection classes: which methods play which role, and the wrappers around
//! those that change the membership. Also the decorators `collection.appender` and so on.

use std::rc::Rc;

use python::object::{
    Class, ClassDef, Layout, MethodDef, MethodKind, NativeFunction, Object, Payload, Str, Value,
};
use python::vm::{Args, NativeFn, Result, Vm};

use super::adapter::{Adapter, Initiator};
use super::class::{Duck, Roles, canned_roles};
use super::keyed::KEY_FUNC_DICT;
use super::{dict, list, set};
use crate::handle::Handle;
use crate::native::Native;
use crate::orm::attributes::Token;
use crate::orm::runtime::{Runtime, TokenObject};

/// A wrapper: its first argument is the method that it wraps.
pub(super) type Wrapped = NativeFn;

/// Runs an operation with the method that it wraps.
pub(super) fn wrapped(
    vm: &mut Vm,
    args: &Args,
    operation: fn(&mut Vm, Option<&Value>, &Args) -> Result,
) -> Result {
    operation(vm, Some(&args.positional[0]), &args.rest())
}

/// Calls what an operation stands on: the wrapped method, or the plain method of the built-in class.
pub(super) fn underlying(vm: &mut Vm, base: Option<&Value>, name: &str, args: &[Value]) -> Result {
    if let Some(base) = base {
        return vm.call(base, args);
    }
    let class = match args[0].obj().map(|object| &object.payload) {
        Some(Payload::List(_)) => vm.types.list.clone(),
        Some(Payload::Set(_)) => vm.types.set.clone(),
        _ => vm.types.dict.clone(),
    };
    let name = vm.intern(name);
    match vm.class_attr(&class, &name) {
        Some(method) => vm.call(&method, args),
        None => Err(vm.attribute_error(&Value::Class(class), &name)),
    }
}

/// The `_sa_initiator` of a call.
pub(super) enum GivenInitiator {
    None,
    False,
    Token(Token),
}

impl GivenInitiator {
    pub(super) fn initiator(&self) -> Initiator<'_> {
        match self {
            GivenInitiator::None => Initiator::Own,
            GivenInitiator::False => Initiator::Silent,
            GivenInitiator::Token(token) => Initiator::Token(token),
        }
    }

    fn of(value: Option<&Value>) -> GivenInitiator {
        match value {
            Some(Value::Bool(false)) => GivenInitiator::False,
            Some(value) => match Handle::<TokenObject>::of(value) {
                Some(token) => GivenInitiator::Token(token.0.clone()),
                None => GivenInitiator::None,
            },
            None => GivenInitiator::None,
        }
    }
}

/// Takes `_sa_initiator` out of the arguments of a method with `count` others.
pub(super) fn initiator_argument<'a>(
    vm: &mut Vm,
    args: &Args<'a>,
    name: &str,
    count: usize,
) -> Result<(&'a [Value], GivenInitiator)> {
    let positional = &args.positional[1..];
    let given = match args.names {
        [] => None,
        [only] if only.as_str() == "_sa_initiator" => Some(&args.values[0]),
        [first, ..] => {
            let message = format!(
                "{name}() got an unexpected keyword argument '{}'",
                &***first
            );
            return Err(vm.type_error(message));
        }
    };
    if positional.len() == count {
        return Ok((positional, GivenInitiator::of(given)));
    }
    if positional.len() == count + 1 && given.is_none() {
        return Ok((&positional[..count], GivenInitiator::of(positional.last())));
    }
    let message = if positional.len() < count {
        let plural = if count - positional.len() == 1 {
            ""
        } else {
            "s"
        };
        let parameters: &[&str] = if count == 2 {
            &["key", "value"]
        } else {
            &["item"]
        };
        let missing: Vec<String> = parameters[positional.len()..]
            .iter()
            .map(|name| format!("'{name}'"))
            .collect();
        let amount = missing.len();
        format!(
            "{name}() missing {amount} required positional argument{plural}: {}",
            missing.join(" and ")
        )
    } else {
        format!(
            "{name}() takes from {} to {} positional arguments but {} were given",
            count + 1,
            count + 2,
            positional.len() + 1
        )
    };
    Err(vm.type_error(message))
}

/// The parts of a slice.
pub(super) fn slice_parts(value: &Value) -> Option<&[Value; 3]> {
    match &value.obj()?.payload {
        Payload::Slice(parts) => Some(parts),
        _ => None,
    }
}

/// A method that binds to its instance and carries what it wraps.
fn method(
    vm: &mut Vm,
    owner: &Rc<Class>,
    name: &'static str,
    call: NativeFn,
    captured: Vec<Value>,
) -> Value {
    let function = NativeFunction {
        name,
        owner: Some(owner.clone()),
        binds: true,
        call,
        captured: captured.into(),
        module: "sqlalchemy.orm.collections",
    };
    Value::Obj(Object::new(
        vm.types.builtin_function.clone(),
        Payload::Native(Box::new(function)),
    ))
}

/// What the decorators left on a method.
fn mark(vm: &mut Vm, method: &Value, name: &str) -> Result<Option<Value>> {
    let name = vm.intern(name);
    if matches!(method, Value::Obj(_)) {
        vm.find_attr(method, &name)
    } else {
        Ok(None)
    }
}

/// Finds the roles of a class's methods and wraps what changes the membership. Once for each class.
pub(super) fn instrument_class(
    vm: &mut Vm,
    runtime: &Runtime,
    class: &Rc<Class>,
    duck: Option<Duck>,
) -> Result<Roles> {
    let made_in_rust = !class.is_user_defined();
    let mut roles: [Option<Rc<Str>>; 3] = [None, None, None];
    let mut mutators: Vec<(Rc<Str>, Mutator)> = Vec::new();
    locate(vm, class, &mut roles, &mut mutators)?;
    let keyed = KEY_FUNC_DICT.class(vm);
    if class.is_subclass(&keyed) {
        for (role, name) in roles.iter_mut().zip(["set", "remove", "values"]) {
            role.get_or_insert(vm.intern(name));
        }
    }
    if let Some(canned) = canned_roles(vm, duck) {
        for (role, name) in roles.iter_mut().zip(canned) {
            if role.is_none() && !name.is_empty() {
                *role = Some(name);
            }
        }
    }
    if !runtime.mark_instrumented(class) && !made_in_rust {
        wrap_canned(vm, class, duck, &mutators)?;
        require(vm, class, &roles, &mut mutators)?;
        for (name, mutator) in mutators {
            wrap_mutator(vm, class, &name, mutator)?;
        }
    } else {
        require(vm, class, &roles, &mut mutators)?;
    }
    match roles {
        [Some(appender), Some(remover), Some(iterator)] => Ok(Roles::Methods {
            appender,
            remover,
            iterator,
        }),
        _ => unreachable!("`require` has seen to it that every role is filled"),
    }
}

/// How a decorated method changes the membership.
#[derive(Clone)]
struct Mutator {
    /// `fire_append_event` or `fire_remove_event`, and which argument is the member.
    before: Option<(Value, Value)>,
    /// `fire_remove_event` with what the method returns.
    after: bool,
}

fn locate(
    vm: &mut Vm,
    class: &Rc<Class>,
    roles: &mut [Option<Rc<Str>>; 3],
    mutators: &mut Vec<(Rc<Str>, Mutator)>,
) -> Result<()> {
    let mro = class.mro.borrow().clone();
    for ancestor in mro.iter().filter(|class| {
        class.is_user_defined()
            || class
                .def
                .is_some_and(|def| def.module.starts_with("sqlalchemy"))
    }) {
        let methods: Vec<(Value, Value)> = ancestor
            .attrs
            .borrow()
            .iter()
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect();
        for (name, method) in methods {
            let Some(name) = name.as_str_rc().cloned() else {
                continue;
            };
            if let Some(role) = mark(vm, &method, "_sa_instrument_role")? {
                let index = ["appender", "remover", "iterator"]
                    .iter()
                    .position(|known| role.as_str() == Some(known));
                if let Some(slot) = index.map(|index| &mut roles[index]) {
                    slot.get_or_insert(name.clone());
                }
            }
            let before = mark(vm, &method, "_sa_instrument_before")?;
            let after = mark(vm, &method, "_sa_instrument_after")?.is_some();
            let before = before
                .as_ref()
                .and_then(Value::as_tuple)
                .map(|pair| (pair[0].clone(), pair[1].clone()));
            if (before.is_some() || after) && !mutators.iter().any(|(known, _)| **known == *name) {
                mutators.push((name, Mutator { before, after }));
            }
        }
    }
    Ok(())
}

/// Wraps the methods of a list-, set- or dict-like class that it does not take care of itself.
fn wrap_canned(
    vm: &mut Vm,
    class: &Rc<Class>,
    duck: Option<Duck>,
    mutators: &[(Rc<Str>, Mutator)],
) -> Result<()> {
    let wrappers = match duck {
        Some(Duck::List) => list::WRAPPED,
        Some(Duck::Set) => set::WRAPPED,
        Some(Duck::Dict) => dict::WRAPPED,
        None => return Ok(()),
    };
    for (name, call) in wrappers {
        let key = vm.intern(name);
        let Some(original) = vm.class_attr(class, &key) else {
            continue;
        };
        let taken_care_of = mutators.iter().any(|(known, _)| **known == *key)
            || mark(vm, &original, "_sa_instrumented")?.is_some()
            || is_instrumented(&original);
        if !taken_care_of {
            let wrapper = method(vm, class, name, *call, vec![original]);
            vm.set_class_attr(class, &key, wrapper);
        }
    }
    Ok(())
}

/// Whether a method fires its events already: those of the instrumented classes do.
fn is_instrumented(method: &Value) -> bool {
    match method.obj().map(|object| &object.payload) {
        Some(Payload::Native(function)) => {
            function.module == "sqlalchemy.orm.collections"
                || function
                    .owner
                    .as_ref()
                    .and_then(|owner| owner.def)
                    .is_some_and(|def| def.module.starts_with("sqlalchemy.orm"))
        }
        _ => false,
    }
}

/// ArgumentError unless every role is filled; an appender and a remover that nobody wrapped are.
fn require(
    vm: &mut Vm,
    class: &Rc<Class>,
    roles: &[Option<Rc<Str>>; 3],
    mutators: &mut Vec<(Rc<Str>, Mutator)>,
) -> Result<()> {
    let events = [Some("fire_append_event"), Some("fire_remove_event"), None];
    for ((role, article), event) in roles
        .iter()
        .zip(["an appender", "a remover", "an iterator"])
        .zip(events)
    {
        let method = match role {
            Some(name) => vm.class_attr(class, name).map(|method| (name, method)),
            None => None,
        };
        let Some((name, method)) = method else {
            let message = format!(
                "Type {} must elect {article} method to be a collection class",
                &**class.name()
            );
            let runtime = Runtime::of(vm);
            return Err(runtime.argument_error(vm, &message));
        };
        let Some(event) = event else { continue };
        let wrapped = mutators.iter().any(|(known, _)| **known == **name)
            || mark(vm, &method, "_sa_instrumented")?.is_some()
            || is_instrumented(&method);
        if !wrapped {
            let before = Some((Value::str(event), Value::Int(1)));
            mutators.push((
                name.clone(),
                Mutator {
                    before,
                    after: false,
                },
            ));
        }
    }
    Ok(())
}

/// Wraps a decorated method: the event before it, with one of its arguments; the event after it, with what
/// it returns.
fn wrap_mutator(vm: &mut Vm, class: &Rc<Class>, name: &Rc<Str>, mutator: Mutator) -> Result<()> {
    let Some(original) = vm.class_attr(class, name) else {
        return Ok(());
    };
    let (event, argument) = mutator.before.unwrap_or((Value::None, Value::None));
    let argument = match (&argument, &original.obj().map(|object| &object.payload)) {
        // An argument given by name is found among the parameters.
        (Value::Str(parameter), Some(Payload::Function(function))) => {
            let position = function
                .code
                .locals
                .iter()
                .position(|local| **local == **parameter);
            position.map_or(argument.clone(), |position| Value::Int(position as i64))
        }
        _ => argument,
    };
    let captured = vec![original, event, argument, Value::Bool(mutator.after)];
    let wrapper = method(vm, class, "wrapper", membership_mutator, captured);
    vm.set_class_attr(class, name, wrapper);
    Ok(())
}

/// The wrapper of a decorated method; what it captured comes first among its arguments.
fn membership_mutator(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [original, event, argument, after] = &args.positional[..4] else {
        unreachable!("captured by wrap_mutator")
    };
    let positional = &args.positional[4..];
    let mut names = Vec::new();
    let mut values = Vec::new();
    let mut given = None;
    for (name, value) in args.keywords() {
        if name.as_str() == "_sa_initiator" {
            given = Some(value);
        } else {
            names.push(name.clone());
            values.push(value.clone());
        }
    }
    let token = GivenInitiator::of(given);
    let adapter = if token.initiator().is_silent() {
        None
    } else {
        Adapter::find(&runtime, &positional[0])
    };
    if !event.is_none() {
        let member = match argument {
            Value::Int(index) => positional.get(*index as usize).cloned(),
            named => args.keyword(named.as_str().unwrap_or_default()).cloned(),
        };
        let Some(member) = member else {
            let shown = vm.str(argument)?;
            return Err(runtime.argument_error(vm, &format!("Missing argument {shown}")));
        };
        if let Some(adapter) = &adapter {
            if event.as_str() == Some("fire_append_event") {
                adapter.fire_append(vm, &runtime, member, token.initiator(), None)?;
            } else {
                adapter.fire_remove(vm, &runtime, &member, token.initiator(), None)?;
            }
        }
    }
    let result = vm.call_args(
        original,
        &Args {
            positional,
            names: &names,
            values: &values,
        },
    )?;
    if let (Value::Bool(true), Some(adapter), false) = (after, &adapter, result.is_none()) {
        adapter.fire_remove(vm, &runtime, &result, token.initiator(), None)?;
    }
    Ok(result)
}

const fn marker(name: &'static str, call: NativeFn) -> MethodDef {
    MethodDef {
        name,
        kind: MethodKind::Static,
        call,
    }
}

/// `sqlalchemy.orm.collections.collection`: decorators that say what a method does to the membership.
pub static COLLECTION: Native = Native {
    def: ClassDef {
        name: "collection",
        module: "sqlalchemy.orm.collections",
        layout: Layout::Plain,
        subclassable: false,
        methods: &[
            marker("appender", |vm, args| {
                mark_with(vm, args, "_sa_instrument_role", Value::str("appender"))
            }),
            marker("remover", |vm, args| {
                mark_with(vm, args, "_sa_instrument_role", Value::str("remover"))
            }),
            marker("iterator", |vm, args| {
                mark_with(vm, args, "_sa_instrument_role", Value::str("iterator"))
            }),
            marker("internally_instrumented", |vm, args| {
                mark_with(vm, args, "_sa_instrumented", Value::Bool(true))
            }),
            marker("adds", |vm, args| {
                marks_argument(vm, args, "fire_append_event", false)
            }),
            marker("replaces", |vm, args| {
                marks_argument(vm, args, "fire_append_event", true)
            }),
            marker("removes", |vm, args| {
                marks_argument(vm, args, "fire_remove_event", false)
            }),
            marker("removes_return", marks_return),
        ],
        doc: "Decorators for entity collection classes.",
    },
    bases: &[],
    meta: None,
};

/// Sets a mark on a function, which it answers.
fn mark_with(vm: &mut Vm, args: &Args, mark: &str, value: Value) -> Result {
    let [function] = args.exactly(vm, "collection")?;
    let mark = vm.intern(mark);
    vm.set_attr(function, &mark, value)?;
    Ok(function.clone())
}

/// The decorator that a call of one of the others answers: captured are marks and their values.
fn set_marks(vm: &mut Vm, args: &Args) -> Result {
    let (function, marks) = args
        .positional
        .split_last()
        .expect("the function follows what was captured");
    for pair in marks.chunks(2) {
        if let [name, value] = pair {
            let name = vm.intern(name.as_str().unwrap_or_default());
            vm.set_attr(function, &name, value.clone())?;
        }
    }
    Ok(function.clone())
}

/// `collection.adds(arg)` and its like.
fn marks_argument(vm: &mut Vm, args: &Args, before: &str, returns_removed: bool) -> Result {
    let [argument] = args.exactly(vm, "collection")?;
    let pair = vm.tuple(vec![Value::str(before), argument.clone()]);
    let mut captured = vec![Value::str("_sa_instrument_before"), pair];
    if returns_removed {
        captured.extend([
            Value::str("_sa_instrument_after"),
            Value::str("fire_remove_event"),
        ]);
    }
    Ok(vm.native_function(
        "sqlalchemy.orm.collections",
        "decorator",
        set_marks,
        captured,
    ))
}

/// `collection.removes_return()`
fn marks_return(vm: &mut Vm, args: &Args) -> Result {
    let [] = args.exactly(vm, "removes_return")?;
    let captured = vec![
        Value::str("_sa_instrument_after"),
        Value::str("fire_remove_event"),
    ];
    Ok(vm.native_function(
        "sqlalchemy.orm.collections",
        "decorator",
        set_marks,
        captured,
    ))
}
