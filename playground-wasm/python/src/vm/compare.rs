//! Comparisons, equality, truth and hashes.

use std::cmp::Ordering;
use std::rc::Rc;

use super::arith::compare_mixed;
use super::class::flag;
use super::number::Number;
use super::{Result, Vm};
use crate::code::CompareOperator;
use crate::object::{Payload, Str, Value};

impl Vm {
    /// A comparison; the result may be any object.
    pub fn compare(&mut self, op: CompareOperator, a: &Value, b: &Value) -> Result {
        match op {
            CompareOperator::Is => return Ok(a.is(b).into()),
            CompareOperator::IsNot => return Ok((!a.is(b)).into()),
            CompareOperator::In => return Ok(self.contains(b, a)?.into()),
            CompareOperator::NotIn => return Ok((!self.contains(b, a)?).into()),
            _ => {}
        }
        if let Some(answer) = self.compare_builtin(op, a, b) {
            return Ok(answer.into());
        }
        self.enter_for(" in comparison")?;
        let result = self.compare_by_method(op, a, b);
        self.leave();
        result
    }

    /// Numbers, strings and objects that compare by identity: what needs no call.
    #[inline]
    pub(crate) fn compare_builtin(
        &mut self,
        op: CompareOperator,
        a: &Value,
        b: &Value,
    ) -> Option<bool> {
        match (a, b) {
            (Value::Int(a), Value::Int(b)) => return Some(holds(op, Some(a.cmp(b)))),
            (Value::Float(a), Value::Float(b)) => return Some(holds(op, a.partial_cmp(b))),
            // Long ones are paid for by the method.
            (Value::Str(a), Value::Str(b)) if a.as_str().len().min(b.as_str().len()) < LONG => {
                return Some(match op {
                    CompareOperator::Eq => Rc::ptr_eq(a, b) || **a == **b,
                    CompareOperator::Ne => !Rc::ptr_eq(a, b) && **a != **b,
                    _ => holds(op, Some(a.as_str().cmp(b.as_str()))),
                });
            }
            _ => {}
        }
        if let (Some(x), Some(y)) = (self.exact_number(a), self.exact_number(b)) {
            return Some(holds(op, compare_numbers(x, y)));
        }
        let equality = matches!(op, CompareOperator::Eq | CompareOperator::Ne);
        if equality && self.by_identity(a) && self.by_identity(b) {
            return Some(a.is(b) == (op == CompareOperator::Eq));
        }
        None
    }

    /// Whether the value's class leaves equality to identity.
    #[inline]
    fn by_identity(&mut self, value: &Value) -> bool {
        match value {
            Value::None | Value::NotImplemented | Value::Ellipsis => true,
            Value::Class(class) => class.meta.is_none(),
            Value::Obj(object) => self.flags(&object.class) & flag::EQ == 0,
            _ => false,
        }
    }

    fn compare_by_method(&mut self, op: CompareOperator, a: &Value, b: &Value) -> Result {
        let names = &self.names;
        let (method, reflected, symbol) = match op {
            CompareOperator::Lt => (&names.__lt__, &names.__gt__, "<"),
            CompareOperator::Le => (&names.__le__, &names.__ge__, "<="),
            CompareOperator::Gt => (&names.__gt__, &names.__lt__, ">"),
            CompareOperator::Ge => (&names.__ge__, &names.__le__, ">="),
            CompareOperator::Ne => (&names.__ne__, &names.__ne__, "!="),
            _ => (&names.__eq__, &names.__eq__, "=="),
        };
        let (method, reflected) = (method.clone(), reflected.clone());
        let (left, right) = (self.class_of(a), self.class_of(b));
        let mut reflected_done = false;
        if !Rc::ptr_eq(&left, &right)
            && right.is_subclass(&left)
            && self.class_attr(&right, &reflected).is_some()
        {
            reflected_done = true;
            if let Some(answer) = self.try_comparison(b, &reflected, a)? {
                return Ok(answer);
            }
        }
        if let Some(answer) = self.try_comparison(a, &method, b)? {
            return Ok(answer);
        }
        if !reflected_done && let Some(answer) = self.try_comparison(b, &reflected, a)? {
            return Ok(answer);
        }
        match op {
            CompareOperator::Eq => Ok(a.is(b).into()),
            CompareOperator::Ne => Ok((!a.is(b)).into()),
            _ => {
                let (left, right) = (self.type_name(a), self.type_name(b));
                let text = format!(
                    "'{symbol}' not supported between instances of '{}' and '{}'",
                    left.as_str(),
                    right.as_str()
                );
                Err(self.type_error(text))
            }
        }
    }

