import type { CaseEvent } from "@unmask/case";
import { asMachine } from "../access/as-machine.ts";
import { partingsFrom, readStreams } from "../sql/case/case-events.ts";
import { joinedInto } from "../sql/case/projections.ts";
import type { CaseCall } from "./find-case.ts";

/**
 * The events of every report that ever belonged to a case, or was read as one with one that did, by its reference. What was written of a person while
 * their report was here stays in the case when the report leaves it, so their details are looked for as long as the case is kept. It is read as the
 * machine and shown to nobody: whoever may read the case may not read a report that left it.
 */
export async function everInCase(call: CaseCall, ofCase: readonly CaseEvent[]): Promise<ReadonlyMap<string, readonly CaseEvent[]>> {
  const { tx, parts } = call;
  const force = parts.force.id;
  return asMachine(tx, call, async () => {
    const found = new Set(ofCase.flatMap(reportsNamed));
    for (let added = [...found]; added.length > 0;) {
      const more = new Set((await partingsFrom(tx, force, added)).map(({ stream }) => stream.id));
      for (const report of added) for (const one of await joinedInto(tx, force, report)) more.add(one);
      added = [...more].filter((one) => !found.has(one));
      for (const one of added) found.add(one);
    }
    return readStreams(tx, force, { of: "report", ids: [...found] });
  });
}

function reportsNamed({ kind, body }: CaseEvent): readonly string[] {
  if (kind === "case-opened") return body.reports;
  return kind === "report-added" ? [body.report] : [];
}
