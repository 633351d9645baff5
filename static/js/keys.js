// What keys do in an editor beyond typing. Text goes in through the browser's own editing, so that its
// undo knows of it.
import { kindOf } from "./kind.js";

const INDENT = "    ";

/**
 * @param {HTMLTextAreaElement} textarea
 * @param {() => void} run
 */
export function wireKeys(textarea, run) {
  // Tab indents, which would lock in who moves by keyboard: after Escape it leaves, as it does elsewhere.
  let leaving = false;
  textarea.addEventListener("blur", () => (leaving = false));
  textarea.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      run();
    } else if (event.key === "Escape") {
      leaving = true;
      return;
    } else if (event.key === "Tab" && plain && !leaving) {
      event.preventDefault();
      if (event.shiftKey) dedent(textarea);
      else indent(textarea);
    } else if (event.key === "Enter" && plain && !event.shiftKey) {
      event.preventDefault();
      insert(textarea, newLine(textarea));
    }
    if (event.key !== "Shift") leaving = false;
  });
}

/** @param {HTMLTextAreaElement} textarea @param {string} text */
function insert(textarea, text) {
  // The only way in that keeps undo; where it is refused, the text matters more.
  if (document.execCommand(text ? "insertText" : "delete", false, text)) return;
  textarea.setRangeText(text, textarea.selectionStart, textarea.selectionEnd, "end");
  textarea.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** @param {HTMLTextAreaElement} textarea */
function newLine({ value, selectionStart }) {
  const kind = kindOf(value);
  const line = value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1, selectionStart);
  const [, prompt = "", code = line] = (kind === "transcript" && /^(>>> ?|\.\.\. ?)(.*)$/.exec(line)) || [];
  const depth = /^[ \t]*/.exec(code)?.[0] ?? "";
  const opens = /[:([{]\s*(#.*)?$/.test(code);
  if (kind === "script") return `\n${depth}${opens ? INDENT : ""}`;
  // Behind an output comes a new prompt; an empty line ends a compound statement.
  if (!prompt) return "\n>>> ";
  const goesOn = opens || (prompt.startsWith("...") && code.trim() !== "");
  return goesOn ? `\n... ${depth}${opens ? INDENT : ""}` : "\n>>> ";
}

/** @param {HTMLTextAreaElement} textarea */
function indent(textarea) {
  const { value, selectionStart, selectionEnd } = textarea;
  if (!value.slice(selectionStart, selectionEnd).includes("\n")) return insert(textarea, INDENT);
  shiftLines(textarea, (line) => (line ? INDENT + line : line));
}

/** @param {HTMLTextAreaElement} textarea */
function dedent(textarea) {
  shiftLines(textarea, (line) => line.replace(/^ {1,4}|^\t/, ""));
}

/**
 * Changes the selected lines as one step of undo.
 * @param {HTMLTextAreaElement} textarea
 * @param {(line: string) => string} change
 */
function shiftLines(textarea, change) {
  const { value, selectionStart, selectionEnd } = textarea;
  const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
  // A selection that ends at the start of a line does not touch that line.
  const last = selectionEnd > selectionStart && value[selectionEnd - 1] === "\n" ? selectionEnd - 1 : selectionEnd;
  const found = value.indexOf("\n", last);
  const to = found < 0 ? value.length : found;
  const before = value.slice(from, to);
  const after = before.split("\n").map(change).join("\n");
  if (after === before) return;
  textarea.setSelectionRange(from, to);
  insert(textarea, after);
  if (selectionStart === selectionEnd) {
    const caret = Math.max(from, selectionStart + after.length - before.length);
    textarea.setSelectionRange(caret, caret);
  } else {
    textarea.setSelectionRange(from, from + after.length);
  }
}
