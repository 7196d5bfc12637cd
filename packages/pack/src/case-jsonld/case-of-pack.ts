import type { Report } from "@unmask/core";
import type { PackActs } from "../pack-acts.ts";
import type { CaseAct, CaseSource } from "./case-jsonld.ts";

/** The acts that a pack shows, as its own `case.jsonld.gz` holds them. */
export function caseOfPack({ id, madeAt, tool, timeline, exhibits }: Report, acts: PackActs): CaseSource {
  return {
    name: `Unmask evidence pack ${id}`,
    says: "Names and numbers of files are those of the pack; acts.jsonl.gz holds every act with its leaf of the log.",
    ...{ madeAt, tool, exhibits, kept: [], coverage: timeline.coverage, hasFiles: true },
    *acts(): Generator<CaseAct, void, undefined> {
      for (const { leaf, act, shown } of acts.each()) if (shown) yield { act, says: `leaf ${leaf} of the log` };
    },
  };
}
