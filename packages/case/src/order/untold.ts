import type { Instant, RegisterLaw } from "@unmask/core";
import { dayInWords, londonDay } from "../clock/london.ts";
import { updatesOwed } from "../fold/order/breach.ts";
import { waitsForReading } from "../fold/order/court.ts";
import { stageOfOrder } from "../fold/order/live-order.ts";
import { protectedIds } from "../fold/order/protected-ids.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dayNumber, dayWritten } from "../register/day-number.ts";
import { restsOf } from "../register/breach-rests.ts";
import { didInWords } from "./court-did.ts";

/** Who an order protects, and what nobody has told them of what happened to it. */

/** One protected person. */
export interface ProtectedPerson {
  readonly person: string;
  readonly name: string;
  /** The report through whose mailbox they are written to; absent: there is none here. */
  readonly report?: string;
  /** What was written last of telling them about it; absent: nothing was. */
  readonly told?: OrderState["told"][number];
}

/** What of an order is read for it. */
interface Listed extends Pick<OrderState, "told"> {
  readonly typed: Pick<NonNullable<OrderState["typed"]>, "protects"> | null;
  readonly draft: Pick<OrderState["draft"], "protects">;
}

/** Everybody whom an order protects, with what was written of telling them about `about`: "result 15", "service 20". */
export function protectedPeople({ draft, typed, told }: Listed, about: string): readonly ProtectedPerson[] {
  const named = draft.protects.map(({ person, name, report }) => ({ person, name, ...(report !== undefined && { report }) }));
  const copied = (typed?.protects ?? []).filter((one) => named.every(({ person }) => person !== one));
  return [...named, ...copied.map((name) => ({ person: name, name }))].map((one) => {
    const last = told.findLast((each) => each.person === one.person && each.about === about);
    return { ...one, ...(last !== undefined && { told: last }) };
  });
}

/** Those of whom nobody wrote that they know it: why somebody was not told does not settle it. */
export function untold(people: readonly ProtectedPerson[]): readonly ProtectedPerson[] {
  return people.filter(({ told }) => told === undefined || told.how === "not-told");
}

/** The result that a page is about: the one that waits, else the newest that stands. */
export function resultAtHand({ results }: Pick<OrderState, "results">): OrderState["results"][number] | undefined {
  return results.find(waitsForReading) ?? results.findLast(({ standing }) => standing !== "corrected" && standing !== "twice");
}

/** Something that happened to an order and that whom it protects do not know. */
export interface Untold {
  /** The page on which it is told. */
  readonly part: "court" | "service" | "breach";
  /** As it stands in the events. */
  readonly about: string;
  /** Of what they were not told: "that the court made the order on Mon 30 Nov 2026". */
  readonly says: string;
  /** How many of them. */
  readonly many: number;
}

/**
 * What whom an order protects were not told, of what the court did last, of the service of each order that lives, and of what was decided of a possible breach.
 * Asked of an order of which this force runs the clocks: of any other, the force that has it tells them. What expired by its own last day is not told any more.
 */
export function untoldUnder(state: OrderState, law: RegisterLaw, at: Instant): readonly Untold[] {
  const left = (part: Untold["part"], about: string, says: string): readonly Untold[] => {
    const many = untold(protectedPeople(state, about)).length;
    return many === 0 ? [] : [{ part, about, says, many }];
  };
  const today = dayWritten(londonDay(at));
  const sayDay = (day: string): string => dayInWords(dayNumber(day));
  const result = resultAtHand(state);
  const made = state.orders.find(({ from }) => result !== undefined && from.includes(result.number));
  const isOver = made !== undefined && stageOfOrder(made, today) === "expired";
  // What is against the rule counts only once its copy was read: before that nobody is told of it.
  const isKnown = result !== undefined && result.standing !== "waits" && result.standing !== "changes-nothing";
  const served = state.orders.flatMap((one) => (stageOfOrder(one, today) === "lives" && one.served !== null ? [one.served] : []));
  const decided = updatesOwed(state, protectedIds(state), (breach) => restsOf(breach, state, law, at));
  const breaches = state.breaches.filter(({ breach }) => decided.some((one) => one.breach === breach));
  return [
    ...(isKnown && !isOver
      ? left("court", `result ${result.number}`, `that the court ${didInWords[result.said.result]} on ${sayDay(result.said.day)}`)
      : []),
    ...served.flatMap(({ number, order, day }) =>
      left("service", `service ${number}`, `that the ${order} order was given on ${sayDay(day)}`),
    ),
    ...breaches.map(({ breach, day }): Untold => ({
      ...{ part: "breach", about: breach, says: `what was decided of ${sayDay(day)}` },
      many: decided.filter((one) => one.breach === breach).length,
    })),
  ];
}

/** It as a sentence: "2 protected people are not told that the court made the order on Mon 30 Nov 2026." */
export function sayUntold({ many, says }: Pick<Untold, "many" | "says">): string {
  return `${many === 1 ? "1 protected person is" : `${many} protected people are`} not told ${says}.`;
}
