import type { ActId, Finding, StatementDocument, Timeline } from "@unmask/core";
import type { ToldFinding, ToldReport } from "@unmask/pack";
import { findAll } from "@unmask/patterns";
import { printVoice } from "@unmask/words";
import { type Agreement, type Comparison, canonicalJson, startComparing } from "./comparison.ts";
import { withFear } from "./fear-in-cover.ts";
import { stateCase } from "./state-case.ts";

/** One finding as the pack has it and as it is found here; where they differ both stay. At least one of them is there. */
export interface FindingOfBoth {
  readonly agreement: Agreement;
  /** As the pack tells it. */
  readonly hers?: ToldFinding;
  /** As it was found here. */
  readonly here?: FoundHere;
  /** In what they differ, or why they were not compared; never the words themselves. */
  readonly why?: string;
}

/** A finding of ours, its acts by their leaves in the pack as far as the pack shows them. */
export interface FoundHere extends ToldFinding {
  /** Acts that it rests on and the pack does not show. */
  readonly beyond: number;
}

/** A finding of the pack, with its acts by their ids in the originals. */
export interface FindingOfPack {
  readonly told: ToldFinding;
  readonly finding: Finding;
}

interface ReadHere {
  readonly timeline: Timeline;
  readonly idByLeaf: ReadonlyMap<number, ActId>;
  /** Files are missing in which an act may stand better. */
  readonly isUnsure: boolean;
}

interface ComparedFindings {
  readonly findings: Comparison;
  readonly both: readonly FindingOfBoth[];
}

/** The pattern that looks for her places. */
const aboutPlaces = "whereabouts";

/** What the patterns find in the originals, with what she stated, against what the pack says that they found. */
export function compareFindings(
  report: ToldReport,
  stated: StatementDocument,
  told: readonly FindingOfPack[],
  { timeline, idByLeaf, isUnsure }: ReadHere,
): ComparedFindings {
  const compared = startComparing();
  const statement = stateCase(stated);
  if (!statement.ok || isUnsure) {
    const why = !statement.ok ? statement.error : "files are held back that may hold the better record of an act";
    if (told.length > 0) compared.skips(why, told.length);
    return { findings: compared.result(), both: told.map((one) => ({ agreement: "not-compared", hers: one.told, why })) };
  }
  const afraid = withFear(statement.value, report.cover);
  const leafById = new Map([...idByLeaf].map(([leaf, id]) => [id, leaf]));
  const again = new Map(groupByPattern(findAll(timeline, afraid, { voice: printVoice(afraid), at: report.madeAt }), (one) => one));
  const both: FindingOfBoth[] = [];
  const onlyHere = (pattern: string, here: Finding): void => {
    const why = "is found in the originals and not in the pack";
    both.push({ agreement: compared.differs(pattern, why), here: byLeaf(here, leafById), why });
  };
  for (const [pattern, theirs] of groupByPattern(told, ({ finding }) => finding)) {
    const here = again.get(pattern) ?? [];
    again.delete(pattern);
    for (const [i, { told: hers, finding }] of theirs.entries()) {
      const same = here[i];
      const why = whyOther({ finding, same, hidesPlaces: (stated.leftOut?.places ?? 0) > 0 });
      const agreement =
        why === undefined ? compared.agrees() : why === placesNotTold ? compared.skips(why) : compared.differs(pattern, why);
      both.push({ agreement, hers, ...(same && { here: byLeaf(same, leafById) }), ...(why !== undefined && { why }) });
    }
    for (const one of here.slice(theirs.length)) onlyHere(pattern, one);
  }
  for (const [pattern, here] of again) for (const one of here) onlyHere(pattern, one);
  return { findings: compared.result(), both };
}

const placesNotTold = "her places are not told in the pack";

function whyOther({
  finding,
  same,
  hidesPlaces,
}: {
  readonly finding: Finding;
  readonly same: Finding | undefined;
  readonly hidesPlaces: boolean;
}): string | undefined {
  if (finding.pattern === aboutPlaces && hidesPlaces) return placesNotTold;
  if (same === undefined) return "is not found in the originals";
  const keys = findingKeysThatDiffer(same, finding);
  return keys.length === 0 ? undefined : `is another when it is found again, in: ${keys.join(", ")}`;
}

/** As a pack names acts, and without its picture, which stands in no data. */
function byLeaf({ acts, codesByAct, drawing: _, ...rest }: Finding, leafById: ReadonlyMap<string, number>): FoundHere {
  const leaves = acts.map((id) => leafById.get(id)).filter((leaf) => leaf !== undefined);
  const codes = Object.entries(codesByAct ?? {}).flatMap(([id, letters]) => {
    const leaf = leafById.get(id);
    return leaf === undefined ? [] : [[String(leaf), letters] as const];
  });
  return { ...rest, acts: leaves, beyond: acts.length - leaves.length, ...(codesByAct && { codesByAct: Object.fromEntries(codes) }) };
}

function groupByPattern<T>(all: readonly T[], findingOf: (one: T) => Finding): ReadonlyMap<string, readonly T[]> {
  const byPattern = new Map<string, T[]>();
  for (const one of all) {
    const { pattern } = findingOf(one);
    const same = byPattern.get(pattern);
    if (same) same.push(one);
    else byPattern.set(pattern, [one]);
  }
  return byPattern;
}

/** Its parts that differ; its picture is for reading and stands in no data. */
function findingKeysThatDiffer(a: Finding, b: Finding): readonly string[] {
  return (["standing", "line", "says", "acts", "how", "couldChange", "table", "rule", "codesByAct"] as const).filter(
    (key) => canonicalJson(a[key]) !== canonicalJson(b[key]),
  );
}
