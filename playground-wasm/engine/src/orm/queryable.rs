//! `QueryableAttribute`: the class side of a mapped attribute, `Parent.children` and `Parent.id`.

use std::rc::Rc;

use python::object::Value;
use python::vm::{Args, Result, Vm};

use super::attributes::InstrumentedAttribute;
use super::comparator;
use super::configure::check_configured;
use super::instrumentation::mapper_of;
use super::property::MapperProperty;
use super::relationship::Relationship;
use crate::handle::Handle;
use crate::native::{Base, Native, getter, method};
use crate::sql::clause::{Annotations, Clause, Expr};
use crate::sql::element::{COLUMN_ELEMENT, wrap};
use crate::sql::operator::Operator;
use crate::sql::operators::comparison;
use crate::value::dict_in;

macro_rules! of_columns {
    ($name:literal, $message:literal) => {
        method($name, |vm, args| of_columns(vm, args, $name, $message))
    };
}

/// `sqlalchemy.orm.attributes.QueryableAttribute`
pub static QUERYABLE_ATTRIBUTE: Native = Native::new(
    "QueryableAttribute",
    "sqlalchemy.orm.attributes",
    &[Base::Native(&COLUMN_ELEMENT)],
    &[
        method("__str__", |_, args| {
            let attribute = this(args);
            Ok(Value::str(format!(
                "{}.{}",
                attribute.class.name().as_str(),
                attribute.key.as_str()
            )))
        }),
        method("__repr__", |vm, args| {
            let (class, address) = (
                vm.class_of(&args.positional[0]),
                vm.address(&args.positional[0]),
            );
            let name = vm.full_name(&class);
            Ok(Value::str(format!("<{name} object at {address}>")))
        }),
        method("__clause_element__", |vm, args| {
            let expression = expression(vm, args)?;
            Ok(wrap(vm, &expression))
        }),
        getter("expression", |vm, args| {
            let expression = expression(vm, args)?;
            Ok(wrap(vm, &expression))
        }),
        getter("key", |_, args| Ok(Value::Str(this(args).key.clone()))),
        getter("class_", |_, args| {
            Ok(Value::Class(this(args).class.clone()))
        }),
        getter("parent", |_, args| {
            Ok(mapper_of(&this(args).class).map_or(Value::None, |mapper| mapper.value()))
        }),
        getter("property", |vm, args| {
            let attribute = this(args);
            if let Some(mapper) = mapper_of(&attribute.class) {
                check_configured(vm, &mapper)?;
            }
            Ok(attribute.property().value())
        }),
        getter("prop", |_, args| Ok(this(args).property().value())),
        getter("comparator", |_, args| Ok(args.positional[0].clone())),
        getter("is_attribute", |_, _| Ok(Value::Bool(true))),
        getter("info", |vm, args| match this(args).property() {
            MapperProperty::Column(property) => match property.column() {
                Some(column) => Ok(dict_in(vm, &column.info)),
                None => Ok(dict_in(vm, &property.info)),
            },
            property => crate::value::get(vm, &property.value(), "info"),
        }),
        method("__eq__", |vm, args| compare(vm, args, Operator::Eq)),
        method("__ne__", |vm, args| compare(vm, args, Operator::Ne)),
        of_columns!("is_", "<function is_ at {}>"),
        of_columns!("is_not", "<function is_not at {}>"),
        of_columns!("not_in", "<function not_in_op at {}>"),
        of_columns!("like", "<function like_op at {}>"),
        of_columns!("ilike", "<function ilike_op at {}>"),
        of_columns!("startswith", "<function startswith_op at {}>"),
        of_columns!("endswith", "<function endswith_op at {}>"),
        of_columns!("between", "<function between_op at {}>"),
        of_columns!("desc", "<function desc_op at {}>"),
        of_columns!("asc", "<function asc_op at {}>"),
        of_columns!("__lt__", "<built-in function lt>"),
        of_columns!("__le__", "<built-in function le>"),
        of_columns!("__gt__", "<built-in function gt>"),
        of_columns!("__ge__", "<built-in function ge>"),
        of_columns!("__add__", "<built-in function add>"),
        of_columns!("__sub__", "<built-in function sub>"),
        of_columns!("__mul__", "<built-in function mul>"),
        of_columns!("__truediv__", "<built-in function truediv>"),
        of_columns!("__mod__", "<built-in function mod>"),
        of_columns!("__neg__", "<built-in function neg>"),
        of_columns!("__getitem__", "<built-in function getitem>"),
        of_columns!("__contains__", "<built-in function contains>"),
        of_columns!(
            "in_",
            "in_() not yet supported for relationships.  For a simple many-to-one, use in_() against the set of \
             foreign key values."
        ),
        method("of_type", |vm, args| match this(args).property() {
            MapperProperty::Relationship(_) => Ok(args.positional[0].clone()),
            _ => {
                let name = Value::str("of_type");
                attribute_of_column(vm, &Args::new(&[args.positional[0].clone(), name]))
            }
        }),
        method("any", |vm, args| {
            let relationship = related(vm, args)?;
            comparator::exists(vm, &relationship, args, true)
        }),
        method("has", |vm, args| {
            let relationship = related(vm, args)?;
            comparator::exists(vm, &relationship, args, false)
        }),
        method("contains", |vm, args| match this(args).property() {
            MapperProperty::Relationship(_) => {
                let relationship = related(vm, args)?;
                comparator::contains(vm, &relationship, args)
            }
            _ => inherited(vm, args, "contains"),
        }),
        method("__bool__", |_, _| Ok(Value::Bool(true))),
        method("__hash__", |vm, args| {
            Ok(Value::Int(vm.id(&args.positional[0]) as i64))
        }),
        method("__getattr__", attribute_of_column),
    ],
);

