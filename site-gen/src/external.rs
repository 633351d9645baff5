//! `site-gen check --external`: whether the links that leave the site lead anywhere.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use ureq::Agent;

use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::markdown::{Body, ExternalLink};

/// How many hosts are asked at the same time. Of one host, one page is asked for after the other.
const HOSTS_AT_ONCE: usize = 8;

/// How long a good answer counts.
const KEPT: Duration = Duration::from_secs(7 * 24 * 3600);

/// The file that remembers good answers, below the site's folder.
const CACHE: &str = ".cache/links.json";

/// How links are checked.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How long one page may take to answer.
    pub timeout: Duration,
}

/// What a host said of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Answer {
    /// It is there.
    Good,
    /// It is not.
    Broken(String),
    /// The host would not say.
    Unsure(String),
    /// There was no host to ask.
    Unreachable(String),
}

/// Good answers with the second of the Unix time at which each was given.
#[derive(Default, Serialize, Deserialize)]
struct Cache(BTreeMap<String, u64>);

impl Cache {
    fn read(root: &Path) -> Cache {
        // Whatever is wrong with it, asking again sets it right.
        let text = fs::read_to_string(root.join(CACHE)).unwrap_or_default();
        let mut cache: Cache = serde_json::from_str(&text).unwrap_or_default();
        let now = now();
        cache
            .0
            .retain(|_, when| now.saturating_sub(*when) < KEPT.as_secs() && *when <= now);
        cache
    }

    fn write(&self, root: &Path) -> std::io::Result<()> {
        let path = root.join(CACHE);
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        let beside = path.with_extension("new");
        fs::write(&beside, serde_json::to_string_pretty(self)?)?;
        fs::rename(beside, path)
    }
}

fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}

/// Checks the links of all pages that lead to other sites.
pub fn check(root: &Path, bodies: &[Body], patience: Patience, diagnostics: &mut Diagnostics) {
    let mut cache = Cache::read(root);
    let mut links: BTreeMap<String, Vec<&ExternalLink>> = BTreeMap::new();
    for link in bodies.iter().flat_map(|body| &body.external) {
        if let Some(url) = page_of(&link.url) {
            links.entry(url).or_default().push(link);
        }
    }
    let mut by_host: HashMap<&str, Vec<&str>> = HashMap::new();
    for url in links.keys().filter(|url| !cache.0.contains_key(*url)) {
        by_host.entry(host(url)).or_default().push(url);
    }
    let answers = ask_all(by_host.into_values().collect(), patience);
    let unreachable = |answer: &Answer| matches!(answer, Answer::Unreachable(_));
    if !answers.is_empty() && answers.values().all(unreachable) {
        let count = answers.len();
        diagnostics.push(
            Diagnostic::warning(
                "external",
                format!("{count} links to other sites were not checked: no host can be reached"),
            )
            .help("is there a network?"),
        );
        return;
    }
    let now = now();
    for (url, answer) in &answers {
        if *answer == Answer::Good {
            cache.0.insert(url.clone(), now);
        }
        for link in &links[url] {
            diagnostics.extend(told(link, answer));
        }
    }
    // Without it the next check takes longer, and that is all.
    let _ = cache.write(root);
}

fn told(link: &ExternalLink, answer: &Answer) -> Option<Diagnostic> {
    let url = &link.url;
    let diagnostic = match answer {
        Answer::Good => return None,
        Answer::Broken(why) => Diagnostic::error("external", format!("broken link: {url} {why}")),
        Answer::Unreachable(why) => Diagnostic::error(
            "external",
            format!("broken link: {url} cannot be reached: {why}"),
        ),
        Answer::Unsure(why) => {
            Diagnostic::warning("external", format!("{url} could not be checked: it {why}"))
        }
    };
    Some(diagnostic.at(&Arc::clone(&link.file), link.span.clone()))
}

/// The address without the place on its page; nothing if no page is meant.
fn page_of(url: &str) -> Option<String> {
    let url = url.split('#').next().unwrap_or_default();
    let is_page = url.starts_with("https://") || url.starts_with("http://");
    is_page.then(|| url.to_owned())
}

fn host(url: &str) -> &str {
    url.split('/').nth(2).unwrap_or_default()
}

fn ask_all(hosts: Vec<Vec<&str>>, patience: Patience) -> BTreeMap<String, Answer> {
    let agent: Agent = Agent::config_builder()
        .timeout_global(Some(patience.timeout))
        .http_status_as_error(false)
        .user_agent(concat!(
            "site-gen/",
            env!("CARGO_PKG_VERSION"),
            " (link check)"
        ))
        .build()
        .into();
    let answers = Mutex::new(BTreeMap::new());
    let workers = hosts.len().min(HOSTS_AT_ONCE);
    let hosts = Mutex::new(hosts);
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let next = hosts.lock().unwrap_or_else(PoisonError::into_inner).pop();
                    let Some(urls) = next else { return };
                    for url in urls {
                        let answer = ask(&agent, url);
                        let mut answers = answers.lock().unwrap_or_else(PoisonError::into_inner);
                        answers.insert(url.to_owned(), answer);
                    }
                }
            });
        }
    });
    answers.into_inner().unwrap_or_else(PoisonError::into_inner)
}

/// Asks for the head of a page and, because some hosts refuse that, for the page.
fn ask(agent: &Agent, url: &str) -> Answer {
    let head = agent
        .head(url)
        .call()
        .map(|response| response.status().as_u16());
    match head {
        Ok(200..=299) => return Answer::Good,
        Err(error) if !matches!(error, ureq::Error::Protocol(_)) => return failed(&error),
        _ => {}
    }
    match agent
        .get(url)
        .call()
        .map(|response| response.status().as_u16())
    {
        Ok(200..=299) => Answer::Good,
        Ok(status @ (404 | 410 | 400)) => Answer::Broken(format!("answers {status}")),
        Ok(status) => Answer::Unsure(format!("answers {status}")),
        Err(error) => failed(&error),
    }
}

fn failed(error: &ureq::Error) -> Answer {
    use ureq::Error;
    match error {
        Error::HostNotFound => Answer::Unreachable("there is no such host".into()),
        Error::ConnectionFailed => Answer::Unreachable("the host does not answer".into()),
        Error::Io(error) => Answer::Unreachable(error.to_string()),
        Error::Timeout(_) => Answer::Unsure("takes too long".into()),
        Error::TooManyRedirects => Answer::Broken("leads in a circle".into()),
        Error::BadUri(_) | Error::Http(_) => Answer::Broken("is no address".into()),
        other => Answer::Unsure(format!("fails: {other}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_hosts() {
        assert_eq!(
            page_of("https://a.org/x#y").as_deref(),
            Some("https://a.org/x")
        );
        assert_eq!(page_of("mailto:a@b.org"), None);
        assert_eq!(host("https://a.org:8000/x"), "a.org:8000");
    }
}
