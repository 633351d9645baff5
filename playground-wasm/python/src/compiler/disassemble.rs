//! Code as text, for tests and for whoever wants to see what a program becomes.

use std::fmt::Write;

use crate::code::{Code, Op};
use crate::object::{Payload, Value};

/// The instructions of a block and, behind them, those of its nested blocks.
pub fn disassemble(code: &Code) -> String {
    let mut text = String::new();
    block(code, &mut text);
    text
}

fn block(code: &Code, text: &mut String) {
    let _ = writeln!(text, "{}:", &**code.qualname);
    for (pc, op) in code.ops.iter().enumerate() {
        let _ = write!(text, "{pc:4} {op:?}");
        match op {
            Op::Const { k, .. } | Op::Names { k } => {
                let _ = write!(text, "  # {}", constant(&code.constants[*k as usize]));
            }
            Op::LoadGlobal { n, .. }
            | Op::StoreGlobal { n, .. }
            | Op::DeleteGlobal { n }
            | Op::LoadName { n, .. }
            | Op::StoreName { n, .. }
            | Op::DeleteName { n }
            | Op::LoadAttr { n, .. }
            | Op::StoreAttr { n, .. }
            | Op::DeleteAttr { n, .. }
            | Op::LoadMethod { n, .. }
            | Op::Import { n, .. }
            | Op::ImportFrom { n, .. } => {
                let _ = write!(text, "  # {}", &**code.names[*n as usize]);
            }
            _ => {}
        }
        text.push('\n');
    }
    for handler in code.handlers.iter() {
        let _ = writeln!(
            text,
            "     {}..{} -> {} r{} clear {}",
            handler.start, handler.end, handler.target, handler.register, handler.clear_from
        );
    }
    for inner in &code.codes {
        block(inner, text);
    }
}

fn constant(value: &Value) -> String {
    match value {
        Value::None => "None".to_owned(),
        Value::Bool(value) => if *value { "True" } else { "False" }.to_owned(),
        Value::Int(value) => value.to_string(),
        Value::Float(value) => format!("{value:?}"),
        Value::Str(text) => format!("{:?}", text.as_str()),
        Value::Ellipsis => "...".to_owned(),
        Value::Obj(object) => match &object.payload {
            Payload::Tuple(items) => {
                let items: Vec<String> = items.iter().map(constant).collect();
                format!("({})", items.join(", "))
            }
            Payload::Int(value) => value.to_string(),
            _ => "object".to_owned(),
        },
        _ => "?".to_owned(),
    }
}
