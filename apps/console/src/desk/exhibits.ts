import { type ReadValue, type Table, type Verdict, count, list, object, oneOf, text, verdicts } from "@unmask/core";
import { base64 } from "./base64.ts";
import { type LogEntry, logEntry } from "./log-entry.ts";
import { orNull } from "./or-null.ts";
import { shownTable } from "./shown-table.ts";

/** A file as her pack numbers it. */
export interface Exhibit {
  readonly item: string;
  readonly nth: number;
  readonly number: string;
  /** Null: it was held back, and the pack has only its hash. */
  readonly path: string | null;
  readonly name: string | null;
  readonly verdict: Verdict | null;
  readonly size: number;
  /** Acts that stand in it. */
  readonly acts: number;
  /** How they reached her. */
  readonly grades: readonly string[];
}

/** A pack of the case with the verdict on each of its files and seals. */
export interface PackOfCase {
  readonly item: string;
  readonly report: string | null;
  readonly sha256: string | null;
  readonly overall: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly why: string | null;
  readonly verdicts: readonly { readonly path: string; readonly verdict: Verdict; readonly why: string }[];
  readonly moreVerdicts: number;
}

/** Exhibits and packs of a case. */
export interface Exhibits {
  readonly exhibits: readonly Exhibit[];
  readonly packs: readonly PackOfCase[];
  readonly log: LogEntry;
}

/** A finding as one side has it. */
export interface FindingSide {
  readonly line: string;
  readonly says: string;
  readonly how: string;
  readonly couldChange: readonly string[];
  /** Numbers of the first acts that it rests on, in their pack. */
  readonly acts: readonly number[];
  readonly actsInAll: number;
  readonly table: Table;
  /** Rows that are not here. */
  readonly more: number;
}

/** What stands out: as her pack has it, as it was worked out here, and whether they agree. */
export interface FindingOfBoth {
  readonly item: string;
  readonly nth: number;
  readonly pattern: string;
  readonly agreement: string;
  readonly hers: FindingSide | null;
  readonly here: FindingSide | null;
  readonly why: string | null;
}

/** Findings of a case. */
export interface Findings {
  readonly course: { readonly says: string; readonly apart: string; readonly how: string; readonly table: Table };
  readonly findings: readonly FindingOfBoth[];
  readonly log: LogEntry;
}

/** A picture of an exhibit without what lay beside it; null: it is not shown, and `whyNot` says why. */
export interface ExhibitPicture {
  readonly picture: PictureBytes | null;
  readonly whyNot?: string;
  readonly log: LogEntry;
}

/** Bytes of a picture, in dots as it is shown. They are decoded in a thread of their own before anybody sees them. */
export interface PictureBytes {
  readonly format: "jpg" | "png";
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const verdict = oneOf(verdicts);

const exhibit: ReadValue<Exhibit> = object(({ must }) => ({
  item: must("item", text),
  nth: must("nth", count),
  number: must("number", text),
  path: must("path", orNull(text)),
  name: must("name", orNull(text)),
  verdict: must("verdict", orNull(verdict)),
  size: must("size", count),
  acts: must("acts", count),
  grades: must("grades", list(text)),
}));

const pack: ReadValue<PackOfCase> = object(({ must }) => ({
  item: must("item", text),
  report: must("report", orNull(text)),
  sha256: must("sha256", orNull(text)),
  overall: must("overall", orNull(text)),
  state: must("state", text),
  reason: must("reason", orNull(text)),
  why: must("why", orNull(text)),
  verdicts: must(
    "verdicts",
    list(object((one) => ({ path: one.must("path", text), verdict: one.must("verdict", verdict), why: one.must("why", text) }))),
  ),
  moreVerdicts: must("moreVerdicts", count),
}));

/** Reads the answer of `GET /desk/cases/:case/exhibits`. */
export const exhibitsAnswer: ReadValue<Exhibits> = object(({ must }) => ({
  exhibits: must("exhibits", list(exhibit)),
  packs: must("packs", list(pack)),
  log: must("log", logEntry),
}));

const side: ReadValue<FindingSide> = object(({ must, may }) => {
  must("standing", text);
  must("rule", (value) => value);
  may("beyond", count);
  const { more, ...table } = must(
    "table",
    object((one) => ({
      ...shownTable({ columns: one.must("columns", list(text)), rows: one.must("rows", (value) => value) }, "table"),
      more: one.must("more", count),
    })),
  );
  return {
    line: must("line", text),
    says: must("says", text),
    how: must("how", text),
    couldChange: must("couldChange", list(text)),
    acts: must("acts", list(count)),
    actsInAll: must("actsInAll", count),
    table,
    more,
  };
});

const finding: ReadValue<FindingOfBoth> = object(({ must }) => ({
  item: must("item", text),
  nth: must("nth", count),
  pattern: must("pattern", text),
  agreement: must("agreement", text),
  hers: must("hers", orNull(side)),
  here: must("here", orNull(side)),
  why: must("why", orNull(text)),
}));

/** Reads the answer of `GET /desk/cases/:case/findings`. */
export const findingsAnswer: ReadValue<Findings> = object(({ must }) => ({
  course: must(
    "course",
    object((one) => ({
      says: one.must("says", text),
      apart: one.must("apart", text),
      how: one.must("how", text),
      table: one.must("table", shownTable),
    })),
  ),
  findings: must("findings", list(finding)),
  log: must("log", logEntry),
}));

const picture: ReadValue<PictureBytes> = object(({ must }) => ({
  format: must("format", oneOf(["jpg", "png"] as const)),
  width: must("width", count),
  height: must("height", count),
  bytes: must("base64", base64),
}));

/** Reads the answer of `GET /desk/cases/:case/exhibits/:item/:nth/picture`. */
export const exhibitPicture: ReadValue<ExhibitPicture> = object(({ must, may }) => ({
  picture: must("picture", orNull(picture)),
  ...may("whyNot", text),
  log: must("log", logEntry),
}));
