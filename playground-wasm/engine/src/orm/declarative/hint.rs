//! Python's type annotations, taken apart.

use std::rc::Rc;

use python::object::{Class, Dict, Value};
use python::vm::{Result, Vm};

use crate::value::find;

/// A type annotation.
pub enum Hint {
    /// `None`
    None,
    /// A class.
    Class(Rc<Class>),
    /// `Union[a, b]`, `Optional[a]`, `a | b`
    Union(Vec<Hint>, Value),
    /// `Annotated[type, metadata...]`
    Annotated(Box<Hint>, Vec<Value>, Value),
    /// `Literal["a", "b"]`
    Literal(Vec<Value>, Value),
    /// `list[str]` and the like.
    Generic(Value),
    /// Anything else.
    Other(Value),
}

impl Hint {
    /// The object that the annotation is.
    pub fn value(&self) -> Value {
        match self {
            Hint::None => Value::None,
            Hint::Class(class) => Value::Class(class.clone()),
            Hint::Union(_, value)
            | Hint::Annotated(_, _, value)
            | Hint::Literal(_, value)
            | Hint::Generic(value)
            | Hint::Other(value) => value.clone(),
        }
    }

    /// Whether `None` is among the alternatives.
    pub fn includes_none(&self) -> bool {
        match self {
            Hint::None => true,
            Hint::Union(parts, _) => parts.iter().any(Hint::includes_none),
            Hint::Annotated(inner, _, _) => inner.includes_none(),
            _ => false,
        }
    }

    /// The alternatives without `None`: the one that is left, or all that are.
    pub fn without_none(self) -> Hint {
        match self {
            Hint::Union(parts, value) => {
                let mut parts: Vec<Hint> = parts
                    .into_iter()
                    .filter(|part| !matches!(part, Hint::None))
                    .collect();
                if parts.len() == 1 {
                    parts.remove(0)
                } else {
                    Hint::Union(parts, value)
                }
            }
            other => other,
        }
    }

    /// Whether it is a type at all, as opposed to some object.
    pub fn is_type(&self) -> bool {
        match self {
            Hint::Other(value) => !matches!(
                value,
                Value::Int(_) | Value::Float(_) | Value::Str(_) | Value::Bool(_) | Value::Ellipsis
            ),
            _ => true,
        }
    }
}

/// Where the names in a string annotation are looked up: the module, then the class body.
pub struct Scope {
    /// The class that is being mapped.
    pub class: Rc<Class>,
    /// `__module__` of the class that has the annotation.
    pub module: Value,
}

impl Scope {
    /// Evaluates a string annotation.
    pub fn evaluate(&self, vm: &mut Vm, text: &str) -> Result {
        if let Some(found) = self.lookup(vm, text)? {
            return Ok(found);
        }
        let mut names = Dict::default();
        for (key, value) in self.class.attrs.borrow().iter() {
            if let Some(key) = key.as_str_rc() {
                names.insert_str(key.clone(), value.clone());
            }
        }
        names.insert_str(self.class.name(), Value::Class(self.class.clone()));
        if let Some(globals) = self.globals(vm)?.as_dict() {
            for (key, value) in globals.borrow().iter() {
                if let Some(key) = key.as_str_rc() {
                    names.insert_str(key.clone(), value.clone());
                }
            }
        }
        let names = vm.dict(names);
        vm.eval_with(text, &names)
    }

    /// A plain name: nothing needs compiling.
    pub fn lookup(&self, vm: &mut Vm, text: &str) -> Result<Option<Value>> {
        if !text.chars().all(|c| c.is_alphanumeric() || c == '_') {
            return Ok(None);
        }
        let globals = self.globals(vm)?;
        let found = globals
            .as_dict()
            .and_then(|globals| globals.borrow().get_text(text).cloned());
        Ok(found)
    }

    fn globals(&self, vm: &mut Vm) -> Result {
        match self.module.as_str() {
            Some("__main__") | None => Ok(vm.main_globals()),
            Some(name) => {
                let name = name.to_owned();
                let module = vm.import(&name)?;
                Ok(vm.instance_dict(&module).unwrap_or_default())
            }
        }
    }
}

/// Takes an annotation apart; strings in it are evaluated.
pub fn parse(vm: &mut Vm, value: &Value, scope: &Scope) -> Result<Hint> {
    match value {
        Value::None => return Ok(Hint::None),
        Value::Class(class) if Rc::ptr_eq(class, &vm.types.none_type) => return Ok(Hint::None),
        Value::Class(class) => return Ok(Hint::Class(class.clone())),
        Value::Str(text) => {
            let value = scope.evaluate(vm, text)?;
            return match value {
                Value::Str(_) => Ok(Hint::Other(value)),
                value => parse(vm, &value, scope),
            };
        }
        _ => {}
    }
    if let Some(text) = forward_name(vm, value)? {
        return parse(vm, &text, scope);
    }
    if let Some(metadata) = find(vm, value, "__metadata__")? {
        let metadata = vm.collect(&metadata)?;
        let inner = find(vm, value, "__origin__")?.unwrap_or_default();
        return Ok(Hint::Annotated(
            Box::new(parse(vm, &inner, scope)?),
            metadata,
            value.clone(),
        ));
    }
    if is_union(vm, value)? {
        let mut parts = Vec::new();
        for part in arguments(vm, value)? {
            parts.push(parse(vm, &part, scope)?);
        }
        return Ok(Hint::Union(parts, value.clone()));
    }
    match find(vm, value, "__origin__")? {
        Some(origin) if origin.as_class().is_none() && vm.repr(&origin)? == "typing.Literal" => {
            Ok(Hint::Literal(arguments(vm, value)?, value.clone()))
        }
        Some(_) => Ok(Hint::Generic(value.clone())),
        None => Ok(Hint::Other(value.clone())),
    }
}

/// The name in a `ForwardRef`.
pub fn forward_name(vm: &mut Vm, value: &Value) -> Result<Option<Value>> {
    match value {
        Value::Obj(_) => find(vm, value, "__forward_arg__"),
        _ => Ok(None),
    }
}

/// `__args__`
pub fn arguments(vm: &mut Vm, value: &Value) -> Result<Vec<Value>> {
    match find(vm, value, "__args__")? {
        Some(arguments) => vm.collect(&arguments),
        None => Ok(Vec::new()),
    }
}

/// Whether it is `a | b`, `Union[a, b]` or `Optional[a]`.
pub fn is_union(vm: &mut Vm, value: &Value) -> Result<bool> {
    if !matches!(value, Value::Obj(_)) {
        return Ok(false);
    }
    let union = vm.types.union.clone();
    if vm.is_instance(value, &union) {
        return Ok(true);
    }
    match find(vm, value, "__origin__")? {
        Some(origin) => Ok(origin.as_class().is_none() && vm.repr(&origin)? == "typing.Union"),
        None => Ok(false),
    }
}
