//! Operators of SQL.

/// An operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `=`
    Eq,
    /// `!=`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
    /// `IS`
    Is,
    /// `IS NOT`
    IsNot,
    /// `IS DISTINCT FROM`
    IsDistinctFrom,
    /// `IS NOT DISTINCT FROM`
    IsNotDistinctFrom,
    /// `LIKE`
    Like,
    /// `NOT LIKE`
    NotLike,
    /// `lower(a) LIKE lower(b)`
    Ilike,
    /// `lower(a) NOT LIKE lower(b)`
    NotIlike,
    /// `IN`
    In,
    /// `NOT IN`
    NotIn,
    /// `BETWEEN`
    Between,
    /// `NOT BETWEEN`
    NotBetween,
    /// `+`
    Add,
    /// `-`
    Sub,
    /// `*`
    Mul,
    /// `/`
    Div,
    /// `//`
    FloorDiv,
    /// `%`
    Mod,
    /// `||`
    Concat,
    /// `AND`
    And,
    /// `OR`
    Or,
    /// `NOT`
    Not,
    /// `-` before an operand
    Neg,
    /// `,`
    Comma,
    /// `DESC`
    Desc,
    /// `ASC`
    Asc,
    /// `NULLS FIRST`
    NullsFirst,
    /// `NULLS LAST`
    NullsLast,
    /// `DISTINCT`
    Distinct,
}

impl Operator {
    /// How it is written between two operands (or before or behind one).
    pub fn sql(self) -> &'static str {
        match self {
            Operator::Eq => " = ",
            Operator::Ne => " != ",
            Operator::Lt => " < ",
            Operator::Le => " <= ",
            Operator::Gt => " > ",
            Operator::Ge => " >= ",
            Operator::Is => " IS ",
            Operator::IsNot => " IS NOT ",
            Operator::IsDistinctFrom => " IS DISTINCT FROM ",
            Operator::IsNotDistinctFrom => " IS NOT DISTINCT FROM ",
            Operator::Like | Operator::Ilike => " LIKE ",
            Operator::NotLike | Operator::NotIlike => " NOT LIKE ",
            Operator::In => " IN ",
            Operator::NotIn => " NOT IN ",
            Operator::Between => " BETWEEN ",
            Operator::NotBetween => " NOT BETWEEN ",
            Operator::Add => " + ",
            Operator::Sub => " - ",
            Operator::Mul => " * ",
            Operator::Div | Operator::FloorDiv => " / ",
            Operator::Mod => " % ",
            Operator::Concat => " || ",
            Operator::And => " AND ",
            Operator::Or => " OR ",
            Operator::Not => "NOT ",
            Operator::Neg => "-",
            Operator::Comma => ", ",
            Operator::Desc => " DESC",
            Operator::Asc => " ASC",
            Operator::NullsFirst => " NULLS FIRST",
            Operator::NullsLast => " NULLS LAST",
            Operator::Distinct => "DISTINCT ",
        }
    }

    /// How strongly it binds: an operand that binds less strongly is put into parentheses.
    pub fn precedence(self) -> u8 {
        match self {
            Operator::Neg => 8,
            Operator::Mul | Operator::Div | Operator::FloorDiv | Operator::Mod => 8,
            Operator::Add | Operator::Sub => 7,
            Operator::Concat => 6,
            Operator::Eq
            | Operator::Ne
            | Operator::Lt
            | Operator::Le
            | Operator::Gt
            | Operator::Ge
            | Operator::Is
            | Operator::IsNot
            | Operator::IsDistinctFrom
            | Operator::IsNotDistinctFrom
            | Operator::Like
            | Operator::NotLike
            | Operator::Ilike
            | Operator::NotIlike
            | Operator::In
            | Operator::NotIn
            | Operator::Between
            | Operator::NotBetween => 5,
            Operator::Distinct => 5,
            Operator::Not => 4,
            Operator::And => 3,
            Operator::Or => 2,
            Operator::Desc | Operator::Asc | Operator::NullsFirst | Operator::NullsLast => 3,
            Operator::Comma => 0,
        }
    }

    /// Whether its result has the type of its left operand.
    pub fn is_arithmetic(self) -> bool {
        matches!(
            self,
            Operator::Add
                | Operator::Sub
                | Operator::Mul
                | Operator::Div
                | Operator::FloorDiv
                | Operator::Mod
                | Operator::Concat
        )
    }

    /// Whether its result is true or false.
    pub fn is_boolean(self) -> bool {
        self.precedence() <= 5
            && !self.is_order()
            && !matches!(self, Operator::Comma | Operator::Distinct)
    }

    /// Whether it stands behind an expression of an ORDER BY.
    pub fn is_order(self) -> bool {
        matches!(
            self,
            Operator::Desc | Operator::Asc | Operator::NullsFirst | Operator::NullsLast
        )
    }

    /// Whether `a op b op c` needs no parentheses.
    pub fn is_associative(self) -> bool {
        matches!(
            self,
            Operator::And | Operator::Or | Operator::Add | Operator::Mul | Operator::Concat
        )
    }

    /// The operator of the opposite condition.
    pub fn negated(self) -> Option<Operator> {
        Some(match self {
            Operator::Eq => Operator::Ne,
            Operator::Ne => Operator::Eq,
            Operator::Lt => Operator::Ge,
            Operator::Ge => Operator::Lt,
            Operator::Gt => Operator::Le,
            Operator::Le => Operator::Gt,
            Operator::Is => Operator::IsNot,
            Operator::IsNot => Operator::Is,
            Operator::IsDistinctFrom => Operator::IsNotDistinctFrom,
            Operator::IsNotDistinctFrom => Operator::IsDistinctFrom,
            Operator::Like => Operator::NotLike,
            Operator::NotLike => Operator::Like,
            Operator::Ilike => Operator::NotIlike,
            Operator::NotIlike => Operator::Ilike,
            Operator::In => Operator::NotIn,
            Operator::NotIn => Operator::In,
            Operator::Between => Operator::NotBetween,
            Operator::NotBetween => Operator::Between,
            _ => return None,
        })
    }

    /// The operator that stands when the operands change sides.
    pub fn mirrored(self) -> Operator {
        match self {
            Operator::Lt => Operator::Gt,
            Operator::Gt => Operator::Lt,
            Operator::Le => Operator::Ge,
            Operator::Ge => Operator::Le,
            other => other,
        }
    }
}
