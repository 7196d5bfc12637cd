import { endInWords } from "@unmask/case";
import type { DutyShown, Register, RegisterGroup, RegisterRow } from "../../desk/register.ts";
import { daysFromCivil, parseCivilDay } from "@unmask/core";
import { sayCount, sayFew } from "@unmask/words";
import { ofThoseSeen } from "../../parts/of-those-seen.ts";
import { sayCivilDay, sayDaysIn, sayTrigger } from "../../parts/civil-day.ts";
import { sayNow } from "../../parts/say-when.ts";
import { sayDuty } from "../when-due-words.ts";

/** How the register says its heads and its rows: first what it is, below it why. */

/** Each head, with the rule of its rows. */
export const headsInWords: Readonly<Record<RegisterGroup, { readonly says: string; readonly rule: string }>> = {
  overdue: { says: "Overdue", rule: "the longest first; nobody has decided" },
  undecided: { says: "Undecided", rule: "the clock each would have is shown, never the label" },
  due: { says: "Due", rule: "next first" },
  "not-served": { says: "Not served", rule: "nothing is overdue before an order is served" },
  failed: { says: "Met late", rule: "the failure stays listed until it is assessed" },
  decided: { says: "Decided", rule: "a failure stays listed, and opens again if new facts come" },
  suspended: { says: "Suspended or not required", rule: "with what it rests on" },
  met: { says: "Met", rule: "latest first" },
  ended: { says: "Ended", rule: "with the order, or with the interim" },
};

/** "Two duties overdue, one undecided.": what waits for somebody first. */
export function sayRegister(
  { live, groups, opened, proposed }: Pick<Register, "live" | "groups" | "opened" | "proposed">,
  me: Parameters<typeof ofThoseSeen>[0],
): string {
  const many = (group: RegisterGroup): number => groups.find((one) => one.group === group)?.many ?? 0;
  const acts = proposed.reduce((sum, one) => sum + one.acts, 0);
  const [overdue, undecided, due] = [many("overdue"), many("undecided"), many("due")];
  const parts = [
    ...(overdue === 0 ? [] : [`${sayFew(overdue)} ${overdue === 1 ? "duty" : "duties"} overdue`]),
    ...(opened.length === 0 ? [] : [`${sayFew(opened.length)} opened and not decided`]),
    ...(due === 0 ? [] : [`${sayFew(due)} due`]),
    ...(undecided === 0 ? [] : [`${sayFew(undecided)} ${undecided === 1 ? "waits" : "wait"} for a decision: law or facts are not clear`]),
    ...(acts === 0 ? [] : [`${acts === 1 ? "one act" : `${sayFew(acts)} acts`} to look at`]),
  ];
  const words = parts.length === 0 ? "nothing waits" : parts.join(", ");
  return ofThoseSeen(me, live === 1 ? "1 live order." : `${live} live orders.`, `${words.charAt(0).toUpperCase()}${words.slice(1)}.`);
}

/** By its order, rule and day, and the entry by which it is told apart from another of that day: what stands in the address of a chosen row. */
export function rowOf({ order, rule, trigger }: Pick<DutyShown, "order" | "rule" | "trigger">): string {
  const [, entry, day] = /(?:\(entry (\d+)\) )?(\d{4}-\d{2}-\d{2})$/.exec(trigger) ?? [];
  return [order, rule, day, entry].filter((one) => one !== undefined).join(".");
}

/** Words whose days of this year go without it. */
export function withoutYear(words: string, year: string): string {
  return words.replaceAll(new RegExp(`(?<=\\d [A-Z][a-z]{2}) ${year}\\b`, "g"), "");
}

/** Why a duty is undecided, without how its clock is counted: that stands beside it. */
export function doubtOf({ why }: Pick<DutyShown, "why">): string {
  return sayDaysIn(why.replace(/^\d+ days beginning with [^;]*, whatever the hour; /, ""));
}

/** Whether a notice came after the period of which only an officer can say that it counts: nobody has yet. */
export function mayCountLate({ state, stands, ways }: Pick<DutyShown, "state" | "stands" | "ways">): boolean {
  return state === "overdue" && stands === "overdue" && ways.length > 0;
}

