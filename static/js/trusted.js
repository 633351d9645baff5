// The page's only gate to addresses that run as code: with Trusted Types the browser accepts no other, and
// this one lets through addresses of this site alone.

/** @type {{ createScriptURL(url: string): unknown } | undefined} */
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("playground", {
  /** @param {string} url */
  createScriptURL(url) {
    const absolute = new URL(url, document.baseURI);
    if (absolute.origin !== location.origin) throw new TypeError(`not of this site: ${absolute}`);
    return absolute.href;
  },
});

/**
 * @param {string} url an address on this site
 * @returns {string} what a script's sink accepts: where the browser has Trusted Types, not a string at all
 */
export function scriptUrl(url) {
  return /** @type {any} */ (policy ? policy.createScriptURL(url) : url);
}
