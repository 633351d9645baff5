//! How the pictures of objects, the comparison and the steps look, held against kept screenshots.
//!
//! Letters differ from machine to machine, so the two are compared as one sees them from afar: brought to a coarse
//! grid of the same size, of which most cells must be about as bright. `KEEP=1` writes the screenshots anew: look at
//! them before you commit them.

use std::path::Path;

use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::browser::{Setup, wait_until, with_browser};
use crate::site::Site;

/// By how much width and height may differ: lines wrap elsewhere with other letters.
const SIZE: f64 = 1.25;
/// How much brighter or darker the cells may be on the average, of 1.
const MEAN: f64 = 0.05;
/// The share of cells that may be another altogether.
const OTHER: f64 = 0.1;

/// Answers the ratios of width and height, the mean difference, and the share of cells that differ by a fifth.
const COMPARE: &str = "const [kept, seen, done] = arguments; const grid = async bytes => { \
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)])); \
    const canvas = new OffscreenCanvas(32, 32), context = canvas.getContext('2d'); \
    context.imageSmoothingQuality = 'high'; context.drawImage(image, 0, 0, 32, 32); \
    const { data } = context.getImageData(0, 0, 32, 32); const cells = []; \
    for (let i = 0; i < data.length; i += 4) cells.push((data[i] + data[i + 1] + data[i + 2]) / 765); \
    return { cells, width: image.width, height: image.height }; }; \
    Promise.all([grid(kept), grid(seen)]).then(([a, b]) => { \
    const differences = a.cells.map((cell, i) => Math.abs(cell - b.cells[i])); \
    done([b.width / a.width, b.height / a.height, differences.reduce((x, y) => x + y) / differences.length, \
    differences.filter(difference => difference > 0.2).length / differences.length]); }, error => done(String(error)))";

async fn holds(browser: &Client, name: &str, selector: &str) {
    let element = browser.find(Locator::Css(selector)).await;
    let element = element.unwrap_or_else(|error| panic!("{selector}: {error}"));
    let seen = element.screenshot().await.expect("a screenshot");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser/views");
    let path = folder.join(format!("{name}.png"));
    if std::env::var_os("KEEP").is_some() {
        std::fs::create_dir_all(&folder).expect("the folder");
        std::fs::write(&path, &seen).expect("the screenshot is kept");
    }
    let kept = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let answer = browser
        .execute_async(COMPARE, vec![json!(kept), json!(seen)])
        .await;
    let answer = answer.expect("a comparison");
    let numbers: Vec<f64> = answer
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_f64)
        .collect();
    let &[width, height, mean, other] = numbers.as_slice() else {
        panic!("{name}: {answer}");
    };
    let fits = |ratio: f64| (1.0 / SIZE..=SIZE).contains(&ratio);
    assert!(
        fits(width) && fits(height) && mean <= MEAN && other <= OTHER,
        "{name} looks otherwise than {}: width × {width:.2}, height × {height:.2}, mean {mean:.3}, other {other:.3}",
        path.display()
    );
}

#[test]
fn views_look_as_they_were_kept() {
    for (width, size) in [(1280, "desk"), (500, "phone")] {
        let setup = Setup {
            width,
            height: 1000,
            scripts: true,
        };
        with_browser(setup, async move |browser| {
            let site = Site::build();
            browser.goto(&site.url("faq/")).await.expect("the page");
            let ready = "!document.querySelector('.compare [data-action=run]').hidden";
            wait_until(&browser, "the page is ready", ready, &[]).await;
            let session = "figure[data-scenario=neither][data-kind=transcript]";
            holds(
                &browser,
                &format!("graph-{size}"),
                &format!("{session} .example-graph"),
            )
            .await;
            holds(&browser, &format!("compare-{size}"), ".compare").await;
            let step = format!("document.querySelector('{session} [data-action=step]').click()");
            browser.execute(&step, vec![]).await.expect("a press");
            wait_until(
                &browser,
                "the steps",
                "document.querySelector('.stepper')",
                &[],
            )
            .await;
            let on = "for (let n = 0; n < 3; n++) document.querySelectorAll('.stepper-button')[2].click(); document.activeElement.blur()";
            browser.execute(on, vec![]).await.expect("presses");
            holds(&browser, &format!("steps-{size}"), session).await;
        });
    }
}