    fn try_comparison(&mut self, a: &Value, name: &Rc<Str>, b: &Value) -> Result<Option<Value>> {
        match self.call_special(a, name, std::slice::from_ref(b))? {
            None | Some(Value::NotImplemented) => Ok(None),
            answer => Ok(answer),
        }
    }

    /// `a == b` as a condition.
    #[inline]
    pub fn eq(&mut self, a: &Value, b: &Value) -> Result<bool> {
        if let Some(answer) = self.compare_builtin(CompareOperator::Eq, a, b) {
            return Ok(answer);
        }
        let answer = self.compare(CompareOperator::Eq, a, b)?;
        self.truthy(&answer)
    }

    /// Whether two elements count as the same in a container: identical or equal.
    #[inline]
    pub fn same(&mut self, a: &Value, b: &Value) -> Result<bool> {
        if a.is(b) {
            return Ok(true);
        }
        self.eq(a, b)
    }

    /// Compares sequences item by item, as lists and tuples do.
    pub fn compare_sequences(&mut self, op: CompareOperator, a: &[Value], b: &[Value]) -> Result {
        let equality = matches!(op, CompareOperator::Eq | CompareOperator::Ne);
        if equality && a.len() != b.len() {
            return Ok((op == CompareOperator::Ne).into());
        }
        for (x, y) in a.iter().zip(b) {
            if self.same(x, y)? {
                continue;
            }
            return match op {
                CompareOperator::Eq => Ok(false.into()),
                CompareOperator::Ne => Ok(true.into()),
                _ => self.compare(op, x, y),
            };
        }
        Ok(holds(op, Some(a.len().cmp(&b.len()))).into())
    }

    /// A comparison of built-in numbers, subclasses of them included; `None` if one is no number.
    pub fn number_compare(&mut self, op: CompareOperator, a: &Value, b: &Value) -> Option<bool> {
        Some(holds(op, compare_numbers(Number::of(a)?, Number::of(b)?)))
    }

    /// `bool(value)`
    #[inline]
    pub fn truthy(&mut self, value: &Value) -> Result<bool> {
        match value {
            Value::Bool(value) => Ok(*value),
            Value::None | Value::Unbound => Ok(false),
            Value::Int(value) => Ok(*value != 0),
            Value::Float(value) => Ok(*value != 0.0),
            Value::Str(text) => Ok(!text.is_empty()),
            Value::NotImplemented => {
                let class = self.exceptions.deprecation_warning.clone();
                self.warn(
                    &class,
                    "NotImplemented should not be used in a boolean context",
                )?;
                Ok(true)
            }
            Value::Ellipsis => Ok(true),
            Value::Class(class) if class.meta.is_none() => Ok(true),
            Value::Class(_) => self.truth_by_method(value),
            Value::Obj(object) => {
                let flags = self.flags(&object.class);
                if flags & flag::BOOL == 0 {
                    return Ok(true);
                }
                if flags & flag::BUILTIN != 0 {
                    match &object.payload {
                        Payload::List(list) => return Ok(!list.is_empty()),
                        Payload::Dict(dict) => return Ok(!dict.borrow().is_empty()),
                        Payload::Tuple(items) => return Ok(!items.is_empty()),
                        Payload::Set(set) => return Ok(!set.borrow().is_empty()),
                        Payload::Int(_) => return Ok(true),
                        _ => {}
                    }
                }
                self.truth_by_method(value)
            }
        }
    }

    fn truth_by_method(&mut self, value: &Value) -> Result<bool> {
        let name = self.names.__bool__.clone();
        if let Some(answer) = self.call_special(value, &name, &[])? {
            return match answer {
                Value::Bool(answer) => Ok(answer),
                other => {
                    let class = self.type_name(&other);
                    let text = format!("__bool__ should return bool, returned {}", &**class);
                    Err(self.type_error(text))
                }
            };
        }
        let class = self.class_of(value);
        let name = self.names.__len__.clone();
        if self.class_attr(&class, &name).is_some() {
            return Ok(self.len(value)? != 0);
        }
        Ok(true)
    }

