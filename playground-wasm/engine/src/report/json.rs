//! The report as JSON, for the page. Written by hand: a few keys do not earn a serialisation library
//! its place in the wasm.

use super::{Failure, Outcome, Report, Step, Trace};

impl Report {
    /// `{"outcome": "finished" | "raised", "chunks": [{"stream", "source", "statement", "line", "text"}],
    /// "failures": [{"source", "kind", "message", "line", "columns": [from, to] | null, "limit"}],
    /// "graphs": [svg], "explanations": [{"source", "line", "depth", "text"}],
    /// "trace": {"steps": [{"source", "line": n | null, "depth", "function": name | null, "variables": [[name, repr]],
    /// "output": [chunks, bytes], "picture": n | null, "told": n}], "pictures": [svg], "cut": bool} | null, "fuel": n}`.
    /// Columns and bytes count UTF-8.
    pub fn to_json(&self) -> String {
        let mut out = String::from("{\"outcome\":");
        out.push_str(match self.outcome {
            Outcome::Finished => "\"finished\"",
            Outcome::Raised(_) => "\"raised\"",
        });
        out.push_str(",\"chunks\":");
        array(&mut out, &self.chunks, |out, chunk| {
            out.push_str("{\"stream\":");
            string(out, chunk.stream.name());
            let statement = chunk
                .statement
                .map_or("null".to_owned(), |index| index.to_string());
            out.push_str(&format!(
                ",\"source\":{},\"statement\":{},\"line\":{},\"text\":",
                chunk.source, statement, chunk.line
            ));
            string(out, &chunk.text);
            out.push('}');
        });
        out.push_str(",\"failures\":");
        array(&mut out, &self.failures, failure);
        out.push_str(",\"graphs\":");
        array(&mut out, &self.graphs, |out, graph| string(out, graph));
        out.push_str(",\"explanations\":");
        array(&mut out, &self.explanations, |out, step| {
            out.push_str(&format!(
                "{{\"source\":{},\"line\":{},\"depth\":{},\"text\":",
                step.source, step.line, step.depth
            ));
            string(out, &step.text);
            out.push('}');
        });
        out.push_str(",\"trace\":");
        match &self.trace {
            Some(recorded) => trace(&mut out, recorded),
            None => out.push_str("null"),
        }
        out.push_str(&format!(",\"fuel\":{}}}", self.fuel_used));
        out
    }
}

impl Failure {
    /// `{"source", "kind", "message", "line", "columns": [from, to] | null, "limit"}`, as in a report.
    pub fn to_json(&self) -> String {
        let mut out = String::new();
        failure(&mut out, self);
        out
    }
}

fn failure(out: &mut String, failure: &Failure) {
    out.push_str(&format!(
        "{{\"source\":{},\"line\":{},\"columns\":",
        failure.source, failure.line
    ));
    match failure.columns {
        Some((from, to)) => out.push_str(&format!("[{from},{to}]")),
        None => out.push_str("null"),
    }
    out.push_str(&format!(",\"limit\":{},\"kind\":", failure.limit));
    string(out, &failure.kind);
    out.push_str(",\"message\":");
    string(out, &failure.message);
    out.push('}');
}

fn trace(out: &mut String, trace: &Trace) {
    out.push_str("{\"steps\":");
    array(out, &trace.steps, step);
    out.push_str(",\"pictures\":");
    array(out, &trace.pictures, |out, picture| string(out, picture));
    out.push_str(&format!(",\"cut\":{}}}", trace.cut));
}

fn step(out: &mut String, step: &Step) {
    let number = |number: Option<usize>| number.map_or("null".to_owned(), |n| n.to_string());
    out.push_str(&format!(
        "{{\"source\":{},\"line\":{},\"depth\":{},\"output\":[{},{}],\"picture\":{},\"told\":{},\"function\":",
        step.source,
        number(step.line),
        step.depth,
        step.output.0,
        step.output.1,
        number(step.picture),
        step.told
    ));
    match &step.function {
        Some(name) => string(out, name),
        None => out.push_str("null"),
    }
    out.push_str(",\"variables\":");
    array(out, &step.variables, |out, (name, repr)| {
        out.push('[');
        string(out, name);
        out.push(',');
        string(out, repr);
        out.push(']');
    });
    out.push('}');
}

pub(crate) fn array<T>(out: &mut String, items: &[T], mut each: impl FnMut(&mut String, &T)) {
    out.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        each(out, item);
    }
    out.push(']');
}

pub(crate) fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 => out.push_str(&format!("\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}
