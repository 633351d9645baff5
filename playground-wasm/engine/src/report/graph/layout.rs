//! Where the boxes stand: in columns, so that references run from left to right.
//!
//! An object that refers to others through a collection stands left of them; what is left to choose follows
//! the order of discovery. A layered drawing of at most a few dozen boxes needs no library.

use super::{Arrangement, Graph, Node};

/// Width of a character of the monospaced text, in the picture's units.
pub const CHARACTER: f32 = 7.8;
/// Height of a row of a box.
pub const ROW: f32 = 20.0;
/// Height of a box's title.
pub const TITLE: f32 = 26.0;
const PADDING: f32 = 12.0;
const GAP_X: f32 = 104.0;
const GAP_Y: f32 = 28.0;
const MARGIN: f32 = 16.0;
const LEAST_WIDTH: f32 = 120.0;

/// The place of a box.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
}

/// The places of all boxes, and the size of the picture.
pub struct Layout {
    /// By object.
    pub places: Vec<Place>,
    /// Width of the picture.
    pub width: f32,
    /// Height of the picture.
    pub height: f32,
}

/// The rows of a box, as text: columns first.
pub fn rows(node: &Node) -> Vec<String> {
    let columns = node
        .columns
        .iter()
        .map(|(name, value)| format!("{name} = {value}"));
    let relationships = node
        .relationships
        .iter()
        .map(|slot| match (slot.collection, slot.count) {
            (true, 0) => format!("{} = []", slot.name),
            (true, count) => format!("{} [{count}]", slot.name),
            (false, 0) => format!("{} = None", slot.name),
            (false, _) => slot.name.clone(),
        });
    columns.chain(relationships).collect()
}

/// The title of a box.
pub fn title(node: &Node) -> String {
    if node.names.is_empty() {
        node.label.clone()
    } else {
        format!("{}: {}", node.names.join(", "), node.class)
    }
}

/// Places every object.
pub fn layout(graph: &Graph, arrangement: Arrangement) -> Layout {
    let columns = match arrangement {
        Arrangement::Across => columns(graph),
        // One column, in the order that the columns would have.
        Arrangement::Down => vec![columns(graph).concat()],
    };
    let mut places = vec![
        Place {
            x: 0.0,
            y: 0.0,
            width: 0.0,
            height: 0.0
        };
        graph.objects.len()
    ];
    let (mut x, mut height) = (MARGIN, 0.0_f32);
    for members in &columns {
        let width = members
            .iter()
            .map(|index| box_width(&graph.objects[*index]))
            .fold(LEAST_WIDTH, f32::max);
        let mut y = MARGIN;
        for index in members {
            let box_height =
                TITLE + ROW * rows(&graph.objects[*index]).len() as f32 + PADDING / 2.0;
            places[*index] = Place {
                x,
                y,
                width,
                height: box_height,
            };
            y += box_height + GAP_Y;
        }
        height = height.max(y - GAP_Y);
        x += width + GAP_X;
    }
    centre(&columns, &mut places, height);
    Layout {
        places,
        width: x - GAP_X + MARGIN,
        height: height + MARGIN,
    }
}

fn box_width(node: &Node) -> f32 {
    let longest = rows(node)
        .iter()
        .chain([&title(node)])
        .map(|row| row.chars().count())
        .max()
        .unwrap_or(0);
    longest as f32 * CHARACTER + 2.0 * PADDING
}

/// Which objects stand in which column: each right of all that hold it in a collection and of all that it
/// refers to by a scalar. An edge that would close a cycle is left out of account.
fn columns(graph: &Graph) -> Vec<Vec<usize>> {
    let count = graph.objects.len();
    let mut rank = vec![0_usize; count];
    // An edge to the right: from a collection to its members; of a scalar the object referred to is left.
    let edges: Vec<(usize, usize)> = graph
        .references
        .iter()
        .filter(|reference| reference.from != reference.to)
        .map(|reference| {
            let slot = &graph.objects[reference.from].relationships[reference.slot];
            if slot.collection {
                (reference.from, reference.to)
            } else {
                (reference.to, reference.from)
            }
        })
        .collect();
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for edge in edges {
        if !kept.contains(&edge) && !reaches(&kept, edge.1, edge.0) {
            kept.push(edge);
        }
    }
    for _ in 0..count {
        for (from, to) in &kept {
            rank[*to] = rank[*to].max(rank[*from] + 1);
        }
    }
    let last = rank.iter().copied().max().unwrap_or(0);
    (0..=last)
        .map(|column| (0..count).filter(|index| rank[*index] == column).collect())
        .collect()
}

/// Whether one object can be reached from another along edges.
fn reaches(edges: &[(usize, usize)], from: usize, to: usize) -> bool {
    let mut seen = vec![from];
    let mut next = 0;
    while next < seen.len() {
        let current = seen[next];
        if current == to {
            return true;
        }
        for (_, target) in edges.iter().filter(|(source, _)| *source == current) {
            if !seen.contains(target) {
                seen.push(*target);
            }
        }
        next += 1;
    }
    false
}

/// Columns that are shorter than the highest stand in its middle.
fn centre(columns: &[Vec<usize>], places: &mut [Place], height: f32) {
    for members in columns {
        let Some(last) = members.last() else { continue };
        let shift = (height - (places[*last].y + places[*last].height)) / 2.0;
        for index in members {
            places[*index].y += shift;
        }
    }
}
