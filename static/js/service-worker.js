// Lets pages be read, and their examples run, without a network. The network is asked first, always: nothing
// older than what the server has is ever shown while there is a server. site-gen writes the version and the
// files of the build before this script.

const worker = /** @type {ServiceWorkerGlobalScope & { site: { version: string, files: string[] } }} */ (
  /** @type {unknown} */ (self)
);
const scope = new URL("./", location.href).href;
const prefix = `site ${scope} `;
const current = prefix + worker.site.version;

worker.addEventListener("install", (event) => {
  event.waitUntil(fill().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  // Answers to a part of a file, and what is not of this site, go their own way.
  if (request.method !== "GET" || !request.url.startsWith(scope) || request.headers.has("range")) return;
  event.respondWith(answer(event));
});

/** Fetches what every page needs, and the pages that were kept of the build before. */
async function fill() {
  const cache = await caches.open(current);
  // The browser's own cache may hold files of the build before under these names.
  await cache.addAll(worker.site.files.map((file) => new Request(file, { cache: "no-cache" })));
  const pages = new Set((await worker.clients.matchAll({ includeUncontrolled: true })).map(({ url }) => plain(url)));
  for (const name of await older()) {
    for (const { url } of await (await caches.open(name)).keys()) if (url.endsWith("/")) pages.add(url);
  }
  // One that is gone must not keep the others.
  await Promise.allSettled([...pages].filter((url) => url.startsWith(scope)).map((url) => cache.add(url)));
}

async function takeOver() {
  for (const name of await older()) await caches.delete(name);
  await worker.clients.claim();
}

/** The caches of other builds of this site; other sites of the same host have theirs. */
async function older() {
  return (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current);
}

/** @param {FetchEvent} event */
async function answer(event) {
  const { request } = event;
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected) event.waitUntil(keep(request.url, response.clone()));
    return response;
  } catch (error) {
    const cache = await caches.open(current);
    const kept = await cache.match(plain(request.url));
    if (kept) return kept;
    const missing = request.mode === "navigate" && (await cache.match(new URL("404.html", scope).href));
    if (missing) return missing;
    throw error;
  }
}

/** @param {string} url @param {Response} response */
async function keep(url, response) {
  const cache = await caches.open(current);
  await cache.put(plain(url), response);
}

/**
 * An address without the part that only this browser sees, and without a question.
 * @param {string} address
 */
function plain(address) {
  const url = new URL(address);
  return url.origin + url.pathname;
}
