//! A browser, and what the tests ask of it.

use std::future::Future;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

/// How a browser is set up.
pub struct Setup {
    pub width: u32,
    pub height: u32,
    pub scripts: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Setup {
            width: 1280,
            height: 900,
            scripts: true,
        }
    }
}

/// The driver's process; it ends with the test.
struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    fn start() -> Driver {
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is needed for these tests: sudo apt-get install chromium chromium-driver");
        let mut lines = BufReader::new(process.stdout.take().expect("its output is piped")).lines();
        let port = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| {
                let (_, port) = line.split_once("started successfully on port ")?;
                port.trim_end_matches('.').parse().ok()
            })
            .expect("chromedriver says on which port it listens");
        // It must not get stuck on a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Driver { process, port }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Nothing can be done about a process that has ended already.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Runs a test in a browser of its own, and closes that whatever happens.
pub fn with_browser<F>(setup: Setup, test: impl FnOnce(Client) -> F)
where
    F: Future<Output = ()> + Send + 'static,
{
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(async {
        let driver = Driver::start();
        let browser = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(&setup))
            .connect(&format!("http://127.0.0.1:{}", driver.port))
            .await
            .expect("a session of Chromium");
        let outcome = tokio::spawn(test(browser.clone())).await;
        let _ = browser.close().await;
        if let Err(failure) = outcome {
            std::panic::resume_unwind(failure.into_panic());
        }
    });
}

fn capabilities(setup: &Setup) -> serde_json::Map<String, Value> {
    let mut preferences = json!({});
    if !setup.scripts {
        preferences["profile.managed_default_content_settings.javascript"] = json!(2);
    }
    let capabilities = json!({
        "browserName": "chrome",
        "goog:loggingPrefs": { "browser": "ALL" },
        "goog:chromeOptions": {
            "args": [
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-dev-shm-usage",
                format!("--window-size={},{}", setup.width, setup.height),
            ],
            "prefs": preferences,
        },
    });
    capabilities.as_object().cloned().unwrap_or_default()
}

/// A request that only Chromium's driver knows.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(
        &self,
        base: &url::Url,
        session: Option<&str>,
    ) -> Result<url::Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

/// Presses and releases a key, wherever the focus is.
pub async fn press_key(browser: &Client, key: Key) {
    let key = key.into();
    let keys = KeyActions::new("keyboard".into())
        .then(KeyAction::Down { value: key })
        .then(KeyAction::Up { value: key });
    browser.perform_actions(keys).await.expect("a key");
}

/// Fails if anything was written to the console as an error: failed requests, exceptions, violations of the
/// Content-Security-Policy.
pub async fn assert_clean_console(browser: &Client, page: &str) {
    let log = browser
        .issue_cmd(Extension {
            path: "se/log",
            body: json!({ "type": "browser" }),
        })
        .await
        .expect("the console's log");
    let errors: Vec<&Value> = log
        .as_array()
        .into_iter()
        .flatten()
        .filter(|entry| entry["level"] == "SEVERE")
        .collect();
    assert!(
        errors.is_empty(),
        "{page} writes errors to the console: {errors:#?}"
    );
}

/// A command of Chromium's own protocol.
pub async fn cdp(browser: &Client, command: &str, parameters: Value) -> Value {
    let body = json!({ "cmd": command, "params": parameters });
    let path = "goog/cdp/execute";
    let answer = browser.issue_cmd(Extension { path, body }).await;
    answer.unwrap_or_else(|error| panic!("{command}: {error}"))
}

/// Gives the page a window of this size, smaller than any real one if need be.
pub async fn resize(browser: &Client, width: u32, height: u32) {
    let metrics =
        json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
    cdp(browser, "Emulation.setDeviceMetricsOverride", metrics).await;
}

/// Lets the page read the clipboard, as a reader could.
pub async fn allow_clipboard(browser: &Client) {
    for name in ["clipboard-read", "clipboard-write"] {
        let body = json!({ "descriptor": { "name": name }, "state": "granted" });
        browser
            .issue_cmd(Extension {
                path: "permissions",
                body,
            })
            .await
            .expect("the permission");
    }
}

