import type { CaseEvent } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import { partingsFrom } from "../sql/case/case-events.ts";
import { sayDid } from "./event-words.ts";
import type { CaseCall, FoundCase } from "./find-case.ts";

/** What left a case because two reports are not read as one any more: it stands with the report that left, and only the case's own page can tell of it. */

/** One line of what is new. */
export interface Parting extends Pick<CaseEvent, "kind" | "number" | "by" | "happened" | "recorded"> {
  /** The report that left. */
  readonly of: string;
  readonly says: string;
}

/**
 * Each parting from a report of this case since it was opened, of what is not read as one with them again. It is read as the machine: what left is
 * no longer theirs to see, and of it its number alone is told, and who parted it.
 */
export async function partedFrom(call: CaseCall, found: Found): Promise<readonly Parting[]> {
  const here = [...found.reports, ...found.joined].map(({ report }) => report);
  const all = await asMachine(call.tx, call, () => partingsFrom(call.tx, call.parts.force.id, here));
  return partingsOf(all, found);
}

type Found = {
  readonly state: Pick<FoundCase["state"], "log">;
  readonly reports: readonly Pick<FoundCase["reports"][number], "report">[];
  readonly joined: readonly Pick<FoundCase["joined"][number], "report">[];
};

/** The same of partings that were read. */
export function partingsOf(all: readonly CaseEvent[], { state, reports, joined }: Found): readonly Parting[] {
  const here = new Set([...reports, ...joined].map(({ report }) => report));
  const since = state.log[0]?.recorded ?? 0;
  return all.flatMap((event) => {
    if (event.kind !== "report-parted" || !here.has(event.body.from) || here.has(event.stream.id) || event.recorded < since) return [];
    const { kind, number, by, happened, recorded, stream } = event;
    return [{ of: stream.id, says: `${sayDid(kind)}: ${event.body.from}`, kind, number, by, happened, recorded }];
  });
}
