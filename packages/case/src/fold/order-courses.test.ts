import { civilFromDays, civilToIso, daysFromCivil } from "@unmask/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Step,
  asked,
  authorises,
  begun,
  besideEw,
  besideNi,
  certified,
  commandOf,
  condition,
  confirms,
  confirmsService,
  criterion,
  eventsOf,
  frost,
  go,
  interim,
  interimMade,
  lawOf,
  link,
  lodges,
  lodgedOne,
  noon,
  nothing,
  okell,
  parry,
  period,
  protects,
  readIt,
  result,
  sent,
  serves,
  subject,
  writes,
} from "../../../../fixtures/order-story.ts";
import { decideOrder } from "../decide/decide-order.ts";
import { courtResultKinds } from "../event/of-court.ts";
import type { OrderIntent } from "../order-event.ts";
import { dutiesOfState } from "../register/duties-of-state.ts";
import { applicationStages } from "./order/application.ts";
import { resultStandings } from "./order/court.ts";
import { orderStages, stageOfOrder } from "./order/live-order.ts";
import { type OrderState, applyToOrder, foldOrder } from "./order-state.ts";

/** Random courses of one application: late, doubled, out of order. Fixed seeds, so that every machine walks the same ones. */

const firstDay = daysFromCivil({ year: 2026, month: 10, day: 5 });
const isoOf = (day: number): string => civilToIso(civilFromDays(firstDay + day));
const dutyStates = ["not-served", "due", "met", "met-late", "overdue", "suspended", "not-required", "ended", "undecided"];

const anyDay = fc.integer({ min: 0, max: 1_500 }).map(isoOf);
const early = fc.integer({ min: 0, max: 200 }).map(isoOf);
const which = fc.constantFrom("interim", "full" as const);
const number = fc.integer({ min: 1, max: 40 });
const until = fc.option(anyDay, { nil: null });

const mostly = fc.integer({ min: 0, max: 5 }).map((one) => one > 0);

const aResult = fc
  .record({
    kind: fc.constantFrom(...courtResultKinds, "interim-made", "interim-made", "interim-made", "made", "made"),
    day: anyDay,
    which,
    until,
    hasPeriod: mostly,
    hasConditions: mostly,
    hasCopy: mostly,
    quashes: fc.boolean(),
    remitted: fc.option(fc.constantFrom("yes", "no", "not-known" as const), { nil: undefined }),
    appeal: fc.option(number, { nil: undefined }),
  })
  .map(({ kind, day, which: order, until: last, hasPeriod, hasConditions, hasCopy, quashes, remitted, appeal }): OrderIntent =>
    result({
      result: kind,
      order,
      day,
      quashes,
      ...(remitted !== undefined && { remitted }),
      ...(hasPeriod && { period: { until: last } }),
      ...(hasConditions && { conditions: [condition(1)] }),
      ...(hasCopy && { copy: certified }),
      ...(appeal !== undefined && { appeal }),
    }),
  );

const aFact: fc.Arbitrary<OrderIntent> = fc.oneof(
  { weight: 12, arbitrary: aResult },
  { weight: 3, arbitrary: number.map((one) => confirms(one, { againstRuleSeen: true })) },
  number.map((one): OrderIntent => ({ kind: "result-sent-back", body: { result: one, reason: "Look again." } })),
  fc
    .tuple(number, aResult)
    .map(([one, right]): OrderIntent =>
      right.kind === "court-result"
        ? { kind: "result-corrected", body: { result: one, right: right.body, reason: "Typed wrongly." } }
        : right,
    ),
  { weight: 3, arbitrary: fc.tuple(which, anyDay).map(([one, day]) => serves(one, day)) },
  { weight: 3, arbitrary: number.map(confirmsService) },
  number.map((attempt): OrderIntent => ({ kind: "service-withdrawn", body: { attempt, reason: "It was his brother." } })),
  number.map((attempt): OrderIntent => ({ kind: "service-sent-back", body: { attempt, reason: "Which copy?" } })),
  fc.tuple(anyDay, fc.constantFrom("local", "elsewhere" as const)).map(([day, area]): OrderIntent => ({
    kind: "attended",
    body: {
      day,
      at: "11:05",
      station: "Northshire Central",
      area,
      inPerson: true,
      toWhom: "Ms Ferrars",
      names: ["Gary Slade"],
      allNames: "yes",
      address: "41 Tanyard Close",
      identity: "not-asked",
    },
  })),
  fc.tuple(anyDay, which).map(([day, order]): OrderIntent => ({
    kind: "change-asked",
    body: { change: "c-1", order, what: "discharge", by: "subject", day, says: "He asks." },
  })),
  number.map((against): OrderIntent => ({ kind: "appeal-noted", body: { by: "subject", against, day: "2027-01-01", says: "An appeal." } })),
);

