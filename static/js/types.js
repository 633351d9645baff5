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
 * @property {Options} options
 */

/**
 * What a report is to hold beside the output.
 * @typedef {object} Options
 * @property {boolean} [explain]
 * @property {boolean} [graph]
 * @property {boolean} [narrow] objects below each other in pictures
 * @property {number} [steps_of] index of the source whose lines are recorded
 * @property {number} [max_steps]
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
 * @typedef {object} Explanation
 * @property {number} source
 * @property {number} line 1-based
 * @property {number} depth 0 for what the program did itself
 * @property {string} text
 */

/**
 * A moment of a run: just before its line is executed, or the end.
 * @typedef {object} Step
 * @property {number} source
 * @property {number | null} line 1-based; null at the end
 * @property {number} depth 0 outside calls
 * @property {string | null} function
 * @property {[string, string][]} variables name and repr
 * @property {[number, number]} output whole chunks, then UTF-8 bytes of the next one
 * @property {number | null} picture index into the trace's pictures
 * @property {number} told how many of the report's explanations had been told
 */

/**
 * @typedef {object} Trace
 * @property {Step[]} steps
 * @property {string[]} pictures SVG
 * @property {boolean} cut whether there were more steps than are kept
 */

/**
 * @typedef {object} Report
 * @property {"finished" | "raised"} outcome
 * @property {Chunk[]} chunks
 * @property {Failure[]} failures
 * @property {string[]} graphs SVG of the objects at the end of each source
 * @property {Explanation[]} explanations
 * @property {Trace | null} trace
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
 * @property {string | null} playground the address of the page that takes any program
 * @property {Limits} limits
 * @property {{ name: string, text: string }} prelude
 * @property {Record<string, Block[]>} scenarios
 * @property {Record<string, string>} runners the modules of other languages than Python, by the language
 */

/**
 * @typedef {object} CompletionItem
 * @property {string} name
 * @property {"argument" | "class" | "function" | "module" | "attribute" | "variable" | "keyword"} kind
 * @property {string} detail its parameters, its type, or its default
 * @property {string} about one line, or nothing
 */

/**
 * What can be written at a place.
 * @typedef {object} Completion
 * @property {number} start of the word there, in UTF-16 units of the last source
 * @property {number} end
 * @property {CompletionItem[]} items
 */

/** @typedef {{ start: number, end: number, item: CompletionItem }} Hover */

/**
 * The module that wasm-bindgen writes.
 * @typedef {object} Face
 * @property {(options: { module_or_path: WebAssembly.Module | undefined }) => Promise<unknown>} default
 * @property {(program: string) => string} run
 * @property {(text: string, kind: Kind) => Uint32Array} tokens
 * @property {(text: string, kind: Kind) => string} check
 * @property {(program: string, offset: number) => string} complete JSON of a Completion
 * @property {(program: string, offset: number) => string} hover JSON of a Hover, or null
 * @property {(program: string) => string} script one script for CPython
 */

/** @typedef {{ type: "start", js: string, module: WebAssembly.Module | undefined } | { type: "run", program: string }} ToWorker */
/** @typedef {{ type: "ready" } | { type: "report", report: string, took: number } | { type: "broken", message: string }} FromWorker */

export {};
