// What keys do in an editor beyond typing.
import { changeLines, insertText } from "./edit.js";
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
    // What an open list of completions has taken is not the editor's.
    if (event.isComposing || event.defaultPrevented) return;
    const command = (event.ctrlKey || event.metaKey) && !event.altKey;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Enter" && command) {
      event.preventDefault();
      run();
    } else if (event.key === "/" && command) {
      event.preventDefault();
      changeLines(textarea, (lines) => toggleComments(lines, kindOf(textarea.value) === "transcript"));
    } else if (event.key === "Escape") {
      leaving = true;
      return;
    } else if (event.key === "Tab" && plain && !leaving) {
      event.preventDefault();
      if (event.shiftKey) dedent(textarea);
      else indent(textarea);
    }
    if (event.key !== "Shift") leaving = false;
  });
}

/** @param {HTMLTextAreaElement} textarea */
function indent(textarea) {
  const { value, selectionStart, selectionEnd } = textarea;
  if (!value.slice(selectionStart, selectionEnd).includes("\n")) return insertText(textarea, INDENT);
  changeLines(textarea, (lines) => lines.map((line) => (line ? INDENT + line : line)));
}

/** @param {HTMLTextAreaElement} textarea */
function dedent(textarea) {
  changeLines(textarea, (lines) => lines.map((line) => line.replace(/^ {1,4}|^\t/, "")));
}

/**
 * Makes comments of lines, all at one depth, or code again where all of them are comments.
 * @param {string[]} lines
 * @param {boolean} transcript whether only what stands behind prompts is code
 */
function toggleComments(lines, transcript) {
  const split = (/** @type {string} */ line) => {
    const prompt = transcript ? (/^(>>>|\.\.\.) ?/.exec(line)?.[0] ?? line) : "";
    return { prompt, code: line.slice(prompt.length) };
  };
  const written = lines.map(split).filter(({ code }) => code.trim());
  const depth = Math.min(...written.map(({ code }) => code.search(/\S/)));
  const undo = written.every(({ code }) => code.trimStart().startsWith("#"));
  return lines.map((line) => {
    const { prompt, code } = split(line);
    if (!code.trim()) return line;
    if (undo) return prompt + code.replace(/^(\s*)# ?/, "$1");
    return `${prompt}${code.slice(0, depth)}# ${code.slice(depth)}`;
  });
}
