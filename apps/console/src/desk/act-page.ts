import {
  type Channel,
  type Flag,
  type IdentityKind,
  type Instant,
  type Kind,
  type ReadValue,
  type Verdict,
  channels,
  count,
  flag,
  flags,
  identityKinds,
  kinds,
  list,
  object,
  oneOf,
  record,
  seconds,
  text,
  verdicts,
} from "@unmask/core";
import { base64 } from "./base64.ts";
import { instant } from "./instant.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { someKeys } from "./some-keys.ts";

/** An act in a list. */
export interface ActLine {
  /** Where a list goes on behind it. */
  readonly place: string;
  readonly report: string;
  readonly item: string;
  readonly ordinal: number;
  readonly kind: Kind;
  readonly channel: Channel;
  /** How it reached her: what no check can make better. */
  readonly grade: string;
  readonly earliest: Instant;
  readonly latest: Instant;
  readonly from: { readonly kind: IdentityKind; readonly normal: string; readonly name: string | null };
  /** What was written; null: it has no words. */
  readonly says: string | null;
  readonly exhibits: readonly string[];
  /** Whether it came out the same when the originals were read again here. */
  readonly agreement: string;
  /** Whose it is by what was stated in its pack; null: nobody said. */
  readonly whose: string | null;
  /** It is dated after the pack came that holds it: a clock was ahead, or its time is read wrongly. */
  readonly isAhead: boolean;
}

/** One act of a case: its neighbours, what it says, and why it may be believed. */
export interface ActPage {
  readonly line: ActLine;
  /** The stamp as its source wrote it, and the zone in which it was read. */
  readonly wrote: string;
  readonly zone: string;
  readonly source: { readonly name: string; readonly start: number; readonly end: number };
  /** What the source says of it beside its words. */
  readonly flags: readonly Flag[];
  readonly to: readonly PartyOfAct[];
  /** Seconds that it lasted. */
  readonly duration?: number;
  readonly thread?: string;
  readonly subject?: string;
  readonly before: readonly ActLine[];
  readonly after: readonly ActLine[];
  /** By which program of hers the pack was read, and with which importers; null: its report does not say. */
  readonly readBy: { readonly name: string; readonly version: string; readonly importers: Readonly<Record<string, string>> } | null;
  /** Other packs of the case that hold it, too. */
  readonly also: number;
  readonly exhibits: readonly FileOfAct[];
  /** What came with it; null: its bytes are no file of the pack. */
  readonly attachments: readonly { readonly name: string; readonly exhibit: PlaceOfFile | null }[];
  readonly verdicts: readonly { readonly path: string; readonly verdict: Verdict; readonly why: string }[];
  readonly pack: { readonly sha256: string | null; readonly takenAt: Instant | null; readonly overall: string | null };
  readonly readAgain: string;
  readonly notProved: string;
  /** Commands of tools that are not ours, a line each. */
  readonly byHand: readonly string[];
  /** Null: they cannot be shown, and `whyNoBytes` says why. */
  readonly bytes: ByteWindow | null;
  readonly whyNoBytes?: string;
  readonly log: LogEntry;
}

/** Somebody of an act, as the source names that account. */
export interface PartyOfAct {
  readonly kind: string;
  readonly normal: string;
  readonly name?: string;
}

/** Where a file stands in its pack, and her number of it. */
export interface PlaceOfFile {
  readonly item: string;
  readonly nth: number;
  readonly number: string;
  /** Null: it was held back. */
  readonly path: string | null;
}

/** A file that an act stands in. */
export interface FileOfAct extends PlaceOfFile {
  readonly name: string | null;
}

