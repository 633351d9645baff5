//! Small sites, written by a test and built in a folder of their own.

// Each test file uses what it needs.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

use site_gen::diagnostic::Printer;
use site_gen::pipeline::{self, Assembled, Options};
use tempfile::TempDir;

/// A site in a temporary folder.
pub struct Site(TempDir);

impl Site {
    /// A site of these files; `site.toml` and templates are made up where they are not given.
    pub fn new(files: &[(&str, &str)]) -> Site {
        let site = Site(tempfile::tempdir().expect("a temporary folder"));
        site.write(
            "site.toml",
            "title = \"Test\"\nbase_url = \"https://example.org/\"\n",
        );
        site.write(
            "templates/page.html",
            "<title>{{ page.title }}</title>\n{{ page.content | safe }}",
        );
        site.write("templates/section.html", "{% extends \"page.html\" %}");
        for (path, text) in files {
            site.write(path, text);
        }
        site
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        self.0.path()
    }

    /// Where it is built to.
    pub fn public(&self) -> PathBuf {
        self.root().join("public")
    }

    /// Writes a file.
    pub fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("can make folders");
        fs::write(path, content).expect("can write");
    }

    /// Removes a file.
    pub fn remove(&self, path: &str) {
        fs::remove_file(self.root().join(path)).expect("can remove");
    }

    /// Options with the defaults.
    pub fn options(&self) -> Options {
        Options {
            root: self.root().to_owned(),
            ..Options::default()
        }
    }

    /// The site in memory.
    pub fn assemble(&self) -> Assembled {
        pipeline::assemble(&self.options())
    }

    /// The text of a finished file; fails with what is wrong if the site cannot be built.
    pub fn file(&self, path: &str) -> String {
        let assembled = self.assemble();
        let told = Printer::plain().render_all(&assembled.diagnostics);
        let file = assembled.output.get(path);
        let file = file.unwrap_or_else(|| panic!("no {path}\n{told}"));
        String::from_utf8(file.bytes.to_vec()).expect("text")
    }

    /// What is wrong with it, as a terminal shows it.
    pub fn told(&self) -> String {
        let told = Printer::plain().render_all(&self.assemble().diagnostics);
        told.replace(&self.root().display().to_string(), "SITE")
    }
}
