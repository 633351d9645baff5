//! The virtual machine.
//!
//! Native modules and the host program against the methods of [`Vm`]; each group lives in a file of its own.

mod args;
pub mod arith;
mod attr;
mod attr_cache;
mod bind;
mod build;
mod call;
mod call_op;
mod class;
pub mod compare;
mod create;
mod errors;
mod evaluate;
mod finalize;
mod frame;
mod generator;
mod host;
mod identity;
mod import;
mod intern;
mod interpret;
pub mod item;
mod iterate;
mod limits;
mod make;
mod mapping;
mod mro;
mod names;
mod namespace;
mod number;
mod operator;
mod output;
mod pattern;
mod session;
mod suggest;
mod surroundings;
mod text;
mod trace;
mod traceback;
mod types;
mod unwind;
mod warn;

pub use args::{Args, Bound};
pub use build::ascii;
pub use generator::Generator;
pub use import::ModuleDef;
pub use limits::{STACK, Settings, promise_deep_stack, with_stack};
pub use names::Names;
pub use number::Number;
pub use output::{Channel, Piece};
pub use session::{Ended, SourceText};
pub use trace::{Line, Tracer};
pub use types::{Exceptions, Types};
pub use warn::{WarningAction, WarningFilter, Warnings};

use std::any::TypeId;
use std::rc::Rc;

use class::{LOOKUPS, Lookup, flag};
use frame::Frame;
use identity::Identities;
use intern::Interner;
use limits::Meter;
use output::Output;

use crate::code::{Code, Parameters, Scope, SourceFile};
use crate::object::{Attrs, Dict, Heap, Host, Object, Payload, Ref, Str, Value};

/// A raised exception: the instance. (Limits raise too; [`crate::object::ExceptionData::limit`] tells.)
#[derive(Clone)]
pub struct Raised(pub Ref);

/// What native code answers.
pub type Result<T = Value> = std::result::Result<T, Raised>;

/// A function made in Rust.
pub type NativeFn = fn(&mut Vm, &Args) -> Result;

/// The machine.
#[expect(
    clippy::vec_box,
    reason = "frames move between here, the loop and generators by their pointers"
)]
pub struct Vm {
    /// The built-in classes.
    pub types: Types,
    /// The built-in exception classes.
    pub exceptions: Exceptions,
    /// Interned names that the machine itself uses.
    pub names: Names,
    /// The state of the module `warnings`.
    pub warnings: Warnings,

    interner: Interner,
    /// The version given to a class last.
    version: u32,
    lookups: Box<[Lookup]>,
    identities: Identities,

    settings: Settings,
    meter: Meter,
    /// Frames of the program and native recursions that are being executed.
    depth: usize,
    native_depth: usize,
    plain_depth: usize,

    /// Frames that wait for the one that is executed.
    frames: Vec<Box<Frame>>,
    /// Frames to be used again.
    pool: Vec<Box<Frame>>,
    /// What is being executed, and its instruction.
    code: Rc<Code>,
    pc: usize,
    /// The exception that is being handled.
    handled: Option<Ref>,
    /// Whether the frame that just answered to Rust code did so by `yield`.
    yielded: bool,
    /// Globals and locals of the frame that calls a builtin which asks for them.
    caller: Option<(Value, Value)>,

    builtins: Ref,
    main: Ref,
    main_globals: Ref,
    modules: Vec<(Box<str>, Ref)>,
    offered: Vec<&'static ModuleDef>,
    states: Vec<(TypeId, Rc<dyn Host>)>,
    build_class: Value,

    output: Output,
    tracer: Option<Box<dyn Tracer>>,
    pub(crate) future_annotations: bool,

    empty: Rc<Str>,
    empty_tuple: Value,
    characters: Vec<Rc<Str>>,
}

