//! "Did you mean": CPython's own measure and limits.

use std::rc::Rc;

use super::Vm;
use crate::object::{Class, Ref, TraceEntry, Value};

const MOST_CANDIDATES: usize = 750;
const LONGEST: usize = 40;
const MOVE: usize = 2;
const CASE: usize = 1;

impl Vm {
    /// What a traceback suggests for a missing name or attribute.
    pub(crate) fn suggestion(&mut self, exception: &Ref) -> Option<String> {
        let key = self.names.name.clone();
        let name = exception.attr(&key)?;
        let name = name.as_str()?.to_owned();
        let class = &exception.class;
        if class.is_subclass(&self.exceptions.name_error) {
            let innermost = exception
                .payload
                .exception()?
                .borrow()
                .traceback
                .first()
                .cloned()?;
            return self.suggest_name(&name, &innermost);
        }
        if class.is_subclass(&self.exceptions.attribute_error) {
            let key = self.names.obj.clone();
            let object = exception.attr(&key)?;
            return closest(&name, &self.dir_names(&object));
        }
        None
    }

    fn suggest_name(&mut self, name: &str, entry: &TraceEntry) -> Option<String> {
        let locals: Vec<String> = entry
            .code
            .locals
            .iter()
            .map(|name| name.to_string())
            .collect();
        let keys = |dict: &Ref| -> Vec<String> {
            let dict = dict.payload.dict().borrow();
            dict.iter()
                .filter_map(|(key, _)| key.as_str().map(str::to_owned))
                .collect()
        };
        closest(name, &locals)
            .or_else(|| closest(name, &keys(&self.main_globals)))
            .or_else(|| closest(name, &keys(&self.builtins)))
    }

    /// The names of a value's attributes, sorted, as `dir` gives them.
    pub fn dir_names(&mut self, value: &Value) -> Vec<String> {
        let mut names = Vec::new();
        if let Value::Obj(object) = value {
            let own = super::attr::own_names(object);
            names.extend(own.iter().map(|name| name.to_string()));
        }
        let class = match value {
            Value::Class(class) => class.clone(),
            value => self.class_of(value),
        };
        self.class_names(&class, &mut names);
        names.sort_unstable();
        names.dedup();
        names
    }

    fn class_names(&mut self, class: &Rc<Class>, names: &mut Vec<String>) {
        let order = class.mro.borrow().clone();
        for class in order {
            self.complete_class(&class);
            let attrs = class.attrs.borrow();
            let keys = attrs.iter().filter_map(|(key, _)| key.as_str());
            names.extend(keys.map(str::to_owned));
            if let Some(slots) = &*class.slots.borrow() {
                names.extend(slots.iter().map(|slot| slot.to_string()));
            }
        }
    }
}

/// The candidate that is most like a name, if one is like it.
fn closest(name: &str, candidates: &[String]) -> Option<String> {
    if candidates.len() >= MOST_CANDIDATES {
        return None;
    }
    let mut best: Option<(usize, &String)> = None;
    for candidate in candidates {
        if candidate == name {
            continue;
        }
        let mut limit = (name.len() + candidate.len() + 3) * MOVE / 6;
        if let Some((distance, _)) = best {
            limit = limit.min(distance.saturating_sub(1));
        }
        let distance = distance(name.as_bytes(), candidate.as_bytes(), limit);
        if distance <= limit && best.is_none_or(|(best, _)| distance < best) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, name)| name.clone())
}

/// The edit distance, or more than `limit`.
fn distance<'t>(mut a: &'t [u8], mut b: &'t [u8], limit: usize) -> usize {
    let prefix = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[prefix..], &b[prefix..]);
    let (mut end_a, mut end_b) = (a.len(), b.len());
    while end_a > 0 && end_b > 0 && a[end_a - 1] == b[end_b - 1] {
        end_a -= 1;
        end_b -= 1;
    }
    (a, b) = (&a[..end_a], &b[..end_b]);
    if a.is_empty() || b.is_empty() {
        return (a.len() + b.len()) * MOVE;
    }
    if a.len() > LONGEST || b.len() > LONGEST {
        return limit + 1;
    }
    if b.len() < a.len() {
        (a, b) = (b, a);
    }
    if (b.len() - a.len()) * MOVE > limit {
        return limit + 1;
    }
    let mut row: Vec<usize> = (1..=a.len()).map(|index| index * MOVE).collect();
    let mut result = 0;
    for (index, &code) in b.iter().enumerate() {
        let mut diagonal = index * MOVE;
        result = diagonal;
        let mut least = usize::MAX;
        for (slot, &other) in row.iter_mut().zip(a) {
            let substitute = diagonal + substitution(code, other);
            diagonal = *slot;
            result = (result.min(diagonal) + MOVE).min(substitute);
            *slot = result;
            least = least.min(result);
        }
        if least > limit {
            return limit + 1;
        }
    }
    result
}

fn substitution(a: u8, b: u8) -> usize {
    if a == b {
        0
    } else if a.eq_ignore_ascii_case(&b) {
        CASE
    } else {
        MOVE
    }
}
