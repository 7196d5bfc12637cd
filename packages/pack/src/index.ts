/**
 * A report in, a sealed pack out, and the one verifier of packs (docs/formats/pack.md).
 *
 * - report-document: the printed report
 * - build-pack: the files of a pack, streaming; tar-write makes one file of them; time-stamp: an authority's word for its time
 * - verify-pack: what can be said about a pack, from a folder or a tar (tar-read)
 * - bag-check: any BagIt bag, of any version
 *
 * @module
 */
export * from "./report/report-document.ts";
export { type FontNeed, fontsFor } from "./report/fonts.ts";
export type { Cover } from "./report/first-page.ts";
export * from "./pack-files.ts";
export * from "./verdict.ts";
export { type BagCheck, type BagCheckOptions, checkBag, isValidBag } from "./bag-check.ts";
export { tarOf } from "./tar-write.ts";
export { openTar } from "./tar-read.ts";
export * from "./assemble-report.ts";
export * from "./build-pack.ts";
export { type TimeStamp, type TimeStamping, type TimestampReply, timeStampBy } from "./time-stamp.ts";
export { type PackCheck, type VerifyOptions, verifyPack } from "./verify-pack.ts";
export type { Trust } from "./verify-seals.ts";
