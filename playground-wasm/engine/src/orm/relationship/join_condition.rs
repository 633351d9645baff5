//! The join condition of a relationship: which columns are foreign, which are remote, and what follows.

use std::rc::Rc;

use python::vm::{Result, Vm};

use super::arguments::Evaluated;
use super::{ColumnPair, Direction, Join, Relationship};
use crate::exc;
use crate::handle::Handle;
use crate::orm::mapper::Mapper;
use crate::schema::column::Column;
use crate::schema::foreign_key;
use crate::schema::table::Table;
use crate::sql::clause::{Annotations, Clause, Expr};
use crate::sql::compiler::compile;
use crate::sql::join::{self, Found};
use crate::sql::operator::Operator;
use crate::sql::traverse::{and, binary, replace, walk};

/// A join condition on its way.
pub struct JoinCondition {
    primaryjoin: Expr,
    secondaryjoin: Option<Expr>,
    secondary: Option<Handle<Table>>,
    /// The direction that it means.
    pub direction: Direction,
    local_remote_pairs: Vec<ColumnPair>,
    synchronize_pairs: Vec<ColumnPair>,
    secondary_synchronize_pairs: Vec<ColumnPair>,
    user_foreign: bool,
    user_remote: bool,
    parent_columns: Vec<Handle<Column>>,
}

/// The conditions as a reverse relationship takes them over.
pub struct Marked {
    /// The first condition without sides.
    pub primary_plain: Expr,
    /// The second condition without sides.
    pub secondary_plain: Option<Expr>,
    /// The first condition with its sides exchanged.
    pub primary_reversed: Expr,
}

/// What is known of the two sides.
struct Sides {
    name: String,
    parent: Handle<Mapper>,
    child: Handle<Mapper>,
    parent_columns: Vec<Handle<Column>>,
    child_columns: Vec<Handle<Column>>,
}

impl JoinCondition {
    /// Works out the condition of a relationship.
    pub fn determine(
        vm: &mut Vm,
        relationship: &Handle<Relationship>,
        given: &Evaluated,
    ) -> Result<JoinCondition> {
        let (parent, child) = (relationship.parent(), relationship.mapper());
        let sides = Sides {
            name: relationship.describe(),
            parent_columns: parent.columns(),
            child_columns: child.columns(),
            parent,
            child,
        };
        let (primaryjoin, secondaryjoin) = sides.joins(vm, given)?;
        let user_foreign = has(&primaryjoin, |annotations| annotations.foreign);
        let user_remote = has(&primaryjoin, |annotations| annotations.remote);
        let mut condition = JoinCondition {
            primaryjoin,
            secondaryjoin,
            secondary: given.secondary.clone(),
            direction: Direction::ManyToMany,
            local_remote_pairs: Vec::new(),
            synchronize_pairs: Vec::new(),
            secondary_synchronize_pairs: Vec::new(),
            user_foreign,
            user_remote,
            parent_columns: sides.parent_columns.clone(),
        };
        if !user_foreign {
            condition.mark_foreign(vm, &given.foreign_keys);
        }
        if !user_remote {
            condition.mark_remote(vm, &sides, &given.remote_side)?;
        }
        condition.pair(&sides);
        condition.check_foreign(vm, relationship, true)?;
        if condition.secondaryjoin.is_some() {
            condition.check_foreign(vm, relationship, false)?;
        }
        condition.direct(vm, &sides)?;
        condition.check_remote(vm, &sides)?;
        Ok(condition)
    }

    /// Marks the columns that refer to others.
    fn mark_foreign(&mut self, vm: &mut Vm, given: &[Handle<Column>]) {
        let secondary = self.secondary.clone();
        let mut mark = |join: &Expr| {
            if !given.is_empty() {
                return annotate(join, |column, _| given.contains(column), set_foreign);
            }
            each_binary(join, &mut |left, right| {
                let (Clause::Column(a, marks_a), Clause::Column(b, marks_b)) = (&**left, &**right)
                else {
                    return None;
                };
                if marks_a.foreign || marks_b.foreign {
                    return None;
                }
                let in_secondary = |column: &Handle<Column>| {
                    secondary.as_ref().is_some_and(|table| {
                        column
                            .table
                            .borrow()
                            .as_ref()
                            .is_some_and(|of| of.is(table))
                    })
                };
                let left_is = references(vm, a, b)
                    || (!references(vm, b, a) && in_secondary(a) && !in_secondary(b));
                let right_is =
                    !left_is && (references(vm, b, a) || (in_secondary(b) && !in_secondary(a)));
                Some((
                    mark_if(left, left_is, set_foreign),
                    mark_if(right, right_is, set_foreign),
                ))
            })
        };
        self.primaryjoin = mark(&self.primaryjoin);
        if let Some(join) = &self.secondaryjoin {
            self.secondaryjoin = Some(mark(join));
        }
    }