/// An operator that columns have; of a relationship SQLAlchemy says which function it would have needed.
fn of_columns(vm: &mut Vm, args: &Args, name: &str, message: &str) -> Result {
    let MapperProperty::Relationship(_) = this(args).property() else {
        return inherited(vm, args, name);
    };
    let address = vm.address(&args.positional[0]);
    let class = vm.exceptions.not_implemented_error.clone();
    Err(vm.error(&class, message.replace("{}", &address)))
}

/// A method of `ColumnElement`.
fn inherited(vm: &mut Vm, args: &Args, name: &str) -> Result {
    let column = Value::Class(COLUMN_ELEMENT.class(vm));
    let name = vm.intern(name);
    let inherited = vm.get_attr(&column, &name)?;
    vm.call_args(&inherited, args)
}

fn this<'a>(args: &Args<'a>) -> &'a InstrumentedAttribute {
    args.positional[0].host().expect("a method of the class")
}

/// The relationship that the attribute is, configured.
fn related(vm: &mut Vm, args: &Args) -> Result<Handle<Relationship>> {
    let attribute = this(args);
    if let Some(mapper) = mapper_of(&attribute.class) {
        check_configured(vm, &mapper)?;
    }
    match attribute.property() {
        MapperProperty::Relationship(relationship) => Ok(relationship),
        property => {
            let class = vm.exceptions.attribute_error.clone();
            let _ = property;
            let text = format!(
                "Neither 'InstrumentedAttribute' object nor 'Comparator' object associated with {}.{} has an \
                 attribute 'any'",
                attribute.class.name().as_str(),
                attribute.key.as_str()
            );
            Err(vm.error(&class, text))
        }
    }
}

/// The column (or the join condition) that the attribute means in an expression.
fn expression(vm: &mut Vm, args: &Args) -> Result<Expr> {
    let attribute = this(args);
    match attribute.property() {
        MapperProperty::Column(property) => {
            let first = property.columns.borrow().first().cloned();
            let mapper = mapper_of(&attribute.class);
            Ok(match first.as_deref() {
                Some(Clause::Column(column, annotations)) => Rc::new(Clause::Column(
                    column.clone(),
                    Annotations {
                        mapper,
                        ..annotations.clone()
                    },
                )),
                Some(other) => Rc::new(other.clone()),
                None => Rc::new(Clause::Null),
            })
        }
        MapperProperty::Relationship(_) => {
            let relationship = related(vm, args)?;
            Ok(comparator::condition(&relationship))
        }
        MapperProperty::Synonym(_) => Err(vm.unsupported("an expression with a synonym")),
    }
}

fn compare(vm: &mut Vm, args: &Args, operator: Operator) -> Result {
    let Some(other) = args.positional.get(1) else {
        return Err(vm.type_error("expected 1 argument, got 0"));
    };
    if let MapperProperty::Relationship(_) = this(args).property() {
        let relationship = related(vm, args)?;
        let negated = matches!(operator, Operator::Ne | Operator::IsNot);
        return comparator::compare(vm, &relationship, other, negated);
    }
    let left = expression(vm, args)?;
    comparison(vm, left, operator, other, None)
}

/// `Parent.id.type`, `Parent.name.nullable`: attributes of the column.
fn attribute_of_column(vm: &mut Vm, args: &Args) -> Result {
    let [receiver, name] = args.exactly(vm, "__getattr__")?;
    let attribute = this(args);
    let name = vm.intern(name.as_str().unwrap_or_default());
    if !name.starts_with("_")
        && let MapperProperty::Column(property) = attribute.property()
        && let Some(column) = property.column()
        && let Some(found) = vm.find_attr(&column.value(), &name)?
    {
        return Ok(found);
    }
    let _ = receiver;
    let class = vm.exceptions.attribute_error.clone();
    let text = format!(
        "Neither 'InstrumentedAttribute' object nor 'Comparator' object associated with {}.{} has an attribute '{}'",
        attribute.class.name().as_str(),
        attribute.key.as_str(),
        name.as_str()
    );
    Err(vm.error(&class, text))
}
