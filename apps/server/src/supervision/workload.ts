import { type CaseOfRows, dutiesOf, withCase } from "@unmask/case";
import type { Instant } from "@unmask/core";
import { isLate } from "../desk/case-page.ts";
import type { DutiesOfCase } from "../sql/case/workload.ts";
import type { OfficerRow } from "../sql/case/officers.ts";
import type { OpenCase } from "./open-cases.ts";

/** How much is with whom: counts of cases, reports and orders, by name, in no ranking. No look is ever counted. */

/** Duties that rest on the force's own figure; every other of a case is the Victims' Code's. */
const forceRules: ReadonlySet<string> = new Set(["order-considered", "why-not-stalking"]);

/** What is overdue, or not decided, of some cases: each case once. */
export interface Overdue {
  /** Duties under orders. */
  readonly orders: number;
  /** Duties of the Victims' Code. */
  readonly code: number;
  /** Duties by the force's own figure. */
  readonly forceRule: number;
  /** Duties under orders of which nobody knows yet whether they are met. */
  readonly undecided: number;
}

/** What is with one officer. */
export interface OfficerWork {
  readonly id: string;
  readonly name: string;
  readonly team: string | null;
  readonly reports: number;
  readonly cases: number;
  /** Of these cases, those in which somebody is in danger now. */
  readonly danger: number;
  /** Orders with a clock running. */
  readonly orders: number;
  readonly overdue: number;
}

/** The work of a force. */
export interface Work {
  /** By name. */
  readonly officers: readonly OfficerWork[];
  /** By name; null last: who is in no team, and what is with nobody. */
  readonly teams: readonly ({ readonly team: string | null } & Overdue)[];
  /** Open cases that nobody is on. */
  readonly withNobody: readonly string[];
}

/** Works it out. A case of two officers counts for each of them, and once for a team. */
export function workOf(
  cases: readonly OpenCase[],
  {
    officers,
    reports,
    duties,
    now,
  }: {
    readonly officers: readonly (OfficerRow & { readonly team: string | null })[];
    readonly reports: ReadonlyMap<string, number>;
    readonly duties: readonly DutiesOfCase[];
    readonly now: Instant;
  },
): Work {
  const ofOrders = new Map(duties.flatMap((one) => (one.case === null ? [] : [[one.case, one] as const])));
  const each = cases.map((one) => ({ one, with: heldBy(one), ...overdueOf(one, ofOrders.get(one.state.case), now) }));
  const here = officers.filter(({ left_at }) => left_at === null);
  const work = here.map(({ id, name, team }): OfficerWork => {
    const own = each.filter((row) => row.with.includes(id));
    return {
      ...{ id, name, team, reports: reports.get(id) ?? 0, cases: own.length },
      danger: own.filter(({ isDanger }) => isDanger).length,
      orders: sum(own.map(({ one }) => ofOrders.get(one.state.case)?.orders ?? 0)),
      overdue: sum(own.map(({ orders, code, forceRule }) => orders + code + forceRule)),
    };
  });
  const teamOf = new Map(here.map(({ id, team }) => [id, team]));
  const names = [...new Set(here.flatMap(({ team }) => team ?? []))].toSorted();
  const withoutCase = duties.filter((one) => one.case === null);
  const teams = [...names, null].map((team) => {
    const own = each.filter((row) =>
      team === null ? row.with.every((id) => (teamOf.get(id) ?? null) === null) : row.with.some((id) => teamOf.get(id) === team),
    );
    const more = team === null ? withoutCase : [];
    return {
      team,
      orders: sum(own.map(({ orders }) => orders)) + sum(more.map(({ overdue }) => overdue)),
      code: sum(own.map(({ code }) => code)),
      forceRule: sum(own.map(({ forceRule }) => forceRule)),
      undecided: sum(own.map(({ undecided }) => undecided)) + sum(more.map(({ undecided }) => undecided)),
    };
  });
  return {
    // Who has nothing and whose role takes nothing is no row.
    officers: work.filter(({ reports: many, cases: held }) => many + held > 0),
    teams,
    withNobody: each.flatMap((row) => (row.with.length === 0 ? [row.one.state.case] : [])),
  };
}

function heldBy({ state, members }: OpenCase): readonly string[] {
  const one: CaseOfRows = { state, members };
  return withCase(one);
}

function overdueOf(one: OpenCase, duties: DutiesOfCase | undefined, now: Instant): Overdue & { readonly isDanger: boolean } {
  const late = dutiesOf(one, one.rules, now).filter(({ state }) => isLate(state));
  const byForce = late.filter(({ id }) => forceRules.has(id)).length;
  return {
    orders: duties?.overdue ?? 0,
    code: late.length - byForce,
    forceRule: byForce,
    undecided: duties?.undecided ?? 0,
    isDanger: [one.state, ...one.reports, ...one.joined].some(({ danger }) => danger !== null),
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
