import { closingChoices } from "../event/of-decisions.ts";
import type { KeptEdition } from "./edition.ts";
import { type LearnFacts, type OrderFact, type OrderFacts, type ReportFact, abouts, methods, orderLengths, ways } from "./learn-facts.ts";
import { isAsPublished, makeEdition } from "./make-edition.ts";
import { countsOf } from "./month-counts.ts";
import { monthAfter } from "./orders-live.ts";

/**
 * Invented years of a force: reports, orders and outcomes, published month by month and corrected later. For a look at what is published, and for those
 * who attack it. Nothing in them is of anybody.
 */

/** Publishes an invented year: every edition in the order in which it was made. The same seed and year are the same editions. */
export function inventedEditions(seed: number, year: number): readonly KeptEdition[] {
  const chance = chanceOf(seed, year);
  let facts = inventFacts(chance, year);
  const ledger: KeptEdition[] = [];
  const correctedFrom = chance.among(3) === 0 ? 0 : chance.among(4) / 10;
  const put = (month: string, made: string): void => {
    const counts = countsOf(facts, month);
    if (!isAsPublished(counts, ledger)) ledger.push(makeEdition(counts, ledger, made));
  };
  for (const month of monthsOf(year)) {
    const next = monthAfter(month);
    put(month, `${next}-03`);
    // What is found out later is of a month that stands already.
    const earlier = monthsOf(year).filter((one) => one <= month);
    for (const corrected of earlier) {
      if (!chance.happens(correctedFrom / Math.sqrt(earlier.length))) continue;
      for (let times = 1 + chance.among(3); times > 0; times -= 1) facts = correct(facts, corrected, chance);
      put(corrected, `${next}-17`);
    }
  }
  return ledger;
}

function monthsOf(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, at) => `${String(year).padStart(4, "0")}-${String(at + 1).padStart(2, "0")}`);
}

/** Chance that a seed decides. */
interface Chance {
  /** From 0 up to, and without, 1. */
  next(): number;
  /** A whole number from 0 up to, and without, `count`. */
  among(count: number): number;
  happens(share: number): boolean;
  pick<One>(list: readonly One[], shares: readonly number[]): One;
}

/** A small seeded generator (mulberry32): every machine tells the same year. */
function chanceOf(seed: number, year: number): Chance {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(year, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    among: (count) => Math.floor(next() * count),
    happens: (share) => next() < share,
    pick: (list, shares) => {
      let left = next() * shares.reduce((sum, one) => sum + one, 0);
      const at = shares.findIndex((share) => (left -= share) < 0);
      const one = list[at === -1 ? list.length - 1 : at];
      if (one === undefined) throw new Error("nothing to choose from");
      return one;
    },
  };
}

/** What kind of force it is: how much comes in a month, and of what. Whole orders of magnitude lie between forces. */
interface Bent {
  readonly about: readonly number[];
  readonly method: readonly number[];
  readonly online: number;
  readonly order: readonly number[];
  readonly why: readonly number[];
}

function inventFacts(chance: Chance, year: number): LearnFacts {
  const reportsAMonth = [12, 45, 85, 160, 400][chance.among(5)] ?? 85;
  const ordersAMonth = [0, 1, 3, 6, 14][chance.among(5)] ?? 3;
  const shares = (list: readonly unknown[]): readonly number[] => list.map(() => chance.next() ** 2);
  const bent: Bent = {
    about: shares(abouts),
    method: shares(methods),
    online: 0.4 + chance.next() / 2,
    order: shares(orderLengths),
    why: shares(closingChoices),
  };
  const months = monthsOf(year);
  const reports = months.flatMap((month) => times(around(chance, reportsAMonth), () => inventReport(chance, month, bent)));
  const outcomes = months.flatMap((month) =>
    times(around(chance, reportsAMonth / 2), () => ({ month, why: chance.pick(closingChoices, bent.why) })),
  );
  const isKept = !chance.happens(0.05);
  return { reports, outcomes, ofOrders: isKept ? inventOrders(chance, year, { bent, ordersAMonth }) : null };
}

