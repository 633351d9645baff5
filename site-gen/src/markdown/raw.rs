//! HTML that stands in Markdown: its addresses of files mean what they mean in Markdown.

use std::ops::Range;

/// The attributes that hold one address.
const ATTRIBUTES: &[&str] = &[
    " src=\"",
    " href=\"",
    " poster=\"",
    " src='",
    " href='",
    " poster='",
];

/// The places of the values of attributes that hold an address.
pub fn addresses(html: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for attribute in ATTRIBUTES {
        let quote = &attribute[attribute.len() - 1..];
        for (at, _) in html.match_indices(attribute) {
            let start = at + attribute.len();
            if let Some(end) = html[start..].find(quote) {
                found.push(start..start + end);
            }
        }
    }
    found.sort_by_key(|range| range.start);
    found
}

/// HTML of the parser with the sizes of the pictures that have one.
pub fn with_sizes(html: String, size_of: impl Fn(&str) -> Option<(usize, usize)>) -> String {
    const IMAGE: &str = "<img src=\"";
    if !html.contains(IMAGE) {
        return html;
    }
    let mut parts = html.split(IMAGE);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(IMAGE);
        let (address, rest) = part.split_once('"').unwrap_or((part, ""));
        out.push_str(address);
        out.push('"');
        let tag = rest.split('>').next().unwrap_or_default();
        if let Some((width, height)) = size_of(address)
            && !tag.contains(" width=")
            && !tag.contains(" height=")
        {
            out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found() {
        let html = "<a href=\"x.md\"><img alt='' src='a b.png'></a>";
        let found: Vec<_> = addresses(html)
            .into_iter()
            .map(|range| &html[range])
            .collect();
        assert_eq!(found, ["x.md", "a b.png"]);
    }

    #[test]
    fn pictures_get_their_size() {
        let size = |address: &str| (address == "a.png").then_some((2, 3));
        let html = |text: &str| with_sizes(text.to_owned(), size);
        assert_eq!(
            html("<p><img src=\"a.png\" alt=\"\" /></p>"),
            "<p><img src=\"a.png\" width=\"2\" height=\"3\" alt=\"\" /></p>"
        );
        let own = "<img src=\"a.png\" width=\"9\">";
        assert_eq!(html(own), own);
        assert_eq!(html("<img src=\"b.png\">"), "<img src=\"b.png\">");
        assert_eq!(html("x"), "x");
    }
}
