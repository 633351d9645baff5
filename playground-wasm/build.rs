//! Gives the module a stack on which the deepest recursion that a program may reach ends in Python's
//! `RecursionError`, not in a trap.

const STACK_BYTES: usize = 8 << 20;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK_BYTES}");
    }
}