function inventReport(chance: Chance, month: string, { about, method, online }: Bent): ReportFact {
  const hasActs = chance.happens(0.9);
  return {
    month,
    about: chance.pick(abouts, about),
    ways: ways.filter((way) => hasActs && chance.happens(way === "online" ? online : 1 - online / 2)),
    methods: methods.filter((_, at) => hasActs && chance.happens(method[at] ?? 0)),
    firstAction: chance.happens(0.97) ? Math.round(20 * 2 ** (chance.next() * 10)) : null,
  };
}

function inventOrders(
  chance: Chance,
  year: number,
  { bent, ordersAMonth }: { readonly bent: Bent; readonly ordersAMonth: number },
): OrderFacts {
  const months = monthsOf(year);
  // What lives when the year begins.
  const old = times(around(chance, ordersAMonth * 8), () =>
    inventOrder(chance, bent, {
      sought: null,
      made: `${String(year - 1).padStart(4, "0")}-06`,
      refused: null,
      ended: endIn(chance, months),
    }),
  );
  const asked = months.flatMap((sought, at) =>
    times(around(chance, ordersAMonth), () => {
      const decided = months[at + chance.among(3)] ?? null;
      const isMade = chance.happens(0.8);
      const [made, refused] = isMade ? [decided, null] : [null, decided];
      const ended =
        made === null
          ? null
          : endIn(
              chance,
              months.filter((month) => month > made),
            );
      return inventOrder(chance, bent, { sought, made, refused, ended });
    }),
  );
  const breaches = months.flatMap((month) => times(around(chance, ordersAMonth), () => month));
  return { orders: [...old, ...asked], breaches };
}

function inventOrder(chance: Chance, { order }: Bent, when: Pick<OrderFact, "sought" | "made" | "refused" | "ended">): OrderFact {
  const kind = chance.pick(orderLengths, order);
  const daysFromReport = kind !== "interim" && when.sought !== null && chance.happens(0.95) ? 3 + chance.among(90) : null;
  return { order: kind, ...when, daysFromReport };
}

function endIn(chance: Chance, months: readonly string[]): string | null {
  return chance.happens(0.3) ? (months[chance.among(months.length)] ?? null) : null;
}

/** About as many, never fewer than none. */
function around(chance: Chance, count: number): number {
  return Math.max(0, Math.round(count * (0.6 + 0.8 * chance.next()) + (chance.next() - 0.5) * 2));
}

function times<One>(count: number, make: () => One): readonly One[] {
  return Array.from({ length: count }, make);
}

/** One thing of a month that is known better now. */
function correct(facts: LearnFacts, month: string, chance: Chance): LearnFacts {
  const report = one(facts.reports, (fact) => fact.month === month, chance);
  const made = one(facts.ofOrders?.orders ?? [], (fact) => fact.made === month, chance);
  const outcome = one(facts.outcomes, (fact) => fact.month === month, chance);
  const withReport = (change: Partial<ReportFact>): LearnFacts => ({
    ...facts,
    reports: facts.reports.map((fact) => (fact === report ? { ...fact, ...change } : fact)),
  });
  switch (chance.among(6)) {
    case 0:
      // It was counted twice.
      return { ...facts, reports: facts.reports.filter((fact) => fact !== report) };
    case 1:
      return withReport({ about: chance.pick(abouts, [1, 1, 1]) });
    case 2:
      return withReport({ methods: methods.filter(() => chance.happens(0.3)), ways: ways.filter(() => chance.happens(0.6)) });
    case 3:
      return { ...facts, outcomes: facts.outcomes.filter((fact) => fact !== outcome) };
    case 4: {
      if (facts.ofOrders === null) return facts;
      const orders = facts.ofOrders.orders.map((fact) =>
        fact === made ? { ...fact, order: chance.pick(orderLengths, [1, 1, 1, 1, 1]) } : fact,
      );
      return { ...facts, ofOrders: { ...facts.ofOrders, orders } };
    }
    default:
      return report === undefined ? facts : { ...facts, reports: [...facts.reports, { ...report, about: chance.pick(abouts, [1, 1, 1]) }] };
  }
}

function one<One>(list: readonly One[], is: (fact: One) => boolean, chance: Chance): One | undefined {
  const all = list.filter(is);
  return all[chance.among(all.length)];
}
