/**
 * Containers and records by position: archives, a tar in one spelling, lines, CSV, JSON, XML, mail, pictures and written dates. Bytes come in, records with their spans go out.
 * This room knows no source: whose file it is and what a record means is told by whoever calls it.
 *
 * @module
 */
export { type Refusals, createRefusals, refusal } from "./archive/refusals.ts";
export { type SiblingIndex, indexSiblings } from "./archive/sibling-index.ts";
export { type GzipWay, gzip, gunzip, gunzipFailureOf, gunzipSource, zlib } from "./archive/gzip.ts";
export { beginsLikeGzip, openGzip } from "./archive/open-gzip.ts";
export { beginsLikeTar, tarMembers } from "./archive/tar.ts";
export { type Leaf, type Found, type WalkOptions, walk, hashSource, isOpened, type Hashed } from "./archive/walk.ts";
export {
  type DateOrderFinding,
  type DateOrderEvidence,
  createDateOrderEvidence,
  isSameDate,
  type ReadDay,
  readDay,
} from "./dates/date-order.ts";
export { type Ending, endings, endingOf } from "./ending.ts";
export { farDate } from "./dates/far-date.ts";
export {
  type WrittenDate,
  type WrittenStamp,
  scanStamp,
  standsAt,
  isDigitCode,
  isMarkCode,
  isBlankCode,
  hourOf,
  unreadableHour,
} from "./dates/written-date.ts";
export { type MailAddress, parseAddresses } from "./mail/address.ts";
export { type DecodedText, decodeCharset, decodeUtf7 } from "./mail/charset.ts";
export { decodeBase64, decodeWords } from "./mail/encoded-words.ts";
export { readStructured } from "./mail/fields.ts";
export { htmlToText } from "./mail/html-text.ts";
export { type MailStamp, parseMailStamp } from "./mail/mail-date.ts";
export { pageSaysMore } from "./mail/page-words.ts";
export { judgeMboxLine, nothingInMbox } from "./mail/mbox-border.ts";
export { type MboxPiece, splitMbox } from "./mail/mbox-split.ts";
export { maxMailBytes, type MailPart, parseMail, isMultipart, valueOf, decodeBody } from "./mail/message.ts";
export { cleanPicture } from "./pictures/clean-picture.ts";
export type { NoPicture, Picture } from "./pictures/picture.ts";
export { createByteWindow } from "./scan/byte-window.ts";
export { longestRow, type CsvEncoding, type CsvRow, type CsvForm, scanCsv, decoderOf, splitRow } from "./scan/csv.ts";
export {
  type JsonObject,
  isJsonObject,
  parseJson,
  stringField,
  filledField,
  numberField,
  integerField,
  objectField,
  listField,
  objectsField,
} from "./scan/json-field.ts";
export { type JsonPlan, type JsonPiece, type JsonDamage, scanJson, scanJsonBytes } from "./scan/json.ts";
export {
  maxLineBytes,
  type Encoding,
  type LineBatch,
  encodingOf,
  isUtf32,
  type LineBlock,
  readLines,
  createLineDecoder,
  endOfLine,
  readLineBlocks,
  copyOfText,
} from "./scan/lines.ts";
export { readStretch } from "./scan/read-stretch.ts";
export { mendWindows1252 } from "./scan/windows-1252.ts";
export { readXmlPieces } from "./scan/xml.ts";
export type { XmlSink, XmlFault, XmlPiece } from "./scan/xml-piece.ts";
export { isKeptForDevice, isPlainPath } from "./tar/plain-path.ts";
export { type TarEntry, tarOf } from "./tar/write.ts";
export { namesApart } from "./tar/names-apart.ts";
export { type TarFault, sayTarFault } from "./tar/tar-fault.ts";
export { leastTarSize, piecesOf, readTar } from "./tar/read.ts";
