//! Walking through expressions and making changed copies of them.

use std::rc::Rc;

use super::clause::{Clause, Expr};
use super::operator::Operator;
use crate::handle::Handle;
use crate::schema::column::Column;

/// The expressions directly inside of one.
pub fn children(expression: &Clause) -> Vec<Expr> {
    match expression {
        Clause::Binary { left, right, .. } | Clause::Custom { left, right, .. } => {
            vec![left.clone(), right.clone()]
        }
        Clause::Unary { operand, .. } => vec![operand.clone()],
        Clause::List { clauses, .. } => clauses.clone(),
        Clause::Function { arguments, .. } => arguments.clone(),
        Clause::Grouping(element)
        | Clause::Label { element, .. }
        | Clause::Cast { element, .. } => {
            vec![element.clone()]
        }
        Clause::Case {
            value,
            whens,
            otherwise,
        } => {
            let mut all: Vec<Expr> = value.iter().cloned().collect();
            for (condition, result) in whens {
                all.extend([condition.clone(), result.clone()]);
            }
            all.extend(otherwise.clone());
            all
        }
        Clause::Exists { condition, .. } => vec![condition.clone()],
        Clause::Column(..)
        | Clause::Bind(_)
        | Clause::Null
        | Clause::True
        | Clause::False
        | Clause::Text(_)
        | Clause::Name(_) => Vec::new(),
    }
}

/// A copy in which `change` has replaced the nodes for which it answers something.
pub fn replace(expression: &Expr, change: &mut dyn FnMut(&Expr) -> Option<Expr>) -> Expr {
    if let Some(replaced) = change(expression) {
        return replaced;
    }
    let mut again = |inner: &Expr| replace(inner, change);
    Rc::new(match &**expression {
        Clause::Binary {
            left,
            operator,
            right,
            escape,
        } => Clause::Binary {
            left: again(left),
            operator: *operator,
            right: again(right),
            escape: escape.clone(),
        },
        Clause::Custom {
            left,
            operator,
            right,
        } => Clause::Custom {
            left: again(left),
            operator: operator.clone(),
            right: again(right),
        },
        Clause::Unary { operator, operand } => Clause::Unary {
            operator: *operator,
            operand: again(operand),
        },
        Clause::List { operator, clauses } => Clause::List {
            operator: *operator,
            clauses: clauses.iter().map(again).collect(),
        },
        Clause::Function { name, arguments } => Clause::Function {
            name: name.clone(),
            arguments: arguments.iter().map(again).collect(),
        },
        Clause::Grouping(element) => Clause::Grouping(again(element)),
        Clause::Label { name, element } => Clause::Label {
            name: name.clone(),
            element: again(element),
        },
        Clause::Cast { element, type_ } => Clause::Cast {
            element: again(element),
            type_: type_.clone(),
        },
        Clause::Case {
            value,
            whens,
            otherwise,
        } => Clause::Case {
            value: value.as_ref().map(&mut again),
            whens: whens
                .iter()
                .map(|(condition, result)| (again(condition), again(result)))
                .collect(),
            otherwise: otherwise.as_ref().map(&mut again),
        },
        Clause::Exists { from, condition } => Clause::Exists {
            from: from.clone(),
            condition: again(condition),
        },
        Clause::Column(..)
        | Clause::Bind(_)
        | Clause::Null
        | Clause::True
        | Clause::False
        | Clause::Text(_)
        | Clause::Name(_) => return expression.clone(),
    })
}

/// Calls `visit` for every node.
pub fn walk(expression: &Expr, visit: &mut dyn FnMut(&Expr)) {
    visit(expression);
    for child in children(expression) {
        walk(&child, visit);
    }
}

/// The columns in an expression, each once.
pub fn columns(expression: &Expr) -> Vec<Handle<Column>> {
    let mut found: Vec<Handle<Column>> = Vec::new();
    walk(expression, &mut |node| {
        if let Some(column) = node.as_column()
            && !found.contains(column)
        {
            found.push(column.clone());
        }
    });
    found
}

/// `a AND b`, without nesting.
pub fn and(left: Expr, right: Expr) -> Expr {
    let mut clauses = Vec::new();
    for part in [left, right] {
        match &*part {
            Clause::List {
                operator: Operator::And,
                clauses: inner,
            } => clauses.extend(inner.iter().cloned()),
            _ => clauses.push(part),
        }
    }
    Rc::new(Clause::List {
        operator: Operator::And,
        clauses,
    })
}

/// `left operator right`
pub fn binary(left: Expr, operator: Operator, right: Expr) -> Expr {
    Rc::new(Clause::Binary {
        left,
        operator,
        right,
        escape: None,
    })
}

/// The opposite of a condition.
pub fn negate(expression: &Expr) -> Expr {
    match &**expression {
        Clause::Binary {
            left,
            operator,
            right,
            escape,
        } => match operator.negated() {
            Some(operator) => Rc::new(Clause::Binary {
                left: left.clone(),
                operator,
                right: right.clone(),
                escape: escape.clone(),
            }),
            None => not(expression),
        },
        Clause::Unary {
            operator: Operator::Not,
            operand,
        } => operand.clone(),
        Clause::True => Rc::new(Clause::False),
        Clause::False => Rc::new(Clause::True),
        _ => not(expression),
    }
}

fn not(expression: &Expr) -> Expr {
    Rc::new(Clause::Unary {
        operator: Operator::Not,
        operand: expression.clone(),
    })
}
