//! Files as browsers take them, compressed, beside the files themselves: hosts that know such files (`x.css.br`,
//! `x.css.gz`) need not compress anything themselves.

use std::io::{self, Write};

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;

/// What is compressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Precompress {
    /// Nothing.
    None,
    /// Assets.
    #[default]
    Assets,
    /// Assets and pages.
    All,
}

impl Precompress {
    /// The choice of a name in `site.toml`.
    pub fn of(name: &str) -> Option<Precompress> {
        match name {
            "none" => Some(Precompress::None),
            "assets" => Some(Precompress::Assets),
            "all" => Some(Precompress::All),
            _ => None,
        }
    }
}

/// A compressed form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// Brotli.
    Brotli,
    /// Gzip.
    Gzip,
}

impl Coding {
    /// All there are.
    pub const ALL: [Coding; 2] = [Coding::Brotli, Coding::Gzip];

    /// What stands behind the file's name.
    pub fn suffix(self) -> &'static str {
        match self {
            Coding::Brotli => ".br",
            Coding::Gzip => ".gz",
        }
    }

    /// The compressed bytes, as small as they get where `best` says so.
    ///
    /// # Errors
    ///
    /// None happens while memory is written to.
    pub fn encode(self, bytes: &[u8], best: bool) -> io::Result<Bytes> {
        let encoded = match self {
            Coding::Brotli => {
                let quality = if best { 11 } else { 9 };
                let mut encoder = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
                encoder.write_all(bytes)?;
                encoder.flush()?;
                encoder.into_inner()
            }
            Coding::Gzip => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
                encoder.write_all(bytes)?;
                encoder.finish()?
            }
        };
        Ok(encoded.into())
    }
}

/// Files smaller than this fit into one packet anyway.
const SMALL: usize = 1024;

/// Whether compressing a file is worth it: it is text or the engine, and not tiny.
pub fn is_worth_it(path: &str, bytes: &[u8]) -> bool {
    const PLAIN: &[&str] = &[
        "css",
        "html",
        "js",
        "json",
        "md",
        "mjs",
        "svg",
        "txt",
        "wasm",
        "webmanifest",
        "xml",
    ];
    let extension = path.rsplit('.').next().unwrap_or_default();
    bytes.len() >= SMALL && PLAIN.contains(&extension)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn what_is_compressed_comes_back() {
        let text = "compressible ".repeat(500);
        for best in [false, true] {
            let gzip = Coding::Gzip.encode(text.as_bytes(), best).unwrap();
            let mut back = String::new();
            flate2::read::GzDecoder::new(&*gzip)
                .read_to_string(&mut back)
                .unwrap();
            assert_eq!(back, text);
            let brotli = Coding::Brotli.encode(text.as_bytes(), best).unwrap();
            let mut back = String::new();
            brotli::Decompressor::new(&*brotli, 4096)
                .read_to_string(&mut back)
                .unwrap();
            assert_eq!(back, text);
            assert!(brotli.len() < 200 && gzip.len() < 200);
        }
    }
}
