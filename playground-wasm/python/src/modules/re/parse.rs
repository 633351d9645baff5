//! From the text of a pattern to a tree.

use super::set::{Category, Item, Set};

pub(super) const IGNORECASE: u32 = 2;
pub(super) const MULTILINE: u32 = 8;
pub(super) const DOTALL: u32 = 16;
pub(super) const UNICODE: u32 = 32;
pub(super) const VERBOSE: u32 = 64;
pub(super) const ASCII: u32 = 256;

/// Groups nested deeper than this are refused.
const MAX_DEPTH: usize = 100;

#[derive(Clone, Debug)]
pub(super) enum Node {
    Char(char, bool),
    /// `.`, and whether it matches a newline.
    Any(bool),
    Set(Set),
    /// `^`, `$` with their multi-line forms.
    LineStart(bool),
    LineEnd(bool),
    TextStart,
    TextEnd,
    /// `\b`, or `\B` where false.
    WordBoundary(bool, bool),
    Group(Box<Node>, usize),
    Concat(Vec<Node>),
    Alternatives(Vec<Node>),
    Repeat {
        node: Box<Node>,
        least: u32,
        most: Option<u32>,
        lazy: bool,
    },
    Backreference(usize, bool),
    Look {
        node: Box<Node>,
        ahead: bool,
        negated: bool,
    },
    /// `(?>...)` and possessive repetition.
    Atomic(Box<Node>),
    Conditional(usize, Box<Node>, Box<Node>),
}

/// A parsed pattern.
pub(super) struct Parsed {
    pub node: Node,
    pub flags: u32,
    pub groups: usize,
    pub names: Vec<(String, usize)>,
    /// The groups in the order in which they are closed.
    pub closed: Vec<usize>,
}

/// What is wrong with a pattern, and where.
pub(super) struct Error {
    pub message: String,
    pub position: Option<usize>,
}

type Result<T = Node> = std::result::Result<T, Error>;

struct Parser {
    chars: Vec<char>,
    at: usize,
    flags: u32,
    groups: usize,
    open: Vec<usize>,
    names: Vec<(String, usize)>,
    closed: Vec<usize>,
    depth: usize,
}

pub(super) fn parse(text: &str, flags: u32) -> Result<Parsed> {
    let mut parser = Parser {
        chars: text.chars().collect(),
        at: 0,
        flags: if flags & ASCII == 0 {
            flags | UNICODE
        } else {
            flags
        },
        groups: 0,
        open: Vec::new(),
        names: Vec::new(),
        closed: Vec::new(),
        depth: 0,
    };
    let node = parser.alternatives()?;
    if parser.at < parser.chars.len() {
        return Err(parser.error("unbalanced parenthesis", parser.at));
    }
    let Parser {
        flags,
        groups,
        names,
        closed,
        ..
    } = parser;
    Ok(Parsed {
        node,
        flags,
        groups,
        names,
        closed,
    })
}

