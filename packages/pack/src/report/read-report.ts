import {
  type ActId,
  type Container,
  type Coverage,
  type DateOrder,
  type EarlierPack,
  type ExhibitCopy,
  type FileTerms,
  type Finding,
  type Instant,
  type Kept,
  type LeftOutTold,
  type LegalFact,
  type ReadValue,
  type Report,
  type Result,
  type Sha256,
  type Table,
  type Tool,
  type ToldCover,
  type Unread,
  count,
  coverageFromJson,
  dateOrders,
  failed,
  fault,
  flag,
  instantFromJson,
  keptFromJson,
  list,
  object,
  oneOf,
  orNull,
  readStrictly,
  record,
  sha256FromJson,
  standings,
  text,
  toldCoverFromJson,
  unreadFromJson,
} from "@unmask/core";
import { isOriginalPath } from "../pack-layout.ts";

/** What `data/report.json.gz` of a pack says (docs/formats/pack.md, "Report"): the report without its acts and her statement, as a stranger reads it. */
export interface ToldReport extends Pick<Report, "id" | "madeAt" | "selection" | "leftOut" | "assumptions" | "impact"> {
  readonly after?: EarlierPack;
  readonly tool: Tool;
  /** Absent when nobody asked. How to reach her is never in a pack. */
  readonly cover?: ToldCover;
  readonly terms: ToldTerms;
  /** Acts of the timeline, and how many of them the pack shows. */
  readonly acts: { readonly total: number; readonly shown: number };
  readonly exhibits: readonly ToldExhibit[];
  readonly findings: readonly ToldFinding[];
  readonly coverage: readonly Coverage[];
  readonly unread: readonly Unread[];
  readonly kept: readonly Kept[];
}

/** A finding that names acts by their leaf of the log, as a pack does. */
export interface ToldFinding extends Omit<Finding, "acts" | "codesByAct" | "drawing"> {
  readonly acts: readonly number[];
  /** By leaf, written in decimal. */
  readonly codesByAct?: Readonly<Record<string, readonly string[]>>;
}

/** The finding with its acts by id again; undefined where it names a leaf that is no shown act. */
export function findingOf({ acts, codesByAct, ...told }: ToldFinding, idOfLeaf: (leaf: number) => ActId | undefined): Finding | undefined {
  const ids = acts.map(idOfLeaf).filter((id) => id !== undefined);
  const codes = Object.entries(codesByAct ?? {}).flatMap(([leaf, letters]) => {
    const id = idOfLeaf(Number(leaf));
    return id === undefined ? [] : [[id, letters] as const];
  });
  if (ids.length !== acts.length || codes.length !== Object.keys(codesByAct ?? {}).length) return undefined;
  return { ...told, acts: ids, ...(codesByAct === undefined ? {} : { codesByAct: Object.fromEntries(codes) }) };
}

/** How the originals were read; the zone by name. */
export interface ToldTerms {
  readonly zone: string;
  readonly zoneStated: boolean;
  readonly dateOrder?: DateOrder;
  readonly country: string;
  readonly at: Instant;
  readonly files?: readonly ToldFileTerms[];
}

/** How one file was read, by its hash as it was handed in. */
export interface ToldFileTerms extends Omit<FileTerms, "zone"> {
  readonly sha256: Sha256;
  readonly zone?: string;
}

/** An exhibit: of one that is held back nothing but number, hash and size is told. */
export type ToldExhibit =
  | {
      readonly number: string;
      readonly path: string;
      readonly name: string;
      readonly alsoNamed?: readonly string[];
      readonly sha256: Sha256;
      readonly size: number;
      readonly withheld: false;
      readonly copy?: ExhibitCopy;
      readonly within?: readonly Container[];
    }
  | { readonly number: string; readonly sha256: Sha256; readonly size: number; readonly withheld: true };

/** Reads the text of `data/report.json.gz` strictly. The error says where it is not what `reportToJson` writes, never what stands there. */
export function readReport(json: string): Result<ToldReport, string> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return failed("report is no JSON");
  }
  return readStrictly(value, "report", reportFromJson);
}

const reportFromJson: ReadValue<ToldReport> = object((fields) => ({
  id: fields.must("id", text),
  madeAt: fields.must("madeAt", instantFromJson),
  tool: fields.must("tool", toolFromJson),
  terms: fields.must("terms", termsFromJson),
  ...fields.may("impact", text),
  ...fields.may("cover", toldCoverFromJson),
  selection: fields.must("selection", selectionFromJson),
  ...fields.may("leftOut", leftOutFromJson),
  ...fields.may("after", earlierFromJson),
  assumptions: fields.must("assumptions", list(text)),
  acts: fields.must(
    "acts",
    object((acts) => ({ total: acts.must("total", count), shown: acts.must("shown", count) })),
  ),
  exhibits: fields.must("exhibits", list(exhibitFromJson)),
  findings: fields.must("findings", list(findingFromJson)),
  coverage: fields.must("coverage", list(coverageFromJson)),
  unread: fields.must("unread", list(unreadFromJson)),
  kept: fields.must("kept", list(keptFromJson)),
}));

