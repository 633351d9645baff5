//! `Session`, as far as it goes without a database: what is added, what follows by cascade, what is expunged.
//! Whatever would need SQL is refused by name.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use python::object::{ClassDef, Host, Layout, MethodDef, MethodKind, Object, Payload, Ref, Value};
use python::vm::{Args, NativeFn, Result, Vm};

use super::attributes::Kind;
use super::relationship::Relationship;
use super::runtime::Runtime;
use super::state::{Committed, State};
use super::{collections, naming};
use crate::exc;
use crate::handle::Handle;
use crate::native::{Entry, Item, Native};

/// What `sqlalchemy.orm` offers of sessions.
pub const NAMES: &[Entry] = &[
    ("Session", Item::Class(&SESSION)),
    ("object_session", Item::Function(object_session)),
    ("make_transient", Item::Function(make_transient)),
];

/// The objects of a session that are pending, in order of addition.
#[derive(Default)]
pub struct Session {
    new: RefCell<Vec<State>>,
    /// Number of the session within the run, as messages show it.
    number: Cell<usize>,
    autoflush: Cell<bool>,
}

impl Host for Session {
    fn clear(&self) {
        self.new.take();
    }
}

/// How many sessions the run has made.
#[derive(Default)]
struct Counter(Cell<usize>);

impl Host for Counter {}

const fn method(name: &'static str, call: NativeFn) -> MethodDef {
    MethodDef {
        name,
        kind: MethodKind::Method,
        call,
    }
}

const fn getter(name: &'static str, call: NativeFn) -> MethodDef {
    MethodDef {
        name,
        kind: MethodKind::Getter,
        call,
    }
}

macro_rules! refused {
    ($($name:literal),* $(,)?) => { [$(method($name, |vm, _| Err(vm.unsupported(concat!("Session.", $name, "()")))) ),*] };
}

/// What needs a database.
const REFUSED: [MethodDef; 16] = refused!(
    "flush",
    "commit",
    "rollback",
    "execute",
    "scalars",
    "scalar",
    "query",
    "get",
    "get_one",
    "refresh",
    "expire",
    "expire_all",
    "delete",
    "merge",
    "begin",
    "connection",
);

const OFFERED: [MethodDef; 16] = [
    MethodDef {
        name: "__new__",
        kind: MethodKind::Static,
        call: create,
    },
    method("__init__", |_, _| Ok(Value::None)),
    method("add", add),
    method("add_all", add_all),
    method("expunge", expunge_method),
    method("expunge_all", expunge_all),
    method("close", expunge_all),
    method("__contains__", contains_method),
    method("__iter__", iterate),
    method("__enter__", |_, args| Ok(args.positional[0].clone())),
    method("__exit__", |vm, args| {
        expunge_all(vm, &Args::new(&args.positional[..1]))?;
        Ok(Value::None)
    }),
    getter("new", |vm, args| {
        identity_set(vm, &session(args).new.borrow().clone())
    }),
    getter("dirty", |vm, _| identity_set(vm, &[])),
    getter("deleted", |vm, _| identity_set(vm, &[])),
    getter("no_autoflush", |_, args| Ok(args.positional[0].clone())),
    getter("autoflush", |_, args| {
        Ok(session(args).autoflush.get().into())
    }),
];

const fn joined() -> [MethodDef; 32] {
    let mut all = [const {
        MethodDef {
            name: "",
            kind: MethodKind::Method,
            call: |_, _| Ok(Value::None),
        }
    }; 32];
    let mut index = 0;
    while index < 16 {
        all[index] = MethodDef {
            name: OFFERED[index].name,
            kind: OFFERED[index].kind,
            call: OFFERED[index].call,
        };
        all[index + 16] = MethodDef {
            name: REFUSED[index].name,
            kind: REFUSED[index].kind,
            call: REFUSED[index].call,
        };
        index += 1;
    }
    all
}

/// `sqlalchemy.orm.session.Session`
pub static SESSION: Native = Native {
    def: ClassDef {
        name: "Session",
        module: "sqlalchemy.orm.session",
        layout: Layout::Native,
        subclassable: true,
        methods: &joined(),
        doc: "Manages persistence operations for ORM-mapped objects.",
    },
    bases: &[],
    meta: None,
};

fn create(vm: &mut Vm, args: &Args) -> Result {
    let counter = vm.state::<Counter>();
    counter.0.set(counter.0.get() + 1);
    let data = Session {
        new: RefCell::default(),
        number: Cell::new(counter.0.get()),
        autoflush: Cell::new(true),
    };
    match args.positional[0].as_class() {
        Some(class) => Ok(Value::Obj(Object::new(
            class.clone(),
            Payload::Host(Box::new(data)),
        ))),
        None => Err(vm.type_error("Session.__new__(X): X is not a type object")),
    }
}

