// Loads the page again when the site was rebuilt, and shows what keeps it from being built.

const built = Number(new URL(import.meta.url).searchParams.get("version"));

const style = new CSSStyleSheet();
style.replaceSync(`
  :host { position: fixed; inset: 0; z-index: 2147483647; overflow: auto; background: #16181d; color: #f3f4f6; }
  section { max-inline-size: 72rem; margin: 0 auto; padding: 2rem 1.5rem; }
  h1 { margin: 0; font: 600 1.25rem/1.4 system-ui, sans-serif; color: #ff9b93; }
  pre { font: 0.875rem/1.5 ui-monospace, monospace; white-space: pre; overflow-x: auto; tab-size: 4; }
  p { font: 0.875rem/1.5 system-ui, sans-serif; color: #c3c8d1; }
  button { font: inherit; color: inherit; background: none; border: 1px solid; border-radius: 4px; padding: 0.2rem 0.7rem; }
`);

/** @type {HTMLElement | null} */
let overlay = null;

function hide() {
  overlay?.remove();
  overlay = null;
}

/** @param {string} error */
function show(error) {
  hide();
  overlay = document.createElement("site-gen-error");
  overlay.setAttribute("role", "alert");
  const root = overlay.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  const section = document.createElement("section");
  const heading = document.createElement("h1");
  heading.textContent = "The site cannot be built";
  const text = document.createElement("pre");
  text.textContent = error;
  text.tabIndex = 0;
  const hint = document.createElement("p");
  hint.textContent = "This goes away when it is mended. ";
  const close = document.createElement("button");
  close.textContent = "Hide it";
  close.addEventListener("click", hide);
  hint.append(close);
  section.append(heading, text, hint);
  root.append(section);
  document.documentElement.append(overlay);
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});

// The browser connects again by itself when the server was restarted.
new EventSource(new URL("events", import.meta.url)).addEventListener("message", ({ data }) => {
  const { version, error } = JSON.parse(data);
  if (error) show(error);
  else if (version !== built) location.reload();
  else hide();
});
