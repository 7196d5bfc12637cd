/**
 * A report in, a sealed pack out, and the one verifier of packs (docs/formats/pack.md).
 *
 * - report-document: the two printed papers
 * - build-pack: the files of a pack, streaming; time-stamp: an authority's word for its time
 * - verify-pack: what can be said about a pack, from a folder or a tar (open-tar)
 *
 * @module
 */
export { reportAsShown } from "./report/disclosed-acts.ts";
export { type ReportDocument, pictureAlone, printedPapers, rowOfFailure } from "./report/report-document.ts";
export { type FoundPictures, type PictureBounds, seekPictures } from "./report/pictures-annex.ts";
export { type PackFiles, type PackFile, type PackEntry, type CreateHash, readSmall, sourceInPack, filesInMemory } from "./pack-files.ts";
export { openTar } from "./open-tar.ts";
export {
  type HandedOver,
  type GoingOn,
  type GivenNumber,
  type ReportParts,
  assembleReport,
  placeOfExhibit,
  sayNotRead,
} from "./report/assemble-report.ts";
export { readEarlierLog } from "./earlier-log.ts";
export { type BuildPackOptions, buildPack, packFailureOf } from "./build-pack.ts";
export { type TimeStamping, timeStampBy } from "./time-stamp.ts";
export { type PackCheck, type VerifyOptions, verifyPack } from "./verify/verify-pack.ts";
export { maxReport } from "./verify/contents.ts";
export type { Trust } from "./verify/seals.ts";
export { maxActLine, parseActLine } from "./acts-jsonl.ts";
export { linesOfStream } from "./file-lines.ts";
export { type CaseAct, type CaseSource, type KeptFile, caseJsonLd } from "./case-jsonld/case-jsonld.ts";
export { nodeSeedSize } from "./case-jsonld/ids.ts";
export { findExhibit } from "./find-exhibit.ts";
export { readPacked, readPackedText } from "./packed-file.ts";
export { layout } from "./pack-layout.ts";
export { type ToldFinding, type ToldReport, readReport, findingOf } from "./report/read-report.ts";
export { packPdf } from "./report/pack-pdf.ts";
export { contactDocument } from "./report/contact-document.ts";
export { sayHours } from "./report/contact-hours.ts";
export { paperDocument } from "./report/paper-document.ts";
export { isRightToLeft, toPrintable } from "./report/printable.ts";
