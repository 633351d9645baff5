//! Answering requests.

use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::State as Shared;
use axum::http::{Method, Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use futures_util::stream;
use serde_json::json;

use super::state::{Current, State};
use crate::content::decode_path;
use crate::output::Output;

/// Below this path lies what only `serve` has; no content path begins with two underscores by custom.
const RELOAD: &str = "/__site-gen/reload.js";
const EVENTS: &str = "/__site-gen/events";

/// As strict as what the default templates say, so that a template that forgot its policy is noticed
/// while it is written.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
    form-action 'none'";

/// Shown until the first build without errors.
const NO_SITE: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
    <title>No site yet</title>\n</head>\n<body>\n<p>The site could not be built yet.</p>\n</body>\n</html>\n";

/// The routes of the server.
pub fn router(state: Arc<State>) -> Router {
    Router::new()
        .route(RELOAD, get(reload))
        .route(EVENTS, get(events))
        .fallback(file)
        .with_state(state)
}

/// The module that listens for new builds.
async fn reload() -> impl IntoResponse {
    let headers = [
        (header::CONTENT_TYPE, "text/javascript; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, include_str!("reload.js"))
}

/// The current build, and every later one, as server-sent events.
async fn events(Shared(state): Shared<Arc<State>>) -> impl IntoResponse {
    let builds = stream::unfold(state.subscribe(), |mut receiver| async {
        receiver.changed().await.ok()?;
        let current = receiver.borrow_and_update().clone();
        let data = json!({ "version": current.version, "error": current.error.as_deref() });
        let event = Event::default().data(data.to_string());
        Some((Ok::<_, Infallible>(event), receiver))
    });
    Sse::new(builds).keep_alive(KeepAlive::default())
}

/// A file of the site.
async fn file(Shared(state): Shared<Arc<State>>, request: Request<Body>) -> Response<Body> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let current = state.current();
    match find(&current.output, state.base_path(), request.uri().path()) {
        Found::File(path) => answer(&current, StatusCode::OK, &path),
        Found::Folder(location) => (
            StatusCode::TEMPORARY_REDIRECT,
            [(header::LOCATION, location)],
        )
            .into_response(),
        Found::Nothing if current.output.is_empty() => {
            html(&current, StatusCode::SERVICE_UNAVAILABLE, NO_SITE)
        }
        Found::Nothing => answer(&current, StatusCode::NOT_FOUND, "404.html"),
    }
}

/// What a request's path leads to.
#[derive(Debug, PartialEq, Eq)]
enum Found {
    /// A file of the output.
    File(String),
    /// A page, but for the slash at the end; or the site, from above its base path.
    Folder(String),
    /// Nothing of this site.
    Nothing,
}

/// The path is only ever a key of the output: nothing outside the site can be named by it.
fn find(output: &Output, base_path: &str, path: &str) -> Found {
    let Some(below) = path.strip_prefix(base_path) else {
        return match path == "/" || format!("{path}/") == base_path {
            true => Found::Folder(base_path.to_owned()),
            false => Found::Nothing,
        };
    };
    let name = decode_path(below);
    if name.is_empty() || name.ends_with('/') {
        let index = format!("{name}index.html");
        return match output.get(&index) {
            Some(_) => Found::File(index),
            None => Found::Nothing,
        };
    }
    if output.get(&name).is_some() {
        return Found::File(name);
    }
    match output.get(&format!("{name}/index.html")) {
        Some(_) => Found::Folder(format!("{path}/")),
        None => Found::Nothing,
    }
}

fn answer(current: &Current, status: StatusCode, path: &str) -> Response<Body> {
    let Some(file) = current.output.get(path) else {
        return status.into_response();
    };
    match mime(path) {
        "text/html; charset=utf-8" => html(current, status, &String::from_utf8_lossy(&file.bytes)),
        mime => (status, headers(mime), file.bytes.clone()).into_response(),
    }
}

/// A page, with the module that listens for new builds in it.
fn html(current: &Current, status: StatusCode, page: &str) -> Response<Body> {
    let version = current.version;
    let script = format!("<script type=\"module\" src=\"{RELOAD}?version={version}\"></script>\n");
    let at = page.rfind("</body>").unwrap_or(page.len());
    let page = format!("{}{script}{}", &page[..at], &page[at..]);
    (status, headers("text/html; charset=utf-8"), page).into_response()
}

fn headers(mime: &'static str) -> [(header::HeaderName, &'static str); 4] {
    [
        (header::CONTENT_TYPE, mime),
        (header::CACHE_CONTROL, "no-cache"),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ]
}

/// The media type by a file's name; text is UTF-8.
fn mime(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "md" | "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        _ => mime_guess::from_path(path)
            .first_raw()
            .unwrap_or("application/octet-stream"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output() -> Output {
        let mut output = Output::new();
        for path in ["index.html", "faq/index.html", "css/a b.css", "404.html"] {
            output.add(path, b"".as_slice(), "").unwrap();
        }
        output
    }

    #[test]
    fn a_path_is_a_file_a_page_or_nothing() {
        let output = output();
        let file = |path: &str| Found::File(path.into());
        let folder = |path: &str| Found::Folder(path.into());
        for (path, found) in [
            ("/", file("index.html")),
            ("/faq/", file("faq/index.html")),
            ("/faq", folder("/faq/")),
            ("/css/a%20b.css", file("css/a b.css")),
            ("/css/", Found::Nothing),
            ("/nothing", Found::Nothing),
            ("/../site.toml", Found::Nothing),
            ("/%2e%2e/site.toml", Found::Nothing),
            ("/..%2fsite.toml", Found::Nothing),
            ("//etc/passwd", Found::Nothing),
        ] {
            assert_eq!(find(&output, "/", path), found, "{path}");
        }
        for (path, found) in [
            ("/sub/", file("index.html")),
            ("/sub", folder("/sub/")),
            ("/", folder("/sub/")),
            ("/sub/faq", folder("/sub/faq/")),
            ("/faq/", Found::Nothing),
        ] {
            assert_eq!(find(&output, "/sub/", path), found, "{path}");
        }
    }

    #[test]
    fn media_types_that_browsers_insist_on() {
        assert_eq!(mime("engine/playground_bg.wasm"), "application/wasm");
        assert_eq!(mime("js/site.js"), "text/javascript; charset=utf-8");
        assert_eq!(mime("icons/icon.svg"), "image/svg+xml");
        assert_eq!(mime("CNAME"), "application/octet-stream");
    }
}