    /// Marks the columns of the other side.
    fn mark_remote(
        &mut self,
        vm: &mut Vm,
        sides: &Sides,
        remote_side: &[Handle<Column>],
    ) -> Result<()> {
        if let Some(secondary) = self.secondary.clone() {
            let of_secondary = |column: &Handle<Column>, _: &Annotations| {
                column
                    .table
                    .borrow()
                    .as_ref()
                    .is_some_and(|table| table.is(&secondary))
            };
            self.primaryjoin = annotate(&self.primaryjoin, of_secondary, set_remote);
            self.secondaryjoin = self
                .secondaryjoin
                .as_ref()
                .map(|join| annotate(join, of_secondary, set_remote));
            return Ok(());
        }
        if !remote_side.is_empty() {
            self.primaryjoin = if sides.refers_to_parent(&self.primaryjoin) {
                self.self_referential(|column, _| remote_side.contains(column))
            } else {
                annotate(
                    &self.primaryjoin,
                    |column, _| remote_side.contains(column),
                    set_remote,
                )
            };
            return Ok(());
        }
        if sides.refers_to_parent(&self.primaryjoin) {
            let simple = only_columns(&self.primaryjoin);
            self.primaryjoin = self.self_referential(|_, annotations| annotations.foreign);
            return if simple {
                Ok(())
            } else {
                sides.warn_of_elements(vm)
            };
        }
        if sides.overlap() {
            self.primaryjoin = each_binary(&self.primaryjoin, &mut |left, right| {
                let (Clause::Column(a, _), Clause::Column(b, _)) = (&**left, &**right) else {
                    return None;
                };
                let right_is = sides.child_columns.contains(b) && sides.parent_columns.contains(a);
                let left_is = sides.child_columns.contains(a) && sides.parent_columns.contains(b);
                Some((
                    mark_if(left, left_is, set_remote),
                    mark_if(right, right_is, set_remote),
                ))
            });
            return Ok(());
        }
        let (parent_local, child_local) = (&sides.parent.local_table, &sides.child.local_table);
        let of = |column: &Handle<Column>, table: &Handle<Table>| {
            column
                .table
                .borrow()
                .as_ref()
                .is_some_and(|other| other.is(table))
        };
        self.primaryjoin = annotate(
            &self.primaryjoin,
            |column, _| {
                sides.child_columns.contains(column)
                    && (!of(column, parent_local) || of(column, child_local))
            },
            set_remote,
        );
        Ok(())
    }

    /// Both columns are of the same table: those that `is_remote` says.
    fn self_referential(&self, is_remote: impl Fn(&Handle<Column>, &Annotations) -> bool) -> Expr {
        each_binary(&self.primaryjoin, &mut |left, right| {
            let (Clause::Column(a, marks_a), Clause::Column(b, marks_b)) = (&**left, &**right)
            else {
                return None;
            };
            let left_is = is_remote(a, marks_a);
            let right_is = is_remote(b, marks_b) && !a.is(b);
            Some((
                mark_if(left, left_is, set_remote),
                mark_if(right, right_is, set_remote),
            ))
        })
    }

