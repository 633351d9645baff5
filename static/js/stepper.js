// Going over a recorded run: a slider, buttons and arrow keys over its steps. Loaded at the first Step.

/** @typedef {import("./types.js").Report} Report */
/** @typedef {import("./types.js").Step} StepOfRun */
/** @typedef {import("./types.js").Trace} Trace */
/** @typedef {import("./types.js").Explanation} Explanation */
/** @typedef {Pick<import("./types.js").Chunk, "stream" | "text">} Shown */

/**
 * What the stepper shows things in.
 * @typedef {object} Stage
 * @property {HTMLElement} editor the frame of the editor
 * @property {string} text the program, as it was when it was recorded
 * @property {(chunks: Shown[]) => void} output shows the output so far
 * @property {(svg: string) => void} graph shows the objects
 * @property {() => void} closed called when the reader has left
 */

const ICONS = {
  first: ["First step", "M5 4v12M16 4 8 10l8 6z"],
  back: ["Step back", "M14 4 6 10l8 6z"],
  on: ["Step on", "M6 4l8 6-8 6z"],
  last: ["Last step", "M15 4v12M4 4l8 6-8 6z"],
};

export class Stepper {
  #stage;
  #report;
  #trace;
  #source;
  #lines;
  #at = 0;
  #panel = element("section", "stepper");
  #slider = element("input", "stepper-slider");
  #count = element("span", "stepper-count");
  #said = element("p", "visually-hidden");
  #happened = element("div", "stepper-happened");
  #variables = element("div", "stepper-variables");
  #marks = { ran: element("span", "step-mark ran"), next: element("span", "step-mark next") };
  /** @type {Record<keyof typeof ICONS, HTMLButtonElement>} */
  #buttons;

  /**
   * @param {Report} report with a trace
   * @param {Trace} trace
   * @param {number} source which of the program's sources was recorded
   * @param {Stage} stage
   */
  constructor(report, trace, source, stage) {
    this.#stage = stage;
    this.#report = report;
    this.#trace = trace;
    this.#source = source;
    this.#lines = stage.text.split("\n");
    this.#buttons = {
      first: this.#button("first", () => 0),
      back: this.#button("back", () => this.#at - 1),
      on: this.#button("on", () => this.#at + 1),
      last: this.#button("last", () => this.#end),
    };
    this.#build();
    stage.editor.querySelector("pre")?.prepend(this.#marks.ran, this.#marks.next);
    stage.editor.after(this.#panel);
    this.#show(0);
    this.#slider.focus();
  }

  /** Whether the focus is in the stepper. */
  get focused() {
    return this.#panel.contains(document.activeElement);
  }

  /** Leaves the page as a run leaves it. */
  close() {
    this.#panel.remove();
    this.#marks.ran.remove();
    this.#marks.next.remove();
    this.#stage.closed();
  }

  get #end() {
    return this.#trace.steps.length - 1;
  }

  #build() {
    this.#panel.setAttribute("aria-label", "Steps");
    this.#slider.type = "range";
    this.#slider.min = "0";
    this.#slider.max = String(this.#end);
    this.#slider.setAttribute("aria-label", "Step");
    this.#slider.addEventListener("input", () => this.#show(Number(this.#slider.value)));
    this.#said.setAttribute("aria-live", "polite");
    const close = element("button", "stepper-close");
    close.type = "button";
    close.textContent = "Close";
    close.addEventListener("click", () => this.close());
    const bar = element("div", "stepper-bar");
    const { first, back, on, last } = this.#buttons;
    bar.append(first, back, on, last, this.#slider, this.#count, close);
    const panes = element("div", "stepper-panes");
    panes.append(this.#happened, this.#variables);
    this.#panel.append(bar, panes, this.#said);
    if (this.#trace.cut) {
      const note = element("p", "stepper-cut");
      note.textContent = `The program goes on; its first ${this.#end} steps are kept.`;
      this.#panel.append(note);
    }
    this.#panel.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "Escape") this.close();
      // The slider knows these keys by itself.
      else if (event.target === this.#slider) return;
      else if (event.key === "ArrowRight") this.#show(this.#at + 1);
      else if (event.key === "ArrowLeft") this.#show(this.#at - 1);
      else return;
      event.preventDefault();
    });
  }

  /** @param {keyof typeof ICONS} which @param {() => number} target */
  #button(which, target) {
    const [name, path] = /** @type {[string, string]} */ (ICONS[which]);
    const button = element("button", "stepper-button");
    button.type = "button";
    button.setAttribute("aria-label", name);
    button.title = name;
    const icon = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    icon.setAttribute("viewBox", "0 0 20 20");
    icon.setAttribute("aria-hidden", "true");
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    shape.setAttribute("d", path);
    shape.setAttribute("class", "filled");
    icon.append(shape);
    button.append(icon);
    button.addEventListener("click", () => this.#show(target()));
    return button;
  }

