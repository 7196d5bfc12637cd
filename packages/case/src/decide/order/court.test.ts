import { describe, expect, test } from "vitest";
import { order, last, at } from "../../../../../fixtures/order-court-steps.ts";
import {
  begun,
  certified,
  condition,
  confirms,
  draftSteps,
  drafted,
  fullMade,
  go,
  interim as interimAsked,
  interimMade,
  lodgedOne,
  lodgingSteps,
  nothing,
  okell,
  refused,
  result,
  subject,
  written,
} from "../../../../../fixtures/order-story.ts";
import type { OrderState } from "../../fold/order-state.ts";
import { endOfOrder, stageOfOrder } from "../../fold/order/live-order.ts";

describe("s6: the record of an order is whole before it is taken", () => {
  const whole = { result: "made", day: "2026-12-01", period: { until: null }, conditions: [condition(1)] } as const;
  test.each([
    ["whether it is for a fixed period", { ...whole, period: undefined }, "record-period"],
    ["each condition", { ...whole, conditions: undefined }, "record-conditions"],
    ["a condition at all", { ...whole, conditions: [] }, "record-conditions"],
    ["a last day after it begins", { ...whole, period: { until: "2026-11-30" } }, "record-period"],
  ] as const)("%s", (_, { period, conditions, ...said }, rule) => {
    const typed = result({ ...said, ...(period && { period }), ...(conditions && { conditions }) });
    expect(refused(lodgedOne(), at("2026-12-01", typed))).toMatchObject({ rule, section: "s6" });
  });
  test("with day, period, conditions, locality and own periods it is taken as it is, and read by nobody yet", () => {
    const full = condition(1, { locality: "England and Wales", own: { until: "2028-12-31" } });
    const state = go(lodgedOne(), [at("2026-12-01", result({ ...whole, conditions: [full] }))]);
    expect(order(state, "full")).toMatchObject({
      made: "2026-12-01",
      period: { until: null },
      conditions: [full],
      served: null,
      marks: [],
    });
    expect(last(state)?.standing).toBe("unread");
  });
  test("a renewal says until when", () => {
    const state = go(lodgedOne(), [fullMade()]);
    expect(refused(state, at("2027-01-01", result({ result: "renewed", order: "full", day: "2027-01-01" })))).toMatchObject({
      section: "s6",
    });
  });
});

test("s13: a result follows the lodging, and lies on no day before it", () => {
  expect(refused(drafted(), fullMade())).toMatchObject({ rule: "not-lodged", section: "s13", allows: ["lodged"] });
  expect(refused(lodgedOne(), at("2026-10-17", result({ result: "refused", day: "2026-10-15" })))).toMatchObject({
    rule: "before-lodging",
    section: "s13",
  });
  expect(refused(lodgedOne(), at("2026-10-17", result({ result: "refused", day: "2026-10-18" })))).toMatchObject({ rule: "not-yet" });
});

test("an order lives from the day it is made, without service; its last day is lived through", () => {
  const made = order(go(lodgedOne(), [fullMade("2026-12-01", "2028-11-30")]), "full");
  if (!made) throw new Error("no order");
  expect(["2026-11-30", "2026-12-01", "2028-11-30", "2028-12-01"].map((day) => stageOfOrder(made, day))).toEqual([
    "not-yet",
    "lives",
    "lives",
    "expired",
  ]);
  expect(endOfOrder(made)).toEqual({ how: "expired", day: "2028-11-30" });
});

describe("what no source says is minded beside a result, which counts", () => {
  const minded = (state: OrderState): readonly (readonly string[])[] =>
    last(state)?.minded.map(({ section, says }) => [section, says]) ?? [];
  const on = "2027-11-01";
  const full = (): OrderState => go(lodgedOne(), [fullMade("2026-12-01", "2028-11-30")]);
  const renewal = "is shorter than 2 years: whether the least period holds on renewal is not clear";
  const change = "is shorter than 2 years: whether the least period holds on a change is not clear";
  test("s5: an interim order that nobody asked for, and one that was asked for is not", () => {
    const made = go(lodgedOne(), [interimMade()]);
    expect(minded(made)).toEqual([["s5", "was asked for by nobody, as far as is written here"]]);
    expect(last(made)).toMatchObject({ standing: "unread", against: [] });
    expect(order(made, "interim")).toMatchObject({ made: "2026-10-27", marks: [] });
    const askedFor = go(lodgedOne(), [at("2026-10-20", interimAsked("2027-01-31")), interimMade()]);
    expect(minded(askedFor)).toEqual([]);
    const takenBack = go(lodgedOne(), [
      at("2026-10-20", interimAsked("2027-01-31")),
      at("2026-10-21", interimAsked(undefined, false)),
      interimMade(),
    ]);
    expect(minded(takenBack)).toHaveLength(1);
  });
  test.each([
    ["s3(2): renewed for less than two years from its day", { result: "renewed", period: { until: "2029-10-30" } }, [["s3(2)", renewal]]],
    ["s3(2): renewed for two years from its day", { result: "renewed", period: { until: "2029-10-31" } }, []],
    ["s3(2): varied to end within two years from the making", { result: "varied", period: { until: "2028-11-29" } }, [["s3(2)", change]]],
    ["s3(2): varied to end with them", { result: "varied", period: { until: "2028-11-30" } }, []],
    ["s3(1): until further order", { result: "renewed", period: { until: null } }, []],
    [
      "s3(3): varied so that a condition ends within them",
      { result: "varied", conditions: [condition(1, { own: { until: "2028-01-31" } })] },
      [["s3(2)", change]],
    ],
  ] as const)("%s", (_, said, expected) => {
    const state = go(full(), [at(on, result({ order: "full", day: on, ...said }))]);
    expect(minded(state)).toEqual(expected);
    expect(last(state)).toMatchObject({ standing: "unread", against: [] });
    if ("period" in said) expect(order(state, "full")?.period).toEqual(said.period);
  });
  test("s3(3): a condition of a new order with a short period of its own; an interim order has no least period", () => {
    const short = [condition(1, { own: { until: "2027-06-30" } })];
    const made = result({ result: "made", day: "2026-12-01", period: { until: "2028-11-30" }, conditions: short });
    expect(minded(go(lodgedOne(), [at("2026-12-01", made)]))).toEqual([
      ["s3(2)", "is shorter than 2 years: whether the least period binds a condition by itself is not clear"],
    ]);
    const asked = at("2026-10-20", interimAsked("2027-01-31"));
    const varied = result({ result: "varied", order: "interim", day: "2026-11-03", period: { until: "2026-12-31" } });
    expect(minded(go(lodgedOne(), [asked, interimMade(), at("2026-11-03", varied)]))).toEqual([]);
  });
});

