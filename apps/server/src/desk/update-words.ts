import { daysFromCivil, parseCivilDay } from "@unmask/core";
import { sayBriefly, sayDay, sayWeekday } from "@unmask/words";

/** Characters of a name under a message: two names and two days take less than the message keeps for them (case/update/read-through.ts). */
const longestName = 60;

/** What is written to the person, and by whom. Days as `2026-11-27`. */
export interface Written {
  readonly says: string;
  readonly nextBy?: string | undefined;
  readonly by: string;
  readonly force: string;
  readonly today: string;
}

/**
 * The message as the person reads it, whole: the words, when somebody writes again, who wrote and on which day. It is this that is previewed,
 * kept and sealed, so that no page has to add to it and none can leave out.
 */
export function asRead({ says, nextBy, by, force, today }: Written): string {
  const next = dayFrom(nextBy);
  return [
    says,
    ...(next === undefined ? [] : [`I write again by ${sayWeekday(next)}.`]),
    `${sayBriefly(by, longestName)}\n${sayBriefly(force, longestName)}\n${sayDay(dayFrom(today) ?? 0)}`,
  ].join("\n\n");
}

function dayFrom(written: string | undefined): number | undefined {
  const day = parseCivilDay(written ?? "");
  return day && daysFromCivil(day);
}
