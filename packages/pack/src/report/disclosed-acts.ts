import { type ActId, type Exhibit, type Report, type SourceSpan, type TimelineAct, inOrderOfExhibits } from "@unmask/core";
import { findExhibit, isInPack } from "../find-exhibit.ts";

/** An act that may stand in the pack, with its place and the exhibits it stands in. */
export interface DisclosedAct {
  readonly act: TimelineAct;
  /** 1 for the first act in order of time: its line in `acts.jsonl.gz`. */
  readonly number: number;
  /** Exhibits whose bytes are in the pack, in order of number. Empty when it stands in no exhibit. */
  readonly exhibits: readonly Exhibit[];
}

/** What of a report's timeline may be printed. */
export interface Disclosed {
  readonly acts: readonly DisclosedAct[];
  /** Acts that stand only in exhibits that she holds back: counted, never shown. */
  readonly heldBack: number;
  readonly byId: ReadonlyMap<ActId, DisclosedAct>;
}

/** Leaves out the acts that stand only in what she holds back, and numbers the rest. */
export function discloseActs({ timeline, exhibits }: Pick<Report, "timeline" | "exhibits">): Disclosed {
  const find = createExhibitFinder(findExhibit(exhibits));
  const acts: DisclosedAct[] = [];
  for (const act of timeline.acts) {
    const { found, shown } = find(act.sources);
    if (found.length === 0 || shown.length > 0) acts.push({ act, number: acts.length + 1, exhibits: shown });
  }
  return { acts, heldBack: timeline.acts.length - acts.length, byId: new Map(acts.map((one) => [one.act.id, one])) };
}

/**
 * A report as its papers may read it: without the acts that the pack does not show. What she said of one of these, a stop that it was, what it
 * answered or whom it went to, can then stand on no paper, and no two of them can differ in it.
 */
export function reportAsShown(report: Report): Report {
  const { acts, heldBack } = discloseActs(report);
  return heldBack === 0 ? report : { ...report, timeline: { ...report.timeline, acts: acts.map(({ act }) => act) } };
}

/** "HR/1–3, 5": the numbers of some exhibits, runs drawn together; at most `most` parts, then "+7": the margin is narrow. */
export function exhibitNumbers(exhibits: Iterable<Exhibit>, most: number = Infinity): string {
  const numbers = [...new Set([...exhibits].sort(inOrderOfExhibits).map(({ number }) => number))];
  const runs: string[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && digitsOf(number) === digitsOf(run.at(-1) ?? "") + 1) run.push(number);
    else runs.push([number]);
  }
  const short = (number: string | undefined): string => String(digitsOf(number ?? ""));
  const parts = runs.map((run, i) => {
    const first = i === 0 ? run[0] : short(run[0]);
    return run.length > 2 ? `${first}–${short(run.at(-1))}` : [first, ...run.slice(1).map(short)].join(", ");
  });
  if (parts.length <= most) return parts.join(", ");
  const rest = runs.slice(most - 1).reduce((sum, run) => sum + run.length, 0);
  return `${parts.slice(0, most - 1).join(", ")} +${rest}`;
}

/** The exhibits that some acts stand in, short enough for the margin. */
export function exhibitsOfActs(acts: readonly ActId[], { byId }: Pick<Disclosed, "byId">): string {
  const found = new Set<Exhibit>();
  for (const id of acts) for (const exhibit of byId.get(id)?.exhibits ?? []) found.add(exhibit);
  return exhibitNumbers(found, 2);
}

interface FoundExhibits {
  readonly found: readonly Exhibit[];
  readonly shown: readonly Exhibit[];
}

type FindExhibit = (span: SourceSpan) => Exhibit | undefined;

/** Most acts stand in one file, and there are few files: their answer is made once. In a copy each span is looked at. */
function createExhibitFinder(exhibitOf: FindExhibit): (sources: readonly SourceSpan[]) => FoundExhibits {
  const answers = new Map<string, FoundExhibits>();
  return (sources) => {
    const standsIn = sources.map(exhibitOf);
    const key = standsIn.map((exhibit, i) => `${exhibit?.number ?? ""}${isShown(exhibit, sources[i]) ? "" : "-"}`).join(" ");
    let answer = answers.get(key);
    if (!answer) {
      const shown = standsIn.filter((exhibit, i) => isShown(exhibit, sources[i]));
      answers.set(key, (answer = { found: inOrder(standsIn), shown: inOrder(shown) }));
    }
    return answer;
  };
}

function isShown(exhibit: Exhibit | undefined, span: SourceSpan | undefined): boolean {
  return span !== undefined && isInPack(exhibit, span);
}

function inOrder(exhibits: readonly (Exhibit | undefined)[]): readonly Exhibit[] {
  return [...new Set(exhibits.filter((one) => one !== undefined))].sort(inOrderOfExhibits);
}

function digitsOf(number: string): number {
  return Number(number.replace(/\D/g, ""));
}
