//! What machines read of a finished site: `sitemap.xml` and `robots.txt`.

use crate::markdown::escape;
use crate::output::Output;
use crate::render::{Site, canonical};

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
    xml.push_str("</urlset>\n");
    xml
}

/// Everything may be read; the sitemap is here. A site's own `robots.txt` takes its place.
pub fn robots(site: &Site<'_>, output: &Output) -> Option<String> {
    let base_url = &site.config.base_url;
    let text = || format!("User-agent: *\nAllow: /\nSitemap: {base_url}sitemap.xml\n");
    output.get("robots.txt").is_none().then(text)
}
