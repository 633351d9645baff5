//! The picture: SVG without style or script of its own. Colours come from the page by class; without them
//! everything is drawn in the colour of the text.

use std::collections::HashMap;

use super::layout::{Place, ROW, TITLE, layout, rows, title};
use super::{Arrangement, Graph, Reference, Reverse, describe};

/// Draws a graph; nothing for one without objects.
pub fn draw(graph: &Graph, arrangement: Arrangement) -> String {
    if graph.objects.is_empty() {
        return String::new();
    }
    let plan = layout(graph, arrangement);
    let mut svg = Svg::default();
    for (reference, mutual) in lines(graph) {
        let route = route(&mut svg, &plan.places, reference);
        line(&mut svg, graph, &plan.places, reference, mutual, &route);
    }
    for (node, place) in graph.objects.iter().zip(&plan.places) {
        boxed(&mut svg, &title(node), &rows(node), place);
    }
    let (width, height) = (svg.right.max(plan.width), svg.bottom.max(plan.height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" role=\"img\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" \
         height=\"{h}\"><title>Object graph</title><desc>{}</desc>{}</svg>",
        escape(&describe(graph)),
        svg.body,
        w = round(width),
        h = round(height),
    )
}

/// What has been drawn, and how far it reaches.
#[derive(Default)]
struct Svg {
    body: String,
    right: f32,
    bottom: f32,
    /// How many lines go around the side of a column.
    around: usize,
    /// How many labels stand above a box.
    labels: HashMap<usize, usize>,
}

/// How far the first line around a column reaches out, and each further one beyond it.
const AROUND: f32 = 46.0;
const AROUND_MORE: f32 = 20.0;

/// The references to draw: of two that are each other's reverse only the first, as a mutual one.
fn lines(graph: &Graph) -> Vec<(&Reference, bool)> {
    let mut drawn: Vec<(&Reference, bool)> = Vec::new();
    for reference in &graph.references {
        let answered = drawn.iter_mut().find(|(other, mutual)| {
            !mutual && other.from == reference.to && other.to == reference.from && {
                let attribute = &graph.objects[reference.from].relationships[reference.slot].name;
                matches!(&other.reverse, Reverse::Present(reverse) if reverse == attribute)
            }
        });
        match answered {
            Some((_, mutual)) => *mutual = true,
            None => drawn.push((reference, false)),
        }
    }
    drawn
}

/// A box with a title and a row for each attribute.
fn boxed(svg: &mut Svg, title: &str, rows: &[String], place: &Place) {
    let Place {
        x,
        y,
        width,
        height,
    } = *place;
    svg.body.push_str(&format!(
        "<g class=\"graph-object\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"6\" fill=\"none\" \
         stroke=\"currentColor\"/>",
        round(x),
        round(y),
        round(width),
        round(height)
    ));
    text(svg, "graph-title", x + 12.0, y + 18.0, title);
    let rule = y + TITLE;
    svg.body.push_str(&format!(
        "<line x1=\"{}\" y1=\"{rule}\" x2=\"{}\" y2=\"{rule}\" stroke=\"currentColor\"/>",
        round(x),
        round(x + width),
        rule = round(rule)
    ));
    for (index, row) in rows.iter().enumerate() {
        text(
            svg,
            "graph-row",
            x + 12.0,
            y + TITLE + ROW * (index as f32 + 0.75),
            row,
        );
    }
    svg.body.push_str("</g>");
}

/// The way of a line between two boxes, from side to side.
struct Route {
    x1: f32,
    x2: f32,
    /// Where both of the curve's control points are, so that it leaves and arrives level.
    bend: f32,
    /// Whether it goes around the right side of a column.
    around: bool,
}

fn route(svg: &mut Svg, places: &[Place], reference: &Reference) -> Route {
    let (source, target) = (&places[reference.from], &places[reference.to]);
    let (x1, x2) = if source.x < target.x {
        (source.x + source.width, target.x)
    } else if source.x > target.x {
        (source.x, target.x + target.width)
    } else {
        // The same column, or the same object. Each such line keeps further away than the one before.
        let right = source.x + source.width;
        let bend = right + AROUND + AROUND_MORE * svg.around as f32;
        svg.around += 1;
        return Route {
            x1: right,
            x2: right,
            bend,
            around: true,
        };
    };
    Route {
        x1,
        x2,
        bend: (x1 + x2) / 2.0,
        around: false,
    }
}

/// A reference, from the row of its attribute to the box that it refers to (of a mutual one, to the row there).
fn line(
    svg: &mut Svg,
    graph: &Graph,
    places: &[Place],
    reference: &Reference,
    mutual: bool,
    &Route {
        x1,
        x2,
        bend,
        around,
    }: &Route,
) {
    let from = &graph.objects[reference.from];
    let (source, target) = (&places[reference.from], &places[reference.to]);
    let y1 = row_middle(source, from.columns.len() + reference.slot);
    let y2 = match (&reference.reverse, mutual) {
        (Reverse::Present(attribute), true) => {
            let other = &graph.objects[reference.to];
            let slot = other
                .relationships
                .iter()
                .position(|slot| slot.name == *attribute)
                .unwrap_or(0);
            row_middle(target, other.columns.len() + slot)
        }
        _ => target.y + TITLE / 2.0,
    };
    let one_sided = reference.reverse.is_one_sided();
    let class = if one_sided {
        "graph-reference graph-one-sided"
    } else if mutual {
        "graph-reference graph-mutual"
    } else {
        "graph-reference"
    };
    let dashes = if one_sided {
        " stroke-dasharray=\"6 4\""
    } else {
        ""
    };
    svg.body.push_str(&format!(
        "<g class=\"{class}\"><path d=\"M{} {}C{bend} {} {bend} {} {} {}\" fill=\"none\" stroke=\"currentColor\" \
         stroke-width=\"1.5\"{dashes}/>",
        round(x1),
        round(y1),
        round(y1),
        round(y2),
        round(x2),
        round(y2),
        bend = round(bend),
    ));
    arrow(svg, x2, y2, if bend < x2 { 1.0 } else { -1.0 });
    if mutual {
        arrow(svg, x1, y1, if bend < x1 { 1.0 } else { -1.0 });
    }
    // A cubic curve comes three quarters of the way to its control points.
    let reach = if around { x1 + (bend - x1) * 0.75 } else { x1 };
    svg.right = svg.right.max(x1).max(x2).max(reach + 8.0);
    if let Some(label) = label(&reference.reverse) {
        if around {
            // In the gap above the box: beside the curve it would make the picture half as wide again.
            let nth = svg.labels.entry(reference.from).or_insert(0);
            let x = x1 - *nth as f32 * 14.0 * SMALL;
            *nth += 1;
            small(
                svg,
                "graph-label",
                x,
                source.y - 7.0,
                " text-anchor=\"end\"",
                label,
            );
        } else {
            // Above the curve, which is level where it leaves and arrives.
            centred(svg, "graph-label", bend, y1.min(y2) - 7.0, label);
        }
    }
    svg.body.push_str("</g>");
}

/// What is written at a reference that the other side does not answer.
fn label(reverse: &Reverse) -> Option<&'static str> {
    match reverse {
        Reverse::Missing(_) => Some("one-sided"),
        Reverse::Stale(_) => Some("contradicted"),
        _ => None,
    }
}

