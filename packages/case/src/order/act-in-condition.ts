import { type Instant, firstInstantOf, isoWeekday, lastInstantOf, later, msPerHour, msPerMinute } from "@unmask/core";
import { dayInWords, londonDay, londonMinute } from "../clock/london.ts";
import type { Condition, Place, WeekTime } from "../event/order-shapes.ts";
import { quoted } from "../shortened.ts";
import { isOf, isOfContact, isOfPresence, mayBeOfPresence, nameOfAct, waysOf } from "./act-ways.ts";
import { kindOf } from "./condition-kinds.ts";
import { type ContactTouch, type PresenceTouch, touchOf } from "./condition-touch.ts";
import { howWordsName } from "./place-words.ts";
import { howPlacesLie, namesPlace } from "./places.ts";
import type { ArrivedAct, Meanings } from "./arrived-act.ts";
import { createAmong, timesInWords } from "./times.ts";
import { dayNumber } from "../register/day-number.ts";

/** One act held against one condition, by rules that are shown with their version. */

/** Versions of the rules: a changed rule has another number, so that what it proposed before is told apart. */
export const ruleVersions = { "place-and-time": 1, "place-in-words": 1, contact: 2, time: 1, "kind-of-act": 1 } as const;
/** UTF-16 units of a place's name in a reason. */
const longestPlace = 60;
/** Minutes that are looked at of an act: what is less certain than a week can lie at any time of it. */
const mostMinutes = 7 * 24 * 60;

/** How an act stands to a condition. */
export interface ReadCondition {
  readonly condition: number;
  readonly stands: "fits" | "to-read" | "not";
  /** The rule that proposes it: "place-and-time", version 1. Absent where none does. */
  readonly rule?: { readonly rule: string; readonly version: number };
  readonly why: string;
  readonly couldChange: readonly string[];
  /** The first day on which it stood as it was read, where the act can begin before that. */
  readonly from?: string;
}

type Read = Omit<ReadCondition, "condition">;

/** Holds an act against a condition. */
export function readCondition(act: ArrivedAct, condition: Condition): ReadCondition {
  const ended = endedBefore(act.when, condition);
  const own = condition.own?.until;
  // When it was told says nothing of when it was.
  if (ended && act.isWordsAlone !== true)
    return { condition: condition.condition, ...not(`Its own period ended on ${inWords(own ?? "")}.`) };
  const reads = readsOf(act, condition);
  const best =
    (["fits", "to-read", "not"] as const).flatMap((stands) => reads.filter((one) => one.stands === stands))[0] ??
    not("Nothing in the act speaks of it.");
  const maybeEnded = own !== undefined && own !== null && londonDay(lastInstantOf(act.when)) > dayNumber(own);
  return {
    condition: condition.condition,
    ...best,
    couldChange: [...best.couldChange, ...(maybeEnded ? [`its day: the condition's own period ended on ${inWords(own)}`] : [])],
  };
}

function readsOf(act: ArrivedAct, condition: Condition): readonly Read[] {
  if (act.isWordsAlone === true)
    return [toRead("It was told in words: read whether what they tell is under it, and of which time they tell.")];
  const touch = touchOf(condition);
  const { presence, contact, devices } = touch;
  if (condition.type === "requirement" && presence?.role !== "stay")
    return touch.isWordsOnly && act.whose !== "other"
      ? [inWordsAlone(act, condition)]
      : [not("It asks for something; an act like this neither does it nor leaves it out.")];
  if (act.whose === "other" && contact?.role !== "forbids" && !touch.isWordsOnly)
    return [not("Another person did it, and the condition says nothing of what others do.")];
  if (touch.isWordsOnly) return [inWordsAlone(act, condition)];
  const { persons, times } = condition;
  const kinds = kindOf(condition)?.acts ?? [];
  const byWay = contact?.role === "forbids" ? [byContact(act, contact, times)] : [];
  if (act.whose === "other") return byWay;
  return [
    ...(presence ? [atPlace(act, presence)] : []),
    ...byWay,
    ...kinds.flatMap((kind): readonly Read[] =>
      isOf(act, kind)
        ? [
            timed(
              act,
              times,
              fits("kind-of-act", `The act is ${nameOfAct(act)}, which the condition speaks of.`, [
                "whether it is what the words forbid",
                ...(persons === undefined || reachOf(act, persons) === "some" ? [] : ["at whom it was aimed"]),
              ]),
            ),
          ]
        : [],
    ),
    ...(devices && (act.kind === "login" || act.kind === "device") ? [toRead("Which device or account was used is not known.")] : []),
    // What nobody sorted can be anything.
    ...(act.kind === "other" ? [timed(act, times, toRead("What the act was is in its words."))] : []),
  ];
}

