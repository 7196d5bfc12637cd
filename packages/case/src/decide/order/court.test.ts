import { describe, expect, test } from "vitest";
import {
  type Step,
  begun,
  besideEw,
  besideNi,
  certified,
  condition,
  confirms,
  draftSteps,
  drafted,
  fullMade,
  go,
  interim as interimAsked,
  interimMade,
  link,
  lodgedOne,
  lodges,
  lodgingSteps,
  noon,
  nothing,
  okell,
  parry,
  refused,
  result,
  subject,
  written,
} from "../../../../../fixtures/order-story.ts";
import { waitsForReading } from "../../fold/order/court.ts";
import { endOfOrder, stageOfOrder } from "../../fold/order/live-order.ts";
import type { OrderState } from "../../fold/order-state.ts";
import type { OrderIntent } from "../../order-event.ts";
import { dutiesOfState } from "../../register/duties-of-state.ts";

const order = (state: OrderState, which: "interim" | "full") => state.orders.findLast((one) => one.which === which);
const last = (state: OrderState) => state.results.at(-1);
const at = (day: string, intent: OrderIntent, who = parry): Step => [day, who, intent];
const uncertified = { ...certified, certified: false };

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

describe("s3(2): a period under two years", () => {
  const short = (copy?: typeof certified): Step =>
    at(
      "2026-12-01",
      result({ result: "made", day: "2026-12-01", period: { until: "2028-11-29" }, conditions: [condition(1)], ...(copy && { copy }) }),
    );
  test("a court made it: it is recorded with the certified copy and not without, counts when a second person has read it, and stays marked", () => {
    for (const step of [short(), short(uncertified)])
      expect(refused(lodgedOne(), step)).toMatchObject({
        rule: "needs-certified-copy",
        section: "s3(2)",
        says: expect.stringContaining("conflicts with s3(2)"),
      });
    const typed = go(lodgedOne(), [short(certified)]);
    expect(typed.orders).toEqual([]);
    expect(last(typed)).toMatchObject({ standing: "waits", against: [{ section: "s3(2)", says: "conflicts with s3(2)" }] });
    const number = last(typed)?.number ?? 0;
    expect(refused(typed, at("2026-12-02", confirms(number), okell))).toMatchObject({ rule: "against-rule-unseen", section: "s3(2)" });
    expect(refused(typed, at("2026-12-02", confirms(number, { againstRuleSeen: true })))).toMatchObject({ rule: "own-result" });
    const read = go(typed, [at("2026-12-02", confirms(number, { againstRuleSeen: true }), okell)]);
    expect(order(read, "full")).toMatchObject({ made: "2026-12-01", marks: [{ says: "conflicts with s3(2)", by: number }] });
    expect(read.application.stage).toBe("granted");
  });
  test("only a corrected result takes the mark away, and then it is listed as taken away", () => {
    const typed = go(lodgedOne(), [short(certified)]);
    const wrong = last(typed)?.number ?? 0;
    const read = go(typed, [at("2026-12-02", confirms(wrong, { againstRuleSeen: true }), okell)]);
    expect(refused(read, at("2026-12-03", { kind: "entry-withdrawn", body: { entry: wrong, reason: "Wrong." } }))).toMatchObject({
      rule: "no-entry",
    });
    const right = written(fullMade()).results[0]?.said;
    if (!right) throw new Error("no result");
    const mended = go(read, [
      at("2026-12-03", {
        kind: "result-corrected",
        body: { result: wrong, right: { ...right, period: { until: "2028-11-30" } }, reason: "It says the 30th." },
      }),
    ]);
    expect(order(mended, "full")).toMatchObject({ period: { until: "2028-11-30" }, marks: [] });
    expect(mended.takenAway).toMatchObject([{ section: "s3(2)", order: "full", by: wrong, correctedBy: mended.number }]);
    expect(mended.results.map(({ standing }) => standing)).toEqual(["corrected", "unread"]);
    expect(refused(mended, at("2026-12-04", confirms(wrong), okell))).toMatchObject({ rule: "corrected" });
  });
  test("s9 of Northern Ireland marks a condition of less, by itself", () => {
    const made = (inForce?: string): Step =>
      at(
        "2026-12-01",
        result({
          result: "made",
          day: "2026-12-01",
          period: { until: null },
          conditions: [condition(1, { own: { until: "2027-11-30" } })],
          copy: certified,
          ...(inForce && { inForce }),
        }),
      );
    const state = lodgedThere();
    expect(refused(state, made(), besideNi)).toMatchObject({ rule: "in-force" });
    const typed = go(state, [made("2026-12-08")], besideNi);
    expect(last(typed)?.against).toMatchObject([{ section: "s9", why: expect.stringContaining("condition 1") }]);
  });
});

