// The picture of a block's objects, beside or below its output.
import { enlarge } from "./enlarge.js";
import { picture } from "./picture.js";

/** @typedef {import("./types.js").Report} Report */

export class Graph {
  #frame;
  #place;
  #recorded;
  #shown = "";

  /** @param {HTMLElement} frame with the picture that the generator has put there, if there was one */
  constructor(frame) {
    this.#frame = frame;
    this.#place = /** @type {HTMLElement} */ (frame.querySelector(".graph-place"));
    this.#recorded = [...this.#place.children];
    const open = /** @type {HTMLButtonElement} */ (frame.querySelector("button"));
    open.hidden = false;
    open.addEventListener("click", () => {
      const svg = this.#place.querySelector("svg");
      if (svg) enlarge(svg);
    });
  }

  /** What is shown, for comparing it with other pictures. */
  get markup() {
    return this.#place.innerHTML;
  }

  /** @param {string} svg nothing if it is empty */
  show(svg) {
    if (svg === this.#shown && svg) return;
    this.#shown = svg;
    const drawn = svg ? picture(svg) : undefined;
    this.#put(drawn ? [drawn] : []);
  }

  /** Shows what the page said before anything was run. */
  reset() {
    this.#shown = "";
    this.#put(this.#recorded);
  }

  /** @param {Element[]} pictures */
  #put(pictures) {
    this.#place.replaceChildren(...pictures);
    this.#frame.hidden = pictures.length === 0;
  }
}

/**
 * The picture at a run's end (other languages have none), unless it is the one of before the block: the generator follows the same rule.
 * @param {Report} report
 * @param {import("./types.js").Program} program whose last source is the block
 */
export function newsOf({ graphs = [] }, { sources }) {
  const last = graphs[sources.length - 1] ?? "";
  return last === graphs[sources.length - 2] ? "" : last;
}