/// Asks the page until it answers `true`.
pub async fn wait_until(browser: &Client, what: &str, condition: &str, arguments: &[Value]) {
    let begin = Instant::now();
    let script = format!("return Boolean({condition});");
    while begin.elapsed() < Duration::from_secs(30) {
        if browser
            .execute(&script, arguments.to_vec())
            .await
            .expect("the condition")
            == true
        {
            return;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("waited in vain for this: {what}");
}

/// A block of the page.
pub struct Block<'b> {
    browser: &'b Client,
    pub id: String,
}

impl<'b> Block<'b> {
    pub fn new(browser: &'b Client, id: &str) -> Block<'b> {
        Block {
            browser,
            id: id.to_owned(),
        }
    }

    /// The blocks of the page that is open.
    pub async fn all(browser: &'b Client) -> Vec<Block<'b>> {
        let script = "return [...document.querySelectorAll('figure[data-example]')].map(f => f.dataset.example)";
        let ids = browser.execute(script, vec![]).await.expect("the blocks");
        ids.as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .map(|id| Block::new(browser, id))
            .collect()
    }

    fn selector(&self, inside: &str) -> String {
        format!("figure[data-example='{}'] {inside}", self.id)
    }

    pub async fn find(&self, inside: &str) -> fantoccini::elements::Element {
        let found = self
            .browser
            .find(Locator::Css(&self.selector(inside)))
            .await;
        found.unwrap_or_else(|error| panic!("{}: no {inside}: {error}", self.id))
    }

    /// Presses a button as a reader would, found by its name.
    pub async fn press(&self, name: &str) {
        let path = format!(
            "//figure[@data-example='{}']//button[normalize-space()='{name}']",
            self.id
        );
        let button = self.browser.find(Locator::XPath(&path)).await;
        let button =
            button.unwrap_or_else(|error| panic!("{}: no button {name}: {error}", self.id));
        // Some stand in a menu, which is opened first.
        let open = "arguments[0].closest('details:not([open])')?.querySelector('summary').click()";
        let argument = serde_json::to_value(&button).expect("a reference");
        let opened = self.browser.execute(open, vec![argument]).await;
        opened.expect("its menu opens");
        button
            .click()
            .await
            .unwrap_or_else(|error| panic!("{}: {name} cannot be pressed: {error}", self.id));
    }

    /// Presses Run and waits for the end.
    pub async fn run(&self) {
        self.press("Run").await;
        self.finished().await;
    }

    pub async fn finished(&self) {
        self.reaches(&["done", "failed"]).await;
    }

    pub async fn reaches(&self, states: &[&str]) {
        let condition = "arguments[1].includes(document.querySelector(arguments[0]).dataset.state)";
        let figure = json!(format!("figure[data-example='{}']", self.id));
        let what = format!("{} is {}", self.id, states.join(" or "));
        wait_until(self.browser, &what, condition, &[figure, json!(states)]).await;
    }

    pub async fn state(&self) -> String {
        let script = "return document.querySelector(arguments[0]).dataset.state";
        let figure = json!(format!("figure[data-example='{}']", self.id));
        let state = self
            .browser
            .execute(script, vec![figure])
            .await
            .expect("the figure");
        state.as_str().unwrap_or_default().to_owned()
    }

    /// What the output holds, as text.
    pub async fn output(&self) -> String {
        self.property("output", "textContent").await
    }

    /// What stands in the editor.
    pub async fn text(&self) -> String {
        self.property("textarea", "value").await
    }

    /// What the editor shows behind the textarea.
    pub async fn drawing(&self) -> String {
        self.property(".editor pre", "textContent").await
    }

    async fn property(&self, inside: &str, name: &str) -> String {
        let value = self
            .find(inside)
            .await
            .prop(name)
            .await
            .expect("a property");
        value.unwrap_or_default()
    }

    /// Writes a program into the editor in place of what stands there.
    pub async fn write(&self, text: &str) {
        let script = "const area = document.querySelector(arguments[0]); area.focus(); area.select(); \
                      document.execCommand('insertText', false, arguments[1]);";
        let arguments = vec![json!(self.selector("textarea")), json!(text)];
        self.browser
            .execute(script, arguments)
            .await
            .expect("the editor takes text");
        assert_eq!(self.text().await, text);
    }
}
