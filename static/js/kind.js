// How a text is written. Readers paste a session into a script's block, or clear a session and write a script:
// what they have written decides, not what stood there before.

/**
 * @param {string} text
 * @returns {import("./types.js").Kind}
 */
export function kindOf(text) {
  // No script begins so; within one, a docstring may hold a line that does.
  return /^\s*>>>(\s|$)/.test(text) ? "transcript" : "script";
}
