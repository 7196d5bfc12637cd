import type { Reading, Source } from "@unmask/core";
import { type Importer, type ReadContext, type SourceHead, notice, unread } from "../../importer.ts";
import { type AttachmentSink, createAttachmentSink } from "./attachment.ts";
import { type Part, type PictureMessage, type Values, readCall, readPicture, readText, recordAttributes, slot, valueOf } from "./record.ts";
import { type XmlFault, type XmlPiece, readXmlPieces } from "@unmask/formats";

/**
 * SMS Backup & Restore (SyncTech, Android): text messages, picture messages and calls as XML, times in UTC milliseconds.
 * Format notes and the fields of the ids: docs/formats/sources/sms-backup-restore.md
 */
export const smsBackupRestore: Importer = {
  id: "sms-backup-restore",
  label: "SMS Backup & Restore (Android)",
  version: "1",
  recognises,
  read,
};

/** Most parts and addresses kept of one picture message. A phone makes a handful; a hostile file could make millions. */
const maxChildren = 10_000;
/** Most characters kept of one picture message, all its texts together: ten thousand texts of a megabyte must not be held. */
const maxPictureText = 4 * 1024 * 1024;

type Piece = XmlPiece<AttachmentSink>;
type OpenPiece = Extract<Piece, { kind: "open" }>;

const roots: readonly string[] = ["smses", "calls"];
const records: readonly string[] = ["sms", "mms", "call"];

/** What may stand before the first element: white space, declarations, comments, a document type with or without an internal subset. */
const prolog = /^(?:\s+|<\?[^>]*\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)/;

/** The first element is `<smses>` or `<calls>`. */
function recognises({ text }: SourceHead): boolean {
  let rest = text;
  for (let before = prolog.exec(rest); before; before = prolog.exec(rest)) rest = rest.slice(before[0].length);
  return /^<(?:smses|calls)[\s/>]/.test(rest);
}

async function* read(source: Source, context: ReadContext): AsyncGenerator<readonly Reading[], void, undefined> {
  const take = createDocument(context);
  const names = {
    elements: [...roots, ...records, "parts", "part", "addrs", "addr"],
    records,
    held: recordAttributes,
    streamed: "data",
    createSink: () => createAttachmentSink(context.createHasher),
  };
  for await (const pieces of readXmlPieces(source, names)) {
    context.signal?.throwIfAborted();
    const readings: Reading[] = [];
    for (const piece of pieces) take(piece, readings);
    if (readings.length > 0) yield readings;
  }
}

/** What the bytes from `start` to the next unit are: a record, a part of the document's frame, or something unreadable. */
type Unit = OpenPiece | OpenPicture | Frame | Fault;

interface Frame {
  readonly kind: "frame of document";
  readonly start: number;
  readonly says: string;
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

/** Puts the pieces of one document together. A unit ends where the next begins, so the spans tile the file. */
function createDocument(context: ReadContext): (piece: Piece, readings: Reading[]) => void {
  let unit: Unit | undefined;
  let picture: OpenPicture | undefined;
  let declared: string | undefined;
  let found = 0;
  let rootIsOpen = false;

  return function take(piece, readings) {
    if (piece.kind === "end") {
      end(piece.start, readings);
      return;
    }
    if (picture && takeInside(picture, piece, readings)) return;
    switch (piece.kind) {
      case "frame":
        return begin(
          frame(piece.start, piece.what === "document type" ? "document type, whose entities are never expanded" : frameSays),
          readings,
        );
      case "junk":
        return begin(fault(piece.start, reasonOf(piece.fault)), readings);
      case "close":
        return close(piece.name, piece.start, readings);
      case "open":
        return open(piece, readings);
    }
  };

  function open(piece: OpenPiece, readings: Reading[]): void {
    const { name, start, values, doubtful } = piece;
    switch (name) {
      case "sms":
      case "call":
        return record(piece, readings);
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
        if (piece.empty) return record(opened, readings);
        picture = opened;
        return;
      }
      case "smses":
      case "calls":
        declared = valueOf(piece, slot.count);
        found = 0;
        rootIsOpen = !piece.empty;
        return begin(frame(start, frameSays), readings);
      default:
        return begin(fault(start, "a part of a picture message outside a picture message"), readings);
    }
  }

