//! Explanations: what each line of the program set off, in a learner's words. SQLAlchemy keeps silent about
//! it; the page tells. Nothing is written down unless a run asks for it.
//!
//! Here is how it is written down; what is said is in [`changes`] (attributes and collections), [`reads`] (why
//! a value is not what one might expect) and [`setup`] (what configuration has worked out).

pub mod changes;
pub mod reads;
pub mod setup;

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use python::object::{Host, Object, Str, Value};
use python::vm::Vm;

use super::attributes::AttributeImpl;
use super::runtime::Runtime;
use super::state::State;
use crate::report::brief::brief;

/// More than this is not told of a run: nobody would read it.
const MOST: usize = 5000;
/// A longer value is cut.
const LONGEST: usize = 40;

/// One step of a chain of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// Index of the source.
    pub source: usize,
    /// 1-based line.
    pub line: usize,
    /// 0 for what the program did itself, one more for each consequence of a consequence.
    pub depth: usize,
    /// The sentence.
    pub text: String,
}

/// The story of a run.
#[derive(Default)]
pub struct Story {
    told: RefCell<Vec<Explanation>>,
    depth: Cell<usize>,
    /// Whether the next removal is one of nothing, and need not be told.
    muted: Cell<bool>,
    /// Variables of the function that is being executed, where that is known. They keep nothing alive.
    local: RefCell<Vec<(Rc<Str>, Weak<Object>)>>,
}

impl Host for Story {}

/// A chain that is being told; it ends when this is dropped.
pub struct Chapter(Option<Rc<Story>>);

impl Drop for Chapter {
    fn drop(&mut self) {
        if let Some(story) = &self.0 {
            story.depth.set(story.depth.get() - 1);
        }
    }
}

/// Starts writing down.
pub fn enable(vm: &mut Vm) {
    Runtime::of(vm).told.set(true);
}

/// What was written down.
pub fn take(vm: &mut Vm) -> Vec<Explanation> {
    vm.state::<Story>().told.take()
}

/// The next removal is one of something that is not there; it is not told.
pub fn mute_removal(vm: &mut Vm) {
    vm.state::<Story>().muted.set(true);
}

/// Whether this removal is one that is not told.
pub fn take_mute(vm: &mut Vm) -> bool {
    vm.state::<Story>().muted.take()
}

/// How much was written down so far.
pub fn count(vm: &mut Vm) -> usize {
    vm.state::<Story>().told.borrow().len()
}

/// Whether anything is told, and there is still room for it.
pub fn is_told(vm: &mut Vm, runtime: &Runtime) -> bool {
    runtime.told.get() && count(vm) < MOST
}

/// Tells a step that has no consequences.
pub fn remark(vm: &mut Vm, text: String) {
    drop(tell(vm, true, |_| text));
}

/// Tells a step; what follows until the answer is dropped is its consequence.
pub fn tell(vm: &mut Vm, enabled: bool, text: impl FnOnce(&mut Vm) -> String) -> Chapter {
    if !enabled {
        return Chapter(None);
    }
    let story = vm.state::<Story>();
    if story.told.borrow().len() >= MOST {
        return Chapter(None);
    }
    let text = capitalised(text(vm));
    let (source, line) = vm.current_line();
    let depth = story.depth.get();
    story.told.borrow_mut().push(Explanation {
        source,
        line,
        depth,
        text,
    });
    story.depth.set(depth + 1);
    Chapter(Some(story))
}

/// The variables by which a function that is being executed knows its objects.
pub fn set_local(vm: &mut Vm, variables: &[(Rc<Str>, Value)]) {
    let objects = variables
        .iter()
        .filter_map(|(name, value)| Some((name.clone(), Rc::downgrade(value.obj()?))));
    *vm.state::<Story>().local.borrow_mut() = objects.collect();
}

/// How a sentence names an object: by a variable of the program, else by what it is.
pub fn name(vm: &mut Vm, value: &Value) -> String {
    if value.is_none() {
        return "None".to_owned();
    }
    if let Some(variable) = variable(vm, value) {
        return variable;
    }
    let runtime = Runtime::of(vm);
    let text = brief(vm, &runtime, value, LONGEST);
    // Nothing is known of it but its class.
    let Some(class) = text.strip_suffix("()") else {
        return text;
    };
    let article = if class.starts_with(['A', 'E', 'I', 'O', 'U']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {class}")
}

/// A variable that refers to the object.
fn variable(vm: &mut Vm, value: &Value) -> Option<String> {
    let object = value.obj()?;
    let story = vm.state::<Story>();
    let local = story.local.borrow();
    let mut local = local
        .iter()
        .filter(|(_, held)| held.as_ptr() == Rc::as_ptr(object));
    if let Some((name, _)) = local.next() {
        return Some(name.to_string());
    }
    let globals = vm.main_globals();
    let globals = globals.as_dict()?.borrow();
    let mut names = globals
        .iter()
        .filter(|(_, held)| held.is(value))
        .filter_map(|(name, _)| name.as_str());
    names.find(|name| !name.starts_with('_')).map(str::to_owned)
}

/// `child.parent`, or `the parent of a Child`
pub fn place(vm: &mut Vm, state: &State, attribute: &AttributeImpl) -> String {
    let owner = name(vm, &state.instance());
    let key = attribute.key.as_str();
    match owner.contains(' ') && !owner.ends_with(')') {
        true => format!("the {key} of {owner}"),
        false => format!("{owner}.{key}"),
    }
}

/// A sentence that begins with an article begins with a capital. (One that begins with a variable does not.)
fn capitalised(text: String) -> String {
    let begins = |article: &str| {
        let rest = text.strip_prefix(article);
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    if begins("a ") || begins("an ") || text.starts_with("the ") {
        text[..1].to_uppercase() + &text[1..]
    } else {
        text
    }
}
