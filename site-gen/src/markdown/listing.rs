//! Code that is only shown: coloured, with marked lines, line numbers and lines left out.

use super::fence::Fence;
use super::html::{escape_attribute, escape_into};
use super::ranges::LineSet;
use crate::highlight;

/// A block as HTML; `false` beside it if the language is not known and it went in without colours.
pub fn listing(fence: &Fence, code: &str) -> (String, bool) {
    let mut html = String::with_capacity(code.len() * 2);
    if let Some(title) = &fence.title {
        html.push_str("<figure class=\"listing\"><figcaption>");
        escape_into(&mut html, title);
        html.push_str("</figcaption>");
    }
    let mut coloured = String::with_capacity(code.len() * 2);
    let known = highlight::code(&mut coloured, &fence.language, code);
    let shown = decorate(
        &coloured,
        &fence.highlighted,
        fence.line_numbers,
        &fence.hidden_lines,
    );
    push_pre(&mut html, &fence.language, &shown);
    if !fence.hidden_lines.is_empty() {
        html.push_str("<details class=\"whole\"><summary>All lines</summary>");
        push_pre(&mut html, &fence.language, &coloured);
        html.push_str("</details>\n");
    }
    if fence.title.is_some() {
        html.push_str("</figure>\n");
    }
    (html, known)
}

fn push_pre(html: &mut String, language: &str, code: &str) {
    html.push_str("<pre class=\"code\" tabindex=\"0\"><code");
    if !language.is_empty() {
        let class = escape_attribute(language);
        html.push_str(&format!(" class=\"language-{class}\""));
    }
    html.push('>');
    html.push_str(code);
    html.push_str("</code></pre>\n");
}

/// Coloured code with its lines marked, numbered from `numbers` on, and the hidden ones left out. The
/// colours' elements do not nest and are cut at line ends where that is needed.
pub fn decorate(
    coloured: &str,
    marked: &LineSet,
    numbers: Option<usize>,
    hidden: &LineSet,
) -> String {
    if marked.is_empty() && numbers.is_none() && hidden.is_empty() {
        return coloured.to_owned();
    }
    let mut html = String::with_capacity(coloured.len() * 2);
    // The element that is open at the end of a line, to be opened again on the next one.
    let mut open = String::new();
    for (index, line) in coloured.split_inclusive('\n').enumerate() {
        let number = index + 1;
        let (text, line_break) = match line.strip_suffix('\n') {
            Some(text) => (text, "\n"),
            None => (line, ""),
        };
        let reopened = std::mem::take(&mut open);
        open = open_at_end(text, &reopened);
        if hidden.contains(number) {
            continue;
        }
        if let Some(first) = numbers {
            html.push_str(&format!(
                "<span class=\"ln\" data-n=\"{}\"></span>",
                first.saturating_add(index)
            ));
        }
        if marked.contains(number) {
            html.push_str("<mark>");
        }
        html.push_str(&reopened);
        html.push_str(text);
        if !open.is_empty() {
            html.push_str("</span>");
        }
        if marked.contains(number) {
            html.push_str("</mark>");
        }
        html.push_str(line_break);
    }
    html
}

/// The start tag of the element that is open behind a line, given the one that was open before it.
fn open_at_end(line: &str, before: &str) -> String {
    match (line.rfind("<span"), line.rfind("</span>")) {
        (Some(start), end) if end.is_none_or(|end| end < start) => {
            let end = line[start..]
                .find('>')
                .map_or(line.len(), |n| start + n + 1);
            line[start..end].to_owned()
        }
        (_, Some(_)) => String::new(),
        (_, None) => before.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_cut_at_line_ends() {
        let coloured = "<span class=\"s\">'''a\nb\n'''</span> x\ny";
        let marked = LineSet::parse("2").unwrap();
        assert_eq!(
            decorate(coloured, &marked, Some(9), &LineSet::default()),
            "<span class=\"ln\" data-n=\"9\"></span><span class=\"s\">'''a</span>\n\
             <span class=\"ln\" data-n=\"10\"></span><mark><span class=\"s\">b</span></mark>\n\
             <span class=\"ln\" data-n=\"11\"></span><span class=\"s\">'''</span> x\n\
             <span class=\"ln\" data-n=\"12\"></span>y"
        );
        let hidden = LineSet::parse("1,4").unwrap();
        assert_eq!(
            decorate(coloured, &LineSet::default(), None, &hidden),
            "<span class=\"s\">b</span>\n<span class=\"s\">'''</span> x\n"
        );
        assert_eq!(
            decorate(coloured, &LineSet::default(), None, &LineSet::default()),
            coloured
        );
    }
}
