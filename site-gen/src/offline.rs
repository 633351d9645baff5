//! Reading without a network: the service worker, made for the files of this very build.

use serde_json::json;

use crate::assets::ENGINE;
use crate::digest::Digester;
use crate::output::Output;
use crate::render::Site;

/// Where the worker stands: it can answer for what lies beside and below it only.
pub const WORKER: &str = "service-worker.js";

/// What it does, as an asset; and the other worker, which pages start without a template's asking.
const SCRIPT: &str = "js/service-worker.js";
const RUNNER: &str = "js/worker.js";

/// The service worker of a site. It tells its version, which is another one when any file is, so that browsers
/// notice a new build; and the files that every page may need, relative to itself: what templates ask for, and
/// the engine. Pages and pictures are kept as they are visited.
pub fn worker(site: &Site<'_>, output: &Output) -> String {
    let asked_for = |name: &str| {
        let mut templates = site.theme.templates.values();
        name.starts_with(ENGINE)
            || name == RUNNER
            || templates.any(|template| template.text.contains(name))
    };
    let mut files: Vec<&str> = (site.assets.iter())
        .filter(|(name, _)| site.assets.uncompressed(name).is_none() && asked_for(name))
        .map(|(_, asset)| asset.path.as_str())
        .collect();
    files.extend(output.get("404.html").map(|_| "404.html"));
    let mut digester = Digester::new();
    for (path, file) in output.iter() {
        digester.add(path).add(&file.bytes);
    }
    let script = site
        .assets
        .get(SCRIPT)
        .map_or(&[][..], |asset| &asset.bytes);
    let told = json!({ "version": digester.finish().to_string(), "files": files });
    format!("self.site = {told};\n{}", String::from_utf8_lossy(script))
}
