/**
 * The world as Node has it: files, folders, hashes, the cipher, the typesetter, the clock. Each file is the port of one need; apps put them into
 * what the rooms ask for.
 *
 * @module
 */
export { nativeBase64ToBytes } from "./base64.ts";
export { readClock } from "./clock.ts";
export { type OpenedFiles, openFiles } from "./files.ts";
export { createSha256, createHashByName, nativeAead } from "./hashes.ts";
export { createAsk, pause } from "./http.ts";
export { makeFolders } from "./make-folders.ts";
export { takeLock } from "./lock-file.ts";
export { keepHeapSmall } from "./memory.ts";
export { type OutputFolder, openOutputFolder } from "./output-folder.ts";
export { type PackInput, openPackInput } from "./pack-input.ts";
export { type Place, listen } from "./listen.ts";
export { siteAsked } from "./named-site.ts";
export { type ServedApp, type ServedPage, answerWithFile } from "./serve-app.ts";
export { workOut } from "./proof-of-work.ts";
export { spool } from "./spool.ts";
export { openStandardOutput } from "./standard-output.ts";
export { askTimestampAuthority } from "./time-stamp-authority.ts";
export { setReport } from "./typst.ts";
export { unfinishedPlace, putInPlace, removeUnfinished, removeOfDeadRuns } from "./unfinished.ts";
export { holdVault, isUnwritable, vaultFolder } from "./vault-folder.ts";
