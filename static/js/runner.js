// The worker and the queue before it. A block's newest program takes the place of its older one that still
// waits; blocks do not push each other out. Stopping a program ends the worker, the only way to stop wasm,
// and the next program gets a new one at once, since the module is compiled already.
import { scriptUrl } from "./trusted.js";

/** @typedef {import("./types.js").Report} Report */
/** @typedef {import("./types.js").Program} Program */
/** @typedef {import("./types.js").FromWorker} FromWorker */
/** @typedef {import("./types.js").ToWorker} ToWorker */
/** @typedef {{ report: Report, took: number }} Result */

/** Why a program has no report: the reader stopped it, or ran the block anew before it began. */
export class Cancelled extends Error {}

/**
 * @typedef {object} Job
 * @property {string} id
 * @property {Program} program
 * @property {() => void} begun
 * @property {(result: Result) => void} resolve
 * @property {(error: Error) => void} reject
 */

export class Runner {
  #engine;
  #url;
  /** @type {Promise<Worker> | undefined} */
  #worker;
  /** @type {AbortController | undefined} ends the worker of now */
  #life;
  /** @type {Job[]} */
  #waiting = [];
  /** @type {Job | undefined} */
  #current;

  /**
   * @param {import("./engine.js").Engine} engine
   * @param {string} url of worker.js
   */
  constructor(engine, url) {
    this.#engine = engine;
    this.#url = url;
  }

  /** Makes the worker ready before it is needed. */
  warm() {
    if (!this.#worker) {
      const starting = this.#start();
      this.#worker = starting;
      // A failed start is tried again by the next call.
      starting.catch(() => {
        if (this.#worker === starting) this.#worker = undefined;
      });
    }
    return this.#worker;
  }

  /**
   * @param {string} id whose program it is
   * @param {Program} program
   * @param {() => void} begun called when it has its turn
   * @returns {Promise<Result>}
   */
  run(id, program, begun) {
    this.#drop((job) => job.id === id);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, program, begun, resolve, reject });
      void this.#next();
    });
  }

  /**
   * Ends the block's program, running or waiting.
   * @param {string} id
   */
  stop(id) {
    this.#drop((job) => job.id === id);
    if (this.#current?.id === id) this.#abandon(new Cancelled("stopped"));
  }

  /** @param {(job: Job) => boolean} which */
  #drop(which) {
    const dropped = this.#waiting.filter(which);
    this.#waiting = this.#waiting.filter((job) => !which(job));
    for (const job of dropped) job.reject(new Cancelled("replaced"));
  }

  async #next() {
    if (this.#current) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#current = job;
    try {
      const worker = await this.warm();
      // It may have been stopped while the engine was loading.
      if (this.#current !== job) return;
      job.begun();
      worker.postMessage(/** @type {ToWorker} */ ({ type: "run", program: JSON.stringify(job.program) }));
    } catch (error) {
      if (this.#current !== job) return;
      this.#current = undefined;
      job.reject(error instanceof Error ? error : new Error(String(error)));
      void this.#next();
    }
  }

  /** @param {Result} result */
  #finish(result) {
    const job = this.#current;
    this.#current = undefined;
    job?.resolve(result);
    void this.#next();
  }

  /** @param {Error} error */
  #abandon(error) {
    const job = this.#current;
    this.#current = undefined;
    this.#retire();
    job?.reject(error);
    void this.#next();
  }

  /** Ends the worker, if there is one, and listens to it no more. */
  #retire() {
    this.#worker = undefined;
    this.#life?.abort();
    this.#life = undefined;
  }

  /** @returns {Promise<Worker>} */
  async #start() {
    const life = (this.#life = new AbortController());
    const module = await this.#engine.module();
    return new Promise((resolve, reject) => {
      if (life.signal.aborted) return reject(new Cancelled("stopped"));
      const worker = new Worker(scriptUrl(this.#url), { type: "module" });
      life.signal.addEventListener("abort", () => worker.terminate());
      /** @param {string} reason */
      const broken = (reason) => {
        const error = new Error(`The engine broke down: ${reason}`);
        reject(error);
        this.#abandon(error);
      };
      /** @param {MessageEvent<FromWorker>} event */
      const hear = ({ data }) => {
        if (data.type === "ready") resolve(worker);
        else if (data.type === "report") this.#finish({ report: JSON.parse(data.report), took: data.took });
        else broken(data.message);
      };
      worker.addEventListener("message", hear, life);
      worker.addEventListener("error", (event) => broken(event.message || "its worker does not start"), life);
      worker.postMessage(/** @type {ToWorker} */ ({ type: "start", js: this.#engine.js, module }));
    });
  }
}
