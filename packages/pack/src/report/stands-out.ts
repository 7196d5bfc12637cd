import type { Report } from "@unmask/core";
import { type Disclosed, exhibitsOfActs } from "./disclosed-acts.ts";
import { type Words, wordsOf } from "./words.ts";

/** One line of what stands out, with the exhibits that its acts stand in. */
interface StandingOut {
  /** That of its finding, the same in both papers. */
  readonly number: number;
  readonly line: Words;
  readonly exhibits: string;
}

/** What stands out, in the printed order of the findings. */
export interface StandsOut {
  /** All that is no count: each has its line on the first page. */
  readonly lines: readonly StandingOut[];
  /** The counts, of which the typesetter takes as many as there is room for. */
  readonly counts: readonly StandingOut[];
  /** The number of the finding that the last line of the first page tells. */
  readonly countedNumber: number | null;
}

/** How many acts there are, and on how many days, is the last line of the first page (`counted`), and is not said twice. */
const saidBelow = "frequency";

/** The findings come in the printed order, so that the counts stand last. */
export function whatStandsOut({ findings }: Report, disclosed: Disclosed): StandsOut {
  const numbered = findings.map((finding, i) => ({ ...finding, number: i + 1 }));
  const lineOf = ({ line, acts, number }: (typeof numbered)[number]): StandingOut => ({
    number,
    line: wordsOf(line),
    exhibits: exhibitsOfActs(acts, disclosed),
  });
  const told = numbered.filter(({ pattern }) => pattern !== saidBelow);
  return {
    lines: told.filter(({ standing }) => standing !== "count").map(lineOf),
    counts: told.filter(({ standing }) => standing === "count").map(lineOf),
    countedNumber: numbered.find(({ pattern }) => pattern === saidBelow)?.number ?? null,
  };
}