fn row_middle(place: &Place, row: usize) -> f32 {
    place.y + TITLE + ROW * (row as f32 + 0.5)
}

/// A head that points to `(x, y)`, to the right for a positive direction.
fn arrow(svg: &mut Svg, x: f32, y: f32, direction: f32) {
    let back = x - 9.0 * direction;
    svg.body.push_str(&format!(
        "<path d=\"M{} {}L{} {}L{} {}Z\" fill=\"currentColor\"/>",
        round(x),
        round(y),
        round(back),
        round(y - 4.5),
        round(back),
        round(y + 4.5)
    ));
}

fn text(svg: &mut Svg, class: &str, x: f32, y: f32, content: &str) {
    svg.body.push_str(&format!(
        "<text class=\"{class}\" x=\"{}\" y=\"{}\" fill=\"currentColor\" font-family=\"monospace\" \
         font-size=\"13\">{}</text>",
        round(x),
        round(y),
        escape(content)
    ));
    svg.bottom = svg.bottom.max(y + 6.0);
}

fn centred(svg: &mut Svg, class: &str, x: f32, y: f32, content: &str) {
    small(svg, class, x, y, " text-anchor=\"middle\"", content);
    svg.right = svg.right.max(x + content.len() as f32 * SMALL / 2.0 + 8.0);
}

/// Width of a character of a label.
const SMALL: f32 = 7.2;

fn small(svg: &mut Svg, class: &str, x: f32, y: f32, anchor: &str, content: &str) {
    svg.body.push_str(&format!(
        "<text class=\"{class}\" x=\"{}\" y=\"{}\"{anchor} fill=\"currentColor\" \
         font-family=\"monospace\" font-size=\"12\">{}</text>",
        round(x),
        round(y),
        escape(content)
    ));
}

/// One decimal at most: the same bytes on every machine, and few of them.
fn round(value: f32) -> f32 {
    (value * 10.0).round() / 10.0
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c if c.is_control() => escaped.push('\u{fffd}'),
            c => escaped.push(c),
        }
    }
    escaped
}
