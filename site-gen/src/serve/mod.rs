//! `site-gen serve`: the site from memory, rebuilt when its sources change.
//!
//! Nothing is read from disk to answer a request, so nothing but the site can be answered.

mod http;
mod state;
mod watch;

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::thread;
use std::time::Instant;

use crate::examples::Runner;
use crate::pipeline::{self, Options};

pub use state::Rebuilt;
use state::State;

/// A server that is bound to its address but does not answer yet.
pub struct Server {
    listener: TcpListener,
    options: Options,
    state: Arc<State>,
}

impl Server {
    /// Takes an address; port 0 takes a free port. The site is built for the address that was taken
    /// unless the options name another.
    pub fn bind(mut options: Options, address: SocketAddr) -> io::Result<Server> {
        let listener = TcpListener::bind(address)?;
        listener.set_nonblocking(true)?;
        if options.base_url.is_none() {
            options.base_url = Some(format!("http://{}/", listener.local_addr()?));
        }
        let state = Arc::new(State::new(base_path(&options)));
        Ok(Server {
            listener,
            options,
            state,
        })
    }

    /// Where readers find the site.
    pub fn url(&self) -> String {
        let address = self.listener.local_addr();
        let address = address.map_or_else(|_| "127.0.0.1".into(), |address| address.to_string());
        format!("http://{address}{}", self.state.base_path())
    }

    /// Builds the site, then answers requests and rebuilds it until the process ends. `tell` is called
    /// after every build.
    pub fn run(self, mut tell: impl FnMut(Rebuilt) + Send + 'static) -> io::Result<()> {
        let Server {
            listener,
            options,
            state,
        } = self;
        // Watching begins before the first build: an edit during the build is not lost.
        let mut changes = watch::Changes::of(&options.root).map_err(io::Error::other)?;
        let runner = Runner::new();
        tell(rebuild(&options, &runner, &state, &mut changes));
        let rebuilt = Arc::clone(&state);
        thread::Builder::new()
            .name("rebuild".into())
            .spawn(move || {
                while changes.wait() {
                    tell(rebuild(&options, &runner, &rebuilt, &mut changes));
                }
            })?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()?;
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener)?;
            axum::serve(listener, http::router(state)).await
        })
    }
}

fn rebuild(
    options: &Options,
    runner: &Runner,
    state: &State,
    changes: &mut watch::Changes,
) -> Rebuilt {
    let start = Instant::now();
    let mut assembled = pipeline::assemble_again(options, runner);
    changes.also(std::mem::take(&mut assembled.others));
    state.publish(assembled, start.elapsed())
}

/// The path of the base URL that was asked for, or `/` where the build will complain about it.
fn base_path(options: &Options) -> String {
    let url = options.base_url.as_deref().unwrap_or_default();
    let url = crate::config::normal_base_url(url).unwrap_or_default();
    let path = url.splitn(4, '/').nth(3).unwrap_or_default();
    format!("/{path}")
}
