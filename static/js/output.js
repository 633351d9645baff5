// What a run printed, below its block, in the form in which the generator has written the recorded output.

/** @typedef {import("./types.js").Failure} Failure */
/** @typedef {import("./types.js").Program} Program */
/** @typedef {import("./types.js").Report} Report */
/** @typedef {Pick<import("./types.js").Chunk, "stream" | "text">} Shown */

// More lines than this scroll. What the page itself recorded is shown whole, however long it is.
const MANY = 60;

export class Output {
  #element;
  #recorded;

  /** @param {HTMLOutputElement} element which holds the recorded output */
  constructor(element) {
    this.#element = element;
    this.#recorded = [...element.childNodes];
  }

  /** Shows what the page said before anything was run. */
  reset() {
    this.outdated = false;
    this.release();
    this.#element.replaceChildren(...this.#recorded);
    this.#element.removeAttribute("tabindex");
  }

  get text() {
    return this.#element.textContent ?? "";
  }

  /** Whether it is of a text that does not stand there any more; it says so then. */
  get outdated() {
    return this.#element.hasAttribute("data-outdated");
  }

  set outdated(outdated) {
    const said = outdated && this.#element.hasChildNodes();
    this.#element.toggleAttribute("data-outdated", outdated);
    this.#element.setAttribute("aria-label", said ? "Output, from before the edit" : "Output");
  }

  /** Gives back the space that was kept free. */
  release() {
    this.#element.style.removeProperty("min-block-size");
    delete this.#element.dataset.reserved;
  }

  /** Keeps the space that it has now, so that what stands below stays where it is while somebody types. */
  #reserve() {
    this.#element.dataset.reserved = "";
    this.#element.style.setProperty("min-block-size", `${this.#element.offsetHeight}px`);
  }

  /** @param {Shown[]} chunks @param {boolean} [live] whether somebody is typing */
  show(chunks, live = false) {
    this.outdated = false;
    if (live) this.#reserve();
    this.#element.replaceChildren(
      ...chunks.map(({ stream, text }) => {
        const span = document.createElement("span");
        span.className = stream;
        // Warnings and notes come without the end of their line.
        span.textContent = stream === "warning" || stream === "note" ? `${text}\n` : text;
        return span;
      }),
    );
    // What scrolls must be reachable by keyboard; the style makes it scroll where it is.
    const lines = chunks.reduce((sum, { text }) => sum + text.split("\n").length, 0);
    if (lines > MANY) this.#element.tabIndex = 0;
    else this.#element.removeAttribute("tabindex");
  }
}

/**
 * What a run says about its block.
 * @typedef {object} Verdict
 * @property {Shown[]} shown the block's own output, behind the exception that kept it from running
 * @property {Failure | undefined} failure the block's own
 * @property {boolean} failed whether there is either of them
 */

/**
 * @param {Report} report
 * @param {Program} program whose last source is the block
 * @returns {Verdict}
 */
export function verdictOf(report, program) {
  const last = program.sources.length - 1;
  const failure = report.failures.find(({ source }) => source === last);
  const all = report.chunks.filter(({ source }) => source === last);
  // What the engine itself remarks stands below what the program printed.
  const own = [...all.filter(({ stream }) => stream !== "note"), ...all.filter(({ stream }) => stream === "note")];
  // Sessions go on after an exception, and so do blocks that are meant to raise one.
  const before = report.failures.find(({ source }) => {
    const earlier = program.sources[source];
    return source < last && earlier?.kind === "script" && !earlier.go_on;
  });
  if (!before) return { shown: own, failure, failed: failure !== undefined };
  const name = program.sources[before.source]?.name ?? "";
  const traceback = report.chunks.filter(({ source, stream }) => source === before.source && stream === "traceback");
  const note = { stream: /** @type {const} */ ("note"), text: `An earlier block raised an exception (${name}):` };
  return { shown: [note, ...traceback, ...own], failure, failed: true };
}