fn session<'a>(args: &Args<'a>) -> &'a Session {
    args.positional[0].host().expect("a method of the class")
}

fn data(holder: &Ref) -> &Session {
    holder.host().expect("only sessions hold objects")
}

/// `IdentitySet([…])`
fn identity_set(vm: &mut Vm, states: &[State]) -> Result {
    let members = states.iter().map(|state| state.instance()).collect();
    let members = vm.list(members);
    let class = IDENTITY_SET.class(vm);
    Ok(vm.host_object(&class, IdentitySet(members)))
}

/// `sqlalchemy.util._collections.IdentitySet`, read only.
struct IdentitySet(Value);

impl Host for IdentitySet {}

static IDENTITY_SET: Native = Native {
    def: ClassDef {
        name: "IdentitySet",
        module: "sqlalchemy.util._collections_cy",
        layout: Layout::Native,
        subclassable: false,
        methods: &[
            method("__repr__", |vm, args| {
                let members = members(args);
                Ok(Value::str(format!("IdentitySet({})", vm.repr(&members)?)))
            }),
            method("__iter__", |vm, args| vm.iter(&members(args))),
            method("__len__", |vm, args| Ok(vm.len(&members(args))?.into())),
            method("__contains__", |vm, args| {
                let held = vm.collect(&members(args))?;
                Ok(held
                    .iter()
                    .any(|member| member.is(&args.positional[1]))
                    .into())
            }),
        ],
        doc: "A set that considers only object id() for uniqueness.",
    },
    bases: &[],
    meta: None,
};

fn members(args: &Args) -> Value {
    args.positional[0]
        .host::<IdentitySet>()
        .expect("a method of the class")
        .0
        .clone()
}

fn add(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [this, instance] = args.exactly(vm, "add")?;
    let state = mapped(vm, &runtime, instance)?;
    let holder = this.obj().expect("a session is an object").clone();
    save_or_update(vm, &runtime, &holder, &state)?;
    Ok(Value::None)
}

fn add_all(vm: &mut Vm, args: &Args) -> Result {
    let [this, instances] = args.exactly(vm, "add_all")?;
    let instances = vm.iter(instances)?;
    while let Some(instance) = vm.next(&instances)? {
        add(vm, &Args::new(&[this.clone(), instance]))?;
    }
    Ok(Value::None)
}

/// The state of an instance of a mapped class, or UnmappedInstanceError.
pub fn mapped(vm: &mut Vm, runtime: &Runtime, instance: &Value) -> Result<State> {
    if let Some(state) = State::find(runtime, instance) {
        return Ok(state);
    }
    let class = vm.class_of(instance);
    let mut message = format!("Class '{}' is not mapped", naming::qualified(vm, &class));
    if let Value::Class(given) = instance {
        let given = naming::qualified(vm, given);
        message.push_str(&format!(
            "; was a class ({given}) supplied where an instance was required?"
        ));
    }
    Err(exc::UNMAPPED_INSTANCE_ERROR.error(vm, message))
}

fn expunge_method(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [this, instance] = args.exactly(vm, "expunge")?;
    let state = mapped(vm, &runtime, instance)?;
    let holder = this.obj().expect("a session is an object").clone();
    if !contains(&holder, &state) {
        let label = state.label(vm);
        return Err(exc::INVALID_REQUEST_ERROR.error(
            vm,
            format!("Instance {label} is not present in this Session"),
        ));
    }
    expunge(vm, &runtime, &holder, &state)?;
    Ok(Value::None)
}

fn expunge_all(_: &mut Vm, args: &Args) -> Result {
    for state in session(args).new.take() {
        state.session.take();
    }
    Ok(Value::None)
}

fn contains_method(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [this, instance] = args.exactly(vm, "__contains__")?;
    let state = mapped(vm, &runtime, instance)?;
    Ok(contains(this.obj().expect("a session is an object"), &state).into())
}

fn iterate(vm: &mut Vm, args: &Args) -> Result {
    let members = session(args)
        .new
        .borrow()
        .iter()
        .map(|state| state.instance())
        .collect();
    let members = vm.list(members);
    vm.iter(&members)
}

/// Whether the object is in the session.
pub fn contains(holder: &Ref, state: &State) -> bool {
    is_new(holder, state)
}

/// Whether the object is pending in the session.
pub fn is_new(holder: &Ref, state: &State) -> bool {
    // Without a database there are no others: who is in a session is pending in it.
    state
        .session
        .borrow()
        .as_ref()
        .is_some_and(|session| Rc::ptr_eq(session, holder))
}

