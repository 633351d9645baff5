// Tabs: blocks that stand below each other, each under its label, until this shows one at a time. Groups of one
// page that have a label in common change together.

/** @type {{ tabs: HTMLButtonElement[], choose: (label: string, focus: boolean) => void }[]} */
const groups = [];

/** Wires every group of tabs on the page. */
export function wireTabs() {
  for (const group of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".tabs"))) wire(group);
}

/** @param {HTMLElement} group */
function wire(group) {
  const panels = /** @type {HTMLElement[]} */ ([...group.querySelectorAll(":scope > .tab")]);
  const list = document.createElement("div");
  list.className = "tab-list";
  list.setAttribute("role", "tablist");
  const tabs = panels.map((panel, index) => {
    const label = /** @type {HTMLElement} */ (panel.querySelector(".tab-label"));
    const tab = document.createElement("button");
    tab.type = "button";
    tab.textContent = label.textContent;
    tab.setAttribute("role", "tab");
    tab.id = `${label.id}-tab`;
    panel.id ||= `${label.id}-panel`;
    tab.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tab.id);
    label.hidden = true;
    tab.addEventListener("click", () => chosen(tab, false));
    tab.addEventListener("keydown", (event) => {
      const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = tabs.at(to % tabs.length);
      if (next) chosen(next, true);
    });
    return tab;
  });

  /** @param {string} label @param {boolean} focus */
  const choose = (label, focus) => {
    const selected = tabs.find((tab) => tab.textContent === label);
    if (!selected) return;
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === selected));
      tab.tabIndex = tab === selected ? 0 : -1;
    }
    for (const panel of panels) panel.hidden = panel.id !== selected.getAttribute("aria-controls");
    if (focus) selected.focus();
  };

  /** @param {HTMLButtonElement} tab @param {boolean} focus */
  const chosen = (tab, focus) => {
    // What the reader looks at stays where it is, whatever changes its height above.
    const before = tab.getBoundingClientRect().top;
    for (const other of groups) if (other.tabs !== tabs) other.choose(tab.textContent ?? "", false);
    choose(tab.textContent ?? "", focus);
    scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: "instant" });
  };

  list.append(...tabs);
  group.prepend(list);
  groups.push({ tabs, choose });
  // A link into a panel opens it.
  const aimed = panels.findIndex((panel) => location.hash && panel.querySelector(`:scope [id="${CSS.escape(location.hash.slice(1))}"]`));
  choose(tabs.at(Math.max(aimed, 0))?.textContent ?? "", false);
}
