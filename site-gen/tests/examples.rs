//! Examples: what they print stands in the page, and what a page claims is checked.

mod common;

use common::Site;
use insta::assert_snapshot;
use site_gen::diagnostic::Printer;
use site_gen::pipeline::Assembled;

/// A template that shows of an example what a page is made from.
const EXAMPLE: &str = "[{{ example.id }} {{ example.scenario }} {{ example.kind }}\
    {% if example.failed %} failed{% endif %}]\n\
    {% for chunk in example.recorded %}{{ chunk.stream }}: {{ chunk.text }}\n{% endfor %}";

fn page(text: &str) -> Site {
    let site = Site::new(&[("content/index.md", text)]);
    site.write("templates/example.html", EXAMPLE);
    site
}

fn told(assembled: &Assembled) -> String {
    Printer::plain().render_all(&assembled.diagnostics)
}

#[test]
fn sections_are_scenarios_and_blocks_share_them() {
    let site = page(
        "## One\n\n```python\nx = 1\n```\n\n```python {hidden}\nx += 1\n```\n\n```pycon\n>>> x\n2\n>>> print('é')\né\n```\n\n\
         ## Two\n\n```python {raises=\"NameError\"}\nx\n```\n\n```python\nprint('goes on')\n```\n\n```output\ngoes on\n```\n\n\
         ```python {scenario=\"one\"}\nprint(x)\n```\n",
    );
    assert_snapshot!(site.file("index.html"));
}

#[test]
fn the_prelude_runs_before_every_scenario() {
    let site = page("```python\nprint(base)\n```\n\n## Two\n\n```python\nprint(base)\n```\n");
    site.write(
        "site.toml",
        "[playground]\nprelude = '''\nbase = 'from the prelude'\n'''\n",
    );
    let html = site.file("index.html");
    assert_eq!(
        html.matches("stdout: from the prelude").count(),
        2,
        "{html}"
    );
    site.write(
        "site.toml",
        "[playground]\nprelude = '''\nbase = 1\nbase.x\n'''\n",
    );
    assert_snapshot!("broken_prelude", site.told());
}

#[test]
fn claims_that_are_true() {
    let site = page(
        "```pycon\n>>> class A:\n...     pass\n...\n>>> A()\n<__main__.A object at 0x...>\n>>> 1 / 0\nTraceback (most recent call last):\n  ...\nZeroDivisionError: division by zero\n>>> None\n```\n\n\
         ```python\nprint(1)\nprint(2)\n```\n\n```output\n1\n2\n```\n",
    );
    let assembled = site.assemble();
    assert!(assembled.diagnostics.is_empty(), "{}", told(&assembled));
}

#[test]
fn claims_that_are_not_true() {
    assert_snapshot!(
        page(
            "> ```pycon\n> >>> 1 + 1\n> 3\n> >>> 'silent'\n> >>> x = 1\n> 1\n> ```\n\n\
             ```python\nprint('a')\nprint('b')\nprint('c')\n```\n\n```output\na\nB\nc\nd\n```\n"
        )
        .told()
    );
}

#[test]
fn exceptions_that_nobody_expects() {
    assert_snapshot!(
        page(
            "## One\n\n```python\ndef f(x):\n    return x.parent\n\nf(None)\n```\n\n```python\nprint('not reached')\n```\n\n```output\nx\n```\n\n\
             ## Two\n\n```python {raises=\"KeyError\"}\n{}.parent\n```\n\n## Three\n\n```python {raises=\"KeyError\"}\npass\n```\n\n\
             ## Four\n\n```python\nx = = 1\n```\n"
        )
        .told()
    );
}

#[test]
fn a_run_ends_at_its_limits() {
    let site = page("```python\nwhile True:\n    pass\n```\n");
    site.write("site.toml", "[playground.limits]\nfuel = 10000\n");
    assert_snapshot!(site.told());
}

#[test]
fn what_the_scripts_of_a_page_are_told() {
    let site =
        page("## One\n\n```python {hidden}\nprint('</script>')\n```\n\n```pycon\n>>> 1\n1\n```\n");
    site.write("templates/section.html", "{{ playground.data | safe }}");
    let data = site.file("index.html");
    assert!(!data.contains('<'), "{data}");
    let data: serde_json::Value = serde_json::from_str(&data).unwrap();
    assert_snapshot!(serde_json::to_string_pretty(&data).unwrap());
}

