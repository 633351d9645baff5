// Draws code: the engine's tokens as spans, and faults underlined. Text reaches the page as text only.

// By the number of the engine's TokenClass; code.css knows the names.
const CLASSES = ["", "k", "kc", "s", "n", "c", "o", "f", "t", "d", "b", "a", "se", "p", "go", "ge"];

/** @typedef {[start: number, end: number]} Range in UTF-16 units */

/**
 * @param {Element} target whose content is replaced
 * @param {string} text
 * @param {ArrayLike<number>} tokens triples of start, end, class: ascending, not overlapping
 * @param {Range | undefined} fault
 */
export function draw(target, text, tokens, fault) {
  const fragment = document.createDocumentFragment();
  /** @param {number} start @param {number} end @param {string} name */
  const piece = (start, end, name) => {
    if (start >= end) return;
    const slice = text.slice(start, end);
    if (!name) return void fragment.append(slice);
    const span = document.createElement("span");
    span.className = name;
    span.textContent = slice;
    fragment.append(span);
  };
  // A token that crosses an end of the fault is drawn in parts.
  /** @param {number} start @param {number} end @param {string} name */
  const marked = (start, end, name) => {
    if (!fault) return piece(start, end, name);
    const from = Math.min(Math.max(fault[0], start), end);
    const to = Math.min(Math.max(fault[1], from), end);
    piece(start, from, name);
    piece(from, to, `${name} fault`.trimStart());
    piece(to, end, name);
  };

  let at = 0;
  for (let index = 0; index < tokens.length; index += 3) {
    const start = tokens[index] ?? 0;
    const end = tokens[index + 1] ?? 0;
    marked(at, start, "");
    marked(start, end, CLASSES[tokens[index + 2] ?? 0] ?? "");
    at = end;
  }
  marked(at, text.length, "");
  // A newline at the very end opens a line in a textarea, but not in a pre.
  fragment.append("\n");
  target.replaceChildren(fragment);
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