/** An application of Northern Ireland that is lodged. */
function lodgedThere(): OrderState {
  const begins: OrderIntent = {
    kind: "application-begun",
    body: { jurisdiction: "NI", subject, route: "s1-application", force: "Police Service of Northern Ireland" },
  };
  const steps: readonly Step[] = [
    at("2026-10-05", begins),
    ...draftSteps.slice(1),
    ...lodgingSteps.slice(0, -1),
    at("2026-10-16", lodges("2026-10-16", "summary-jurisdiction")),
  ];
  return go(nothing(), steps, besideNi);
}

test("Northern Ireland: no source that was read says when an interim order is asked for or made, and nothing of it is refused or has a section", () => {
  const state = lodgedThere();
  const interim = (day: string): Step =>
    at(
      day,
      result({
        result: "interim-made",
        day,
        inForce: day,
        period: { until: "2027-01-31" },
        conditions: [condition(1)],
        copy: uncertified,
      }),
    );
  const one = go(state, [interim("2026-10-27")], besideNi);
  expect(refused(one, interim("2026-11-10"), besideNi)).toBeUndefined();
  const over = go(state, [at("2026-11-20", result({ result: "refused", day: "2026-11-20" }))], besideNi);
  expect(refused(over, interim("2026-11-21"), besideNi)).toBeUndefined();
  expect(refused(over, at("2026-11-21", interimAsked("2026-12-31")), besideNi)).toBeUndefined();
  const ended = go(
    one,
    [at("2027-03-01", result({ result: "discharged", order: "interim", day: "2027-01-15", copy: certified }))],
    besideNi,
  );
  const varied = result({ result: "varied", order: "interim", day: "2027-02-20", period: { until: "2027-06-30" } });
  const late = refused(ended, at("2027-03-02", varied), besideNi);
  expect(late).toMatchObject({ rule: "needs-certified-copy" });
  expect(late?.section).toBeUndefined();
});

