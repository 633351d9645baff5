// The page's only gate to what the browser would run or read as markup: with Trusted Types it accepts nothing
// else. Addresses pass if they are of this site; markup passes into a document of its own, and only there.

/** @type {{ createScriptURL(url: string): unknown, createHTML(text: string): unknown } | undefined} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("playground", {
  /** @param {string} url */
  createScriptURL(url) {
    const absolute = new URL(url, document.baseURI);
    if (absolute.origin !== location.origin) throw new TypeError(`not of this site: ${absolute}`);
    return absolute.href;
  },
  /** @param {string} text */
  createHTML: (text) => text,
});

/**
 * @param {string} url an address on this site
 * @returns {string} what a script's sink accepts: where the browser has Trusted Types, not a string at all
 */
export function scriptUrl(url) {
  return /** @type {any} */ (policy ? policy.createScriptURL(url) : url);
}

/**
 * SVG as a document without a window: its scripts do not run, and it loads nothing. Nothing of it may be put
 * into the page; picture.js makes what it finds in it anew.
 * @param {string} text
 */
export function svgDocument(text) {
  const markup = /** @type {any} */ (policy ? policy.createHTML(text) : text);
  return new DOMParser().parseFromString(markup, "image/svg+xml");
}
