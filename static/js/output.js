// What a run printed, below its block, in the form in which the generator has written the recorded output.

/** @typedef {import("./types.js").Report} Report */
/** @typedef {Pick<import("./types.js").Chunk, "stream" | "text">} Shown */

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
    this.#element.replaceChildren(...this.#recorded);
    this.#reachable();
  }

  /** @param {Shown[]} chunks */
  show(chunks) {
    this.#element.replaceChildren(
      ...chunks.map(({ stream, text }) => {
        const span = document.createElement("span");
        span.className = stream;
        // Warnings and notes come without the end of their line.
        span.textContent = text.endsWith("\n") || stream === "stdout" ? text : `${text}\n`;
        return span;
      }),
    );
    this.#reachable();
  }

  /** A long output scrolls, and what scrolls must be reachable by keyboard. */
  #reachable() {
    if (this.#element.scrollHeight > this.#element.clientHeight) this.#element.tabIndex = 0;
    else this.#element.removeAttribute("tabindex");
  }
}

/**
 * What a block shows of its run: its own output, and the exception that kept it from running, if an earlier
 * block has raised one.
 * @param {Report} report
 * @param {{ sources: { name: string }[] }} program whose last source is the block's
 * @returns {Shown[]}
 */
export function shownOf(report, program) {
  const last = program.sources.length - 1;
  const own = report.chunks.filter((chunk) => chunk.source === last);
  const failure = report.failures.at(-1);
  if (report.outcome !== "raised" || !failure || failure.source === last) return own;
  const name = program.sources[failure.source]?.name ?? "";
  const traceback = report.chunks.filter((chunk) => chunk.source === failure.source && chunk.stream === "traceback");
  return [{ stream: "note", text: `An earlier block raised an exception (${name}):` }, ...traceback, ...own];
}
