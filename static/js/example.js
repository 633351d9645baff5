// One block of the page: its editor, its buttons, its output, and what state it is in.
import { asScript, copy } from "./copy.js";
import { Editor } from "./editor.js";
import { Graph, newsOf } from "./graph.js";
import { Kept } from "./keep.js";
import { Pause, short } from "./live.js";
import { Output, verdictOf } from "./output.js";
import { Prediction } from "./predict.js";
import { Cancelled } from "./runner.js";
import { Tools } from "./tools.js";

/** @typedef {import("./types.js").State} State */
/** @typedef {import("./types.js").Report} Report */
/** @typedef {import("./types.js").Program} Program */
/** @typedef {{ engine: import("./engine.js").Engine, runner: import("./runner.js").Runner, scenarios: import("./scenario.js").Scenarios, live: import("./live.js").Live, playground: string | null }} Workshop */
/** @typedef {import("./types.js").Failure} Failure */
/** @typedef {import("./marks.js").Mark} Mark */
/** @typedef {{ followers: (example: Example) => Example[], all: () => Iterable<Example> }} Neighbours */

// Shorter runs than this end before a Stop button could be pressed; it would only flicker.
const PATIENCE = 250;

export class Example {
  #figure;
  #workshop;
  #editor;
  #output;
  #graph;
  #tools;
  #status;
  #buttons;
  #id;
  #scenario;
  #kept;
  #prediction;
  #pause = new Pause(() => this.#rested());
  /** @type {Neighbours | undefined} */
  #neighbours;
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
    this.#graph = new Graph(/** @type {HTMLElement} */ (figure.querySelector(".example-graph")));
    this.#status = /** @type {HTMLElement} */ (figure.querySelector("[role=status]"));
    this.#editor = new Editor(
      this.#id,
      /** @type {HTMLElement} */ (figure.querySelector(".editor")),
      (text, kind) => workshop.engine.ready?.tokens(text, kind),
      {
        run: () => void this.run(),
        changed: () => this.#changed(),
        complete: (offset) => workshop.engine.complete(workshop.scenarios.program(this.#scenario, this.#id), offset),
        about: (offset) => workshop.engine.about(workshop.scenarios.program(this.#scenario, this.#id), offset),
      },
    );
    this.#prediction = new Prediction(figure, () => this.#output.text);
    this.#kept = new Kept(this.#id, this.#editor.original);
    // What was kept free for the output of the next key is given back once nobody types any more.
    this.#editor.textarea.addEventListener("blur", () => {
      for (const example of this.#neighbours?.all() ?? []) example.#output.release();
    });
    this.#buttons = {
      run: this.#button("run", () => void this.run()),
      stop: this.#button("stop", () => this.#stop()),
      reset: this.#button("reset", () => this.#reset()),
      copy: this.#button("copy", () => void this.#copy()),
    };
    this.#tools = new Tools(figure, workshop.playground, {
      program: () => this.#program(),
      shared: () => workshop.scenarios.shared(this.#scenario, this.#id),
      run: async (program) => {
        const result = await this.#perform(program);
        if (result) this.#state("done");
        return result?.report;
      },
      say: (words) => this.#say(words),
      stage: {
        editor: /** @type {HTMLElement} */ (figure.querySelector(".editor")),
        output: (chunks) => this.#output.show(chunks),
        graph: (svg) => this.#graph.show(svg),
      },
      ended: (report, program) => this.#show(report, program),
    });
  }

  /** @param {Neighbours} neighbours the page's blocks */
  takeOver(neighbours) {
    this.#neighbours = neighbours;
    const kept = this.#kept.recall();
    if (kept !== undefined) this.#editor.text = kept;
    this.#editor.takeOver();
    this.#buttons.run.hidden = false;
    this.#buttons.copy.hidden = false;
    this.#tools.takeOver();
    this.#drawEdited();
    if (this.#editor.edited) this.#output.outdated = true;
  }

  get id() {
    return this.#id;
  }

  get scenario() {
    return this.#scenario;
  }

  /** The reader's text. */
  get text() {
    return this.#editor.text;
  }

  /** Draws the text anew, now that the engine knows its tokens. */
  engineArrived() {
    if (this.#editor.edited || this.#editor.uncoloured) this.#editor.redraw();
  }

  /** Runs because the reader asks for it. */
  async run() {
    this.#tools.leaveSteps();
    const program = this.#program();
    const result = await this.#perform(program);
    if (result) this.#show(result.report, program, result.took);
  }

  #program() {
    return this.#workshop.scenarios.program(this.#scenario, this.#id);
  }

  /**
   * Runs a program because the reader asks for it, and shows how that goes, but not what comes of it.
   * @param {Program} program
   * @returns {Promise<import("./runner.js").Result | undefined>} nothing if it could not run, or a newer one does
   */
  async #perform(program) {
    this.#pause.end();
    this.#output.release();
    this.#prediction.reveal();
    // A program that came with a link runs by itself once its reader has run it.
    for (const figure of document.querySelectorAll("[data-waiting]")) figure.removeAttribute("data-waiting");
    const turn = ++this.#turn;
    this.#state("loading");
    const patience = setTimeout(() => {
      if (turn !== this.#turn) return;
      this.#buttons.stop.hidden = false;
      this.#say(this.#figure.dataset.state === "loading" ? "Loading the engine…" : "Running…");
    }, PATIENCE);
    try {
      const result = await this.#workshop.runner.run(this.#id, program, () => this.#state("running"));
      return turn === this.#turn ? result : undefined;
    } catch (error) {
      if (turn === this.#turn) this.#failed(error);
      return undefined;
    } finally {
      clearTimeout(patience);
      if (turn === this.#turn) this.#hideStop();
    }
  }

  /** Runs because the text has changed: nothing tells of it but its result. */
  async #runLive() {
    const turn = ++this.#turn;
    const program = short(this.#workshop.scenarios.program(this.#scenario, this.#id));
    try {
      const { report, took } = await this.#workshop.runner.run(this.#id, program, () => {});
      if (turn !== this.#turn) return;
      if (report.failures.some(({ limit }) => limit)) return this.#say("Takes longer: press Run", true);
      this.#show(report, program, took, true);
    } catch (error) {
      if (turn === this.#turn && !(error instanceof Cancelled)) this.#failed(error);
    }
  }

  /** The keys have rested: tells what does not parse, or runs what does. */
  #rested() {
    if (this.#editor.composing) return;
    const { engine, live } = this.#workshop;
    const face = engine.ready;
    if (!face) {
      // It comes when it comes; whoever waits for it here would be told of its failure at the next Run.
      engine.face().then(() => this.#pause.restart(), () => {});
      return;
    }
    const { text } = this.#editor;
    const { kind } = this.#workshop.scenarios.source(this.#scenario, this.#id);
    const failure = /** @type {Failure | null} */ (JSON.parse(face.check(text, kind)));
    if (failure) {
      this.#editor.mark([markOf(failure)]);
      this.#say(`Line ${failure.line}: ${failure.message}`, true);
    } else if (live.on && this.#figure.dataset.waiting === undefined) {
      void this.#runLive();
      for (const example of this.#neighbours?.followers(this) ?? []) void example.#runLive();
    }
  }

  /** @param {Report} report @param {Program} program @param {number} [took] in milliseconds @param {boolean} [live] */
  #show(report, program, took, live = false) {
    const { shown, failure, failed } = verdictOf(report, program);
    this.#output.show(shown, live);
    this.#graph.show(newsOf(report, program));
    this.#editor.mark(marksOf(report, program, failure));
    this.#state(failed ? "failed" : "done");
    const time = took === undefined ? "" : ` in ${took < 10 ? took.toFixed(1) : took.toFixed(0)} ms`;
    const verb = failure?.limit ? "Ended by a limit" : failed ? "Failed" : "Done";
    this.#say(`${verb}${time}${shown.length > 0 ? "" : ", no output"}`, live);
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
    this.#tools.leaveSteps();
    this.#turn++;
    this.#pause.end();
    this.#workshop.runner.stop(this.#id);
    this.#editor.reset();
    this.#kept.forget();
    this.#drawEdited();
    this.#output.reset();
    this.#graph.reset();
    this.#state("idle");
    this.#say("");
    this.#hideStop();
    this.#buttons.run.focus();
    this.#buttons.reset.hidden = true;
    this.#outdateFollowers();
  }

  #changed() {
    this.#tools.leaveSteps();
    this.#outdated();
    this.#outdateFollowers();
    this.#drawEdited();
    if (this.#editor.edited) this.#kept.keep(this.#editor.text);
    else this.#kept.forget();
    if (!this.#editor.composing) this.#pause.restart();
  }

  /** What is shown is of another text than the one that stands there: no run of that text may show anything. */
  #outdated() {
    this.#turn++;
    this.#output.outdated = true;
    this.#editor.mark([]);
    this.#hideStop();
    this.#state("idle");
    this.#say("", true);
  }

  #outdateFollowers() {
    for (const example of this.#neighbours?.followers(this) ?? []) example.#outdated();
  }

  #drawEdited() {
    const { edited } = this.#editor;
    this.#buttons.reset.hidden = !edited && this.#figure.dataset.state === "idle" && !this.#output.outdated;
    this.#figure.toggleAttribute("data-edited", edited);
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

  /** @param {string} words @param {boolean} [quietly] whether nobody is to be interrupted by it */
  #say(words, quietly = false) {
    this.#status.ariaLive = quietly ? "off" : "polite";
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
  if (failure) marks.push(markOf(failure));
  return marks;
}

/** @param {Failure} failure @returns {Mark} */
function markOf({ line, columns, kind, message }) {
  return { line, columns, severity: "error", text: message ? `${kind}: ${message}` : kind };
}
