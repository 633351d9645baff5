// Runs programs, one at a time, away from the page: a program that takes its time takes none of the reader's.

import { whole } from "./face.js";

/** @typedef {import("./types.js").Face} Face */

/** @type {Face | undefined} */
let face;

/** @param {import("./types.js").FromWorker} message */
const answer = (message) => self.postMessage(message);

self.addEventListener("message", async (/** @type {MessageEvent<import("./types.js").ToWorker>} */ event) => {
  const message = event.data;
  try {
    if (message.type === "start") {
      face = whole(await import(message.js));
      await face.default({ module_or_path: message.module });
      answer({ type: "ready" });
    } else {
      if (!face) throw new Error("a program arrived before the engine");
      const begin = performance.now();
      const report = face.run(message.program);
      answer({ type: "report", report, took: performance.now() - begin });
    }
  } catch (error) {
    answer({ type: "broken", message: String(error) });
  }
});
