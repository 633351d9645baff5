//! What the attribute machinery needs at every step of a run: its classes, constants and interned names.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use python::object::{Class, Host, Str, Value};
use python::vm::{Raised, Result, Vm};

use super::attributes::{AttributeImpl, Token};
use super::collections::{
    Adapter, CollectionClass, INSTRUMENTED_DICT, INSTRUMENTED_LIST, INSTRUMENTED_SET,
};
use super::state::State;
use super::{attributes, constants, inspection};
use crate::exc;
use crate::handle::Handle;

/// Interned names.
#[expect(
    missing_docs,
    reason = "each field is the name it is called, without the underscore at its start"
)]
pub struct Names {
    pub sa_instance_state: Rc<Str>,
    pub sa_adapter: Rc<Str>,
    pub sa_initiator: Rc<Str>,
}

/// The classes and constants of one run.
pub struct Runtime {
    /// Interned names.
    pub names: Names,
    /// `InstanceState`
    pub instance_state_class: Rc<Class>,
    /// `CollectionAdapter`
    pub adapter_class: Rc<Class>,
    /// `InstrumentedList`
    pub instrumented_list: Rc<Class>,
    /// `InstrumentedSet`
    pub instrumented_set: Rc<Class>,
    /// `LoaderCallableStatus.NO_VALUE`
    pub no_value: Value,
    /// `EventConstants.NO_KEY`
    pub no_key: Value,
    /// Whether this run's events are explained.
    pub told: Cell<bool>,
    lists: OnceCell<Rc<CollectionClass>>,
    token_class: OnceCell<Rc<Class>>,
    /// Addresses of the collection classes that are instrumented.
    instrumented: RefCell<Vec<Rc<Class>>>,
}

/// Where the run keeps its [`Runtime`].
#[derive(Default)]
struct Slot(OnceCell<Rc<Runtime>>);

impl Host for Slot {
    fn clear(&self) {
        if let Some(runtime) = self.0.get() {
            runtime.instrumented.take();
        }
    }
}

/// An initiator as the program sees it.
pub struct TokenObject(pub Token);

impl Host for TokenObject {}

impl Runtime {
    /// The run's.
    pub fn of(vm: &mut Vm) -> Rc<Runtime> {
        let slot = vm.state::<Slot>();
        if let Some(runtime) = slot.0.get() {
            return runtime.clone();
        }
        let runtime = Rc::new(Runtime::new(vm));
        slot.0.get_or_init(|| runtime).clone()
    }

    fn new(vm: &mut Vm) -> Runtime {
        Runtime {
            names: Names {
                sa_instance_state: vm.intern("_sa_instance_state"),
                sa_adapter: vm.intern("_sa_adapter"),
                sa_initiator: vm.intern("_sa_initiator"),
            },
            instance_state_class: inspection::INSTANCE_STATE.class(vm),
            adapter_class: constants::COLLECTION_ADAPTER.class(vm),
            instrumented_list: INSTRUMENTED_LIST.class(vm),
            instrumented_set: INSTRUMENTED_SET.class(vm),
            no_value: constants::no_value(vm),
            no_key: constants::no_key(vm),
            told: Cell::new(false),
            lists: OnceCell::new(),
            token_class: OnceCell::new(),
            instrumented: RefCell::default(),
        }
    }

    /// `InstrumentedDict`
    pub fn instrumented_dict(&self, vm: &mut Vm) -> Rc<Class> {
        INSTRUMENTED_DICT.class(vm)
    }

    /// The collections of a relationship that has plain lists.
    pub fn list_collections(&self) -> Rc<CollectionClass> {
        self.lists
            .get_or_init(|| CollectionClass::list(self.instrumented_list.clone()))
            .clone()
    }

    /// Notes that a collection class is being instrumented; whether it was before.
    pub fn mark_instrumented(&self, class: &Rc<Class>) -> bool {
        let mut instrumented = self.instrumented.borrow_mut();
        if instrumented.iter().any(|known| Rc::ptr_eq(known, class)) {
            return true;
        }
        instrumented.push(class.clone());
        false
    }

    /// An initiator as the program sees it.
    pub fn token_value(&self, vm: &mut Vm, token: &Token) -> Value {
        let class = match self.token_class.get() {
            Some(class) => class.clone(),
            None => {
                let class = attributes::TOKEN.class(vm);
                self.token_class.get_or_init(|| class).clone()
            }
        };
        Handle::new(vm, &class, TokenObject(token.clone())).value()
    }

    /// The adapter of a collection as the program sees it.
    pub fn adapter_value(&self, collection: &Value) -> Value {
        Adapter::find(self, collection).map_or(Value::None, |adapter| adapter.value())
    }

    /// `sqlalchemy.exc.ArgumentError`
    pub fn argument_error(&self, vm: &mut Vm, message: &str) -> Raised {
        exc::ARGUMENT_ERROR.error(vm, message)
    }

    /// `sqlalchemy.exc.InvalidRequestError`
    pub fn invalid_request(&self, vm: &mut Vm, message: &str) -> Raised {
        exc::INVALID_REQUEST_ERROR.error(vm, message)
    }

    /// An `SAWarning` at the program's line.
    pub fn warn(&self, vm: &mut Vm, message: &str) -> Result<()> {
        exc::warn(vm, message)
    }

    /// The change of an attribute of an object that nobody refers to any more.
    pub fn dereferenced_error(
        &self,
        vm: &mut Vm,
        state: &State,
        attribute: &AttributeImpl,
    ) -> Raised {
        let class = state.manager.mapper.class.name();
        let message = format!(
            "Can't emit change event for attribute '{}' - parent object of type <{}> has been garbage collected.",
            attribute.parent_token_label(),
            &**class
        );
        exc::OBJECT_DEREFERENCED_ERROR.error(vm, message)
    }
}
