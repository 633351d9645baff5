//! A made-up documentation of any size: what the benchmark builds, and what tests of large sites build.
//!
//! A page depends on nothing but its number: about 600 words, 5 headings, 4 blocks of Python that run, a table, a
//! list and 3 links. The same text comes out for this generator and for mdBook, which does not run the blocks.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

/// How many pages share a folder.
const FOLDER: usize = 25;

const THINGS: &[&str] = &[
    "mapper", "session", "column", "relation", "parent", "child", "registry", "identity", "cursor", "schema",
    "loader", "event", "listener", "backend", "dialect", "query", "filter", "record", "invoice", "shipment",
    "warehouse", "account", "ledger", "chapter", "reader", "editor", "draft", "release", "branch", "worker",
];
const ACTIONS: &[&str] = &[
    "keeps", "sends", "drops", "reads", "writes", "copies", "holds", "moves", "counts", "checks", "orders",
    "follows", "replaces", "answers", "awaits", "releases", "compares", "extends", "gathers", "returns",
];
const KINDS: &[&str] = &[
    "lazy", "eager", "quiet", "typed", "plain", "nested", "shared", "local", "remote", "stale", "fresh", "small",
    "large", "strict", "early", "late", "single", "double", "public", "private",
];
const CODES: &[&str] = &[
    "relationship()", "back_populates", "backref", "Mapped[int]", "mapped_column()", "registry.configure()",
    "ForeignKey", "inspect()", "validates()", "DeclarativeBase",
];
const TITLES: &[&str] = &[
    "Two sides of a relation", "Columns that are typed", "Lists and sets", "Who owns whom", "Keys and their targets",
    "Checking values", "Names of tables", "Inheriting columns", "Looking at a mapper", "Ordering children",
];

/// Numbers that look random and are the same on every machine (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn word(&mut self, words: &[&'static str]) -> &'static str {
        words[self.below(words.len())]
    }

    fn sentence(&mut self) -> String {
        let (one, two, three) = (self.word(THINGS), self.word(THINGS), self.word(THINGS));
        let (does, kind, code) = (self.word(ACTIONS), self.word(KINDS), self.word(CODES));
        match self.below(5) {
            0 => format!("The {kind} {one} {does} the {two} before a {three} is asked for its {one}."),
            1 => format!("With `{code}` every {one} {does} a {kind} {two}, and no {three} is left behind."),
            2 => format!("Each **{kind} {one}** {does} one {two} for the {three} that it belongs to."),
            3 => format!("Where a {one} {does} its {two}, the *{kind}* {three} stays as it was."),
            _ => format!("A {one} {does} the {kind} {two}; only then the {three} sees `{code}`."),
        }
    }

    fn prose(&mut self, words: usize) -> String {
        let mut text = String::new();
        while text.split(' ').count() < words {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&self.sentence());
        }
        text
    }

    fn heading(&mut self) -> String {
        let (kind, one, two) = (self.word(KINDS), self.word(THINGS), self.word(THINGS));
        format!("A {kind} {one} and its {two}")
    }
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}

fn folder(page: usize) -> String {
    format!("part-{:03}", page / FOLDER)
}

fn title(page: usize) -> String {
    format!("{} {page}", TITLES[page % TITLES.len()])
}

fn link(from: usize, to: usize) -> String {
    let path = match folder(from) == folder(to) {
        true => format!("page-{to:05}.md"),
        false => format!("../{}/page-{to:05}.md", folder(to)),
    };
    format!("[{}]({path})", title(to))
}

