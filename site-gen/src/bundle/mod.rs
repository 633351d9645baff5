//! Stylesheets and scripts are written in parts, each with one purpose; a page should not have to ask for
//! each of them. Here the parts become one file, by nothing cleverer than putting them one behind the other
//! in the right order. Parts that cannot be joined so are served as they are: browsers know `@import` and
//! modules, and the pages work just the same.

mod comments;
mod scripts;
mod styles;

pub use scripts::script;
pub use styles::stylesheet;

/// Reads a static file by its path below `static/`, if it is there and is text.
pub type Read<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The path that `relative` means in the file `path`; none if it leaves the folder of static files or is no
/// relative path at all.
pub fn resolve(path: &str, relative: &str) -> Option<String> {
    if relative.starts_with('/') || relative.contains(':') || relative.contains(['?', '#']) {
        return None;
    }
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn relative_paths_stay_inside() {
        assert_eq!(
            resolve("css/site.css", "base.css").as_deref(),
            Some("css/base.css")
        );
        assert_eq!(resolve("js/a/b.js", "../c.js").as_deref(), Some("js/c.js"));
        assert_eq!(resolve("a.js", "../c.js"), None);
        assert_eq!(resolve("a.js", "https://example.org/c.js"), None);
    }
}
