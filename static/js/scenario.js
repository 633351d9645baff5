// What running a block means: the prelude, the scenario's earlier blocks as the reader has them now, then
// the block itself, in a fresh interpreter.

import { kindOf } from "./kind.js";

/** @typedef {import("./types.js").Block} Block */
/** @typedef {import("./types.js").PlaygroundData} PlaygroundData */
/** @typedef {import("./types.js").Program} Program */
/** @typedef {import("./types.js").Source} Source */

export class Scenarios {
  #data;
  #textOf;

  /**
   * @param {PlaygroundData} data
   * @param {(id: string) => string | undefined} textOf the reader's text of a block that the page shows
   */
  constructor(data, textOf) {
    this.#data = data;
    this.#textOf = textOf;
  }

  /**
   * @param {string} scenario
   * @param {string} id of the block to be run
   * @returns {Program}
   */
  program(scenario, id) {
    return this.wrap(this.#upTo(scenario, id).map((block) => this.#source(block)));
  }

  /**
   * @param {Source[]} sources
   * @returns {Program} these behind what every example starts with
   */
  wrap(sources) {
    const { name, text } = this.#data.prelude;
    return {
      sources: [{ name, text, kind: "script", go_on: false }, ...sources],
      limits: this.#data.limits,
      options: { graph: true },
    };
  }

  /**
   * The block alone, as the reader has it now.
   * @param {string} scenario
   * @param {string} id
   * @returns {Source}
   */
  source(scenario, id) {
    const block = this.#data.scenarios[scenario]?.find((block) => block.id === id);
    return block ? this.#source(block) : { name: id, text: "", kind: "script", go_on: false };
  }

  /**
   * The blocks of a scenario that start from what this one leaves behind.
   * @param {string} scenario
   * @param {string} id
   */
  behind(scenario, id) {
    const ids = (this.#data.scenarios[scenario] ?? []).map((block) => block.id);
    return ids.slice(ids.indexOf(id) + 1);
  }

  /**
   * A block and those before it, as a link holds them.
   * @param {string} scenario
   * @param {string} id
   * @returns {import("./share.js").Shared}
   */
  shared(scenario, id) {
    const blocks = this.#upTo(scenario, id).map((block) => ({
      title: document.getElementById(`${block.id}-title`)?.textContent ?? "",
      text: this.#source(block).text,
      go_on: block.go_on,
    }));
    return { blocks };
  }

  /** @param {string} scenario @param {string} id */
  #upTo(scenario, id) {
    const blocks = this.#data.scenarios[scenario] ?? [];
    return blocks.slice(0, blocks.findIndex((block) => block.id === id) + 1);
  }

  /** @param {Block} block @returns {Source} */
  #source({ id, name, code, go_on }) {
    const text = this.#textOf(id) ?? code ?? "";
    return { name, text, kind: kindOf(text), go_on };
  }
}