  /** Inside `<mms>`. False when the piece ends it and must be looked at again. */
  function takeInside(open: OpenPicture, piece: Exclude<Piece, { kind: "end" }>, readings: Reading[]): boolean {
    if (piece.kind === "junk") open.fault ??= piece.fault;
    if (piece.kind === "open" && (records.includes(piece.name) || roots.includes(piece.name))) {
      endPictureUnread(open, "malformed", readings);
      return false;
    }
    if (piece.kind === "open") addChild(open, piece);
    if (piece.kind !== "close") return true;
    if (roots.includes(piece.name)) {
      endPictureUnread(open, "malformed", readings);
      return false;
    }
    if (piece.name !== "mms") return true;
    picture = undefined;
    if (open.fault === undefined) record(open, readings);
    else endPictureUnread(open, open.fault, readings);
    return true;
  }

  function addChild(open: OpenPicture, child: OpenPiece): void {
    if (open.parts.length + open.addresses.length >= maxChildren || open.held > maxPictureText) open.fault ??= "overlong";
    if (open.fault !== undefined) return;
    for (const value of child.values) open.held += value?.length ?? 0;
    if (child.name === "addr") open.addresses.push(child);
    if (child.name !== "part") return;
    open.parts.push({ values: child.values, doubtful: child.doubtful, data: child.sink?.end() ?? { is: "absent" } });
  }

  function endPictureUnread(open: OpenPicture, why: XmlFault, readings: Reading[]): void {
    picture = undefined;
    begin(fault(open.start, `a picture message with ${reasonOf(open.fault ?? why)}`), readings);
  }

  /** An end tag. Those of records and of parts belong to what stands before them. */
  function close(name: string, start: number, readings: Reading[]): void {
    if (!roots.includes(name)) {
      if (unit === undefined) begin(fault(start, reasonOf("unknown")), readings);
      return;
    }
    const differs = rootIsOpen && declared !== undefined && declared !== String(found);
    rootIsOpen = false;
    const says = differs ? `end of the document: ${counts()}` : endSays;
    begin(frame(start, says), readings);
  }

  function record(next: OpenPiece | OpenPicture, readings: Reading[]): void {
    found++;
    begin(next, readings);
  }

  /** A new unit: the one before it ends here. Stretches of the same sort that lie side by side are one. */
  function begin(next: Unit, readings: Reading[]): void {
    if (unit?.kind === "frame of document" && next.kind === "frame of document" && next.says === unit.says) return;
    if (unit?.kind === "fault" && next.kind === "fault" && next.reason === unit.reason) return;
    if (unit) readings.push(readUnit(unit, next.start, context));
    unit = next;
  }

  function end(size: number, readings: Reading[]): void {
    if (picture) endPictureUnread(picture, "torn", readings);
    if (unit?.kind === "fault" && rootIsOpen) unit = fault(unit.start, `${unit.reason}. ${truncated()}`);
    else if (unit && rootIsOpen) begin(fault(size, truncated()), readings);
    if (unit) readings.push(readUnit(unit, size, context));
    unit = undefined;
  }

  function truncated(): string {
    return `truncated: the file ends before its end tag; ${counts()}. If the phone is at hand, make the backup again`;
  }

  function counts(): string {
    // Only a number is repeated: anything else in `count` is content.
    return `records declared ${declared !== undefined && /^[0-9]{1,9}$/.test(declared) ? declared : "none"}, records found ${found}`;
  }
}

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
      return notice(unit.says, span);
    case "fault":
      return unread(unit.reason, span);
  }
}
