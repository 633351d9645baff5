//! A module and those that it imports, as one module: each once, behind those that it needs, without the
//! `import`s and `export`s that held them together; what the first one exports, the whole exports. That keeps the
//! meaning as long as no two of them use the same name at their top level, which is checked.

use std::collections::HashSet;

use super::comments::without_comment_lines;
use super::{Read, resolve};

/// The module at `path` with the modules that it imports in it.
pub fn script(path: &str, read: Read<'_>) -> Option<String> {
    let mut joined = Joined {
        read,
        seen: HashSet::new(),
        names: HashSet::new(),
        out: String::new(),
    };
    joined.add(path)?;
    Some(without_comment_lines(&joined.out))
}

struct Joined<'a> {
    read: Read<'a>,
    seen: HashSet<String>,
    names: HashSet<String>,
    out: String,
}

impl Joined<'_> {
    fn add(&mut self, path: &str) -> Option<()> {
        if !self.seen.insert(path.to_owned()) {
            return Some(());
        }
        // What the module itself exports, others may ask for.
        let is_whole = self.seen.len() == 1;
        let text = (self.read)(path)?;
        let mut own = String::new();
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if line.starts_with("import ") {
                let mut statement = line.to_owned();
                while !statement.ends_with(';') {
                    statement.push_str(lines.next()?);
                }
                self.add(&resolve(path, imported(&statement)?)?)?;
                continue;
            }
            let bare = if line.starts_with("export ") {
                exported(line)?
            } else {
                line
            };
            if let Some(name) = declared(bare)
                && !self.names.insert(name.to_owned())
            {
                return None;
            }
            own.push_str(if is_whole { line } else { bare });
            own.push('\n');
        }
        self.out.push_str(&own);
        Some(())
    }
}

/// The address in `import { a, b } from "./x.js";` and in `import "./x.js";`: no other form can be left out
/// without a trace.
fn imported(statement: &str) -> Option<&str> {
    let rest = statement.strip_prefix("import ")?;
    let (names, from) = match rest.strip_prefix('"') {
        Some(from) => ("", from),
        None => rest.strip_prefix('{')?.split_once("} from \"")?,
    };
    let address = from.strip_suffix("\";")?;
    (!names.contains(" as ") && address.starts_with('.')).then_some(address)
}

/// An exported declaration without its `export`.
fn exported(line: &str) -> Option<&str> {
    if line == "export {};" {
        return Some("");
    }
    let rest = line.strip_prefix("export ")?;
    declared(rest).map(|_| rest)
}

/// The name that a line at the top level declares.
fn declared(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("async ").unwrap_or(line);
    let keywords = [
        "const ",
        "let ",
        "var ",
        "class ",
        "function* ",
        "function ",
    ];
    let rest = keywords
        .iter()
        .find_map(|keyword| rest.strip_prefix(keyword))?;
    let end = rest
        .find(|c: char| !c.is_alphanumeric() && c != '_' && c != '$')
        .unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}

#[cfg(test)]
mod tests {
    use super::script;

    fn read(path: &str) -> Option<String> {
        let text = match path {
            "js/main.js" => {
                "import \"./b.js\";\nimport { a } from \"./a.js\";\nimport {\n  b,\n} from \"./b.js\";\na(b);\n"
            }
            "js/a.js" => {
                "import { b } from \"./b.js\";\nexport function a(x) {\n  return x + b;\n}\n"
            }
            "js/b.js" => "// what b is\nexport const b = 1;\n",
            "js/clash.js" => "import { b } from \"./b.js\";\nconst b = 2;\n",
            "js/default.js" => "import b from \"./b.js\";\n",
            "js/renamed.js" => "import { b as c } from \"./b.js\";\n",
            "js/elsewhere.js" => "import { b } from \"https://example.org/b.js\";\n",
            "js/again.js" => "export { b } from \"./b.js\";\n",
            _ => return None,
        };
        Some(text.to_owned())
    }

    #[test]
    fn modules_stand_behind_those_that_they_need() {
        assert_eq!(
            script("js/main.js", &read).as_deref(),
            Some("const b = 1;\nfunction a(x) {\n  return x + b;\n}\na(b);\n")
        );
        assert_eq!(
            script("js/a.js", &read).as_deref(),
            Some("const b = 1;\nexport function a(x) {\n  return x + b;\n}\n")
        );
    }

    #[test]
    fn what_cannot_be_joined_is_left_alone() {
        for path in [
            "clash",
            "default",
            "renamed",
            "elsewhere",
            "again",
            "missing",
        ] {
            assert_eq!(script(&format!("js/{path}.js"), &read), None, "{path}");
        }
    }
}
