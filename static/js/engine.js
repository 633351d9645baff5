// The engine, fetched and compiled once. The page's own instance answers questions about text, at once and
// even while a program runs; programs run in a worker, which is handed the compiled module.

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
