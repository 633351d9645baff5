//! The sites that the tests look at, built as the program builds them.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use site_gen::diagnostic::Printer;
use site_gen::pipeline::{self, EngineFiles, Options};
use site_gen::playground;
use tempfile::TempDir;

use crate::server::serve;

/// The sites stand below a path, as on many hosts.
const BASE: &str = "/docs/";

/// A site that is being served.
#[derive(Clone)]
pub struct Site {
    folder: PathBuf,
    port: u16,
}

impl Site {
    /// This repository's own site, built once for all tests.
    pub fn build() -> Site {
        static SITE: OnceLock<Site> = OnceLock::new();
        SITE.get_or_init(|| Site::of(&repository())).clone()
    }

    /// The same for one test alone, which may change or stop it.
    pub fn alone() -> Site {
        Site::of(&repository())
    }

    fn of(root: &Path) -> Site {
        // The folder stays until cargo's target folder is cleaned: the server needs it to the end.
        let folder = TempDir::new_in(env!("CARGO_TARGET_TMPDIR"))
            .expect("a folder")
            .keep();
        let options = Options {
            root: root.to_owned(),
            base_url: Some(format!("http://127.0.0.1{BASE}")),
            for_readers: true,
            engine: engine(),
            ..Options::default()
        };
        let folder = folder.join("site");
        let built = pipeline::build(&options, &folder);
        let messages = Printer::plain().render_all(&built.diagnostics);
        assert!(
            built.written.is_some(),
            "the site is not built:\n{messages}"
        );
        Site {
            port: serve(folder.clone(), BASE),
            folder,
        }
    }

    /// A site of these files.
    pub fn made_of(files: &[(&str, &str)]) -> Site {
        let root = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        for (path, text) in files {
            let path = root.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            std::fs::write(path, text).expect("a file");
        }
        Site::of(root.path())
    }

    /// The address of a page.
    pub fn url(&self, page: &str) -> String {
        format!("http://127.0.0.1:{}{BASE}{page}", self.port)
    }

    /// Ends its server: without its files that breaks off every connection.
    pub fn stop(&self) {
        let away = self.folder.with_extension("stopped");
        std::fs::rename(&self.folder, away).expect("the folder can be moved");
    }

    /// Changes a file that is served.
    pub fn replace(&self, path: &str, from: &str, to: &str) {
        let path = self.folder.join(path);
        let text = std::fs::read_to_string(&path).expect("a text file");
        assert!(text.contains(from), "{from:?} is not in {}", path.display());
        std::fs::write(path, text.replace(from, to)).expect("the file can be written");
    }

    /// All pages, `""` being the first.
    pub fn pages(&self) -> Vec<String> {
        let mut pages = Vec::new();
        gather(&self.folder, "", &mut pages);
        pages.sort();
        pages
    }
}

fn gather(folder: &Path, prefix: &str, pages: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder)
        .expect("the site's folder")
        .flatten()
    {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == "index.html" {
            pages.push(prefix.to_owned());
        } else if entry.path().is_dir() {
            gather(&entry.path(), &format!("{prefix}{name}/"), pages);
        }
    }
}

/// A site with one block and limits that no test has the time to reach.
pub fn unhurried() -> Site {
    static SITE: OnceLock<Site> = OnceLock::new();
    let build = || {
        let root = TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
        let write =
            |path: &str, text: &str| std::fs::write(root.path().join(path), text).expect("a file");
        std::fs::create_dir(root.path().join("content")).expect("a folder");
        write(
            "site.toml",
            "title = 'Unhurried'\n[playground.limits]\nfuel = 9_000_000_000_000\n",
        );
        write(
            "content/index.md",
            "+++\ntitle = 'One block'\n+++\n\n```python\nprint(1)\n```\n",
        );
        Site::of(root.path())
    };
    SITE.get_or_init(build).clone()
}

/// The engine for the browser, built if its sources have changed.
fn engine() -> EngineFiles {
    let built = playground::engine(&repository(), &mut |step| println!("{step}"));
    built
        .expect("the engine is built")
        .expect("this workspace has one")
}

/// The folder of this repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("the workspace")
        .to_owned()
}
