// A picture of objects as large as the window allows, with what it shows in words below it.

/** @type {HTMLDialogElement | undefined} */
let dialog;

/** @param {SVGElement} svg */
export function enlarge(svg) {
  dialog ??= make();
  const copy = /** @type {SVGElement} */ (svg.cloneNode(true));
  const words = svg.querySelector("desc")?.textContent ?? "";
  const sentences = words.split(/(?<=\.) /).map((sentence) => {
    const item = document.createElement("li");
    item.textContent = sentence;
    return item;
  });
  dialog.querySelector(".graph-place")?.replaceChildren(copy);
  dialog.querySelector("ul")?.replaceChildren(...sentences);
  dialog.showModal();
}

function make() {
  const made = document.createElement("dialog");
  made.className = "graph-dialog";
  made.setAttribute("aria-labelledby", "graph-dialog-title");
  made.setAttribute("aria-describedby", "graph-dialog-words");
  const title = document.createElement("h2");
  title.id = "graph-dialog-title";
  title.textContent = "The objects";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "text-button";
  close.textContent = "Close";
  close.addEventListener("click", () => made.close());
  const head = document.createElement("div");
  head.className = "graph-dialog-head";
  head.append(title, close);
  const place = document.createElement("div");
  place.className = "graph-place";
  place.tabIndex = 0;
  place.setAttribute("role", "group");
  place.setAttribute("aria-label", "Picture");
  const words = document.createElement("ul");
  words.id = "graph-dialog-words";
  made.append(head, place, words);
  // A press beside the dialog's content closes it.
  made.addEventListener("click", (event) => {
    if (event.target === made) made.close();
  });
  document.body.append(made);
  return made;
}