/** When it is due and how it stands, in two lines. */
export function sayStanding(duty: DutyShown): { readonly first: string; readonly second: string; readonly isMind: boolean } {
  const standing = standingInWords(duty);
  return duty.isDecided === true ? { ...standing, second: `${standing.second}; ${sayDecided(duty)}`, isMind: false } : standing;
}

/** "decided: the excuse is accepted": the beginning of its label. */
function sayDecided({ label }: DutyShown): string {
  return (label ?? "decided").replace(/;.*$/, "").replace(/^D/, "d");
}

function standingInWords(duty: DutyShown): ReturnType<typeof sayStanding> {
  const { due, overdueFrom, stands, metOn, why, settled, settling, isReminded } = duty;
  const end = due === null ? "no clock" : `end of ${sayCivilDay(due)}`;
  const reason = sayDaysIn(why);
  switch (stands) {
    case "overdue":
      return {
        first: end,
        second: `${overdueFrom === null ? reason : `overdue from ${sayNow(overdueFrom)}`}${sayOver(duty)}`,
        isMind: true,
      };
    case "undecided":
      return {
        first: due === null ? "no clock; an officer decides" : `would be: ${end}`,
        second: settling?.waits
          ? `settled by one officer, a second person has not read it: ${settling.reason}`
          : settled?.how !== "keep-open"
            ? doubtOf(duty)
            : `kept open${settled.again === null ? "" : ` until ${sayCivilDay(settled.again)}`}: ${settled.reason}`,
        isMind: true,
      };
    case "due":
      return { first: end, second: isReminded ? "reminder given" : sayTrigger(duty.trigger), isMind: false };
    case "met":
      return {
        first: metOn === null ? "met" : `met on ${sayCivilDay(metOn)}${due === null ? "" : ", in time"}`,
        second: settled === null ? end : settled.reason,
        isMind: false,
      };
    case "met-late":
      return {
        first: metOn === null ? "met late" : `met on ${sayCivilDay(metOn)}${sayLate(metOn, due)}`,
        second: `due ${end}; the label stays`,
        isMind: true,
      };
    default:
      return {
        first: due === null || stands === "ended" ? stands.replaceAll("-", " ") : `${stands.replaceAll("-", " ")}; ${end}`,
        second: reason,
        isMind: false,
      };
  }
}

/** That the order is over under which it was missed: nobody comes in any more, and what was missed is still decided. */
function sayOver({ over }: Pick<DutyShown, "over">): string {
  if (over === undefined) return "";
  return `; the order is over: ${endInWords[over.how]}, ${over.how === "expired" ? "last day " : ""}${sayCivilDay(over.day)}`;
}

/** What is still to be told, or to be decided of it, and nothing that is decided: its rule, the civil day at whose end it is due, and from when it is overdue. */
export function openDuties({
  duties,
}: {
  readonly duties: readonly DutyShown[];
}): readonly { readonly says: string; readonly more: string; readonly isMind: boolean }[] {
  return duties
    .filter(({ isDecided }) => isDecided !== true)
    .filter(({ stands }) => stands === "overdue" || stands === "undecided" || stands === "due")
    .map((duty) => {
      const { first, second, isMind } = sayStanding(duty);
      // Of one that is due its second line says from what it runs, and not when it is over.
      const then = duty.stands === "due" && duty.overdueFrom !== null ? `overdue from ${sayNow(duty.overdueFrom)}` : second;
      return { says: `${sayDuty(duty)}, ${duty.section}`, more: `${first}, ${then}`, isMind };
    });
}

/** ", 2 days late": between the last day and that on which it was met, and never until today. */
function sayLate(metOn: string, due: string | null): string {
  const [met, last] = [parseCivilDay(metOn), due === null ? undefined : parseCivilDay(due)];
  return met === undefined || last === undefined ? ", late" : `, ${sayCount(daysFromCivil(met) - daysFromCivil(last), "day")} late`;
}

/** "First notice", and behind it section and what it runs from. */
export function sayWhat(duty: DutyShown): { readonly first: string; readonly second: string } {
  return { first: sayDuty(duty), second: `${duty.section}; ${sayTrigger(duty.trigger)}` };
}

/** "SPO-26-034-I" of an interim order. */
export function numberInRow({ order, which }: Pick<RegisterRow, "order" | "which">): string {
  return which === "interim" ? `${order}-I` : order;
}
