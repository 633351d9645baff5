// Copy as script: a program as one file that CPython runs with SQLAlchemy.

/**
 * @param {import("./engine.js").Engine} engine which knows the statements of a session
 * @param {import("./types.js").Program} program
 */
export async function asScript(engine, program) {
  const face = await engine.face();
  return face.script(JSON.stringify(program));
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
