import { type Instant, type RegisterLaw, civilFromDays, civilToIso, daysFromCivil, parseCivilDay } from "@unmask/core";
import {
  type ApplicationStage,
  type LiveOrder,
  type OrderState,
  breachLabel,
  decisionOf,
  didInWords,
  endsOf,
  isSameForce,
  keptOpenUntil,
  restsOf,
  stageOfChange,
  subjectSinceCourt,
  type Untold,
  undecidedBreaches,
  untoldUnder,
  waitsForConfirmation,
  waitsForReading,
  writersOfChange,
} from "@unmask/case";

/** What lists of orders show of one: kept beside it, so that a list folds none. */

/** The newest order of an application: the full one, where there is one; undefined before a court made any. */
export function newestOrder({ orders }: Pick<OrderState, "orders">): OrderState["orders"][number] | undefined {
  return orders.findLast(({ which }) => which === "full") ?? orders.at(-1);
}

/** Whether this force runs its clocks: one that it applied for, until another force took it; one that was typed in, once this force took it. */
export function isOurs({ typed, transfers }: Pick<OrderState, "typed" | "transfers">, force: string): boolean {
  const taken = transfers.filter((one) => one.taken !== undefined).at(-1);
  return taken === undefined ? typed === null : isSameForce(taken.to, force);
}

/** The force that runs its clocks: the last that took it, else the one that applied for it. */
export function keptBy({ force, transfers }: Pick<OrderState, "force" | "transfers">): string {
  return transfers.findLast((one) => one.taken !== undefined)?.to ?? force;
}

/** When another force last took an order of which this one ran the clocks; undefined where none did. */
export function leftUs({ typed, transfers }: Pick<OrderState, "typed" | "transfers">, force: string): Instant | undefined {
  let ours = typed === null;
  let left: Instant | undefined;
  for (const { to, takenSince } of transfers) {
    if (takenSince === undefined) continue;
    const isHere = isSameForce(to, force);
    if (ours && !isHere) left = takenSince.happened;
    ours = isHere;
  }
  return left;
}

/** Days on which something of it ends or comes to a court. */
export function daysAhead(state: OrderState): readonly string[] {
  const { orders, courtDays, otherRegisters, settledDuties, breaches } = state;
  const days = [
    ...orders.flatMap((one) => {
      const own = endsOf(one, state).flatMap(({ condition, last }) => (condition === undefined ? [] : last));
      return [one.ended?.day ?? one.period.until, ...own];
    }),
    ...courtDays.flatMap(({ day, withdrawn }) => (withdrawn === undefined ? day : [])),
    ...otherRegisters.flatMap(({ to, withdrawn }) => (withdrawn === undefined ? to : [])),
    ...settledDuties.map(({ again }) => again),
    ...breaches.flatMap(({ keptOpen }) => keptOpen.map(({ again }) => again)),
  ];
  return [...new Set(days.flatMap((day) => (typeof day === "string" ? day : [])))].toSorted();
}

/** What of an order a second person reads. */
export const waitsForSecond = ["authorise", "result", "service", "settling", "breach", "change", "subject"] as const;

/** Something of an order that waits for a second person, and who cannot be that person. */
export interface WaitsForSecond {
  readonly what: (typeof waitsForSecond)[number];
  /** Number of the event; of a breach and a change their id. */
  readonly of: string;
  readonly since: Instant;
  /** Ids of everybody who had a hand in it. */
  readonly notBy: readonly string[];
}

/** It, as a row of a list tells it from others of the same order; empty where there can be only one. */
export interface WaitsInRow extends WaitsForSecond {
  readonly says: string;
}

