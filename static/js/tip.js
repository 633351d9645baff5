// The small box that tells about a piece of code: one for the page, below (or above) what it is about. It stays
// while the pointer is on it, and Escape puts it away.

/** @type {HTMLElement | undefined} */
let box;
/** @type {Element | undefined} */
let owner;

/** @param {boolean} shown */
function toggle(shown) {
  if (!box || !("togglePopover" in box)) return;
  box.togglePopover(shown);
}

/**
 * @param {Element} about who asks for it; only that one puts it away again
 * @param {DOMRect} place of what it is about
 * @param {{ text: string, title?: string, kind?: string }} content
 */
export function showTip(about, place, { text, title = "", kind = "" }) {
  if (!box) {
    box = document.createElement("div");
    box.className = "tip";
    box.setAttribute("role", "tooltip");
    box.setAttribute("popover", "manual");
    box.append(document.createElement("code"), document.createElement("span"));
    document.body.append(box);
    addEventListener("keydown", (event) => event.key === "Escape" && hideTip(), true);
    addEventListener("scroll", (event) => event.target !== box && hideTip(), { passive: true, capture: true });
  }
  owner = about;
  const [head, body] = box.children;
  if (head) head.textContent = title;
  if (body) body.textContent = text;
  box.dataset.kind = kind;
  toggle(true);
  placeBelow(box, place);
}

/** @param {Element} [about] */
export function hideTip(about) {
  if (!box || (about && about !== owner)) return;
  toggle(false);
  owner = undefined;
}

/** Whether the pointer is on the box. */
export function tipIsPointedAt() {
  return box?.matches(":hover") ?? false;
}

/**
 * Puts a box that is out of the page's flow below a place, or above it where there is more room.
 * @param {HTMLElement} box
 * @param {DOMRect} place
 */
export function placeBelow(box, place) {
  const { offsetWidth: width, offsetHeight: height } = box;
  const room = document.documentElement.clientWidth - width - 8;
  const below = place.bottom + 4 + height <= innerHeight || place.top < height + 8;
  box.style.setProperty("left", `${Math.max(8, Math.min(place.left, room))}px`);
  box.style.setProperty("top", `${below ? place.bottom + 4 : place.top - height - 4}px`);
}
