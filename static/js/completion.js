// Offers what can be written at the caret: a list below it, from which nothing is taken that was not asked for.
import { replaceRange } from "./edit.js";
import { placeBelow } from "./tip.js";
import { rangeOf } from "./place.js";

/** @typedef {import("./types.js").Completion} Completion */
/** @typedef {import("./types.js").CompletionItem} CompletionItem */

// Fast fingers are not followed letter by letter.
const COMPLETION_REST = 40;

let lists = 0;

export class Completer {
  #textarea;
  #drawing;
  #ask;
  #timer = 0;
  #number = ++lists;
  /** @type {HTMLElement | undefined} */
  #box;
  /** @type {Completion | undefined} */
  #offered;
  /** Which one is chosen so far: -1 before the reader has turned to the list. */
  #chosen = -1;
  /** Where the caret was when the list was made. */
  #caret = 0;
  #accepting = false;

  /**
   * @param {HTMLTextAreaElement} textarea
   * @param {HTMLElement} drawing of its text
   * @param {(offset: number) => Completion | undefined} ask what can be written at an offset
   */
  constructor(textarea, drawing, ask) {
    this.#textarea = textarea;
    this.#drawing = drawing;
    this.#ask = ask;
    textarea.setAttribute("aria-autocomplete", "list");
    textarea.setAttribute("aria-haspopup", "listbox");
    // Before the editor's own keys: what an open list takes is not the editor's.
    textarea.addEventListener("keydown", (event) => this.#pressed(event), { capture: true });
    textarea.addEventListener("input", (event) => this.#typed(/** @type {InputEvent} */ (event)));
    textarea.addEventListener("blur", () => this.close());
    textarea.addEventListener("pointerdown", () => this.close());
    addEventListener("scroll", (event) => this.#box?.contains(/** @type {Node} */ (event.target)) || this.close(), {
      passive: true,
      capture: true,
    });
  }

  get open() {
    return this.#offered !== undefined;
  }

  close() {
    clearTimeout(this.#timer);
    if (!this.#offered) return;
    this.#offered = undefined;
    this.#box?.hidePopover();
    this.#textarea.removeAttribute("aria-activedescendant");
    this.#textarea.removeAttribute("aria-controls");
  }

  /** @param {InputEvent} event */
  #typed({ inputType, isComposing }) {
    if (this.#accepting) return;
    clearTimeout(this.#timer);
    if (isComposing || inputType.startsWith("delete") || inputType.startsWith("history")) return this.close();
    // Where the caret is in the end: between two brackets that were written together, for one.
    this.#timer = setTimeout(() => (this.#isWorthIt() ? this.#show(-1) : this.close()), COMPLETION_REST);
  }

  /** Whether a name is being written, or an argument may come. */
  #isWorthIt() {
    const { value, selectionStart: caret } = this.#textarea;
    const before = value.slice(value.lastIndexOf("\n", caret - 1) + 1, caret);
    return /[A-Za-z_]\w*$|\w\.$|\w\($|\(.*,\s*$/.test(before);
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    if (event.isComposing) return;
    const { key, ctrlKey, altKey, metaKey, shiftKey } = event;
    if (key === " " && ctrlKey && !altKey && !metaKey) {
      event.preventDefault();
      return this.#show(0);
    }
    if (!this.#offered || ctrlKey || altKey || metaKey) return;
    // The list is about another place by now.
    const { selectionStart, selectionEnd } = this.#textarea;
    if (selectionStart !== this.#caret || selectionEnd !== this.#caret) return this.close();
    const last = this.#offered.items.length - 1;
    if (key === "ArrowDown") this.#choose(this.#chosen >= last ? 0 : this.#chosen + 1);
    else if (key === "ArrowUp") this.#choose(this.#chosen <= 0 ? last : this.#chosen - 1);
    else if (key === "Escape") this.close();
    else if (key === "Tab" && !shiftKey) this.#accept(Math.max(0, this.#chosen));
    else if (key === "Enter" && !shiftKey && this.#chosen >= 0) this.#accept(this.#chosen);
    else {
      // Enter means a new line to whoever has not turned to the list; and the caret leaves it with these.
      if (/^(Enter|Tab|Arrow|Home|End|Page)/.test(key)) this.close();
      return;
    }
    event.preventDefault();
  }

  /** @param {number} chosen */
  #show(chosen) {
    // A list that was asked for is not drawn anew, with nothing chosen, by the rest after the last key.
    clearTimeout(this.#timer);
    const { value, selectionStart, selectionEnd } = this.#textarea;
    if (selectionStart !== selectionEnd || document.activeElement !== this.#textarea) return this.close();
    const offered = this.#ask(selectionStart);
    const items = offered?.items ?? [];
    const written = offered ? value.slice(offered.start, offered.end) : "";
    if (!offered || items.length === 0 || (chosen < 0 && items.length === 1 && items[0]?.name === written)) {
      return this.close();
    }
    this.#offered = offered;
    this.#caret = selectionStart;
    const box = (this.#box ??= this.#make());
    const list = /** @type {HTMLElement} */ (box.firstElementChild);
    list.replaceChildren(...items.map((item, index) => this.#option(item, index)));
    this.#textarea.setAttribute("aria-controls", list.id);
    box.showPopover();
    list.scrollTop = 0;
    this.#choose(chosen);
    placeBelow(box, rangeOf(this.#drawing, offered.start, offered.start + 1).getBoundingClientRect());
  }

  #make() {
    const box = document.createElement("div");
    box.className = "completion";
    box.setAttribute("popover", "manual");
    const list = document.createElement("ul");
    list.id = `completion-${this.#number}`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Completions");
    const about = document.createElement("p");
    box.append(list, about);
    document.body.append(box);
    // The editor keeps the focus, on a phone its keyboard too.
    box.addEventListener("pointerdown", (event) => event.preventDefault());
    return box;
  }

  /** @param {CompletionItem} item @param {number} index */
  #option({ name, kind, detail }, index) {
    const option = document.createElement("li");
    option.id = `completion-${this.#number}-${index}`;
    option.setAttribute("role", "option");
    const word = document.createElement("code");
    word.textContent = kind === "argument" ? `${name}=` : name;
    const more = document.createElement("span");
    more.textContent = kind === "argument" ? detail : kind === "keyword" || kind === "variable" ? detail || kind : kind;
    option.append(word, more);
    option.addEventListener("click", () => this.#accept(index));
    return option;
  }

  /** @param {number} index */
  #choose(index) {
    this.#chosen = index;
    const [list, about] = this.#box?.children ?? [];
    if (!list || !about) return;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(at === index));
      if (at === index) option.scrollIntoView({ block: "nearest" });
    }
    const item = this.#offered?.items[Math.max(0, index)];
    about.textContent = item ? item.about || (item.detail.startsWith("(") ? item.name + item.detail : "") : "";
    const chosen = list.children[index];
    if (chosen) this.#textarea.setAttribute("aria-activedescendant", chosen.id);
    else this.#textarea.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index */
  #accept(index) {
    const item = this.#offered?.items[index];
    const { start, end } = this.#offered ?? { start: 0, end: 0 };
    this.close();
    if (!item) return;
    this.#accepting = true;
    replaceRange(this.#textarea, start, end, item.kind === "argument" ? `${item.name}=` : item.name);
    this.#accepting = false;
  }
}
