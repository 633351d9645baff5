// Brackets and quotes come in pairs: the second one is written along with the first, is typed over, and goes
// with it when that is deleted again. `beforeinput` is asked, not keys: that is what phones' keyboards and
// dead keys send too, and what is still being composed is left alone.
import { insertText, replaceRange } from "./edit.js";
import { newLine } from "./newline.js";

/** @type {Record<string, string>} */
const PAIRS = { "(": ")", "[": "]", "{": "}", '"': '"', "'": "'" };

/**
 * @param {HTMLTextAreaElement} textarea
 * @param {(offset: number) => "code" | "string" | "comment"} placeAt what stands at an offset
 */
export function pairUp(textarea, placeAt) {
  textarea.addEventListener("beforeinput", (event) => {
    if (event.isComposing || !event.cancelable) return;
    const { inputType, data } = event;
    let done = false;
    if (inputType === "insertText" && data?.length === 1) done = typed(textarea, data, placeAt);
    else if (inputType === "deleteContentBackward") done = deleted(textarea);
    else if (inputType === "insertLineBreak" || inputType === "insertParagraph") done = entered(textarea);
    if (done) event.preventDefault();
  });
}

/**
 * @param {HTMLTextAreaElement} textarea
 * @param {string} sign
 * @param {(offset: number) => "code" | "string" | "comment"} placeAt
 * @returns {boolean} whether it has been written
 */
function typed(textarea, sign, placeAt) {
  const { value, selectionStart: start, selectionEnd: end } = textarea;
  const closing = PAIRS[sign];
  if (start !== end) {
    if (!closing) return false;
    replaceRange(textarea, start, end, sign + value.slice(start, end) + closing, start + 1, end + 1);
    return true;
  }
  const [before, next] = [value[start - 1] ?? "", value[start] ?? ""];
  const closes = Object.values(PAIRS).includes(sign);
  if (closes && next === sign && !(sign === closing && before === "\\")) {
    textarea.setSelectionRange(start + 1, start + 1);
    return true;
  }
  if (!closing || !/^[\s)\]},:;]?$/.test(next)) return false;
  const place = placeAt(start);
  if (place === "comment") return false;
  if (sign === closing) {
    // The third quote in a row opens a longer string.
    const third = value.slice(start - 2, start) === sign + sign && value[start - 3] !== sign;
    if (third) return replaceRange(textarea, start, start, sign.repeat(4), start + 1), true;
    if (place === "string" || before === sign) return false;
    // Behind a word it is an apostrophe, unless the word is a string's prefix.
    const word = /\w*$/.exec(value.slice(Math.max(0, start - 3), start))?.[0] ?? "";
    if (word && !/^(r|b|u|f|br|rb|fr|rf)$/i.test(word)) return false;
  }
  replaceRange(textarea, start, start, sign + closing, start + 1);
  return true;
}

/** @param {HTMLTextAreaElement} textarea */
function deleted(textarea) {
  const { value, selectionStart: at, selectionEnd } = textarea;
  if (at !== selectionEnd || at === 0) return false;
  const before = value[at - 1] ?? "";
  if (PAIRS[before] && PAIRS[before] === value[at]) {
    replaceRange(textarea, at - 1, at + 1, "");
    return true;
  }
  // Where a line has only its depth so far, a whole step of it goes.
  const depth = /(?:^|\n)( +)$/.exec(value.slice(0, at))?.[1] ?? "";
  const step = depth.length % 4 || 4;
  if (depth.length < 2 || step === 1) return false;
  replaceRange(textarea, at - step, at, "");
  return true;
}

/** @param {HTMLTextAreaElement} textarea */
function entered(textarea) {
  const { value, selectionStart: at, selectionEnd } = textarea;
  const behind = newLine(value, at);
  const pair = PAIRS[value[at - 1] ?? ""];
  if (at === selectionEnd && pair && pair === value[at] && behind.startsWith("\n ")) {
    // Between two brackets the second one gets a line of its own, as deep as the first one's.
    const text = `${behind}${behind.slice(0, -4)}`;
    replaceRange(textarea, at, at, text, at + behind.length);
  } else insertText(textarea, behind);
  return true;
}
