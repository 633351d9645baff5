// Errors and warnings at their place in an editor: a bar over the line, a wavy line below the code, the message
// in words where the pointer or the caret is, and read out with the editor.
import { fromUtf8 } from "./highlight.js";
import { lineOf, rangeOf, startOf } from "./place.js";
import { hideTip, showTip, tipIsPointedAt } from "./tip.js";

/** @typedef {{ line: number, columns: [number, number] | null, severity: "error" | "warning", text: string }} Mark */
/** @typedef {import("./highlight.js").Decoration} Decoration */
/** @typedef {import("./highlight.js").Range} Range */

// The caret may pass many lines on its way; only where it rests is anything told.
const CARET_REST = 350;
const MOVES = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];

export class Marks {
  #textarea;
  #code;
  #note;
  /** @type {(Mark & { range: Range })[]} */
  #marks = [];
  #resting = 0;

  /**
   * @param {string} id of the block
   * @param {HTMLTextAreaElement} textarea
   * @param {HTMLElement} code the drawing
   */
  constructor(id, textarea, code) {
    this.#textarea = textarea;
    this.#code = code;
    this.#note = document.createElement("p");
    this.#note.className = "visually-hidden";
    this.#note.id = `${id}-marks`;
    textarea.addEventListener("keyup", ({ key }) => MOVES.includes(key) && this.#restSoon());
    textarea.addEventListener("click", () => this.#restSoon());
    textarea.addEventListener("blur", () => !tipIsPointedAt() && hideTip(textarea));
  }

  /** @param {Element} frame which the words for screen readers are put behind */
  takeOver(frame) {
    frame.after(this.#note);
    this.#textarea.setAttribute("aria-describedby", this.#note.id);
  }

  /** @param {string} text @param {Mark[]} marks */
  set(text, marks) {
    const lines = text.split("\n");
    this.#marks = marks.map((mark) => ({ ...mark, range: rangeIn(text, lines[mark.line - 1] ?? "", mark) }));
    clearTimeout(this.#resting);
    hideTip(this.#textarea);
    for (const old of this.#code.parentElement?.querySelectorAll(".editor-mark") ?? []) old.remove();
    for (const mark of marks) {
      const bar = document.createElement("span");
      bar.className = `editor-mark ${mark.severity}`;
      bar.style.setProperty("--line-number", String(mark.line));
      this.#code.before(bar);
    }
    const words = marks.map(({ line, severity, text }) => {
      return severity === "warning" && !text.includes("Warning") ? `Line ${line}: Warning: ${text}` : `Line ${line}: ${text}`;
    });
    this.#note.textContent = words.join("\n");
    this.#textarea.setAttribute("aria-invalid", String(marks.some(({ severity }) => severity === "error")));
  }

  /** How the marked places are drawn, errors before warnings. @returns {Decoration[]} */
  get decorations() {
    const decorated = this.#marks.map(({ range, severity }) => ({ range, name: severity === "error" ? "fault" : "doubt" }));
    return decorated.sort((a, b) => (a.name === b.name ? 0 : a.name === "fault" ? -1 : 1));
  }

  /**
   * What there is to say about a place in the text.
   * @param {number} offset
   * @returns {{ range: Range, text: string, kind: string } | undefined}
   */
  at(offset) {
    const line = lineOf(this.#textarea.value, offset);
    const mark =
      this.#marks.find(({ range }) => range[0] <= offset && offset < range[1]) ??
      this.#marks.find((mark) => mark.line === line);
    return mark && { range: mark.range, text: mark.text, kind: mark.severity };
  }

  #restSoon() {
    clearTimeout(this.#resting);
    hideTip(this.#textarea);
    if (this.#marks.length > 0) this.#resting = setTimeout(() => this.#rest(), CARET_REST);
  }

  #rest() {
    const told = this.at(this.#textarea.selectionStart);
    if (told) showTip(this.#textarea, rangeOf(this.#code, ...told.range).getBoundingClientRect(), told);
  }
}

/**
 * @param {string} text
 * @param {string} line
 * @param {Mark} mark
 * @returns {Range}
 */
function rangeIn(text, line, mark) {
  const offset = startOf(text, mark.line);
  const [start, end] = mark.columns ? fromUtf8(line, mark.columns) : [line.search(/\S|$/), line.trimEnd().length];
  // What is missing at a line's end is marked at its last letter.
  const from = start < end ? start : Math.max(0, Math.min(start, line.length - 1));
  return [offset + from, offset + Math.max(end, from + 1)];
}