describe("s4(4)(b): a discharge before two years", () => {
  const made = go(lodgedOne(), [fullMade("2026-12-01", "2029-11-30")]);
  const asks = (by: "us" | "subject"): OrderIntent => ({
    kind: "change-asked",
    body: { change: "c-1", order: "full", what: "discharge", by, day: "2028-06-01", says: "He has moved away." },
  });
  const consents = (of: "subject" | "applicant-force" | "home-force", day = "2028-06-02"): OrderIntent => ({
    kind: "consent-given",
    body: { change: "c-1", of, answer: "yes", day, says: "by letter" },
  });
  const whose = (state: OrderState): string | undefined => last(state)?.against[0]?.why.replace(/.*by that day: /, "");
  const handed = (to: string, day: string, more: { readonly taken?: string } = {}): Step =>
    at(day, { kind: "transferred", body: { to, day, told: "PC 12", reason: "He moved there.", ...more } });
  const discharge = (day: string, change?: string): Step =>
    at(day, result({ result: "discharged", order: "full", day, copy: certified, ...(change && { change }) }));

  test("vector 8: the subject asked, the force does not consent: it is recorded, waits for the second person, and stays marked", () => {
    const asked = go(made, [at("2028-06-01", asks("subject"))]);
    const typed = go(asked, [discharge("2028-11-30", "c-1")]);
    expect(last(typed)).toMatchObject({
      standing: "waits",
      against: [{ section: "s4(4)(b)", why: expect.stringContaining("2028-11-30") }],
    });
    expect(order(typed, "full")?.ended).toBeNull();
    const read = go(typed, [at("2028-12-01", confirms(last(typed)?.number ?? 0, { againstRuleSeen: true }), okell)]);
    expect(order(read, "full")).toMatchObject({
      ended: { how: "discharged", day: "2028-11-30" },
      marks: [{ says: "conflicts with s4(4)(b)" }],
    });
  });
  test("it is compared with the day on which the court discharges: on 1 December 2028 no consent is needed", () => {
    expect(last(go(made, [discharge("2028-12-01")]))).toMatchObject({ standing: "unread", against: [] });
    expect(last(go(made, [discharge("2028-11-30")]))).toMatchObject({ standing: "waits" });
  });
  test("with the consent of the chief officer who applied it is within the rule", () => {
    const given = go(made, [at("2028-06-01", asks("subject")), at("2028-06-02", consents("applicant-force"))]);
    expect(last(go(given, [discharge("2028-06-03", "c-1")]))?.against).toEqual([]);
  });
  test("s4(4)(b): a consent of a day after the discharge counts for nothing, though it was written before the result", () => {
    for (const [by, of] of [
      ["subject", "applicant-force"],
      ["us", "subject"],
    ] as const) {
      const asked = written(...draftSteps, ...lodgingSteps, fullMade("2026-12-01", "2029-11-30"), at("2028-06-01", asks(by)));
      const of1August = (day: string): OrderState =>
        go(asked, [
          at("2028-08-20", consents(of, day)),
          at("2028-08-21", result({ result: "discharged", order: "full", day: "2028-08-01", copy: certified, change: "c-1" })),
        ]);
      expect(last(of1August("2028-08-20"))).toMatchObject({ standing: "waits", against: [{ section: "s4(4)(b)" }] });
      expect(last(of1August("2028-08-01"))).toMatchObject({ standing: "unread", against: [] });
    }
  });
  test("s4(4)(b): the chief officer of the area to which the person moved consents too, whether that force took the order or not", () => {
    const given = [at("2028-06-01", asks("subject")), at("2028-06-02", consents("applicant-force")), discharge("2028-06-03", "c-1")];
    const moved = go(made, [handed("Kent Police", "2027-01-10")]);
    expect(whose(go(moved, given))).toBe("the chief officer of the area where the person lives.");
    const both = [...given.slice(0, -1), at("2028-06-02", consents("home-force")), ...given.slice(-1)];
    expect(last(go(moved, both))?.against).toEqual([]);
    // Who moved after the discharge lived there on its day as little as a force is who applied once it has the order back.
    const later = go(made, [...given.slice(0, -1), handed("Kent Police", "2028-06-20")]);
    const typed = at("2028-06-21", result({ result: "discharged", order: "full", day: "2028-06-03", copy: certified, change: "c-1" }));
    expect(last(go(later, [typed]))?.against).toEqual([]);
    const back = [handed("Kent Police", "2027-01-11", { taken: "PC 12" }), handed("Northshire Police", "2027-06-01", { taken: "PC 5" })];
    expect(last(go(go(moved, back), given))?.against).toEqual([]);
  });
  test("s4(4)(b): of an order that another force applied for, our chief officer consents where the person lives in our area", () => {
    const typed = at("2026-12-05", {
      kind: "order-typed",
      body: {
        ...{ jurisdiction: "EW", subject, force: "Kent Police", theirs: "K-1", court: "Maidstone", order: "full", made: "2026-12-01" },
        ...{ period: { until: "2029-11-30" }, conditions: [condition(1)], protects: ["Nadia Khan"] },
      },
    });
    const given = [at("2028-06-01", asks("subject")), at("2028-06-02", consents("applicant-force")), discharge("2028-06-03", "c-1")];
    const ofKent = go(nothing(), [typed]);
    expect(last(go(ofKent, given))?.against).toEqual([]);
    expect(whose(go(ofKent, [at("2026-12-06", link), ...given]))).toBe("the chief officer of the area where the person lives.");
  });
  test("asked by police, the consent of the subject is what is missing", () => {
    const asked = written(...draftSteps, ...lodgingSteps, fullMade("2026-12-01", "2029-11-30"), at("2028-06-01", asks("us")));
    expect(last(go(asked, [discharge("2028-06-03", "c-1")]))?.against).toMatchObject([{ section: "s4(4)(b)" }]);
    expect(last(go(go(asked, [at("2028-06-02", consents("subject"))]), [discharge("2028-06-03", "c-1")]))?.against).toEqual([]);
  });
  test("made on another day than was typed, the same discharge is within the rule, and the mark goes", () => {
    const typed = go(made, [discharge("2028-11-30")]);
    const [first] = typed.results;
    if (!first) throw new Error("no result");
    const mended = go(typed, [
      at("2028-12-02", {
        kind: "result-corrected",
        body: { result: first.number, right: { ...first.said, day: "2026-11-30" }, reason: "The stamp says 30 November." },
      }),
    ]);
    expect(mended.results.find(({ said }) => said.result === "discharged")).toMatchObject({ standing: "unread", against: [] });
    expect(order(mended, "full")).toMatchObject({ made: "2026-11-30", ended: { how: "discharged" }, marks: [] });
  });
});

