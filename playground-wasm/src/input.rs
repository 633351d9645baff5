//! Reads a program. The browser parses the JSON (it has a parser; a second one would be downloaded) and
//! its objects are read property by property.

use engine::report::graph::Arrangement;
use engine::{Limits, Options, Program, Source, SourceKind};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = JSON, catch)]
    fn parse(text: &str) -> Result<ProgramInput, JsValue>;

    type ProgramInput;
    #[wasm_bindgen(method, getter, catch)]
    fn sources(this: &ProgramInput) -> Result<Vec<SourceInput>, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn limits(this: &ProgramInput) -> Option<LimitsInput>;
    #[wasm_bindgen(method, getter)]
    fn options(this: &ProgramInput) -> Option<OptionsInput>;

    type SourceInput;
    #[wasm_bindgen(method, getter)]
    fn name(this: &SourceInput) -> Option<String>;
    #[wasm_bindgen(method, getter, catch)]
    fn text(this: &SourceInput) -> Result<String, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn kind(this: &SourceInput) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn go_on(this: &SourceInput) -> Option<bool>;

    type LimitsInput;
    #[wasm_bindgen(method, getter)]
    fn fuel(this: &LimitsInput) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn heap_bytes(this: &LimitsInput) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn recursion(this: &LimitsInput) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn output_bytes(this: &LimitsInput) -> Option<f64>;

    type OptionsInput;
    #[wasm_bindgen(method, getter)]
    fn explain(this: &OptionsInput) -> Option<bool>;
    #[wasm_bindgen(method, getter)]
    fn graph(this: &OptionsInput) -> Option<bool>;
    #[wasm_bindgen(method, getter)]
    fn narrow(this: &OptionsInput) -> Option<bool>;
    #[wasm_bindgen(method, getter)]
    fn steps_of(this: &OptionsInput) -> Option<f64>;
    #[wasm_bindgen(method, getter)]
    fn max_steps(this: &OptionsInput) -> Option<f64>;
}

/// The program of a piece of JSON, with the limits and options of its run.
pub(crate) fn read(json: &str) -> Result<(Program, Limits, Options), JsValue> {
    let input = parse(json)?;
    let sources = input
        .sources()?
        .iter()
        .map(source)
        .collect::<Result<_, _>>()?;
    let limits = input
        .limits()
        .map_or_else(Limits::default, |limits| self::limits(&limits));
    let options = input
        .options()
        .map_or_else(Options::default, |options| self::options(&options));
    Ok((Program { sources }, limits, options))
}

fn source(input: &SourceInput) -> Result<Source, JsValue> {
    Ok(Source {
        name: input.name().unwrap_or_else(|| "<playground>".to_owned()),
        text: input.text()?,
        kind: input
            .kind()
            .map_or(Ok(SourceKind::Script), |kind| crate::source_kind(&kind))?,
        go_on: input.go_on().unwrap_or_default(),
    })
}

fn options(input: &OptionsInput) -> Options {
    let default = Options::default();
    Options {
        explain: input.explain().unwrap_or(default.explain),
        graph: input.graph().unwrap_or(default.graph),
        arrangement: match input.narrow() {
            Some(true) => Arrangement::Down,
            _ => default.arrangement,
        },
        steps_of: input.steps_of().map(|index| index as usize),
        max_steps: input
            .max_steps()
            .map_or(default.max_steps, |steps| steps as usize),
    }
}

/// JavaScript's numbers are floats; a cast saturates, which suits a limit.
fn limits(input: &LimitsInput) -> Limits {
    let default = Limits::default();
    Limits {
        fuel: input.fuel().map_or(default.fuel, |steps| steps as u64),
        heap_bytes: input
            .heap_bytes()
            .map_or(default.heap_bytes, |bytes| bytes as usize),
        recursion: input
            .recursion()
            .map_or(default.recursion, |depth| depth as usize),
        output_bytes: input
            .output_bytes()
            .map_or(default.output_bytes, |bytes| bytes as usize),
    }
}
