// The engine, fetched and compiled once. The page's own instance answers questions about text, at once and
// even while a program runs (for completion it runs what comes before, under limits that take no time); programs
// run in a worker, which is handed the compiled module.

import { whole } from "./face.js";

/** @typedef {import("./types.js").Face} Face */

export class Engine {
  /** @type {Promise<WebAssembly.Module | undefined> | undefined} */
  #module;
  /** @type {Promise<Face> | undefined} */
  #loading;
  /** @type {Face | undefined} */
  #face;

  /** @param {{ js: string, wasm?: string }} urls of the module and, unless that loads it itself, of the wasm behind it */
  constructor(urls) {
    this.js = new URL(urls.js, document.baseURI).href;
    this.wasm = urls.wasm && new URL(urls.wasm, document.baseURI).href;
  }

  /** The compiled module; a failed download is tried again by the next call. */
  module() {
    this.#module ??= (this.wasm ? compile(this.wasm) : Promise.resolve(undefined)).catch((error) => {
      this.#module = undefined;
      throw error;
    });
    return this.#module;
  }

  /** The engine's face in this thread; nothing is run through it. */
  face() {
    this.#loading ??= this.#load().catch((error) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /** The same, if it is there already. */
  get ready() {
    return this.#face;
  }

  /**
   * What can be written at an offset of a program's last source; nothing while the engine is not there.
   * @param {import("./types.js").Program} program
   * @param {number} offset in UTF-16 units
   * @returns {import("./types.js").Completion | undefined}
   */
  complete(program, offset) {
    return this.#face && JSON.parse(this.#face.complete(JSON.stringify(program), offset));
  }

  /**
   * What stands at an offset of a program's last source, for a tip.
   * @param {import("./types.js").Program} program
   * @param {number} offset in UTF-16 units
   * @returns {import("./hover.js").Told | undefined}
   */
  about(program, offset) {
    if (!this.#face) return undefined;
    const found = /** @type {import("./types.js").Hover | null} */ (
      JSON.parse(this.#face.hover(JSON.stringify(program), offset))
    );
    if (!found) return undefined;
    const { name, kind, detail, about } = found.item;
    const title = detail.startsWith("(") ? name + detail : kind === "argument" ? `${name}=${detail}` : `${name}: ${detail || kind}`;
    return { range: [found.start, found.end], title, text: about };
  }

  async #load() {
    const [face, module] = await Promise.all([import(this.js).then(whole), this.module()]);
    await face.default({ module_or_path: module });
    this.#face = face;
    return face;
  }
}

/** @param {string} url */
async function compile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the engine could not be loaded: ${url} answers ${response.status}`);
  // Streaming compilation insists on the media type; a host that does not know it should not break pages.
  if (response.headers.get("content-type")?.startsWith("application/wasm")) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}
