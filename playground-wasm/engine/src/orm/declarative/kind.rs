//! What an attribute of a class is to the mapping.

use python::object::Value;

use super::declared_attr::DeclaredAttr;
use crate::handle::Handle;
use crate::orm::composite::Composite;
use crate::orm::mapped_column::MappedColumn;
use crate::orm::property::{ColumnProperty, MapperProperty, Synonym};
use crate::orm::relationship::Relationship;
use crate::schema::column::Column;

/// The kinds of attribute.
pub enum Kind {
    /// `Column(...)`
    Column(Handle<Column>),
    /// `mapped_column(...)`
    MappedColumn(Handle<MappedColumn>),
    /// `relationship(...)`, `column_property(...)`, `synonym(...)`
    Property(MapperProperty),
    /// `@declared_attr`
    DeclaredAttr,
    /// Anything else.
    Other,
}

impl Kind {
    /// The kind of a value.
    pub fn of(value: &Value) -> Kind {
        if let Some(column) = Handle::of(value) {
            Kind::MappedColumn(column)
        } else if let Some(column) = Handle::of(value) {
            Kind::Column(column)
        } else if let Some(property) = property(value) {
            Kind::Property(property)
        } else if value.host::<DeclaredAttr>().is_some() {
            Kind::DeclaredAttr
        } else {
            Kind::Other
        }
    }
}

/// The mapper property that a value is.
pub fn property(value: &Value) -> Option<MapperProperty> {
    if let Some(relationship) = Handle::<Relationship>::of(value) {
        Some(MapperProperty::Relationship(relationship))
    } else if let Some(column) = Handle::<ColumnProperty>::of(value) {
        Some(MapperProperty::Column(column))
    } else {
        Handle::<Synonym>::of(value).map(MapperProperty::Synonym)
    }
}

/// Whether its annotation must have a container.
pub fn is_mapped_attribute(value: &Value) -> bool {
    matches!(Kind::of(value), Kind::MappedColumn(_) | Kind::Property(_))
        || value.host::<Composite>().is_some()
}
