//! What a run may use up. A limit ends the run in an exception that no handler of the program sees.

use std::cell::Cell;

use super::{Raised, Result, Vm};
use crate::object::{Heap, Payload, Value};

/// What a run may use up, and how it runs.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Steps.
    pub fuel: u64,
    /// Bytes that the objects of the run may occupy.
    pub heap_bytes: usize,
    /// Depth of calls, as `sys.getrecursionlimit()`.
    pub recursion: usize,
    /// Bytes of output.
    pub output_bytes: usize,
    /// Whether lines are reported to a tracer.
    pub trace: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            fuel: 50_000_000,
            heap_bytes: 128 << 20,
            recursion: 1000,
            output_bytes: 1 << 20,
            trace: false,
        }
    }
}

/// Rust functions that run Python code may nest so deep: what the stack of a wasm module bears.
pub(crate) const NATIVE_DEPTH: usize = 400;

/// Rust functions that only call each other (the `repr` of lists in lists) may nest so deep.
const PLAIN_DEPTH: usize = 1000;

/// The stack that these depths need where a thread's stack can be chosen, generously: code that is not optimised
/// takes several times as much.
pub const STACK: usize = 256 << 20;

thread_local! {
    static IS_DEEP: Cell<bool> = const { Cell::new(false) };
}

/// Says that this thread was given a stack of [`STACK`] bytes: programs then run on it, and not each on a thread
/// of its own.
pub fn promise_deep_stack() {
    IS_DEEP.set(true);
}

/// Calls a function with a stack that is deep enough for everything a program can do.
pub fn with_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    #[cfg(not(target_family = "wasm"))]
    if !IS_DEEP.get() {
        return on_a_thread(work);
    }
    work()
}

#[cfg(not(target_family = "wasm"))]
fn on_a_thread<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK);
        let handle = thread
            .spawn_scoped(scope, work)
            .expect("a thread can be started");
        handle
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
    })
}

/// So many steps pass between two looks at the heap.
const HEAP_INTERVAL: u64 = 256;

/// The accounts of a run.
#[derive(Clone, Copy)]
pub(crate) struct Meter {
    /// Steps taken.
    pub used: u64,
    /// When to look again.
    check_at: u64,
}

impl Meter {
    pub fn new() -> Meter {
        Meter {
            used: 0,
            check_at: 0,
        }
    }
}

impl Vm {
    /// Pays for work, in steps; ends the run when there are none left.
    #[inline]
    pub fn charge(&mut self, steps: u64) -> Result<()> {
        self.meter.used = self.meter.used.saturating_add(steps);
        if self.meter.used < self.meter.check_at {
            return Ok(());
        }
        self.check_limits()
    }

    #[cold]
    fn check_limits(&mut self) -> Result<()> {
        if self.meter.used >= self.settings.fuel {
            let text = format!(
                "the program was stopped after {} steps",
                grouped(self.settings.fuel)
            );
            return Err(self.limit(&self.exceptions.timeout_error.clone(), text));
        }
        self.meter.check_at = (self.meter.used + HEAP_INTERVAL).min(self.settings.fuel);
        self.reserve(0)
    }

    /// Asks for memory before something large is made.
    pub fn reserve(&mut self, bytes: usize) -> Result<()> {
        if Heap::bytes().saturating_add(bytes) <= self.settings.heap_bytes {
            return Ok(());
        }
        Err(self.out_of_memory())
    }

    pub(crate) fn out_of_memory(&mut self) -> Raised {
        let limit = self.settings.heap_bytes;
        let text = format!(
            "the program was stopped when its objects would have taken more than {}",
            if limit >= 1 << 20 {
                format!("{} MiB", limit >> 20)
            } else {
                format!("{} bytes", grouped(limit as u64))
            }
        );
        self.limit(&self.exceptions.memory_error.clone(), text)
    }

    /// An exception that ends the run.
    pub(crate) fn limit(
        &mut self,
        class: &std::rc::Rc<crate::object::Class>,
        text: String,
    ) -> Raised {
        let object = self.exception_object(class, vec![Value::str(text)]);
        if let Payload::Exception(data) = &object.payload {
            data.borrow_mut().limit = true;
        }
        Raised(object)
    }

    /// Guards a native recursion: RecursionError when it is too deep. Pair with [`Vm::leave`].
    #[inline]
    pub fn enter(&mut self) -> Result<()> {
        self.enter_for("")
    }

    /// As [`Vm::enter`]; `during` goes behind the message.
    #[inline]
    pub fn enter_for(&mut self, during: &str) -> Result<()> {
        if self.depth >= self.settings.recursion || self.plain_depth >= PLAIN_DEPTH {
            return Err(self.too_deep(during));
        }
        self.depth += 1;
        self.plain_depth += 1;
        Ok(())
    }

    /// The end of [`Vm::enter`].
    #[inline]
    pub fn leave(&mut self) {
        self.depth -= 1;
        self.plain_depth -= 1;
    }

    #[cold]
    pub(crate) fn too_deep(&mut self, during: &str) -> Raised {
        let class = self.exceptions.recursion_error.clone();
        self.error(&class, format!("maximum recursion depth exceeded{during}"))
    }
}

/// `50,000,000`
pub(crate) fn grouped(value: u64) -> String {
    let digits = value.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
