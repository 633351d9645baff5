//! The generator: content in, pages out.
