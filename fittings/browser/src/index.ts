/**
 * The ports of a browser that its apps share: files that were handed over become sources, hashes run in WebAssembly, a clock, and the one policy for script addresses. Nothing here keeps
 * or sends anything.
 *
 * @module
 */
export { readClock } from "./clock.ts";
export { readDeviceZone } from "./device-zone.ts";
export { preparePackHashes } from "./hashes.ts";
export { sourceOfBlob } from "./source-of-blob.ts";
export { trustedScript } from "./trusted-scripts.ts";
