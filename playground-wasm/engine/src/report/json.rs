//! The report as JSON, for the page. Written by hand: a few keys do not earn a serialisation library
//! its place in the wasm.

use super::{Failure, Outcome, Report};

impl Report {
    /// `{"outcome": "finished" | "raised", "chunks": [{"stream", "source", "statement", "line", "text"}],
    /// "failures": [{"source", "kind", "message", "line", "columns": [from, to] | null, "limit"}],
    /// "graphs": [svg], "explanations": [{"source", "line", "depth", "text"}], "fuel": n}`. Columns are byte offsets in the line.
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

fn array<T>(out: &mut String, items: &[T], mut each: impl FnMut(&mut String, &T)) {
    out.push('[');
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        each(out, item);
    }
    out.push(']');
}

fn string(out: &mut String, text: &str) {
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
