//! `site-gen new`: a small site that builds at once.

use std::fs;
use std::io;
use std::path::Path;
use std::process::ExitCode;

/// The files, by their paths.
const FILES: &[(&str, &str)] = &[
    ("site.toml", include_str!("starter/site.toml")),
    ("content/index.md", include_str!("starter/index.md")),
    (
        "content/guide/index.md",
        include_str!("starter/guide/index.md"),
    ),
    (
        "content/guide/checked.md",
        include_str!("starter/guide/checked.md"),
    ),
    (".gitignore", "/public\n/.cache\n"),
];

/// Makes the site; a folder with anything in it is refused.
pub fn run(folder: &Path) -> ExitCode {
    let shown = folder.display();
    match make(folder) {
        Ok(()) => {
            anstream::println!("{shown}: a site of {} files", FILES.len());
            anstream::println!("next: site-gen serve --root {shown}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            anstream::eprintln!("site-gen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn make(folder: &Path) -> io::Result<()> {
    let shown = folder.display();
    match fs::read_dir(folder).map(|mut entries| entries.next()) {
        Ok(None) => {}
        Ok(Some(_)) => {
            return Err(io::Error::other(format!(
                "{shown} is not empty; name a new folder"
            )));
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(io::Error::other(format!("{shown} cannot be used: {error}"))),
    }
    for (path, text) in FILES {
        let path = folder.join(path);
        let within = |error| io::Error::other(format!("cannot write {}: {error}", path.display()));
        fs::create_dir_all(path.parent().unwrap_or(folder)).map_err(within)?;
        fs::write(&path, text).map_err(within)?;
    }
    Ok(())
}
