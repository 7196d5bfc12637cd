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
  serves,
} from "../../../../fixtures/order-story.ts";
import type { OrderState } from "../fold/order-state.ts";
import { dutiesOfState } from "./duties-of-state.ts";

/** What is to be notified where a court made more than one order, or gave one back, of an application. */

const served = (from: OrderState, which: "interim" | "full", day: string): OrderState => {
  const tried = go(from, [[day, frost, serves(which, day)] as Step]);
  return go(tried, [[day, okell, confirmsService(tried.number)]]);
};
const dutiesOn = (state: OrderState, day: string): readonly string[] =>
  dutiesOfState(state, besideEw.register, noon(day)).map(
    ({ rule, trigger, stands, label }) => `${rule} ${trigger} ${stands}${label === undefined ? "" : ": labelled"}`,
  );

describe("an interim and the full order that ended it", () => {
  test("s5: the interim is handed over after the full order ended it: that is no service, and whether the full order replaces it is for an officer", () => {
    const late = served(go(lodgedOne(), [interimMade("2026-10-27", "2027-01-31"), fullMade("2026-12-01")]), "interim", "2026-12-03");
    expect(dutiesOn(served(late, "full", "2026-12-04"), "2026-12-20")).toEqual([
      "first-notice not interim served ended",
      "first-notice served 2026-12-04 undecided",
    ]);
  });
});