/** What of an order waits for a second person, the longest first. */
export function waitsOf(state: OrderState, law: RegisterLaw, now: Instant): readonly WaitsForSecond[] {
  const { application, results, attempts, settledDuties, breaches, changes } = state;
  const sent = application.course.at(-1);
  const waits: readonly WaitsForSecond[] = [
    ...(application.stage === "to-second" && sent !== undefined
      ? [{ what: "authorise" as const, of: String(sent.number), since: sent.happened, notBy: application.writers }]
      : []),
    ...results.filter(waitsForReading).map(({ number, happened, by }) => ({
      what: "result" as const,
      of: String(number),
      since: happened,
      notBy: [by],
    })),
    ...attempts.filter(waitsForConfirmation).map(({ number, happened, by, officer }) => ({
      what: "service" as const,
      of: String(number),
      since: happened,
      notBy: officer === undefined ? [by] : [by, officer],
    })),
    ...settledDuties
      .filter(({ read }) => read === undefined)
      .map(({ number, happened, by }) => ({ what: "settling" as const, of: String(number), since: happened, notBy: [by] })),
    ...breaches.flatMap((breach) => {
      const decision = decisionOf(breach, restsOf(breach, state, law, now));
      return decision === undefined || decision.read !== undefined
        ? []
        : [{ what: "breach" as const, of: breach.breach, since: decision.happened, notBy: [decision.by] }];
    }),
    ...changes.flatMap((change) => {
      const last = change.course.at(-1);
      return stageOfChange(change) !== "sent" || last === undefined
        ? []
        : [{ what: "change" as const, of: change.change, since: last.happened, notBy: writersOfChange(change) }];
    }),
    ...ofSubject(state),
  ];
  return waits.toSorted((one, other) => one.since - other.since);
}

/** Another name or birth than the court had, until a second person said what they make of it. */
function ofSubject(state: OrderState): readonly WaitsForSecond[] {
  const since = subjectSinceCourt(state);
  const last = state.subjectBefore.find(({ number }) => number === since?.changed);
  if (since === undefined || last === undefined || since.read !== undefined) return [];
  const others = since.writers.filter((by) => by !== last.by);
  return [{ what: "subject", of: String(since.changed), since: last.happened, notBy: [...others, last.by] }];
}

/** Whom the court had, while another name or birth stands than it had. */
export interface AtCourt {
  readonly name: string;
  readonly born: string | null;
  /** Whether a second person agrees that it is the same person. */
  readonly isRead: boolean;
}

/** It; undefined where whom the order binds stands as the court had it. */
export function atCourt(state: OrderState): AtCourt | undefined {
  const since = subjectSinceCourt(state);
  if (since === undefined) return undefined;
  const { was, read } = since;
  return { name: was.name, born: was.born?.day ?? null, isRead: read?.agrees === true };
}

/** Which of an order's attempts, results, decisions and changes it is. */
function sayWhich(state: OrderState, { what, of }: WaitsForSecond): string {
  const { results, attempts, settledDuties, breaches, changes } = state;
  switch (what) {
    case "subject": {
      const court = atCourt(state);
      return court === undefined ? "" : `the court had ${court.name}${court.born === null ? "" : `, born ${court.born}`}`;
    }
    case "authorise":
      return "";
    case "result": {
      const said = results.find(({ number }) => String(number) === of)?.said;
      return said === undefined ? "" : `the court ${didInWords[said.result]} on ${said.day}, ${said.court}`;
    }
    case "service": {
      const attempt = attempts.find(({ number }) => String(number) === of);
      return attempt === undefined ? "" : `the ${attempt.order} order, ${attempt.day} at ${attempt.at}, ${attempt.place}`;
    }
    case "settling": {
      const settled = settledDuties.find(({ number }) => String(number) === of);
      return settled === undefined ? "" : `“${settled.reason}”`;
    }
    case "breach": {
      const found = breaches.find(({ breach }) => breach === of);
      return found === undefined ? "" : `what may be a breach on ${found.day}`;
    }
    case "change": {
      const asked = changes.find(({ change }) => change === of);
      return asked === undefined ? "" : `${whatIsAsked[asked.what]} of the ${asked.order} order, asked for on ${asked.day}`;
    }
  }
}

const whatIsAsked = { vary: "variation", renew: "renewal", discharge: "discharge" } as const;

