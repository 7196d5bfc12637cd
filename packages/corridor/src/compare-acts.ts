import {
  type Act,
  type ActId,
  type Result,
  type Timeline,
  type TimelineAct,
  failed,
  ok,
  timelineActFromJson,
  timelineActToJson,
} from "@unmask/core";
import { type ToldReport, findExhibit, layout, linesOfStream, maxActLine, parseActLine } from "@unmask/pack";
import { type Agreement, type Comparison, canonicalJson, startComparing } from "./comparison.ts";

/** What reading the originals again says of the acts. */
export interface ComparedActs {
  readonly acts: Comparison;
  /** Of each act that the pack shows, by its leaf. */
  readonly agreements: ReadonlyMap<number, Agreement>;
  /** Of each act that the pack shows, the id that it has in the originals. */
  readonly idByLeaf: ReadonlyMap<number, ActId>;
}

/** Which exhibits are not there to be read, and which are there otherwise than they were sealed; by the path of the file. */
export interface FilesInDoubt {
  readonly altered: ReadonlySet<string>;
  readonly unread: ReadonlySet<string>;
}

/** Each line of the acts against the act of its id in the originals, and the acts of the originals that no line has. */
export async function compareActs(
  told: AsyncIterable<Uint8Array>,
  report: ToldReport,
  { timeline, doubt }: { readonly timeline: Timeline; readonly doubt: FilesInDoubt },
): Promise<Result<ComparedActs, string>> {
  const unclaimed = groupById(timeline.acts);
  const heldBack = report.exhibits.some((exhibit) => exhibit.withheld || doubt.unread.has(exhibit.path));
  const exhibitOf = findExhibit(report.exhibits);
  const pathOf = (exhibit: ToldReport["exhibits"][number] | undefined): string => (exhibit?.withheld === false ? exhibit.path : "");
  const compared = startComparing();
  const idByLeaf = new Map<number, ActId>();
  const agreements = new Map<number, Agreement>();
  let number = 0;
  for await (const line of linesOfStream(told, maxActLine)) {
    number++;
    const written = parseActLine(line);
    const act = written.ok ? timelineActFromJson(written.value.entry) : written;
    if (!act.ok || !written.ok) return failed(`${layout.acts}, line ${number}: ${act.ok ? "" : act.error}`);
    const { leaf, entry, spans } = written.value;
    const again = claim(unclaimed, act.value);
    idByLeaf.set(leaf, again?.id ?? act.value.id);
    const paths = spans.map((span) => pathOf(exhibitOf(span)));
    const judge = (): Agreement => {
      if (again === undefined && paths.every((path) => doubt.unread.has(path)))
        return compared.skips("it stands only in a file that is not there as it was sealed");
      if (again === undefined) return compared.differs(act.value.id, "does not stand in the originals");
      if (timelineActToJson(again) === entry) return compared.agrees();
      if (paths.some((path) => doubt.altered.has(path)) && isSameElsewhere(again, act.value)) return compared.agrees();
      if (heldBack && isSameButForSources(again, act.value))
        return compared.skips("a file that is held back may hold the better record of it");
      return compared.differs(act.value.id, `has other values in the originals: ${keysThatDiffer(again, act.value).join(", ")}`);
    };
    agreements.set(leaf, judge());
  }
  for (const [id, left] of unclaimed) for (const _ of left) compared.differs(id, "stands in the originals and not in the pack");
  const hidden = report.acts.total - report.acts.shown;
  if (hidden > 0) compared.skips("it stands only in what is held back or left out", hidden);
  return ok({ acts: compared.result(), agreements, idByLeaf });
}

function groupById(acts: readonly TimelineAct[]): Map<ActId, TimelineAct[]> {
  const byId = new Map<ActId, TimelineAct[]>();
  for (const act of acts) {
    const same = byId.get(act.id);
    if (same) same.push(act);
    else byId.set(act.id, [act]);
  }
  return byId;
}

/** Takes the act of the originals that a line is compared with: of several with one id the one with the same words. */
function claim(unclaimed: ReadonlyMap<ActId, TimelineAct[]>, told: TimelineAct): TimelineAct | undefined {
  const candidates = unclaimed.get(told.id) ?? [];
  const index = Math.max(
    0,
    candidates.findIndex((one) => sameWords(one, told)),
  );
  return candidates.splice(index, 1)[0];
}

function sameWords(a: Act, b: Act): boolean {
  return a.text === b.text && a.when.wrote === b.when.wrote && a.from.normal === b.from.normal;
}

/** The same kind of act by the same hand with the same words at the same time; flags, names and places may be those of another record. */
function isSameButForSources(again: TimelineAct, told: TimelineAct): boolean {
  return keysThatDiffer(again, told).every((key) =>
    ["flags", "grade", "to", "thread", "sources", "source", "versionOf", "sourceId"].includes(key),
  );
}

/** The same act to the letter, at another place or in a file of another hash. */
function isSameElsewhere(again: TimelineAct, told: TimelineAct): boolean {
  return keysThatDiffer(again, told).every((key) => key === "source" || key === "sources");
}

/** Names of the fields that differ; never their values. What an act was made of stands in no pack. */
function keysThatDiffer({ records: _, ...a }: TimelineAct, b: TimelineAct): readonly string[] {
  const one: Readonly<Record<string, unknown>> = { ...a };
  const other: Readonly<Record<string, unknown>> = { ...b };
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].filter((key) => canonicalJson(one[key]) !== canonicalJson(other[key]));
}
