// What running a block means: the prelude, the scenario's earlier blocks as the reader has them now, then
// the block itself, in a fresh interpreter.

import { kindOf } from "./kind.js";

/** @typedef {import("./types.js").Block} Block */
/** @typedef {import("./types.js").PlaygroundData} PlaygroundData */
/** @typedef {import("./types.js").Program} Program */

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
   * The block and those that run before it.
   * @param {string} scenario
   * @param {string} id
   * @returns {Block[]}
   */
  #upTo(scenario, id) {
    const blocks = this.#data.scenarios[scenario] ?? [];
    return blocks
      .slice(0, blocks.findIndex((block) => block.id === id) + 1)
      .map((block) => {
        const code = this.#textOf(block.id) ?? block.code;
        return { ...block, code, kind: kindOf(code) };
      });
  }

  /**
   * @param {string} scenario
   * @param {string} id
   * @returns {Program}
   */
  program(scenario, id) {
    const blocks = this.#upTo(scenario, id);
    const { name, text } = this.#data.prelude;
    return {
      sources: [
        { name, text, kind: "script", go_on: false },
        ...blocks.map((block) => ({ name: block.name, text: block.code, kind: block.kind, go_on: block.go_on })),
      ],
      limits: this.#data.limits,
      options: { trace: false, graph: false },
    };
  }
}
