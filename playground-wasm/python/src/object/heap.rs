//! The run's heap: what its objects occupy, and the end of those that form cycles.
//!
//! Objects are counted references. What a program ties into cycles (a parent and its children) stays
//! alive until the run ends; then [`Heap::finish`] empties every container that is left.
//! One run at a time uses a thread's heap.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::{Rc, Weak};

use super::{Attrs, Class, Object, Payload, Remains};

thread_local! {
    static HEAP: Heap = const { Heap::new() };
}

/// The accounts of the run on this thread.
pub struct Heap {
    bytes: Cell<usize>,
    /// Objects that can be part of a cycle, each in a slot of its own while it lives.
    objects: RefCell<Vec<Weak<Object>>>,
    free: RefCell<Vec<u32>>,
    classes: RefCell<Vec<Weak<Class>>>,
    depth: Cell<u32>,
    deferred: RefCell<Vec<(Payload, Attrs)>>,
    /// Objects that have died but have something to do yet, the oldest first.
    remains: RefCell<VecDeque<Remains>>,
    any_remains: Cell<bool>,
    ending: Cell<bool>,
}

/// The slot of an object that is not registered.
pub(super) const UNTRACKED: u32 = u32::MAX;

/// Nested objects are dropped recursively down to this depth, by a loop from there.
const DROP_DEPTH: u32 = 64;

impl Heap {
    const fn new() -> Heap {
        Heap {
            bytes: Cell::new(0),
            objects: RefCell::new(Vec::new()),
            free: RefCell::new(Vec::new()),
            classes: RefCell::new(Vec::new()),
            depth: Cell::new(0),
            deferred: RefCell::new(Vec::new()),
            remains: RefCell::new(VecDeque::new()),
            any_remains: Cell::new(false),
            ending: Cell::new(false),
        }
    }

    /// Begins the accounts of a run: nothing of an earlier one on this thread counts.
    pub fn begin() {
        HEAP.with(|heap| heap.bytes.set(0));
    }

    /// Bytes in use.
    pub fn bytes() -> usize {
        HEAP.try_with(|heap| heap.bytes.get()).unwrap_or(0)
    }

    /// Counts an allocation.
    pub fn charge(bytes: usize) {
        let _ = HEAP.try_with(|heap| heap.bytes.set(heap.bytes.get() + bytes));
    }

    /// Counts the end of an allocation.
    pub fn release(bytes: usize) {
        let _ = HEAP.try_with(|heap| heap.bytes.set(heap.bytes.get().saturating_sub(bytes)));
    }

    /// Registers an object that can be part of a cycle.
    pub fn track(object: &Rc<Object>) {
        if object.slot.get() != UNTRACKED {
            return;
        }
        let _ = HEAP.try_with(|heap| {
            let mut objects = heap.objects.borrow_mut();
            let reference = Rc::downgrade(object);
            let slot = match heap.free.borrow_mut().pop() {
                Some(slot) => {
                    objects[slot as usize] = reference;
                    slot
                }
                None => {
                    objects.push(reference);
                    objects.len() as u32 - 1
                }
            };
            object.slot.set(slot);
        });
    }

    /// The end of [`Heap::track`], when the object dies: its memory is free at once.
    pub(super) fn untrack(slot: u32) {
        let _ = HEAP.try_with(|heap| {
            if heap.ending.get() {
                return;
            }
            let mut objects = heap.objects.borrow_mut();
            if let Some(reference) = objects.get_mut(slot as usize) {
                *reference = Weak::new();
                heap.free.borrow_mut().push(slot);
            }
        });
    }

    /// Registers a class: it refers to itself by its MRO.
    pub fn track_class(class: &Rc<Class>) {
        let _ = HEAP.try_with(|heap| heap.classes.borrow_mut().push(Rc::downgrade(class)));
    }

    /// Drops what an object without storage of its own held, without recursing deeply.
    pub(super) fn dismantle_attrs(attrs: &mut Attrs) {
        let deep = HEAP.try_with(|heap| {
            let depth = heap.depth.get();
            if depth >= DROP_DEPTH {
                let attrs = std::mem::take(attrs);
                heap.deferred.borrow_mut().push((Payload::Plain, attrs));
            } else {
                heap.depth.set(depth + 1);
            }
            depth
        });
        let Ok(depth) = deep else { return };
        if depth >= DROP_DEPTH {
            return;
        }
        drop(std::mem::take(attrs));
        let _ = HEAP.try_with(|heap| {
            if depth == 0 {
                heap.drop_deferred();
            }
            heap.depth.set(depth);
        });
    }

    fn drop_deferred(&self) {
        loop {
            let next = self.deferred.borrow_mut().pop();
            match next {
                Some(held) => drop(held),
                None => break,
            }
        }
    }

    /// Drops what an object held, without recursing deeply.
    pub(super) fn dismantle(payload: Payload, attrs: Attrs) {
        let held = Cell::new(Some((payload, attrs)));
        let _ = HEAP.try_with(|heap| {
            let (payload, attrs) = held.take().expect("held until here");
            if heap.depth.get() >= DROP_DEPTH {
                heap.deferred.borrow_mut().push((payload, attrs));
                return;
            }
            heap.depth.set(heap.depth.get() + 1);
            drop((payload, attrs));
            if heap.depth.get() == 1 {
                heap.drop_deferred();
            }
            heap.depth.set(heap.depth.get() - 1);
        });
    }

    /// Keeps what is left of an object until the machine has let it do what it has to.
    pub(super) fn bequeath(remains: Remains) {
        let held = Cell::new(Some(remains));
        let _ = HEAP.try_with(|heap| {
            if !heap.ending.get() {
                heap.remains.borrow_mut().extend(held.take());
                heap.any_remains.set(true);
            }
        });
    }

    /// Whether objects have died that have something to do yet.
    #[inline]
    pub(crate) fn has_remains() -> bool {
        HEAP.try_with(|heap| heap.any_remains.get())
            .unwrap_or(false)
    }

    /// The next of them.
    pub(crate) fn next_remains() -> Option<Remains> {
        HEAP.with(|heap| {
            let mut remains = heap.remains.borrow_mut();
            let next = remains.pop_front();
            heap.any_remains.set(!remains.is_empty());
            next
        })
    }

    /// Empties every container of the run that is still alive.
    pub fn finish() {
        let (objects, classes) = HEAP.with(|heap| {
            heap.ending.set(true);
            heap.any_remains.set(false);
            drop(heap.remains.take());
            drop(heap.free.take());
            (heap.objects.take(), heap.classes.take())
        });
        for object in objects {
            if let Some(object) = object.upgrade() {
                object.payload.clear();
                drop(object.attrs.take());
            }
        }
        for class in classes {
            if let Some(class) = class.upgrade() {
                class.clear();
            }
        }
        HEAP.with(|heap| heap.ending.set(false));
    }
}
