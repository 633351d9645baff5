//! Where the lines of a code block stand in the Markdown file.

use crate::source::Span;

/// Maps byte offsets of a block's code to byte offsets of the file. They differ by more than a constant
/// where the block stands in a list or a quotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// `(offset in the code, offset in the file)` of each piece that was taken over unchanged.
    pieces: Vec<(usize, usize)>,
    code_len: usize,
    file_end: usize,
}

impl Lines {
    /// Notes that the next `len` bytes of the code stand at `file` in the file.
    pub fn push(&mut self, file: Span, len: usize) {
        self.pieces.push((self.code_len, file.start));
        self.code_len += len;
        self.file_end = file.end;
    }

    /// The places of what stands before and behind an offset of the code.
    pub fn split(&self, at: usize) -> (Lines, Lines) {
        let (mut before, mut behind) = (Lines::default(), Lines::default());
        for (n, (start, file)) in self.pieces.iter().enumerate() {
            let end = self
                .pieces
                .get(n + 1)
                .map_or(self.code_len, |(next, _)| *next);
            let cut = at.clamp(*start, end);
            if *start < cut {
                before.push(*file..file + (cut - start), cut - start);
            }
            if cut < end {
                behind.push(file + (cut - start)..file + (end - start), end - cut);
            }
        }
        (before, behind)
    }

    /// The file's offset of a byte of the code.
    pub fn offset(&self, code: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= code);
        match after.checked_sub(1).map(|n| self.pieces[n]) {
            Some((start, file)) => (file + code - start).min(self.file_end),
            None => self.file_end,
        }
    }

    /// The span in the file of a 1-based line of `code`, or of some columns (bytes) of it.
    pub fn line(&self, code: &str, line: usize, columns: Option<(usize, usize)>) -> Span {
        let mut start = 0;
        for _ in 1..line {
            match code[start..].find('\n') {
                Some(n) => start += n + 1,
                None => break,
            }
        }
        let text = code[start..].lines().next().unwrap_or("");
        let (from, to) = columns
            .filter(|(from, to)| from < to && *to <= text.len())
            .unwrap_or((text.len() - text.trim_start().len(), text.trim_end().len()));
        let from = self.offset(start + from.min(to));
        from..self.offset(start + to).max(from)
    }

    /// The span in the file of several 1-based lines of `code`.
    pub fn range(&self, code: &str, first: usize, last: usize) -> Span {
        self.line(code, first, None).start..self.line(code, last, None).end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_in_a_quotation() {
        let file = "> ab\n> cde\n";
        let code = "ab\ncde\n";
        let mut lines = Lines::default();
        lines.push(2..5, 3);
        lines.push(7..11, 4);
        assert_eq!(&file[lines.line(code, 2, None)], "cde");
        assert_eq!(&file[lines.line(code, 2, Some((1, 3)))], "de");
        assert_eq!(&file[lines.line(code, 1, Some((1, 9)))], "ab");
        assert_eq!(&file[lines.range(code, 1, 2)], "ab\n> cde");
        assert_eq!(lines.line(code, 9, None), 11..11);
        let (before, behind) = lines.split(3);
        assert_eq!(&file[before.line("ab\n", 1, None)], "ab");
        assert_eq!(&file[behind.line("cde\n", 1, None)], "cde");
    }
}
