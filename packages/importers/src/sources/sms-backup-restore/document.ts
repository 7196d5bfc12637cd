import { type Covers, type Instant, type Reading, parseInstant } from "@unmask/core";
import { type XmlFault, type XmlPiece, farDate } from "@unmask/formats";
import { type ReadContext, covering, notice, unread } from "../../importer.ts";
import type { AttachmentSink } from "./attachment.ts";
import { type Part, type PictureMessage, type Values, readCall, readPicture, readText, slot, valueOf } from "./record.ts";

/** A piece of such a document; a picture goes to its sink. */
export type SmsPiece = XmlPiece<AttachmentSink>;
type OpenPiece = Extract<SmsPiece, { kind: "open" }>;

/** Elements that hold the whole. */
export const rootElements: readonly string[] = ["smses", "calls"];
/** Elements that are a record each. */
export const recordElements: readonly string[] = ["sms", "mms", "call"];

/** Most parts and addresses kept of one picture message. A phone makes a handful; a hostile file could make millions. */
const maxChildren = 10_000;
/** Most characters kept of one picture message, all its texts together: ten thousand texts of a megabyte must not be held. */
const maxPictureText = 4 * 1024 * 1024;

/** One document, put together from its pieces. A unit ends where the next begins, so the spans tile the file. */
export interface SmsDocument {
  readonly context: ReadContext;
  /** What the bytes since its `start` are, until the next begins. */
  unit: Unit | undefined;
  picture: OpenPicture | undefined;
  /** The `count` of the root, as it is written. */
  declared: string | undefined;
  /** Moment of the backup, as the root says. */
  made: Instant | undefined;
  /** Records since the root began. */
  found: number;
  rootIsOpen: boolean;
  /** A root began, be it closed again. */
  hasRoot: boolean;
  /** What the batch at hand has given so far. */
  readings: Reading[];
}

/** The document before its first piece. */
export function createSmsDocument(context: ReadContext): SmsDocument {
  return {
    context,
    unit: undefined,
    picture: undefined,
    declared: undefined,
    made: undefined,
    found: 0,
    rootIsOpen: false,
    hasRoot: false,
    readings: [],
  };
}

/** The readings that a batch of pieces completes. */
export function takePieces(document: SmsDocument, pieces: readonly SmsPiece[]): readonly Reading[] {
  document.readings = [];
  for (const piece of pieces) take(document, piece);
  return document.readings;
}

/** What the bytes from `start` to the next unit are: a record, a part of the document's frame, or something unreadable. */
type Unit = OpenPiece | OpenPicture | Frame | Fault;

interface Frame {
  readonly kind: "frame of document";
  readonly start: number;
  readonly says: string;
  readonly covers?: Covers;
}

interface Fault {
  readonly kind: "fault";
  readonly start: number;
  readonly reason: string;
}

/** A picture message whose end has not come yet. */
interface OpenPicture extends PictureMessage {
  readonly kind: "picture message";
  readonly start: number;
  readonly parts: Part[];
  readonly addresses: Values[];
  /** Characters held so far. */
  held: number;
  fault: XmlFault | undefined;
}

function take(document: SmsDocument, piece: SmsPiece): void {
  if (piece.kind === "end") return end(document, piece.start);
  if (document.picture && takeInside(document, document.picture, piece)) return;
  switch (piece.kind) {
    case "frame":
      return begin(document, frame(piece.start, saysOf(piece.what, document)));
    case "junk":
      return begin(document, fault(piece.start, reasonOf(piece.fault)));
    case "close":
      return close(document, piece.name, piece.start);
    case "open":
      return open(document, piece);
  }
}

function open(document: SmsDocument, piece: OpenPiece): void {
  const { name, start, values, doubtful } = piece;
  switch (name) {
    case "sms":
    case "call":
      return record(document, piece);
    case "mms": {
      const opened: OpenPicture = {
        kind: "picture message",
        start,
        values,
        doubtful,
        parts: [],
        addresses: [],
        held: 0,
        fault: undefined,
      };
      if (piece.empty) return record(document, opened);
      document.picture = opened;
      return;
    }
    case "smses":
    case "calls":
      document.declared = valueOf(piece, slot.count);
      document.made = madeAt(piece, document.context);
      document.found = 0;
      document.rootIsOpen = !piece.empty;
      document.hasRoot = true;
      return begin(document, frame(start, frameSays));
    default:
      return begin(document, fault(start, "a part of a picture message outside a picture message"));
  }
}

/** Inside `<mms>`. False when the piece ends it and must be looked at again. */
function takeInside(document: SmsDocument, picture: OpenPicture, piece: Exclude<SmsPiece, { kind: "end" }>): boolean {
  if (piece.kind === "junk") picture.fault ??= piece.fault;
  if (piece.kind === "open" && (recordElements.includes(piece.name) || rootElements.includes(piece.name))) {
    endPictureUnread(document, picture, "malformed");
    return false;
  }
  if (piece.kind === "open") addChild(picture, piece);
  if (piece.kind !== "close") return true;
  if (rootElements.includes(piece.name)) {
    endPictureUnread(document, picture, "malformed");
    return false;
  }
  if (piece.name !== "mms") return true;
  document.picture = undefined;
  if (picture.fault === undefined) record(document, picture);
  else endPictureUnread(document, picture, picture.fault);
  return true;
}

