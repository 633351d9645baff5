// Running as the reader types: whether that is wanted, which holds for all pages, and when.
import { recall, remember } from "./storage.js";

const KEY = "run-as-you-type";

// How long the keys must rest. Shorter, and half a word would be told to be an unknown name.
const PAUSE = 250;

// A run that nobody asked for must not take the machine; what needs more waits for the button.
const FUEL = 2_000_000;

/** Whether blocks run as the reader types. */
export class Live {
  /** @type {(() => void)[]} */
  #listeners = [];

  constructor() {
    this.on = recall(KEY) !== "off";
    for (const button of document.querySelectorAll("[data-live]")) {
      button.addEventListener("click", () => {
        this.on = !this.on;
        remember(KEY, this.on ? "on" : "off");
        this.#tell();
      });
    }
    // Another tab of this site has changed it.
    addEventListener("storage", ({ key }) => {
      if (key !== KEY) return;
      this.on = recall(KEY) !== "off";
      this.#tell();
    });
    this.#draw();
  }

  /** @param {() => void} changed */
  listen(changed) {
    this.#listeners.push(changed);
  }

  #tell() {
    this.#draw();
    for (const listener of this.#listeners) listener();
  }

  #draw() {
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-live]"))) {
      button.hidden = false;
      button.setAttribute("aria-checked", String(this.on));
    }
  }
}

/** Calls once the keys have rested. */
export class Pause {
  #timer = 0;
  #action;

  /** @param {() => void} action */
  constructor(action) {
    this.#action = action;
  }

  restart() {
    this.end();
    this.#timer = setTimeout(this.#action, PAUSE);
  }

  end() {
    clearTimeout(this.#timer);
  }
}

/**
 * The same program, kept short.
 * @param {import("./types.js").Program} program
 * @returns {import("./types.js").Program}
 */
export function short(program) {
  return { ...program, limits: { ...program.limits, fuel: Math.min(program.limits.fuel, FUEL) } };
}
