//! Ids of headings, as GitHub makes them: stable as long as the text is.

use std::collections::HashMap;

/// Hands out ids, each once.
#[derive(Debug, Default)]
pub struct Ids(HashMap<String, usize>);

impl Ids {
    /// Takes an id that an author chose; `false` if it was taken before.
    pub fn claim(&mut self, id: &str) -> bool {
        self.0.insert(id.to_owned(), 1).is_none()
    }

    /// An id for a text, numbered if the text was met before.
    pub fn unique(&mut self, text: &str) -> String {
        let slug = slugify(text);
        let mut id = slug.clone();
        while self.0.contains_key(&id) {
            let seen = self.0.entry(slug.clone()).or_insert(1);
            id = format!("{slug}-{seen}");
            *seen += 1;
        }
        self.0.insert(id.clone(), 1);
        id
    }

    /// All ids, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Lower case, blanks to hyphens, punctuation dropped; `section` where nothing is left.
pub fn slugify(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for c in text.trim().chars() {
        if c.is_alphanumeric() || c == '_' {
            slug.extend(c.to_lowercase());
        } else if c == '-' || c.is_whitespace() {
            slug.push('-');
        }
    }
    if slug.is_empty() {
        "section".into()
    } else {
        slug
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_github_makes_them() {
        assert_eq!(slugify("Using `back_populates`"), "using-back_populates");
        assert_eq!(slugify("What's new? (2.1)"), "whats-new-21");
        assert_eq!(slugify("Größe"), "größe");
        assert_eq!(slugify("?!"), "section");
    }

    #[test]
    fn each_once() {
        let mut ids = Ids::default();
        assert!(ids.claim("a-1"));
        assert!(!ids.claim("a-1"));
        assert_eq!(ids.unique("a"), "a");
        assert_eq!(ids.unique("a"), "a-2");
        assert_eq!(ids.unique("a"), "a-3");
        assert_eq!(ids.unique("b"), "b");
    }
}
