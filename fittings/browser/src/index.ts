/**
 * The ports of a browser that its apps share: files that were handed over become sources, hashes run in WebAssembly, and a clock. Nothing here keeps
 * or sends anything.
 *
 * @module
 */
export { readClock } from "./clock.ts";
export { preparePackHashes } from "./hashes.ts";
export { sourceOfBlob } from "./source-of-blob.ts";
