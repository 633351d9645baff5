// The shapes that pass between the page, the worker and the engine. Nothing here runs.

/** @typedef {"script" | "transcript"} Kind */
/** @typedef {"idle" | "loading" | "running" | "done" | "failed"} State */

/**
 * A piece of a program, as the engine takes it.
 * @typedef {object} Source
 * @property {string} name shown in tracebacks
 * @property {string} text
 * @property {Kind} kind
 * @property {boolean} go_on whether later sources run after an exception in this one
 */

/**
 * @typedef {object} Limits
 * @property {number} fuel
 * @property {number} heap_bytes
 * @property {number} recursion
 * @property {number} output_bytes
 */

/**
 * @typedef {object} Program
 * @property {Source[]} sources
 * @property {Limits} limits
 * @property {{ trace: boolean, graph: boolean }} options
 */

/**
 * @typedef {object} Chunk
 * @property {"stdout" | "warning" | "traceback" | "note"} stream
 * @property {number} source index into the program's sources
 * @property {number | null} statement
 * @property {number} line 1-based
 * @property {string} text
 */

/**
 * @typedef {object} Failure
 * @property {number} source
 * @property {string} kind
 * @property {string} message
 * @property {number} line 1-based
 * @property {[number, number] | null} columns UTF-8 offsets in the line
 * @property {boolean} limit
 */

/**
 * @typedef {object} Report
 * @property {"finished" | "raised"} outcome
 * @property {Chunk[]} chunks
 * @property {Failure[]} failures
 * @property {string[]} graphs
 * @property {number} fuel
 */

/**
 * A block, as the generator describes it to the page.
 * @typedef {object} Block
 * @property {string} id
 * @property {string} name
 * @property {Kind} kind
 * @property {string | null} code of a hidden block; the others stand in their editors
 * @property {boolean} hidden
 * @property {boolean} go_on
 */

/**
 * @typedef {object} PlaygroundData
 * @property {{ js: string, wasm: string, worker: string }} engine
 * @property {Limits} limits
 * @property {{ name: string, text: string }} prelude
 * @property {Record<string, Block[]>} scenarios
 */

/**
 * The module that wasm-bindgen writes.
 * @typedef {object} Face
 * @property {(options: { module_or_path: WebAssembly.Module }) => Promise<unknown>} default
 * @property {(program: string) => string} run
 * @property {(text: string, kind: Kind) => Uint32Array} tokens
 * @property {(text: string, kind: Kind) => string} check
 * @property {(program: string) => string} script one script for CPython
 */

/** @typedef {{ type: "start", js: string, module: WebAssembly.Module } | { type: "run", program: string }} ToWorker */
/** @typedef {{ type: "ready" } | { type: "report", report: string, took: number } | { type: "broken", message: string }} FromWorker */

export {};
