//! Decides where every name lives: register, cell, globals or namespace.

use super::name_table::{NameId, NameTable};
use super::scope::*;
use super::{Result, errors};
use crate::code;
use crate::syntax::SyntaxError;

/// Gives each symbol its place.
pub(super) fn resolve(
    scopes: &mut Scopes,
    names: &mut NameTable<'_>,
    outermost: code::Scope,
) -> Result {
    let class_name = names.id("__class__");
    for id in 0..scopes.all.len() {
        for index in 0..scopes.all[id].order.len() {
            let name = scopes.all[id].order[index];
            link(scopes, names, id, name, class_name)?;
        }
    }
    for id in 0..scopes.all.len() {
        settle(scopes, id, class_name, outermost);
    }
    Ok(())
}

/// Finds the block that owns a name which another one uses, and marks the way between them.
fn link(
    scopes: &mut Scopes,
    names: &NameTable<'_>,
    user: ScopeId,
    name: NameId,
    class_name: NameId,
) -> Result {
    let scope = &scopes.all[user];
    let flags = scope.flags(name);
    if flags & GLOBAL != 0 || scope.owns(name) {
        return Ok(());
    }
    let mut owner = scope.parent;
    let mut found = None;
    while let Some(id) = owner {
        let outer = &scopes.all[id];
        if outer.is_function() {
            if outer.flags(name) & GLOBAL != 0 {
                break;
            }
            if outer.owns(name) {
                found = Some(id);
                break;
            }
        } else if outer.kind == ScopeKind::Class && name == class_name && scope.is_function() {
            found = Some(id);
            break;
        }
        owner = outer.parent;
    }
    let Some(owner) = found else {
        if flags & NONLOCAL != 0 {
            return Err(SyntaxError::at(
                scope.symbols[&name].range,
                errors::no_binding(names.text(name)),
            ));
        }
        return Ok(());
    };
    scopes.all[owner].note(name, CELL, Default::default());
    let mut id = user;
    while id != owner {
        scopes.all[id].note(name, FREE, Default::default());
        id = scopes.all[id].parent.expect("the owner encloses its users");
    }
    Ok(())
}

/// Numbers a block's registers and cells. Its enclosing block is settled already.
fn settle(scopes: &mut Scopes, id: ScopeId, class_name: NameId, outermost: code::Scope) {
    let (outer, rest) = scopes.all.split_at_mut(id);
    let scope = &mut rest[0];
    let order = std::mem::take(&mut scope.order);
    let function = scope.is_function();
    let implicit = scope.kind == ScopeKind::Class && scope.flags(class_name) & CELL != 0;
    if implicit {
        scope.class_cell = Some(0);
        scope.cells.push(class_name);
    }
    for name in &order {
        let flags = scope.symbols[name].flags;
        // Cell parameters have a register too; other cells have none.
        let owned = function && scope.owns(*name);
        if owned && flags & CELL != 0 {
            scope.cells.push(*name);
        }
        if owned && (flags & PARAMETER != 0 || flags & CELL == 0) {
            scope.locals.push(*name);
        }
        if flags & FREE != 0 && !(implicit && *name == class_name) {
            scope.free.push(*name);
        }
    }
    let own = scope.cells.len() as u16;
    for (index, name) in scope.locals.iter().enumerate() {
        scope.symbols.get_mut(name).expect("a symbol").place = Place::Register(index as u16);
    }
    let skip = usize::from(implicit);
    for (index, name) in scope.cells.iter().enumerate().skip(skip) {
        scope.symbols.get_mut(name).expect("a symbol").place = Place::Cell(index as u16);
    }
    let parent = scope.parent.map(|parent| &outer[parent]);
    for (index, name) in scope.free.iter().enumerate() {
        scope.symbols.get_mut(name).expect("a symbol").place = Place::Free(own + index as u16);
        let parent = parent.expect("a free name has an enclosing block");
        scope.captures.push(cell_index(parent, *name));
    }
    for name in &order {
        let symbol = scope.symbols.get_mut(name).expect("a symbol");
        if symbol.flags & GLOBAL != 0 {
            symbol.place = Place::Global;
            continue;
        }
        // A class binds in its namespace even what its methods take from further out.
        let bound = symbol.flags & BOUND != 0 && symbol.flags & NONLOCAL == 0;
        let unplaced = symbol.place == Place::Global;
        let in_namespace = match scope.kind {
            ScopeKind::Class => unplaced || bound,
            ScopeKind::Module => unplaced && outermost == code::Scope::Namespace,
            ScopeKind::Function | ScopeKind::Comprehension => false,
        };
        if in_namespace {
            symbol.place = Place::Name;
        }
    }
    scope.order = order;
}

/// Where a name's cell is in a block's frame.
fn cell_index(scope: &Scope, name: NameId) -> u16 {
    let own = scope.cells.iter().position(|cell| *cell == name);
    let taken = || scope.free.iter().position(|cell| *cell == name);
    own.or_else(|| taken().map(|index| index + scope.cells.len()))
        .expect("the enclosing block has the cell") as u16
}
