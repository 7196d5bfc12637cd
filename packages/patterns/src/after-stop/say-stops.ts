import {
  type Beginning,
  type Interval,
  type PlacedStop,
  type Statement,
  type StopKind,
  type Zone,
  beginningOf,
  dayIn,
  isInPerson,
  msPerMinute,
} from "@unmask/core";
import { marks, sayClock, sayDay, sayList, sayNumber, sayRange, sayTimes } from "@unmask/words";
import { type HeldStop, type Stops, spanOfStops } from "./stops-held.ts";

/** "You told them to stop", before its days. */
export const sayStop: Readonly<Record<StopKind, string>> = {
  "order in force": "An order was in force from",
  "order served": `An order was served on ${marks.them}`,
  "bail condition": `A bail condition was set for ${marks.them}`,
  "told to stop": `${marks.You} told ${marks.them} to stop`,
  blocked: `${marks.You} blocked a number or an account`,
};

/** " in a call", " in person": of a stop that is an act without words of its own; else empty. */
export function sayByWhat({ act }: Pick<PlacedStop, "act">): string {
  if (act === undefined || act.text !== null) return "";
  return act.kind === "call" ? " in a call" : isInPerson(act) ? " in person" : "";
}

/** What a record of a call cannot show of a stop that was said in it. */
export function sayCallDoubt({ act, kind }: Pick<PlacedStop, "act" | "kind">): readonly string[] {
  if (act?.kind !== "call" || act.text !== null || kind !== "told to stop") return [];
  const length =
    act.duration === undefined ? ` It does not show how long the call ran: what is counted may have come before the words.` : "";
  return [`The record of a call holds no words: that ${marks.you} told ${marks.them} to stop in it is what ${marks.you} said.${length}`];
}

/** Whether a stop is a call of a known length: what came while it ran is in no known order with it. */
export function isCallThatRan(act: PlacedStop["act"]): boolean {
  return act?.kind === "call" && (act.duration ?? 0) > 0;
}

/** ", written down": behind the time of a stop that is a row of her own account, whose words went to nobody. */
export function sayWrittenDown(act: PlacedStop["act"]): string {
  return act?.grade === "own-account" ? ", written down" : "";
}

/** "the time of the call that you chose". */
export function sayTimeOfStop({ exact }: Beginning, act: PlacedStop["act"]): string {
  if (exact !== "act") return `the minute that ${marks.you} gave`;
  const what = act?.grade === "own-account" ? "row" : act?.kind === "call" ? "call" : act?.kind === "message" ? "message" : "record";
  return `the time of the ${what} that ${marks.you} chose`;
}

/** "those words", for the sentence on the day itself. */
export const sayStopItself: Readonly<Record<StopKind, string>> = {
  "order in force": "the order came into force",
  "order served": "the order",
  "bail condition": "the bail condition",
  "told to stop": "those words",
  blocked: "the block",
};

/** The same in two words, where a line has no room. */
export const shortStops: Readonly<Record<StopKind, string>> = {
  "order in force": "Order in force",
  "order served": "Order served",
  "bail condition": "Bail condition",
  "told to stop": "Told to stop",
  blocked: "First block",
};

/**
 * " (until 10 June 2026)" of a stop that has a last day, " (in force from 1 April 2025)" of an order that was served before, " (served on 27 June 2026)" of
 * one that was served later.
 */
export function sayUntil(stop: HeldStop, zone: Zone): string {
  const { lastDay, served, begins } = stop;
  if (served !== undefined) return ` (served on ${sayWhen(served, zone)})`;
  if (begins !== undefined) return ` (in force ${sayHeld(begins, lastDay, zone)})`;
  return lastDay === undefined ? "" : ` (until ${sayDay(dayIn(zone, lastDay.earliest))})`;
}

/** "from 1 April 2025", "1 April to 30 June 2025". */
function sayHeld(begins: Beginning, lastDay: Interval | undefined, zone: Zone): string {
  return lastDay && begins.exact === "day"
    ? sayRange(begins.day, dayIn(zone, lastDay.earliest))
    : `from ${sayWhen(begins, zone)}${lastDay ? ` to ${sayDay(dayIn(zone, lastDay.earliest))}` : ""}`;
}

