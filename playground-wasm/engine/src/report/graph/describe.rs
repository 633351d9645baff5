//! The graph in words, for those who do not see it.

use super::{Graph, Node, Reverse};

/// One sentence for each object, and one for each reference that only one side knows of.
pub fn describe(graph: &Graph) -> String {
    let mut sentences = Vec::new();
    for (index, node) in graph.objects.iter().enumerate() {
        let mut parts = Vec::new();
        for (slot, relationship) in node.relationships.iter().enumerate() {
            let held: Vec<&str> = graph
                .references
                .iter()
                .filter(|reference| reference.from == index && reference.slot == slot)
                .map(|reference| graph.objects[reference.to].label.as_str())
                .collect();
            let value = match (relationship.collection, held.as_slice()) {
                (true, []) => "is empty".to_owned(),
                (true, held) => format!("holds {}", held.join(", ")),
                (false, []) => "is None".to_owned(),
                (false, held) => format!("is {}", held.join(", ")),
            };
            parts.push(format!("{} {value}", relationship.name));
        }
        let what = kind(node);
        sentences.push(if parts.is_empty() {
            format!("{} is {what}.", node.label)
        } else {
            format!("{} is {what}: its {}.", node.label, parts.join("; its "))
        });
    }
    for reference in &graph.references {
        let (from, to) = (&graph.objects[reference.from], &graph.objects[reference.to]);
        let attribute = &from.relationships[reference.slot].name;
        match &reference.reverse {
            Reverse::Missing(reverse) => sentences.push(format!(
                "One-sided: {}.{attribute} refers to {}, but {}.{reverse} does not refer back.",
                from.label, to.label, to.label
            )),
            Reverse::Stale(reverse) => sentences.push(format!(
                "Contradictory: {}.{attribute} refers to {}, but {}.{reverse} refers to something else.",
                from.label, to.label, to.label
            )),
            _ => {}
        }
    }
    if graph.omitted > 0 {
        sentences.push(format!("{} more objects are not shown.", graph.omitted));
    }
    sentences.join(" ")
}

/// `a Parent`, `an Address`
fn kind(node: &Node) -> String {
    let article = if node.class.starts_with(['A', 'E', 'I', 'O', 'U']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {}", node.class)
}