/** A possible breach or a missed duty that is opened and not decided, in a row. */
export interface OpenedInRow {
  readonly breach: string;
  /** The exact label. */
  readonly says: string;
  readonly day: string;
  readonly since: Instant;
  /** Until when it is kept open; null: it is not. */
  readonly again: string | null;
}

/** One order of an application, in a row. */
export interface OrderInRow {
  readonly which: LiveOrder["which"];
  readonly made: string;
  readonly until: string | null;
  readonly court: string;
  readonly served: string | null;
  readonly ended: LiveOrder["ended"];
  readonly conditions: number;
  /** "conflicts with s4(4)(b)" */
  readonly marks: readonly string[];
}

/** What a row of a list of orders shows. */
export interface OrderShown {
  readonly order: string;
  readonly subject: string;
  /** Names repeat; absent where it is not known. */
  readonly born?: string;
  readonly atCourt?: AtCourt;
  readonly jurisdiction: OrderState["jurisdiction"];
  readonly force: string;
  /** Number of another force's order. */
  readonly theirs: string | null;
  /** The force that took it from the one that had it; absent where none did. */
  readonly takenBy?: string;
  readonly stage: ApplicationStage;
  /** When it came there, and the id of who brought it. */
  readonly since: Instant | null;
  readonly by: string | null;
  readonly orders: readonly OrderInRow[];
  readonly protects: number;
  readonly waits: readonly WaitsInRow[];
  readonly opened: readonly OpenedInRow[];
  /** What whom it protects were not told. */
  readonly untold: readonly Untold[];
}

/** The row of an order, as it is kept of `force`. */
export function orderShown(
  state: OrderState,
  law: RegisterLaw,
  { now, force }: { readonly now: Instant; readonly force: string },
): OrderShown {
  const { application, draft, orders, typed } = state;
  const last = application.course.at(-1);
  const taken = state.transfers.findLast((one) => one.taken !== undefined);
  const court = atCourt(state);
  const rests = (one: OrderState["breaches"][number]) => restsOf(one, state, law, now);
  return {
    order: state.order,
    subject: state.subject.name,
    ...(state.subject.born !== undefined && { born: state.subject.born.day }),
    ...(court !== undefined && { atCourt: court }),
    jurisdiction: state.jurisdiction,
    force: state.force,
    theirs: typed?.theirs ?? null,
    ...(taken !== undefined && { takenBy: taken.to }),
    stage: application.stage,
    since: last?.happened ?? null,
    by: last?.by ?? null,
    orders: orders.map((one) => ({
      which: one.which,
      made: one.made,
      until: one.period.until,
      court: one.court,
      served: one.served?.day ?? null,
      ended: one.ended,
      conditions: one.conditions.length,
      marks: one.marks.map(({ says }) => says),
    })),
    protects: typed?.protects.length ?? draft.protects.length,
    waits: waitsOf(state, law, now).map((one) => ({ ...one, says: sayWhich(state, one) })),
    opened: undecidedBreaches(state, rests).map((one) => ({
      ...{ breach: one.breach, says: breachLabel(one, law, rests(one)), day: one.day, since: one.happened },
      again: keptOpenUntil(one) ?? null,
    })),
    // Whom it protects the force tells that has it now, whoever had it before.
    untold: isOurs(state, force) ? untoldUnder(state, law, now) : [],
  };
}

/** The civil day from which all orders of an application are over: a full one can be taken away while its interim lives. Null: no end is known. */
export function allOverFrom(orders: readonly Pick<LiveOrder, "ended" | "period">[]): string | null {
  const days = orders.map(overFrom);
  return days.includes(null)
    ? null
    : (days
        .flatMap((day) => day ?? [])
        .toSorted()
        .at(-1) ?? null);
}

/** The same of one order. It lives through its last day, and not through the day on which a court ends it. */
function overFrom({ ended, period }: Pick<LiveOrder, "ended" | "period">): string | null {
  if (ended !== null && ended.how !== "expired") return ended.day;
  const last = parseCivilDay(ended?.day ?? period.until ?? "");
  return last === undefined ? null : civilToIso(civilFromDays(daysFromCivil(last) + 1));
}
