import type { Act, ActId, Kind } from "./act.ts";
import { isoWeekday, msPerDay, msPerMinute } from "./instant.ts";
import { type Identity, type Persona, normalName } from "./identity.ts";
import { type AgreedContact, type Hours, type Statement } from "./statement.ts";
import { tellsIntrusionOrFear } from "./intrusion.ts";
import { isInPerson } from "./near.ts";
import { asRead, isAccountOfViolence, tellsViolence } from "./violence.ts";
import { weekdays } from "./wall-clock.ts";
import { type PlacedStop, isWithinStop, placeStops } from "./stops.ts";
import type { Timeline } from "./timeline.ts";
import { createSide, isOf } from "./whose.ts";
import { firstInstantOf, lastInstantOf } from "./when.ts";
import { type Interval, type Zone, wallMsAt } from "./zone.ts";

const minutesPerDay = msPerDay / msPerMinute;

/** What no rule makes agreed: a door that was kicked in at the hour of the handover is no handover. She can say so of the single act. */
const neverByRule: ReadonlySet<Kind> = new Set<Kind>([
  "damage", "entry", "following", "threat", "gift", "login", "device", "location",
]); // prettier-ignore

/** English: an order, or what comes where she does not do it. “Or else we miss the bus” and “or I'll drop her at Mum's” are none. */
const demands =
  /\bor else+(?! (?:we|you c|\S+(?: will)? (?:be|miss|have|need|get|bring|leave|drop|pick)\b))|\bor (?:you(?:'ll| will) (?:see|regret)|i\S{0,3} (?:coming in|keep)\b)|\bdon'?t make me\b|\blast warning\b|\bdo (?:as|what) (?:i (?:say|tell)|\S+ told)|\bsee what happens\b|\b(?:get|come|give|open) (?:\w+ ){0,3}(?:fuck|bloody)/i;

/** How long after words of force or fear what the two send each other is held with them: "or what" is no word about a handover. */
const answerMs = 60 * msPerMinute;

/**
 * Makes a question: is an act contact that she says was agreed? A rule holds for both directions: its person is who acts, or to whom the act
 * goes where she acts; where the source names no receiver, a rule about the whole person fits, no other. An act of which the time is open fits
 * hours only when every time it can mean does. No rule takes what `createHeldFromRules` finds: it was not agreed with the hour.
 */
export function createAgreed(timeline: Pick<Timeline, "acts">, statement: Statement): (act: Act, isHers: boolean) => boolean {
  // Asked of every act, and most who hand something in agreed on nothing.
  if ((statement.agreed ?? []).length === 0) return () => false;
  const { single, fitsRule, isHeld } = readAgreed(timeline, statement);
  return (act, isHers) => single.has(act.id) || (fitsRule(act, isHers) && !isHeld(act, isHers));
}

/**
 * Makes a question: does an act fit a rule, and is it not agreed all the same? So it is with words of a threat, of violence, of coming in, of a tracker or
 * of fear and what the two send within an hour after them, with what she stated as a stop, and with what is theirs in the day after one. Such acts are told.
 */
export function createHeldFromRules(timeline: Pick<Timeline, "acts">, statement: Statement): (act: Act, isHers: boolean) => boolean {
  const { single, fitsRule, isHeld } = readAgreed(timeline, statement);
  return (act, isHers) => !single.has(act.id) && fitsRule(act, isHers) && isHeld(act, isHers);
}

interface ReadAgreed {
  /** Acts that she named one by one. */
  readonly single: ReadonlySet<ActId>;
  fitsRule(act: Act, isHers: boolean): boolean;
  isHeld(act: Act, isHers: boolean): boolean;
}

function readAgreed(timeline: Pick<Timeline, "acts">, statement: Statement): ReadAgreed {
  const { agreed = [], zone, them } = statement;
  const rules = agreed.filter(({ acts }) => acts === undefined);
  const single = new Set(agreed.flatMap(({ acts = [] }) => acts));
  const stops = rules.length === 0 ? [] : placeStops(timeline, statement);
  // Looked for when it is first asked: where nothing fits a rule nobody asks.
  let answers: ReadonlySet<ActId> | undefined;
  return {
    single,
    fitsRule: (act, isHers) => !neverByRule.has(act.kind) && rules.some((rule) => fits(rule, act, { isHers, zone, them })),
    isHeld: (act, isHers) =>
      isOfForceOrFear(act) ||
      stops.some((stop) => isOfStop(stop, act, isHers)) ||
      (answers ??= answersToForce(timeline, statement, { rules, single })).has(act.id),
  };
}

/** Whether an act of hers can be the stop that she stated, or one of theirs came in the 24 hours after it; in doubt it is so. */
function isOfStop(stop: PlacedStop, { id, when }: Act, isHers: boolean): boolean {
  if (isHers) return id === stop.act?.id || (stop.kind === "told to stop" && isWithinStop(when, stop));
  return lastInstantOf(when) >= stop.earliest && firstInstantOf(when) <= stop.latest + msPerDay;
}

interface Rules {
  readonly rules: readonly AgreedContact<Persona>[];
  readonly single: ReadonlySet<ActId>;
}

/** What the two do within an hour after words of force or fear between them, both on the days and in the hours of a rule: there alone a rule could take it. */
function answersToForce(timeline: Pick<Timeline, "acts">, statement: Statement, { rules, single }: Rules): ReadonlySet<ActId> {
  const sideOf = createSide(timeline, statement);
  const found = new Set<ActId>();
  let until = -Infinity;
  for (const act of timeline.acts) {
    if (!rules.some((rule) => fitsTime(rule, act, statement.zone))) continue;
    const side = sideOf(act);
    if (side !== "theirs" && side !== "perhaps theirs" && side !== "hers to them") continue;
    if (firstInstantOf(act.when) <= until) found.add(act.id);
    if (!single.has(act.id) && isOfForceOrFear(act)) until = Math.max(until, lastInstantOf(act.when) + answerMs);
  }
  return found;
}

/** Of force only what one of the two does to the other is read in a message; in an account of what was in person every word of it. */
function isOfForceOrFear(act: Act): boolean {
  const words = `${act.subject ?? ""} ${act.text ?? ""}`;
  const isForce = act.grade === "own-account" || isInPerson(act) ? isAccountOfViolence(words) : tellsViolence(words);
  return isForce || tellsIntrusionOrFear(words) || demands.test(asRead(words));
}

/**
 * Lets the person of a rule who is one of them by name mean the whole person: by a name of `them`, or by the label, every name and number that is
 * stated for them. A call shows his number where a chat shows his name, and she agreed with him. A number, an address and an account mean
 * themselves: who agreed on texts about the boiler by one number agreed on nothing else.
 */
export function withWholePersons(statement: Statement): Statement {
  const { them, perhaps, agreed } = statement;
  if (agreed === undefined) return statement;
  const stated = [them, ...(perhaps ? [perhaps] : [])];
  const normals = new Set(stated.flatMap((one) => [...one.normals]));
  const normalsByName = new Map(stated.flatMap((one) => [...(one.normalsByName ?? [])]));
  const label = normalName(them.label);
  const isThem = (person: Persona): boolean =>
    normals.size > 0 &&
    !isAccount(person.label) &&
    (normalName(person.label) === label ||
      them.normals.has(normalName(person.label)) ||
      [...person.normals].some((normal) => them.normals.has(normal)));
  return {
    ...statement,
    agreed: agreed.map((rule) =>
      rule.person && isThem(rule.person) ? { ...rule, person: { label: rule.person.label, normals, normalsByName } } : rule,
    ),
  };
}

/** Whether what she wrote is a number, an address or an account, and no name: by its "@", its many digits, or one word with a digit or a mark within. */
function isAccount(written: string): boolean {
  const form = normalName(written);
  if (form.includes("@") || form.replace(/\D/g, "").length >= leastDigits) return true;
  return !form.includes(" ") && /\d|_|\p{L}{2}\.\p{L}{2}/u.test(form);
}

/** A number has at least so many digits, however they are set. */
const leastDigits = 5;

interface Between {
  readonly isHers: boolean;
  readonly zone: Zone;
  readonly them: Persona;
}

function fits(rule: AgreedContact<Persona>, act: Act, { isHers, zone, them }: Between): boolean {
  const { person, channels, except } = rule;
  if (except?.includes(act.id)) return false;
  if (channels !== undefined && !channels.includes(act.channel)) return false;
  if (person !== undefined && !isWith(person, isHers ? act.to : [act.from], them)) return false;
  return fitsTime(rule, act, zone);
}

function fitsTime({ weekdays: on, hours }: AgreedContact<Persona>, { when }: Act, zone: Zone): boolean {
  if (on === undefined && hours === undefined) return true;
  const days = on && new Set(on.map((day) => weekdays.indexOf(day) + 1));
  return [when, ...(when.or ?? [])].every((reading) => isWithin(reading, { days, hours: hours ?? wholeDay, zone }));
}

const wholeDay: Hours = { from: 0, until: minutesPerDay };

/** No receiver named: the conversation says that it is with them, and not by which of their numbers. */
function isWith(person: Persona, who: readonly Identity[], them: Persona): boolean {
  if (who.length === 0) return [...them.normals].every((normal) => person.normals.has(normal));
  return who.some((one) => isOf(person, one));
}

interface Window {
  readonly days: ReadonlySet<number> | undefined;
  readonly hours: Hours;
  readonly zone: Zone;
}

/** Whether all of a stretch of time lies in one such window; its weekday is the one on which the window begins. */
function isWithin({ earliest, latest }: Interval, { days, hours: { from, until }, zone }: Window): boolean {
  const first = wallMsAt(zone, earliest) / msPerMinute;
  const last = wallMsAt(zone, latest) / msPerMinute;
  const length = until > from ? until - from : until - from + minutesPerDay;
  const day = Math.floor((first - from) / minutesPerDay);
  const begin = day * minutesPerDay + from;
  return first >= begin && last < begin + length && last >= first && (days?.has(isoWeekday(day)) ?? true);
}