test("s4(4)(b): a corrected day of making can put an earlier discharge against the rule: the order lives again until a certified copy was read", () => {
  const over = go(lodgedOne(), [
    fullMade("2026-12-01", "2029-11-30"),
    at("2028-12-01", result({ result: "discharged", order: "full", day: "2028-12-01", copy: uncertified })),
  ]);
  expect(order(over, "full")?.ended).not.toBeNull();
  const discharge = over.number;
  const [first] = over.results;
  if (!first) throw new Error("no result");
  const right = { ...first.said, day: "2026-12-05" };
  const mended = go(over, [at("2028-12-06", { kind: "result-corrected", body: { result: first.number, right, reason: "The stamp." } })]);
  expect(mended.results.find((one) => one.number === discharge)).toMatchObject({ standing: "waits", against: [{ section: "s4(4)(b)" }] });
  expect(order(mended, "full")?.ended).toBeNull();
  const seen = at("2028-12-07", confirms(discharge, { againstRuleSeen: true }), okell);
  expect(refused(mended, seen)).toMatchObject({ rule: "needs-certified-copy", section: "s4(4)(b)", allows: ["result-corrected"] });
  // Read before it was against the rule, with a copy that nobody certified, it waits all the same.
  const read = go(go(over, [seen]), [
    at("2028-12-08", { kind: "result-corrected", body: { result: first.number, right, reason: "The stamp." } }),
  ]);
  expect(read.results.find((one) => one.number === discharge)?.standing).toBe("waits");
});

describe("s5: interim orders", () => {
  test.each(["made", "refused"] as const)("vector 9: it ends on the day on which the main application is %s", (how) => {
    const interim = go(lodgedOne(), [interimMade("2026-10-27", "2027-02-01")]);
    const decided = go(interim, [
      how === "made" ? fullMade("2027-01-05", null) : at("2027-01-05", result({ result: "refused", day: "2027-01-05" })),
    ]);
    const one = order(decided, "interim");
    if (!one) throw new Error("no interim");
    expect(one.ended).toEqual({ how: "determination", day: "2027-01-05" });
    expect(stageOfOrder(one, "2027-01-05")).toBe("ended-by-determination");
    expect(stageOfOrder(one, "2027-01-04")).toBe("lives");
    expect(decided.application.stage).toBe(how === "made" ? "granted" : "refused");
  });
  test("one that had expired before the determination stays expired", () => {
    const state = go(lodgedOne(), [interimMade("2026-10-27", "2026-12-31"), fullMade("2027-01-05", null)]);
    expect(order(state, "interim")?.ended).toBeNull();
  });
  test("refused, it is written down, and a full order can still be made", () => {
    const state = go(lodgedOne(), [at("2026-10-27", result({ result: "interim-refused", day: "2026-10-27" })), fullMade()]);
    expect(state.orders.map(({ which }) => which)).toEqual(["full"]);
    expect(state.application.stage).toBe("granted");
  });
  test("until further order, or after the determination, it is against the rule", () => {
    const open = at(
      "2026-10-27",
      result({ result: "interim-made", day: "2026-10-27", period: { until: null }, conditions: [condition(1)] }),
    );
    expect(refused(lodgedOne(), open)).toMatchObject({ rule: "needs-certified-copy", section: "s5" });
    const refusedOne = go(lodgedOne(), [at("2027-01-05", result({ result: "refused", day: "2027-01-05" }))]);
    expect(last(go(refusedOne, [interimMade("2027-01-06", "2027-02-01")]))?.against).toMatchObject([
      { section: "s5", why: expect.stringContaining("refused") },
    ]);
  });
  test("two interim orders on copies: both are listed, never two live, and the officer asks the court", () => {
    const first = go(lodgedOne(), [interimMade("2026-10-27", "2027-01-31")]);
    const second = go(first, [interimMade("2026-11-10", "2027-03-31")]);
    expect(second.results).toHaveLength(2);
    expect(last(second)).toMatchObject({ standing: "waits", against: [{ section: "s5", why: expect.stringContaining("Ask the court") }] });
    const read = go(second, [at("2026-11-11", confirms(last(second)?.number ?? 0, { againstRuleSeen: true }), okell)]);
    expect(read.orders).toMatchObject([
      { which: "interim", made: "2026-10-27", period: { until: "2027-03-31" }, marks: [{ section: "s5" }] },
    ]);
  });
  test("the application is withdrawn: the interim order lives on until a day is recorded", () => {
    const gone = go(lodgedOne(), [
      interimMade("2026-10-27", "2027-01-31"),
      at("2026-11-10", { kind: "withdrawn", body: { day: "2026-11-10", reason: "He is in custody." } }),
    ]);
    expect(order(gone, "interim")?.ended).toBeNull();
    expect(gone.application.stage).toBe("withdrawn");
    const over = go(gone, [at("2026-11-20", result({ result: "interim-ended", day: "2026-11-20" }))]);
    expect(order(over, "interim")?.ended).toEqual({ how: "determination", day: "2026-11-20" });
  });
  test.each(["varied", "renewed"] as const)(
    "an interim order that is %s keeps a last day; without one it is a fact with its mark",
    (kind) => {
      const lives = go(lodgedOne(), [interimMade("2026-10-27", "2027-01-31")]);
      const said = (until: string | null) => ({ result: kind, order: "interim", day: "2026-11-10", period: { until } }) as const;
      expect(refused(lives, at("2026-11-10", result(said(null))))).toMatchObject({ rule: "needs-certified-copy", section: "s5" });
      expect(refused(lives, at("2026-11-10", result(said("2027-02-28"))))).toBeUndefined();
      const open = go(lives, [at("2026-11-10", result({ ...said(null), copy: certified }))]);
      expect(last(open)).toMatchObject({ standing: "waits", against: [{ says: "conflicts with s5" }] });
      const onTheFull = { result: kind, order: "full", day: "2027-01-10", period: { until: null } } as const;
      expect(refused(go(lodgedOne(), [fullMade()]), at("2027-01-10", result(onTheFull)))).toBeUndefined();
    },
  );
  test("an interim order of a day after the application was withdrawn is a fact with its mark, one of that very day has none", () => {
    const gone = go(lodgedOne(), [at("2026-11-10", { kind: "withdrawn", body: { day: "2026-11-10", reason: "He is in custody." } })]);
    const made = (day: string) => ({ result: "interim-made", day, period: { until: "2027-01-31" }, conditions: [condition(1)] }) as const;
    expect(refused(gone, at("2026-11-12", result(made("2026-11-11"))))).toMatchObject({ rule: "needs-certified-copy", section: "s5" });
    expect(refused(gone, at("2026-11-12", result(made("2026-11-10"))))).toBeUndefined();
    expect(last(go(gone, [interimMade("2026-11-11")]))).toMatchObject({ standing: "waits", against: [{ section: "s5" }] });
  });
});

