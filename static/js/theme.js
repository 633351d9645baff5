// Light, dark, or as the system has it. Runs in the head, before anything is painted, so that the page
// never flashes in the wrong colours; the button that changes it is wired once the page has been read.
(() => {
  const KEY = "theme";
  const NAMES = /** @type {const} */ (["system", "light", "dark"]);
  const WORDS = { system: "as the system", light: "light", dark: "dark" };
  /** @typedef {typeof NAMES[number]} Theme */

  /** @returns {Theme} */
  function stored() {
    try {
      const value = localStorage.getItem(KEY);
      return NAMES.find((name) => name === value) ?? "system";
    } catch {
      return "system"; // Storage may be forbidden; the choice then lasts as long as the page.
    }
  }

  /** @param {Theme} theme */
  function store(theme) {
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // See above.
    }
  }

  /** @param {Theme} theme */
  function apply(theme) {
    if (theme === "system") {
      delete document.documentElement.dataset.theme;
    } else {
      document.documentElement.dataset.theme = theme;
    }
  }

  let theme = stored();
  apply(theme);

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("theme-switch");
    if (!button) return;
    const name = () => {
      button.setAttribute("aria-label", `Colours: ${WORDS[theme]}`);
      button.title = `Colours: ${WORDS[theme]}`;
    };
    name();
    button.hidden = false;
    button.addEventListener("click", () => {
      theme = NAMES[(NAMES.indexOf(theme) + 1) % NAMES.length] ?? "system";
      store(theme);
      apply(theme);
      name();
    });
    // Another tab of this site has changed it.
    addEventListener("storage", (event) => {
      if (event.key !== KEY) return;
      theme = stored();
      apply(theme);
      name();
    });
  });
})();
