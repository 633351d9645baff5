//! The order in which a class's bases are searched (C3).

use std::rc::Rc;

use crate::object::Class;

/// The linearisation of the bases, or `None` where they contradict each other.
pub(crate) fn linearise(bases: &[Rc<Class>]) -> Option<Vec<Rc<Class>>> {
    if let [base] = bases {
        return Some(base.mro.borrow().clone());
    }
    let mut sequences: Vec<Vec<Rc<Class>>> =
        bases.iter().map(|base| base.mro.borrow().clone()).collect();
    sequences.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        sequences.retain(|sequence| !sequence.is_empty());
        if sequences.is_empty() {
            return Some(order);
        }
        let good = |candidate: &Rc<Class>| {
            sequences.iter().all(|sequence| {
                !sequence[1..]
                    .iter()
                    .any(|class| Rc::ptr_eq(class, candidate))
            })
        };
        let next = sequences
            .iter()
            .map(|sequence| &sequence[0])
            .find(|candidate| good(candidate))?
            .clone();
        for sequence in &mut sequences {
            if Rc::ptr_eq(&sequence[0], &next) {
                sequence.remove(0);
            }
        }
        order.push(next);
    }
}
