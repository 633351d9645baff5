//! Lines of a block by their numbers: `2-4,7`.

use std::ops::Range;

/// Ranges of line numbers, counted from one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineSet(Vec<Range<usize>>);

impl LineSet {
    /// Understands `2`, `2-4`, `7-` and lists of them.
    pub fn parse(text: &str) -> Option<LineSet> {
        let number = |text: &str| {
            text.trim()
                .parse::<usize>()
                .ok()
                .filter(|&n| 0 < n && n < 1_000_000_000)
        };
        let ranges: Option<Vec<Range<usize>>> = text
            .split([',', ' '])
            .filter(|part| !part.is_empty())
            .map(|part| match part.split_once('-') {
                None => number(part).map(|n| n..n + 1),
                Some((from, "")) => number(from).map(|from| from..usize::MAX),
                Some((from, to)) => match (number(from)?, number(to)?) {
                    (from, to) if from <= to => Some(from..to + 1),
                    _ => None,
                },
            })
            .collect();
        ranges.filter(|ranges| !ranges.is_empty()).map(LineSet)
    }

    /// Whether the line is one of them.
    pub fn contains(&self, line: usize) -> bool {
        self.0.iter().any(|range| range.contains(&line))
    }

    /// The largest number that is named.
    pub fn last(&self) -> usize {
        let ends = self.0.iter().map(|range| match range.end {
            usize::MAX => range.start,
            end => end - 1,
        });
        ends.max().unwrap_or(0)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Notes one more line.
    pub fn add(&mut self, line: usize) {
        self.0.push(line..line + 1);
    }

    /// The same lines where the first `count` lines of the block are taken away.
    pub fn without_first(&self, count: usize) -> LineSet {
        let moved = |n: usize| {
            if n == usize::MAX {
                n
            } else {
                n.saturating_sub(count).max(1)
            }
        };
        let ranges = self
            .0
            .iter()
            .map(|range| moved(range.start)..moved(range.end));
        LineSet(ranges.filter(|range| !range.is_empty()).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_ranges() {
        let set = LineSet::parse("2-4,7, 9-").unwrap();
        let lines: Vec<usize> = (1..12).filter(|&n| set.contains(n)).collect();
        assert_eq!(lines, [2, 3, 4, 7, 9, 10, 11]);
        assert_eq!(set.last(), 9);
        let moved = set.without_first(2);
        assert_eq!(
            (1..8).filter(|&n| moved.contains(n)).collect::<Vec<_>>(),
            [1, 2, 5, 7]
        );
        for wrong in ["", "0", "4-2", "a", "1--2", "-3"] {
            assert_eq!(LineSet::parse(wrong), None, "{wrong}");
        }
    }
}
