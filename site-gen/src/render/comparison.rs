//! What the template of a comparison sees.

use engine::{SourceKind, Stream};
use serde_json::{Value as Json, json};
use tera::Value;

use super::context::piece;
use crate::examples::{Compared, Comparison, Difference, Piece, Row, difference, distinguishing};
use crate::highlight;

/// `comparison`: its models, its program, and what that came to under each.
pub fn context(comparison: &Comparison, compared: &Compared) -> Value {
    let codes: Vec<&str> = comparison
        .models
        .iter()
        .map(|model| model.code.as_str())
        .collect();
    let own = distinguishing(&codes);
    let models = comparison.models.iter().zip(own).map(|(model, own)| {
        json!({
            "name": model.name,
            "own_html": highlight::python(&own, SourceKind::Script),
            "html": highlight::python(&model.code, SourceKind::Script),
        })
    });
    Value::from_serializable(&json!({
        "id": comparison.id,
        "title": comparison.title,
        "models": models.collect::<Vec<Json>>(),
        "code": comparison.code,
        "code_html": highlight::python(&comparison.code, SourceKind::Script),
        "lines": comparison.code.lines().count().max(1),
        "rows": compared.rows.iter().map(|row| self::row(comparison, row)).collect::<Vec<Json>>(),
        "graphs": graphs(comparison, compared),
    }))
}

fn row(comparison: &Comparison, row: &Row) -> Json {
    let difference = row.difference();
    let cells = row.cells.iter().zip(&comparison.models).enumerate();
    let cells = cells.map(|(nth, (chunks, model))| {
        json!({
            "name": model.name,
            "odd": difference == Difference::One(nth),
            "chunks": chunks.iter().map(in_cell).collect::<Vec<Json>>(),
        })
    });
    let line = row
        .line
        .checked_sub(1)
        .and_then(|line| comparison.code.lines().nth(line));
    json!({
        "code": line.map_or("the model itself", str::trim),
        "differs": difference != Difference::None,
        "words": words(comparison, difference),
        "cells": cells.collect::<Vec<Json>>(),
    })
}

/// A cell is narrow: of a warning it shows the category, and the text when that is pressed.
fn in_cell((stream, text): &Piece) -> Json {
    let parts = text.split_once(": ").filter(|_| *stream == Stream::Warning);
    match parts {
        Some((category, text)) => {
            json!({ "stream": stream.name(), "summary": category, "text": text })
        }
        None => piece(*stream, text),
    }
}

fn graphs(comparison: &Comparison, compared: &Compared) -> Json {
    let difference = difference(&compared.graphs);
    let cells = compared.graphs.iter().zip(&comparison.models).enumerate();
    let cells = cells.map(|(nth, (graph, model))| {
        json!({ "name": model.name, "odd": difference == Difference::One(nth), "graph": graph })
    });
    json!({
        "any": compared.graphs.iter().any(|graph| !graph.is_empty()),
        "differs": difference != Difference::None,
        "words": words(comparison, difference),
        "cells": cells.collect::<Vec<Json>>(),
    })
}

fn words(comparison: &Comparison, difference: Difference) -> String {
    match difference {
        Difference::None => "the same".into(),
        Difference::One(nth) => format!("{} differs", comparison.models[nth].name),
        Difference::Several if comparison.models.len() > 2 => "all differ".into(),
        Difference::Several => "they differ".into(),
    }
}
