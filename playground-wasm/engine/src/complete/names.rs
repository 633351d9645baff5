//! What SQLAlchemy's names are for, and its functions' parameters.

/// A line each: name, parameters as `inspect.signature` has them, what it is for. `@name` stands for the
/// parameters of another function.
const NAMES: &str = include_str!("names.txt");
/// A line each: parameter, or `function.parameter` where it means something of its own there, what it does.
const PARAMETERS: &str = include_str!("parameters.txt");

/// A name of SQLAlchemy.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// The name.
    pub name: &'static str,
    /// The parameters, as they are shown.
    pub signature: &'static str,
    /// One line about it.
    pub about: &'static str,
}

/// Finds a name.
pub(super) fn find(name: &str) -> Option<Known> {
    NAMES.lines().find_map(|line| {
        let (found, rest) = line.split_once('\t')?;
        let (signature, about) = rest.split_once('\t')?;
        (found == name).then_some(Known {
            name: found,
            signature,
            about,
        })
    })
}

impl Known {
    /// Its parameters that can be given by name, each with its default, if it has one, and one line.
    pub(super) fn parameters(self) -> Vec<(&'static str, &'static str, &'static str)> {
        let mut parameters = Vec::new();
        for parameter in split(self.signature) {
            if let Some(other) = parameter.strip_prefix('@') {
                parameters.extend(find(other).into_iter().flat_map(Known::parameters));
            } else if !parameter.starts_with('*') {
                let (name, default) = parameter.split_once('=').unwrap_or((parameter, ""));
                parameters.push((name, default, about(self.name, name)));
            }
        }
        parameters
    }
}

/// The parameters of a signature: commas inside quotes do not part them.
fn split(signature: &'static str) -> Vec<&'static str> {
    let mut quoted = false;
    let parts = signature.split(move |c: char| {
        quoted ^= c == '\'';
        c == ',' && !quoted
    });
    parts
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect()
}

fn about(function: &str, parameter: &str) -> &'static str {
    let find = |wanted: &str| {
        let mut lines = PARAMETERS.lines().filter_map(|line| line.split_once('\t'));
        lines
            .find(|(name, _)| *name == wanted)
            .map(|(_, text)| text)
    };
    find(&format!("{function}.{parameter}"))
        .or_else(|| find(parameter))
        .unwrap_or_default()
}
