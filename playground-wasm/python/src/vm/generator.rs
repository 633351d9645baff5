//! Generators: frames that can be suspended.

/// A suspended (or running, or finished) frame.
pub struct Generator {}

impl Generator {
    /// Lets go of what the frame holds.
    pub fn clear(&mut self) {}
}
