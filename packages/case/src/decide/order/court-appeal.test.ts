import { describe, expect, test } from "vitest";
import { order, last, at } from "../../../../../fixtures/order-court-steps.ts";
import {
  type Step,
  besideEw,
  certified,
  condition,
  confirms,
  draftSteps,
  fullMade,
  go,
  lodgedOne,
  lodgingSteps,
  noon,
  okell,
  refused,
  result,
  written,
} from "../../../../../fixtures/order-story.ts";
import type { OrderState } from "../../fold/order-state.ts";
import { waitsForReading } from "../../fold/order/court.ts";
import type { OrderIntent } from "../../order-event.ts";
import { dutiesOfState } from "../../register/duties-of-state.ts";

test("s7: refused, then granted by the Crown Court: the application is granted and the order lives from that day", () => {
  const refusedOne = go(lodgedOne(), [at("2027-01-05", result({ result: "refused", day: "2027-01-05" }))]);
  const against = last(refusedOne)?.number ?? 0;
  const noted = go(refusedOne, [
    at("2027-01-12", { kind: "appeal-noted", body: { by: "us", against, day: "2027-01-12", says: "The force appeals." } }),
  ]);
  const allowed = {
    result: "appeal-allowed",
    order: "full",
    day: "2027-03-01",
    appeal: noted.number,
    period: { until: null },
    conditions: [condition(1)],
    copy: certified,
  } as const;
  const granted = go(noted, [at("2027-03-01", result(allowed))]);
  expect(granted.application.stage).toBe("granted");
  expect(granted.application.course.filter(({ stage }) => stage === "granted" || stage === "refused")).toHaveLength(1);
  expect(order(granted, "full")).toMatchObject({ made: "2027-03-01", ended: null, marks: [] });
  const { appeal: _, ...unanswered } = allowed;
  expect(refused(noted, at("2027-03-01", result(unanswered)))).toMatchObject({ rule: "no-appeal", section: "s7" });
  // Without an appeal an order after a refusal is against the rule.
  expect(last(go(refusedOne, [fullMade("2027-03-01", null)]))).toMatchObject({ standing: "waits", against: [{ section: "s7" }] });
});

