//! Recording the steps of one source while it runs.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use python::object::{Payload, Str, Value};
use python::vm::{Line, Tracer, Vm};

use super::brief::brief;
use super::graph::{self, Arrangement, Graph};
use super::{Step, Trace};
use crate::orm::runtime::Runtime;
use crate::orm::story;

/// A longer value is cut.
const LONGEST: usize = 100;
/// A list of more variables would not be read; the youngest are kept.
const MOST_VARIABLES: usize = 40;

/// What is written down of a source.
#[derive(Clone)]
pub struct Recorder(Rc<RefCell<Recording>>);

struct Recording {
    source: usize,
    most: usize,
    /// Global names that other sources made before.
    earlier: Vec<Rc<Str>>,
    trace: Trace,
    drawn: HashMap<Graph, Option<usize>>,
}

impl Recorder {
    /// Starts recording a source that is about to run.
    pub fn start(vm: &mut Vm, source: usize, most: usize) -> Recorder {
        let earlier = globals(vm).into_iter().map(|(name, _)| name).collect();
        let recorder = Recorder(Rc::new(RefCell::new(Recording {
            source,
            most,
            earlier,
            trace: Trace::default(),
            drawn: HashMap::new(),
        })));
        vm.set_tracer(Box::new(recorder.clone()));
        recorder
    }

    /// Ends the recording with the state of things at the end of the source.
    pub fn finish(self, vm: &mut Vm) -> Trace {
        vm.take_tracer();
        story::set_local(vm, &[]);
        let mut recording = self.0.borrow_mut();
        let source = recording.source;
        vm.unpaid(|vm| {
            recording.note(
                vm,
                &Line {
                    source,
                    line: 0,
                    depth: 0,
                    function: None,
                    variables: &[],
                },
            );
        });
        if let Some(last) = recording.trace.steps.last_mut() {
            last.line = None;
        }
        std::mem::take(&mut recording.trace)
    }
}

impl Tracer for Recorder {
    fn line(&mut self, vm: &mut Vm, line: &Line<'_>) {
        story::set_local(vm, line.variables);
        let mut recording = self.0.borrow_mut();
        if line.source != recording.source {
            return;
        }
        if recording.trace.steps.len() >= recording.most {
            recording.trace.cut = true;
            return;
        }
        recording.note(vm, line);
    }
}

impl Recording {
    fn note(&mut self, vm: &mut Vm, line: &Line<'_>) {
        let runtime = Runtime::of(vm);
        let step = Step {
            source: line.source,
            line: Some(line.line),
            depth: line.depth,
            function: line.function.map(str::to_owned),
            variables: self.variables(vm, &runtime, line),
            output: vm.output_position(),
            picture: self.picture(vm, line.variables),
            told: story::count(vm),
        };
        self.trace.steps.push(step);
    }

    fn variables(&self, vm: &mut Vm, runtime: &Runtime, line: &Line<'_>) -> Vec<(String, String)> {
        let mut shown: Vec<(Rc<Str>, Value)> = match line.function {
            Some(_) => line.variables.to_vec(),
            None => globals(vm),
        };
        shown.retain(|(name, value)| {
            let earlier = line.function.is_none() && self.earlier.iter().any(|known| known == name);
            !name.starts_with('_') && is_data(value) && !(earlier && is_the_librarys(value))
        });
        let first = shown.len().saturating_sub(MOST_VARIABLES);
        shown
            .drain(first..)
            .map(|(name, value)| (name.to_string(), brief(vm, runtime, &value, LONGEST)))
            .collect()
    }

    /// The picture of the objects as they are now: drawn once, however often they come to be so.
    fn picture(&mut self, vm: &mut Vm, local: &[(Rc<Str>, Value)]) -> Option<usize> {
        let graph = graph::collect(vm, local);
        if let Some(known) = self.drawn.get(&graph) {
            return *known;
        }
        let svg = graph::draw(&graph, Arrangement::Across);
        let index = (!svg.is_empty()).then(|| {
            self.trace.pictures.push(svg);
            self.trace.pictures.len() - 1
        });
        self.drawn.insert(graph, index);
        index
    }
}

/// The global variables, in the order of their making.
fn globals(vm: &mut Vm) -> Vec<(Rc<Str>, Value)> {
    let globals = vm.main_globals();
    let Some(globals) = globals.as_dict() else {
        return Vec::new();
    };
    let globals = globals.borrow();
    globals
        .iter()
        .filter_map(|(name, value)| Some((name.as_str_rc()?.clone(), value.clone())))
        .collect()
}

/// Whether a value is one that a program works on, and no definition or import.
fn is_data(value: &Value) -> bool {
    match value {
        Value::Unbound | Value::Class(_) => false,
        Value::Obj(object) => !matches!(
            object.payload,
            Payload::Function(_) | Payload::Native(_) | Payload::Module
        ),
        _ => true,
    }
}

/// Whether it is an object of a library's own making, such as a `Table` or `MetaData`.
fn is_the_librarys(value: &Value) -> bool {
    matches!(value, Value::Obj(object) if matches!(object.payload, Payload::Host(_)))
}
