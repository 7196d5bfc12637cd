import { type ReadValue, count, flag, list, object, oneOf, text } from "@unmask/core";
import type { ShownDrawing } from "@unmask/fittings-screen";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { picture } from "./picture.ts";
import { type Check, check } from "./report.ts";
import { type WayOfKnowing, waysOfKnowing } from "./way-of-knowing.ts";

/** One act of a case: its neighbours, what it says, and why it may be believed. */
export interface ActPage {
  readonly case: string;
  /** From 1, in the order of time, and of how many. */
  readonly act: number;
  readonly of: number;
  readonly neighbours: readonly ActDay[];
  /** "Message" */
  readonly kind: string;
  /** "WhatsApp, exhibit LA/7" */
  readonly from: string;
  /** What it says, as it was written; empty: it has no words. */
  readonly words: string;
  readonly facts: readonly ActFact[];
  /** Two instants that the clock's change left open, or a soft bar; absent where the time is one instant. */
  readonly clock?: ShownDrawing;
  /** Where its bytes stand; absent: somebody typed it. */
  readonly source?: ActSource;
  /** From her phone to this screen, in order. */
  readonly steps: readonly { readonly says: string; readonly how: WayOfKnowing }[];
  readonly checks: readonly Check[];
  /** What none of it proves, a sentence each. */
  readonly notProved: readonly string[];
  /** Commands of tools that are not ours, a line each; empty where nothing can be checked by hand. */
  readonly byHand: readonly string[];
  readonly log: LogEntry;
}

/** Acts of one day; a notice of an app is no act and has no number. */
export interface ActDay {
  /** "Sun 25 October: clocks go back" */
  readonly day: string;
  readonly lines: readonly { readonly act?: number; readonly time: string; readonly says: string; readonly note?: string }[];
}

/** One row of what is known of an act. */
export interface ActFact {
  readonly label: string;
  readonly strong?: string;
  readonly says?: string;
  readonly how: WayOfKnowing;
}

/** The bytes that an act came from, and those around them. */
export interface ActSource {
  /** "0007.bin, named “WhatsApp Chat with …”; bytes 30,453 to 30,547 of 30,789, lines 576 and 577" */
  readonly says: string;
  readonly lines: readonly { readonly line: number; readonly text: string; readonly isOfAct: boolean }[];
  readonly bytes: ByteWindow;
}

/** A window of bytes; those of the act are `from` to `until`, the last not among them, counted from the file's beginning. */
export interface ByteWindow {
  readonly offset: number;
  /** Lower-case hex of the window. */
  readonly hex: string;
  readonly from: number;
  readonly until: number;
}

const actDay: ReadValue<ActDay> = object(({ must }) => ({
  day: must("day", text),
  lines: must(
    "lines",
    list(
      object((line) => ({
        ...line.may("act", count),
        time: line.must("time", text),
        says: line.must("says", text),
        ...line.may("note", text),
      })),
    ),
  ),
}));

const actFact: ReadValue<ActFact> = object(({ must, may }) => ({
  label: must("label", text),
  ...may("strong", text),
  ...may("says", text),
  how: must("how", oneOf(waysOfKnowing)),
}));

const source: ReadValue<ActSource> = object(({ must }) => ({
  says: must("says", text),
  lines: must(
    "lines",
    list(object((line) => ({ line: line.must("line", count), text: line.must("text", text), isOfAct: line.must("isOfAct", flag) }))),
  ),
  bytes: must(
    "bytes",
    object((bytes) => ({
      offset: bytes.must("offset", count),
      hex: bytes.must("hex", text),
      from: bytes.must("from", count),
      until: bytes.must("until", count),
    })),
  ),
}));

/** Reads the answer of `GET /desk/cases/:case/acts/:act`. */
export const actPage: ReadValue<ActPage> = object(({ must, may }) => ({
  case: must("case", text),
  act: must("act", count),
  of: must("of", count),
  neighbours: must("neighbours", list(actDay)),
  kind: must("kind", text),
  from: must("from", text),
  words: must("words", text),
  facts: must("facts", list(actFact)),
  ...may("clock", picture),
  ...may("source", source),
  steps: must("steps", list(object((step) => ({ says: step.must("says", text), how: step.must("how", oneOf(waysOfKnowing)) })))),
  checks: must("checks", list(check)),
  notProved: must("notProved", list(text)),
  byHand: must("byHand", list(text)),
  log: must("log", logEntry),
}));
