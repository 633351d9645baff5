// What Enter writes: the depth of the next line, and the prompt of a session.
import { kindOf } from "./kind.js";

const STEP = "    ";

/**
 * @param {string} value the text
 * @param {number} caret
 * @returns {string} a newline and what the next line begins with
 */
export function newLine(value, caret) {
  const kind = kindOf(value);
  const line = value.slice(value.lastIndexOf("\n", caret - 1) + 1, caret);
  const [, prompt = "", code = line] = (kind === "transcript" && /^(>>> ?|\.\.\. ?)(.*)$/.exec(line)) || [];
  const depth = depthBehind(code);
  if (kind === "script") return `\n${depth}`;
  // Behind an output comes a new prompt; an empty line ends a compound statement.
  if (!prompt) return "\n>>> ";
  const goesOn = opens(code) || (prompt.startsWith("...") && code.trim() !== "");
  return goesOn ? `\n... ${depth}` : "\n>>> ";
}

/** @param {string} code */
function opens(code) {
  return /[:([{]\s*(#.*)?$/.test(code);
}

/**
 * The white space that a line behind this one begins with.
 * @param {string} code
 */
function depthBehind(code) {
  const depth = /^[ \t]*/.exec(code)?.[0] ?? "";
  if (opens(code)) return depth + STEP;
  // Nothing can follow these in their block; a bracket that is still open goes on.
  const ends = /^\s*(return|pass|break|continue|raise)\b/.test(code) && balanced(code);
  return ends ? depth.replace(/( {1,4}|\t)$/, "") : depth;
}

/** @param {string} code */
function balanced(code) {
  const count = (/** @type {RegExp} */ which) => code.match(which)?.length ?? 0;
  return count(/[([{]/g) <= count(/[)\]}]/g) && !code.trimEnd().endsWith("\\");
}
