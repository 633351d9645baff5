// What a block offers beyond running: going over its steps, sharing it, opening it in the playground. Each is
// loaded when it is first asked for.
import { copy } from "./copy.js";

/** @typedef {import("./types.js").Report} Report */
/** @typedef {import("./types.js").Program} Program */
/** @typedef {import("./share.js").Shared} Shared */

/**
 * What the tools need of their block.
 * @typedef {object} Block
 * @property {() => Program} program that runs the block
 * @property {() => Shared} shared the program without what every example starts with
 * @property {(program: Program) => Promise<Report | undefined>} run nothing if it was stopped
 * @property {(words: string) => void} say
 * @property {Omit<import("./stepper.js").Stage, "closed" | "text">} stage
 * @property {(report: Report, program: Program) => void} ended shows a run's end
 */

export class Tools {
  #figure;
  #block;
  #playground;
  #buttons;
  /** @type {import("./stepper.js").Stepper | undefined} */
  #stepper;

  /**
   * @param {HTMLElement} figure
   * @param {string | null} playground the address of the page for any program, if the site has one
   * @param {Block} block
   */
  constructor(figure, playground, block) {
    this.#figure = figure;
    this.#playground = playground;
    this.#block = block;
    this.#buttons = {
      step: this.#button("step", () => void this.#step()),
      share: this.#button("share", () => void this.#share()),
      open: this.#button("open", () => void this.#open()),
    };
    wireMenu(figure);
  }

  takeOver() {
    // Other languages are run by modules that record no steps.
    this.#buttons.step.hidden = this.#figure.dataset.language !== undefined;
    this.#buttons.share.hidden = this.#playground === null;
    this.#buttons.open.hidden = this.#playground === null;
    /** @type {HTMLElement} */ (this.#figure.querySelector(".more")).hidden = false;
  }

  /** Steps of another text than the one that stands there would mislead. Answers whether there were any. */
  leaveSteps() {
    const open = this.#stepper !== undefined;
    this.#stepper?.close();
    return open;
  }

  async #step() {
    if (this.#stepper) return this.#stepper.close();
    const { program, run, say, stage, ended } = this.#block;
    const recorded = program();
    const source = recorded.sources.length - 1;
    recorded.options = { ...recorded.options, steps_of: source };
    try {
      const [{ Stepper }, report] = await Promise.all([import("./stepper.js"), run(recorded)]);
      if (!report) return;
      const { trace } = report;
      // A program that does not begin has no steps, but an error to show.
      if (!trace || trace.steps.length < 2) return ended(report, recorded);
      const text = recorded.sources[source]?.text ?? "";
      this.#stepper = new Stepper(report, trace, source, {
        ...stage,
        text,
        closed: () => {
          this.#stepper = undefined;
          this.#figure.classList.remove("stepping");
          this.#buttons.step.setAttribute("aria-expanded", "false");
          ended(report, recorded);
          if (document.activeElement === document.body) this.#buttons.step.focus();
        },
      });
      this.#figure.classList.add("stepping");
      this.#buttons.step.setAttribute("aria-expanded", "true");
    } catch (error) {
      say(`Could not step: ${error instanceof Error ? error.message : error}`);
    }
  }

  async #link() {
    const { toLink } = await import("./share.js");
    const page = new URL(this.#playground ?? "", document.baseURI);
    return new URL(await toLink(this.#block.shared()), page).href;
  }

  async #share() {
    try {
      await copy(this.#link());
      this.#block.say("Link copied");
    } catch (error) {
      this.#block.say(`Could not share: ${error instanceof Error ? error.message : error}`);
    }
  }

  async #open() {
    try {
      location.href = await this.#link();
    } catch (error) {
      this.#block.say(`Could not open: ${error instanceof Error ? error.message : error}`);
    }
  }

  /** @param {string} action @param {() => void} pressed */
  #button(action, pressed) {
    const button = /** @type {HTMLButtonElement} */ (this.#figure.querySelector(`[data-action=${action}]`));
    button.addEventListener("click", pressed);
    return button;
  }
}

/** The menu closes when something in it is pressed, at Escape, and when the focus or a press goes elsewhere. @param {HTMLElement} figure */
function wireMenu(figure) {
  const menu = /** @type {HTMLDetailsElement} */ (figure.querySelector(".more"));
  const handle = /** @type {HTMLElement} */ (menu.querySelector("summary"));
  menu.addEventListener("click", (event) => {
    if (!(event.target instanceof HTMLButtonElement)) return;
    handle.focus();
    menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    handle.focus();
  });
  menu.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) menu.open = false;
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
  });
}