impl Vm {
    /// A machine whose `__main__` is empty.
    pub fn new(settings: Settings) -> Vm {
        Heap::begin();
        let mut interner = Interner::default();
        let mut version = 0;
        let types = Types::new(&mut interner, &mut version);
        let exceptions = Exceptions::new(&types.object, &mut interner, &mut version);
        let names = Names::new(&mut |name| interner.intern(name));
        mark_builtin(&types, &exceptions);
        let empty_dict = || {
            let payload = Payload::Dict(Dict::default().into());
            Object::new(types.dict.clone(), payload)
        };
        let module = |globals: &Ref| {
            let module = Object::new(types.module.clone(), Payload::Module);
            *module.attrs.borrow_mut() = Attrs::Dict(globals.clone());
            module
        };
        let (builtins, main_globals) = (empty_dict(), empty_dict());
        let builtins_module = module(&builtins);
        let main = module(&main_globals);
        let empty_tuple = Object::new(types.tuple.clone(), Payload::Tuple(Box::default()));
        let characters = (0..128u8)
            .map(|code| interner.intern(char::from(code).encode_utf8(&mut [0; 4])))
            .collect();
        let mut vm = Vm {
            code: no_code(&mut interner),
            empty: interner.intern(""),
            names,
            warnings: Warnings::default(),
            interner,
            version,
            lookups: vec![Lookup::default(); LOOKUPS].into(),
            identities: Identities::default(),
            settings,
            meter: Meter::new(),
            depth: 0,
            native_depth: 0,
            plain_depth: 0,
            frames: Vec::new(),
            pool: Vec::new(),
            pc: 0,
            handled: None,
            yielded: false,
            caller: None,
            builtins,
            main_globals,
            modules: vec![
                ("builtins".into(), builtins_module.clone()),
                ("__main__".into(), main.clone()),
            ],
            main,
            offered: crate::modules::MODULES.to_vec(),
            states: Vec::new(),
            build_class: Value::None,
            output: Output::default(),
            tracer: None,
            future_annotations: false,
            empty_tuple: empty_tuple.into(),
            characters,
            types,
            exceptions,
        };
        vm.warnings.filters = vm.default_filters();
        vm.fill_builtins(&builtins_module.into());
        vm
    }

    /// Classes, constants and functions of `builtins`, and the names that `__main__` begins with.
    fn fill_builtins(&mut self, module: &Value) {
        let name = Value::Str(self.names.builtins.clone());
        self.set_global(module, "__name__", name);
        let exceptions: Vec<_> = self.exceptions.all().into_iter().cloned().collect();
        for class in exceptions {
            let name = class.name();
            self.set_global(module, name.as_str(), class.into());
        }
        for (name, value) in [
            ("True", Value::Bool(true)),
            ("False", Value::Bool(false)),
            ("None", Value::None),
        ] {
            self.set_global(module, name, value);
        }
        self.build_class = self.native_function(
            "builtins",
            "__build_class__",
            Vm::build_class_native,
            Vec::new(),
        );
        self.set_global(module, "__build_class__", self.build_class.clone());
        let filled = (crate::modules::builtins::MODULE.fill)(self, module);
        debug_assert!(filled.is_ok(), "builtins are filled without an exception");

        let main = Value::Obj(self.main.clone());
        let name = Value::Str(self.names.__main__.clone());
        self.set_global(&main, "__name__", name);
        for empty in ["__doc__", "__package__", "__loader__", "__spec__"] {
            self.set_global(&main, empty, Value::None);
        }
        self.set_global(&main, "__builtins__", module.clone());
    }

    /// The innermost line of the program: index of its source, 1-based line.
    pub fn current_line(&self) -> (usize, usize) {
        let known = |code: &Code, pc: usize| Some((code.file.index?, code.line(pc)));
        if let Some(place) = known(&self.code, self.pc) {
            return place;
        }
        let waiting = self.frames.iter().rev();
        waiting
            .filter_map(|frame| known(&frame.code, frame.pc.saturating_sub(1)))
            .next()
            .unwrap_or((self.output.source, 1))
    }

    /// Steps taken so far.
    pub fn fuel_used(&self) -> u64 {
        self.meter.used.min(self.settings.fuel)
    }

    /// Ends the run: everything that it made is dropped, whatever cycles it forms.
    pub fn finish(self) {
        drop(self);
        Heap::finish();
    }
}

/// The machine knows how its own classes behave; instances of most have no `__dict__`.
fn mark_builtin(types: &Types, exceptions: &Exceptions) {
    for class in types.all() {
        class.flags.set(flag::BUILTIN | flag::NO_DICT);
    }
    for class in [&types.function, &types.module, &types.type_] {
        class.flags.set(flag::BUILTIN);
    }
    for class in exceptions.all() {
        class.flags.set(flag::BUILTIN);
    }
}

/// Stands where code does while nothing is executed.
fn no_code(interner: &mut Interner) -> Rc<Code> {
    let name = interner.intern("<module>");
    Rc::new(Code {
        qualname: name.clone(),
        name,
        file: SourceFile::new("<string>", "", None),
        first_line: 1,
        ops: [].into(),
        spans: [].into(),
        caches: Box::default(),
        constants: Box::default(),
        names: Box::default(),
        codes: Box::default(),
        handlers: [].into(),
        parameters: Parameters::default(),
        locals: Box::default(),
        cells: Box::default(),
        free: Box::default(),
        captures: [].into(),
        registers: 0,
        scope: Scope::Module,
        generator: false,
        doc: Value::None,
    })
}
