// The editor of a block: the textarea that the reader types into, over a drawing of the same text.
import { draw, fromUtf8 } from "./highlight.js";
import { wireKeys } from "./keys.js";
import { kindOf } from "./kind.js";

/** @typedef {import("./types.js").Kind} Kind */
/** @typedef {{ line: number, columns: [number, number] | null, severity: "error" | "warning", text: string }} Mark */

export class Editor {
  #frame;
  #textarea;
  #pre;
  #code;
  #tokens;
  /** @type {Mark[]} */
  #marks = [];
  #marksNote;

  /**
   * @param {string} id of the block
   * @param {HTMLElement} frame the element with the static drawing and the textarea
   * @param {(text: string, kind: Kind) => ArrayLike<number>} tokens none while the engine is not there
   * @param {{ run: () => void, changed: () => void }} on
   */
  constructor(id, frame, tokens, on) {
    this.#frame = frame;
    this.#textarea = /** @type {HTMLTextAreaElement} */ (frame.querySelector("textarea"));
    this.#pre = /** @type {HTMLElement} */ (frame.querySelector("pre"));
    this.#code = /** @type {HTMLElement} */ (frame.querySelector("code"));
    this.#tokens = tokens;
    this.#marksNote = document.createElement("p");
    this.#marksNote.className = "visually-hidden";
    this.#marksNote.id = `${id}-marks`;

    this.#textarea.addEventListener("input", () => {
      this.#marks = [];
      this.redraw();
      on.changed();
    });
    wireKeys(this.#textarea, on.run);
  }

  /** Puts the textarea over the drawing. The drawing's size is the editor's, so nothing moves. */
  takeOver() {
    this.#textarea.hidden = false;
    this.#frame.removeAttribute("tabindex");
    this.#frame.removeAttribute("role");
    this.#frame.removeAttribute("aria-labelledby");
    this.#pre.setAttribute("aria-hidden", "true");
    this.#frame.after(this.#marksNote);
    this.#textarea.setAttribute("aria-describedby", this.#marksNote.id);
    // The browser may have kept what the reader typed before going to another page and back.
    if (this.edited) this.redraw();
  }

  get text() {
    return this.#textarea.value;
  }

  /** Whether the text is another than the page's. */
  get edited() {
    return this.#textarea.value !== this.#textarea.defaultValue;
  }

  /** Brings the page's own text back. */
  reset() {
    this.#textarea.value = this.#textarea.defaultValue;
    this.mark([]);
  }

  /**
   * Marks lines until the next edit.
   * @param {Mark[]} marks
   */
  mark(marks) {
    this.#marks = marks;
    this.redraw();
  }

  redraw() {
    const text = this.text;
    const lines = text.split("\n");
    const worst = this.#marks.find((mark) => mark.severity === "error");
    draw(this.#code, text, this.#tokens(text, kindOf(text)), worst && faultOf(lines, worst));
    for (const old of this.#pre.querySelectorAll(".editor-mark")) old.remove();
    for (const mark of this.#marks) {
      const bar = document.createElement("span");
      bar.className = `editor-mark ${mark.severity}`;
      bar.style.setProperty("--line-number", String(mark.line));
      this.#code.before(bar);
    }
    this.#marksNote.textContent = this.#marks.map((mark) => `Line ${mark.line}: ${mark.text}`).join("\n");
    this.#textarea.setAttribute("aria-invalid", String(worst !== undefined));
  }
}

/**
 * @param {string[]} lines
 * @param {Mark} mark
 * @returns {import("./highlight.js").Range | undefined}
 */
function faultOf(lines, { line, columns }) {
  const text = lines[line - 1];
  if (!columns || text === undefined) return undefined;
  const offset = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0);
  const [start, end] = fromUtf8(text, columns);
  return [offset + start, offset + end];
}
