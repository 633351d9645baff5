//! Languages that a site names a runner for.

mod common;

use common::Site;
use insta::assert_snapshot;

const SH: &str = "[runners.sh]\ncommand = [\"sh\"]\ntimeout = 5\n";

const TEMPLATE: &str = "[{{ example.id }} {{ example.scenario }} {{ example.language }}]\n{{ example.code_html | safe }}{% for chunk in example.recorded %}{{ chunk.stream }}: {{ chunk.text }}{% endfor %}";

fn site(text: &str, config: &str) -> Site {
    let site = Site::new(&[("content/index.md", text), ("site.toml", config)]);
    site.write("templates/example.html", TEMPLATE);
    site
}

#[cfg(unix)]
#[test]
fn blocks_share_their_scenario() {
    let site = site(
        "## One\n\n```sh {hidden}\nname=world\necho noise\n```\n\n```sh\necho \"hello $name\"\n```\n\n```output\nhello world\n```\n\n\
         ```python\nprint(1)\n```\n\n```output\n1\n```\n\n```sh {raises=\"Exit3\"}\necho last\nexit 3\n```\n\n```sh {norun}\nrm -rf everything\n```\n\n\
         ## Two\n\n```sh\necho \"[$name]\"\n```\n\n```output\n[]\n```\n",
        SH,
    );
    assert_snapshot!(site.file("index.html"));
}

#[cfg(unix)]
#[test]
fn a_file_and_the_site_s_folder() {
    let site = site(
        "```cat\ncontent\n```\n\n```output\ncontent\n```\n",
        "[runners.cat]\ncommand = [\"sh\", \"-c\", \"ls $(cat {file})/.. | grep ^content\"]\n",
    );
    assert!(site.file("index.html").contains("stdout: content"));
}

#[cfg(unix)]
#[test]
fn what_is_wrong_is_told() {
    let text = "```sh\necho a\n```\n\n```output\nb\n```\n\n## Fails\n\n```sh\necho oops >&2\nexit 1\n```\n\n## Endless\n\n```sh\nsleep 60\n```\n\n\
                ## Unsteady\n\n```sh\necho $$\n```\n\n```sh\ntrue\n```\n\n## Missing\n\n```gone\nx\n```\n\n```gone {raises=\"CannotRun\"}\nx\n```\n\n## Page\n\n```mini\n1\n```\n\n```output\n1\n```\n";
    let config = "[runners.sh]\ncommand = [\"sh\"]\ntimeout = 1\n[runners.gone]\ncommand = [\"/no/such/program\"]\n[runners.mini]\nwasm = \"js/mini.js\"\n";
    let site = site(text, config);
    site.write("static/js/mini.js", "");
    assert_snapshot!(site.told());
}

#[test]
fn mistakes_in_the_configuration() {
    let site = site(
        "",
        "[runners.python]\ncommand = [\"python3\"]\n[runners.sh]\n[runners.mini]\nwasm = \"js/mni.js\"\n[runners.x]\ncomand = []\ntimeout = -1\n",
    );
    site.write("static/js/mini.js", "");
    assert_snapshot!(site.told());
}
