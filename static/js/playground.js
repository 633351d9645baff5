// Takes over the page's blocks: they can be edited and run from here on. The engine is loaded when the page
// has nothing better to do, or at the first Run.
import { Comparison } from "./compare.js";
import { Engine } from "./engine.js";
import { Example } from "./example.js";
import { Live } from "./live.js";
import { Runner } from "./runner.js";
import { Scenarios } from "./scenario.js";
import "./site.js";

/** @type {import("./types.js").PlaygroundData} */
const data = JSON.parse(document.getElementById("playground-data")?.textContent ?? "");
const live = new Live();
/** @type {Map<string, Example>} */
const examples = new Map();
/** @param {string} id */
const textOf = (id) => examples.get(id)?.text;

/** @param {{ js: string, wasm?: string }} urls @param {import("./types.js").PlaygroundData} data */
function workshop(urls, data) {
  const engine = new Engine(urls);
  const runner = new Runner(engine, data.engine.worker);
  return { engine, runner, scenarios: new Scenarios(data, textOf), live, playground: data.playground };
}

const python = workshop(data.engine, data);
const { engine, runner, scenarios } = python;
// Each other language has a module of its own, and neither a prelude nor a place in the playground.
const others = new Map(
  Object.entries(data.runners).map(([language, js]) => {
    return [language, workshop({ js }, { ...data, playground: null, prelude: { ...data.prelude, text: "" } })];
  }),
);

for (const figure of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("figure[data-example]"))) {
  examples.set(figure.dataset.example ?? "", new Example(figure, others.get(figure.dataset.language ?? "") ?? python));
}
const neighbours = {
  all: () => examples.values(),
  /** @param {Example} example */
  followers: ({ scenario, id }) => scenarios.behind(scenario, id).flatMap((later) => examples.get(later) ?? []),
};
for (const example of examples.values()) example.takeOver(neighbours);
const figures = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("figure[data-comparison]"));
const comparisons = [...figures].map((figure) => new Comparison(figure, python));
for (const comparison of comparisons) comparison.takeOver();
const all = [...examples.values(), ...comparisons];

function warmUp() {
  // A failure is told at the first Run, where it matters; that tries again, too.
  runner.warm().catch(() => {});
  engine.face().then(
    () => all.forEach((block) => block.engineArrived()),
    () => {},
  );
}

/** @param {() => void} action */
function whenIdle(action) {
  if (document.readyState !== "complete") addEventListener("load", () => whenIdle(action), { once: true });
  else if ("requestIdleCallback" in window) requestIdleCallback(action, { timeout: 2000 });
  else setTimeout(action, 200);
}
whenIdle(warmUp);
