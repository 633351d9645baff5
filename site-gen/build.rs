//! The default templates and static files are embedded: a file added to those folders has to reach
//! the binary as well as a changed one.
fn main() {
    for folder in ["../templates", "../static"] {
        println!("cargo::rerun-if-changed={folder}");
    }
}
