import type { Report } from "@unmask/core";
import { type Disclosed, exhibitsOfActs } from "./disclosed-acts.ts";
import { type Words, wordsOf } from "./words.ts";

/** One line of what stands out, with the exhibits that its acts stand in. */
interface StandingOut {
  readonly line: Words;
  readonly exhibits: string;
}

/** What stands out, in the printed order of the findings. */
export interface StandsOut {
  /** All that is no count: each has its line on the first page. */
  readonly lines: readonly StandingOut[];
  /** The counts, of which the typesetter takes as many as there is room for. */
  readonly counts: readonly StandingOut[];
}

/** How many acts there are, and on how many days, is the last line of the first page (`counted`), and is not said twice. */
const saidBelow = "frequency";

/** The findings come in the printed order, so that the counts stand last. */
export function whatStandsOut({ findings }: Report, disclosed: Disclosed): StandsOut {
  const lineOf = ({ line, acts }: Report["findings"][number]): StandingOut => ({
    line: wordsOf(line),
    exhibits: exhibitsOfActs(acts, disclosed),
  });
  const told = findings.filter(({ pattern }) => pattern !== saidBelow);
  return {
    lines: told.filter(({ standing }) => standing !== "count").map(lineOf),
    counts: told.filter(({ standing }) => standing === "count").map(lineOf),
  };
}
