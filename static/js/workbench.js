// The page for any program: puts in what the address asks for, one of the site's examples or a program that a
// link holds, and then lets the page's blocks be taken over as on every page. Nothing runs until Run is pressed.
import { BadLink, fromLink } from "./share.js";

/** @typedef {import("./share.js").SharedBlock} SharedBlock */
/** @typedef {{ id: string, title: string, text: string, hidden: boolean, go_on: boolean }} Listed */
/** @typedef {{ pages: { title: string, url: string, scenarios: Listed[][] }[] }} Catalogue */

const EXAMPLE = "#example=";
const workbench = /** @type {HTMLElement} */ (document.getElementById("workbench"));
const chooser = /** @type {HTMLSelectElement} */ (document.getElementById("workbench-chooser"));
const notice = /** @type {HTMLElement} */ (document.getElementById("workbench-notice"));

/** @type {Promise<Catalogue> | undefined} */
let listed;
function catalogue() {
  listed ??= fetch(workbench.dataset.examples ?? "").then((answer) => {
    if (!answer.ok) throw new Error(`the list of examples could not be loaded (${answer.status})`);
    return answer.json();
  });
  return listed;
}

/** @returns {Promise<SharedBlock[] | undefined>} nothing if the page's own block is to stay */
async function wanted() {
  const { hash } = location;
  if (hash === "" || hash === "#content") return undefined;
  try {
    if (hash.startsWith(EXAMPLE)) return found(await catalogue(), decodeURIComponent(hash.slice(EXAMPLE.length)));
    const { blocks } = await fromLink(hash);
    tell("This program came with the link. It runs when you press Run, in this browser and with no access to anything else.");
    return blocks;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    tell(error instanceof BadLink ? `This link holds no program: ${why}. Nothing of it was run.` : `Sorry: ${why}.`, true);
    return undefined;
  }
}

/** @param {Catalogue} all @param {string} id */
function found({ pages }, id) {
  for (const { scenarios } of pages) {
    for (const blocks of scenarios) {
      const index = blocks.findIndex((block) => block.id === id);
      if (index >= 0) return blocks.slice(0, index + 1);
    }
  }
  throw new Error(`there is no example of the name ${id}`);
}

/** @param {string} words @param {boolean} [bad] */
function tell(words, bad = false) {
  notice.textContent = words;
  notice.hidden = false;
  notice.classList.toggle("bad", bad);
}

/**
 * Makes the page's block into as many as the program has.
 * @param {SharedBlock[]} blocks
 */
function fill(blocks) {
  const pattern = /** @type {HTMLElement} */ (workbench.querySelector("figure[data-example]"));
  const figures = blocks.map((block, index) => {
    const figure = /** @type {HTMLElement} */ (pattern.cloneNode(true));
    const id = `program-${index + 1}`;
    rename(figure, pattern.dataset.example ?? "", id);
    figure.dataset.waiting = "";
    if (index > 0) figure.querySelector(".prelude")?.remove();
    /** @param {string} selector */
    const part = (selector) => /** @type {HTMLElement} */ (figure.querySelector(selector));
    part(".example-title").textContent = block.title || (index === blocks.length - 1 ? "Program" : "Runs before it");
    const text = block.text.trimEnd();
    part(".editor code").textContent = `${text}\n`;
    const area = /** @type {HTMLTextAreaElement} */ (part("textarea"));
    area.defaultValue = text;
    area.value = text;
    part("output").replaceChildren();
    part(".graph-place").replaceChildren();
    part(".example-graph").hidden = true;
    figure.querySelector(".steps")?.remove();
    return figure;
  });
  pattern.parentElement?.replaceChildren(...figures);

  const old = /** @type {HTMLElement} */ (document.getElementById("playground-data"));
  const data = JSON.parse(old.textContent ?? "");
  data.scenarios = {
    [pattern.dataset.scenario ?? ""]: blocks.map(({ go_on }, index) => ({
      id: `program-${index + 1}`,
      name: `program-${index + 1}.py`,
      kind: "script",
      code: null,
      hidden: false,
      go_on,
    })),
  };
  // A script element takes no text under Trusted Types; what reads the data does not mind what element it is.
  const fresh = document.createElement("div");
  fresh.hidden = true;
  fresh.id = old.id;
  fresh.textContent = JSON.stringify(data);
  old.replaceWith(fresh);
}

/** @param {HTMLElement} figure @param {string} from @param {string} to */
function rename(figure, from, to) {
  figure.dataset.example = to;
  for (const element of figure.querySelectorAll("[id], [aria-labelledby], [aria-describedby]")) {
    for (const name of ["id", "aria-labelledby", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value?.startsWith(from)) element.setAttribute(name, to + value.slice(from.length));
    }
  }
}

async function offerExamples() {
  const { pages } = await catalogue();
  const groups = pages.map(({ title, scenarios }) => {
    const group = document.createElement("optgroup");
    group.label = title;
    for (const block of scenarios.flat()) {
      if (block.hidden) continue;
      const option = document.createElement("option");
      option.value = block.id;
      option.textContent = block.title;
      option.selected = location.hash === EXAMPLE + encodeURIComponent(block.id);
      group.append(option);
    }
    return group;
  });
  chooser.append(...groups);
  chooser.disabled = false;
  chooser.addEventListener("change", () => {
    if (chooser.value) location.hash = EXAMPLE + encodeURIComponent(chooser.value);
  });
}

const blocks = await wanted();
if (blocks) fill(blocks);
await import("./playground.js");
// Another program in the address is another page.
addEventListener("hashchange", () => {
  if (location.hash !== "#content") location.reload();
});
offerExamples().catch(() => {
  chooser.replaceChildren(new Option("The list could not be loaded"));
});
