//! Operators by special methods: the reflected form of a subclass first, `NotImplemented`, in-place forms.

use std::rc::Rc;

use super::{Result, Vm};
use crate::code::BinaryOperator;
use crate::object::{Class, Layout, Str, Value};

/// The names of an operator: its symbol, method, reflected and in-place method.
struct Operator {
    symbol: &'static str,
    method: Rc<Str>,
    reflected: Rc<Str>,
    in_place: Rc<Str>,
}

impl Vm {
    fn operator(&self, op: BinaryOperator) -> Operator {
        let names = &self.names;
        let (symbol, method, reflected, in_place) = match op {
            BinaryOperator::Add => ("+", &names.__add__, &names.__radd__, &names.__iadd__),
            BinaryOperator::Sub => ("-", &names.__sub__, &names.__rsub__, &names.__isub__),
            BinaryOperator::Mul => ("*", &names.__mul__, &names.__rmul__, &names.__imul__),
            BinaryOperator::MatMul => (
                "@",
                &names.__matmul__,
                &names.__rmatmul__,
                &names.__imatmul__,
            ),
            BinaryOperator::TrueDiv => (
                "/",
                &names.__truediv__,
                &names.__rtruediv__,
                &names.__itruediv__,
            ),
            BinaryOperator::FloorDiv => (
                "//",
                &names.__floordiv__,
                &names.__rfloordiv__,
                &names.__ifloordiv__,
            ),
            BinaryOperator::Mod => ("%", &names.__mod__, &names.__rmod__, &names.__imod__),
            BinaryOperator::Pow => (
                "** or pow()",
                &names.__pow__,
                &names.__rpow__,
                &names.__ipow__,
            ),
            BinaryOperator::LShift => (
                "<<",
                &names.__lshift__,
                &names.__rlshift__,
                &names.__ilshift__,
            ),
            BinaryOperator::RShift => (
                ">>",
                &names.__rshift__,
                &names.__rrshift__,
                &names.__irshift__,
            ),
            BinaryOperator::And => ("&", &names.__and__, &names.__rand__, &names.__iand__),
            BinaryOperator::Or => ("|", &names.__or__, &names.__ror__, &names.__ior__),
            BinaryOperator::Xor => ("^", &names.__xor__, &names.__rxor__, &names.__ixor__),
        };
        Operator {
            symbol,
            method: method.clone(),
            reflected: reflected.clone(),
            in_place: in_place.clone(),
        }
    }

    /// A binary operator.
    pub fn binary(&mut self, op: BinaryOperator, a: &Value, b: &Value) -> Result {
        if let Some(value) = self.builtin_binary(op, a, b)? {
            return Ok(value);
        }
        let operator = self.operator(op);
        match self.by_method(&operator, a, b)? {
            Some(value) => Ok(value),
            None => Err(self.unsupported_operands(operator.symbol, a, b)),
        }
    }

    /// A binary operator in its in-place form.
    pub fn in_place(&mut self, op: BinaryOperator, a: &Value, b: &Value) -> Result {
        if let Some(value) = self.builtin_binary(op, a, b)? {
            return Ok(value);
        }
        let operator = self.operator(op);
        if let Some(value) = self.call_special(a, &operator.in_place, std::slice::from_ref(b))?
            && !matches!(value, Value::NotImplemented)
        {
            return Ok(value);
        }
        match self.by_method(&operator, a, b)? {
            Some(value) => Ok(value),
            None => {
                let symbol = match op {
                    BinaryOperator::Pow => "**",
                    _ => operator.symbol,
                };
                Err(self.unsupported_operands(&format!("{symbol}="), a, b))
            }
        }
    }

    /// Numbers and strings, whose operators need no look-up.
    #[inline]
    fn builtin_binary(
        &mut self,
        op: BinaryOperator,
        a: &Value,
        b: &Value,
    ) -> Result<Option<Value>> {
        if let (Value::Str(a), Value::Str(b)) = (a, b)
            && op == BinaryOperator::Add
        {
            return self.concatenate(a, b).map(Some);
        }
        if self.exact_number(a).is_some() && self.exact_number(b).is_some() {
            return self.number_binary(op, a, b);
        }
        Ok(None)
    }

    /// `a + b` of strings.
    pub(crate) fn concatenate(&mut self, a: &Rc<Str>, b: &Rc<Str>) -> Result {
        if a.is_empty() {
            return Ok(Value::Str(b.clone()));
        }
        if b.is_empty() {
            return Ok(Value::Str(a.clone()));
        }
        let bytes = a.as_str().len() + b.as_str().len();
        if bytes > 4096 {
            self.reserve(bytes)?;
        }
        Ok(Value::Str(Rc::new(a.joined(b))))
    }

    fn by_method(&mut self, operator: &Operator, a: &Value, b: &Value) -> Result<Option<Value>> {
        let left = self.class_of(a);
        let right = self.class_of(b);
        let same = Rc::ptr_eq(&left, &right);
        let mut reflected_done = same;
        if !same {
            let first = if right.is_subclass(&left) {
                self.overrides(&right, &left, &operator.reflected)
            } else {
                // A sequence's operators come after the other operand's numeric ones.
                is_sequence(&left) && !is_sequence(&right)
            };
            if first {
                reflected_done = true;
                if let Some(value) = self.try_operator(b, &operator.reflected, a)? {
                    return Ok(Some(value));
                }
            }
        }
        if let Some(value) = self.try_operator(a, &operator.method, b)? {
            return Ok(Some(value));
        }
        if reflected_done {
            return Ok(None);
        }
        self.try_operator(b, &operator.reflected, a)
    }

    fn try_operator(&mut self, a: &Value, name: &Rc<Str>, b: &Value) -> Result<Option<Value>> {
        match self.call_special(a, name, std::slice::from_ref(b))? {
            None | Some(Value::NotImplemented) => Ok(None),
            answer => Ok(answer),
        }
    }

    /// Whether a derived class has a method of its own where the other has a different one or none.
    pub(crate) fn overrides(
        &mut self,
        derived: &Rc<Class>,
        base: &Rc<Class>,
        name: &Rc<Str>,
    ) -> bool {
        match (self.class_attr(derived, name), self.class_attr(base, name)) {
            (Some(own), Some(inherited)) => !own.is(&inherited),
            (Some(_), None) => true,
            _ => false,
        }
    }

    fn unsupported_operands(&mut self, symbol: &str, a: &Value, b: &Value) -> super::Raised {
        let (a, b) = (self.type_name(a), self.type_name(b));
        self.type_error(format!(
            "unsupported operand type(s) for {symbol}: '{}' and '{}'",
            &**a, &**b
        ))
    }

    /// `-a`, `+a`, `~a`
    pub fn unary(&mut self, op: char, a: &Value) -> Result {
        if self.exact_number(a).is_some()
            && let Some(value) = self.number_unary(op, a)
        {
            return Ok(value);
        }
        let name = match op {
            '-' => self.names.__neg__.clone(),
            '+' => self.names.__pos__.clone(),
            _ => self.names.__invert__.clone(),
        };
        match self.call_special(a, &name, &[])? {
            Some(value) => Ok(value),
            None => {
                let class = self.type_name(a);
                Err(self.type_error(format!("bad operand type for unary {op}: '{}'", &**class)))
            }
        }
    }
}

fn is_sequence(class: &Class) -> bool {
    matches!(
        class.layout,
        Layout::Str | Layout::Bytes | Layout::List | Layout::Tuple
    ) && class.def.is_some()
}
