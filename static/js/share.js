// A program as the fragment of a link, and back. The fragment never leaves the browser. What comes back from a
// link was written by anybody: it is bounded before and while it is unpacked, and held against its shape.

/** @typedef {{ title: string, text: string, go_on: boolean }} SharedBlock */
/** @typedef {{ blocks: SharedBlock[] }} Shared a program: the last block is the one to look at */

// Tells later forms of the link apart from this one.
const VERSION = "1.";
const MOST_LETTERS = 100_000;
const MOST_BYTES = 200_000;
const MOST_BLOCKS = 50;
const LONGEST_TITLE = 200;

/** Why a link holds no program. */
export class BadLink extends Error {}

/** @param {Shared} shared @returns {Promise<string>} with its `#` */
export async function toLink(shared) {
  const text = new TextEncoder().encode(JSON.stringify(shared));
  const packed = await through(text, new CompressionStream("deflate-raw"), Infinity);
  const fragment = `#${VERSION}${base64url(packed)}`;
  if (text.length > MOST_BYTES || fragment.length > MOST_LETTERS) throw new BadLink("the program is too long for a link");
  return fragment;
}

/** @param {string} fragment with its `#` @returns {Promise<Shared>} */
export async function fromLink(fragment) {
  if (!fragment.startsWith(`#${VERSION}`)) throw new BadLink("it is of a form that this page does not know");
  if (fragment.length > MOST_LETTERS) throw new BadLink("it is too long");
  const letters = fragment.slice(1 + VERSION.length);
  if (!/^[-\w]+$/.test(letters)) throw new BadLink("it has letters that do not belong there");
  let text;
  try {
    const packed = Uint8Array.from(atob(letters.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const bytes = await through(packed, new DecompressionStream("deflate-raw"), MOST_BYTES);
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw error instanceof BadLink ? error : new BadLink("it is damaged or cut short");
  }
  return shaped(text);
}

/** @param {string} text @returns {Shared} */
function shaped(text) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadLink("what it holds is no program");
  }
  const blocks = value?.blocks;
  const fits = Array.isArray(blocks) && blocks.length > 0 && blocks.length <= MOST_BLOCKS;
  if (!fits) throw new BadLink("what it holds is no program");
  return {
    blocks: blocks.map((block) => {
      const { title, text, go_on } = block ?? {};
      if (typeof text !== "string" || typeof title !== "string" || typeof go_on !== "boolean") {
        throw new BadLink("what it holds is no program");
      }
      return { title: title.slice(0, LONGEST_TITLE), text, go_on };
    }),
  };
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @param {number} most bytes that may come out: a small link may unpack to more than a computer holds
 */
async function through(bytes, stream, most) {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  /** @type {Uint8Array[]} */
  const parts = [];
  let length = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    length += read.value.length;
    if (length > most) {
      await reader.cancel();
      throw new BadLink("it unpacks to more than a program");
    }
    parts.push(read.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** @param {Uint8Array} bytes */
function base64url(bytes) {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
