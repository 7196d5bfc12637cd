import { civilFromDays, civilToIso, daysFromCivil } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stageOfChange } from "../../fold/order/change.ts";
import { type Step, condition, full, ground, interim, play, refusedAfter, step } from "../../../../../test/cases/made-order.ts";

/** What is refused of a change and of an appeal, section by section. */

describe("a change", () => {
  const ask = (more: object = {}, on = "2029-10-01"): Step =>
    step(
      on,
      {
        kind: "change-asked",
        body: {
          change: "c-1",
          order: "full",
          what: "renew",
          by: "us",
          day: on,
          says: "It is still needed.",
          until: "2032-11-30",
          keeps: [1, 2],
          ...more,
        },
      },
      "o-parry",
    );
  const again = (number: number): Step =>
    step("2029-10-02", { kind: "necessity-read-again", body: { change: "c-1", condition: number, says: "He still waits there." } });
  const send = step("2029-10-03", { kind: "change-sent", body: { change: "c-1" } });
  const authorise = (by: string): Step => step("2029-10-04", { kind: "change-authorised", body: { change: "c-1", reason: "Read." } }, by);
  const lodge = (day: string, on = day): Step => step(on, { kind: "change-lodged", body: { change: "c-1", day, court: "Northmere" } });
  const ready = [...full, ask(), again(1), again(2)];

  test("s4(4)(a): a renewal goes from asked to the court when each kept condition was read again and a second person authorised it", () => {
    const state = play([...ready, send, authorise("o-rana"), lodge("2029-10-05")]);
    const [change] = state.changes;
    expect(change && stageOfChange(change)).toBe("lodged");
  });

  test.each([
    ["s4(4)(a): a kept condition that was not read again", [...full, ask(), again(1)], send, "read-again", "s4(4)(a)"],
    [
      "s4(4)(a): a new condition without necessity",
      [...full, ask({ what: "vary", until: undefined, conditions: [condition(3, { necessity: undefined })] })],
      send,
      "necessity",
      "s4(4)(a)",
    ],
    [
      "s4(4)(a): a renewal with a new condition without necessity",
      [...full, ask({ conditions: [condition(3, { necessity: undefined })] }), again(1), again(2)],
      send,
      "necessity",
      "s4(4)(a)",
    ],
    ["s4(4)(a): a condition that is kept and new at once", full, ask({ conditions: [condition(2)] }), "kept-or-new", "s4(4)(a)"],
    ["s4(4)(a): a condition of a number far from the order’s", full, ask({ conditions: [condition(9)] }), "condition-number", "s4(4)(a)"],
    [
      "s4(1): a discharge that asks for conditions",
      full,
      ask({ what: "discharge", until: undefined, keeps: undefined, conditions: [condition(3)] }),
      "ends-it",
      "s4(1), s14",
    ],
    ["s4(4)(a): necessity of a condition that is not kept", [...full, ask({ keeps: [1] })], again(2), "not-kept", "s4(4)(a)"],
    ["s4(4)(a): a renewal that keeps nothing", full, ask({ keeps: [] }), "nothing-kept", "s4(4)(a)"],
    ["who wrote it as its second person", [...ready, send], authorise("o-parry"), "own-draft", undefined],
    ["the court before a second person", [...ready, send], lodge("2029-10-05"), "authorised-first", undefined],
    ["a second one of a kind while one is open", ready, ask({ change: "c-2" }), "asked-already", "s4(1), s14"],
    ["s4(1): after the last day, to be asked", full, ask({}, "2029-12-01"), "after-the-last-day", "s4(1), s14"],
    ["s4(1): after the last day, to be sent", ready, { ...send, on: "2029-12-01" }, "after-the-last-day", "s4(1), s14"],
    ["s4(1): lodged after the last day", [...ready, send, authorise("o-rana")], lodge("2029-12-01"), "after-the-last-day", "s4(1), s14"],
    [
      "s5: an interim order that is to run until further order",
      interim,
      ask({ order: "interim", keeps: [], until: undefined }, "2026-10-30"),
      "interim-period",
      "s5",
    ],
    ["a condition that the order has not", full, ask({ keeps: [9] }), "no-condition", "s4(1), s14"],
    [
      "s4(4)(b): a consent of a renewal",
      ready,
      step("2029-10-02", { kind: "consent-given", body: { change: "c-1", of: "subject", answer: "not-asked", says: "-" } }),
      "no-consent-asked",
      "s4(4)(b)",
    ],
  ] as const)("refuses %s", (_, steps, last, rule, section) => {
    expect(refusedAfter(steps, last)).toEqual({ rule, ...(section !== undefined && { section }) });
  });

  test("s4(4)(a): a renewal can have a new condition, with its own necessity, and keeps the others", () => {
    const state = play([...full, ask({ conditions: [condition(3)] }), again(1), again(2), send, authorise("o-rana"), lodge("2029-10-05")]);
    expect(state.changes).toMatchObject([{ what: "renew", keeps: [1, 2], conditions: [{ condition: 3, necessity: "He waited there." }] }]);
  });

  test("s4(1): a renewal keeps what stands on its day, and what a court has added from a later one", () => {
    const court = { result: "varied", order: "full", day: "2029-09-10", from: "2029-10-20", court: "Northmere" };
    const later = step("2029-09-10", { kind: "court-result", body: { ...court, conditions: [condition(1), condition(3)] } });
    const keeps = (numbers: readonly number[], on?: string) => refusedAfter([...full, later], ask({ keeps: numbers }, on));
    expect([keeps([1, 2]), keeps([1, 3])]).toEqual([undefined, undefined]);
    const gone = { rule: "no-condition", section: "s4(1), s14" };
    expect([keeps([4]), keeps([1, 2], "2029-10-21")]).toEqual([gone, gone]);
  });

  test("s4(1): lodged on the last day and written down later is in time", () => {
    expect(refusedAfter([...ready, send, authorise("o-rana")], lodge("2029-11-30", "2029-12-03"))).toBeUndefined();
  });

  test("s4(1): what a court did after the last day is recorded all the same, changes nothing and stays marked", () => {
    const state = play([
      ...full,
      step("2029-12-04", {
        kind: "court-result",
        body: { result: "renewed", order: "full", day: "2029-12-04", court: "Northmere", period: { until: "2032-11-30" } },
      }),
    ]);
    expect(state.orders.at(-1)?.period).toEqual({ until: "2029-11-30" });
    expect(state.results.at(-1)).toMatchObject({
      standing: "changes-nothing",
      against: [{ says: "comes after the last day", section: "s4(1), s14" }],
    });
  });

  test("s4(4)(b): a discharge that we ask before two years needs the subject’s consent, by the day on which the court sits", () => {
    const asks = [...full, ask({ what: "discharge", until: undefined, keeps: undefined }, "2028-10-01")];
    const sends = { ...send, on: "2028-10-02" };
    const consent = (answer: "yes" | "no", day?: string): Step =>
      step("2028-10-02", {
        kind: "consent-given",
        body: { change: "c-1", of: "subject", answer, says: "By letter.", ...(day !== undefined && { day }) },
      });
    const court = (day: string, of: object = { change: "c-1" }): Step =>
      step("2028-10-02", { kind: "court-day", body: { day, court: "Northmere", about: "discharge", ...of } });
    expect(refusedAfter(asks, sends)).toEqual({ rule: "consent", section: "s4(4)(b)" });
    expect(refusedAfter(asks, consent("yes"))).toEqual({ rule: "consent-day" });
    expect(refusedAfter([...asks, consent("no", "2028-10-01")], sends)).toEqual({ rule: "consent", section: "s4(4)(b)" });
    expect(refusedAfter([...asks, consent("yes", "2028-10-01")], sends)).toBeUndefined();
    expect(refusedAfter([...asks, court("2028-11-30")], sends)).toEqual({ rule: "consent", section: "s4(4)(b)" });
    expect(refusedAfter([...asks, court("2028-12-01")], sends)).toBeUndefined();
    // A day in court about something else lifts nothing, nor does a second one after the first to come.
    expect(refusedAfter([...asks, court("2029-03-01", {})], sends)).toEqual({ rule: "consent", section: "s4(4)(b)" });
    expect(refusedAfter([...asks, court("2028-11-30"), court("2028-12-01")], sends)).toEqual({ rule: "consent", section: "s4(4)(b)" });
    expect(refusedAfter([...asks, court("2028-10-01"), court("2028-12-01")], sends)).toBeUndefined();
    expect(refusedAfter(asks, court("2028-12-01", { change: "c-9" }))).toEqual({ rule: "no-change" });
    // Lodged on the last day of the two years without a day in court it needs them; lodged on the next it does not.
    const late = [...full, ask({ what: "discharge", until: undefined, keeps: undefined }, "2028-12-01"), { ...send, on: "2028-12-01" }];
    const read = step("2028-12-01", { kind: "change-authorised", body: { change: "c-1", reason: "Read." } }, "o-rana");
    expect(refusedAfter([...late, read], lodge("2028-11-30", "2028-12-02"))).toEqual({ rule: "consent", section: "s4(4)(b)" });
    expect(refusedAfter([...late, read], lodge("2028-12-01", "2028-12-02"))).toBeUndefined();
  });

  test("s4(4)(b): whatever days are written, consents are asked for exactly where the first day to come lies within two years, told day by day", () => {
    const first = daysFromCivil({ year: 2026, month: 12, day: 1 });
    const iso = (day: number): string => civilToIso(civilFromDays(day));
    // Day by day from the making: the second time that its own date comes round, two years have passed.
    let over = first;
    for (let rounds = 0; rounds < 2;) {
      over += 1;
      if (iso(over).endsWith("-12-01")) rounds += 1;
    }
    const near = fc.integer({ min: -40, max: 40 }).map((off) => over + off);
    const days = fc.array(fc.record({ day: near, isOfThis: fc.boolean() }), { maxLength: 4 });
    const seen = new Set<string>();
    fc.assert(
      fc.property(near, days, fc.option(fc.constantFrom("yes", "no", "not-asked"), { nil: undefined }), (today, written, answer) => {
        const asks = [...full, ask({ what: "discharge", until: undefined, keeps: undefined }, iso(over - 60))];
        const on = iso(today);
        const courts = written.map(({ day, isOfThis }) =>
          step(on, {
            kind: "court-day",
            body: { day: iso(day), court: "Northmere", about: "It is heard.", ...(isOfThis && { change: "c-1" }) },
          }),
        );
        const consents =
          answer === undefined
            ? []
            : [
                step(on, {
                  kind: "consent-given",
                  body: { change: "c-1", of: "subject", answer, says: "By letter.", day: iso(over - 55) },
                }),
              ];
        const toCome = written.flatMap(({ day, isOfThis }) => (isOfThis && day >= today ? [day] : []));
        const sits = toCome.length === 0 ? today : Math.min(...toCome);
        const expected = sits < over && answer !== "yes" ? "consent" : undefined;
        seen.add(`${expected ?? "goes on"} ${sits === over ? "on the day" : sits === over - 1 ? "the day before" : ""}`);
        expect(refusedAfter([...asks, ...courts, ...consents], { ...send, on })?.rule).toBe(expected);
      }),
      { seed: 44, numRuns: 400 },
    );
    expect(seen).toContain("goes on on the day");
    expect(seen).toContain("consent the day before");
  });

  test("s4(1): what the subject asks is a fact at any time, and nothing of it is ours to send", () => {
    const theirs = [...full, ask({ by: "subject", what: "discharge", until: undefined, keeps: undefined }, "2028-06-01")];
    expect(refusedAfter(theirs, { ...send, on: "2028-06-02" })).toEqual({ rule: "theirs" });
    expect(refusedAfter(full, ask({ by: "subject" }, "2029-12-05"))).toBeUndefined();
  });

  test("s5(7): an interim order is changed on the application of the subject or of the chief officer who applied, and s14: a full one by who is relevant", () => {
    const typed = (order: "interim" | "full"): readonly Step[] => [
      step("2026-12-01", {
        kind: "order-typed",
        body: {
          jurisdiction: "EW",
          theirs: "WM-26-004",
          force: "Westmere Police",
          court: "Westmere",
          subject: { name: "Rhys Calloway" },
          order,
          made: "2026-11-01",
          period: { until: "2029-01-11" },
          conditions: [condition(1)],
          protects: ["p-7"],
        },
      }),
    ];
    const vary = (order: "interim" | "full", by: string): Step =>
      ask({ order, what: "vary", until: undefined, keeps: [1], by }, "2026-12-05");
    expect(refusedAfter(typed("interim"), vary("interim", "us"))).toEqual({ rule: "who-applied", section: "s5(7)" });
    expect(refusedAfter(typed("interim"), vary("interim", "subject"))).toBeUndefined();
    expect(refusedAfter(typed("interim"), vary("interim", "other-force"))).toBeUndefined();
    expect(refusedAfter(typed("full"), vary("full", "us"))).toEqual({ rule: "relevant", section: "s4(1), s14" });
    const link = step("2026-12-04", { kind: "link-written", body: { link: "lives", ground } });
    expect(refusedAfter([...typed("full"), link], vary("full", "us"))).toBeUndefined();
    expect(refusedAfter(interim, ask({ order: "interim", what: "vary", until: undefined, keeps: [1] }, "2026-11-05"))).toBeUndefined();
  });

  test("s7: we appeal against a refusal, and against a change made for the subject; the subject’s appeal is a fact", () => {
    const appeal = (by: "us" | "subject", against: number, on: string): Step =>
      step(on, { kind: "appeal-noted", body: { by, against, day: on, says: "To the Crown Court." } });
    expect(refusedAfter(full, appeal("us", 8, "2026-12-10"))).toEqual({ rule: "appeal", section: "s7" });
    expect(refusedAfter(full, appeal("subject", 8, "2026-12-10"))).toBeUndefined();
    expect(refusedAfter(full, appeal("us", 7, "2026-12-10"))).toEqual({ rule: "no-result", section: "s7" });
    const before = step("2026-12-10", {
      kind: "appeal-noted",
      body: { by: "subject", against: 8, day: "2026-11-30", says: "To the Crown Court." },
    });
    expect(refusedAfter(full, before)).toEqual({ rule: "before-result", section: "s7" });
    expect(refusedAfter([...full, appeal("subject", 8, "2026-12-10")], appeal("subject", 8, "2026-12-10"))).toEqual({
      rule: "appealed-already",
      section: "s7",
    });
    const refused = [
      ...interim,
      step("2026-11-05", { kind: "court-result", body: { result: "refused", day: "2026-11-05", court: "Northmere" } }),
    ];
    expect(refusedAfter(refused, appeal("us", 7, "2026-11-10"))).toBeUndefined();
    const changed = (by: string, result: "varied" | "change-refused"): readonly Step[] => [
      ...full,
      ask({ by, what: "vary", until: undefined, keeps: [1], change: "c-9" }, "2027-02-01"),
      step("2027-03-01", { kind: "court-result", body: { result, order: "full", day: "2027-03-01", court: "Northmere", change: "c-9" } }),
    ];
    expect(refusedAfter(changed("subject", "varied"), appeal("us", 12, "2027-03-02"))).toBeUndefined();
    expect(refusedAfter(changed("us", "change-refused"), appeal("us", 12, "2027-03-02"))).toBeUndefined();
    expect(refusedAfter(changed("us", "varied"), appeal("us", 12, "2027-03-02"))).toEqual({ rule: "appeal", section: "s7" });
    for (const result of ["varied", "change-refused"] as const)
      expect(refusedAfter(changed("other-force", result), appeal("us", 12, "2027-03-02"))).toEqual({ rule: "appeal", section: "s7" });
    expect(refusedAfter(changed("subject", "change-refused"), appeal("us", 12, "2027-03-02"))).toEqual({ rule: "appeal", section: "s7" });
  });

  test("a result that was typed for the wrong application leaves it open again when it is corrected", () => {
    const body = { result: "change-refused", order: "full", day: "2029-10-10", court: "Northmere", change: "c-1" } as const;
    const { change: _, ...right } = body;
    const state = play([...ready, step("2029-10-10", { kind: "court-result", body })]);
    const [decided] = state.changes;
    expect(decided && stageOfChange(decided)).toBe("decided");
    const [open] = play(
      [step("2029-10-11", { kind: "result-corrected", body: { result: state.number, right, reason: "Of another order." } })],
      state,
    ).changes;
    expect(open && stageOfChange(open)).toBe("asked");
  });
});

