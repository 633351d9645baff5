// Changes to a textarea that go in as if they had been typed, so that the browser's undo knows of them.

/**
 * Puts text in the place of the selection.
 * @param {HTMLTextAreaElement} textarea
 * @param {string} text
 */
export function insertText(textarea, text) {
  if (!text && textarea.selectionStart === textarea.selectionEnd) return;
  // The only way in that keeps undo; where it is refused, the text matters more.
  if (document.execCommand(text ? "insertText" : "delete", false, text)) return;
  textarea.setRangeText(text, textarea.selectionStart, textarea.selectionEnd, "end");
  textarea.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/**
 * Puts text in the place of a range, as one step of undo, and the selection where it is wanted.
 * @param {HTMLTextAreaElement} textarea
 * @param {number} from
 * @param {number} to
 * @param {string} text
 * @param {number} [start] of the selection; the end of the text if left out
 * @param {number} [end] of the selection
 */
export function replaceRange(textarea, from, to, text, start = from + text.length, end = start) {
  textarea.setSelectionRange(from, to);
  insertText(textarea, text);
  textarea.setSelectionRange(start, end);
}

/**
 * The lines that a selection touches: one that ends at the start of a line does not touch that line.
 * @param {HTMLTextAreaElement} textarea
 * @returns {{ from: number, to: number }} offsets of the first line's start and of the last one's end
 */
export function selectedLines({ value, selectionStart, selectionEnd }) {
  const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const last = selectionEnd > selectionStart && value[selectionEnd - 1] === "\n" ? selectionEnd - 1 : selectionEnd;
  const found = value.indexOf("\n", last);
  return { from, to: found < 0 ? value.length : found };
}

/**
 * Changes the selected lines as one step of undo; what was selected stays selected.
 * @param {HTMLTextAreaElement} textarea
 * @param {(lines: string[]) => string[]} change
 */
export function changeLines(textarea, change) {
  const { value, selectionStart, selectionEnd } = textarea;
  const { from, to } = selectedLines(textarea);
  const before = value.slice(from, to);
  const after = change(before.split("\n")).join("\n");
  if (after === before) return;
  // Only what differs is replaced: the caret of a single line stays at its letter.
  const caret = Math.max(from, selectionStart + after.length - before.length);
  if (selectionStart === selectionEnd) replaceRange(textarea, from, to, after, caret);
  else replaceRange(textarea, from, to, after, from, from + after.length);
}
