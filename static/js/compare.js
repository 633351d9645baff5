// One program under several models: run on all of them, with what each line printed side by side. The generator
// writes the same rows into the page (`examples/compare.rs`, `templates/compare.html`).
import { Editor } from "./editor.js";
import { Graph } from "./graph.js";
import { kindOf } from "./kind.js";
import { Cancelled } from "./runner.js";

/** @typedef {import("./types.js").Report} Report */
/** @typedef {import("./types.js").Chunk} Chunk */
/** @typedef {Pick<Chunk, "stream" | "text">} Piece */
/** @typedef {{ differs: boolean, words: string, odd: number }} Judgement `odd` is the index of the one unlike the others, or -1 */

export class Comparison {
  #figure;
  #workshop;
  #id;
  #editor;
  #models;
  #rows;
  #recorded;
  #graphRow;
  #graphs;
  #status;
  #run;
  #reset;
  #turn = 0;

  /**
   * @param {HTMLElement} figure
   * @param {import("./example.js").Workshop} workshop
   */
  constructor(figure, workshop) {
    this.#figure = figure;
    this.#workshop = workshop;
    this.#id = figure.dataset.comparison ?? "";
    this.#models = [.../** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("[data-model]"))].map(
      (code) => ({ name: code.dataset.model ?? "", text: code.textContent ?? "" }),
    );
    this.#rows = this.#part(".compare-rows");
    this.#recorded = [...this.#rows.childNodes];
    this.#graphRow = this.#part(".compare-graphs");
    this.#graphs = [...this.#graphRow.querySelectorAll(".example-graph")].map(
      (frame) => new Graph(/** @type {HTMLElement} */ (frame)),
    );
    this.#status = this.#part("[role=status]");
    this.#run = /** @type {HTMLButtonElement} */ (this.#part("[data-action=run]"));
    this.#reset = /** @type {HTMLButtonElement} */ (this.#part("[data-action=reset]"));
    this.#run.addEventListener("click", () => void this.run());
    this.#reset.addEventListener("click", () => this.#restore());
    this.#editor = new Editor(
      this.#id,
      this.#part(".editor"),
      (text, kind) => workshop.engine.ready?.tokens(text, kind),
      {
        run: () => void this.run(),
        changed: () => this.#changed(),
        // What can be said of a name is said of it under the first model.
        complete: (offset) => workshop.engine.complete(this.#program(this.#models[0], this.#editor.text), offset),
        about: (offset) => workshop.engine.about(this.#program(this.#models[0], this.#editor.text), offset),
      },
    );
  }

  takeOver() {
    this.#editor.takeOver();
    this.#run.hidden = false;
    this.#reset.hidden = !this.#editor.edited;
  }

  /** Draws the text anew, now that the engine knows its tokens. */
  engineArrived() {
    if (this.#editor.edited) this.#editor.redraw();
  }

  async run() {
    const turn = ++this.#turn;
    const text = this.#editor.text;
    this.#figure.dataset.state = "running";
    try {
      const results = await Promise.all(
        this.#models.map((model, index) => {
          const program = this.#program(model, text);
          program.options = { ...program.options, narrow: true, steps_of: program.sources.length - 1 };
          return this.#workshop.runner.run(`${this.#id} ${index}`, program, () => {});
        }),
      );
      if (turn === this.#turn) this.#show(results.map(({ report }) => report), text);
    } catch (error) {
      if (turn !== this.#turn || error instanceof Cancelled) return;
      this.#figure.dataset.state = "failed";
      this.#status.textContent = `Could not run: ${error instanceof Error ? error.message : error}`;
    }
  }

  /** @param {{ name: string, text: string } | undefined} model @param {string} text */
  #program(model, text) {
    return this.#workshop.scenarios.wrap([
      { name: `${model?.name}.py`, text: model?.text ?? "", kind: "script", go_on: false },
      { name: "program.py", text, kind: kindOf(text), go_on: false },
    ]);
  }

  /** @param {Report[]} reports @param {string} text */
  #show(reports, text) {
    const names = this.#models.map(({ name }) => name);
    const rows = rowsOf(reports).map(({ line, cells }) => {
      const code = line === 0 ? "the model itself" : codeOf(text, line);
      return rowOf(code, names, cells, judgementOf(cells.map(comparable), names));
    });
    this.#rows.replaceChildren(...rows.flatMap((row) => [row, "\n"]));

    const pictures = reports.map(({ graphs }) => graphs.at(-1) ?? "");
    this.#graphs.forEach((graph, index) => graph.show(pictures[index] ?? ""));
    this.#judgeGraphs();

    const failed = reports.some(({ outcome }) => outcome === "raised");
    this.#figure.dataset.state = failed ? "failed" : "done";
    const differing = this.#rows.querySelectorAll(".differs").length;
    const told = differing === 0 ? "all print the same" : differing === 1 ? "one line differs" : `${differing} lines differ`;
    this.#status.textContent = `Done: ${told}`;
    this.#reset.hidden = false;
  }

  #restore() {
    this.#turn++;
    this.#models.forEach((_, index) => this.#workshop.runner.stop(`${this.#id} ${index}`));
    this.#editor.reset();
    this.#rows.replaceChildren(...this.#recorded);
    this.#figure.dataset.state = "idle";
    this.#status.textContent = "";
    this.#run.focus();
    this.#reset.hidden = true;
    this.#graphs.forEach((graph) => graph.reset());
    this.#judgeGraphs();
  }

  /** Says how the pictures that are shown differ. */
  #judgeGraphs() {
    const drawn = this.#graphs.map(({ markup }) => markup);
    const verdict = judgementOf(drawn, this.#models.map(({ name }) => name));
    const row = this.#graphRow;
    row.hidden = drawn.every((picture) => picture === "");
    row.classList.toggle("differs", verdict.differs);
    row.setAttribute("aria-label", `The objects at the end: ${verdict.words}`);
    /** @type {HTMLElement} */ (row.querySelector(".compare-words")).textContent = verdict.words;
    row.querySelectorAll(".compare-cell").forEach((cell, index) => {
      cell.classList.toggle("odd", index === verdict.odd);
    });
  }

  #changed() {
    this.#reset.hidden = !this.#editor.edited && this.#figure.dataset.state === "idle";
    this.#status.textContent = this.#editor.edited ? "Edited" : "";
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.#figure.querySelector(selector));
  }
}

