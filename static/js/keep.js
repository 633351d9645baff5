// The reader's edits outlast the page, in this browser only. They belong to a block as it was written when they
// were made: where the page has changed since, they are dropped.
import { recall, remember } from "./storage.js";

/** The kept edit of one block. */
export class Kept {
  #key;
  #original;

  /** @param {string} id of the block @param {string} original its text on the page */
  constructor(id, original) {
    this.#key = `edit ${location.pathname} ${id}`;
    this.#original = fingerprint(original);
  }

  /** @returns {string | undefined} the text that was kept */
  recall() {
    const [, original, text] = /^(\w+)\n([^]*)$/.exec(recall(this.#key) ?? "") ?? [];
    if (original === undefined) return undefined;
    if (original === this.#original) return text;
    this.forget();
    return undefined;
  }

  /** @param {string} text */
  keep(text) {
    // An old edit in the place of one that could not be kept would only surprise.
    if (!remember(this.#key, `${this.#original}\n${text}`)) this.forget();
  }

  forget() {
    remember(this.#key, null);
  }
}

/**
 * A short word that is another one for another text (FNV-1a).
 * @param {string} text
 */
function fingerprint(text) {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return `${text.length}x${(hash >>> 0).toString(16)}`;
}
