//! From content paths to URLs and files.

/// The URL of a page below the base path, from its path below `content/` and its `slug`.
///
/// `index.md` is the page of its folder; every other page has a folder of its own, so that no URL
/// ends in `.html`.
pub fn url_path(path: &str, slug: Option<&str>) -> String {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = match super::INDEX_NAMES.contains(&name) {
        true => "index",
        false => name.strip_suffix(".md").unwrap_or(name),
    };
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    match (stem, slug) {
        ("index", None) => {}
        ("index", Some(slug)) => {
            parts.pop();
            parts.push(slug);
        }
        (_, Some(slug)) => parts.push(slug),
        (stem, None) => parts.push(stem),
    }
    if parts.is_empty() {
        String::new()
    } else {
        format!("{}/", parts.join("/"))
    }
}

/// The file that a URL path below the base path is answered with.
pub fn output_path(url: &str) -> String {
    format!("{url}index.html")
}

/// Percent-encodes what cannot stand in the path of a URL.
pub fn encode_path(path: &str) -> String {
    let mut encoded = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => encoded.push(byte as char),
            b'-' | b'.' | b'_' | b'~' | b'/' | b'!' | b'$' | b'(' | b')' | b'*' | b'+' | b','
            | b';' | b'=' | b':' | b'@' => encoded.push(byte as char),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

/// Undoes percent-encoding; what is not UTF-8 then stays as it was.
pub fn decode_path(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, tail)) = rest.split_first() {
        let hex = |n: usize| tail.get(n).and_then(|b| (*b as char).to_digit(16));
        match (byte, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(byte);
                rest = tail;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_for_every_page() {
        assert_eq!(url_path("index.md", None), "");
        assert_eq!(url_path("faq.md", None), "faq/");
        assert_eq!(url_path("guide/index.md", None), "guide/");
        assert_eq!(url_path("guide/_index.md", None), "guide/");
        assert_eq!(url_path("README.md", None), "");
        assert_eq!(url_path("guide/start.md", Some("begin")), "guide/begin/");
        assert_eq!(url_path("guide/index.md", Some("guides")), "guides/");
        assert_eq!(output_path(&url_path("faq.md", None)), "faq/index.html");
    }

    #[test]
    fn odd_names_are_encoded() {
        assert_eq!(encode_path("a b/ç?#%.md"), "a%20b/%C3%A7%3F%23%25.md");
        assert_eq!(decode_path("a%20b/%C3%A7%3F%23%25.md"), "a b/ç?#%.md");
        assert_eq!(decode_path("100%/%zz%FF"), "100%/%zz%FF");
    }
}
