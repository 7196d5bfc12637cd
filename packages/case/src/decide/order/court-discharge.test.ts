import { describe, expect, test } from "vitest";
import { order, last, at, uncertified } from "../../../../../fixtures/order-court-steps.ts";
import {
  type Step,
  certified,
  condition,
  confirms,
  draftSteps,
  fullMade,
  go,
  link,
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
import type { OrderIntent } from "../../order-event.ts";

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
  test("s4(4)(b): what somebody says later counts from its day, and what they said before stays: a discharge between the two has the first", () => {
    const asked = go(made, [at("2028-06-01", asks("subject"))]);
    const says = (on: string, answer: "yes" | "no" | "not-asked", day?: string): Step =>
      at(on, { kind: "consent-given", body: { change: "c-1", of: "applicant-force", answer, says: "by letter", ...(day && { day }) } });
    const lacks = (steps: readonly Step[], day: string): boolean =>
      last(go(go(asked, steps), [at("2028-07-20", result({ result: "discharged", order: "full", day, copy: certified, change: "c-1" }))]))
        ?.against.length === 1;
    const turned = [says("2028-06-02", "yes", "2028-06-02"), says("2028-06-10", "no", "2028-06-10")];
    expect(go(asked, turned).changes[0]?.consents.map(({ answer, day }) => [answer, day])).toEqual([
      ["yes", "2028-06-02"],
      ["no", "2028-06-10"],
    ]);
    for (const [day, expected] of [
      ["2028-06-01", true],
      ["2028-06-05", false],
      ["2028-06-10", true],
    ] as const)
      expect([day, lacks(turned, day), lacks(turned.toReversed(), day)]).toEqual([day, expected, expected]);
    // Of one day the last that was written; that nobody was asked is of the day on which it was written.
    expect(lacks([says("2028-06-02", "yes", "2028-06-02"), says("2028-06-10", "no", "2028-06-02")], "2028-06-05")).toBe(true);
    const notAsked = [says("2028-06-02", "yes", "2028-06-02"), says("2028-06-10", "not-asked")];
    expect([lacks(notAsked, "2028-06-05"), lacks(notAsked, "2028-06-11")]).toEqual([false, true]);
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
    // Told before it was elsewhere, and taken there only after it had come back.
    const elsewhere = [
      handed("Essex Police", "2027-01-11", { taken: "PC 7" }),
      handed("Northshire Police", "2027-06-01", { taken: "PC 5" }),
    ];
    const taken = [...elsewhere, handed("Kent Police", "2028-01-10", { taken: "PC 12" })];
    expect(whose(go(go(moved, taken), given))).toBe("the chief officer of the area where the person lives.");
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