/// Puts an object into a session, and all that is reachable from it over `save-update`.
pub fn save_or_update(vm: &mut Vm, runtime: &Runtime, holder: &Ref, state: &State) -> Result<()> {
    state.orphaned_outside_of_session.set(false);
    save(vm, holder, state)?;
    let reached = cascade(
        vm,
        runtime,
        state,
        |reached| contains(holder, reached),
        |rules| rules.cascade.get().save_update,
    )?;
    for reached in reached {
        save(vm, holder, &reached)?;
    }
    Ok(())
}

fn save(vm: &mut Vm, holder: &Ref, state: &State) -> Result<()> {
    if let Some(other) = state
        .session
        .borrow()
        .as_ref()
        .filter(|other| !Rc::ptr_eq(other, holder))
    {
        let (theirs, ours) = (data(other).number.get(), data(holder).number.get());
        let label = state.label(vm);
        let message = format!(
            "Object '{label}' is already attached to session '{theirs}' (this is '{ours}')"
        );
        return Err(exc::INVALID_REQUEST_ERROR.error(vm, message));
    }
    if !is_new(holder, state) {
        data(holder).new.borrow_mut().push(state.clone());
        state.session.replace(Some(holder.clone()));
    }
    Ok(())
}

/// Takes an object out of a session, with all that follows over `expunge`.
pub fn expunge(vm: &mut Vm, runtime: &Runtime, holder: &Ref, state: &State) -> Result<()> {
    let mut leaving = vec![state.clone()];
    leaving.extend(cascade(
        vm,
        runtime,
        state,
        |_| false,
        |rules| rules.cascade.get().expunge,
    )?);
    for state in leaving {
        data(holder)
            .new
            .borrow_mut()
            .retain(|held| !held.is(&state));
        state.session.take();
    }
    Ok(())
}

/// The objects reachable over relationships, depth first: relationships in their mapper's order, of each the
/// current objects and those removed since the last flush. `stop` ends the walk at an object.
fn cascade(
    vm: &mut Vm,
    runtime: &Runtime,
    start: &State,
    stop: impl Fn(&State) -> bool,
    follows: impl Fn(&Handle<Relationship>) -> bool,
) -> Result<Vec<State>> {
    let mut reached: Vec<State> = Vec::new();
    let mut pending = vec![children(vm, runtime, start, &follows)?.into_iter()];
    while let Some(level) = pending.last_mut() {
        let Some(state) = level.next() else {
            pending.pop();
            continue;
        };
        if state.is(start) || reached.iter().any(|known| known.is(&state)) || stop(&state) {
            continue;
        }
        vm.charge(1)?;
        reached.push(state.clone());
        pending.push(children(vm, runtime, &state, &follows)?.into_iter());
    }
    Ok(reached)
}

fn children(
    vm: &mut Vm,
    runtime: &Runtime,
    state: &State,
    follows: &impl Fn(&Handle<Relationship>) -> bool,
) -> Result<Vec<State>> {
    let mut found = Vec::new();
    for (key, descriptor) in state.manager.attributes() {
        let Some(attribute) = descriptor.implementation() else {
            continue;
        };
        if !attribute.relationship.as_ref().is_some_and(follows) {
            continue;
        }
        let current = match (state.get(&key), &attribute.kind) {
            (None, _) => Vec::new(),
            (Some(collection), Kind::Collection(_)) => {
                collections::iterate(vm, runtime, &collection)?
            }
            (Some(value), _) => vec![value],
        };
        let original = match state.committed(&key) {
            Some(Committed::Members(members)) => members,
            Some(Committed::Value(value)) => vec![value],
            _ => Vec::new(),
        };
        // New members first, then those that stayed, then those that left.
        let within = |values: &[Value], value: &Value| values.iter().any(|other| other.is(value));
        let (stayed, new): (Vec<Value>, Vec<Value>) = current
            .iter()
            .cloned()
            .partition(|value| within(&original, value));
        let left: Vec<Value> = original
            .into_iter()
            .filter(|value| !within(&current, value))
            .collect();
        for value in new
            .into_iter()
            .chain(stayed)
            .chain(left)
            .filter(|value| !value.is_none())
        {
            found.push(State::expect(vm, runtime, &value)?);
        }
    }
    Ok(found)
}

/// `object_session(instance)`
pub fn object_session(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [instance] = args.exactly(vm, "object_session")?;
    let state = mapped(vm, &runtime, instance)?;
    Ok(state
        .session
        .borrow()
        .clone()
        .map_or(Value::None, Value::Obj))
}

/// `make_transient(instance)`
pub fn make_transient(vm: &mut Vm, args: &Args) -> Result {
    let runtime = Runtime::of(vm);
    let [instance] = args.exactly(vm, "make_transient")?;
    let state = State::expect(vm, &runtime, instance)?;
    if let Some(holder) = state.session.take() {
        data(&holder)
            .new
            .borrow_mut()
            .retain(|held| !held.is(&state));
    }
    state.key.take();
    Ok(Value::None)
}