    /// `hash(value)`
    #[inline]
    pub fn hash(&mut self, value: &Value) -> Result<i64> {
        match value {
            Value::Str(text) => Ok(text.hash()),
            Value::Int(value) => Ok(hash_integer(*value)),
            Value::Bool(value) => Ok(i64::from(*value)),
            _ => self.hash_object(value),
        }
    }

    fn hash_object(&mut self, value: &Value) -> Result<i64> {
        let class = self.class_of(value);
        if self.flags(&class) & flag::HASH == 0 && !matches!(value, Value::Float(_)) {
            return Ok(self.hash_identity(value));
        }
        let name = self.names.__hash__.clone();
        if let Some(Value::None) | None = self.class_attr(&class, &name) {
            let text = format!("unhashable type: '{}'", &**class.name());
            return Err(self.type_error(text));
        }
        self.charge(size_of_hashed(value))?;
        self.enter_for(" while calling a Python object")?;
        let result = self.call_special(value, &name, &[]);
        self.leave();
        match result? {
            Some(Value::Int(hash)) => Ok(if hash == -1 { -2 } else { hash }),
            Some(Value::Bool(hash)) => Ok(i64::from(hash)),
            Some(other) => match Number::of(&other) {
                Some(Number::Int(hash)) => Ok(hash),
                Some(Number::Big(hash)) => Ok(hash_big(hash)),
                _ => Err(self.type_error("__hash__ method should return an integer")),
            },
            None => Ok(self.hash_identity(value)),
        }
    }

    /// The hash of what compares by identity.
    pub fn hash_identity(&mut self, value: &Value) -> i64 {
        let id = self.id(value);
        id.rotate_right(4) as i64
    }
}

/// Strings of so many bytes are compared where the work can be paid for.
const LONG: usize = 1 << 14;

/// What hashing costs beyond a step.
fn size_of_hashed(value: &Value) -> u64 {
    let size = match value.obj().map(|object| &object.payload) {
        Some(Payload::Tuple(items)) => items.len() / 4,
        Some(Payload::Set(set)) => set.borrow().len() / 4,
        Some(Payload::Int(int)) => int.bits() as usize / 1024,
        Some(Payload::Bytes(bytes)) => bytes.len() / 32,
        _ => 0,
    };
    size as u64
}

/// Whether an ordering (`None`: not ordered) satisfies an operator.
#[inline]
pub fn holds(op: CompareOperator, order: Option<Ordering>) -> bool {
    match op {
        CompareOperator::Lt => order == Some(Ordering::Less),
        CompareOperator::Le => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        CompareOperator::Gt => order == Some(Ordering::Greater),
        CompareOperator::Ge => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
        CompareOperator::Ne => order != Some(Ordering::Equal),
        _ => order == Some(Ordering::Equal),
    }
}

fn compare_numbers(x: Number, y: Number) -> Option<Ordering> {
    match (x, y) {
        (Number::Int(x), Number::Int(y)) => Some(x.cmp(&y)),
        (Number::Float(x), Number::Float(y)) => x.partial_cmp(&y),
        (Number::Float(x), y) => compare_mixed(x, &y.to_big()),
        (x, Number::Float(y)) => compare_mixed(y, &x.to_big()).map(Ordering::reverse),
        (x, y) => Some(x.to_big().cmp(&y.to_big())),
    }
}

/// CPython's hashes of numbers are remainders by this prime, so that equal numbers of different types agree.
const MODULUS: i64 = (1 << 61) - 1;

/// `hash(int)`
#[inline]
pub fn hash_integer(value: i64) -> i64 {
    match value % MODULUS {
        -1 => -2,
        hash => hash,
    }
}

/// `hash(int)` beyond 64 bits.
pub fn hash_big(value: &num_bigint::BigInt) -> i64 {
    let rest: num_bigint::BigInt = value % MODULUS;
    hash_integer(num_traits::ToPrimitive::to_i64(&rest).unwrap_or(0))
}
