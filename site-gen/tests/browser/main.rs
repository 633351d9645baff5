//! The finished site in a real browser: Chromium, driven by `chromedriver`.
//!
//! Each test has a browser of its own. A failed one says what it saw; `--nocapture` shows the driver's words.

mod browser;
mod copying;
mod editing;
mod everyone;
mod firefox;
mod graphs;
mod keeping;
mod languages;
mod offline;
mod predicting;
mod reading;
mod running;
mod seeing;
mod server;
mod site;
mod typing;
mod views;
