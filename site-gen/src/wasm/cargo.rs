//! Compiles `playground-wasm` with whichever toolchain can.

use super::{Error, Paths, tools};
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

const TARGET: &str = "wasm32-unknown-unknown";
const PROFILE: &str = "wasm";

/// Debian's compiler, the standard library's sources that it is built with, and a linker for wasm.
const DEBIAN: [&str; 3] = [
    "/usr/bin/rustc",
    "/usr/lib/rustlib/src/rust/library/Cargo.toml",
    "/usr/bin/wasm-ld",
];

const HELP: &str = "\
The usual way:                       rustup target add wasm32-unknown-unknown
On Debian, where rustup has no way:  sudo apt-get install rustc-web rust-web-src lld";

/// What compiles.
enum Toolchain {
    /// The one in use, which has the target's standard library.
    InUse,
    /// Debian's, which builds the standard library along: Debian packages it without the target's.
    Debian,
}

/// The module as the compiler leaves it.
pub(super) fn build(paths: &Paths, say: &mut dyn FnMut(&str)) -> Result<PathBuf, Error> {
    let toolchain = toolchain(say)?;
    let target_dir = paths.target.join("wasm-build");
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .args(["build", "--package", "playground-wasm", "--locked"])
        .args(["--target", TARGET, "--profile", PROFILE])
        .arg("--target-dir")
        .arg(&target_dir)
        .current_dir(&paths.workspace);
    if matches!(toolchain, Toolchain::Debian) {
        command
            .arg("-Zbuild-std=std,panic_abort")
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTC", DEBIAN[0])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", DEBIAN[2]);
    }
    say("compiling the engine to WebAssembly (the first time takes minutes)");
    tools::run(&mut command).map_err(|status| {
        Error::new(format!(
            "the engine does not compile to WebAssembly; cargo says why above ({status})"
        ))
        .help(format!("The command was: {}", tools::line(&command)))
    })?;
    Ok(target_dir
        .join(TARGET)
        .join(PROFILE)
        .join("playground_wasm.wasm"))
}

/// The compiler in use.
pub(super) fn rustc() -> OsString {
    env::var_os("RUSTC").unwrap_or_else(|| "rustc".into())
}

fn toolchain(say: &mut dyn FnMut(&str)) -> Result<Toolchain, Error> {
    if has_target() {
        return Ok(Toolchain::InUse);
    }
    if DEBIAN.iter().all(|path| Path::new(path).is_file()) {
        say(
            "the toolchain in use cannot compile to WebAssembly, Debian's can: taking /usr/bin/rustc",
        );
        return Ok(Toolchain::Debian);
    }
    let mut add = Command::new("rustup");
    add.args(["target", "add", TARGET]);
    say(&format!(
        "the toolchain cannot compile to WebAssembly yet: {}",
        tools::line(&add)
    ));
    if tools::run(&mut add).is_ok() && has_target() {
        return Ok(Toolchain::InUse);
    }
    Err(Error::new(format!(
        "there is no Rust toolchain with a standard library for {TARGET}"
    ))
    .help(HELP))
}

/// Whether the compiler in use has the target's standard library.
fn has_target() -> bool {
    tools::answer(Command::new(rustc()).args(["--print", "target-libdir", "--target", TARGET]))
        .is_some_and(|folder| holds_std(Path::new(&folder)))
}

fn holds_std(folder: &Path) -> bool {
    folder.read_dir().is_ok_and(|entries| {
        entries
            .flatten()
            .any(|entry| entry.file_name().as_encoded_bytes().starts_with(b"libstd-"))
    })
}
