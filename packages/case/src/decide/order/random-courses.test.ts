import { type RegisterLaw, civilFromDays, civilToIso } from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breachLabel, decisionClosedBy, decisionOf, excuseQuestions } from "../../fold/order/breach.ts";
import type { OrderState } from "../../fold/order-state.ts";
import { restsOf } from "../../register/breach-rests.ts";
import { dutiesOfState } from "../../register/duties-of-state.ts";
import { remindersDue } from "../../register/reminders.ts";
import {
  type Step,
  at,
  attended,
  beside,
  condition,
  ground,
  interim,
  moved,
  play,
  refusalOf,
  register,
  registerRows,
  step,
  unsaid,
} from "../../../../../test/cases/made-order.ts";

/** Random courses of an order: what people might write next, taken or refused. */

describe("over random courses of an order", () => {
  /** What people might write next; what is refused is as good a course as what is taken. */
  const dayOf = (offset: number): string => civilToIso(civilFromDays(20_753 + offset));
  const acts: readonly ((day: string, pick: number, state: OrderState) => Step)[] = [
    (day, pick) =>
      attended(day, {
        area: ["local", "elsewhere", "unknown"][pick % 3],
        allNames: pick % 4 === 0 ? "not-known" : "yes",
        inPerson: pick % 5 > 0,
      }),
    (day, pick) => attended(day, { address: `${pick % 3} Quay Street`, ...(pick % 2 === 0 && { changeOn: dayOf(30) }) }),
    (day, pick) => moved(day, pick % 4 === 0 ? undefined : `${pick % 3} Quay Street`),
    (day, pick) => step(day, { kind: "name-used", body: { name: `Gary ${pick % 3}`, day, ground } }),
    (day, pick) =>
      step(day, { kind: "other-register", body: { register: "SOA", from: day, ...(pick % 2 === 0 && { to: dayOf(50) }), ground } }),
    (day, pick, state) => {
      const duties = dutiesOfState(state, register, at(day));
      const { rule, trigger } = duties[pick % Math.max(1, duties.length)] ?? { rule: "first-notice", trigger: "served" };
      const how = ["counts-as-met", "does-not-count", "keep-open"][pick % 3];
      return step(day, {
        kind: "duty-settled",
        body: { rule, trigger, how, reason: "Read.", ...(how === "keep-open" && { again: dayOf(70) }) },
      });
    },
    (day, pick, { settledDuties }) => {
      const settled = settledDuties[pick % Math.max(1, settledDuties.length)]?.number ?? 1;
      return step(day, { kind: "duty-settling-read", body: { settled, agrees: pick % 3 > 0, says: "The station." } }, "o-wren");
    },
    (day, pick, state) => {
      const duties = dutiesOfState(state, register, at(day));
      const duty = duties[pick % Math.max(1, duties.length)];
      const of = pick % 2 === 0 || duty === undefined ? { condition: 1 + (pick % 3) } : { duty: duty.rule, trigger: duty.trigger };
      const order = pick % 3 === 0 ? "full" : "interim";
      return step(day, { kind: "breach-opened", body: { breach: `b-${pick % 4}`, order, of, day, says: "Seen." } });
    },
    (day, pick) =>
      step(day, {
        kind: "breach-evidence",
        body: { breach: `b-${pick % 4}`, says: "A photograph.", doesNotShow: "No face.", knowing: "record" },
      }),
    (day, pick) => step(day, { kind: "breach-knew", body: { breach: `b-${pick % 4}`, ...(pick % 3 > 0 && { service: 5 }), ground } }),
    (day, pick) =>
      step(day, {
        kind: "excuse-asked",
        body: {
          breach: `b-${pick % 4}`,
          question: `Question ${pick % 2}?`,
          ...(pick % 5 > 0 && { found: "The van.", of: "him", knowing: "account" }),
        },
      }),
    (day, pick) => step(day, { kind: "excuse-assessed", body: { breach: `b-${pick % 4}`, says: "The van may explain it." } }),
    (day, pick) => {
      const decision = ["arrest", "interview", "more-enquiry", "excuse-accepted", "not-a-breach"][pick % 5];
      return step(
        day,
        { kind: "breach-decided", body: { breach: `b-${pick % 4}`, decision, reason: "Read.", until: dayOf(65) } },
        "o-bell",
      );
    },
    (day, pick) =>
      step(day, { kind: "breach-decision-read", body: { breach: `b-${pick % 4}`, agrees: pick % 3 > 0, says: "The hour." } }, "o-wren"),
    (day, pick) =>
      step(day, { kind: "protected-told", body: { person: `p-${pick % 4}`, about: `b-${pick % 4}`, how: "call", says: "Told." } }),
    (day, pick) => step(day, { kind: "entry-withdrawn", body: { entry: 7 + (pick % 20), reason: "It was his brother." } }),
    (day, pick) => step(day, { kind: "service-withdrawn", body: { attempt: 5 + (pick % 5), reason: "It was his brother." } }),
    (day, pick) => {
      const result = ["discharged", "varied", "refused", "made"][pick % 4];
      const more = result === "made" ? { period: { until: null }, conditions: [condition(1)] } : { order: "interim" };
      return step(day, { kind: "court-result", body: { result, day, court: "Northmere", ...more } });
    },
    (day, pick) => {
      const by = ["us", "subject", "other-force"][pick % 3];
      const what = ["vary", "renew", "discharge"][pick % 3];
      return step(day, {
        kind: "change-asked",
        body: { change: `c-${pick % 3}`, order: "interim", what, by, day, says: "Needed.", keeps: [1] },
      });
    },
    (day, pick) => step(day, { kind: "change-sent", body: { change: `c-${pick % 3}` } }),
    (day, pick) => step(day, { kind: "consent-given", body: { change: `c-${pick % 3}`, of: "subject", answer: "no", day, says: "No." } }),
    (day, pick) =>
      step(day, {
        kind: "appeal-noted",
        body: { by: pick % 2 === 0 ? "us" : "subject", against: 4 + (pick % 12), day, says: "To the Crown Court." },
      }),
  ];
  const courses = fc.array(fc.record({ offset: fc.integer({ min: 9, max: 55 }), act: fc.nat(acts.length - 1), pick: fc.nat(59) }), {
    minLength: 5,
    maxLength: 40,
  });
  /** Northern Ireland: its register begins with the day in force, and most rules are not known. */
  const elsewhere: RegisterLaw = {
    ...register,
    code: "NI",
    firstFrom: "in-force",
    rules: Object.fromEntries(Object.entries(registerRows).filter(([id]) => id === "first-notice" || id === "suspended")),
  };

  const textsOf = (state: OrderState, rules: RegisterLaw, on: string): readonly string[] => [
    ...dutiesOfState(state, rules, at(on)).flatMap(({ why, section, label = "" }) => [why, section, label]),
    ...remindersDue(state, rules, beside.reminders, at(on)).map(({ says }) => says),
    ...state.breaches.flatMap((breach) => {
      const rests = restsOf(breach, state, rules, at(on));
      return [breachLabel(breach, rules, rests), ...decisionClosedBy(breach, rests), ...excuseQuestions(breach)];
    }),
  ];

  test("no text says that an offence was committed, calls somebody a name or gives a likelihood, and no label stands on what is undecided or before service", () => {
    const seen = new Set<string>();
    const ready = [7, 8, 9, 10, 11].reduce((state, act) => play([acts[act]?.(dayOf(8), 4, state) ?? expect.fail()], state), play(interim));
    fc.assert(
      fc.property(courses, fc.boolean(), (course, isReady) => {
        // Half of them begin with a breach that is ready to be decided.
        let state = isReady ? ready : play(interim);
        for (const { offset, act, pick } of course.toSorted((one, other) => one.offset - other.offset)) {
          const next = acts[act]?.(dayOf(offset), pick, state) ?? expect.fail();
          const refused = refusalOf(next, state);
          seen.add(`${next.intent.kind} ${refused?.rule ?? "taken"}`);
          if (refused) expect(`${refused.says} ${refused.section ?? ""}`).not.toMatch(unsaid);
          else state = play([next], state);
          for (const breach of state.breaches) {
            const rests = restsOf(breach, state, register, at(dayOf(offset)));
            const isOpen = decisionOf(breach, rests) === undefined;
            expect(breachLabel(breach, register, rests).startsWith("Decided")).toBe(!isOpen);
            if (!isOpen) expect(breach.asked.some(({ found, of }) => found !== undefined && of !== undefined)).toBe(true);
          }
        }
        for (const on of ["2026-11-05", "2026-12-30", "2027-06-01"])
          for (const rules of [register, elsewhere]) {
            expect(textsOf(state, rules, on).join("\n")).not.toMatch(unsaid);
            for (const { state: worked, stands, label } of dutiesOfState(state, rules, at(on))) {
              expect(label === undefined).toBe(stands !== "overdue" && stands !== "met-late");
              if (state.orders.every(({ served: one }) => one === null)) expect([worked, stands]).not.toContain("overdue");
            }
          }
      }),
      { seed: 9_005, numRuns: 100 },
    );
    // The courses reach what they are to try.
    for (const kind of [
      "attended",
      "duty-settled",
      "duty-settling-read",
      "breach-opened",
      "breach-decided",
      "breach-decision-read",
      "change-asked",
      "appeal-noted",
    ])
      expect([...seen].filter((one) => one.startsWith(`${kind} `)).length, kind).toBeGreaterThan(1);
    expect(seen).toContain("breach-decided taken");
    expect(seen).toContain("breach-decided decision-closed");
  });
});