/** "3 March 2026", or with its minute where that is known. */
export function sayWhen(stop: Beginning, zone: Zone): string {
  const { exact, earliest, day } = stop;
  return exact === "day" ? sayDay(day) : `${sayDay(dayIn(zone, earliest))} at ${sayMinute(stop, zone)}`;
}

/** "01:20 (first or second time)": a clock that is put back shows one minute twice. */
function sayMinute({ earliest, latest }: Interval, zone: Zone, which = "first or second time"): string {
  const clock = sayClock(earliest, zone);
  return latest - earliest >= msPerMinute && sayClock(latest, zone) === clock ? `${clock} (${which})` : clock;
}

/** The same in a line. */
export function sayBriefWhen(stop: PlacedStop, zone: Zone, which?: string): string {
  return stop.exact === "day" ? sayDay(stop.day) : `${sayDay(dayIn(zone, stop.earliest))}, ${sayMinute(stop, zone, which)}`;
}

/** Days on which the app notes that blocks ended: each with its minute, and as short as it can be. */
export function sayEnded(at: readonly Interval[], zone: Zone): Ended {
  const days = at.map(({ earliest }) => sayDay(dayIn(zone, earliest)));
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const year = last.slice(last.lastIndexOf(" "));
  const sameYear = (day: string): string => (day.endsWith(year) ? day.slice(0, -year.length) : day);
  return {
    full: sayList(at.map((one) => `${sayDay(dayIn(zone, one.earliest))} at ${sayMinute(one, zone)}`)),
    brief: days.length > 2 ? `${first} and ${sayNumber(days.length - 1)} times more` : sayList([...days.slice(0, -1).map(sameYear), last]),
    briefest: sayTimes(days.length),
    sameYear,
  };
}

/** When a block was ended, the fullest first. */
export interface Ended {
  readonly full: string;
  readonly brief: string;
  readonly briefest: string;
  /** A day of the same year as the last, without its year. */
  sameYear(day: string): string;
}

/** Where something came of which it is not known whether it was before or after a stop: a clock that is put back has one minute twice. */
export function sayWithin(stop: PlacedStop): string {
  if (stop.begins === undefined && isCallThatRan(stop.act)) return "while that call still ran";
  const { exact, earliest, latest } = beginningOf(stop);
  if (exact === "day") return "on the day itself";
  return latest - earliest < msPerMinute ? "in that very minute" : "between the first and the last time that can be meant";
}

/** Of each service that came when every order had ended. */
export function sayTooLate(tooLate: readonly PlacedStop[], zone: Zone): readonly string[] {
  return tooLate.flatMap((service) =>
    service.lastDay
      ? [
          `The order that ${marks.you} stated ended on ${sayDay(dayIn(zone, service.lastDay.earliest))}, before the service on ${sayWhen(service, zone)}: nothing is counted as after that service.`,
        ]
      : [],
  );
}

/** Whether the orders in force were served, as a clause, and the same as short as it can be; undefined where each was. */
export function sayService(
  { all: orders, tooLate }: Pick<Stops, "all" | "tooLate">,
  { answers }: Statement,
): { readonly full: string; readonly brief: string } | undefined {
  const open = orders.filter(({ served }) => served === undefined).length;
  if (open === 0) return undefined;
  if (open < orders.length) return { full: "of some, service is not stated", brief: "service stated of some" };
  if (tooLate.length > 0) return { full: "it was served after its end", brief: "served after its end" };
  const answer = answers?.["order served"];
  if (answer === "none") return { full: "none was served", brief: "none served" };
  const known = answer === "not known" ? "not known" : "not stated";
  return { full: `whether it was served is ${known}`, brief: `service ${known}` };
}

/** "from 1 April 2025": of an order that was served before its first day, when it came into force; undefined of every other stop, and of several. */
export function sayBegins({ first, all }: Stops, zone: Zone): string | undefined {
  return all.length === 1 && first.begins ? sayHeld(first.begins, first.lastDay, zone) : undefined;
}

/** "while it held", "before it was served". */
export function sayHeldHere(stops: Stops): string {
  const { isAlone, isServed } = spanOfStops(stops);
  return isServed ? `before ${isAlone ? "it" : "one"} was served` : `while ${isAlone ? "it" : "one of them"} held`;
}