const aStep: fc.Arbitrary<OrderIntent> = fc.oneof(
  { weight: 3, arbitrary: aFact },
  fc.constantFrom<OrderIntent>(
    begun,
    criterion("a"),
    criterion("b"),
    criterion("c"),
    link,
    protects("p-khan", "Nadia Khan"),
    writes(condition(1)),
    asked("religion"),
    asked("work"),
    asked("education"),
    period("2029-11-30"),
    sent,
    readIt("a"),
    readIt("b"),
    readIt("c"),
    authorises,
    { kind: "taken-back", body: {} },
    { kind: "draft-returned", body: { reason: "Not yet." } },
    { kind: "not-pursued", body: { reason: "She does not want it." } },
    { kind: "withdrawn", body: { day: "2026-11-10", reason: "In custody." } },
  ),
  early.map((day) => lodges(day)),
  early.map((day) => interim(day)),
);
const aHand = fc.constantFrom(parry, okell, frost, "desk");

/** What holds of every state, however it came to be. */
function holds(state: OrderState): void {
  expect(applicationStages).toContain(state.application.stage);
  for (const { stage } of state.application.course) expect(applicationStages).toContain(stage);
  for (const { standing } of state.results) expect(resultStandings).toContain(standing);
  const days = [
    ...new Set([
      ...state.orders.flatMap(({ made, period: { until: last }, ended }) => [made, last, ended?.day]),
      "2027-06-01",
      "2029-12-31",
    ]),
  ];
  for (const day of days) {
    if (day === null || day === undefined) continue;
    const stages = state.orders.map((one) => stageOfOrder(one, day));
    for (const stage of stages) expect(orderStages).toContain(stage);
    for (const kind of ["interim", "full"])
      expect(state.orders.filter((one, i) => one.which === kind && stages[i] === "lives").length, `${kind} on ${day}`).toBeLessThan(2);
    dutiesHold(state, day);
  }
}

/** Never a duty that runs without a service, and never one that waits for a service that is there. */
function dutiesHold(state: OrderState, day: string): void {
  for (const { register } of [besideEw, besideNi]) {
    if (register.code !== state.jurisdiction) continue;
    for (const { rule, state: how } of dutiesOfState(state, register, noon(day))) {
      expect(dutyStates).toContain(how);
      const served = state.orders.filter((one) => one.served !== null && one.served.day <= day);
      if (["due", "met", "met-late", "overdue"].includes(how)) expect(served, `${rule} is ${how} and nothing is served`).not.toEqual([]);
      if (how === "not-served")
        expect(state.orders.at(-1)?.served?.day ?? "9999", `${rule} waits for a service`).toSatisfy(
          (one: string) => one > day || state.orders.length > 1,
        );
    }
  }
}

/** Steps as they come; of some results and services the next step is what a second person says of them. */
function stepsOf(all: readonly (readonly [day: string, hand: string, OrderIntent, isRead: boolean])[]): readonly Step[] {
  const steps: Step[] = [["2026-10-05", parry, begun]];
  for (const [day, hand, intent, isRead] of all) {
    steps.push([day, hand, intent]);
    const number = steps.length;
    if (isRead && intent.kind === "court-result") steps.push([day, okell, confirms(number, { againstRuleSeen: true })]);
    if (isRead && intent.kind === "service-attempted") steps.push([day, okell, confirmsService(number)]);
  }
  return steps;
}

test("whatever is written, in whatever order: closed states, never two live orders of a kind, never a duty without its service", () => {
  const all = fc.array(fc.tuple(early, aHand, fc.oneof(aFact, aFact, aStep), mostly), { minLength: 5, maxLength: 30 });
  fc.assert(
    fc.property(all, (steps) => {
      const events = eventsOf("SPO-26-025", stepsOf(steps));
      const state = foldOrder("SPO-26-025", events, lawOf);
      holds(state);
      // One event after the other comes to the same.
      expect(events.reduce((one, event) => applyToOrder(one, event, lawOf), nothing())).toEqual(state);
    }),
    { numRuns: 120, seed: 418 },
  );
});