    /// Collects the pairs of columns that correspond to each other.
    fn pair(&mut self, sides: &Sides) {
        let secondary = self.secondary.clone();
        let is_mapped = |column: &Handle<Column>| {
            let table = column.table.borrow().clone();
            let of_secondary = match (&table, &secondary) {
                (Some(table), Some(secondary)) => table.is(secondary),
                _ => false,
            };
            of_secondary
                || sides.parent_columns.contains(column)
                || sides.child_columns.contains(column)
        };
        let mut local_remote: Vec<ColumnPair> = Vec::new();
        let mut collect = |join: &Expr| {
            let mut synchronized: Vec<ColumnPair> = Vec::new();
            each_product(
                join,
                &mut |operator, (left, left_marks), (right, right_marks)| {
                    let pair = if right_marks.remote && !left_marks.remote && is_mapped(left) {
                        Some((left.clone(), right.clone()))
                    } else if left_marks.remote && !right_marks.remote && is_mapped(right) {
                        Some((right.clone(), left.clone()))
                    } else {
                        None
                    };
                    if let Some(pair) = pair
                        && !local_remote.contains(&pair)
                    {
                        local_remote.push(pair);
                    }
                    if operator == Operator::Eq && is_mapped(left) && is_mapped(right) {
                        if right_marks.foreign {
                            synchronized.push((left.clone(), right.clone()));
                        } else if left_marks.foreign {
                            synchronized.push((right.clone(), left.clone()));
                        }
                    }
                },
            );
            synchronized
        };
        self.synchronize_pairs = collect(&self.primaryjoin);
        if let Some(join) = &self.secondaryjoin {
            self.secondary_synchronize_pairs = collect(join);
        }
        self.local_remote_pairs = local_remote;
    }

    fn check_foreign(
        &self,
        vm: &mut Vm,
        relationship: &Handle<Relationship>,
        primary: bool,
    ) -> Result<()> {
        let (kind, join, pairs) = match (primary, &self.secondaryjoin) {
            (false, Some(join)) => ("secondary", join, &self.secondary_synchronize_pairs),
            _ => ("primary", &self.primaryjoin, &self.synchronize_pairs),
        };
        let supports_sync = !relationship.viewonly.get();
        let has_foreign = has(join, |annotations| annotations.foreign);
        if (supports_sync && !pairs.is_empty()) || (!supports_sync && has_foreign) {
            return Ok(());
        }
        let (shown, name) = (compile(vm, join)?, relationship.describe());
        let hint = "  Ensure that referencing columns are associated with a ForeignKey or ForeignKeyConstraint, or \
                    are annotated in the join condition with the foreign() annotation.";
        let text = if supports_sync && has_foreign {
            format!(
                "Could not locate any simple equality expressions involving locally mapped foreign key columns for \
                 {kind} join condition '{shown}' on relationship {name}.{hint} To allow comparison operators other \
                 than '==', the relationship can be marked as viewonly=True."
            )
        } else {
            format!(
                "Could not locate any relevant foreign key columns for {kind} join condition '{shown}' on \
                 relationship {name}.{hint}"
            )
        };
        Err(exc::ARGUMENT_ERROR.error(vm, text))
    }

    /// Where the foreign keys are tells the direction.
    fn direct(&mut self, vm: &mut Vm, sides: &Sides) -> Result<()> {
        if self.secondaryjoin.is_some() {
            self.direction = Direction::ManyToMany;
            return Ok(());
        }
        let foreign = marked(&self.primaryjoin, |annotations| annotations.foreign);
        let one_to_many = foreign
            .iter()
            .any(|column| sides.child_columns.contains(column));
        let many_to_one = foreign
            .iter()
            .any(|column| sides.parent_columns.contains(column));
        self.direction = match (one_to_many, many_to_one) {
            (true, true) => {
                let mut remote = marked(&self.primaryjoin, |marks| marks.foreign && marks.remote);
                let mut local = marked(&self.primaryjoin, |marks| marks.foreign && !marks.remote);
                if !remote.is_empty() && !local.is_empty() {
                    let (remotes, locals) = (self.remote_columns(), self.local_columns());
                    let equated = |column: &Handle<Column>| {
                        remotes.contains(column) && locals.contains(column)
                    };
                    remote.retain(|column| !equated(column));
                    local.retain(|column| !equated(column));
                }
                match (remote.is_empty(), local.is_empty()) {
                    (false, true) => Direction::OneToMany,
                    (true, false) => Direction::ManyToOne,
                    _ => {
                        let text = format!(
                            "Can't determine relationship direction for relationship '{}' - foreign key columns \
                             within the join condition are present in both the parent and the child's mapped \
                             tables.  Ensure that only those columns referring to a parent column are marked as \
                             foreign, either via the foreign() annotation or via the foreign_keys argument.",
                            sides.name
                        );
                        return Err(exc::ARGUMENT_ERROR.error(vm, text));
                    }
                }
            }
            (true, false) => Direction::OneToMany,
            (false, true) => Direction::ManyToOne,
            (false, false) => {
                let text = format!(
                    "Can't determine relationship direction for relationship '{}' - foreign key columns are present \
                     in neither the parent nor the child's mapped tables",
                    sides.name
                );
                return Err(exc::ARGUMENT_ERROR.error(vm, text));
            }
        };
        Ok(())
    }

