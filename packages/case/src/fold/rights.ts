import type { BodyOf, CaseEvent } from "../event.ts";
import { type At, atOf } from "./event-at.ts";

/** What a person asked of the force, as the events make it (docs/formats/subject-access.md); nothing that was decided or given is ever struck. */
export interface RightsRequest extends BodyOf<"rights-asked">, At {
  readonly identity: (BodyOf<"rights-identity"> & At) | null;
  /** What was decided, in order: of each thing the last holds. */
  readonly decided: readonly (BodyOf<"rights-decided"> & At)[];
  /** Whether the person is told who looked, the last one; null: nobody decided. */
  readonly looks: (BodyOf<"rights-looks"> & At) | null;
  /** Number of the newest decision, of things or of looks; 0: none. The answer is read by it. */
  readonly newest: number;
  readonly readings: readonly (BodyOf<"rights-read"> & At)[];
  readonly given: readonly (BodyOf<"rights-given"> & At)[];
  readonly ended: (BodyOf<"rights-ended"> & At) | null;
}

/** What holds of one thing. */
export function decidedOf({ decided }: Pick<RightsRequest, "decided">, key: string): RightsRequest["decided"][number] | undefined {
  return decided.findLast(({ of }) => of.includes(key));
}

/** Whether a second person read the answer as it stands now, and agreed. */
export function isAnswerAgreed({ newest, readings }: Pick<RightsRequest, "newest" | "readings">): boolean {
  const last = readings.at(-1);
  return last !== undefined && last.of === newest && last.agrees;
}

/** After one more event. */
export function rightsAfter(before: readonly RightsRequest[], event: CaseEvent): readonly RightsRequest[] {
  const at = atOf(event);
  const { number } = event;
  switch (event.kind) {
    case "rights-asked": {
      const nothing = { identity: null, decided: [], looks: null, newest: 0, readings: [], given: [], ended: null };
      return [...before, { ...event.body, ...at, ...nothing }];
    }
    case "rights-identity":
      return changed(before, { ...event.body, ...at }, (_, identity) => ({ identity }));
    case "rights-decided":
      return changed(before, { ...event.body, ...at }, (one, decision) => ({ decided: [...one.decided, decision], newest: number }));
    case "rights-looks":
      return changed(before, { ...event.body, ...at }, (_, looks) => ({ looks, newest: number }));
    case "rights-read":
      return changed(before, { ...event.body, ...at }, (one, reading) => ({ readings: [...one.readings, reading] }));
    case "rights-given":
      return changed(before, { ...event.body, ...at }, (one, went) => ({ given: [...one.given, went] }));
    case "rights-ended":
      return changed(before, { ...event.body, ...at }, (_, ended) => ({ ended }));
    default:
      return before;
  }
}

function changed<Said extends { readonly request: string }>(
  before: readonly RightsRequest[],
  said: Said,
  change: (one: RightsRequest, said: Said) => Partial<RightsRequest>,
): readonly RightsRequest[] {
  return before.map((one) => (one.request === said.request ? { ...one, ...change(one, said) } : one));
}