test("s11 of Northern Ireland: no source says what ends an interim order there, so it lives until its end is recorded", () => {
  const there: OrderIntent = {
    kind: "application-begun",
    body: { jurisdiction: "NI", subject, route: "s1-application", force: "Police Service of Northern Ireland" },
  };
  const interim = result({
    result: "interim-made",
    day: "2026-10-27",
    period: { until: "2027-02-01" },
    conditions: [condition(1)],
    inForce: "2026-10-27",
  });
  const made = result({ result: "made", day: "2027-01-05", period: { until: null }, conditions: [condition(1)], inForce: "2027-01-05" });
  const both = written(at("2026-10-05", there), at("2026-10-27", interim), at("2027-01-05", made));
  expect(both.orders.map(({ which, ended }) => [which, ended])).toEqual([
    ["interim", null],
    ["full", null],
  ]);
  const over = written(
    at("2026-10-05", there),
    at("2026-10-27", interim),
    at("2027-01-05", made),
    at("2027-01-06", result({ result: "interim-ended", day: "2027-01-05" })),
  );
  expect(order(over, "interim")?.ended).toEqual({ how: "determination", day: "2027-01-05" });
});

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

test("s4(1): a renewal or a variation after the last day is recorded, marked, and revives nothing", () => {
  const state = go(lodgedOne(), [fullMade("2026-12-01", "2028-11-30")]);
  const late = at(
    "2028-12-05",
    result({ result: "renewed", order: "full", day: "2028-12-05", period: { until: "2030-11-30" }, copy: certified }),
  );
  const typed = go(state, [late]);
  expect(last(typed)).toMatchObject({
    standing: "changes-nothing",
    against: [{ section: "s4(1), s14", says: "comes after the last day", why: expect.stringContaining("2028-11-30") }],
  });
  expect(order(typed, "full")).toMatchObject({ period: { until: "2028-11-30" }, marks: [{ section: "s4(1), s14" }] });
  const intime = go(state, [
    at("2028-11-30", result({ result: "renewed", order: "full", day: "2028-11-30", period: { until: "2030-11-30" } })),
  ]);
  expect(order(intime, "full")?.period.until).toBe("2030-11-30");
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
