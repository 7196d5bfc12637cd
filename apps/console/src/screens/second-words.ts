import type { Instant } from "@unmask/core";
import { sayCount, sayList, sayNumber } from "@unmask/words";
import type { CaseDecisions, ReadingLine, WhyAnswer } from "../desk/case-decided.ts";
import type { CasePage } from "../desk/case-page.ts";
import type { At } from "../desk/event-at.ts";
import { sayWhen } from "../parts/say-when.ts";
import { nameOf } from "./case-words.ts";

/** Something that was decided in a case, which a second person reads. */
export type Written = Pick<At, "number" | "happened" | "by">;

/** The role that reads what others decided (docs/access.md, approve-decision). */
const readsDecisions = "supervisor";

/** Who wrote it and when, and what the second person said of it, or that it waits for one and whether anybody on the case could be that person. */
export function saySecond(
  { decisions, officers, members }: Pick<CasePage, "decisions" | "officers" | "members">,
  { written, isNeeded }: { readonly written: Written; readonly isNeeded: boolean },
  now: Instant,
): string {
  const wrote = `${nameOf({ officers }, written.by)}, ${sayWhen(written.happened, now)}`;
  const said = decisions.readings
    .filter(({ decision }) => decision === written.number)
    .map(({ by, happened, agrees, says }) => {
      const words = says === undefined ? "" : `: “${says}”`;
      return `${agrees ? "read and agreed" : "not agreed"} by ${nameOf({ officers }, by)} ${sayWhen(happened, now)}${words}`;
    });
  if (said.length > 0) return `${wrote}; ${sayList(said)}`;
  if (!isNeeded) return `${wrote}; read by nobody else yet`;
  const readers = members.filter(({ id, role }) => role === readsDecisions && id !== written.by).map(({ name }) => name);
  return readers.length > 0
    ? `${wrote}; waits for a second reader: ${readers.join(" or ")}`
    : `${wrote}; waits for a second reader, and no supervisor is on this case who could be: put one on it, under People`;
}

/** Whether this officer may say it: a supervisor, of what another wrote and nobody else has read. */
export function mayBeSecond(
  { decisions }: Pick<CasePage, "decisions">,
  written: Written,
  officer: { readonly id: string; readonly role: string },
): boolean {
  const isRead = decisions.readings.some(({ decision }) => decision === written.number);
  return officer.role === readsDecisions && officer.id !== written.by && !isRead;
}

/**
 * "Two answers wait for a second reader.", "One answer was not agreed with: answer it anew."; empty: no answer waits and none came back. `back` are
 * those that came back, with who does not agree and why.
 */
export function sayOpenReadings({ order, elsewhere, readings }: Pick<CaseDecisions, "order" | "elsewhere" | "readings">): {
  readonly says: string;
  readonly back: readonly ReadingLine[];
} {
  const needed = [
    ...(order?.answer === "not-pursued" ? [order.number] : []),
    ...elsewhere.flatMap(({ answer }) => (answer?.answer === "not-stalking" ? [answer.number] : [])),
  ];
  const waits = needed.filter((number) => !readings.some(({ decision }) => decision === number)).length;
  const back = readings.filter(({ decision, agrees }) => !agrees && needed.includes(decision));
  const says = [
    waits === 0 ? "" : `${sayCount(waits, "answer")} ${waits === 1 ? "waits" : "wait"} for a second reader.`,
    back.length === 0 ? "" : `The second reader does not agree with ${sayCount(back.length, "answer")}: answer anew.`,
  ].filter((one) => one !== "");
  return { says: says.join(" "), back };
}

/** "Rests on 2 of 3,223 acts of theirs: 14 September; act 12." Nothing where it rests on none. */
export function sayActs({ acts }: Pick<WhyAnswer, "acts">, inAll: number): string {
  return acts.length === 0 ? "" : `Rests on ${sayNumber(acts.length)} of ${sayNumber(inAll)} acts of theirs: ${acts.join("; ")}.`;
}