/** Words alone: a person reads them. Only times that are written can show that they do not hold. */
function inWordsAlone(act: ArrivedAct, { times = [] }: Condition): Read {
  const lies = timeLies(act.when, times);
  if (lies === "outside") return not(`Its time lies outside ${timesInWords(times)}.`);
  const why = "The condition is in words alone: read whether the act is under it.";
  return times.length === 0 ? toRead(why) : { ...toRead(`Its time lies in ${timesInWords(times)}. ${why}`), rule: ruleOf("time") };
}

function atPlace(act: ArrivedAct, { role, places, times }: PresenceTouch): Read {
  if (!isOfPresence(act)) return besidePresence(act, { role, places, times });
  if (role === "attend") return not("No place is written in the condition.");
  if (places === undefined)
    return timed(
      act,
      times,
      toRead(role === "stay" ? "Where to stay is not written." : "Which place is meant is in the words of the condition."),
    );
  if (act.place === undefined) return timed(act, times, inItsWords(act, role, places));
  const place = act.place;
  const reads = places.map((one) => (role === "out" ? inPlace(place, one) : outOfPlace(place, one)));
  const order = role === "out" ? (["fits", "to-read", "not"] as const) : (["not", "to-read", "fits"] as const);
  return timed(act, times, order.flatMap((stands) => reads.filter((one) => one.stands === stands))[0] ?? toRead("No place is written."));
}

/** What is no thing of presence says nothing of where somebody was, but by its words: “I am outside” can come by text, and what nobody sorted can be anything. */
function besidePresence(act: ArrivedAct, { role, places = [], times }: Omit<PresenceTouch, "frequency" | "mayKeepIn">): Read {
  const named = places.find((one) => howWordsName(act.words ?? "", one) !== "not");
  if (named !== undefined && role === "out")
    return timed(
      act,
      times,
      toRead(`Its words can name ${quoted(named.says, longestPlace)}: read whether they say that somebody was there.`),
    );
  if (role !== "attend" && mayBeOfPresence(act)) return timed(act, times, toRead("What the act was, and where, is in its words."));
  return not(`The act is ${nameOfAct(act)}, and says nothing of where somebody was.`);
}

/** Where only words tell of it: a name that stands in them is told, and is no place yet. */
function inItsWords({ words = "", isOwnAccount = false }: ArrivedAct, role: "out" | "stay", places: readonly Place[]): Read {
  const named = places.find((one) => howWordsName(words, one) === "names") ?? places.find((one) => howWordsName(words, one) === "perhaps");
  if (named === undefined) return toRead("Where the act was is not written.");
  const area = quoted(named.says, longestPlace);
  const isNamed = isOwnAccount && howWordsName(words, named) === "names";
  if (role === "out" && isNamed)
    return fits("place-in-words", `The words in which it is told name ${area}.`, [
      `whether the words mean that the act was in or at ${area}`,
    ]);
  return toRead(`The words in which it is told ${isNamed ? "name" : "can name"} ${area}: read whether the act was there.`);
}

