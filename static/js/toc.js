// The page's table of contents: marks the section that is being read, and closes its popover once a
// section has been chosen in it.

/** Wires the table of contents, where the page has one. */
export function followContents() {
  const toc = document.getElementById("page-toc");
  if (!toc) return;
  toc.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a") && toc.matches(":popover-open")) {
      toc.hidePopover();
    }
  });

  /** @type {Map<Element, HTMLAnchorElement>} */
  const links = new Map();
  for (const link of toc.querySelectorAll("a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading) links.set(heading, link);
  }
  const headings = [...links.keys()];

  const mark = () => {
    // The section being read is the last one whose heading has passed the upper third of the window.
    const edge = innerHeight / 3;
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < edge);
    for (const [heading, link] of links) {
      if (heading === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  const soon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      mark();
    });
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });
  soon();
}