  /** @param {number} index */
  #show(index) {
    const at = (this.#at = Math.max(0, Math.min(index, this.#end)));
    const { steps, pictures } = this.#trace;
    const now = /** @type {StepOfRun} */ (steps[at]);
    const before = steps[at - 1];
    const why = before ? this.#report.explanations.slice(before.told, now.told) : [];
    const changes = changed(before, now);
    const ran = before?.line ?? undefined;
    const next = now.line ?? undefined;

    this.#slider.value = String(at);
    this.#count.textContent = `${at} of ${this.#end}`;
    // A disabled button would throw the focus away; it is only said to be of no use.
    for (const [button, useless] of /** @type {const} */ ([
      [this.#buttons.first, at === 0],
      [this.#buttons.back, at === 0],
      [this.#buttons.on, at === this.#end],
      [this.#buttons.last, at === this.#end],
    ])) {
      button.setAttribute("aria-disabled", String(useless));
    }
    mark(this.#marks.ran, ran);
    mark(this.#marks.next, next);
    this.#tell(ran, next, now, why);
    this.#list(now, changes);
    this.#stage.output(until(this.#report, this.#source, now.output));
    this.#stage.graph(now.picture === null ? "" : (pictures[now.picture] ?? ""));

    const heading = this.#heading(ran, next);
    this.#slider.setAttribute("aria-valuetext", `${at} of ${this.#end}. ${heading}`);
    const told = why.map(({ text }) => text);
    const values = [...changes].map((name) => `${name} is ${now.variables.find(([known]) => known === name)?.[1]}.`);
    this.#said.textContent = [heading, ...told, ...values].join(" ");
    // The panes may have grown; they do not shrink, so that nothing below jumps while stepping.
    const panes = /** @type {HTMLElement} */ (this.#panel.querySelector(".stepper-panes"));
    const height = Math.max(panes.offsetHeight, parseFloat(panes.style.minBlockSize) || 0);
    panes.style.minBlockSize = `${height}px`;
  }

  /** @param {number | undefined} ran @param {number | undefined} next */
  #heading(ran, next) {
    const was = ran === undefined ? "Nothing has run yet." : `Line ${ran} has run: ${this.#line(ran)}.`;
    return `${was} ${next === undefined ? "That was the last line." : `Next is line ${next}.`}`;
  }

  /** @param {number} line */
  #line(line) {
    return (this.#lines[line - 1] ?? "").replace(/^\s*(>>>|\.\.\.)/, "").trim();
  }

  /** What has just happened, and why. @param {number | undefined} ran @param {number | undefined} next @param {StepOfRun} now @param {Explanation[]} why */
  #tell(ran, next, now, why) {
    const title = element("p", "stepper-title");
    if (ran === undefined) title.textContent = "Nothing has run yet";
    else title.append(`Line ${ran} has run `, code(this.#line(ran)));
    const reasons = element("ul", "stepper-why");
    for (const { text, depth } of why) {
      const item = element("li", `depth-${Math.min(depth, 4)}`);
      item.textContent = text;
      reasons.append(item);
    }
    const following = element("p", "stepper-next");
    if (next === undefined) following.textContent = "The end";
    else {
      const inside = now.function ? ` in ${now.function}` : "";
      following.append(`Next: line ${next}${inside} `, code(this.#line(next)));
    }
    this.#happened.replaceChildren(title, ...(why.length > 0 ? [reasons] : []), following);
  }

  /** @param {StepOfRun} now @param {Set<string>} changes */
  #list(now, changes) {
    const title = element("p", "stepper-title");
    title.textContent = now.function ? `Variables in ${now.function}` : "Variables";
    const list = element("dl", "stepper-list");
    for (const [name, value] of now.variables) {
      const row = element("div", changes.has(name) ? "changed" : "");
      const [term, text] = [element("dt", ""), element("dd", "")];
      term.textContent = name;
      text.append(code(value));
      if (changes.has(name)) {
        const word = element("span", "stepper-changed");
        word.textContent = "changed";
        text.append(" ", word);
      }
      row.append(term, text);
      list.append(row);
    }
    const none = element("p", "stepper-none");
    none.textContent = "none yet";
    this.#variables.replaceChildren(title, now.variables.length > 0 ? list : none);
  }
}

/**
 * Names whose values are new or others than a step before.
 * @param {StepOfRun | undefined} before
 * @param {StepOfRun} now
 * @returns {Set<string>}
 */
function changed(before, now) {
  // In another function all are new, which says nothing.
  if (!before || before.function !== now.function) return new Set();
  const known = new Map(before.variables);
  return new Set(now.variables.filter(([name, value]) => known.get(name) !== value).map(([name]) => name));
}

/**
 * The output of a source up to a place.
 * @param {Report} report
 * @param {number} source
 * @param {[number, number]} place whole chunks, then bytes of the next one
 * @returns {Shown[]}
 */
function until({ chunks }, source, [whole, bytes]) {
  const shown = chunks.slice(0, whole);
  const part = chunks[whole];
  if (part && bytes > 0) {
    const text = new TextDecoder().decode(new TextEncoder().encode(part.text).subarray(0, bytes));
    shown.push({ ...part, text });
  }
  return shown.filter((chunk) => chunk.source === source && chunk.stream !== "note");
}

/** @param {HTMLElement} bar @param {number | undefined} line */
function mark(bar, line) {
  bar.hidden = line === undefined;
  bar.style.setProperty("--line-number", String(line ?? 1));
}

/** @param {string} text */
function code(text) {
  const made = document.createElement("code");
  made.textContent = text;
  return made;
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} className
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  return made;
}
