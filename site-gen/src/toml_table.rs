//! Reading a TOML table key by key: every mistake in it is told at its place, not only the first,
//! and a key that nobody asked for is a mistake as well.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{SourceFile, Span};

/// The file that a table stands in, and where in it the TOML begins.
#[derive(Clone)]
pub struct Origin {
    /// The file.
    pub file: Arc<SourceFile>,
    /// The byte offset of the TOML text in it.
    pub offset: usize,
    /// The code of diagnostics about it.
    pub code: &'static str,
}

impl Origin {
    /// A range of the TOML text as a span of the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        range.start + self.offset..range.end + self.offset
    }

    /// An error at a range of the TOML text.
    pub fn error(&self, range: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::error(self.code, message).at(&self.file, self.span(range))
    }

    /// Parses TOML text, telling every syntax error in it.
    pub fn parse<'t>(&self, text: &'t str, diagnostics: &mut Diagnostics) -> DeTable<'t> {
        let (table, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let range = error.span().unwrap_or(0..0);
            let message = error.message().trim().replace('\n', ", ");
            diagnostics.push(self.error(range, format!("invalid TOML: {message}")));
        }
        table.into_inner()
    }
}

/// A table being read. What was asked for is what is known; [`TableReader::finish`] complains about the rest.
pub struct TableReader<'t, 'd> {
    origin: &'d Origin,
    table: DeTable<'t>,
    asked: Vec<&'static str>,
    diagnostics: &'d mut Diagnostics,
}

impl<'t, 'd> TableReader<'t, 'd> {
    /// Begins to read.
    pub fn new(origin: &'d Origin, table: DeTable<'t>, diagnostics: &'d mut Diagnostics) -> Self {
        TableReader {
            origin,
            table,
            asked: Vec::new(),
            diagnostics,
        }
    }

    fn take(&mut self, key: &'static str) -> Option<Spanned<DeValue<'t>>> {
        self.asked.push(key);
        self.table.remove(key)
    }

    /// A value of whatever type.
    pub fn value(&mut self, key: &'static str) -> Option<Spanned<DeValue<'t>>> {
        self.take(key)
    }

    fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue<'t>>, expected: &str) {
        let found = value.get_ref().type_str();
        self.diagnostics.push(
            self.origin
                .error(value.span(), format!("`{key}` must be {expected}"))
                .label(format!("this is {} {found}", article(found))),
        );
    }

    /// A string with its span.
    pub fn spanned_string(&mut self, key: &'static str) -> Option<(String, Span)> {
        let value = self.take(key)?;
        let span = self.origin.span(value.span());
        match value.get_ref() {
            DeValue::String(text) => Some((text.to_string(), span)),
            _ => {
                self.wrong_type(key, &value, "a string");
                None
            }
        }
    }

    /// A string.
    pub fn string(&mut self, key: &'static str) -> Option<String> {
        self.spanned_string(key).map(|(text, _)| text)
    }

    /// `true` or `false`.
    pub fn boolean(&mut self, key: &'static str) -> Option<bool> {
        let value = self.take(key)?;
        let boolean = value.get_ref().as_bool();
        if boolean.is_none() {
            self.wrong_type(key, &value, "true or false");
        }
        boolean
    }

    /// A whole number.
    pub fn integer(&mut self, key: &'static str) -> Option<i64> {
        let value = self.take(key)?;
        let integer = value
            .get_ref()
            .as_integer()
            .and_then(|number| i64::from_str_radix(number.as_str(), number.radix()).ok());
        if integer.is_none() {
            self.wrong_type(key, &value, "a whole number");
        }
        integer
    }

    /// A whole number that is not negative.
    pub fn natural(&mut self, key: &'static str) -> Option<u64> {
        let span = self.table.get(key).map(|value| value.span());
        let number = self.integer(key)?;
        let natural = u64::try_from(number).ok();
        if natural.is_none() {
            let message = format!("`{key}` must not be negative");
            self.diagnostics
                .push(self.origin.error(span.unwrap_or_default(), message));
        }
        natural
    }

    /// A date, as a TOML date or a string of the form `YYYY-MM-DD`.
    pub fn date(&mut self, key: &'static str) -> Option<String> {
        let value = self.take(key)?;
        let date = match value.get_ref() {
            DeValue::Datetime(when) => when.date,
            DeValue::String(text) => text
                .parse::<toml::value::Datetime>()
                .ok()
                .and_then(|when| when.date),
            _ => None,
        };
        if date.is_none() {
            self.wrong_type(key, &value, "a date such as 2026-01-31");
        }
        date.map(|date| date.to_string())
    }

    /// A list of strings with their spans.
    pub fn spanned_strings(&mut self, key: &'static str) -> Vec<(String, Span)> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        let DeValue::Array(items) = value.get_ref() else {
            self.wrong_type(key, &value, "a list of strings");
            return Vec::new();
        };
        let mut strings = Vec::new();
        for item in items.iter() {
            match item.get_ref() {
                DeValue::String(text) => {
                    strings.push((text.to_string(), self.origin.span(item.span())));
                }
                _ => self.wrong_type(key, item, "a list of strings"),
            }
        }
        strings
    }

