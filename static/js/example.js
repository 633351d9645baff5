// One block of the page: its editor, its buttons, its output, and what state it is in.
import { asScript, copy } from "./copy.js";
import { Editor } from "./editor.js";
import { Output, verdictOf } from "./output.js";
import { Cancelled } from "./runner.js";

/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").Report} Report */
/** @typedef {import("./types.js").Program} Program */
/** @typedef {{ engine: import("./engine.js").Engine, runner: import("./runner.js").Runner, scenarios: import("./scenario.js").Scenarios }} Workshop */
/** @typedef {import("./types.js").Failure} Failure */
/** @typedef {import("./editor.js").Mark} Mark */

// Shorter runs than this end before a Stop button could be pressed; it would only flicker.
const PATIENCE = 250;

export class Example {
  #figure;
  #workshop;
  #editor;
  #output;
  #status;
  #buttons;
  #id;
  #scenario;
  /** Which run is the newest: an older one that comes late changes nothing. */
  #turn = 0;

  /**
   * @param {HTMLElement} figure
   * @param {Workshop} workshop
   */
  constructor(figure, workshop) {
    this.#figure = figure;
    this.#workshop = workshop;
    this.#id = figure.dataset.example ?? "";
    this.#scenario = figure.dataset.scenario ?? "";
    this.#output = new Output(/** @type {HTMLOutputElement} */ (figure.querySelector("output")));
    this.#status = /** @type {HTMLElement} */ (figure.querySelector("[role=status]"));
    this.#editor = new Editor(
      this.#id,
      /** @type {HTMLElement} */ (figure.querySelector(".editor")),
      (text, kind) => workshop.engine.ready?.tokens(text, kind) ?? [],
      { run: () => void this.run(), changed: () => this.#changed() },
    );
    this.#buttons = {
      run: this.#button("run", () => void this.run()),
      stop: this.#button("stop", () => this.#stop()),
      reset: this.#button("reset", () => this.#reset()),
      copy: this.#button("copy", () => void this.#copy()),
    };
  }

  takeOver() {
    this.#editor.takeOver();
    this.#buttons.run.hidden = false;
    this.#buttons.copy.hidden = false;
    this.#buttons.reset.hidden = !this.#editor.edited;
  }

  /** The reader's text. */
  get text() {
    return this.#editor.text;
  }

  /** Draws the text anew, now that the engine knows its tokens. */
  engineArrived() {
    if (this.#editor.edited) this.#editor.redraw();
  }

  async run() {
    const turn = ++this.#turn;
    const program = this.#workshop.scenarios.program(this.#scenario, this.#id);
    this.#state("loading");
    const patience = setTimeout(() => {
      this.#buttons.stop.hidden = false;
      this.#say(this.#figure.dataset.state === "loading" ? "Loading the engine…" : "Running…");
    }, PATIENCE);
    try {
      const { report, took } = await this.#workshop.runner.run(this.#id, program, () => this.#state("running"));
      if (turn === this.#turn) this.#show(report, program, took);
    } catch (error) {
      if (turn === this.#turn) this.#failed(error);
    } finally {
      clearTimeout(patience);
      if (turn === this.#turn) this.#hideStop();
    }
  }

  /** @param {Report} report @param {Program} program @param {number} took */
  #show(report, program, took) {
    const { shown, failure, failed } = verdictOf(report, program);
    this.#output.show(shown);
    this.#editor.mark(marksOf(report, program, failure));
    this.#state(failed ? "failed" : "done");
    const time = took < 10 ? took.toFixed(1) : took.toFixed(0);
    const verb = failure?.limit ? "Ended by a limit" : failed ? "Failed" : "Done";
    this.#say(`${verb} in ${time} ms${shown.length > 0 ? "" : ", no output"}`);
    this.#buttons.reset.hidden = false;
  }

  /** @param {unknown} error */
  #failed(error) {
    if (error instanceof Cancelled) {
      this.#state("idle");
      this.#say("Stopped");
      return;
    }
    this.#state("failed");
    this.#output.show([{ stream: "note", text: error instanceof Error ? error.message : String(error) }]);
    this.#say("Could not run");
    this.#buttons.reset.hidden = false;
  }

  #stop() {
    this.#workshop.runner.stop(this.#id);
  }

  #reset() {
    this.#turn++;
    this.#workshop.runner.stop(this.#id);
    this.#editor.reset();
    this.#output.reset();
    this.#state("idle");
    this.#say("");
    this.#hideStop();
    this.#buttons.run.focus();
    this.#buttons.reset.hidden = true;
  }

  #changed() {
    this.#buttons.reset.hidden = !this.#editor.edited && this.#figure.dataset.state === "idle";
    this.#say(this.#editor.edited ? "Edited" : "");
  }

  async #copy() {
    const { engine, scenarios } = this.#workshop;
    try {
      await copy(asScript(engine, scenarios.program(this.#scenario, this.#id)));
      this.#say("Copied");
    } catch (error) {
      this.#say(`Could not copy: ${error instanceof Error ? error.message : error}`);
    }
  }

  #hideStop() {
    // Whoever has just pressed it would be thrown to the top of the page.
    if (document.activeElement === this.#buttons.stop) this.#buttons.run.focus();
    this.#buttons.stop.hidden = true;
  }

  /** @param {State} state */
  #state(state) {
    this.#figure.dataset.state = state;
  }

  /** @param {string} words */
  #say(words) {
    this.#status.textContent = words;
  }

  /** @param {string} action @param {() => void} pressed */
  #button(action, pressed) {
    const button = /** @type {HTMLButtonElement} */ (this.#figure.querySelector(`[data-action=${action}]`));
    button.addEventListener("click", pressed);
    return button;
  }
}

/**
 * The places of a run's warnings and of its exception in the block's text.
 * @param {Report} report
 * @param {Program} program whose last source is the block
 * @param {Failure | undefined} failure
 * @returns {Mark[]}
 */
function marksOf(report, program, failure) {
  const last = program.sources.length - 1;
  /** @type {Mark[]} */
  const marks = report.chunks
    .filter(({ source, stream }) => source === last && stream === "warning")
    .map(({ line, text }) => ({ line, columns: null, severity: "warning", text }));
  if (failure) {
    const { line, columns, kind, message } = failure;
    marks.push({ line, columns, severity: "error", text: `${kind}: ${message}` });
  }
  return marks;
}
