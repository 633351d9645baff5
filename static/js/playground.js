// Takes over the page's blocks: they can be edited and run from here on. The engine is loaded when the page
// has nothing better to do, or at the first Run.
import { Engine } from "./engine.js";
import { Example } from "./example.js";
import { Runner } from "./runner.js";
import { Scenarios } from "./scenario.js";
import "./site.js";

/** @type {import("./types.js").PlaygroundData} */
const data = JSON.parse(document.getElementById("playground-data")?.textContent ?? "");
const engine = new Engine(data.engine);
const runner = new Runner(engine, data.engine.worker);
/** @type {Map<string, Example>} */
const examples = new Map();
const scenarios = new Scenarios(data, (id) => examples.get(id)?.text);

for (const figure of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("figure[data-example]"))) {
  examples.set(figure.dataset.example ?? "", new Example(figure, { engine, runner, scenarios }));
}
for (const example of examples.values()) example.takeOver();

function warmUp() {
  // A failure is told at the first Run, where it matters; that tries again, too.
  runner.warm().catch(() => {});
  engine.face().then(
    () => examples.forEach((example) => example.engineArrived()),
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
