import { type Instant, instantFromIso } from "@unmask/core";
import { expect, test } from "vitest";
import type { OrderState } from "../fold/order-state.ts";
import { type Step, begun, condition, interim, made, play, refusalOf, step } from "../../../../test/cases/made-order.ts";
import type { ArrivedAct } from "./arrived-act.ts";
import { heldAsked, hourAsked } from "./breach-hour.ts";
import { openedBy } from "./opened-by.ts";
import { pairsOf } from "../decide/order/draft-lacks.ts";
import { lookAheadOrders } from "./look-ahead-orders.ts";
import { comingOf, standsOn, toObeyFrom } from "./stood-on.ts";
import { boundOrdersOf } from "./order-bound.ts";
import { proposalsOf } from "./proposals.ts";
import { proposeBreaches } from "./proposed-breach.ts";

/** What a court changes is changed from its day on: what was done before is held against what stood then, and can be written down. */

const instant = (iso: string): Instant => instantFromIso(`${iso}:00.000Z`) ?? expect.fail(iso);
const contact = condition(1, { kind: "prohibition/contact", channels: ["any"], says: "No contact." });
const texts = condition(1, { kind: "prohibition/contact", channels: ["text"], says: "No texts." });
const tell = condition(4, { type: "requirement", says: "To tell police of any new vehicle." });
const court = (day: string, body: object): Step => step(day, { kind: "court-result", body: { day, court: "Northmere", ...body } });
const order = [begun, made("made", "2024-03-01", "2028-12-31", [contact])];
const act = (from: string, to = from): ArrivedAct => ({
  report: "R-2100",
  act: `act ${from}`,
  when: { earliest: instant(from), latest: instant(to) },
  kind: "call",
  channel: "phone",
  whose: "theirs",
  reached: [],
  named: [],
});
/** Condition 1 under each order in which the call lies. */
const stands = (state: OrderState, one: ArrivedAct): readonly string[] =>
  proposeBreaches(one, boundOrdersOf(state)).map(({ which, fits, toRead }) => {
    const isOf = ({ condition: number }: { readonly condition: number }): boolean => number === 1;
    return `${which} ${fits.some(isOf) ? "fits" : toRead.some(isOf) ? "to read" : "not"}`;
  });
const opening = (day: string, more: object = {}): Step =>
  step("2028-06-01", {
    kind: "breach-opened",
    body: { breach: "b-1", order: "full", of: { condition: 1 }, day, says: "A call.", ...more },
  });
const refused = (state: OrderState, one: Step): string | undefined => refusalOf(one, state)?.rule;

test("s4: a change that counts from a later day leaves what stands until then, and comes with its day", () => {
  const own = condition(4, { type: "requirement", says: "To tell police of any new vehicle.", own: { until: "2027-06-30" } });
  const later = play([
    begun,
    made("made", "2024-03-01", "2028-12-31", [condition(1, { says: "No contact.", own: { until: "2027-01-31" } })]),
    court("2026-11-27", { result: "varied", order: "full", from: "2027-03-01", conditions: [own] }),
  ]);
  const [live = expect.fail("no order")] = later.orders;
  const numbers = (day: string) => standsOn(live, later, day).conditions.map((one) => one.condition);
  expect([numbers("2026-11-28"), numbers("2027-02-28"), numbers("2027-03-01")]).toEqual([[1], [1], [4]]);
  expect(comingOf(live, later, "2026-11-28").map(({ from }) => from)).toEqual(["2027-03-01"]);
  expect(comingOf(live, later, "2027-03-01")).toEqual([]);
  expect(toObeyFrom(live, later, "2026-11-28").map((one) => one.condition)).toEqual([1, 4]);
  const ends = (day: string) => lookAheadOrders(later, undefined, day)[0]?.ownEnds;
  expect(ends("2026-11-28")).toEqual([
    { condition: 1, lastDay: "2027-01-31" },
    { condition: 4, lastDay: "2027-06-30" },
  ]);
  expect(ends("2027-03-01")).toEqual([{ condition: 4, lastDay: "2027-06-30" }]);
  const mine = play([begun, step("2026-11-28", { kind: "condition-written", body: condition(1, { says: "To come to Tarn Road." }) })]);
  const pairs = pairsOf(mine, { others: [{ ...later, order: "SPO-26-030" }] }, "2026-11-28");
  expect(pairs.map(({ theirs }) => theirs.condition)).toEqual([1, 4]);
});

const without = play([...order, court("2026-11-28", { result: "varied", order: "full", conditions: [tell] })]);

