//! What machines read of a finished site: `sitemap.xml`, `robots.txt`, and the pages at old addresses.

use crate::content::Page;
use crate::markdown::{escape, escape_attribute};
use crate::output::Output;
use crate::render::{PLAYGROUND, Site, canonical, has_playground};

/// The addresses of all pages, with the dates that the pages give.
pub fn sitemap(site: &Site<'_>) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for page in &site.content.pages {
        xml.push_str("<url><loc>");
        xml.push_str(&escape(&canonical(site, page)));
        xml.push_str("</loc>");
        if let Some(updated) = &page.front.updated {
            xml.push_str(&format!("<lastmod>{updated}</lastmod>"));
        }
        xml.push_str("</url>\n");
    }
    if has_playground(site) {
        let url = format!("{}{PLAYGROUND}", site.config.base_url);
        xml.push_str(&format!("<url><loc>{}</loc></url>\n", escape(&url)));
    }
    xml.push_str("</urlset>\n");
    xml
}

/// Everything may be read; the sitemap is here. A site's own `robots.txt` takes its place.
pub fn robots(site: &Site<'_>, output: &Output) -> Option<String> {
    let base_url = &site.config.base_url;
    let text = || format!("User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n");
    output.get("robots.txt").is_none().then(text)
}

/// The page at an old address, which leads to the new one.
pub fn redirect(site: &Site<'_>, to: &Page) -> String {
    let language = escape_attribute(&site.config.language);
    let url = escape_attribute(&canonical(site, to));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">\n\
         <title>Moved</title>\n<meta http-equiv=\"refresh\" content=\"0; url={url}\">\n\
         <link rel=\"canonical\" href=\"{url}\">\n<meta name=\"robots\" content=\"noindex\">\n</head>\n\
         <body>\n<p>This page has moved to <a href=\"{url}\">{url}</a>.</p>\n</body>\n</html>\n"
    )
}
