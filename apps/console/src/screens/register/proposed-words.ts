import { sayChannel, sayClock, sayCount, sayKind } from "@unmask/words";
import type { ListedAct, ProposedDay, ReadingOfActs } from "@unmask/case";
import { type Instant, dayIn } from "@unmask/core";
import { sayShortDay } from "@unmask/words";
import type { ToLookAt } from "../../desk/proposed.ts";
import { sayCivilDay } from "../../parts/civil-day.ts";
import { zone } from "../../parts/say-when.ts";

/** How acts that lie in the time of an order are said: that they can lie under a condition, and never more. */

/** "14 acts lie in the time of this order" */
export function sayActsInTime(acts: number): string {
  return `${sayCount(acts, "act")} ${acts === 1 ? "lies" : "lie"} in the time of this order`;
}

/** "12 can lie under condition 2, 2 have to be read" */
export function sayUnder(under: ToLookAt["under"]): string {
  const fits = under.map(({ condition, many }) =>
    condition === null ? `${many} ${many === 1 ? "has" : "have"} to be read` : `${many} can lie under condition ${condition}`,
  );
  return fits.join(", ");
}

/** "rule contact, version 2" */
export function sayRule({ rule }: ReadingOfActs["fits"][number]): string {
  return rule === undefined ? "" : `rule ${rule.rule}, version ${rule.version}`;
}

/** "07:21, visit, in person" with what is doubtful of whose it is. */
export function sayAct({ when, kind, channel, whose, through, isWordsAlone = false }: ListedAct): string {
  if (isWordsAlone) return `told at ${sayClock(when.earliest, zone)}: words alone, who did what and when is in them`;
  const words = [sayTime(when), sayKind({ kind }).toLowerCase(), sayChannel(channel)];
  return `${words.filter((word) => word !== "").join(", ")}${through === "new-sender" ? "; from a sender whom nobody knows" : ofWhom[whose]}`;
}

const ofWhom: Readonly<Record<ListedAct["whose"], string>> = {
  theirs: "",
  perhaps: "; only perhaps theirs",
  "not-known": "; who did it is not known",
  other: "; another person did it, and its words name the subject",
};

/** An hour where one minute is meant; else from when to when. */
function sayTime({ earliest, latest, or }: ListedAct["when"]): string {
  const [from, to] = [sayClock(earliest, zone), sayClock(latest, zone)];
  const isOneDay = dayIn(zone, earliest) === dayIn(zone, latest);
  const span = isOneDay ? (from === to ? from : `${from} to ${to}`) : `${from} to ${sayDay(latest)}, ${to}`;
  return or === undefined ? span : `${span}, or another day`;
}

function sayDay(instant: Instant): string {
  return sayShortDay(dayIn(zone, instant));
}

/** One way in which acts of a day were read, with how many were read so. */
export interface ReadAlike {
  readonly reading: ReadingOfActs;
  readonly many: number;
}

/** How acts were read that can lie under a condition; null: those that no rule fits. */
export function readAlike({ acts, readings }: ProposedDay, condition: number | null): readonly ReadAlike[] {
  return readings.flatMap((reading, place) => {
    const isOfIt = condition === null ? reading.fits.length === 0 : reading.fits.some((one) => one.condition === condition);
    return isOfIt ? [{ reading, many: acts.filter((act) => act.reading === place).length }] : [];
  });
}

/** The listed acts of a day that can lie under a condition; null: those that no rule fits. */
export function actsUnder({ acts, readings }: ProposedDay, condition: number | null): readonly ListedAct[] {
  return acts.filter(({ reading }) => {
    const fits = readings[reading]?.fits ?? [];
    return condition === null ? fits.length === 0 : fits.some((one) => one.condition === condition);
  });
}

/** Sentences of several readings, each once. */
export function eachOnce(lines: readonly string[]): readonly string[] {
  return [...new Set(lines)];
}

/** "Wed 18 Nov 2026, interim order" */
export function sayDayOf({ day, which }: Pick<ProposedDay, "day" | "which">): string {
  return `${sayCivilDay(day)}, ${which} order`;
}
