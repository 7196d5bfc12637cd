import type { Instant, RegisterLaw } from "@unmask/core";
import { dayInWords, londonDay } from "../clock/london.ts";
import type { DutiesFile, RegisterEvent } from "./duties-file.ts";
import { type OrderLife, type Suspension, lifeOf, suspensionsOf } from "./order-life.ts";
import { type DoubtedNotice, type Outcome, outcomeOf } from "./outcome.ts";
import { type About, type RegisterDuty, clockedDuty, lastDayOf } from "./register-duty.ts";
import { type Written, written } from "./told-alike.ts";
import { changeKey } from "./told-apart.ts";
import type { Candidate } from "./outcome.ts";

/** An event with the names and the address in it as they are compared. */
export interface CourseEvent extends Omit<RegisterEvent, "name" | "names" | "address"> {
  readonly name?: Written;
  readonly names?: readonly Written[];
  readonly address?: Written | null;
}

/** An order as it stood at an instant: what had happened by then and nothing later. */
export interface CourseOfOrder {
  readonly law: RegisterLaw;
  readonly today: number;
  readonly kind: "full" | "interim";
  readonly life: OrderLife;
  readonly inForce: number | undefined;
  /** The interim that was replaced; its life without the full order. */
  readonly interim: OrderLife | undefined;
  readonly notices: readonly CourseEvent[];
  /** Names used and changes of address. */
  readonly changes: readonly CourseEvent[];
  readonly suspensions: readonly Suspension[];
  /** Names that are known of whom it binds. */
  readonly names: readonly Written[];
  /** Events that lie after the instant. */
  readonly notYet: readonly RegisterEvent[];
}

/** What a file says at an instant. */
export function courseOf({ order, events, names = [] }: DutiesFile, law: RegisterLaw, at: Instant): CourseOfOrder {
  const today = londonDay(at);
  const has = ({ day, instant }: RegisterEvent): boolean => (instant === undefined ? day <= today : instant <= at);
  const all = [...(order.replaces?.events ?? []), ...events];
  const happened = all.filter(has).toSorted((one, other) => one.day - other.day || (one.instant ?? 0) - (other.instant ?? 0));
  return {
    law,
    today,
    kind: order.kind,
    life: lifeOf(order, events.filter(has)),
    inForce: order.inForce,
    interim: order.replaces && interimLife(lifeOf(order.replaces, order.replaces.events.filter(has)), order.made),
    notices: happened.filter(({ kind }) => kind === "notified").map(courseEvent),
    changes: changesIn(happened).map(courseEvent),
    suspensions: suspensionsOf(happened),
    names: names.map(written),
    notYet: all.filter((one) => !has(one)),
  };
}

/** An interim that is handed over after it ended, by its own end or by the full order, is not served by that. */
function interimLife(life: OrderLife, fullMade: number): OrderLife {
  const { served, lastDay } = life;
  return served !== undefined && served > Math.min(lastDay, fullMade) ? { ...life, served: undefined } : life;
}

/** Whether a day lies in the time of the interim that the full order replaced. */
export function isOfInterim({ interim, life }: CourseOfOrder, day: number): boolean {
  return interim !== undefined && day < life.made;
}

/** Whether the interim had ended before there was a full order that could take its place. */
export function isBrokenOff({ interim, life }: Pick<CourseOfOrder, "interim" | "life">): boolean {
  if (interim === undefined) return false;
  // One that a court ended did not live through that day: on the next there is a gap.
  const { lastDay, isWhole } = interim;
  return (isWhole ? lastDay : lastDay - 1) < life.made - 1;
}

/** The life by which a duty of a day ends: an interim that ran into its full order goes on in it. */
export function lifeOn(course: CourseOfOrder, day: number): OrderLife {
  const { interim, life } = course;
  return interim !== undefined && day < life.made && isBrokenOff(course) ? interim : life;
}

/** A duty that runs from a day: `doubt` says why it is not clear that it runs at all; `isLeft`, that it is of the interim, where its day does not show it. */
export function runningDuty(
  course: CourseOfOrder,
  about: About & { readonly start: number },
  {
    candidates,
    doubt,
    doubted = [],
    isLeft = isOfInterim(course, about.start),
  }: {
    readonly candidates: readonly Candidate[];
    readonly doubt?: string;
    /** Notices before it on which that rests. */
    readonly doubted?: readonly DoubtedNotice[];
    readonly isLeft?: boolean;
  },
): { readonly duty: RegisterDuty; readonly outcome: Outcome } {
  const { law, today, suspensions } = course;
  const { start } = about;
  const outcome = outcomeOf({ start, last: lastDayOf(start, law), life: lifeOn(course, start), suspensions, candidates, today });
  // What was told in its period is met whichever way a doubt whether it ran at all falls.
  const why =
    outcome.state === "met" || outcome.state === "cut" || outcome.state === "ended"
      ? undefined
      : (doubt ?? (isLeft ? leftByInterim(course, outcome) : undefined) ?? ranInGap(lifeOn(course, start), start, lastDayOf(start, law)));
  const { metOn: _, ...unmet } = outcome;
  const all = [...doubted, ...(outcome.doubted ?? [])];
  return { outcome, duty: clockedDuty(about, why === undefined ? outcome : { ...unmet, state: "undecided", why, doubted: all }) };
}

/** What the interim left unmet when the full order came: no source that was read says what becomes of it. */
function leftByInterim(course: CourseOfOrder, { metOn = Infinity }: Outcome): string | undefined {
  const { life, today } = course;
  if (isBrokenOff(course) || today < life.made || metOn <= life.made) return undefined;
  return "it was not met when the full order replaced the interim: what becomes of it no source says, an officer decides";
}

/** Nobody could know in such a time that the order would be given back. */
function ranInGap({ gaps }: OrderLife, start: number, last: number): string | undefined {
  const gap = gaps.find(({ from, to }) => start < to && last >= from);
  return (
    gap &&
    `the order had ended on ${dayInWords(gap.from)} and was given back on ${dayInWords(gap.to)}: what was due in that time no source says, an officer decides`
  );
}

function courseEvent({ name, names, address, ...event }: RegisterEvent): CourseEvent {
  return {
    ...event,
    ...(name !== undefined && { name: written(name) }),
    ...(names !== undefined && { names: names.map(written) }),
    ...(address !== undefined && { address: address === null ? null : written(address) }),
  };
}

/** Names used and changes of address; one that is told twice of one day is one, the earliest. */
function changesIn(happened: readonly RegisterEvent[]): readonly RegisterEvent[] {
  const changes = happened.filter(({ kind }) => kind === "name-used" || kind === "address-changed");
  const there = new Set<string>();
  return changes.filter((change) => {
    const says = changeKey(change);
    return !there.has(says) && there.add(says);
  });
}