const MODEL: &str = "from sqlalchemy import Column, ForeignKey, Integer\nfrom sqlalchemy.orm import declarative_base, relationship\n\
                     Base = declarative_base()\n\
                     class Parent(Base):\n    __tablename__ = 'parent'\n    id = Column(Integer, primary_key=True)\n    \
                     children = relationship('Child', back_populates='parent')\n\
                     class Child(Base):\n    __tablename__ = 'child'\n    id = Column(Integer, primary_key=True)\n    \
                     parent_id = Column(ForeignKey('parent.id'))\n    \
                     parent = relationship('Parent', back_populates='children')\n";

/// A picture stands where a block has made or changed objects, and nowhere else.
#[test]
fn objects_are_drawn_where_they_change() {
    let site = page(&format!(
        "```python\n{MODEL}```\n\n```python\nparent = Parent()\n```\n\n```python\nprint(len(parent.children))\n```\n\n\
         ```python\nchild = Child(parent=parent)\n```\n"
    ));
    site.write(
        "templates/example.html",
        "@{{ example.id }}@{% if example.graph %}{{ example.graph | safe }}{% endif %}",
    );
    let html = site.file("index.html");
    let described: Vec<(&str, &str)> = html
        .split("@index")
        .skip(1)
        .filter_map(|block| block.split_once('@'))
        .map(|(id, drawn)| {
            let words = drawn
                .split_once("<desc>")
                .and_then(|(_, rest)| rest.split_once("</desc>"));
            (id, words.map_or("", |(words, _)| words))
        })
        .collect();
    assert_eq!(
        described,
        [
            ("-1", ""),
            ("-2", "parent is a Parent: its children is empty."),
            ("-3", ""),
            (
                "-4",
                "parent is a Parent: its children holds child. child is a Child: its parent is parent."
            ),
        ]
    );
}

/// A template that shows what one of a comparison is made from.
const COMPARE: &str = "{{ comparison.id }}: {{ comparison.title }}\n\
    {% for model in comparison.models %}== {{ model.name }}\n{{ model.own_html | safe }}\
    {% endfor %}{% for row in comparison.rows %}-- {{ row.code }}: {{ row.words }}\n\
    {% for cell in row.cells %}{% if cell.odd %}! {% endif %}{{ cell.name }}: {% for chunk in cell.chunks %}{{ chunk.stream }} {{ chunk.summary | default(value=\"\") }} {{ chunk.text }}{% endfor %}\n\
    {% endfor %}{% endfor %}graphs: {{ comparison.graphs.words }}\n";

#[test]
fn programs_are_compared_line_by_line() {
    let site = page(
        "```python {model=\"list\"}\nimport warnings\nnames = ['a', 'a']\n```\n\n```python {model=\"set\"}\nimport warnings\nnames = {'a', 'a'}\n```\n\n\
         ```python {model=\"none\" raises=\"TypeError\"}\nimport warnings\nprint('made')\nnames = None\n```\n\n\
         ```python {compare title=\"How many?\"}\nprint('same')\nfor n in range(2):\n    print(n)\nwarnings.warn('look')\nprint(object)\nprint(len(names))\n```\n\n\
         ```output {model=\"set\"}\nsame\n0\n1\nUserWarning: look\n<class 'object'>\n1\n```\n",
    );
    site.write("templates/compare.html", COMPARE);
    assert_snapshot!(site.file("index.html"));
}

#[test]
fn what_a_comparison_claims_is_checked() {
    let site = page(
        "```python {model=\"one\"}\nx = 1\n```\n\n```python {model=\"two\"}\nx = y\n```\n\n```python {compare}\nprint(x)\n```\n\n\
         ```output {model=\"one\"}\n2\n```\n",
    );
    assert_snapshot!(site.told());
}

/// The most telling steps of a block stand in the page.
#[test]
fn steps_are_told_where_a_block_asks_for_them() {
    let site = page(&format!(
        "```python\n{MODEL}```\n\n```pycon {{steps}}\n>>> parent = Parent()\n>>> child = Child()\n>>> child.parent = parent\n>>> len(parent.children)\n1\n```\n"
    ));
    site.write(
        "templates/example.html",
        "{% for step in example.steps %}{{ step.line }} {{ step.code }}\n{% for why in step.why %}  {{ why.depth }} {{ why.text }}\n{% endfor %}\
         {% for chunk in step.printed %}  {{ chunk.stream }}: {{ chunk.text }}{% endfor %}{% if step.graph %}  drawn\n{% endif %}{% endfor %}",
    );
    assert_snapshot!(site.file("index.html"));
    let quiet = page("```python {steps}\nx = 1\n```\n");
    assert_snapshot!("nothing_to_step_through", quiet.told());
}
