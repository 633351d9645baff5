// Copy as script: the prelude and a scenario's blocks as one file that CPython runs with SQLAlchemy.

/** @typedef {import("./types.js").Block} Block */

/**
 * @param {import("./engine.js").Engine} engine which knows the statements of a transcript
 * @param {{ text: string }} prelude
 * @param {Block[]} blocks in the order in which they run
 */
export async function asScript(engine, prelude, blocks) {
  const face = await engine.face();
  const parts = blocks.map((block) => face.script(block.code, block.kind));
  return [prelude.text, ...parts].map((part) => `${part.trim()}\n`).join("\n\n");
}

/**
 * Puts text that is still being made into the clipboard. The promise is handed over at once, because some
 * browsers allow it only in the very moment of the click.
 * @param {Promise<string>} text
 */
export async function copy(text) {
  if (typeof ClipboardItem === "undefined") return navigator.clipboard.writeText(await text);
  const blob = text.then((ready) => new Blob([ready], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}
