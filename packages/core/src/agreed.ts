import type { Act } from "./act.ts";
import { isoWeekday, msPerDay, msPerMinute } from "./instant.ts";
import { type Identity, type Persona, normalName } from "./identity.ts";
import { type AgreedContact, type Hours, type Statement } from "./statement.ts";
import { weekdays } from "./wall-clock.ts";
import { isOf } from "./whose.ts";
import { type Interval, type Zone, wallMsAt } from "./zone.ts";

const minutesPerDay = msPerDay / msPerMinute;

/**
 * Makes a question: is an act contact that she says was agreed? A rule holds for both directions: its person is who acts, or to whom the act
 * goes where she acts and the source names a receiver. An act of which the time is open fits hours only when every time it can mean does.
 */
export function createAgreed({ agreed = [], zone }: Pick<Statement, "agreed" | "zone">): (act: Act, isHers: boolean) => boolean {
  if (agreed.length === 0) return () => false;
  const single = new Set(agreed.flatMap(({ acts = [] }) => acts));
  const rules = agreed.filter(({ acts }) => acts === undefined);
  return (act, isHers) => single.has(act.id) || rules.some((rule) => fits(rule, act, { isHers, zone }));
}

/**
 * Lets the person of a rule who is one of them mean the whole person: by any of the names of `them` and `perhaps`, or by the label, every name and
 * number that is stated for them. A call shows his number where a chat shows his name, and she agreed with him.
 */
export function withWholePersons(statement: Statement): Statement {
  const { them, perhaps, agreed } = statement;
  if (agreed === undefined) return statement;
  const stated = [them, ...(perhaps ? [perhaps] : [])];
  const normals = new Set(stated.flatMap((one) => [...one.normals]));
  const normalsByName = new Map(stated.flatMap((one) => [...(one.normalsByName ?? [])]));
  const label = normalName(them.label);
  const isThem = (person: Persona): boolean =>
    normals.size > 0 && (normalName(person.label) === label || [...person.normals].some((normal) => normals.has(normal)));
  return {
    ...statement,
    agreed: agreed.map((rule) =>
      rule.person && isThem(rule.person) ? { ...rule, person: { label: rule.person.label, normals, normalsByName } } : rule,
    ),
  };
}

interface Side {
  readonly isHers: boolean;
  readonly zone: Zone;
}

function fits({ person, channels, weekdays: on, hours }: AgreedContact<Persona>, act: Act, { isHers, zone }: Side): boolean {
  if (channels !== undefined && !channels.includes(act.channel)) return false;
  if (person !== undefined && !isWith(person, isHers ? act.to : [act.from])) return false;
  if (on === undefined && hours === undefined) return true;
  const days = on && new Set(on.map((day) => weekdays.indexOf(day) + 1));
  return [act.when, ...(act.when.or ?? [])].every((reading) => isWithin(reading, { days, hours: hours ?? wholeDay, zone }));
}

const wholeDay: Hours = { from: 0, until: minutesPerDay };

/** No receiver named: the conversation itself says with whom she writes. */
function isWith(person: Persona, who: readonly Identity[]): boolean {
  return who.length === 0 || who.some((one) => isOf(person, one));
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