describe("slips of whoever asks for a change are refused, and nothing is written twice", () => {
  const asks = (more: object = {}, on = "2029-10-01"): Step =>
    step(on, {
      kind: "change-asked",
      body: { change: "c-1", order: "full", what: "renew", by: "us", day: on, says: "Needed.", until: "2032-11-30", keeps: [1], ...more },
    });
  const ofChange = (kind: string, more: object = {}, by = "o-rana"): Step =>
    step("2029-10-05", { kind, body: { change: "c-1", ...more } }, by);
  const read = ofChange("necessity-read-again", { condition: 1, says: "Still." }, "o-parry");
  const sent = ofChange("change-sent", {}, "o-parry");
  const answered = step("2029-10-10", {
    kind: "court-result",
    body: { result: "change-refused", order: "full", day: "2029-10-10", court: "Northmere", change: "c-1" },
  });

  test.each([
    ["a step of no change", full, sent, "no-change"],
    ["a change twice", [...full, asks()], asks(), "change-number"],
    ["a change of an order that is not there", interim, asks(), "no-order"],
    ["a change of a day to come", full, { ...asks({}, "2029-10-02"), on: "2029-10-01" }, "not-yet"],
    ["a variation of nothing", full, asks({ what: "vary", keeps: undefined, until: undefined }), "nothing-asked"],
    ["a last day that is over", full, asks({ until: "2029-10-01" }), "until-past"],
    ["what was dropped", [...full, asks(), ofChange("change-dropped", { reason: "Not needed." })], sent, "dropped"],
    ["what a court answered", [...full, asks(), answered], { ...sent, on: "2029-10-11" }, "decided"],
    ["a drop without why", [...full, asks()], ofChange("change-dropped"), "reason"],
    ["a return without why", [...full, asks(), read, sent], ofChange("change-returned"), "reason"],
    ["a necessity that is read again without a renewal", [...full, asks({ what: "vary" })], read, "no-renewal"],
    ["what is sent already", [...full, asks(), read, sent], sent, "sent-already"],
    ["a second person before it is sent", [...full, asks(), read], ofChange("change-authorised", { reason: "Read." }), "not-sent"],
    [
      "a lodging without its court",
      [...full, asks(), read, sent, ofChange("change-authorised", { reason: "Read." })],
      ofChange("change-lodged", { day: "2029-10-05" }),
      "day-and-court",
    ],
    [
      "a lodging of a day to come",
      [...full, asks(), read, sent, ofChange("change-authorised", { reason: "Read." })],
      ofChange("change-lodged", { day: "2029-10-06", court: "Northmere" }),
      "not-yet",
    ],
    [
      "an appeal of a day to come",
      full,
      step("2026-12-05", { kind: "appeal-noted", body: { by: "subject", against: 8, day: "2026-12-06", says: "To the Crown Court." } }),
      "not-yet",
    ],
  ] as const)("%s", (_, steps, last, rule) => {
    expect(refusedAfter(steps, last)?.rule).toBe(rule);
  });

  test("a second person sends a change back, and it can be sent again", () => {
    const returned = [...full, asks(), read, sent, ofChange("change-returned", { reason: "Condition 1 is too wide." })];
    expect(refusedAfter(returned, sent)).toBeUndefined();
    expect(refusedAfter([...returned, sent], ofChange("change-authorised", { reason: "Read." }, "o-parry"))?.rule).toBe("own-draft");
  });
});
