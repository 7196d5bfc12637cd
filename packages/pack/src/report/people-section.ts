import { type Identity, type Instant, type Report, type Whose, createWhose, dayIn, isUndated } from "@unmask/core";
import { namesInPrint, sayDay, sayNumber, timeNotKnown } from "@unmask/words";
import { sayFromInPrint } from "./identity-in-print.ts";
import type { Disclosed } from "./disclosed-acts.ts";
import { wordsOf } from "./words.ts";

/** Identities printed. A leaked contact list or a busy group chat can hold thousands. */
const mostIdentities = 200;

interface Total {
  readonly identity: Identity;
  readonly says: string;
  readonly whose: Whose;
  acts: number;
  /** Undefined where no day of its acts is known. */
  first: Instant | undefined;
  last: Instant | undefined;
}

/** In this order; steps that print the same word are one row. */
const rank: Readonly<Record<Whose, number>> = {
  "theirs as the record shows": 0,
  "theirs, she is sure": 0,
  "perhaps theirs": 1,
  hers: 2,
  withheld: 3,
  other: 3,
};

/** Numbers and accounts: whose she says they are, and what the files hold of each. Hers and theirs first, then by number of acts. */
export function peopleSection({ statement }: Report, { acts }: Disclosed): object {
  const whoseIs = createWhose(statement);
  const totals = new Map<string, Total>();
  for (const { act } of acts) {
    const whose = whoseIs(act);
    // One number can be theirs under one name and nobody's under another: then it is two rows.
    const says = sayFromInPrint(act);
    const key = `${act.from.kind}\u001f${act.from.kind === "withheld" ? says : act.from.normal}\u001f${rank[whose]}`;
    let total = totals.get(key);
    if (!total) totals.set(key, (total = { identity: act.from, says, whose, acts: 0, first: undefined, last: undefined }));
    total.acts++;
    if (isUndated(act)) continue;
    const { earliest, latest } = act.when;
    total.first ??= earliest;
    if (total.last === undefined || latest > total.last) total.last = latest;
  }
  const sorted = [...totals.values()].sort(
    (a, b) => rank[a.whose] - rank[b.whose] || b.acts - a.acts || (a.identity.normal < b.identity.normal ? -1 : 1),
  );
  const { me, them } = namesInPrint(statement);
  const labels: Readonly<Record<Whose, string>> = {
    "theirs as the record shows": them,
    "theirs, she is sure": them,
    "perhaps theirs": `perhaps ${them}`,
    hers: me,
    withheld: "not said",
    other: "not said",
  };
  const day = (instant: Instant): string => sayDay(dayIn(statement.zone, instant));
  const daysBetween = ({ first, last }: Total): string => {
    if (first === undefined || last === undefined) return timeNotKnown;
    return day(first) === day(last) ? day(first) : `${day(first)} to ${day(last)}`;
  };
  return {
    more: Math.max(0, sorted.length - mostIdentities),
    rows: sorted.slice(0, mostIdentities).map((total) => ({
      identity: wordsOf(total.says),
      whose: wordsOf(labels[total.whose]),
      acts: sayNumber(total.acts),
      span: daysBetween(total),
    })),
  };
}
