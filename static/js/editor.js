// The editor of a block: the textarea that the reader types into, over a drawing of the same text.
import { Completer } from "./completion.js";
import { Drawing, carried, placeAt } from "./highlight.js";
import { hoverOver } from "./hover.js";
import { wireKeys } from "./keys.js";
import { kindOf } from "./kind.js";
import { Marks } from "./marks.js";
import { pairUp } from "./pairs.js";

/** @typedef {import("./types.js").Kind} Kind */
/** @typedef {import("./marks.js").Mark} Mark */

export class Editor {
  #frame;
  #textarea;
  #pre;
  #code;
  #drawing;
  #marks;
  #tokensOf;
  /** The text that has been drawn, and its tokens. */
  #drawn = "";
  /** @type {ArrayLike<number>} */
  #tokens;
  #composing = false;

  /**
   * @param {string} id of the block
   * @param {HTMLElement} frame the element with the static drawing and the textarea
   * @param {(text: string, kind: Kind) => ArrayLike<number> | undefined} tokensOf nothing while the engine is not there
   * @param {{ run: () => void, changed: () => void, about: import("./hover.js").About, complete: (offset: number) => import("./types.js").Completion | undefined }} on
   */
  constructor(id, frame, tokensOf, on) {
    this.#frame = frame;
    this.#textarea = /** @type {HTMLTextAreaElement} */ (frame.querySelector("textarea"));
    this.#pre = /** @type {HTMLElement} */ (frame.querySelector("pre"));
    this.#code = /** @type {HTMLElement} */ (frame.querySelector("code"));
    this.#drawing = new Drawing(this.#code);
    this.#marks = new Marks(id, this.#textarea, this.#code);
    this.#tokensOf = tokensOf;
    this.#tokens = this.#drawing.recorded();
    this.#drawn = this.#textarea.defaultValue;

    this.#textarea.addEventListener("input", () => {
      this.mark([]);
      on.changed();
    });
    this.#textarea.addEventListener("compositionstart", () => (this.#composing = true));
    this.#textarea.addEventListener("compositionend", () => {
      this.#composing = false;
      on.changed();
    });
    new Completer(this.#textarea, this.#code, on.complete);
    wireKeys(this.#textarea, on.run);
    pairUp(this.#textarea, (offset) => placeAt(this.#tokens, offset, this.#drawn));
    hoverOver(this.#textarea, this.#code, (offset) => this.#marks.at(offset) ?? on.about(offset));
  }

  /** Puts the textarea over the drawing. The drawing's size is the editor's, so nothing moves. */
  takeOver() {
    this.#textarea.hidden = false;
    this.#frame.removeAttribute("tabindex");
    this.#frame.removeAttribute("role");
    this.#frame.removeAttribute("aria-labelledby");
    this.#pre.setAttribute("aria-hidden", "true");
    this.#marks.takeOver(this.#frame);
    // The browser may have kept what the reader typed before going to another page and back.
    if (this.edited) this.redraw();
  }

  get text() {
    return this.#textarea.value;
  }

  /** Another text, as if it had always stood there. */
  set text(text) {
    this.#textarea.value = text;
    this.mark([]);
  }

  /** The element that is typed into. */
  get textarea() {
    return this.#textarea;
  }

  /** What is drawn behind it: letters have their places there. */
  get drawing() {
    return this.#code;
  }

  /** Whether the text is another than the page's. */
  get edited() {
    return this.#textarea.value !== this.#textarea.defaultValue;
  }

  /** The page's own text. */
  get original() {
    return this.#textarea.defaultValue;
  }

  /** Whether a word is being composed of several keys: it is no text yet. */
  get composing() {
    return this.#composing;
  }

  /** Whether the drawing is still to get its colours. */
  get uncoloured() {
    return !this.#code.querySelector("span");
  }

  /** Brings the page's own text back. */
  reset() {
    this.text = this.original;
  }

  /**
   * Marks places until the next edit.
   * @param {Mark[]} marks
   */
  mark(marks) {
    this.#marks.set(this.text, marks);
    this.redraw();
  }

  redraw() {
    const text = this.text;
    this.#tokens = this.#tokensOf(text, kindOf(text)) ?? carried(this.#tokens, this.#drawn, text);
    this.#drawn = text;
    this.#drawing.draw(text, this.#tokens, this.#marks.decorations);
  }
}
