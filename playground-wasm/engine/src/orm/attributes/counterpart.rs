//! Which relationship says the same of the same foreign key from the other side, whether the two are linked
//! or not. SQLAlchemy itself asks this only for its overlap warning; the picture and the explanations need it
//! to say what is missing.

use std::rc::Rc;

use super::AttributeImpl;
use crate::handle::Handle;
use crate::orm::instrumentation::manager_of;
use crate::orm::manager::Manager;
use crate::orm::mapper::Mapper;
use crate::orm::relationship::{Direction, Relationship};

/// The other side's attribute on a class.
pub fn counterpart(attribute: &AttributeImpl, other: &Manager) -> Option<Rc<AttributeImpl>> {
    if let Some(linked) = attribute.reverse.get() {
        return other.attribute(linked);
    }
    let own = attribute.relationship.as_ref()?;
    other
        .attributes()
        .into_iter()
        .filter_map(|(_, descriptor)| descriptor.implementation())
        .find(|reverse| {
            reverse
                .relationship
                .as_ref()
                .is_some_and(|reverse| opposite(own, reverse))
        })
}

/// As [`counterpart`], on the class that the relationship leads to.
pub fn of_target(attribute: &AttributeImpl) -> Option<Rc<AttributeImpl>> {
    let target: Handle<Mapper> = attribute.relationship.as_ref()?.mapper.get()?.clone();
    counterpart(attribute, &*manager_of(&target.class)?)
}

/// Whether two relationships run over the same columns in opposite directions.
fn opposite(a: &Handle<Relationship>, b: &Handle<Relationship>) -> bool {
    if a.is(b) || a.viewonly.get() || b.viewonly.get() {
        return false;
    }
    let directions = matches!(
        (a.direction.get(), b.direction.get()),
        (Some(Direction::OneToMany), Some(Direction::ManyToOne))
            | (Some(Direction::ManyToOne), Some(Direction::OneToMany))
            | (Some(Direction::ManyToMany), Some(Direction::ManyToMany))
    );
    let (Some(x), Some(y)) = (a.join.get(), b.join.get()) else {
        return false;
    };
    match (&x.secondary, &y.secondary) {
        (Some(one), Some(two)) => directions && one.is(two),
        (None, None) => {
            directions
                && x.local_remote_pairs.len() == y.local_remote_pairs.len()
                && x.local_remote_pairs.iter().all(|(local, remote)| {
                    y.local_remote_pairs
                        .iter()
                        .any(|(l, r)| l.is(remote) && r.is(local))
                })
        }
        _ => false,
    }
}
