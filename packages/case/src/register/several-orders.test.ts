import { describe, expect, test } from "vitest";
import {
  type Step,
  besideEw,
  confirmsService,
  frost,
  fullMade,
  go,
  interimMade,
  lodgedOne,
  noon,
  okell,
  parry,
  result,
  serves,
} from "../../../../fixtures/order-story.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dutiesOfState } from "./duties-of-state.ts";

/** What is to be notified where a court made more than one order, or gave one back, of an application. */

const served = (from: OrderState, which: "interim" | "full", day: string): OrderState => {
  const tried = go(from, [[day, frost, serves(which, day)] as Step]);
  return go(tried, [[day, okell, confirmsService(tried.number)]]);
};
const moved = (from: OrderState, day: string): OrderState =>
  go(from, [
    [day, parry, { kind: "address-changed", body: { day, address: "4 Quay Street", ground: { says: "seen", knowing: "record" } } }],
  ]);
const dutiesOn = (state: OrderState, day: string): readonly string[] =>
  dutiesOfState(state, besideEw.register, noon(day)).map(
    ({ rule, trigger, stands, label }) => `${rule} ${trigger} ${stands}${label === undefined ? "" : ": labelled"}`,
  );

describe("orders that came one after the other", () => {
  const first = served(go(lodgedOne(), [interimMade("2026-10-27", "2026-11-10")]), "interim", "2026-10-28");

  test("s9(1): what was missed under an interim that expired stays listed when a second one is made", () => {
    expect(dutiesOn(go(first, [interimMade("2026-11-20", "2027-01-31")]), "2026-11-25")).toEqual([
      "first-notice not interim served not-served",
      "first-notice interim served 2026-10-28 overdue: labelled",
    ]);
  });

  test("s9(4): a move falls to the order that runs on its day, and is said once", () => {
    const second = served(go(moved(first, "2026-11-05"), [interimMade("2026-11-20", "2027-01-31")]), "interim", "2026-11-21");
    expect(dutiesOn(moved(moved(second, "2026-11-25"), "2027-02-02"), "2027-02-10")).toEqual([
      "first-notice interim served 2026-11-21 overdue: labelled",
      "address-changed address changed 2026-11-25 overdue: labelled",
      "address-changed address changed 2027-02-02 ended",
      "first-notice interim served 2026-10-28 overdue: labelled",
      "address-changed address changed 2026-11-05 overdue: labelled",
    ]);
  });

  test("s7: what was missed under a full order stays listed when that is taken away and made anew, with the interim once", () => {
    const full = go(served(go(lodgedOne(), [interimMade("2026-10-27", "2027-01-31")]), "interim", "2026-10-28"), [
      fullMade("2026-12-01", null),
    ]);
    const made = full.number;
    const moves = moved(served(full, "full", "2026-12-02"), "2026-12-05");
    const noted = go(moves, [
      ["2026-12-10", parry, { kind: "appeal-noted", body: { by: "subject", against: made, day: "2026-12-10", says: "x" } }],
    ]);
    const quashed = {
      result: "appeal-allowed",
      order: "full",
      day: "2027-01-10",
      appeal: noted.number,
      quashes: true,
      remitted: "yes",
    } as const;
    const anew = served(go(go(noted, [["2027-01-10", parry, result(quashed)]]), [fullMade("2027-02-01", null)]), "full", "2027-02-02");
    expect(dutiesOn(anew, "2027-02-10")).toEqual([
      "first-notice served 2027-02-02 undecided",
      "first-notice interim served 2026-10-28 undecided",
      "first-notice served 2026-12-02 not-required",
      "address-changed address changed 2026-12-05 overdue: labelled",
    ]);
  });
});

describe("an interim and the full order that ended it", () => {
  test("s5: the interim is handed over after the full order ended it: that is no service, and whether the full order replaces it is for an officer", () => {
    const late = served(go(lodgedOne(), [interimMade("2026-10-27", "2027-01-31"), fullMade("2026-12-01")]), "interim", "2026-12-03");
    expect(dutiesOn(served(late, "full", "2026-12-04"), "2026-12-20")).toEqual([
      "first-notice not interim served ended",
      "first-notice served 2026-12-04 undecided",
    ]);
  });
});

describe("an order that was given back", () => {
  test("s7: a move in the time in which it was discharged is for an officer, who reads why; one before and one after are not", () => {
    const full = moved(served(go(lodgedOne(), [fullMade("2026-12-01", null)]), "full", "2026-12-02"), "2029-01-07");
    const over = go(full, [["2029-01-10", parry, result({ result: "discharged", order: "full", day: "2029-01-10" })]]);
    const against = { by: "other-force", against: over.number, day: "2029-01-12", says: "x" } as const;
    const noted = go(over, [["2029-01-12", parry, { kind: "appeal-noted", body: against }]]);
    const allowed = { result: "appeal-allowed", order: "full", day: "2029-03-01", appeal: noted.number, remitted: "no" } as const;
    const back = go(noted, [["2029-03-01", parry, result(allowed)]]);
    const state = moved(moved(back, "2029-02-01"), "2029-03-01");
    expect(dutiesOn(state, "2029-03-10").slice(1)).toEqual([
      "address-changed address changed 2029-01-07 overdue: labelled",
      "address-changed address changed 2029-02-01 undecided",
      "address-changed address changed 2029-03-01 overdue: labelled",
    ]);
    expect(dutiesOfState(state, besideEw.register, noon("2029-03-10"))[2]?.why).toContain(
      "the order had ended on Wed 10 Jan 2029 and was given back on Thu 1 Mar 2029",
    );
  });
});
