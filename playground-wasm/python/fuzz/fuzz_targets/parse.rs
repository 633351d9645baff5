#![no_main]

#[path = "../work.rs"]
mod work;

libfuzzer_sys::fuzz_target!(|text: &str| work::parse(text));