/** A window of the file; the bytes of the act are `start` to `end`, the last not among them, counted from the file's beginning. */
export interface ByteWindow {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** Where the window begins. */
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** Acts of a case, in the order of time. */
export interface ActList {
  readonly acts: readonly ActLine[];
  /** What to go on behind; absent: that was the last. */
  readonly next?: string;
  readonly log: LogEntry;
}

const actLine: ReadValue<ActLine> = object(({ must }) => ({
  place: must("place", text),
  report: must("report", text),
  item: must("item", text),
  ordinal: must("ordinal", count),
  kind: must("kind", oneOf<Kind>(kinds)),
  channel: must("channel", oneOf<Channel>(channels)),
  grade: must("grade", text),
  earliest: must("earliest", instant),
  latest: must("latest", instant),
  from: must(
    "from",
    object((from) => ({
      kind: from.must("kind", oneOf<IdentityKind>(identityKinds)),
      normal: from.must("normal", text),
      name: from.must("name", orNull(text)),
    })),
  ),
  says: must("says", orNull(text)),
  exhibits: must("exhibits", list(text)),
  agreement: must("agreement", text),
  whose: must("whose", orNull(text)),
  isAhead: must("isAhead", flag),
}));

/** Reads the answer of `GET /desk/cases/:case/acts`. */
export const actList: ReadValue<ActList> = object(({ must, may }) => ({
  acts: must("acts", list(actLine)),
  ...may("next", text),
  log: must("log", logEntry),
}));

const byteWindow: ReadValue<ByteWindow> = object(({ must }) => ({
  path: must("path", text),
  start: must("start", count),
  end: must("end", count),
  from: must("from", count),
  bytes: must("base64", base64),
}));

const when = someKeys(
  ["wrote", "zone"],
  object(({ must }) => ({ wrote: must("wrote", text), zone: must("zone", text) })),
);
const span = someKeys(
  ["name", "start", "end"],
  object(({ must }) => ({ name: must("name", text), start: must("start", count), end: must("end", count) })),
);
const party: ReadValue<PartyOfAct> = someKeys(
  ["kind", "normal", "name"],
  object(({ must, may }) => ({ kind: must("kind", text), normal: must("normal", text), ...may("name", text) })),
);
const act = someKeys(
  ["when", "source", "flags", "to", "duration", "thread", "subject"],
  object(({ must, may }) => ({
    ...must("when", when),
    source: must("source", span),
    flags: must("flags", list(oneOf(flags))),
    to: must("to", list(party)),
    ...may("duration", seconds),
    ...may("thread", text),
    ...may("subject", text),
  })),
);
const tool = someKeys(
  ["name", "version", "importers"],
  object(({ must }) => ({ name: must("name", text), version: must("version", text), importers: must("importers", record(text)) })),
);
const placeOfFile: ReadValue<PlaceOfFile> = object(({ must }) => ({
  item: must("item", text),
  nth: must("nth", count),
  number: must("number", text),
  path: must("path", orNull(text)),
}));
const exhibit: ReadValue<FileOfAct> = someKeys(
  ["item", "nth", "number", "path", "name"],
  object(({ must }) => ({
    item: must("item", text),
    nth: must("nth", count),
    number: must("number", text),
    path: must("path", orNull(text)),
    name: must("name", orNull(text)),
  })),
);
const attachment = object(({ must }) => ({ name: must("name", text), exhibit: must("exhibit", orNull(placeOfFile)) }));
const verdict = someKeys(
  ["path", "verdict", "why"],
  object(({ must }) => ({ path: must("path", text), verdict: must("verdict", oneOf(verdicts)), why: must("why", text) })),
);

/** Reads the answer of `GET /desk/cases/:case/acts/:item/:ordinal`. */
export const actPage: ReadValue<ActPage> = object(({ must, may }) => {
  return {
    ...must("act", act),
    readBy: must("importers", orNull(tool)),
    line: must("line", actLine),
    before: must("before", list(actLine)),
    after: must("after", list(actLine)),
    also: must(
      "also",
      list((value) => value),
    ).length,
    exhibits: must("exhibits", list(exhibit)),
    attachments: must("attachments", list(attachment)),
    verdicts: must("verdicts", list(verdict)),
    pack: must(
      "pack",
      object((pack) => ({
        sha256: pack.must("sha256", orNull(text)),
        takenAt: pack.must("takenAt", orNull(instant)),
        overall: pack.must("overall", orNull(text)),
      })),
    ),
    readAgain: must("readAgain", text),
    notProved: must("notProved", text),
    byHand: must("byHand", list(text)),
    bytes: must("bytes", orNull(byteWindow)),
    ...may("whyNoBytes", text),
    log: must("log", logEntry),
  };
});
