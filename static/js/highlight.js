// Draws code: the engine's tokens as spans, and marked ranges underlined. Text reaches the page as text only.

// By the number of the engine's TokenClass; code.css knows the names.
const CLASSES = ["", "k", "kc", "s", "n", "c", "o", "f", "t", "d", "b", "a", "se", "p", "go", "ge"];

/** @typedef {[start: number, end: number]} Range in UTF-16 units */
/** @typedef {{ range: Range, name: string }} Decoration a class for a range of the text */
/** @typedef {{ name: string, text: string }} Part */

/** The drawing of one text; of a new text, only what differs is drawn. */
export class Drawing {
  #target;
  /** @type {Part[]} */
  #parts = [];

  /** @param {Element} target which holds the drawing made by the generator */
  constructor(target) {
    this.#target = target;
  }

  /**
   * The tokens of the drawing that the generator has made.
   * @returns {number[]} triples of start, end, class
   */
  recorded() {
    /** @type {number[]} */
    const tokens = [];
    let at = 0;
    for (const node of this.#target.childNodes) {
      const end = at + (node.textContent?.length ?? 0);
      const known = node instanceof Element ? CLASSES.indexOf(node.className) : 0;
      if (known > 0) tokens.push(at, end, known);
      at = end;
    }
    return tokens;
  }

  /**
   * @param {string} text
   * @param {ArrayLike<number>} tokens triples of start, end, class: ascending, not overlapping
   * @param {Decoration[]} decorations of which the first one of a place counts
   */
  draw(text, tokens, decorations) {
    const parts = partsOf(text, tokens, decorations);
    const [before, nodes] = [this.#parts, this.#target.childNodes];
    const same = (/** @type {Part | undefined} */ a, /** @type {Part | undefined} */ b) =>
      a?.name === b?.name && a?.text === b?.text;
    const shorter = nodes.length === before.length ? Math.min(parts.length, before.length) : 0;
    let head = 0;
    while (head < shorter && same(parts[head], before[head])) head++;
    let tail = 0;
    while (tail < shorter - head && same(parts[parts.length - 1 - tail], before[before.length - 1 - tail])) tail++;
    const fresh = parts.slice(head, parts.length - tail).map(nodeOf);
    if (head + tail === 0) this.#target.replaceChildren(...fresh);
    else {
      const behind = nodes[nodes.length - tail] ?? null;
      for (let gone = nodes.length - head - tail; gone > 0; gone--) nodes[head]?.remove();
      for (const node of fresh) this.#target.insertBefore(node, behind);
    }
    this.#parts = parts;
  }
}

/** @param {Part} part @returns {Node} */
function nodeOf({ name, text }) {
  if (!name) return document.createTextNode(text);
  const span = document.createElement("span");
  span.className = name;
  span.textContent = text;
  return span;
}

/**
 * @param {string} text
 * @param {ArrayLike<number>} tokens
 * @param {Decoration[]} decorations
 * @returns {Part[]}
 */
function partsOf(text, tokens, decorations) {
  const cuts = decorations.flatMap(({ range }) => range).sort((a, b) => a - b);
  /** @type {Part[]} */
  const parts = [];
  /** @param {number} start @param {number} end @param {string} name */
  const piece = (start, end, name) => {
    // A token that crosses an end of a decoration is drawn in parts.
    for (const cut of [...cuts.filter((at) => at > start && at < end), end]) {
      if (cut <= start) continue;
      const extra = decorations.find(({ range }) => range[0] <= start && cut <= range[1])?.name ?? "";
      parts.push({ name: `${name} ${extra}`.trim(), text: text.slice(start, cut) });
      start = cut;
    }
  };
  let at = 0;
  for (let index = 0; index < tokens.length; index += 3) {
    const start = tokens[index] ?? 0;
    const end = tokens[index + 1] ?? 0;
    piece(at, start, "");
    piece(start, end, CLASSES[tokens[index + 2] ?? 0] ?? "");
    at = end;
  }
  piece(at, text.length, "");
  // A newline at the very end opens a line in a textarea, but not in a pre.
  parts.push({ name: "", text: "\n" });
  return parts;
}

/**
 * Tokens for a text that was changed, until the engine gives its own: what stands before and behind the change
 * keeps its colours.
 * @param {ArrayLike<number>} tokens
 * @param {string} before
 * @param {string} after
 * @returns {number[]}
 */
export function carried(tokens, before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const [behind, grown] = [before.length - tail, after.length - before.length];
  /** @type {number[]} */
  const moved = [];
  for (let index = 0; index < tokens.length; index += 3) {
    const [start = 0, end = 0, kind = 0] = [tokens[index], tokens[index + 1], tokens[index + 2]];
    if (end <= head) moved.push(start, end, kind);
    else if (start >= behind) moved.push(start + grown, end + grown, kind);
    else if (start < head && end >= behind) moved.push(start, end + grown, kind);
    else if (start < head) moved.push(start, head, kind);
    else if (end > behind) moved.push(behind + grown, end + grown, kind);
  }
  return moved;
}

/**
 * What kind of place an offset is, by the tokens around it.
 * @param {ArrayLike<number>} tokens
 * @param {number} offset between two letters
 * @param {string} text
 * @returns {"code" | "string" | "comment"}
 */
export function placeAt(tokens, offset, text) {
  for (let index = 0; index < tokens.length; index += 3) {
    const [start = 0, end = 0] = [tokens[index], tokens[index + 1]];
    const name = CLASSES[tokens[index + 2] ?? 0];
    // A comment goes on to the end of its line, and so does a string that nobody has closed.
    const open = name === "c" || (name === "s" && !/["']$/.test(text.slice(start, end)));
    if (start < offset && (offset < end || (open && offset === end))) {
      if (name === "c") return "comment";
      if (name === "s" || name === "se") return "string";
    }
  }
  return "code";
}

/**
 * @param {string} line
 * @param {[number, number]} bytes a range of its UTF-8 form
 * @returns {Range}
 */
export function fromUtf8(line, [start, end]) {
  const bytes = new TextEncoder().encode(line);
  const decoder = new TextDecoder();
  const length = (/** @type {number} */ to) => decoder.decode(bytes.subarray(0, to)).length;
  return [length(start), length(end)];
}