test("whatever is commanded of a lodged application: it is done or refused and never throws, and no interim order is asked for while one lives", () => {
  const start = go(lodgedOne(), [interimMade()]);
  let done = 0;
  let refused = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(aHand, aStep), { minLength: 20, maxLength: 40 }),
      fc.constantFrom("2026-12-20", "2031-01-01"),
      (steps, end) => {
        let state = start;
        for (const [hand, intent] of steps) {
          const outcome = decideOrder(commandOf(state, [end, hand, intent]), state, besideEw, noon(end));
          if (!outcome.done) {
            refused += 1;
            if ("refused" in outcome) expect(outcome.refused.says).toMatch(/\.$/);
            continue;
          }
          done += 1;
          if (intent.kind === "interim-wanted")
            expect(state.orders.some((one) => one.which === "interim" && stageOfOrder(one, end) === "lives")).toBe(false);
          state = outcome.events.reduce((one, event) => applyToOrder(one, event, lawOf), state);
        }
        holds(state);
      },
    ),
    { numRuns: 80, seed: 419 },
  );
  expect(done).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(300);
});

/** What a court and a service say, without the numbers under which it was written. */
function withoutNumbers({ orders, application }: OrderState): unknown {
  const lives = orders.map(({ which: kind, made, period: lasts, conditions, ended, gaps, served, marks }) => ({
    kind,
    made,
    lasts,
    conditions,
    ended,
    gaps,
    served: served?.day,
    marks: marks.map(({ says }) => says),
  }));
  return { stage: application.stage, orders: lives };
}

test("what courts did and what was served is worked out by its days: written in any order, or twice, it comes to the same orders", () => {
  const kinds = fc.constantFrom(
    "interim-made",
    "interim-refused",
    "made",
    "refused",
    "varied",
    "renewed",
    "discharged",
    "interim-ended" as const,
  );
  const facts = fc.uniqueArray(
    fc.record({ day: fc.integer({ min: 0, max: 1_500 }), kind: kinds, which, last: fc.integer({ min: 1, max: 1_200 }) }),
    {
      selector: ({ day }) => day,
      maxLength: 8,
    },
  );
  const services = fc.uniqueArray(fc.record({ day: fc.integer({ min: 0, max: 1_500 }), which }), {
    selector: ({ day }) => day,
    maxLength: 4,
  });
  fc.assert(
    fc.property(facts, services, fc.integer(), fc.boolean(), (all, tried, seed, isTwice) => {
      const typed = all.map(({ day, kind, which: order, last }): readonly OrderIntent[] => {
        const said = result({
          result: kind,
          order,
          day: isoOf(day),
          period: { until: isoOf(day + last) },
          conditions: [condition(1, { says: `As of ${day}.` })],
          copy: certified,
        });
        return isTwice ? [said, said] : [said];
      });
      const units: readonly (readonly OrderIntent[])[] = [...typed, ...tried.map(({ day, which: order }) => [serves(order, isoOf(day))])];
      const inOrder = folded(units);
      expect(withoutNumbers(folded(shuffled(units, seed)))).toEqual(withoutNumbers(inOrder));
      expect(withoutNumbers(folded([...typed.map((unit) => unit.slice(0, 1)), ...units.slice(typed.length)]))).toEqual(
        withoutNumbers(inOrder),
      );
    }),
    { numRuns: 180, seed: 420 },
  );
});

/** Every result read by a second person and every service confirmed, right after it was written. */
function folded(units: readonly (readonly OrderIntent[])[]): OrderState {
  const steps: Step[] = [["2026-10-05", parry, begun]];
  for (const unit of units)
    for (const intent of unit) {
      steps.push(["2026-10-06", parry, intent]);
      const written = steps.length;
      steps.push([
        "2026-10-06",
        okell,
        intent.kind === "court-result" ? confirms(written, { againstRuleSeen: true }) : confirmsService(written),
      ]);
    }
  return foldOrder("SPO-26-025", eventsOf("SPO-26-025", steps), lawOf);
}

function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const keyed = list.map((one, i) => ({ one, key: Math.imul((i + 1) ^ seed, 0x9e3779b1) >>> 0 }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ one }) => one);
}

test("Northern Ireland: the same random courses reach no other state", () => {
  const there: OrderIntent = {
    kind: "application-begun",
    body: { jurisdiction: "NI", subject, route: "s1-application", force: "Police Service of Northern Ireland" },
  };
  fc.assert(
    fc.property(
      fc.array(fc.tuple(early, aHand, aFact), { maxLength: 30 }),
      (steps: readonly (readonly [string, string, OrderIntent])[]) => {
        const state = foldOrder("SPO-26-025", eventsOf("SPO-26-025", [["2026-10-05", parry, there], ...steps]), lawOf);
        for (const { standing } of state.results) expect(resultStandings).toContain(standing);
        for (const day of ["2027-01-01", "2029-01-01"]) expect(() => dutiesOfState(state, besideNi.register, noon(day))).not.toThrow();
      },
    ),
    { numRuns: 40, seed: 421 },
  );
});