/// Both sides of a relationship; what it prints stands behind it.
fn first_blocks(page: usize, numbers: &mut Numbers) -> (String, String, String) {
    let (parent, child) = (capital(numbers.word(THINGS)), numbers.word(THINGS));
    let (items, count) = (format!("{child}s"), 2 + numbers.below(3));
    let line = format!("{}Line", capital(child));
    let table = format!("{}_{page}", parent.to_lowercase());
    let classes = format!(
        "from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class {parent}(Base):
    \"\"\"A {parent} with many {items}.\"\"\"
    __tablename__ = \"{table}\"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String({length}), unique=True)
    {items}: Mapped[list[\"{line}\"]] = relationship(back_populates=\"parent\")
",
        length = 10 + numbers.below(190),
    );
    let use_of_them = format!(
        "class {line}(Base):
    __tablename__ = \"{table}_line\"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int] = mapped_column(ForeignKey(\"{table}.id\"))
    parent: Mapped[{parent}] = relationship(back_populates=\"{items}\")

    def __repr__(self) -> str:
        return f\"<{line} {{self.id}}>\"


{child} = {parent}(name=\"{table}\")
for number in range({count}):  # one line for each
    {child}.{items}.append({line}(id=number))
print({child}.{items}[0].parent.name, len({child}.{items}))
"
    );
    (classes, use_of_them, format!("{table} {count}\n"))
}

fn later_blocks(numbers: &mut Numbers) -> (String, String) {
    let (one, two) = (numbers.word(THINGS), numbers.word(THINGS));
    let class = format!("{}Entry", capital(one));
    let values = format!(
        "import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass
class {class}:
    \"\"\"What a {one} is worth.\"\"\"

    {two}: Decimal = Decimal(\"{price}.50\")
    made: dt.date = dt.date(2026, 1, {day})
    names: list[str] = field(default_factory=list)

    def total(self, count: int) -> Decimal:
        return self.{two} * count  # no rounding
",
        price = numbers.below(900),
        day = 1 + numbers.below(28),
    );
    let function = format!(
        "def {one}_by_{two}(names: list[str], limit: int = {limit}) -> dict[str, int]:
    \"\"\"Count the {one}s of each {two}, the largest first.\"\"\"
    result: dict[str, int] = {{}}
    for n, name in enumerate(names):
        if name.startswith(\"{two}\"):
            continue
        result[name] = result.get(name, 0) + n + 0x{offset:x}
    ordered = sorted(result.items(), key=lambda item: -item[1])
    return dict(ordered[:limit])


counts = {one}_by_{two}([\"{one}\", \"{two}\", \"{one}\"])
assert list(counts) == [\"{one}\"] or not counts
",
        limit = 5 + numbers.below(500),
        offset = 16 + numbers.below(200),
    );
    (values, function)
}

/// The Markdown of a page of a site of `pages` pages, below its title. `info` is what stands behind the fences.
fn body(page: usize, pages: usize, info: &str) -> String {
    let mut numbers = Numbers(page as u64);
    let numbers = &mut numbers;
    let to = |n: usize| link(page, n % pages);
    let (classes, use_of_them, printed) = first_blocks(page, numbers);
    let (values, function) = later_blocks(numbers);
    let mut text = String::new();
    let mut part = |words: usize, heading: &str, numbers: &mut Numbers, text: &mut String| {
        let prose = numbers.prose(words);
        let _ = write!(text, "{heading} {}\n\n{prose}\n\n", numbers.heading());
    };
    let _ = write!(text, "{}\n\nSee also {}.\n\n", numbers.prose(90), to(page + 1));
    part(110, "##", numbers, &mut text);
    let _ = write!(text, "```{info}\n{classes}```\n\n");
    part(90, "###", numbers, &mut text);
    text.push_str("| Name | What it does | Cost |\n|---|---|---:|\n");
    for _ in 0..6 {
        let (code, kind, thing) = (numbers.word(CODES), numbers.word(KINDS), numbers.word(THINGS));
        let _ = writeln!(text, "| `{code}` | {kind} {thing} | {} |", numbers.below(1000));
    }
    let _ = write!(text, "\n```{info}\n{use_of_them}```\n\n```output\n{printed}```\n\n");
    part(90, "##", numbers, &mut text);
    let _ = write!(text, "Then read {}, which goes further.\n\n", to(page * 7 + 3));
    for _ in 0..5 {
        let _ = writeln!(text, "- {}", numbers.sentence());
    }
    text.push('\n');
    part(60, "###", numbers, &mut text);
    let _ = write!(text, "```{info}\n{values}```\n\n");
    part(80, "##", numbers, &mut text);
    let _ = write!(text, "```{info}\n{function}```\n\nThe next step is {}.\n", to(page * 31 + 11));
    text
}

fn put(root: &Path, path: &str, text: &str) -> io::Result<()> {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap_or(root))?;
    fs::write(path, text)
}

/// Writes a site of so many pages into a folder, which is made.
pub fn site(root: &Path, pages: usize) -> io::Result<()> {
    put(root, "site.toml", "title = \"Corpus\"\nbase_url = \"https://example.org/docs/\"\n")?;
    put(root, "content/index.md", &page_text("Home", 0, &Numbers(7).prose(120)))?;
    for first in (0..pages).step_by(FOLDER) {
        let text = page_text(&format!("Part {}", first / FOLDER), first / FOLDER, &Numbers(first as u64).prose(60));
        put(root, &format!("content/{}/index.md", folder(first)), &text)?;
    }
    for page in 0..pages {
        let text = page_text(&title(page), page % FOLDER, &body(page, pages, "python"));
        put(root, &format!("content/{}/page-{page:05}.md", folder(page)), &text)?;
    }
    Ok(())
}

fn page_text(title: &str, weight: usize, body: &str) -> String {
    format!("+++\ntitle = \"{title}\"\nweight = {}\n+++\n\n{body}\n", weight + 1)
}

/// The same site for mdBook.
pub fn book(root: &Path, pages: usize) -> io::Result<()> {
    put(root, "book.toml", "[book]\ntitle = \"Corpus\"\nlanguage = \"en\"\n")?;
    let mut summary = String::from("# Summary\n\n[Home](index.md)\n\n");
    put(root, "src/index.md", &format!("# Home\n\n{}\n", Numbers(7).prose(120)))?;
    for page in 0..pages {
        if page % FOLDER == 0 {
            let (name, prose) = (format!("Part {}", page / FOLDER), Numbers(page as u64).prose(60));
            let _ = writeln!(summary, "- [{name}]({}/index.md)", folder(page));
            put(root, &format!("src/{}/index.md", folder(page)), &format!("# {name}\n\n{prose}\n"))?;
        }
        let path = format!("{}/page-{page:05}.md", folder(page));
        let _ = writeln!(summary, "  - [{}]({path})", title(page));
        put(root, &format!("src/{path}"), &format!("# {}\n\n{}", title(page), body(page, pages, "python")))?;
    }
    put(root, "src/SUMMARY.md", &summary)
}