    fn check_remote(&self, vm: &mut Vm, sides: &Sides) -> Result<()> {
        if self.local_remote_pairs.is_empty() {
            let text = format!(
                "Relationship {} could not determine any unambiguous local/remote column pairs based on join \
                 condition and remote_side arguments.  Consider using the remote() annotation to accurately mark \
                 those elements of the join condition that are on the remote side of the relationship.",
                sides.name
            );
            return Err(exc::ARGUMENT_ERROR.error(vm, text));
        }
        for (_, remote) in &self.local_remote_pairs {
            if sides.parent_columns.contains(remote) && !sides.child_columns.contains(remote) {
                let text = format!(
                    "Expression {} is marked as 'remote', but these column(s) are local to the local side.  The \
                     remote() annotation is needed only for a self-referential relationship where both sides of the \
                     relationship refer to the same tables.",
                    remote.describe()
                );
                exc::warn(vm, text)?;
            }
        }
        Ok(())
    }

    fn remote_columns(&self) -> Vec<Handle<Column>> {
        self.gather(|_, annotations| annotations.remote)
    }

    fn local_columns(&self) -> Vec<Handle<Column>> {
        let mut found = Vec::new();
        gather(&self.primaryjoin, &mut found, |column, annotations| {
            !annotations.remote && self.parent_columns.contains(column)
        });
        found
    }

    fn gather(
        &self,
        chosen: impl Fn(&Handle<Column>, &Annotations) -> bool,
    ) -> Vec<Handle<Column>> {
        let mut found = Vec::new();
        gather(&self.primaryjoin, &mut found, &chosen);
        if let Some(join) = &self.secondaryjoin {
            gather(join, &mut found, &chosen);
        }
        found
    }

    /// Whether the join is to the whole primary key of the target, and nothing else.
    pub fn uses_primary_key(&self, relationship: &Relationship) -> bool {
        if self.direction != Direction::ManyToOne {
            return false;
        }
        let key = relationship.mapper().primary_key.borrow().clone();
        let mut equalities = 0;
        let mut others = false;
        walk(&self.primaryjoin, &mut |node| match &**node {
            Clause::Binary {
                operator: Operator::Eq,
                ..
            } => equalities += 1,
            Clause::Column(..)
            | Clause::List {
                operator: Operator::And,
                ..
            } => {}
            _ => others = true,
        });
        !others
            && equalities == key.len()
            && self.local_remote_pairs.len() == key.len()
            && self
                .local_remote_pairs
                .iter()
                .all(|(_, remote)| key.contains(remote))
    }

    /// The conditions for a reverse relationship.
    pub fn marked(&self) -> Marked {
        let without_sides =
            |join: &Expr| annotate(join, |_, _| true, |annotations| annotations.remote = false);
        let primary_reversed = if self.user_remote {
            let parents = &self.parent_columns;
            replace(&self.primaryjoin, &mut |node| match &**node {
                Clause::Column(column, annotations) => {
                    let remote = !annotations.remote && parents.contains(column);
                    Some(Rc::new(Clause::Column(
                        column.clone(),
                        Annotations {
                            remote,
                            ..annotations.clone()
                        },
                    )))
                }
                _ => None,
            })
        } else if self.user_foreign {
            without_sides(&self.primaryjoin)
        } else {
            annotate(
                &self.primaryjoin,
                |_, _| true,
                |annotations| *annotations = Annotations::default(),
            )
        };
        Marked {
            primary_plain: without_sides(&self.primaryjoin),
            secondary_plain: self.secondaryjoin.as_ref().map(without_sides),
            primary_reversed,
        }
    }

    /// What the relationship keeps.
    pub fn into_join(self) -> Join {
        let remote_columns = self.remote_columns();
        let local_columns = self.local_columns();
        let foreign_key_columns = self.gather(|_, annotations| annotations.foreign);
        Join {
            primaryjoin: self.primaryjoin,
            secondaryjoin: self.secondaryjoin,
            secondary: self.secondary,
            local_remote_pairs: self.local_remote_pairs,
            synchronize_pairs: self.synchronize_pairs,
            secondary_synchronize_pairs: self.secondary_synchronize_pairs,
            remote_columns,
            local_columns,
            foreign_key_columns,
        }
    }
}