const toolFromJson: ReadValue<Tool> = object((fields) => ({
  name: fields.must("name", text),
  version: fields.must("version", text),
  importers: fields.must("importers", record(text)),
  zones: fields.must("zones", text),
  engine: fields.must("engine", text),
}));

const selectionFromJson: ReadValue<Report["selection"]> = object((fields) => ({
  rule: fields.must("rule", text),
  moreExists: fields.must("moreExists", list(text)),
}));

const fileTermsFromJson: ReadValue<ToldFileTerms> = object((fields) => ({
  sha256: fields.must("sha256", sha256FromJson),
  ...fields.may("zone", text),
  ...fields.may("dateOrder", oneOf(dateOrders)),
  at: fields.must("at", instantFromJson),
}));

const termsFromJson: ReadValue<ToldTerms> = object((fields) => ({
  zone: fields.must("zone", text),
  zoneStated: fields.must("zoneStated", flag),
  ...fields.may("dateOrder", oneOf(dateOrders)),
  country: fields.must("country", text),
  at: fields.must("at", instantFromJson),
  ...fields.may("files", list(fileTermsFromJson)),
}));

const exhibitFromJson: ReadValue<ToldExhibit> = object((fields): ToldExhibit => {
  const told = { number: fields.must("number", text), sha256: fields.must("sha256", sha256FromJson), size: fields.must("size", count) };
  if (fields.must("withheld", flag)) return { ...told, withheld: true };
  return {
    ...told,
    path: fields.must("path", originalPath),
    name: fields.must("name", text),
    ...fields.may("alsoNamed", list(text)),
    withheld: false,
    ...fields.may("copy", copyFromJson),
    ...fields.may("within", list(containerFromJson)),
  };
});

const copyFromJson: ReadValue<ExhibitCopy> = object((fields) => ({
  sha256: fields.must("sha256", sha256FromJson),
  importer: fields.must("importer", orNull(text)),
  leftOut: fields.must("leftOut", list(stretchFromJson)),
  ...fields.may("redacted", list(stretchFromJson)),
  ...fields.may("dateOrder", oneOf(dateOrders)),
}));

const stretchFromJson: ReadValue<readonly [number, number]> = (value, path) => {
  const [start, end, ...more] = list(count)(value, path);
  return start === undefined || end === undefined || more.length > 0 ? fault(path, "is no stretch of bytes") : [start, end];
};

const containerFromJson: ReadValue<Container> = object((fields) => ({
  name: fields.must("name", text),
  sha256: fields.must("sha256", sha256FromJson),
}));

const leftOutFromJson: ReadValue<LeftOutTold> = object((fields) => ({
  acts: fields.must(
    "acts",
    object((acts) => ({
      file: acts.must("file", count),
      person: acts.must("person", count),
      time: acts.must("time", count),
      act: acts.must("act", count),
    })),
  ),
  people: fields.must("people", count),
  times: fields.must("times", list(text)),
  ...fields.may("members", count),
  ...fields.may(
    "redacted",
    object((redacted) => ({ names: redacted.must("names", count), acts: redacted.must("acts", count) })),
  ),
}));

const earlierFromJson: ReadValue<EarlierPack> = object((fields) => ({
  id: fields.must("id", text),
  checkpoint: fields.must("checkpoint", text),
  lastNumber: fields.must("lastNumber", text),
}));

const originalPath: ReadValue<string> = (value, path) => {
  const written = text(value, path);
  return isOriginalPath(written) ? written : fault(path, "is no path that an original may have");
};

const tableFromJson: ReadValue<Table> = object((fields) => ({
  columns: fields.must("columns", list(text)),
  rows: fields.must("rows", list(list((value, path) => (typeof value === "number" ? value : text(value, path))))),
}));

const ruleFromJson: ReadValue<LegalFact> = object((fields) => ({
  says: fields.must("says", text),
  ...fields.may("act", text),
  section: fields.must("section", text),
  source: fields.must("source", text),
  ...fields.may("textOf", text),
  ...fields.may("inForceFrom", text),
  ...fields.may("inForceSource", text),
  checkedOn: fields.must("checkedOn", text),
  verification: fields.must("verification", oneOf(["text-seen", "secondary-source", "memory", "design"] as const)),
}));

const codesFromJson: ReadValue<NonNullable<ToldFinding["codesByAct"]>> = (value, path) => {
  const codes = record(list(text))(value, path);
  return Object.keys(codes).every((leaf) => /^(0|[1-9]\d{0,9})$/.test(leaf))
    ? codes
    : fault(path, "names an act otherwise than by its leaf");
};

const findingFromJson: ReadValue<ToldFinding> = object((fields) => ({
  pattern: fields.must("pattern", text),
  standing: fields.must("standing", oneOf(standings)),
  line: fields.must("line", text),
  says: fields.must("says", text),
  acts: fields.must("acts", list(count)),
  how: fields.must("how", text),
  couldChange: fields.must("couldChange", list(text)),
  table: fields.must("table", tableFromJson),
  ...fields.may("rule", ruleFromJson),
  ...fields.may("codesByAct", codesFromJson),
}));
