// A block asks its reader what it will print, and then shows both, side by side. Nothing is counted or kept.

/** The question of one block, if its author has put one. */
export class Prediction {
  #form;
  #answer;

  /**
   * @param {HTMLElement} figure
   * @param {() => string} printed what the block prints, as it is shown
   */
  constructor(figure, printed) {
    this.#form = /** @type {HTMLFormElement | null} */ (figure.querySelector("form.predict"));
    this.#answer = /** @type {HTMLDetailsElement | null} */ (figure.querySelector(".predict-answer"));
    this.#form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#compare(printed());
    });
  }

  /** Shows the output: whoever presses Run wants to see it. */
  reveal() {
    if (this.#answer) this.#answer.open = true;
  }

  /** @param {string} printed */
  #compare(printed) {
    const said = this.#form?.querySelector("textarea")?.value ?? "";
    const outcome = this.#form?.querySelector(".predict-outcome");
    if (!outcome) return;
    const rows = difference(linesOf(said), linesOf(printed));
    const words = document.createElement("p");
    const same = rows.every(({ who }) => who === "both");
    words.textContent = same
      ? "Yes, that is what it prints."
      : "Here is where the two part ways:";
    const list = document.createElement("ul");
    list.append(...rows.map(({ who, line }) => row(who, line)));
    outcome.replaceChildren(words, ...(same ? [] : [list]));
    this.reveal();
  }
}

const WHO = { both: "both", you: "you said", it: "it prints" };

/** @param {keyof typeof WHO} who @param {string} line */
function row(who, line) {
  const item = document.createElement("li");
  item.className = who;
  const name = document.createElement("span");
  name.textContent = `${WHO[who]} `;
  const code = document.createElement("code");
  code.textContent = line;
  item.append(name, code);
  return item;
}

/** @param {string} text @returns {string[]} without the blanks around it, and nothing for nothing in words */
function linesOf(text) {
  const trimmed = text.trim();
  if (!trimmed || /^nothing\.?$/i.test(trimmed)) return ["(nothing)"];
  return trimmed.split("\n").map((line) => line.trimEnd());
}

/**
 * Two lists of lines as one, by their longest common subsequence.
 * @param {string[]} said
 * @param {string[]} printed
 */
function difference(said, printed) {
  const common = said.concat("").map(() => printed.concat("").map(() => 0));
  const at = (/** @type {number} */ i, /** @type {number} */ j) => common[i]?.[j] ?? 0;
  for (let i = said.length - 1; i >= 0; i--) {
    for (let j = printed.length - 1; j >= 0; j--) {
      const row = /** @type {number[]} */ (common[i]);
      row[j] = said[i] === printed[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  /** @type {{ who: keyof typeof WHO, line: string }[]} */
  const rows = [];
  for (let i = 0, j = 0; i < said.length || j < printed.length; ) {
    const [mine, its] = [said[i], printed[j]];
    if (mine !== undefined && mine === its) {
      rows.push({ who: "both", line: mine });
      i++;
      j++;
    } else if (mine !== undefined && (its === undefined || at(i + 1, j) >= at(i, j + 1))) {
      rows.push({ who: "you", line: mine });
      i++;
    } else {
      rows.push({ who: "it", line: its ?? "" });
      j++;
    }
  }
  return rows;
}