impl Sides {
    /// The conditions as they were given, or as the foreign keys between the tables say.
    fn joins(&self, vm: &mut Vm, given: &Evaluated) -> Result<(Expr, Option<Expr>)> {
        let only = &given.foreign_keys;
        let Some(secondary) = &given.secondary else {
            if given.secondaryjoin.is_some() {
                let text = format!(
                    "Property {} specified with secondary join condition but no secondary argument",
                    self.name
                );
                return Err(exc::ARGUMENT_ERROR.error(vm, text));
            }
            let primary = match &given.primaryjoin {
                Some(join) => join.clone(),
                None => self.find(vm, &self.parent, &self.child.tables, only, None)?,
            };
            return Ok((primary, None));
        };
        let tables = [secondary.clone()];
        let second = match &given.secondaryjoin {
            Some(join) => join.clone(),
            None => self.find(vm, &self.child, &tables, only, Some(secondary))?,
        };
        let first = match &given.primaryjoin {
            Some(join) => join.clone(),
            None => self.find(vm, &self.parent, &tables, only, Some(secondary))?,
        };
        Ok((first, Some(second)))
    }

    fn find(
        &self,
        vm: &mut Vm,
        mapper: &Handle<Mapper>,
        others: &[Handle<Table>],
        only: &[Handle<Column>],
        secondary: Option<&Handle<Table>>,
    ) -> Result<Expr> {
        let local = [mapper.local_table.clone()];
        let mut found = join::pairs(vm, &local, others, only)?;
        if matches!(found, Found::None) && mapper.tables.len() > 1 {
            found = join::pairs(vm, &mapper.tables, others, only)?;
        }
        match found {
            Found::Pairs(pairs) => {
                let conditions = pairs.iter().map(|(left, right)| {
                    binary(Clause::column(left), Operator::Eq, Clause::column(right))
                });
                Ok(conditions.reduce(and).expect("there is at least one pair"))
            }
            Found::None => Err(self.no_foreign_keys(vm, secondary)),
            Found::Ambiguous => Err(self.ambiguous(vm, secondary)),
        }
    }

    fn no_foreign_keys(
        &self,
        vm: &mut Vm,
        secondary: Option<&Handle<Table>>,
    ) -> python::vm::Raised {
        let (via, advice) = match secondary {
            Some(table) => (
                format!(" via secondary table '{}'", table.full_name()),
                "specify 'primaryjoin' and 'secondaryjoin' expressions.",
            ),
            None => (String::new(), "specify a 'primaryjoin' expression."),
        };
        let text = format!(
            "Could not determine join condition between parent/child tables on relationship {} - there are no foreign \
             keys linking these tables{via}.  Ensure that referencing columns are associated with a ForeignKey or \
             ForeignKeyConstraint, or {advice}",
            self.name
        );
        exc::NO_FOREIGN_KEYS_ERROR.error(vm, text)
    }

    fn ambiguous(&self, vm: &mut Vm, secondary: Option<&Handle<Table>>) -> python::vm::Raised {
        let (via, advice) = match secondary {
            Some(table) => (
                format!(" via secondary table '{}'", table.full_name()),
                "from the secondary table to each of the parent and child tables.",
            ),
            None => (String::new(), "to the parent table."),
        };
        let text = format!(
            "Could not determine join condition between parent/child tables on relationship {} - there are multiple \
             foreign key paths linking the tables{via}.  Specify the 'foreign_keys' argument, providing a list of \
             those columns which should be counted as containing a foreign key reference {advice}",
            self.name
        );
        exc::AMBIGUOUS_FOREIGN_KEYS_ERROR.error(vm, text)
    }

    /// Whether the condition compares columns that are on both sides.
    fn refers_to_parent(&self, join: &Expr) -> bool {
        let mut found = false;
        let on_both = |column: &Handle<Column>| {
            let table = column.table.borrow().clone();
            table.is_some_and(|table| {
                self.parent.tables.contains(&table) && self.child.tables.contains(&table)
            })
        };
        walk(join, &mut |node| {
            if let Clause::Binary { left, right, .. } = &**node
                && let (Some(left), Some(right)) = (left.as_column(), right.as_column())
                && on_both(left)
                && on_both(right)
            {
                found = true;
            }
        });
        found
    }

    /// Whether the two sides have tables in common.
    fn overlap(&self) -> bool {
        self.parent
            .tables
            .iter()
            .any(|table| self.child.tables.contains(table))
    }