    /// A list of strings.
    pub fn strings(&mut self, key: &'static str) -> Vec<String> {
        self.spanned_strings(key)
            .into_iter()
            .map(|(text, _)| text)
            .collect()
    }

    /// A table, read by `read`.
    pub fn table<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut TableReader<'t, '_>) -> T,
    ) -> Option<T> {
        let value = self.take(key)?;
        if !value.get_ref().is_table() {
            self.wrong_type(key, &value, "a table");
            return None;
        }
        let DeValue::Table(table) = value.into_inner() else {
            return None;
        };
        let mut reader = TableReader::new(self.origin, table, self.diagnostics);
        let read = read(&mut reader);
        reader.finish();
        Some(read)
    }

    /// A table whose keys are the author's own.
    pub fn free_table(&mut self, key: &'static str) -> serde_json::Map<String, serde_json::Value> {
        let Some(value) = self.take(key) else {
            return serde_json::Map::new();
        };
        match json(value.get_ref()) {
            serde_json::Value::Object(map) => map,
            _ => {
                self.wrong_type(key, &value, "a table");
                serde_json::Map::new()
            }
        }
    }

    /// Keys of another program, which have no effect here: each that is there is told as a warning.
    pub fn foreign(&mut self, program: &str, keys: &[&str]) {
        let spans: Vec<(String, Span)> = (self.table.iter())
            .filter(|(key, _)| keys.contains(&key.get_ref().as_ref()))
            .map(|(key, _)| (key.get_ref().to_string(), self.origin.span(key.span())))
            .collect();
        for (key, span) in spans {
            self.table.remove(key.as_str());
            self.diagnostics.push(
                Diagnostic::warning(
                    self.origin.code,
                    format!("{program}'s `{key}` has no effect here"),
                )
                .at(&self.origin.file, span),
            );
        }
    }

    /// Keys that are known and of no use here.
    pub fn ignore(&mut self, keys: &[&str]) {
        for key in keys {
            self.table.remove(*key);
        }
    }

    /// All that was not asked for is of no use here.
    pub fn ignore_rest(&mut self) {
        self.table = DeTable::new();
    }

    /// The names in a table, with their spans.
    pub fn names(&mut self, key: &'static str) -> Vec<(String, Span)> {
        let Some(value) = self.take(key) else {
            return Vec::new();
        };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(key, &value, "a table");
            return Vec::new();
        };
        let name = |key: &Spanned<std::borrow::Cow<'_, str>>| {
            (key.get_ref().to_string(), self.origin.span(key.span()))
        };
        table.iter().map(|(key, _)| name(key)).collect()
    }

    /// Where the table stands.
    pub fn origin(&self) -> &'d Origin {
        self.origin
    }

    /// Where complaints go.
    pub fn diagnostics(&mut self) -> &mut Diagnostics {
        self.diagnostics
    }

    /// Complains about the keys that nobody asked for.
    pub fn finish(self) {
        for (key, _) in self.table.iter() {
            let name = key.get_ref();
            self.diagnostics.push(
                self.origin
                    .error(key.span(), format!("unknown key `{name}`"))
                    .help(
                        match crate::diagnostic::nearest(name, self.asked.iter().copied()) {
                            Some(near) => format!("did you mean `{near}`?"),
                            None => format!("known here: {}", self.asked.join(", ")),
                        },
                    ),
            );
        }
    }
}

fn article(noun: &str) -> &'static str {
    if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    }
}

/// TOML as JSON; dates become strings.
fn json(value: &DeValue<'_>) -> serde_json::Value {
    use serde_json::Value;
    match value {
        DeValue::String(text) => Value::from(text.as_ref()),
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
            .map_or_else(|_| Value::from(number.to_string()), Value::from),
        DeValue::Float(number) => number
            .as_str()
            .parse::<f64>()
            .map_or_else(|_| Value::from(number.as_str()), Value::from),
        DeValue::Boolean(boolean) => Value::from(*boolean),
        DeValue::Datetime(when) => Value::from(when.to_string()),
        DeValue::Array(items) => items.iter().map(|item| json(item.get_ref())).collect(),
        DeValue::Table(table) => table
            .iter()
            .map(|(key, value)| (key.get_ref().to_string(), json(value.get_ref())))
            .collect(),
    }
}
