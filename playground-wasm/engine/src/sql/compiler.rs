//! Expressions as text, as `str()` shows them: the generic dialect with named parameters.

use std::collections::BTreeMap;

use python::object::Value;
use python::vm::{Result, Vm};

use super::clause::{Bind, Clause, Expr};
use super::operator::Operator;
use super::quoting::quoted;
use crate::schema::table::Table;
use crate::schema::types::{ColumnType, type_sql};

/// The text of an expression.
pub fn compile(vm: &mut Vm, expression: &Expr) -> Result<String> {
    let mut compiler = Compiler {
        vm,
        counts: BTreeMap::new(),
        out: String::new(),
    };
    compiler.visit(expression)?;
    Ok(compiler.out)
}

struct Compiler<'vm> {
    vm: &'vm mut Vm,
    /// How many parameters of a name there are so far.
    counts: BTreeMap<String, usize>,
    out: String,
}

impl Compiler<'_> {
    fn visit(&mut self, expression: &Clause) -> Result<()> {
        match expression {
            Clause::Column(column, _) => {
                if let Some(table) = &*column.table.borrow() {
                    let name = table_sql(table);
                    self.out.push_str(&format!("{name}."));
                }
                self.out.push_str(&quoted(&column.text()));
            }
            Clause::Bind(bind) => self.bind(bind),
            Clause::Binary {
                left,
                operator,
                right,
                escape,
            } => {
                self.binary(left, *operator, right)?;
                if let Some(escape) = escape {
                    self.out.push_str(&format!(" ESCAPE '{}'", &***escape));
                }
            }
            Clause::Custom {
                left,
                operator,
                right,
            } => {
                self.visit(left)?;
                self.out.push_str(&format!(" {} ", &***operator));
                self.visit(right)?;
            }
            Clause::Unary { operator, operand } => self.unary(*operator, operand)?,
            Clause::List { operator, clauses } => self.list(*operator, clauses)?,
            Clause::Function { name, arguments } => {
                self.out.push_str(name);
                self.out.push('(');
                self.separated(arguments)?;
                self.out.push(')');
            }
            Clause::Null => self.out.push_str("NULL"),
            Clause::True => self.out.push_str("true"),
            Clause::False => self.out.push_str("false"),
            Clause::Text(text) => self.out.push_str(text),
            Clause::Name(name) => self.out.push_str(&quoted(name)),
            Clause::Grouping(element) => self.grouped(element)?,
            Clause::Label { element, .. } => self.visit(element)?,
            Clause::Cast { element, type_ } => {
                self.out.push_str("CAST(");
                self.visit(element)?;
                let type_ = type_sql(self.vm, type_)?;
                self.out.push_str(&format!(" AS {type_})"));
            }
            Clause::Case {
                value,
                whens,
                otherwise,
            } => {
                self.out.push_str("CASE");
                if let Some(value) = value {
                    self.out.push(' ');
                    self.visit(value)?;
                }
                for (condition, result) in whens {
                    self.out.push_str(" WHEN ");
                    match **condition {
                        Clause::Binary { .. } => self.grouped(condition)?,
                        _ => self.visit(condition)?,
                    }
                    self.out.push_str(" THEN ");
                    self.visit(result)?;
                }
                if let Some(otherwise) = otherwise {
                    self.out.push_str(" ELSE ");
                    self.visit(otherwise)?;
                }
                self.out.push_str(" END");
            }
            Clause::Exists { from, condition } => {
                let tables: Vec<String> = from.iter().map(|table| table_sql(table)).collect();
                self.out.push_str(&format!(
                    "EXISTS (SELECT 1 \nFROM {} \nWHERE ",
                    tables.join(", ")
                ));
                self.visit(condition)?;
                self.out.push(')');
            }
        }
        Ok(())
    }

    fn grouped(&mut self, element: &Clause) -> Result<()> {
        self.out.push('(');
        self.visit(element)?;
        self.out.push(')');
        Ok(())
    }

    fn separated(&mut self, elements: &[Expr]) -> Result<()> {
        for (index, element) in elements.iter().enumerate() {
            if index > 0 {
                self.out.push_str(", ");
            }
            self.visit(element)?;
        }
        Ok(())
    }

    /// A parameter: `:id_1`.
    fn bind(&mut self, bind: &Bind) {
        let name = if bind.unique {
            let count = self.counts.entry(bind.key.to_string()).or_default();
            *count += 1;
            format!("{}_{count}", &**bind.key)
        } else {
            bind.key.to_string()
        };
        if bind.expanding {
            self.out.push_str(&format!("(__[POSTCOMPILE_{name}])"));
        } else {
            self.out.push_str(&format!(":{name}"));
        }
    }

    /// An operand, in parentheses where it binds less strongly than `against`.
    fn operand(&mut self, element: &Clause, against: Operator) -> Result<()> {
        if needs_parentheses(element, against) {
            self.grouped(element)
        } else {
            self.visit(element)
        }
    }

    fn binary(&mut self, left: &Clause, operator: Operator, right: &Clause) -> Result<()> {
        match operator {
            Operator::Ilike | Operator::NotIlike => {
                self.out.push_str("lower(");
                self.visit(left)?;
                self.out.push_str(&format!("){}lower(", operator.sql()));
                self.visit(right)?;
                self.out.push(')');
            }
            Operator::NotIn => {
                self.out.push('(');
                self.operand(left, operator)?;
                self.out.push_str(operator.sql());
                self.operand(right, operator)?;
                self.out.push(')');
            }
            Operator::Div if is_integer(left) && is_integer(right) => {
                self.operand(left, operator)?;
                self.out.push_str(" / CAST(");
                self.visit(right)?;
                self.out.push_str(" AS NUMERIC)");
            }
            _ => {
                self.operand(left, operator)?;
                self.out.push_str(operator.sql());
                self.operand(right, operator)?;
            }
        }
        Ok(())
    }

    fn unary(&mut self, operator: Operator, operand: &Clause) -> Result<()> {
        if operator.is_order() {
            self.operand(operand, operator)?;
            self.out.push_str(operator.sql());
        } else {
            self.out.push_str(operator.sql());
            match (operator, operand) {
                (Operator::Not, Clause::Exists { .. }) => self.grouped(operand)?,
                _ => self.operand(operand, operator)?,
            }
        }
        Ok(())
    }

    fn list(&mut self, operator: Operator, clauses: &[Expr]) -> Result<()> {
        if operator == Operator::Comma {
            self.out.push('(');
            self.separated(clauses)?;
            self.out.push(')');
            return Ok(());
        }
        for (index, clause) in clauses.iter().enumerate() {
            if index > 0 {
                self.out.push_str(operator.sql());
            }
            self.operand(clause, operator)?;
        }
        Ok(())
    }
}

