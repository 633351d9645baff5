//! What a class says of an attribute by its annotation.

use std::rc::Rc;

use python::object::{Str, Value};
use python::vm::{Result, Vm};

use super::hint::Scope;
use super::mapped::{Container, MappedAlias};
use crate::exc;
use crate::value::find;

/// An annotation that was found in a class.
#[derive(Clone)]
pub struct Collected {
    /// As it was written.
    pub raw: Value,
    /// The container, if there is one.
    pub container: Option<Container>,
    /// What stands in the container; without one the annotation itself.
    pub inner: Value,
    /// `__module__` of the class that has it.
    pub module: Value,
}

/// Takes the container off an annotation. Nothing comes of one that is of no concern to the mapping.
pub fn extract(
    vm: &mut Vm,
    raw: &Value,
    scope: &Scope,
    key: &Rc<Str>,
    expect_mapped: bool,
) -> Result<Option<Collected>> {
    let annotated = match raw.as_str() {
        Some(text) => outside(vm, text, scope)?.unwrap_or_else(|| raw.clone()),
        None => raw.clone(),
    };
    let collected = |container, inner| {
        Some(Collected {
            raw: raw.clone(),
            container,
            inner,
            module: scope.module.clone(),
        })
    };
    if let Some(alias) = annotated.host::<MappedAlias>() {
        return Ok(collected(Some(alias.container), alias.argument.clone()));
    }
    if !expect_mapped {
        return Ok(collected(None, annotated));
    }
    if is_foreign(vm, &annotated)? {
        return Ok(None);
    }
    let text = format!(
        "Type annotation for \"{}.{}\" can't be correctly interpreted for Annotated Declarative Table form.  ORM \
         annotations should normally make use of the ``Mapped[]`` generic type, or other ORM-compatible generic \
         type, as a container for the actual type, which indicates the intent that the attribute is mapped. Class \
         variables that are not intended to be mapped by the ORM should use ClassVar[].  To allow Annotated \
         Declarative to disregard legacy annotations which don't use Mapped[] to pass, set \"__allow_unmapped__ = \
         True\" on the class or a superclass this class.",
        scope.class.name().as_str(),
        key.as_str()
    );
    Err(exc::MAPPED_ANNOTATION_ERROR.error(vm, exc::with_code(&text, "zlpr")))
}

/// Whether it is `ClassVar[...]` or the annotation of another kind of descriptor.
fn is_foreign(vm: &mut Vm, annotated: &Value) -> Result<bool> {
    if !matches!(annotated, Value::Obj(_)) {
        return Ok(false);
    }
    if vm.repr(annotated)?.starts_with("typing.ClassVar") {
        return Ok(true);
    }
    match find(vm, annotated, "__origin__")? {
        Some(Value::Class(class)) => {
            let name = vm.full_name(&class);
            Ok(name.starts_with("sqlalchemy.ext."))
        }
        _ => Ok(false),
    }
}

/// Evaluates the outside of a string annotation: its innermost names remain strings, since the classes that
/// they name may not exist yet. Nothing comes of one whose names are unknown.
fn outside(vm: &mut Vm, text: &str, scope: &Scope) -> Result<Option<Value>> {
    let Some(quoted) = quote_innermost(vm, text, scope)? else {
        return Err(uninterpretable(vm, text));
    };
    match scope.evaluate(vm, &quoted) {
        Ok(value) => Ok(Some(value)),
        Err(raised) => {
            let name_error = vm.exceptions.name_error.clone();
            if !vm.caught(&raised, &name_error) {
                return Err(raised);
            }
            Ok(None)
        }
    }
}

fn uninterpretable(vm: &mut Vm, text: &str) -> python::vm::Raised {
    exc::MAPPED_ANNOTATION_ERROR.error(
        vm,
        format!(
            "Could not interpret annotation {text}.  Check that it uses names that are correctly imported at the \
             module level. See chained stack trace for more hints."
        ),
    )
}

/// `Mapped[List[Child]]` as `Mapped[List["Child"]]`; `None` where the name of a generic is unknown.
fn quote_innermost(vm: &mut Vm, text: &str, scope: &Scope) -> Result<Option<String>> {
    let mut outer = Vec::new();
    let mut rest = text.trim();
    while let Some((name, inner)) = generic(rest) {
        let known = match name.split_once('.') {
            Some((first, _)) => scope.lookup(vm, first)?.is_some(),
            None => {
                scope.lookup(vm, name)?.is_some()
                    || matches!(name, "list" | "set" | "dict" | "tuple")
            }
        };
        if !known {
            return Ok(None);
        }
        outer.push(name);
        rest = inner;
    }
    if outer.is_empty() {
        return Ok(Some(text.to_owned()));
    }
    let is_quoted = rest.starts_with(['"', '\'']) && rest.ends_with(['"', '\'']);
    let mut result = if is_quoted {
        rest.to_owned()
    } else {
        let parts: Vec<String> = rest
            .split(',')
            .map(|part| format!("\"{}\"", part.trim().trim_matches(['"', '\''])))
            .collect();
        parts.join(", ")
    };
    for name in outer.iter().rev() {
        result = format!("{name}[{result}]");
    }
    Ok(Some(result))
}

/// The name and the inside of `name[inside]`.
pub fn generic(text: &str) -> Option<(&str, &str)> {
    let (name, inner) = text.split_once('[')?;
    let inner = inner.strip_suffix(']')?;
    let plain = !name.is_empty() && !name.contains([' ', '|', '"', '\'']);
    plain.then_some((name, inner))
}