describe("s7: an appeal against a refusal that is allowed without the text of an order is never silence", () => {
  const refusedOne = go(lodgedOne(), [at("2027-01-05", result({ result: "refused", day: "2027-01-05" }))]);
  const noted = go(refusedOne, [
    at("2027-01-12", {
      kind: "appeal-noted",
      body: { by: "us", against: last(refusedOne)?.number ?? 0, day: "2027-01-12", says: "The force." },
    }),
  ]);
  const allowed = { result: "appeal-allowed", order: "full", day: "2027-03-01", appeal: noted.number, copy: certified } as const;
  const dutiesOn = (state: OrderState, day: string) => dutiesOfState(state, besideEw.register, noon(day));

  test.each([
    ["nothing at all", {}],
    ["the period alone", { period: { until: null } }],
    ["the conditions alone", { conditions: [condition(1)] }],
    ["that it made an order, and no text of it", { remitted: "no" }],
  ] as const)("the desk asks for it where somebody writes %s", (_, more) => {
    expect(refused(noted, at("2027-03-01", result({ ...allowed, ...more })))).toMatchObject({
      rule: "appeal-text",
      section: "s7",
      allows: ["court-result"],
    });
  });
  test("the copy says neither: it is recorded, marked as waiting, and the refusal stands no more", () => {
    const state = go(noted, [at("2027-03-01", result({ ...allowed, remitted: "not-known" }))]);
    expect(last(state)).toMatchObject({
      standing: "lacks-text",
      against: [],
      lacks: { says: "waits for what the court above made", section: "s7", by: last(state)?.number },
    });
    expect([state.application.stage, state.orders]).toEqual(["lodged", []]);
    expect(dutiesOn(state, "2027-03-01")).toMatchObject([
      { rule: "first-notice", section: "s9(1)", state: "undecided", stands: "undecided", due: null, trigger: "appeal allowed 2027-03-01" },
    ]);
    expect(dutiesOn(state, "2027-02-28")).toEqual([]);
    expect(dutiesOn(noted, "2027-03-02")).toEqual([]);
  });
  test("s9(1): what is due under the order that nobody has read counts neither as met nor as missed, and is kept open", () => {
    const state = go(noted, [at("2027-03-01", result({ ...allowed, remitted: "not-known" }))]);
    const settle = (how: "counts-as-met" | "does-not-count" | "keep-open", again?: string): Step =>
      at("2027-03-02", {
        kind: "duty-settled",
        body: { rule: "first-notice", trigger: "appeal allowed 2027-03-01", how, reason: "Read.", ...(again !== undefined && { again }) },
      });
    for (const how of ["counts-as-met", "does-not-count"] as const)
      expect(refused(state, settle(how))).toMatchObject({ rule: "order-not-written", section: "s9(1)" });
    const open = go(state, [settle("keep-open", "2027-03-09")]);
    const read: OrderIntent = { kind: "duty-settling-read", body: { settled: open.number, agrees: true } };
    expect(dutiesOn(go(open, [at("2027-03-02", read, okell)]), "2027-03-03")).toMatchObject([
      { stands: "undecided", ways: ["keep-open"], settled: { again: "2027-03-09" } },
    ]);
    // One that was settled as met before this was refused is not met by that.
    const event = {
      number: 90,
      happened: noon("2027-03-02"),
      by: "o-parry",
      rule: "first-notice",
      trigger: "appeal allowed 2027-03-01",
    } as const;
    const agreed = { number: 91, happened: noon("2027-03-02"), by: "o-okell", settled: 90, agrees: true } as const;
    const before = { ...state, settledDuties: [{ ...event, how: "counts-as-met", reason: "Read.", read: agreed } as const] };
    expect(dutiesOn(before, "2027-03-03").map(({ stands }) => stands)).toEqual(["undecided"]);
  });
  test("a second person reads it or sends it back, and it waits all the same", () => {
    const state = go(noted, [at("2027-03-01", result({ ...allowed, remitted: "not-known" }))]);
    const number = last(state)?.number ?? 0;
    const read = go(state, [at("2027-03-02", confirms(number), okell)]);
    const back = go(state, [at("2027-03-02", { kind: "result-sent-back", body: { result: number, reason: "A page is missing." } }, okell)]);
    for (const [one, waits] of [
      [state, true],
      [read, false],
      [back, false],
    ] as const) {
      expect([last(one)?.standing, one.results.filter(({ number: of }) => of === number).some(waitsForReading)]).toEqual([
        "lacks-text",
        waits,
      ]);
      expect(dutiesOn(one, "2027-03-03").map(({ stands }) => stands)).toEqual(["undecided"]);
    }
  });
  test("an appeal that was recorded before any of this was asked waits too", () => {
    const state = written(
      ...draftSteps,
      ...lodgingSteps,
      at("2027-01-05", result({ result: "refused", day: "2027-01-05" })),
      at("2027-01-12", { kind: "appeal-noted", body: { by: "us", against: noted.number - 1, day: "2027-01-12", says: "The force." } }),
      at("2027-03-01", result(allowed)),
    );
    expect(last(state)?.standing).toBe("lacks-text");
    expect(dutiesOn(state, "2027-03-02").map(({ stands }) => stands)).toEqual(["undecided"]);
  });
  test("the copy comes: corrected with period and conditions the order is there, and nothing is undecided", () => {
    const state = go(noted, [at("2027-03-01", result({ ...allowed, remitted: "not-known" }))]);
    const right = {
      ...allowed,
      remitted: "no",
      court: "Northmere Crown Court",
      period: { until: null },
      conditions: [condition(1)],
    } as const;
    const made = go(state, [
      at("2027-03-08", { kind: "result-corrected", body: { result: last(state)?.number ?? 0, right, reason: "The order came." } }),
    ]);
    expect([made.application.stage, order(made, "full")?.made]).toEqual(["granted", "2027-03-01"]);
    expect(dutiesOn(made, "2027-03-09").map(({ stands }) => stands)).toEqual(["not-served"]);
  });
  test("the matter goes back: the application waits for the court below, whose order is then within the rule", () => {
    const back = go(noted, [at("2027-03-01", result({ ...allowed, remitted: "yes" }))]);
    expect([back.application.stage, last(back)?.standing, dutiesOn(back, "2027-03-02")]).toEqual(["lodged", "unread", []]);
    const made = go(back, [fullMade("2027-04-01", null)]);
    expect([made.application.stage, last(made)?.against]).toEqual(["granted", []]);
    expect(refused(noted, at("2027-03-01", result({ ...allowed, remitted: "yes", period: { until: null } })))).toMatchObject({
      rule: "remitted",
    });
    expect(refused(noted, at("2027-03-01", result({ result: "refused", day: "2027-03-01", remitted: "yes" })))).toMatchObject({
      rule: "remitted",
    });
  });
  test("an order lives and an appeal against its change is allowed without text: the order goes on, and is marked", () => {
    const made = go(lodgedOne(), [fullMade("2026-12-01", null)]);
    const varied = go(made, [at("2027-01-04", result({ result: "varied", order: "full", day: "2027-01-04", conditions: [condition(2)] }))]);
    const against = last(varied)?.number ?? 0;
    const appealed = go(varied, [
      at("2027-01-12", { kind: "appeal-noted", body: { by: "subject", against, day: "2027-01-12", says: "He appeals." } }),
    ]);
    const state = go(appealed, [at("2027-03-01", result({ ...allowed, appeal: appealed.number, remitted: "not-known" }))]);
    expect(order(state, "full")).toMatchObject({ ended: null, marks: [{ says: "waits for what the court above made" }] });
    expect(dutiesOn(state, "2027-03-02").map(({ stands }) => stands)).toEqual(["not-served"]);
  });
});

test("s7: an appeal takes an order away, and one against a discharge gives it back", () => {
  const made = go(lodgedOne(), [fullMade("2026-12-01", null)]);
  const appeal = (state: OrderState, day: string): OrderState =>
    go(state, [at(day, { kind: "appeal-noted", body: { by: "subject", against: last(state)?.number ?? 0, day, says: "An appeal." } })]);
  const noted = appeal(made, "2026-12-10");
  const quashed = go(noted, [
    at("2027-02-01", result({ result: "appeal-allowed", order: "full", day: "2027-02-01", appeal: noted.number, quashes: true })),
  ]);
  expect(order(quashed, "full")?.ended).toEqual({ how: "quashed", day: "2027-02-01" });
  const over = go(made, [at("2029-01-10", result({ result: "discharged", order: "full", day: "2029-01-10" }))]);
  const again = appeal(over, "2029-01-12");
  const back = go(again, [at("2029-03-01", result({ result: "appeal-allowed", order: "full", day: "2029-03-01", appeal: again.number }))]);
  expect(order(back, "full")).toMatchObject({ ended: null, gaps: [{ from: "2029-01-10", to: "2029-03-01" }] });
});
