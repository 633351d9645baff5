//! Symbol tables: which names each block binds and uses.

use ruff_text_size::TextRange;

use super::name_table::{IdMap, NameId};

/// Index of a scope in [`Scopes`].
pub(super) type ScopeId = usize;

/// The kinds of blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScopeKind {
    Module,
    Class,
    Function,
    Comprehension,
}

/// Where a name of a block lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A register.
    Register(u16),
    /// A cell made by the block itself.
    Cell(u16),
    /// A cell of an enclosing function, counted behind the block's own.
    Free(u16),
    /// The globals.
    Global,
    /// The namespace of a class body or of `exec`.
    Name,
}

/// What a block does with a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Symbol {
    pub(super) flags: u16,
    pub(super) place: Place,
    /// Where it was first seen, for errors.
    pub(super) range: TextRange,
}

pub(super) const USED: u16 = 1;
pub(super) const BOUND: u16 = 1 << 1;
pub(super) const PARAMETER: u16 = 1 << 2;
pub(super) const GLOBAL: u16 = 1 << 3;
pub(super) const NONLOCAL: u16 = 1 << 4;
pub(super) const ANNOTATED: u16 = 1 << 5;
/// Unbound somewhere (`del`, the end of `except … as`): never known to be assigned.
pub(super) const DELETED: u16 = 1 << 6;
/// Bound by `:=`: its register can change within an expression.
pub(super) const WALRUS: u16 = 1 << 7;
/// An iteration variable of a comprehension.
pub(super) const ITERATION: u16 = 1 << 8;
/// Shared with an inner block.
pub(super) const CELL: u16 = 1 << 9;
/// Taken over from an enclosing block.
pub(super) const FREE: u16 = 1 << 10;

/// The symbol table of one block.
pub(super) struct Scope {
    pub(super) kind: ScopeKind,
    pub(super) parent: Option<ScopeId>,
    /// The block's name, for qualified names.
    pub(super) name: String,
    /// The class whose private names are mangled here.
    pub(super) class: Option<String>,
    /// Names in the order in which they were first seen.
    pub(super) order: Vec<NameId>,
    pub(super) symbols: IdMap<NameId, Symbol>,
    /// Whether it contains `yield`.
    pub(super) generator: bool,
    /// Whether it is a generator expression.
    pub(super) lazy: bool,
    /// Registers that are variables, parameters first.
    pub(super) locals: Vec<NameId>,
    /// Cells made by the block.
    pub(super) cells: Vec<NameId>,
    /// Cells taken over, and where each is in the enclosing frame.
    pub(super) free: Vec<NameId>,
    pub(super) captures: Vec<u16>,
    /// In a class: the position of the implicit cell `__class__`, if methods use it.
    pub(super) class_cell: Option<u16>,
}

impl Scope {
    pub(super) fn new(kind: ScopeKind, parent: Option<ScopeId>, name: &str) -> Scope {
        Scope {
            kind,
            parent,
            name: name.to_owned(),
            class: None,
            order: Vec::new(),
            symbols: IdMap::default(),
            generator: false,
            lazy: false,
            locals: Vec::new(),
            cells: Vec::new(),
            free: Vec::new(),
            captures: Vec::new(),
            class_cell: None,
        }
    }

    /// Notes what is done with a name; answers what was known of it before.
    pub(super) fn note(&mut self, name: NameId, flags: u16, range: TextRange) -> u16 {
        if let Some(symbol) = self.symbols.get_mut(&name) {
            let before = symbol.flags;
            symbol.flags |= flags;
            return before;
        }
        self.order.push(name);
        let symbol = Symbol {
            flags,
            place: Place::Global,
            range,
        };
        self.symbols.insert(name, symbol);
        0
    }

    pub(super) fn flags(&self, name: NameId) -> u16 {
        self.symbols.get(&name).map_or(0, |symbol| symbol.flags)
    }

    /// Whether variables live in registers and cells.
    pub(super) fn is_function(&self) -> bool {
        matches!(self.kind, ScopeKind::Function | ScopeKind::Comprehension)
    }

    /// Whether the name is a variable of the block itself.
    pub(super) fn owns(&self, name: NameId) -> bool {
        let flags = self.flags(name);
        flags & (BOUND | PARAMETER) != 0 && flags & (GLOBAL | NONLOCAL) == 0
    }
}

/// The symbol tables of a compilation, an outer block before its inner ones.
pub(super) struct Scopes {
    pub(super) all: Vec<Scope>,
    /// The block that a node of the tree opens, by the node's address.
    pub(super) by_node: IdMap<usize, ScopeId>,
}

/// What identifies a node: its place in memory, which is fixed while the tree is compiled.
pub(super) fn node_key<T>(node: &T) -> usize {
    std::ptr::from_ref(node) as usize
}
