//! Loads a module in node and has it run a program that the native engine runs as well.

use super::{Error, tools};
use engine::{Limits, Options, Program, Source, SourceKind};
use std::{fs, path::Path, process::Command};

/// A little of everything, ending with what the stack must bear.
const PROGRAM: &str = include_str!("trial.py");

/// Prints the report. The script is imported as data: of a file, node would judge by its name what is in it.
const LOADER: &str = r#"
import { readFileSync } from "node:fs";
const [script, wasm, text] = process.argv.slice(1);
const engine = await import("data:text/javascript;base64," + readFileSync(script).toString("base64"));
engine.initSync({ module: readFileSync(wasm) });
const kind = "script";
const failure = engine.check(text, kind);
const tokens = engine.tokens(text, kind).join();
const report = engine.run(JSON.stringify({ sources: [{ name: "trial.py", text, kind }] }));
process.stdout.write([failure, tokens, report].join("\n"));
"#;

/// Whether there is a node to try it with.
pub(super) fn possible() -> bool {
    tools::answer(Command::new("node").arg("--version")).is_some()
}

/// Succeeds if the module loads and says of the program what the native engine says.
pub(super) fn load(script: &str, module: &[u8], scratch: &Path) -> Result<(), Error> {
    let (script_path, module_path) = (scratch.join("trial.js"), scratch.join("trial.wasm"));
    fs::write(&script_path, script).map_err(Error::io("write", &script_path))?;
    fs::write(&module_path, module).map_err(Error::io("write", &module_path))?;
    let output = Command::new("node")
        .args(["--input-type=module", "--eval", LOADER, "--"])
        .args([&script_path, &module_path])
        .arg(PROGRAM)
        .output()
        .map_err(|error| Error::new(format!("cannot run node: {error}")))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        return Err(Error::new(format!(
            "the module does not work when node loads it:\n{}",
            said.trim_end()
        )));
    }
    let (said, expected) = (String::from_utf8_lossy(&output.stdout), native());
    if said != expected {
        return Err(Error::new(format!(
            "the module does not say what this site-gen's own engine says:\n{said}\n{expected}"
        ))
        .help("Where the sources of the engine have changed, build site-gen anew."));
    }
    Ok(())
}

fn native() -> String {
    let failure = engine::check(PROGRAM, SourceKind::Script);
    let failure = failure.map_or_else(|| "null".to_owned(), |failure| failure.to_json());
    let tokens = engine::tokens(PROGRAM, SourceKind::Script);
    let tokens = tokens
        .iter()
        .map(|token| format!("{},{},{}", token.start, token.end, token.class as u32))
        .collect::<Vec<_>>()
        .join(",");
    let source = Source {
        name: "trial.py".to_owned(),
        text: PROGRAM.to_owned(),
        kind: SourceKind::Script,
        go_on: false,
    };
    let program = Program {
        sources: vec![source],
    };
    let report = engine::run(&program, &Limits::default(), &Options::default()).to_json();
    [failure, tokens, report].join("\n")
}
