//! `RelationshipDirection`

use std::cell::RefCell;
use std::rc::Rc;

use python::object::{Class, Host, Value};
use python::vm::{Args, Vm};

use super::Direction;
use crate::native::{Entry, Item, Native, getter, method};

impl Host for Direction {}

/// The members, each of which exists once.
#[derive(Default)]
struct Members(RefCell<Vec<Value>>);

impl Host for Members {
    fn clear(&self) {
        self.0.take();
    }
}

/// `RelationshipDirection`
pub static DIRECTION: Native = Native::new(
    "RelationshipDirection",
    "sqlalchemy.orm.base",
    &[],
    &[
        method("__repr__", |_, args| {
            let direction = this(args);
            Ok(Value::str(format!(
                "<RelationshipDirection.{}: {}>",
                direction.name(),
                number(direction)
            )))
        }),
        method("__str__", |_, args| {
            Ok(Value::str(format!(
                "RelationshipDirection.{}",
                this(args).name()
            )))
        }),
        method("__hash__", |_, args| Ok(Value::Int(number(this(args))))),
        getter("name", |_, args| Ok(Value::str(this(args).name()))),
        getter("value", |_, args| Ok(Value::Int(number(this(args))))),
    ],
);

/// The names that modules offer beside the class.
pub const NAMES: &[Entry] = &[
    (
        "RelationshipDirection",
        Item::Value(|vm| Ok(Value::Class(class(vm)))),
    ),
    (
        "ONETOMANY",
        Item::Value(|vm| Ok(direction_value(vm, Direction::OneToMany))),
    ),
    (
        "MANYTOONE",
        Item::Value(|vm| Ok(direction_value(vm, Direction::ManyToOne))),
    ),
    (
        "MANYTOMANY",
        Item::Value(|vm| Ok(direction_value(vm, Direction::ManyToMany))),
    ),
];

const ALL: [Direction; 3] = [
    Direction::OneToMany,
    Direction::ManyToOne,
    Direction::ManyToMany,
];

fn number(direction: Direction) -> i64 {
    direction as i64 + 1
}

fn this(args: &Args) -> Direction {
    *args.positional[0]
        .host::<Direction>()
        .expect("a method of a direction has one")
}

/// The class, with its members as attributes.
fn class(vm: &mut Vm) -> Rc<Class> {
    let class = DIRECTION.class(vm);
    let members = vm.state::<Members>();
    if members.0.borrow().is_empty() {
        for direction in ALL {
            let member = vm.host_object(&class, direction);
            members.0.borrow_mut().push(member.clone());
            let name = vm.intern(direction.name());
            vm.set_class_attr(&class, &name, member);
        }
    }
    class
}

/// The member that stands for a direction.
pub fn direction_value(vm: &mut Vm, direction: Direction) -> Value {
    class(vm);
    let members = vm.state::<Members>();
    members.0.borrow()[direction as usize].clone()
}
