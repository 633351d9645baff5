//! `AttributeEventToken`: the initiator as listeners of the program see it.

use python::object::{ClassDef, Layout, MethodDef, MethodKind, Value};
use python::vm::{Args, Result, Vm};

use super::Token;
use crate::handle::Handle;
use crate::native::Native;
use crate::orm::constants;
use crate::orm::runtime::TokenObject;

/// `sqlalchemy.orm.attributes.AttributeEventToken`
pub static TOKEN: Native = Native {
    def: ClassDef {
        name: "AttributeEventToken",
        module: "sqlalchemy.orm.attributes",
        layout: Layout::Native,
        subclassable: false,
        methods: &[
            MethodDef {
                name: "key",
                kind: MethodKind::Getter,
                call: key,
            },
            MethodDef {
                name: "op",
                kind: MethodKind::Getter,
                call: op,
            },
            MethodDef {
                name: "parent_token",
                kind: MethodKind::Getter,
                call: parent_token,
            },
            MethodDef {
                name: "__eq__",
                kind: MethodKind::Method,
                call: eq,
            },
            MethodDef {
                name: "__hash__",
                kind: MethodKind::Method,
                call: hash,
            },
        ],
        doc: "A token propagated throughout the course of a chain of attribute events.",
    },
    bases: &[],
    meta: None,
};

fn token(args: &Args) -> Token {
    Handle::<TokenObject>::of(&args.positional[0])
        .expect("a method of the class")
        .0
        .clone()
}

fn key(_: &mut Vm, args: &Args) -> Result {
    Ok(Value::Str(token(args).attribute.key.clone()))
}

fn op(vm: &mut Vm, args: &Args) -> Result {
    Ok(constants::operation(vm, token(args).operation.name()))
}

fn parent_token(_: &mut Vm, args: &Args) -> Result {
    let attribute = token(args).attribute;
    Ok(match &attribute.relationship {
        Some(relationship) => relationship.value(),
        None => Value::None,
    })
}

fn eq(_: &mut Vm, args: &Args) -> Result {
    Ok(
        match args.positional.get(1).and_then(Handle::<TokenObject>::of) {
            Some(other) => Value::Bool(token(args).is(&other.0)),
            None => Value::NotImplemented,
        },
    )
}

fn hash(_: &mut Vm, args: &Args) -> Result {
    Ok(Value::Int(token(args).attribute.key.hash()))
}
