//! The instructions. `d` is the destination register; see the module's text on temporaries and skipping.

/// A register of the frame.
pub type Reg = u16;

/// Binary operators, plain and in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[expect(missing_docs, reason = "Python's own names")]
pub enum BinaryOperator {
    Add,
    Sub,
    Mul,
    MatMul,
    TrueDiv,
    FloorDiv,
    Mod,
    Pow,
    LShift,
    RShift,
    And,
    Or,
    Xor,
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[expect(missing_docs, reason = "Python's own names")]
pub enum CompareOperator {
    Lt,
    Le,
    Eq,
    Ne,
    Gt,
    Ge,
    In,
    NotIn,
    Is,
    IsNot,
}

/// The conversion of a replacement field in an f-string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[expect(missing_docs, reason = "named as in Python")]
pub enum Conversion {
    None,
    Str,
    Repr,
    Ascii,
}

/// An instruction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the text of each instruction says what its fields are"
)]
pub enum Op {
    /// d = constants\[k\]
    Const { d: Reg, k: u16 },
    /// d = s
    Move { d: Reg, s: Reg },
    /// d = s, and s keeps its value even if it is a temporary.
    Copy { d: Reg, s: Reg },
    /// Makes a register `Unbound`: a temporary that is not needed, the end of a `del` or of `except … as`.
    Clear { r: Reg },
    /// Raises UnboundLocalError if the local is `Unbound` (NameError where the scope is a comprehension's).
    CheckLocal { r: Reg },
    /// `del` of a local: raises as [`Op::CheckLocal`], then clears.
    DeleteLocal { r: Reg },
    /// d = the value of a frame cell; raises UnboundLocalError for an own cell, NameError for a free one.
    LoadCell { d: Reg, cell: u16 },
    /// Puts a value into a frame cell.
    StoreCell { cell: u16, s: Reg },
    /// Empties a frame cell, raising if it is empty.
    DeleteCell { cell: u16 },
    /// In a class body: d = namespace\[name of the free cell\], else the cell's value.
    LoadClassCell { d: Reg, cell: u16 },
    /// d = the cell object itself (for `__class__` in a class body).
    LoadCellObject { d: Reg, cell: u16 },
    /// d = globals\[n\], else builtins\[n\], else NameError.
    LoadGlobal { d: Reg, n: u16 },
    /// globals\[n\] = s
    StoreGlobal { n: u16, s: Reg },
    /// del globals\[n\]
    DeleteGlobal { n: u16 },
    /// d = namespace\[n\], else as [`Op::LoadGlobal`].
    LoadName { d: Reg, n: u16 },
    /// namespace\[n\] = s
    StoreName { n: u16, s: Reg },
    /// del namespace\[n\]
    DeleteName { n: u16 },
    /// d = o.n
    LoadAttr { d: Reg, o: Reg, n: u16 },
    /// o.n = s
    StoreAttr { o: Reg, n: u16, s: Reg },
    /// del o.n
    DeleteAttr { o: Reg, n: u16 },
    /// Prepares a call of o.n: d = the function and d+1 = o, or d = the attribute and d+1 = `Unbound`.
    LoadMethod { d: Reg, o: Reg, n: u16 },
    /// d = o\[k\]
    LoadItem { d: Reg, o: Reg, k: Reg },
    /// o\[k\] = s
    StoreItem { o: Reg, k: Reg, s: Reg },
    /// del o\[k\]
    DeleteItem { o: Reg, k: Reg },
    /// d = a + b, and the like
    Binary {
        op: BinaryOperator,
        d: Reg,
        a: Reg,
        b: Reg,
    },
    /// d = a += b, and the like
    InPlace {
        op: BinaryOperator,
        d: Reg,
        a: Reg,
        b: Reg,
    },
    /// d = a + b, and the like, b being a small integer
    BinaryInt {
        op: BinaryOperator,
        d: Reg,
        a: Reg,
        b: i16,
    },
    /// d = a += b, and the like, b being a small integer
    InPlaceInt {
        op: BinaryOperator,
        d: Reg,
        a: Reg,
        b: i16,
    },
    /// d = a < b, and the like
    Compare {
        op: CompareOperator,
        d: Reg,
        a: Reg,
        b: Reg,
    },
    /// Skips the next instruction if a < b (and the like) is true.
    SkipCompare { op: CompareOperator, a: Reg, b: Reg },
    /// Skips the next instruction if a < b (and the like) is true, b being a small integer.
    SkipCompareInt { op: CompareOperator, a: Reg, b: i16 },
    /// d = -s
    Negative { d: Reg, s: Reg },
    /// d = +s
    Positive { d: Reg, s: Reg },
    /// d = ~s
    Invert { d: Reg, s: Reg },
    /// d = not s
    Not { d: Reg, s: Reg },
    /// Goes to an instruction.
    Jump { to: u32 },
    /// Goes back to an instruction: the end of a loop's body. Fuel is checked here and at calls.
    LoopJump { to: u32 },
    /// Skips the next instruction if s is true.
    SkipIfTrue { s: Reg },
    /// Skips the next instruction if s is false.
    SkipIfFalse { s: Reg },
    /// As [`Op::SkipIfTrue`] but keeps s if the next instruction is executed, consumes it if it is skipped.
    SkipIfTrueElseKeep { s: Reg },
    /// As [`Op::SkipIfFalse`] but keeps s if the next instruction is executed, consumes it if it is skipped.
    SkipIfFalseElseKeep { s: Reg },
    /// Skips the next instruction if s is not `None`; keeps s.
    SkipIfNotNoneKeep { s: Reg },
    /// d = iter(s)
    GetIter { d: Reg, s: Reg },
    /// d = next(i), and skips the next instruction; at the end clears i and goes on. Keeps i.
    ForIter { d: Reg, i: Reg },
    /// d = \[start, …\]
    BuildList { d: Reg, start: Reg, count: u16 },
    /// d = (start, …)
    BuildTuple { d: Reg, start: Reg, count: u16 },
    /// d = {start, …}
    BuildSet { d: Reg, start: Reg, count: u16 },
    /// d = {start: start+1, …}, `count` pairs
    BuildDict { d: Reg, start: Reg, count: u16 },
    /// d = the concatenation of strings start, …
    BuildString { d: Reg, start: Reg, count: u16 },
    /// d = slice(start, start+1, start+2)
    BuildSlice { d: Reg, start: Reg },
    /// list.append(s); keeps the list
    ListAppend { list: Reg, s: Reg },
    /// list.extend(s), for `[*s]`; keeps the list. TypeError "Value after * must be an iterable, not int"
    ListExtend { list: Reg, s: Reg },
    /// set.add(s); keeps the set
    SetAdd { set: Reg, s: Reg },
    /// set.update(s); keeps the set
    SetUpdate { set: Reg, s: Reg },
    /// dict\[k\] = s; keeps the dict
    DictInsert { dict: Reg, k: Reg, s: Reg },
    /// dict.update(s), for `{**s}`; keeps the dict. TypeError "'int' object is not a mapping"
    DictUpdate { dict: Reg, s: Reg },
    /// As [`Op::DictUpdate`] for the keywords of a call of `f`: a name given twice is a TypeError that names
    /// the function; so is a key that is no string. Keeps dict and f.
    DictMerge { dict: Reg, s: Reg, f: Reg },
    /// d = tuple(s), s being a list
    ListToTuple { d: Reg, s: Reg },
    /// d = format(s, spec): the specification is in s+1, or that is `Unbound`.
    FormatValue {
        conversion: Conversion,
        d: Reg,
        s: Reg,
    },
    /// Unpacks s into `count` registers from start on.
    UnpackSequence { s: Reg, start: Reg, count: u16 },
    /// Unpacks s into `before` registers from start on, then a list, then `after` ones.
    UnpackStar {
        s: Reg,
        start: Reg,
        before: u8,
        after: u8,
    },
    /// d = f(f+1, …, f+count)
    Call { d: Reg, f: Reg, count: u16 },
    /// d = f(f+1, …, f+count) where the last arguments are keyword arguments: their names are the tuple
    /// constants\[k\] of the [`Op::Names`] that follows.
    CallKeywords { d: Reg, f: Reg, count: u16 },
    /// Calls what [`Op::LoadMethod`] put into f and f+1 with the arguments f+2, …, f+1+count.
    CallMethod { d: Reg, f: Reg, count: u16 },
    /// As [`Op::CallMethod`], with an [`Op::Names`] behind it.
    CallMethodKeywords { d: Reg, f: Reg, count: u16 },
    /// d = f(*f+1, **f+2): f+1 is a tuple, or the lone value behind `*` (TypeError "f() argument after * must
    /// be an iterable, not int"); f+2 is a dict or `Unbound`.
    CallSpread { d: Reg, f: Reg },
    /// The names of the keyword arguments of the call before it; not executed by itself.
    Names { k: u16 },
    /// d = a function of codes\[code\] that captures what the code says. Its parts are in three registers:
    /// defaults (a tuple), keyword-only defaults (a dict), annotations (a dict), each may be `Unbound`.
    MakeFunction { d: Reg, code: u16, parts: Reg },
    /// d = `__build_class__`
    LoadBuildClass { d: Reg },
    /// Returns s from the frame.
    Return { s: Reg },
    /// Suspends a generator with s; when it is resumed, d is what was sent.
    Yield { d: Reg, s: Reg },
    /// d = the iterator that `yield from s` steps.
    GetYieldFromIter { d: Reg, s: Reg },
    /// Steps the iterator i: suspends with what it yields and is executed again when resumed; when it ends,
    /// d is its value. Keeps i until then.
    YieldFrom { d: Reg, i: Reg },
    /// raise
    RaiseAgain,
    /// raise s
    Raise { s: Reg },
    /// raise s from cause
    RaiseFrom { s: Reg, cause: Reg },
    /// Goes on with an exception that a handler has not dealt with, unchanged: the end of `finally`.
    Reraise { s: Reg },
    /// The start of a handler: the exception e becomes the one being handled (`sys.exc_info()`, `raise`,
    /// `__context__`); saved = the one handled so far. Keeps e.
    EnterHandler { saved: Reg, e: Reg },
    /// The end of a handler: what was handled before is again.
    LeaveHandler { saved: Reg },
    /// Skips the next instruction if the exception e matches the class or tuple s. Keeps e.
    SkipIfException { e: Reg, s: Reg },
    /// d = the bound `__exit__` of the context manager s, d+1 = the result of its `__enter__`.
    EnterContext { d: Reg, s: Reg },
    /// d = exit(type(e), e, traceback), or exit(None, None, None) if e is None; keeps e, `exit` is consumed.
    ExitContext { d: Reg, exit: Reg, e: Reg },
    /// d = AssertionError
    LoadAssertionError { d: Reg },
    /// d = the module: `import names[n]`; level and the tuple of names after `from` (or None) are in
    /// d and d+1 before.
    Import { d: Reg, n: u16 },
    /// d = `from m import n`; keeps the module m.
    ImportFrom { d: Reg, m: Reg, n: u16 },
    /// Puts a module's public names into the namespace or the globals.
    ImportStar { m: Reg },
    /// At a prompt: prints repr(s) unless it is None, and stores it in `_`.
    Echo { s: Reg },
    /// Skips the next instruction if s is a sequence as `match` understands it. Keeps s.
    SkipIfSequence { s: Reg },
    /// Skips the next instruction if s is a mapping. Keeps s.
    SkipIfMapping { s: Reg },
    /// d = len(s); keeps s.
    Length { d: Reg, s: Reg },
    /// Skips the next instruction if the mapping s has all keys of the tuple k: d = the tuple of their
    /// values. Keeps s and k.
    MatchKeys { d: Reg, s: Reg, k: Reg },
    /// d = dict(s) without the keys of the tuple k; keeps s.
    MatchRest { d: Reg, s: Reg, k: Reg },
    /// Skips the next instruction if s is an instance of the class d and has the attributes looked for: d =
    /// the tuple of their values. The number of positional patterns and the tuple of keyword names are in
    /// d+1 and d+2. Keeps s.
    MatchClass { d: Reg, s: Reg },
    /// d = `namespace["__annotations__"]`, made if need be (module and class scope).
    Annotations { d: Reg },
    /// d = locals() as a dict.
    Locals { d: Reg },
    /// A statement begins on this line of the text. Compiled in only when lines are traced.
    Line { line: u32 },
    /// Does nothing.
    Nop,
}
