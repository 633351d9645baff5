//! Addresses in finished HTML.

use std::borrow::Cow;

/// HTML with the values of the attributes in its tags changed by `change(attribute, value)`; `None` leaves one as it
/// is. Text is not looked at.
pub fn rewrite<'h>(
    html: &'h str,
    mut change: impl FnMut(&str, &str) -> Option<String>,
) -> Cow<'h, str> {
    let mut out = String::new();
    let mut done = 0;
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|n| at + n) {
        if html[start..].starts_with("<!--") {
            at = html[start..]
                .find("-->")
                .map_or(html.len(), |n| start + n + 3);
            continue;
        }
        at = start + 1;
        loop {
            let rest = &html[at..];
            let Some(next) = rest.find(['=', '>']) else {
                at = html.len();
                break;
            };
            if rest.as_bytes()[next] == b'>' {
                at += next + 1;
                break;
            }
            let name = rest[..next].trim_end();
            let name = &name[name.rfind(char::is_whitespace).map_or(0, |n| n + 1)..];
            let value = at + next + 1;
            let Some(quote @ (b'"' | b'\'')) = html.as_bytes().get(value).copied() else {
                at = value;
                continue;
            };
            let end = html[value + 1..]
                .find(quote as char)
                .map_or(html.len(), |n| value + 1 + n);
            let written = html.get(value + 1..end).unwrap_or_default();
            if let Some(new) = change(name, written) {
                out.push_str(&html[done..value + 1]);
                out.push_str(&new);
                done = end;
            }
            at = (end + 1).min(html.len());
        }
    }
    match done {
        0 => Cow::Borrowed(html),
        _ => Cow::Owned(out + &html[done..]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_attributes_of_tags() {
        let html = "id=\"a\" <p class=x id=\"a\"  title='x > y' hidden>href=\"#a\"</p><!-- <p id=\"a\"> --><a\nhref='#a'>";
        let changed = rewrite(html, |name, value| {
            (name == "id" || name == "href").then(|| format!("{value}!"))
        });
        assert_eq!(
            changed,
            "id=\"a\" <p class=x id=\"a!\"  title='x > y' hidden>href=\"#a\"</p><!-- <p id=\"a\"> --><a\nhref='#a!'>"
        );
        for odd in [
            "<",
            "<a href=",
            "<a href=\"x",
            "<!-- x",
            "a < b = c",
            "<a =\"\">",
        ] {
            assert_eq!(rewrite(odd, |_, _| None), odd);
        }
    }
}