test("a result that is sent back changes nothing, but an order is not lost by it", () => {
  const made = go(lodgedOne(), [fullMade("2026-12-01", null)]);
  const back = (state: OrderState): OrderState =>
    go(state, [
      at(
        "2029-01-11",
        { kind: "result-sent-back", body: { result: last(state)?.number ?? 0, reason: "The copy is of another day." } },
        okell,
      ),
    ]);
  expect(back(made).orders).toHaveLength(1);
  expect(last(back(made))?.standing).toBe("sent-back");
  const over = go(made, [at("2029-01-10", result({ result: "discharged", order: "full", day: "2029-01-10", copy: certified }))]);
  expect(order(over, "full")?.ended).not.toBeNull();
  expect(order(back(over), "full")?.ended).toBeNull();
  const again = go(back(over), [at("2029-01-12", confirms(last(over)?.number ?? 0), okell)]);
  expect(order(again, "full")?.ended).not.toBeNull();
});

test("nobody confirms what they typed, what has no copy, or what is not as typed", () => {
  const bare = go(lodgedOne(), [
    at("2026-12-01", result({ result: "made", day: "2026-12-01", period: { until: null }, conditions: [condition(1)] })),
  ]);
  const number = last(bare)?.number ?? 0;
  expect(refused(bare, at("2026-12-02", confirms(number), okell))).toMatchObject({ rule: "no-copy", allows: ["result-corrected"] });
  const state = go(lodgedOne(), [fullMade()]);
  const one = last(state)?.number ?? 0;
  expect(refused(state, at("2026-12-02", confirms(one)))).toMatchObject({ rule: "own-result" });
  expect(
    refused(
      state,
      at("2026-12-02", { kind: "result-confirmed", body: { result: one, copyOfThisOrder: "yes", asTyped: "not-known" } }, okell),
    ),
  ).toMatchObject({ rule: "not-as-typed", allows: ["result-sent-back"] });
  const read = go(state, [at("2026-12-02", confirms(one), okell)]);
  expect(last(read)?.standing).toBe("counts");
  expect(refused(read, at("2026-12-03", confirms(one), "o-rana"))).toMatchObject({ rule: "read-already" });
});

test("a result that is typed twice counts once, and one that is written late counts by its day", () => {
  const steps = [...draftSteps, ...lodgingSteps];
  const twice = written(...steps, fullMade(), fullMade());
  expect(twice.orders).toHaveLength(1);
  expect(twice.results.map(({ standing }) => standing)).toEqual(["unread", "twice"]);
  expect(refused(go(lodgedOne(), [fullMade()]), fullMade())).toMatchObject({ rule: "typed-twice" });
  const late = written(...steps, fullMade("2027-01-05", null), interimMade("2026-10-27", "2027-02-01"));
  expect(order(late, "interim")).toMatchObject({ ended: { how: "determination", day: "2027-01-05" }, marks: [] });
});

test("s8(5): an order of another force binds as its copy has it; its result is corrected like any other", () => {
  const typed = go({ ...nothing(), order: "SPO-26-019" }, [
    at("2026-12-01", {
      kind: "order-typed",
      body: {
        jurisdiction: "EW",
        theirs: "WM-26-004",
        force: "Westmere Police",
        court: "Westmere",
        subject,
        order: "full",
        made: "2025-06-03",
        period: { until: "2026-12-31" },
        conditions: [condition(1)],
        protects: ["Orla Quinn"],
        copy: certified,
      },
    }),
  ]);
  expect(typed.application.stage).toBe("granted");
  expect(order(typed, "full")).toMatchObject({ made: "2025-06-03", copies: [certified], marks: [{ says: "conflicts with s3(2)" }] });
  expect(refused(typed, at("2026-12-02", begun))).toMatchObject({ rule: "begun" });
  const [first] = typed.results;
  if (!first) throw new Error("no result");
  const mended = go(typed, [
    at("2026-12-02", {
      kind: "result-corrected",
      body: { result: first.number, right: { ...first.said, period: { until: "2027-12-31" } }, reason: "It says 2027." },
    }),
  ]);
  expect(order(mended, "full")).toMatchObject({ period: { until: "2027-12-31" }, marks: [] });
  expect(mended.takenAway).toHaveLength(1);
});
