//! The order in which a class's bases are searched (C3).

use std::rc::Rc;

use crate::object::Class;

/// The linearisation of the bases, or those that stand in each other's way.
pub(crate) fn linearise(bases: &[Rc<Class>]) -> Result<Vec<Rc<Class>>, Vec<Rc<Class>>> {
    if let [base] = bases {
        return Ok(base.mro.borrow().clone());
    }
    let mut sequences: Vec<Vec<Rc<Class>>> =
        bases.iter().map(|base| base.mro.borrow().clone()).collect();
    sequences.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        sequences.retain(|sequence| !sequence.is_empty());
        if sequences.is_empty() {
            return Ok(order);
        }
        let good = |candidate: &Rc<Class>| {
            sequences.iter().all(|sequence| {
                !sequence[1..]
                    .iter()
                    .any(|class| Rc::ptr_eq(class, candidate))
            })
        };
        let mut heads = sequences.iter().map(|sequence| &sequence[0]);
        let Some(next) = heads.find(|candidate| good(candidate)).cloned() else {
            let mut stuck: Vec<Rc<Class>> = Vec::new();
            for sequence in &sequences {
                if !stuck.iter().any(|class| Rc::ptr_eq(class, &sequence[0])) {
                    stuck.push(sequence[0].clone());
                }
            }
            return Err(stuck);
        };
        for sequence in &mut sequences {
            if Rc::ptr_eq(&sequence[0], &next) {
                sequence.remove(0);
            }
        }
        order.push(next);
    }
}
