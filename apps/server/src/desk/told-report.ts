import {
  type Coverage,
  type Instant,
  type ReadValue,
  type Sha256,
  type Tool,
  count,
  fault,
  list,
  object,
  orNull,
  parseInstant,
  readStrictly,
  record,
  sha256FromJson,
  spanFromJson,
  text,
} from "@unmask/core";

/** What the report of a pack says, as its item keeps it: as JSON, its instants in milliseconds. */

/** The program by which the pack was made on her device, and its importers with their versions; null where it does not say. */
export function importersIn(told: string | null): unknown {
  const tool = partOf(told, "tool");
  return typeof tool === "object" ? tool : null;
}

/** The program that made some packs, with every version of it and of its importers; a pack that does not say adds none. */
export function toolOf(all: readonly (string | null)[]): Pick<Tool, "name" | "version" | "importers"> {
  const tools = all.flatMap((told) => {
    const said = importersIn(told);
    const { name, version, importers }: { readonly name?: unknown; readonly version?: unknown; readonly importers?: unknown } =
      typeof said === "object" && said !== null ? said : {};
    const read = readStrictly({ name, version, importers }, "tool", tool);
    return read.ok ? [read.value] : [];
  });
  const versions = [...new Set(tools.map(({ version }) => version))];
  return {
    name: tools[0]?.name ?? "unmask",
    version: versions.length === 0 ? "not known" : versions.join(", "),
    importers: Object.fromEntries(tools.flatMap(({ importers }) => Object.entries(importers))),
  };
}

const tool = object(({ must }) => ({
  name: must("name", text),
  version: must("version", text),
  importers: must("importers", record(text)),
}));

/** A file of the pack's own list of exhibits. */
export interface ListedExhibit {
  readonly number: string;
  /** Null: it was held back. */
  readonly path: string | null;
  readonly sha256: Sha256;
}

/** Files of the pack's own list with their hashes. */
export function hashesIn(told: string | null): readonly ListedExhibit[] {
  const exhibits = partOf(told, "exhibits");
  if (!Array.isArray(exhibits)) return [];
  return exhibits.flatMap((one: unknown) => {
    if (typeof one !== "object" || one === null) return [];
    const [number, path, sha256] = [Reflect.get(one, "number"), Reflect.get(one, "path"), Reflect.get(one, "sha256")];
    const hash = readStrictly(sha256, "sha256", sha256FromJson);
    return typeof number === "string" && hash.ok ? [{ number, path: typeof path === "string" ? path : null, sha256: hash.value }] : [];
  });
}

const instant: ReadValue<Instant> = (value, path) => parseInstant(count(value, path)) ?? fault(path, "is no instant");

const covers = object(({ may }) => ({
  ...may("from", instant),
  ...may("until", instant),
  ...may("unblocked", list(object((one) => ({ earliest: one.must("earliest", instant), latest: one.must("latest", instant) })))),
}));

const coverage: ReadValue<Coverage> = object(({ must, may }) => ({
  source: must("source", spanFromJson),
  importer: must("importer", text),
  acts: must("acts", count),
  notices: must("notices", count),
  unread: must("unread", count),
  first: must("first", orNull(instant)),
  last: must("last", orNull(instant)),
  ...may("covers", covers),
}));

/** The times that its files cover; empty where it does not say, and then no line of a picture is drawn as covered. */
export function coverageIn(told: string | null): readonly Coverage[] {
  const read = readStrictly(partOf(told, "coverage"), "coverage", list(coverage));
  return read.ok ? read.value : [];
}

function partOf(told: string | null, key: string): unknown {
  const report: unknown = told === null ? null : JSON.parse(told);
  return typeof report === "object" && report !== null ? Reflect.get(report, key) : undefined;
}
