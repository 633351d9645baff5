//! The engine's face to the browser. It only translates: a program in, JSON out.

mod input;
mod utf16;

use engine::SourceKind;
use wasm_bindgen::prelude::*;

/// Runs a program in a fresh interpreter and answers its report as JSON
/// (see [`engine::Report::to_json`]).
///
/// The program is JSON: `{"sources": [{"name", "text", "kind": "script" | "transcript", "go_on"}],
/// "limits": {"fuel", "heap_bytes", "recursion", "output_bytes"}, "options": {"explain", "graph", "narrow",
/// "steps_of", "max_steps"}}`. Only a source's `text` must be there; what else is missing has the engine's default.
#[wasm_bindgen]
pub fn run(#[wasm_bindgen(js_name = "programJson")] program_json: &str) -> Result<String, JsValue> {
    let (program, limits, options) = input::read(program_json)?;
    Ok(engine::run(&program, &limits, &options).to_json())
}

/// A program, given as to [`run`], as one script for CPython (see [`engine::script`]).
#[wasm_bindgen]
pub fn script(
    #[wasm_bindgen(js_name = "programJson")] program_json: &str,
) -> Result<String, JsValue> {
    let (program, _, _) = input::read(program_json)?;
    Ok(engine::script(&program))
}

/// The tokens of a source for highlighting: `start, end, class` of each in a row, positions in UTF-16 code
/// units as JavaScript counts, classes as [`engine::TokenClass`] numbers them.
#[wasm_bindgen]
pub fn tokens(text: &str, kind: &str) -> Result<Vec<u32>, JsValue> {
    let mut position = utf16::Position::new(text);
    let tokens = engine::tokens(text, source_kind(kind)?);
    Ok(tokens
        .iter()
        .flat_map(|token| {
            [
                position.of(token.start),
                position.of(token.end),
                token.class as u32,
            ]
        })
        .collect())
}

/// What can be written at an offset of a program's last source, in UTF-16 code units, as JSON
/// (see [`engine::complete::Completion::to_json`]). The program is given as to [`run`].
#[wasm_bindgen]
pub fn complete(
    #[wasm_bindgen(js_name = "programJson")] program_json: &str,
    offset: u32,
) -> Result<String, JsValue> {
    let (program, _, _) = input::read(program_json)?;
    let text = last_text(&program);
    let found = engine::complete::complete(&program, utf16::byte(text, offset));
    Ok(found.to_json(|at| utf16::unit(text, at)))
}

/// What stands at an offset of a program's last source, in UTF-16 code units, as JSON
/// (see [`engine::complete::Hover::to_json`]), or `null`.
#[wasm_bindgen]
pub fn hover(
    #[wasm_bindgen(js_name = "programJson")] program_json: &str,
    offset: u32,
) -> Result<String, JsValue> {
    let (program, _, _) = input::read(program_json)?;
    let text = last_text(&program);
    let found = engine::complete::hover(&program, utf16::byte(text, offset));
    Ok(found.map_or_else(
        || "null".to_owned(),
        |found| found.to_json(|at| utf16::unit(text, at)),
    ))
}

fn last_text(program: &engine::Program) -> &str {
    program.sources.last().map_or("", |source| &source.text)
}

/// The first syntax error of a source as JSON (see [`engine::Failure::to_json`]), or `null`.
#[wasm_bindgen]
pub fn check(text: &str, kind: &str) -> Result<String, JsValue> {
    let failure = engine::check(text, source_kind(kind)?);
    Ok(failure.map_or_else(|| "null".to_owned(), |failure| failure.to_json()))
}

/// A defect of the engine reaches JavaScript as an exception that says where it is, not as a bare
/// `unreachable`. The instance is of no use after it.
#[wasm_bindgen(start)]
fn report_panics() {
    std::panic::set_hook(Box::new(|panic| {
        wasm_bindgen::throw_str(&panic.to_string())
    }));
}

fn source_kind(name: &str) -> Result<SourceKind, JsValue> {
    match name {
        "script" => Ok(SourceKind::Script),
        "transcript" => Ok(SourceKind::Transcript),
        _ => Err(JsError::new(&format!(
            "a source is a 'script' or a 'transcript', not '{name}'"
        ))
        .into()),
    }
}
