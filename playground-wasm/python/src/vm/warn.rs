//! Warnings: the filters, and what has been shown.

use std::rc::Rc;

use super::output::Channel;
use super::{Result, Vm};
use crate::object::{Class, Value};

/// What a filter does with a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WarningAction {
    /// Shows it once for each place.
    Default,
    /// Shows it every time.
    Always,
    /// Shows nothing.
    Ignore,
    /// Raises it.
    Error,
    /// Shows it once for each module.
    Module,
    /// Shows it once.
    Once,
}

/// A filter: the first that matches decides.
#[derive(Clone)]
pub struct WarningFilter {
    /// What is done.
    pub action: WarningAction,
    /// Matches what the text begins with, by a compiled pattern or any callable; `None` matches all.
    pub message: Option<Value>,
    /// The class of the warning; `None` matches all.
    pub category: Option<Rc<Class>>,
    /// The module; `None` matches all.
    pub module: Option<String>,
    /// The line; 0 matches all.
    pub line: usize,
}

/// The state that the module `warnings` works on.
#[derive(Clone, Default)]
pub struct Warnings {
    /// The filters, in the order in which they are tried.
    pub filters: Vec<WarningFilter>,
    /// What has been shown: text, category, line (0 for "once", 1 more than the last line for "module").
    pub shown: Vec<(String, Rc<Class>, usize)>,
    /// Where `catch_warnings(record=True)` puts them: a callable.
    pub record: Option<Value>,
}

impl Warnings {
    /// Filters have changed: warnings shown before are shown again.
    pub fn changed(&mut self) {
        self.shown.clear();
    }
}

impl Vm {
    /// CPython's filters, as they are in `__main__`.
    pub(crate) fn default_filters(&self) -> Vec<WarningFilter> {
        let exceptions = &self.exceptions;
        let filter = |action, category: &Rc<Class>, module: Option<&str>| WarningFilter {
            action,
            message: None,
            category: Some(category.clone()),
            module: module.map(str::to_owned),
            line: 0,
        };
        let ignore = WarningAction::Ignore;
        vec![
            filter(
                WarningAction::Default,
                &exceptions.deprecation_warning,
                Some("__main__"),
            ),
            filter(ignore, &exceptions.deprecation_warning, None),
            filter(ignore, &exceptions.pending_deprecation_warning, None),
            filter(ignore, &exceptions.import_warning, None),
            filter(ignore, &exceptions.resource_warning, None),
        ]
    }

    /// `warnings.warn(text, category)` at the innermost line of the program; CPython's default filter (once
    /// per text, category and line). May raise where the program has turned warnings into errors.
    pub fn warn(&mut self, category: &Rc<Class>, text: &str) -> Result<()> {
        let (_, line) = self.current_line();
        let object = self.exception_object(category, vec![Value::str(text)]);
        self.warn_at(category, text, &Value::Obj(object), line)
    }

    /// A warning at a line of the program; `message` is the instance that is raised or recorded.
    pub fn warn_at(
        &mut self,
        category: &Rc<Class>,
        text: &str,
        message: &Value,
        line: usize,
    ) -> Result<()> {
        self.warn_of(category, text, message, line, "")
    }

    /// As [`Vm::warn_at`], of a text that the program made: `place` begins what is shown (`<string>:1: `).
    pub(crate) fn warn_of(
        &mut self,
        category: &Rc<Class>,
        text: &str,
        message: &Value,
        line: usize,
        place: &str,
    ) -> Result<()> {
        let action = self.warning_action(category, text, line)?;
        let at = match action {
            WarningAction::Ignore => return Ok(()),
            WarningAction::Error => {
                return match message {
                    Value::Obj(object) => Err(self.with_context(object.clone())),
                    _ => Ok(()),
                };
            }
            WarningAction::Always => None,
            _ if !place.is_empty() => None,
            WarningAction::Default => Some(line),
            WarningAction::Module | WarningAction::Once => Some(0),
        };
        if let Some(at_place) = at {
            let known = &mut self.warnings.shown;
            if known.iter().any(|(known, class, at)| {
                known == text && Rc::ptr_eq(class, category) && *at == at_place
            }) {
                return Ok(());
            }
            known.push((text.to_owned(), category.clone(), at_place));
        }
        if let Some(record) = self.warnings.record.clone() {
            let arguments = [message.clone(), Value::Class(category.clone()), line.into()];
            return self.call(&record, &arguments).map(drop);
        }
        let name = category.name();
        self.show_at(
            Channel::Warning,
            &format!("{place}{}: {text}", name.as_str()),
            line,
        )
    }

    fn warning_action(
        &mut self,
        category: &Rc<Class>,
        text: &str,
        line: usize,
    ) -> Result<WarningAction> {
        for filter in self.warnings.filters.clone() {
            let class = filter
                .category
                .as_ref()
                .is_none_or(|wanted| category.is_subclass(wanted));
            let module = filter
                .module
                .as_deref()
                .is_none_or(|module| module == "__main__");
            if !class || !module || (filter.line != 0 && filter.line != line) {
                continue;
            }
            if let Some(message) = &filter.message {
                let matched = self.call(message, &[Value::str(text)])?;
                if !self.truthy(&matched)? {
                    continue;
                }
            }
            return Ok(filter.action);
        }
        Ok(WarningAction::Default)
    }
}