/// A table as SQL names it.
fn table_sql(table: &Table) -> String {
    match &table.schema {
        Some(schema) => format!("{}.{}", quoted(schema), quoted(&table.name)),
        None => quoted(&table.name),
    }
}

/// The operator that holds an expression together.
fn operator_of(element: &Clause) -> Option<Operator> {
    match element {
        Clause::Binary { operator, .. } | Clause::List { operator, .. } => Some(*operator),
        Clause::Unary { operator, .. } => Some(*operator),
        _ => None,
    }
}

fn needs_parentheses(element: &Clause, against: Operator) -> bool {
    match operator_of(element) {
        None | Some(Operator::Comma) => false,
        Some(Operator::NotIn) => false,
        Some(operator) if operator.is_order() => false,
        Some(operator) if operator == against && operator.is_associative() => false,
        // `a BETWEEN b AND c`: the list between is its own.
        Some(Operator::And) if matches!(against, Operator::Between | Operator::NotBetween) => false,
        Some(Operator::Concat) if matches!(against, Operator::Like | Operator::NotLike) => false,
        Some(operator) => operator.precedence() <= against.precedence(),
    }
}

fn is_integer(element: &Clause) -> bool {
    let type_ = match element {
        Clause::Column(column, _) => column.type_.borrow().clone(),
        Clause::Bind(bind) => bind.type_.clone(),
        _ => Value::Unbound,
    };
    type_
        .host::<ColumnType>()
        .is_some_and(|data| matches!(data.info.sql, "INTEGER" | "BIGINT" | "SMALLINT"))
}
