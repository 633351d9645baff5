// Where letters stand on the screen. The textarea does not tell; the drawing behind it, which has the same
// letters at the same places, does.

/**
 * The part of the drawing that shows a range of its text.
 * @param {Element} drawing
 * @param {number} start in UTF-16 units
 * @param {number} end
 */
export function rangeOf(drawing, start, end) {
  const range = document.createRange();
  const walker = document.createTreeWalker(drawing, NodeFilter.SHOW_TEXT);
  let at = 0;
  let found = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (!found && start < at + length) {
      range.setStart(node, start - at);
      found = true;
    }
    if (found && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  if (!found) range.selectNodeContents(drawing);
  range.collapse(false);
  return range;
}

/**
 * The letter under a point.
 * @param {HTMLElement} drawing
 * @param {string} text that it shows
 * @param {number} x
 * @param {number} y
 * @returns {number | undefined} its offset; none beside the text
 */
export function offsetAt(drawing, text, x, y) {
  const first = rangeOf(drawing, 0, 1).getBoundingClientRect();
  const height = parseFloat(getComputedStyle(drawing).lineHeight);
  const middle = (first.top + first.bottom) / 2;
  const line = Math.round((y - middle) / height);
  const lines = text.split("\n");
  const own = lines[line];
  if (own === undefined) return undefined;
  const start = lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0);
  let [low, high] = [0, own.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rangeOf(drawing, start + middle, start + middle + 1).getBoundingClientRect().right <= x) low = middle + 1;
    else high = middle;
  }
  return low < own.length && x >= first.left ? start + low : undefined;
}

/**
 * The offset of a line's start.
 * @param {string} text
 * @param {number} line 1-based
 */
export function startOf(text, line) {
  return text.split("\n", line - 1).reduce((sum, before) => sum + before.length + 1, 0);
}

/**
 * The line that an offset is in.
 * @param {string} text
 * @param {number} offset
 * @returns {number} 1-based
 */
export function lineOf(text, offset) {
  return text.slice(0, offset).split("\n").length;
}