function inPlace(place: Place, forbidden: Place): Read {
  const [at, area] = [quoted(place.says, longestPlace), quoted(forbidden.says, longestPlace)];
  const lie = howPlacesLie(place, forbidden);
  if (lie.lie === "inside") return fits("place-and-time", `Its place, ${at}, lies in ${area}.`, [`whether ${at} is in or at ${area}`]);
  if (lie.lie === "partly") return fits("place-and-time", `Its place, ${at}, can lie in ${area}.`, ["where exactly it was"]);
  if (lie.lie === "near") return toRead(`Its place, ${at}, lies ${lie.metres} m from the edge of ${area}: read the map.`);
  if (lie.lie === "apart") return not(`Its place, ${at}, lies ${lie.metres} m from ${area}.`);
  return namesPlace(place.says, forbidden)
    ? fits("place-and-time", `Its place, ${at}, names ${area}.`, [`whether ${at} is in or at ${area}`])
    : toRead(`Whether ${at} lies in ${area} is not known: ${lie.why}.`);
}

/** The same for a condition that keeps in a place. */
function outOfPlace(place: Place, home: Place): Read {
  const [at, area] = [quoted(place.says, longestPlace), quoted(home.says, longestPlace)];
  const lie = howPlacesLie(place, home);
  if (lie.lie === "inside") return not(`Its place, ${at}, lies in ${area}.`);
  if (lie.lie === "apart")
    return fits("place-and-time", `Its place, ${at}, lies ${lie.metres} m from ${area}, where to stay is ordered.`, [
      "where exactly it was",
    ]);
  return namesPlace(place.says, home)
    ? not(`Its place, ${at}, names ${area}.`)
    : toRead(`Whether ${at} lies out of ${area} is to be read.`);
}

function byContact(act: ArrivedAct, { channels, persons }: ContactTouch, times: readonly WeekTime[] | undefined): Read {
  if (!isOfContact(act)) return not(`The act is ${nameOfAct(act)}, and no contact.`);
  if (channels === undefined) return timed(act, times, toRead("By which ways contact is forbidden is not written."));
  const isAny = channels.includes("any");
  const ways = waysOf(act);
  const isByWay = isAny || ways.some((way) => channels.includes(way));
  const isThrough = isAny || channels.includes("through-another");
  const forbidden = isAny ? "any means" : channels.map(inPlainWords).join(", ");
  const reach = persons === undefined ? "some" : reachOf(act, persons);
  // Whom it reached ends there, unless its words carry it to somebody else.
  if (reach === "none") return not("It reached none of those whom the condition protects.");
  if (reach === "by-name" && !isThrough) return not("It reached none of those whom the condition protects, though its words name one.");
  const read = (why: string): Read => timed(act, times, toRead(why));
  if (act.whose === "other") {
    if (act.through === "new-sender" && (isByWay || isThrough))
      return read(
        "It came from a sender whose name nobody saved and of whom nothing is held from before the order: read whether it was the subject, or somebody for them.",
      );
    return isThrough
      ? read("Another person did it, and its words name the subject: read whether it was done for them.")
      : not(`Another person did it, and the condition forbids contact by ${forbidden}.`);
  }
  if (!isByWay && isThrough && act.whose !== "theirs")
    return read("Who did it is not known: read whether another person did it for the subject.");
  if (!isByWay && isThrough && reach === "by-name")
    return read("It went to another person, and its words name somebody whom the condition protects: read whether it was to be passed on.");
  if (!isByWay && act.channel === "other" && ways.length === 0 && channels.some((way) => way !== "through-another"))
    return read("By which way it came is not written.");
  if (!isByWay) return not(`It is ${nameOfAct(act)}; the condition forbids contact by ${forbidden}.`);
  if (reach === "by-name")
    return read("It went to another person, and its words name somebody whom the condition protects: read whether it was to be passed on.");
  if (reach === "not-known")
    return read(
      persons?.some((one) => act.named.includes(one)) === true
        ? "Whom it reached is not known; its words name somebody whom the condition protects."
        : "Whom it reached is not known.",
    );
  if (act.kind === "other") return read("What the act was is in its words: read whether it was contact.");
  // One thing that people call by two ways.
  const isDoubted = ways.length > 1 && !isAny && !ways.every((way) => channels.includes(way));
  const doubted = isDoubted ? [`whether it came by ${ways.map(inPlainWords).join(" or ")}`] : [];
  return timed(
    act,
    times,
    fits("contact", `It is ${nameOfAct(act)}, and the condition forbids contact by ${forbidden}.`, [
      ...doubted,
      ...(persons ? [] : ["whom the condition protects: it names nobody"]),
    ]),
  );
}