function addChild(picture: OpenPicture, child: OpenPiece): void {
  if (picture.parts.length + picture.addresses.length >= maxChildren || picture.held > maxPictureText) picture.fault ??= "overlong";
  if (picture.fault !== undefined) return;
  for (const value of child.values) picture.held += value?.length ?? 0;
  if (child.name === "addr") picture.addresses.push(child);
  if (child.name !== "part") return;
  picture.parts.push({ values: child.values, doubtful: child.doubtful, data: child.sink?.end() ?? { is: "absent" } });
}

function endPictureUnread(document: SmsDocument, picture: OpenPicture, why: XmlFault): void {
  document.picture = undefined;
  begin(document, fault(picture.start, `a picture message with ${reasonOf(picture.fault ?? why)}`));
}

/** An end tag. Those of records and of parts belong to what stands before them. */
function close(document: SmsDocument, name: string, start: number): void {
  if (!rootElements.includes(name)) {
    if (document.unit === undefined) begin(document, fault(start, reasonOf("unknown")));
    return;
  }
  const { declared, found, rootIsOpen, made } = document;
  const differs = rootIsOpen && declared !== undefined && declared !== String(found);
  const isWhole = rootIsOpen && declared === String(found);
  document.rootIsOpen = false;
  const said = frame(start, differs ? `end of the document: ${countsOf(document)}` : endSays);
  begin(document, isWhole && made !== undefined ? { ...said, covers: { until: made } } : said);
}

/** A backup that was made before there were phones or after its import shows nothing. */
function madeAt(root: OpenPiece, { now }: ReadContext): Instant | undefined {
  const written = valueOf(root, slot.backupDate) ?? "";
  const made = /^[0-9]{1,15}$/.test(written) ? parseInstant(Number(written)) : undefined;
  return made === undefined || farDate(made, now).length > 0 ? undefined : made;
}

function record(document: SmsDocument, next: OpenPiece | OpenPicture): void {
  document.found++;
  begin(document, next);
}

/** A new unit: the one before it ends here. Stretches of the same sort that lie side by side are one. */
function begin(document: SmsDocument, next: Unit): void {
  const { unit } = document;
  if (unit?.kind === "frame of document" && next.kind === "frame of document" && next.says === unit.says) return;
  if (unit?.kind === "fault" && next.kind === "fault" && next.reason === unit.reason) return;
  if (unit) document.readings.push(readUnit(unit, next.start, document.context));
  document.unit = next;
}

function end(document: SmsDocument, size: number): void {
  if (document.picture) endPictureUnread(document, document.picture, "torn");
  const { unit, rootIsOpen } = document;
  if (unit?.kind === "fault" && rootIsOpen) document.unit = fault(unit.start, `${unit.reason}. ${truncated(document)}`);
  else if (unit && rootIsOpen) begin(document, fault(size, truncated(document)));
  if (document.unit) document.readings.push(readUnit(document.unit, size, document.context));
  document.unit = undefined;
}

function truncated(document: SmsDocument): string {
  return `truncated: the file ends before its end tag; ${countsOf(document)}. If the phone is at hand, make the backup again`;
}

function countsOf({ declared, found }: SmsDocument): string {
  // Only a number is repeated: anything else in `count` is content.
  return `records declared ${declared !== undefined && /^[0-9]{1,9}$/.test(declared) ? declared : "none"}, records found ${found}`;
}

/** What the app writes before its records is their frame; a comment among them or behind them is somebody's own. */
function saysOf(what: Extract<SmsPiece, { kind: "frame" }>["what"], { hasRoot }: SmsDocument): string {
  if (what === "document type") return "document type, whose entities are never expanded";
  return what === "comment" && hasRoot ? commentSays : frameSays;
}

/** What a notice says of a comment among the records. */
export const commentSays = "comment";
const frameSays = "frame of the document";
const endSays = "end of the document";

function frame(start: number, says: string): Frame {
  return { kind: "frame of document", start, says };
}

function fault(start: number, reason: string): Fault {
  return { kind: "fault", start, reason };
}

function reasonOf(fault: XmlFault): string {
  switch (fault) {
    case "torn":
      return "an element that is cut off by the end of the file";
    case "malformed":
      return "an element that breaks the rules of XML";
    case "unknown":
      return "something that is no part of this format";
    case "overlong":
      return "an element longer than any phone writes";
  }
}

function readUnit(unit: Unit, end: number, context: ReadContext): Reading {
  const span = context.spanOf(unit.start, end);
  switch (unit.kind) {
    case "open":
      return unit.name === "call" ? readCall(unit, span, context) : readText(unit, span, context);
    case "picture message":
      return readPicture(unit, span, context);
    case "frame of document":
      return covering(notice(unit.says, span), unit.covers);
    case "fault":
      return unread(unit.reason, span);
  }
}