    fn warn_of_elements(&self, vm: &mut Vm) -> Result<()> {
        let text = format!(
            "Non-simple column elements in primary join condition for property {} - consider using remote() \
             annotations to mark the remote side.",
            self.name
        );
        exc::warn(vm, text)
    }
}

fn set_foreign(annotations: &mut Annotations) {
    annotations.foreign = true;
}

fn set_remote(annotations: &mut Annotations) {
    annotations.remote = true;
}

/// Whether a foreign key of `a` refers to `b`.
fn references(vm: &mut Vm, a: &Handle<Column>, b: &Handle<Column>) -> bool {
    let keys = a.foreign_keys.borrow().clone();
    keys.iter()
        .any(|key| foreign_key::resolve(vm, key).is_ok_and(|target| target.is(b)))
}

/// Marks the columns for which `chosen` holds.
fn annotate(
    join: &Expr,
    chosen: impl Fn(&Handle<Column>, &Annotations) -> bool,
    mark: fn(&mut Annotations),
) -> Expr {
    replace(join, &mut |node| match &**node {
        Clause::Column(column, annotations) if chosen(column, annotations) => {
            let mut annotations = annotations.clone();
            mark(&mut annotations);
            Some(Rc::new(Clause::Column(column.clone(), annotations)))
        }
        _ => None,
    })
}

fn mark_if(expression: &Expr, chosen: bool, mark: fn(&mut Annotations)) -> Expr {
    if chosen {
        annotate(expression, |_, _| true, mark)
    } else {
        expression.clone()
    }
}

/// Changes the operands of a comparison, or leaves them.
type Change<'a> = dyn FnMut(&Expr, &Expr) -> Option<(Expr, Expr)> + 'a;

/// A copy in which comparisons have been given other operands.
fn each_binary(join: &Expr, change: &mut Change) -> Expr {
    replace(join, &mut |node| match &**node {
        Clause::Binary {
            left,
            operator,
            right,
            escape,
        } => {
            let (left, right) = change(left, right)?;
            Some(Rc::new(Clause::Binary {
                left,
                operator: *operator,
                right,
                escape: escape.clone(),
            }))
        }
        _ => None,
    })
}

/// A column with what is noted on it.
type Noted<'a> = (&'a Handle<Column>, &'a Annotations);

/// Calls `visit` with each pair of columns on two sides of a comparison.
fn each_product(join: &Expr, visit: &mut dyn FnMut(Operator, Noted, Noted)) {
    let mut nodes = Vec::new();
    walk(join, &mut |node| {
        if let Clause::Binary {
            left,
            operator,
            right,
            ..
        } = &**node
            && operator.is_boolean()
        {
            nodes.push((left.clone(), *operator, right.clone()));
        }
    });
    for (left, operator, right) in nodes {
        for a in noted(&left) {
            for b in noted(&right) {
                visit(operator, (&a.0, &a.1), (&b.0, &b.1));
            }
        }
    }
}

fn noted(expression: &Expr) -> Vec<(Handle<Column>, Annotations)> {
    let mut found = Vec::new();
    walk(expression, &mut |node| {
        if let Clause::Column(column, annotations) = &**node {
            found.push((column.clone(), annotations.clone()));
        }
    });
    found
}

fn has(join: &Expr, holds: impl Fn(&Annotations) -> bool) -> bool {
    noted(join)
        .iter()
        .any(|(_, annotations)| holds(annotations))
}

fn marked(join: &Expr, chosen: impl Fn(&Annotations) -> bool) -> Vec<Handle<Column>> {
    let mut found = Vec::new();
    gather(join, &mut found, |_, annotations| chosen(annotations));
    found
}

fn gather(
    join: &Expr,
    found: &mut Vec<Handle<Column>>,
    chosen: impl Fn(&Handle<Column>, &Annotations) -> bool,
) {
    for (column, annotations) in noted(join) {
        if chosen(&column, &annotations) && !found.contains(&column) {
            found.push(column);
        }
    }
}

/// Whether every comparison is between plain columns.
fn only_columns(join: &Expr) -> bool {
    let mut simple = true;
    walk(join, &mut |node| {
        if let Clause::Binary { left, right, .. } = &**node
            && (left.as_column().is_none() || right.as_column().is_none())
        {
            simple = false;
        }
    });
    simple
}
