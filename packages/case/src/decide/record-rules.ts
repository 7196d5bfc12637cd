import { type Instant, daysFromCivil, parseCivilDay } from "@unmask/core";
import { dayInWords, londonDay, timesShown } from "../clock/london.ts";
import type { CaseState } from "../fold/case-state.ts";
import { type Command, type Refusal, refuse } from "./command.ts";

/** Why a log or crime cannot be typed in: it tells of a day that has not come, of a minute that no clock showed, or it is there. Of two agencies one number can be two records. */
export function refusedRecord(command: Command, { records }: Pick<CaseState, "records">, now: Instant): Refusal | undefined {
  if (command.kind !== "record-typed") return undefined;
  const { of, record, agency, day, at } = command.body;
  const told = parseCivilDay(day);
  if (told !== undefined && daysFromCivil(told) > londonDay(now))
    // A mistyped year would stand in the case as a record of what never happened.
    return refuse(
      "day-not-come",
      `${dayInWords(daysFromCivil(told))} has not come yet. Look at the year, and type the day as the ${of} has it.`,
    );
  if (told !== undefined && at !== undefined && timesShown(day, at) === "never")
    return refuse(
      "no-such-minute",
      `On ${dayInWords(daysFromCivil(told))} no clock in London showed ${at}: it went forward over that hour. Look at the ${of} again. Where it goes by another clock, leave the minute out and say so in its words.`,
    );
  const there = records.find((one) => one.of === of && isSame(one.record, record) && isSame(one.agency, agency));
  if (there === undefined) return undefined;
  const its = parseCivilDay(there.day);
  const when = its === undefined ? there.day : dayInWords(daysFromCivil(its));
  return refuse(
    "record-there",
    `This ${of} is there already, of ${when}. Nothing was written twice. If it was mistyped, write what is right as a fact.`,
    "fact-recorded",
  );
}

/** Numbers and names as people type them: letters of either case, spaces wherever. */
function isSame(one: string, other: string): boolean {
  const plain = (words: string): string => words.replace(/\s+/g, "").toLowerCase();
  return plain(one) === plain(other);
}
