//! SQLAlchemy's own documentation: its relationship examples, run by the engine and by real SQLAlchemy.
//!
//! The examples are SQLAlchemy's text and so are not kept here. `tools/corpus.py` fetches them into a folder
//! and cuts them into programs; `CORPUS` says where. `make corpus` does both.

mod support;

use recorded::{Case, cases, elide_dates, problems};
use std::collections::BTreeMap;
use std::path::PathBuf;
use support::output;

/// Mapping and relationships in memory: what has to pass altogether.
const IN_MEMORY: [&str; 3] = ["T0", "T1", "T2"];

#[test]
fn examples_of_the_documentation_print_what_sqlalchemy_prints() {
    let Some(folder) = std::env::var_os("CORPUS").map(PathBuf::from) else {
        println!("not run: `make corpus` fetches the programs and says where they are");
        return;
    };
    let listed =
        std::fs::read_to_string(folder.join("tiers.txt")).expect("the folder has tiers.txt");
    let tiers: BTreeMap<&str, &str> = listed
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect();
    let tier = |case: &Case| {
        let stem = case.name.rsplit_once('.').map_or("", |(stem, _)| stem);
        tiers.get(stem).copied().unwrap_or("?")
    };

    let cases = cases(&folder);
    let problems = problems(&cases, |case| elide_dates(&output(case)));
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let mut failures = Vec::new();
    for (case, problem) in cases.iter().zip(problems) {
        let (passed, failed) = counts.entry(tier(case)).or_default();
        match problem {
            None => *passed += 1,
            Some(text) => {
                *failed += 1;
                failures.push((
                    tier(case),
                    format!("=== {} {}\n{text}", tier(case), case.name),
                ));
            }
        }
    }
    for (tier, (passed, failed)) in &counts {
        println!("{tier:<4} {passed:>4} passed {failed:>4} failed");
    }
    let missed = failures.iter().filter(|(tier, _)| IN_MEMORY.contains(tier));
    let missed: Vec<&str> = missed.map(|(_, text)| text.as_str()).collect();
    assert!(
        missed.is_empty(),
        "{}\n{} programs differ",
        missed.join("\n"),
        missed.len()
    );
}