/**
 * What each line of the program printed under each model; line 0 stands for the model itself.
 * @param {Report[]} reports of programs whose last source is the program, recorded, and whose last but one the model
 */
function rowsOf(reports) {
  /** @type {Map<number, Piece[][]>} */
  const rows = new Map();
  reports.forEach(({ chunks, trace }, index) => {
    /** @param {number} line @param {Piece[]} pieces */
    const add = (line, pieces) => {
      if (pieces.length === 0) return;
      const cells = rows.get(line) ?? reports.map(() => /** @type {Piece[]} */ ([]));
      cells[index]?.push(...pieces);
      rows.set(line, cells);
    };
    // Behind what every example starts with.
    add(0, chunks.filter(({ source, stream }) => source === 1 && stream !== "note"));
    const steps = trace?.steps ?? [];
    steps.slice(1).forEach((next, before) => {
      const now = /** @type {import("./types.js").Step} */ (steps[before]);
      add(now.line ?? 0, between(chunks, now, next));
    });
  });
  return [...rows].sort(([a], [b]) => a - b).map(([line, cells]) => ({ line, cells }));
}

/**
 * @param {Chunk[]} chunks
 * @param {import("./types.js").Step} now
 * @param {import("./types.js").Step} next
 * @returns {Piece[]}
 */
function between(chunks, now, next) {
  const [[from, start], [to, end]] = [now.output, next.output];
  return chunks
    .slice(from, to + 1)
    .map((chunk, index) => {
      const bytes = new TextEncoder().encode(chunk.text);
      const part = bytes.subarray(index === 0 ? start : 0, from + index === to ? end : bytes.length);
      return { ...chunk, text: new TextDecoder().decode(part) };
    })
    .filter(({ source, stream, text }) => source === now.source && stream !== "note" && text !== "");
}

/** A cell as text, without addresses. @param {Piece[]} cell */
function comparable(cell) {
  return cell.map(({ stream, text }) => `${stream}\n${text.replace(/0x[0-9a-f]*/gi, "0x")}`).join("");
}

/**
 * @param {string[]} texts
 * @param {string[]} names
 * @returns {Judgement}
 */
function judgementOf(texts, names) {
  const unlike = texts.map((text) => texts.filter((other) => other !== text).length);
  const most = Math.max(...unlike);
  if (most === 0) return { differs: false, words: "the same", odd: -1 };
  const odd = unlike.flatMap((count, index) => (count === most ? [index] : []));
  const [one = 0] = odd;
  if (texts.length > 2 && odd.length === 1 && most === texts.length - 1) {
    return { differs: true, words: `${names[one]} differs`, odd: one };
  }
  return { differs: true, words: texts.length > 2 ? "all differ" : "they differ", odd: -1 };
}

/**
 * @param {string} code
 * @param {string[]} names
 * @param {Piece[][]} cells
 * @param {Judgement} verdict
 */
function rowOf(code, names, cells, { differs, words, odd }) {
  const row = element("div", `compare-row${differs ? " differs" : ""}`);
  row.setAttribute("role", "group");
  row.setAttribute("aria-label", `${code}: ${words}`);
  const line = element("p", "compare-line");
  line.append(element("code", "", code), element("span", "compare-words", words));
  const all = element("div", "compare-cells");
  cells.forEach((chunks, index) => {
    const cell = element("div", `compare-cell${index === odd ? " odd" : ""}`);
    cell.append(element("span", "compare-of", names[index] ?? ""));
    for (const { stream, text } of chunks) {
      const [, kind, rest] = (stream === "warning" && /^(\w+): ([^]*)$/.exec(text)) || [];
      if (kind) {
        const more = element("details", stream);
        more.append(element("summary", "", kind), rest ?? "");
        cell.append(more);
      } else cell.append(element("span", stream, stream === "warning" ? `${text}\n` : text));
    }
    if (chunks.length === 0) cell.append(element("span", "compare-nothing", "nothing"));
    all.append(cell);
  });
  row.append(line, all);
  return row;
}

/** @param {string} text @param {number} line */
function codeOf(text, line) {
  return (text.split("\n")[line - 1] ?? "").replace(/^\s*(>>>|\.\.\.)/, "").trim();
}

/** @param {string} name @param {string} className @param {string} [text] */
function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
