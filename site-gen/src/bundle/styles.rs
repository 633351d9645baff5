//! `@import "part.css";` at the head of a stylesheet, replaced by the part.

use super::comments::without_comment_lines;
use super::{Read, resolve};

/// The stylesheet at `path` with its parts in it.
pub fn stylesheet(path: &str, read: Read<'_>) -> Option<String> {
    let mut out = String::new();
    include(path, read, &mut Vec::new(), &mut out)?;
    Some(without_comment_lines(&out))
}

fn include(path: &str, read: Read<'_>, open: &mut Vec<String>, out: &mut String) -> Option<()> {
    if open.iter().any(|other| other == path) {
        return None; // a circle
    }
    open.push(path.to_owned());
    for line in read(path)?.lines() {
        match part(line) {
            Some(part) => include(&resolve(path, part)?, read, open, out)?,
            // Any other form, with a layer or a media query, has a meaning that must not be lost.
            None if line.trim_start().starts_with("@import") => return None,
            None if has_relative_url(line) && open.len() > 1 => return None,
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    open.pop();
    Some(())
}

fn part(line: &str) -> Option<&str> {
    line.trim().strip_prefix("@import \"")?.strip_suffix("\";")
}

/// Whether a line holds an address that means something else in another folder.
fn has_relative_url(line: &str) -> bool {
    line.split("url(").skip(1).any(|rest| {
        let address = rest.trim_start_matches(['"', '\'']);
        !address.starts_with('/') && !address.starts_with('#') && !address.starts_with("data:")
    })
}

#[cfg(test)]
mod tests {
    use super::stylesheet;

    fn read(path: &str) -> Option<String> {
        let text = match path {
            "css/site.css" => "@import \"a.css\";\n@import \"sub/b.css\";\nc {}\n",
            "css/a.css" => "/* the first */\na {}\n",
            "css/sub/b.css" => "b {}\n",
            "circle.css" => "@import \"circle.css\";\n",
            "media.css" => "@import \"css/a.css\" print;\n",
            _ => return None,
        };
        Some(text.to_owned())
    }

    #[test]
    fn parts_take_the_place_of_their_imports() {
        assert_eq!(
            stylesheet("css/site.css", &read).as_deref(),
            Some("a {}\nb {}\nc {}\n")
        );
    }

    #[test]
    fn what_cannot_be_joined_is_left_alone() {
        assert_eq!(stylesheet("circle.css", &read), None);
        assert_eq!(stylesheet("media.css", &read), None);
        assert_eq!(stylesheet("missing.css", &read), None);
    }
}