test("s4: an act before a variation is proposed under the condition that the variation took away, and can be opened or set aside", () => {
  expect(stands(without, act("2026-11-26T10:00"))).toEqual(["full fits"]);
  expect(stands(without, act("2026-11-28T10:00"))).toEqual(["full fits"]);
  expect(stands(without, act("2026-11-29T10:00"))).toEqual(["full not"]);
  expect([refused(without, opening("2026-11-26")), refused(without, opening("2026-11-29"))]).toEqual([undefined, "no-condition"]);
  const aside = { kind: "acts-set-aside", body: { order: "full", condition: 1, acts: [{ report: "R-2100", act: "a" }], reason: "No." } };
  expect(refused(without, step("2026-12-01", aside))).toBeUndefined();
  expect(proposalsOf([act("2026-11-26T10:00")], without)[0]?.readings[0]?.asks).toContain(
    "A court changed the conditions on Sat 28 Nov 2026: it is held against those that stood before, as they were.",
  );
});

test("s4: an act leaves the list by what an officer says of it, and never by what a court does later", () => {
  const acts = ["2026-11-03", "2026-11-12", "2026-11-26"].map((day) => act(`${day}T10:00`));
  const many = (...later: readonly Step[]): number => proposalsOf(acts, play([...order, ...later])).reduce((sum, one) => sum + one.many, 0);
  const steps = [
    court("2026-11-28", { result: "varied", order: "full", conditions: [tell] }),
    court("2026-11-29", { result: "renewed", order: "full", period: { until: "2030-11-30" } }),
    court("2026-11-30", { result: "varied", order: "full", period: { until: "2026-12-10" } }),
    court("2026-12-01", { result: "discharged", order: "full" }),
  ];
  expect(steps.map((_, place) => many(...steps.slice(0, place + 1)))).toEqual([3, 3, 3, 3]);
  expect(many(...steps, opening("2026-11-26", { act: { report: "R-2100", act: "act 2026-11-26T10:00" } }))).toBe(2);
});

test("s4: an act whose time reaches over the change is held against both, and it is asked on which side it was", () => {
  const [found] = proposeBreaches(act("2026-11-25T00:00", "2026-11-30T23:59"), boundOrdersOf(without));
  expect(found?.fits).toEqual([
    expect.objectContaining({
      condition: 1,
      couldChange: expect.arrayContaining(["its day: the condition stood like this only until Sat 28 Nov 2026"]),
    }),
  ]);
  expect(found?.asks).toContain("A court changed the conditions on Sat 28 Nov 2026: was the act before that or after it?");
  const wider = play([
    ...order.slice(0, 1),
    made("made", "2024-03-01", null, [texts]),
    court("2026-11-28", { result: "varied", order: "full", conditions: [contact] }),
  ]);
  expect(["26", "28", "29"].map((day) => stands(wider, act(`2026-11-${day}T10:00`)).join())).toEqual(["", "full fits", "full fits"]);
  const over = act("2026-11-25T00:00", "2026-11-30T23:59");
  const [both] = proposeBreaches(over, boundOrdersOf(wider));
  const read = both?.fits[0];
  if (both === undefined || read === undefined) expect.fail("nothing");
  // What is opened is of a day on which it was forbidden.
  expect(openedBy("b-1", over, both, read).day).toBe("2026-11-28");
});

test("s4: of a renewal the days before it and after it lie in the order, and of a shorter period those before it do", () => {
  const renewed = play([...order, court("2028-12-01", { result: "renewed", order: "full", period: { until: "2030-11-30" } })]);
  expect(["2028-11-30", "2029-06-01", "2030-12-01"].map((day) => stands(renewed, act(`${day}T10:00`)).join())).toEqual([
    "full fits",
    "full fits",
    "",
  ]);
  const shorter = play([...order, court("2026-11-28", { result: "varied", order: "full", period: { until: "2026-11-30" } })]);
  expect(["2026-11-27", "2026-11-30", "2026-12-01"].map((day) => stands(shorter, act(`${day}T10:00`)).join())).toEqual([
    "full fits",
    "full fits",
    "",
  ]);
  expect(["2026-11-27", "2026-12-01"].map((day) => refused(shorter, opening(day)))).toEqual([undefined, "after-order"]);
  const slip = play([...order, court("2026-11-28", { result: "varied", order: "full", period: { until: "2020-01-01" } })]);
  expect(stands(slip, act("2026-11-26T10:00"))).toEqual(["full fits"]);
  expect(refused(slip, opening("2026-11-26"))).toBeUndefined();
});

test("s4: what a court did with effect from a later day changes nothing until then", () => {
  const later = play([...order, court("2026-11-28", { result: "varied", order: "full", from: "2026-12-15", conditions: [tell] })]);
  expect(["2026-12-01", "2026-12-16"].map((day) => stands(later, act(`${day}T10:00`)).join())).toEqual(["full fits", "full not"]);
  expect(["2026-12-01", "2026-12-16"].map((day) => refused(later, opening(day)))).toEqual([undefined, "no-condition"]);
});

