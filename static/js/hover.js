// What the pointer rests on is explained, if there is something to explain.
import { offsetAt, rangeOf } from "./place.js";
import { hideTip, showTip, tipIsPointedAt } from "./tip.js";

/** @typedef {{ range: [number, number], text: string, title?: string, kind?: string }} Told */
/** @typedef {(offset: number) => Told | undefined | Promise<Told | undefined>} About */

const HOVER_REST = 300;

/**
 * @param {HTMLTextAreaElement} textarea
 * @param {HTMLElement} drawing of its text
 * @param {About} about
 */
export function hoverOver(textarea, drawing, about) {
  let resting = 0;
  let turn = 0;
  /** @type {[number, number] | undefined} */
  let shown;

  const hide = () => {
    turn++;
    shown = undefined;
    hideTip(textarea);
  };
  /** @param {number} x @param {number} y */
  const rest = async (x, y) => {
    const mine = ++turn;
    const text = textarea.value;
    const offset = offsetAt(drawing, text, x, y);
    const told = offset === undefined ? undefined : await about(offset);
    if (mine !== turn || text !== textarea.value || !told) return;
    shown = told.range;
    showTip(textarea, rangeOf(drawing, ...told.range).getBoundingClientRect(), told);
  };

  textarea.addEventListener("pointermove", ({ pointerType, clientX, clientY, buttons }) => {
    if (pointerType !== "mouse" || buttons) return;
    clearTimeout(resting);
    const offset = shown && offsetAt(drawing, textarea.value, clientX, clientY);
    if (shown && offset !== undefined && shown[0] <= offset && offset < shown[1]) return;
    resting = setTimeout(() => {
      if (shown) hide();
      void rest(clientX, clientY);
    }, HOVER_REST);
  });
  textarea.addEventListener("pointerleave", () => {
    clearTimeout(resting);
    // The way to the box leads out of the editor at times.
    if (shown) resting = setTimeout(() => !tipIsPointedAt() && hide(), HOVER_REST);
  });
  textarea.addEventListener("input", () => {
    clearTimeout(resting);
    if (shown) hide();
  });
}
