//! How large pictures are: a page that knows does not jump while they load.

/// The size of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels across.
    pub width: usize,
    /// Pixels down.
    pub height: usize,
}

/// The size of a picture, where its bytes say it.
pub fn of(name: &str, bytes: &[u8]) -> Option<Pixels> {
    match name.rsplit_once('.')?.1.to_ascii_lowercase().as_str() {
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" => {
            let size = imagesize::blob_size(bytes).ok()?;
            Some(Pixels {
                width: size.width,
                height: size.height,
            })
        }
        "svg" => drawing(std::str::from_utf8(bytes).ok()?),
        _ => None,
    }
}

/// The `width` and `height` of a drawing, in pixels; else its `viewBox`.
fn drawing(text: &str) -> Option<Pixels> {
    let start = text.find("<svg")?;
    let tag = &text[start..start + text[start..].find('>')?];
    let attribute = |name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}="))?;
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split(quote).next()
    };
    let length = |name: &str| attribute(name)?.trim_end_matches("px").parse::<f64>().ok();
    let (width, height) = match (length("width"), length("height")) {
        (Some(width), Some(height)) => (width, height),
        _ => {
            let mut numbers = attribute("viewBox")?
                .split([' ', ','])
                .filter(|n| !n.is_empty());
            (numbers.nth(2)?.parse().ok()?, numbers.next()?.parse().ok()?)
        }
    };
    let fits = |length: f64| length.is_finite() && (1.0..1e6).contains(&length);
    (fits(width) && fits(height)).then(|| Pixels {
        width: width.round() as usize,
        height: height.round() as usize,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_say_it_in_two_ways() {
        let size = |text: &str| of("a.svg", text.as_bytes()).map(|p| (p.width, p.height));
        assert_eq!(size("<svg width=\"20px\" height='10'>"), Some((20, 10)));
        assert_eq!(size("<?xml?><svg viewBox=\"0 0 3 4.6\">"), Some((3, 5)));
        assert_eq!(size("<svg width=\"100%\">"), None);
        assert_eq!(size("no drawing"), None);
    }

    #[test]
    fn a_png_says_it_in_its_head() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x03\x08\x06\0\0\0".to_vec();
        png.extend([0; 32]);
        assert_eq!(
            of("x/a.PNG", &png),
            Some(Pixels {
                width: 2,
                height: 3
            })
        );
        assert_eq!(of("a.png", b"no picture"), None);
    }
}