impl Parser {
    fn error(&self, message: impl Into<String>, position: usize) -> Error {
        Error {
            message: message.into(),
            position: Some(position),
        }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    fn eat(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    fn alternatives(&mut self) -> Result {
        let mut branches = vec![self.sequence()?];
        while self.eat('|') {
            branches.push(self.sequence()?);
        }
        Ok(match branches.len() {
            1 => branches.remove(0),
            _ => Node::Alternatives(branches),
        })
    }

    fn sequence(&mut self) -> Result {
        let mut nodes = Vec::new();
        while let Some(c) = self.peek() {
            if c == '|' || c == ')' {
                break;
            }
            let start = self.at;
            self.at += 1;
            if self.has(VERBOSE) {
                if c.is_whitespace() {
                    continue;
                }
                if c == '#' {
                    while self.next().is_some_and(|c| c != '\n') {}
                    continue;
                }
            }
            let Some(node) = self.atom(c, start)? else {
                continue;
            };
            let node = self.repeated(node)?;
            nodes.push(node);
        }
        Ok(match nodes.len() {
            1 => nodes.remove(0),
            _ => Node::Concat(nodes),
        })
    }

    fn atom(&mut self, c: char, start: usize) -> Result<Option<Node>> {
        Ok(Some(match c {
            '.' => Node::Any(self.has(DOTALL)),
            '^' => Node::LineStart(self.has(MULTILINE)),
            '$' => Node::LineEnd(self.has(MULTILINE)),
            '[' => self.set(start)?,
            '(' => return self.group(start),
            '\\' => self.escape(start)?,
            '*' | '+' | '?' => return Err(self.error("nothing to repeat", start)),
            '{' if self.bounds()?.is_some() => {
                return Err(self.error("nothing to repeat", start));
            }
            c => Node::Char(c, self.has(IGNORECASE)),
        }))
    }

    /// `{2}`, `{2,}`, `{,3}`, `{2,3}` behind the brace; `None`, and nothing read, if it is none.
    fn bounds(&mut self) -> Result<Option<(u32, Option<u32>)>> {
        let start = self.at;
        let least = self.number();
        let most = if self.eat(',') {
            self.number()
        } else {
            least.clone()
        };
        let ranged = self.at > start && self.chars[self.at - 1] != '{';
        if !ranged || !self.eat('}') || (least.is_empty() && self.at == start + 1) {
            self.at = start;
            return Ok(None);
        }
        let parse = |text: &str| text.parse::<u32>();
        let too_large = || self.error("the repetition number is too large", start);
        let least = if least.is_empty() {
            0
        } else {
            parse(&least).map_err(|_| too_large())?
        };
        let most = match most.is_empty() {
            true => None,
            false => Some(parse(&most).map_err(|_| too_large())?),
        };
        if most.is_some_and(|most| most < least) {
            return Err(self.error("min repeat greater than max repeat", start));
        }
        Ok(Some((least, most)))
    }

    fn number(&mut self) -> String {
        let mut digits = String::new();
        while let Some(c) = self.peek().filter(char::is_ascii_digit) {
            digits.push(c);
            self.at += 1;
        }
        digits
    }

    fn repeated(&mut self, mut node: Node) -> Result {
        let mut repeats = 0;
        loop {
            let start = self.at;
            let (least, most) = match self.peek() {
                Some('*') => (0, None),
                Some('+') => (1, None),
                Some('?') => (0, Some(1)),
                Some('{') => {
                    self.at += 1;
                    match self.bounds()? {
                        Some(bounds) => {
                            self.at -= 1;
                            bounds
                        }
                        None => {
                            self.at = start;
                            return Ok(node);
                        }
                    }
                }
                _ => return Ok(node),
            };
            self.at += 1;
            if repeats > 0 {
                return Err(self.error("multiple repeat", start));
            }
            let anchor = matches!(
                node,
                Node::LineStart(_) | Node::LineEnd(_) | Node::TextStart | Node::TextEnd
            );
            if anchor {
                return Err(self.error("nothing to repeat", start));
            }
            repeats += 1;
            let lazy = self.eat('?');
            let possessive = !lazy && self.eat('+');
            node = Node::Repeat {
                node: Box::new(node),
                least,
                most,
                lazy,
            };
            if possessive {
                node = Node::Atomic(Box::new(node));
            }
        }
    }

    fn group(&mut self, start: usize) -> Result<Option<Node>> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.error("groups nested this deeply are not supported", start));
        }
        let node = self.group_body(start);
        self.depth -= 1;
        node
    }

    fn close(&mut self, start: usize) -> Result<()> {
        match self.eat(')') {
            true => Ok(()),
            false => Err(self.error("missing ), unterminated subpattern", start)),
        }
    }

    fn capture(&mut self, start: usize, name: Option<String>) -> Result<Option<Node>> {
        self.groups += 1;
        let index = self.groups;
        if let Some(name) = name {
            self.names.push((name, index));
        }
        self.open.push(index);
        let flags = self.flags;
        let node = self.alternatives()?;
        self.flags = flags;
        self.close(start)?;
        self.open.pop();
        self.closed.push(index);
        Ok(Some(Node::Group(Box::new(node), index)))
    }

    /// A sub-pattern in parentheses that is no group of its own.
    fn inner(&mut self, start: usize) -> Result<Box<Node>> {
        let flags = self.flags;
        let node = self.alternatives()?;
        self.flags = flags;
        self.close(start)?;
        Ok(Box::new(node))
    }

    fn group_body(&mut self, start: usize) -> Result<Option<Node>> {
        if !self.eat('?') {
            return self.capture(start, None);
        }
        let Some(c) = self.next() else {
            return Err(self.error("unexpected end of pattern", self.at));
        };
        let look = |node, ahead, negated| {
            Ok(Some(Node::Look {
                node,
                ahead,
                negated,
            }))
        };
        match c {
            ':' => Ok(Some(*self.inner(start)?)),
            '>' => Ok(Some(Node::Atomic(self.inner(start)?))),
            '=' => look(self.inner(start)?, true, false),
            '!' => look(self.inner(start)?, true, true),
            '<' => match self.next() {
                Some('=') => look(self.inner(start)?, false, false),
                Some('!') => look(self.inner(start)?, false, true),
                Some(c) => Err(self.error(format!("unknown extension ?<{c}"), start + 1)),
                None => Err(self.error("unexpected end of pattern", self.at)),
            },
            'P' => self.named(start),
            '#' => {
                while let Some(c) = self.next() {
                    if c == ')' {
                        return Ok(None);
                    }
                }
                Err(self.error("missing ), unterminated comment", start))
            }
            '(' => self.conditional(start),
            c if "aiLmsux-".contains(c) => self.flag_group(start, c),
            c => Err(self.error(format!("unknown extension ?{c}"), start + 1)),
        }
    }

    fn until(&mut self, end: char, what: &str) -> Result<String> {
        let start = self.at;
        let mut name = String::new();
        loop {
            match self.next() {
                Some(c) if c == end => break,
                Some(c) => name.push(c),
                None => {
                    let text = match name.is_empty() {
                        true => format!("missing {what}"),
                        false => format!("missing {end}, unterminated name"),
                    };
                    return Err(self.error(text, start));
                }
            }
        }
        match name.is_empty() {
            true => Err(self.error(format!("missing {what}"), start)),
            false => Ok(name),
        }
    }

    fn named(&mut self, start: usize) -> Result<Option<Node>> {
        match self.next() {
            Some('<') => {
                let at = self.at;
                let name = self.until('>', "group name")?;
                if !crate::types::str::is_identifier(&name) {
                    let text = format!("bad character in group name '{name}'");
                    return Err(self.error(text, at));
                }
                if let Some((_, other)) = self.names.iter().find(|(known, _)| *known == name) {
                    return Err(self.error(
                        format!(
                            "redefinition of group name '{name}' as group {}; was group {other}",
                            self.groups + 1
                        ),
                        at,
                    ));
                }
                self.capture(start, Some(name))
            }
            Some('=') => {
                let at = self.at;
                let name = self.until(')', "group name")?;
                match self.names.iter().find(|(known, _)| *known == name) {
                    Some((_, group)) => self.reference(*group, at).map(Some),
                    None => Err(self.error(format!("unknown group name '{name}'"), at)),
                }
            }
            Some(c) => Err(self.error(format!("unknown extension ?P{c}"), start + 1)),
            None => Err(self.error("unexpected end of pattern", self.at)),
        }
    }

    fn reference(&self, group: usize, position: usize) -> Result {
        if group > self.groups {
            return Err(self.error(format!("invalid group reference {group}"), position));
        }
        if self.open.contains(&group) {
            return Err(self.error("cannot refer to an open group", position - 1));
        }
        Ok(Node::Backreference(group, self.has(IGNORECASE)))
    }

    fn conditional(&mut self, start: usize) -> Result<Option<Node>> {
        let at = self.at;
        let name = self.until(')', "group name")?;
        let known = self.names.iter().find(|(known, _)| *known == name);
        let group = match (name.parse::<usize>(), known) {
            (Ok(group), _) => group,
            (Err(_), Some((_, group))) => *group,
            (Err(_), None) => return Err(self.error(format!("unknown group name '{name}'"), at)),
        };
        let yes = self.sequence()?;
        let no = if self.eat('|') {
            self.sequence()?
        } else {
            Node::Concat(Vec::new())
        };
        if self.peek() == Some('|') {
            let text = "conditional backref with more than two branches";
            return Err(self.error(text, self.at));
        }
        self.close(start)?;
        Ok(Some(Node::Conditional(group, Box::new(yes), Box::new(no))))
    }

    fn flag_group(&mut self, start: usize, first: char) -> Result<Option<Node>> {
        let (mut on, mut off, mut minus) = (0, 0, false);
        let mut c = Some(first);
        loop {
            let flag = match c {
                Some('a') => ASCII,
                Some('i') => IGNORECASE,
                Some('m') => MULTILINE,
                Some('s') => DOTALL,
                Some('u') => UNICODE,
                Some('x') => VERBOSE,
                Some('-') => {
                    minus = true;
                    0
                }
                Some(')') if !minus => {
                    if start != 0 {
                        let text = "global flags not at the start of the expression";
                        return Err(self.error(text, start));
                    }
                    self.flags |= on;
                    return Ok(None);
                }
                Some(':') => {
                    let flags = self.flags;
                    self.flags = (flags | on) & !off;
                    let node = self.alternatives()?;
                    self.flags = flags;
                    self.close(start)?;
                    return Ok(Some(node));
                }
                Some(_) => return Err(self.error("unknown flag", self.at - 1)),
                None => return Err(self.error("missing -, : or )", self.at)),
            };
            if minus {
                off |= flag;
            } else {
                on |= flag;
            }
            c = self.next();
        }
    }

    fn category(&self, c: char) -> Option<(Category, bool)> {
        Some(match c {
            'd' => (Category::Digit, false),
            'D' => (Category::Digit, true),
            's' => (Category::Space, false),
            'S' => (Category::Space, true),
            'w' => (Category::Word, false),
            'W' => (Category::Word, true),
            _ => return None,
        })
    }

    fn escape(&mut self, start: usize) -> Result {
        let Some(c) = self.next() else {
            return Err(self.error("bad escape (end of pattern)", start));
        };
        if let Some((category, negated)) = self.category(c) {
            let items = vec![Item::Category(category, negated)];
            return Ok(Node::Set(Set {
                items,
                ascii: self.has(ASCII),
                ..Set::default()
            }));
        }
        Ok(match c {
            'A' => Node::TextStart,
            'Z' => Node::TextEnd,
            'b' => Node::WordBoundary(true, self.has(ASCII)),
            'B' => Node::WordBoundary(false, self.has(ASCII)),
            '1'..='9' => {
                self.at -= 1;
                let digits: String = self.chars[self.at..]
                    .iter()
                    .take(2)
                    .take_while(|c| c.is_ascii_digit())
                    .collect();
                self.at += digits.len();
                return self.reference(digits.parse().unwrap_or(0), start + 1);
            }
            c => Node::Char(self.escaped(c, start)?, self.has(IGNORECASE)),
        })
    }

    /// The character that an escape stands for, in a set or outside.
    fn escaped(&mut self, c: char, start: usize) -> Result<char> {
        let hex = |parser: &mut Parser, count: usize| {
            let digits: String = parser.chars[parser.at..].iter().take(count).collect();
            let code = u32::from_str_radix(&digits, 16)
                .ok()
                .filter(|_| digits.len() == count);
            parser.at += digits.len().min(count);
            code.and_then(char::from_u32)
                .ok_or_else(|| parser.error(format!("incomplete escape \\{c}{digits}"), start))
        };
        match c {
            'n' => Ok('\n'),
            't' => Ok('\t'),
            'r' => Ok('\r'),
            'f' => Ok('\x0c'),
            'v' => Ok('\x0b'),
            'a' => Ok('\x07'),
            '0' => Ok('\0'),
            'x' => hex(self, 2),
            'u' => hex(self, 4),
            'U' => hex(self, 8),
            c if c.is_ascii_alphanumeric() => Err(self.error(format!("bad escape \\{c}"), start)),
            c => Ok(c),
        }
    }

    fn set(&mut self, start: usize) -> Result {
        let mut set = Set {
            negated: self.eat('^'),
            ignore_case: self.has(IGNORECASE),
            ascii: self.has(ASCII),
            items: Vec::new(),
        };
        let unterminated = "unterminated character set";
        let first = self.at;
        loop {
            let at = self.at;
            let Some(c) = self.next() else {
                return Err(self.error(unterminated, start));
            };
            if c == ']' && at > first {
                return Ok(Node::Set(set));
            }
            let Some(low) = self.set_item(c, at, &mut set)? else {
                continue;
            };
            let ranged = self.peek() == Some('-')
                && self.chars.get(self.at + 1).is_some_and(|next| *next != ']');
            if !ranged {
                set.items.push(Item::Range(low, low));
                continue;
            }
            self.at += 1;
            let high_at = self.at;
            let Some(c) = self.next() else {
                return Err(self.error(unterminated, start));
            };
            let mut ignored = Set::default();
            let shown = |parser: &Parser| parser.chars[at..parser.at].iter().collect::<String>();
            match self.set_item(c, high_at, &mut ignored)? {
                Some(high) if high >= low => set.items.push(Item::Range(low, high)),
                _ => {
                    let text = format!("bad character range {}", shown(self));
                    return Err(self.error(text, at));
                }
            }
        }
    }

    /// A character of a set; a category goes into the set at once.
    fn set_item(&mut self, c: char, at: usize, set: &mut Set) -> Result<Option<char>> {
        if c != '\\' {
            return Ok(Some(c));
        }
        let Some(c) = self.next() else {
            return Err(self.error("bad escape (end of pattern)", at));
        };
        if let Some((category, negated)) = self.category(c) {
            set.items.push(Item::Category(category, negated));
            return Ok(None);
        }
        if c == 'b' {
            return Ok(Some('\x08'));
        }
        self.escaped(c, at).map(Some)
    }
}