test("s5: an act under an interim stays one under it when the full order replaces it with other conditions", () => {
  const both = play([
    ...interim.slice(0, 3),
    made("interim-made", "2026-10-27", "2027-01-31", [contact]),
    made("made", "2026-12-01", "2029-11-30", [tell]),
  ]);
  const days = ["2026-11-18", "2026-12-01", "2026-12-02"].map((day) => stands(both, act(`${day}T10:00`)).join());
  expect(days).toEqual(["interim fits", "interim fits,full not", "full not"]);
  expect(refused(both, opening("2026-11-18", { order: "interim" }))).toBeUndefined();
  expect(refused(both, opening("2026-12-02", { order: "interim" }))).toBe("after-order");
});

test("s4: after a discharge the acts before it stay, on its day the hour is asked, and a new order on that day has its own", () => {
  const discharged = [...order, court("2026-12-01", { result: "discharged", order: "full" })];
  const state = play(discharged);
  expect(["2026-11-30", "2026-12-01", "2026-12-02"].map((day) => stands(state, act(`${day}T10:00`)).join())).toEqual([
    "full fits",
    "full fits",
    "",
  ]);
  const again = play([...discharged, made("made", "2026-12-01", null, [tell])]);
  const asks = (more: object): readonly string[] => {
    const open = play([opening("2026-12-01", more)], again);
    return hourAsked(open.breaches[0] ?? expect.fail(), open);
  };
  const ended = "The order was discharged on that day, and the order ended with it: at what hour, and was the act before or after it?";
  const began = "The order began on that day: at what hour, and was the act before or after it?";
  expect(asks({})).toEqual(["The hour of the act is not written.", ended]);
  expect(asks({ at: "09:00" })).toEqual([ended]);
  // Of the new order, which alone has it, when it began.
  expect(asks({ of: { condition: 4 }, at: "09:00" })).toEqual([began]);
});

const asked = (state: OrderState, day: string): readonly string[] => {
  const [breach = expect.fail("not opened")] = play([opening(day)], state).breaches;
  return heldAsked(breach, state);
};

test("s3(3): a condition is broken to the end of its own period and not after, and one that reaches further than its order is asked about", () => {
  const until = (own: string) => play([begun, made("made", "2024-03-01", "2026-12-31", [condition(1, { own: { until: own } })])]);
  const shorter = until("2026-06-30");
  expect(refused(shorter, opening("2026-06-30"))).toBeUndefined();
  expect(refused(shorter, opening("2026-11-20"))).toBe("condition-ended");
  expect(asked(shorter, "2026-06-30")).toEqual([]);
  const longer = until("2027-12-31");
  expect([refused(longer, opening("2027-05-01")), refused(longer, opening("2028-01-01"))]).toEqual([undefined, "after-order"]);
  expect(asked(longer, "2026-12-31")).toEqual([]);
  expect(asked(longer, "2027-05-01")[0]).toMatch(
    /^The last day of the order was Thu 31 Dec 2026, and condition 1 has its own, Fri 31 Dec 2027/,
  );
});

test("s7: of a day between a discharge and the appeal that undid it, what held then is asked of an act that somebody opens", () => {
  const noted = step("2026-12-02", { kind: "appeal-noted", body: { by: "subject", against: 3, day: "2026-12-02", says: "Noted." } });
  const back = play([
    ...order,
    court("2026-12-01", { result: "discharged", order: "full" }),
    noted,
    court("2026-12-20", { result: "appeal-allowed", order: "full", appeal: 4 }),
  ]);
  expect(asked(back, "2026-12-10")).toEqual([
    "The order had been ended on Tue 1 Dec 2026, and an appeal undid that on Sun 20 Dec 2026: what held then?",
  ]);
  expect([asked(back, "2026-11-30"), asked(back, "2026-12-21")]).toEqual([[], []]);
});

test("s7: an appeal that changes the conditions does so from its day, and one that takes the order away leaves what was before", () => {
  const noted = step("2026-12-02", {
    kind: "appeal-noted",
    body: { by: "subject", against: 2, day: "2026-12-02", says: "Noted." },
  });
  const allowed = (body: object): OrderState =>
    play([...order, noted, court("2026-12-20", { result: "appeal-allowed", order: "full", appeal: 3, ...body })]);
  for (const state of [allowed({ conditions: [tell] }), allowed({ quashes: true })]) {
    expect(stands(state, act("2026-12-10T10:00"))).toEqual(["full fits"]);
    expect(refused(state, opening("2026-12-10"))).toBeUndefined();
    expect(stands(state, act("2026-12-21T10:00"))).not.toContain("full fits");
  }
});
