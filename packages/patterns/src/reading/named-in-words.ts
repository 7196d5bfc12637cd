import { type Statement, type Timeline, createNameInWords } from "@unmask/core";
import { actsOfAnyStep } from "./acts-of-any-step.ts";
import { memoize } from "./memoize.ts";
import type { PlacedAct } from "./placed-act.ts";

/** A row that she typed, of which she left open who did it and whose words hold a name of theirs. */
export interface NamedInWords {
  readonly one: PlacedAct;
  /** The stated name, as she spelled it. */
  readonly name: string;
}

/** Such rows in order of time, without those that she marked. Each is a question to her, and in no number. */
export const findNamedInWords: (timeline: Timeline, statement: Statement) => readonly NamedInWords[] = memoize((timeline, statement) => {
  const nameIn = createNameInWords(statement);
  const marked = new Set((statement.marks ?? []).map(({ act }) => act));
  return actsOfAnyStep(timeline, statement).flatMap((one): readonly NamedInWords[] => {
    if (one.grade !== "own-account" || (one.whose !== "withheld" && one.whose !== "other") || marked.has(one.id)) return [];
    const name = nameIn(one.act);
    return name === undefined ? [] : [{ one, name }];
  });
});
