// The engine's picture of objects as elements of the page. Names and values of the reader's program stand in
// it: so it is read as a document of its own, in which nothing runs, and made anew element by element from
// what is known to be harmless. Anything else in it, and there is no picture.
import { svgDocument } from "./trusted.js";

const SVG = "http://www.w3.org/2000/svg";
const ELEMENTS = new Set(["svg", "title", "desc", "g", "rect", "line", "path", "text"]);
const NUMBER = /^-?\d+(\.\d+)?$/;
const PAINT = /^(none|currentColor)$/;
/** @type {Map<string, RegExp>} what each attribute may say */
const ATTRIBUTES = new Map([
  ...["x", "y", "x1", "y1", "x2", "y2", "rx", "width", "height", "font-size", "stroke-width"].map(
    (name) => /** @type {const} */ ([name, NUMBER]),
  ),
  ["viewBox", /^[-\d. ]+$/],
  ["d", /^[-MLCZ\d. ]+$/],
  ["fill", PAINT],
  ["stroke", PAINT],
  ["stroke-dasharray", /^[\d ]+$/],
  ["class", /^graph(-[a-z]+)*( graph(-[a-z]+)*)*$/],
  ["role", /^img$/],
  ["font-family", /^monospace$/],
  ["text-anchor", /^(middle|end)$/],
]);

/**
 * @param {string} text SVG, as the engine draws it
 * @returns {SVGElement | undefined} nothing if it holds what the engine does not draw
 */
export function picture(text) {
  const copy = copied(svgDocument(text).documentElement);
  return copy?.localName === "svg" ? copy : undefined;
}

/** @param {Element} element @returns {SVGElement | undefined} */
function copied(element) {
  if (element.namespaceURI !== SVG || !ELEMENTS.has(element.localName)) return undefined;
  const copy = document.createElementNS(SVG, /** @type {"g"} */ (element.localName));
  for (const { name, value } of element.attributes) {
    if (name === "xmlns") continue;
    if (!ATTRIBUTES.get(name)?.test(value)) return undefined;
    copy.setAttribute(name, value);
  }
  for (const child of element.childNodes) {
    const part = child instanceof Element ? copied(child) : (child.nodeType === Node.TEXT_NODE && child.nodeValue);
    if (part === undefined || part === false) return undefined;
    copy.append(part ?? "");
  }
  return copy;
}
