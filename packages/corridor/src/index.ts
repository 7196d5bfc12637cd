/**
 * From sources to timeline, findings, report and sealed pack, and back: a pack opened, verified and its originals read again. The composition
 * stands here once, with the world as arguments; apps call it and put the real parts in. This room never opens a file, asks a clock or draws
 * a random number.
 *
 * - import-exports: sources → timeline; state-case: her words → statement
 * - make-report, make-pack: timeline and findings → report → printed report, bag, tar, age
 * - open-pack, read-again: a pack → its files → its originals read again and compared
 *
 * @module
 */
export { country, type ReadingWorld, readingOptions, importExports } from "./import-exports.ts";
export { type PackWorld, type PackOnItsWay, type MadeReport, makePack, makingFailed } from "./make-pack.ts";
export { makeReport } from "./make-report.ts";
export { type OpenedPack, type Unopened, openPack } from "./open-pack.ts";
export { type ReadAgain, type Comparison, readAgain } from "./read-again.ts";
export { stateCase } from "./state-case.ts";
export { timeStampFrom } from "./time-stamp-from.ts";
