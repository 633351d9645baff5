// What a module that runs a language must export is `run`; what else the page asks of an engine has an answer here
// where the module has none.

/** @typedef {import("./types.js").Face} Face */

/**
 * @param {Partial<Face> & Pick<Face, "run">} module
 * @returns {Face}
 */
export function whole(module) {
  return { ...NOTHING, ...module };
}

/** @type {Omit<Face, "run">} */
const NOTHING = {
  default: async () => undefined,
  tokens: () => new Uint32Array(),
  check: () => "null",
  complete: () => '{"start":0,"end":0,"items":[]}',
  hover: () => "null",
  script: (program) => {
    /** @type {import("./types.js").Program} */
    const { sources } = JSON.parse(program);
    return sources.map(({ text }) => text).filter((text) => text !== "").join("\n");
  },
};
