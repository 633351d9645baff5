//! `cascade="all, delete-orphan"`

use std::cell::RefCell;

use python::object::{Layout, Object, Payload, Set, Value};
use python::vm::{Args, Result, Vm};

use super::{Cascades, Direction, Relationship};
use crate::exc;
use crate::handle::Handle;
use crate::native::{Base, Native, getter, method};

/// `CascadeOptions`
pub static CASCADE_OPTIONS: Native = Native::with_layout(
    "CascadeOptions",
    "sqlalchemy.orm.util",
    Layout::Set,
    &[Base::Builtin(|vm| &vm.types.frozenset)],
    &[
        method("__repr__", |_, args| {
            let mut names = names(args);
            names.sort();
            Ok(Value::str(format!("CascadeOptions('{}')", names.join(","))))
        }),
        getter("save_update", |_, args| Ok(has(args, "save-update"))),
        getter("merge", |_, args| Ok(has(args, "merge"))),
        getter("delete", |_, args| Ok(has(args, "delete"))),
        getter("delete_orphan", |_, args| Ok(has(args, "delete-orphan"))),
        getter("expunge", |_, args| Ok(has(args, "expunge"))),
        getter("refresh_expire", |_, args| Ok(has(args, "refresh-expire"))),
    ],
);

fn names(args: &Args) -> Vec<String> {
    let set = args.positional[0]
        .as_set()
        .expect("CascadeOptions is a frozenset")
        .borrow();
    set.iter()
        .filter_map(|(_, name)| name.as_str().map(str::to_owned))
        .collect()
}

fn has(args: &Args, name: &str) -> Value {
    Value::Bool(names(args).iter().any(|other| other == name))
}

impl Cascades {
    /// The cascades by their names.
    fn named(&self) -> [(&'static str, bool); 6] {
        [
            ("save-update", self.save_update),
            ("merge", self.merge),
            ("refresh-expire", self.refresh_expire),
            ("expunge", self.expunge),
            ("delete", self.delete),
            ("delete-orphan", self.delete_orphan),
        ]
    }

    /// As the program sees them.
    pub fn value(&self, vm: &mut Vm) -> Result {
        let set = RefCell::new(Set::default());
        for (name, _) in self.named().iter().filter(|(_, is_set)| *is_set) {
            vm.set_add(&set, Value::str(*name))?;
        }
        let class = CASCADE_OPTIONS.class(vm);
        Ok(Value::Obj(Object::new(class, Payload::Set(set))))
    }
}

/// Reads `cascade=`.
pub fn parse(vm: &mut Vm, value: &Value) -> Result<Cascades> {
    let mut given: Vec<String> = Vec::new();
    match value.as_str() {
        Some(text) => {
            given.extend(
                text.split(',')
                    .map(|part| part.trim().to_owned())
                    .filter(|part| !part.is_empty()),
            );
        }
        None if matches!(value, Value::None | Value::Bool(false)) => {}
        None => {
            for part in vm.collect(value)? {
                given.push(vm.str(&part)?);
            }
        }
    }
    let mut cascades = Cascades::default();
    let mut unknown: Vec<String> = Vec::new();
    let (mut everything, mut nothing) = (false, false);
    for name in given {
        match name.as_str() {
            "save-update" => cascades.save_update = true,
            "merge" => cascades.merge = true,
            "refresh-expire" => cascades.refresh_expire = true,
            "expunge" => cascades.expunge = true,
            "delete" => cascades.delete = true,
            "delete-orphan" => cascades.delete_orphan = true,
            "all" => everything = true,
            "none" => nothing = true,
            _ => unknown.push(format!("'{name}'")),
        }
    }
    if !unknown.is_empty() {
        unknown.sort();
        unknown.dedup();
        let text = format!("Invalid cascade option(s): {}", unknown.join(", "));
        return Err(exc::ARGUMENT_ERROR.error(vm, text));
    }
    if everything {
        cascades = Cascades {
            save_update: true,
            merge: true,
            refresh_expire: true,
            expunge: true,
            delete: true,
            ..cascades
        };
    }
    if nothing {
        cascades = Cascades::default();
    }
    if cascades.delete_orphan && !cascades.delete {
        exc::warn(vm, "The 'delete-orphan' cascade option requires 'delete'.")?;
    }
    Ok(cascades)
}

impl Cascades {
    /// Those that a relationship has which writes nothing.
    pub fn of_viewonly(self) -> Cascades {
        Cascades {
            save_update: false,
            delete: false,
            delete_orphan: false,
            ..self
        }
    }
}

/// `delete-orphan` belongs on the "one" side, unless `single_parent` says otherwise.
pub fn check(vm: &mut Vm, relationship: &Handle<Relationship>) -> Result<()> {
    let cascades = relationship.cascade.get();
    let direction = relationship.direction.get();
    if cascades.delete_orphan
        && !relationship.single_parent.get()
        && matches!(
            direction,
            Some(Direction::ManyToMany | Direction::ManyToOne)
        )
    {
        let (parent, related) = (
            relationship.parent().class.name(),
            relationship.mapper().class.name(),
        );
        let (name, direction) = (
            relationship.describe(),
            if direction == Some(Direction::ManyToOne) {
                "many-to-one"
            } else {
                "many-to-many"
            },
        );
        let text = format!(
            "For {direction} relationship {name}, delete-orphan cascade is normally configured only on the \"one\" \
             side of a one-to-many relationship, and not on the \"many\" side of a many-to-one or many-to-many \
             relationship.  To force this relationship to allow a particular \"{}\" object to be referenced by only \
             a single \"{}\" object at a time via the {name} relationship, which would allow delete-orphan cascade \
             to take place in this direction, set the single_parent=True flag.",
            related.as_str(),
            parent.as_str()
        );
        return Err(exc::ARGUMENT_ERROR.error(vm, exc::with_code(&text, "bbf0")));
    }
    let passive = relationship.passive_deletes.borrow().clone();
    if passive.as_str() == Some("all") && (cascades.delete || cascades.delete_orphan) {
        let text = format!(
            "On {}, can't set passive_deletes='all' in conjunction with 'delete' or 'delete-orphan' cascade",
            relationship.describe()
        );
        return Err(exc::ARGUMENT_ERROR.error(vm, text));
    }
    if cascades.delete_orphan {
        let entry = (relationship.key(), relationship.parent().class.clone());
        relationship
            .mapper()
            .delete_orphans
            .borrow_mut()
            .push(entry);
    }
    Ok(())
}
