//! Text as HTML.

/// Escapes text for the content of an element.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len() + 16);
    escape_into(&mut html, text);
    html
}

/// Appends text, escaped for the content of an element.
pub fn escape_into(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>']) {
        html.push_str(&rest[..at]);
        html.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            _ => "&gt;",
        });
        rest = &rest[at + 1..];
    }
    html.push_str(rest);
}

/// Escapes text for an attribute between double quotes.
pub fn escape_attribute(text: &str) -> String {
    escape(text).replace('"', "&quot;")
}