/** Whether an act reached some of these persons. What the reporter wrote down can be of anybody: it shuts nobody out. */
function reachOf(
  act: Pick<ArrivedAct, "reached" | "named" | "isOwnAccount">,
  persons: readonly string[],
): "some" | "by-name" | "not-known" | "none" {
  if (persons.some((person) => act.reached.includes(person))) return "some";
  if (act.reached.length === 0 || act.isOwnAccount === true) return "not-known";
  return persons.some((person) => act.named.includes(person)) ? "by-name" : "none";
}

/** The same where the condition holds at some times only. */
function timed(act: ArrivedAct, times: readonly WeekTime[] = [], read: Read): Read {
  if (read.stands === "not" || times.length === 0) return read;
  const lies = timeLies(act.when, times);
  if (lies === "outside") return not(`Its time lies outside ${timesInWords(times)}.`);
  if (lies === "not-known") return toRead(`${read.why} The times of the condition cannot be read.`);
  const when = `Its time ${lies === "within" ? "lies" : "can lie"} in ${timesInWords(times)}.`;
  return {
    ...read,
    why: `${read.why} ${when}`,
    couldChange: [
      ...read.couldChange,
      lies === "within" ? "the clock by which its time was taken" : "its time: it can lie outside those hours",
    ],
  };
}

/** Where all that a time can mean lies to times of the week, by the clock in London. */
function timeLies(when: Meanings, times: readonly WeekTime[]): "within" | "maybe" | "outside" | "not-known" {
  const isAmong = createAmong(times);
  if (!isAmong) return "not-known";
  if (times.length === 0) return "within";
  const seen = new Set<boolean>();
  for (const { earliest, latest } of [when, ...(when.or ?? [])]) {
    if (latest - earliest > mostMinutes * msPerMinute) return "maybe";
    const look = (at: Instant): unknown => seen.add(isAmong(isoWeekday(londonDay(at)), londonMinute(at)));
    look(latest);
    // Each hour first: of a whole day that alone says most often that it can be either.
    for (const step of [msPerHour, msPerMinute]) for (let at = earliest; at <= latest && seen.size < 2; at = later(at, step)) look(at);
  }
  return seen.size === 2 ? "maybe" : seen.has(true) ? "within" : "outside";
}

function endedBefore(when: Meanings, { own }: Condition): boolean {
  return own !== undefined && own.until !== null && londonDay(firstInstantOf(when)) > dayNumber(own.until);
}

function fits(rule: keyof typeof ruleVersions, why: string, couldChange: readonly string[]): Read {
  return { stands: "fits", rule: ruleOf(rule), why, couldChange };
}

function toRead(why: string): Read {
  return { stands: "to-read", why, couldChange: [] };
}

function not(why: string): Read {
  return { stands: "not", why, couldChange: [] };
}

function ruleOf(rule: keyof typeof ruleVersions): NonNullable<ReadCondition["rule"]> {
  return { rule, version: ruleVersions[rule] };
}

function inPlainWords(way: string): string {
  return way.replaceAll("-", " ");
}

function inWords(written: string): string {
  return dayInWords(dayNumber(written));
}
