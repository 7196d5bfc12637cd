import {
  type Instant,
  type LawRow,
  type OrderDeskLaw,
  type OrderDeskRuleId,
  type RegisterLaw,
  type RegisterRuleId,
  instantFromIso,
  parseSha256,
  readStrictly,
} from "@unmask/core";
import { expect } from "vitest";
import { type OrderState, applyToOrder, emptyOrder } from "../../packages/case/src/fold/order-state.ts";
import type { Condition } from "../../packages/case/src/event/order-shapes.ts";
import { type OrderIntent, orderEventToJson, orderIntentFromJson, parseOrderEvent } from "../../packages/case/src/order-event.ts";
import { dutiesOfState } from "../../packages/case/src/register/duties-of-state.ts";
import type { BesideOrder, OrderRefusal } from "../../packages/case/src/decide/order-command.ts";
import { breachRefuses } from "../../packages/case/src/decide/order/breach.ts";
import { changeRefuses } from "../../packages/case/src/decide/order/change.ts";
import { registerRefuses } from "../../packages/case/src/decide/order/register.ts";

/** An order that was made, for tests of what follows: law with the sections of the Act, and steps that people take. Rooms of one floor never meet, so that the sections stand here again. */

const sections: Readonly<Partial<Record<OrderDeskRuleId | RegisterRuleId, string>>> = {
  "least-period": "s3(2)",
  "change-who": "s4(1), s14",
  "change-necessary": "s4(4)(a)",
  "consent-asked-by-police": "s4(4)(b)",
  "interim-ends": "s5",
  "interim-period": "s5",
  "consent-asked-otherwise": "s4(4)(b)",
  "interim-change": "s5(7)",
  "appeal-by-subject": "s7",
  "appeal-by-police": "s7",
  breach: "s8",
  told: "s9(2)",
  home: "s14",
  identity: "s10(5), s10(6)",
  "first-notice": "s9(1)",
  "replaces-interim": "s9(1)",
  "name-used": "s9(3)",
  "address-changed": "s9(4)",
  "early-notice": "s10(3)(b)",
  suspended: "s9(5)",
  "suspension-ends": "s9(6)-(7)",
  where: "s10(1)",
  acknowledged: "s10(4)",
  failing: "s11",
};

function row(id: OrderDeskRuleId | RegisterRuleId): LawRow | undefined {
  const section = sections[id];
  if (section === undefined) return undefined;
  const said = { ruleVersion: "2026-11-28", says: "It is so.", source: "invented", checkedOn: "2026-11-28" };
  return { id, jurisdiction: "EW", section, ...said, verification: "design" };
}

export const law: OrderDeskLaw = {
  code: "EW",
  ruleVersion: "2026-11-28",
  leastYears: 2,
  leastBindsEach: false,
  consentBeforeYears: 2,
  adultYears: 18,
  courts: { adult: "magistrates", younger: "youth" },
  withoutArea: [],
  onlyApplicant: null,
  ownMotionFrom: null,
  section: row,
  without: [],
};
export const registerRows: Partial<Record<RegisterRuleId, LawRow>> = {};
for (const id of [
  "first-notice",
  "replaces-interim",
  "name-used",
  "address-changed",
  "early-notice",
  "suspended",
  "suspension-ends",
  "where",
  "acknowledged",
  "failing",
] as const) {
  const one = row(id);
  if (one) registerRows[id] = one;
}
export const register: RegisterLaw = { code: "EW", ruleVersion: "2026-11-28", days: 3, firstFrom: "service", rules: registerRows };
export const beside: BesideOrder = { law, register, reminders: { beforeEnd: [180, 90, 30] }, others: [] };

export function at(iso: string): Instant {
  return instantFromIso(iso.length === 10 ? `${iso}T12:00:00.000Z` : iso) ?? expect.fail(iso);
}

export interface Step {
  readonly on: string;
  readonly by: string;
  readonly intent: OrderIntent;
}
/** As it would come in JSON: a key without a value is not there. */
export const step = (on: string, intent: object, by = "o-parry"): Step => {
  const read = readStrictly(JSON.parse(JSON.stringify(intent)), "intent", orderIntentFromJson);
  return { on, by, intent: read.ok ? read.value : expect.fail(read.error) };
};

export function refusalOf({ on, by, intent }: Step, state: OrderState): OrderRefusal | undefined {
  const command = { ...intent, stream: { of: "order", id: "SPO-26-025" } as const, saw: state.number, by, happened: at(on) };
  return (
    registerRefuses(command, state, beside, at(on)) ??
    breachRefuses(command, state, beside, at(on)) ??
    changeRefuses(command, state, beside, at(on))
  );
}

/** Lets people act one after another; whatever is refused on the way is a slip of the test. */
export function play(steps: readonly Step[], from: OrderState = emptyOrder("SPO-26-025")): OrderState {
  return steps.reduce((state, one) => {
    const refused = refusalOf(one, state);
    if (refused) expect.fail(`${one.intent.kind} on ${one.on}: ${refused.says}`);
    const moment = at(one.on);
    const event = {
      ...one.intent,
      stream: { of: "order", id: "SPO-26-025" } as const,
      number: state.number + 1,
      by: one.by,
      happened: moment,
      recorded: moment,
    };
    // What is played is what can be written and read.
    const read = parseOrderEvent(JSON.parse(orderEventToJson(event)));
    if (!read.ok) expect.fail(read.error);
    return applyToOrder(state, read.value, () => law);
  }, from);
}

/** What the last of them is refused for. */
export function refusedAfter(steps: readonly Step[], last: Step, from?: OrderState): Pick<OrderRefusal, "rule" | "section"> | undefined {
  const refused = refusalOf(last, play(steps, from));
  if (refused) {
    expect(refused.says).toMatch(/^[A-Z“].*\.$/s);
    expect(JSON.stringify(refused)).not.toMatch(unsaid);
  }
  return refused && { rule: refused.rule, ...(refused.section !== undefined && { section: refused.section }) };
}
export const unsaid = /offence committed|stalker|perpetrator|likel|\d\s*%|per ?cent/i;

export const condition = (number: number, more: object = {}): Condition => ({
  condition: number,
  type: "prohibition",
  says: "Not to be at the station.",
  evidence: ["NK/1"],
  interimToo: true,
  necessity: "He waited there.",
  ...more,
});
export const hash = parseSha256("ab".repeat(32)) ?? expect.fail();
export const ground = { says: "landlord’s letter", knowing: "record" } as const;
export const begun = step("2026-10-05", {
  kind: "application-begun",
  body: { jurisdiction: "EW", case: "0418", subject: { name: "Gary Slade" }, route: "s1-application", force: "Northshire Police" },
});
export const protectsTwo = ["p-1", "p-2"].map((person) =>
  step("2026-10-06", { kind: "protected-named", body: { person, name: person, victim: true } }),
);
export const made = (
  result: "interim-made" | "made",
  day: string,
  until: string | null,
  conditions: readonly Condition[] = [condition(1), condition(2)],
): Step => step(day, { kind: "court-result", body: { result, day, court: "Northmere", period: { until }, conditions } });
export const served = (order: "interim" | "full", day: string, attempt: number): readonly Step[] => [
  step(day, {
    kind: "service-attempted",
    body: {
      order,
      day,
      at: "16:05",
      made: "PC 3310",
      place: "Tarn Road",
      outcome: "served",
      says: "By hand.",
      evidence: [],
      knowing: "record",
    },
  }),
  step(
    day,
    {
      kind: "service-confirmed",
      body: { attempt, rightPerson: "yes", rightOrder: "yes", given: "yes", understood: "not-known", says: "Film seen." },
    },
    "o-wren",
  ),
];
export const attended = (day: string, more: object = {}): Step =>
  step(day, {
    kind: "attended",
    body: {
      day,
      at: "17:52",
      station: "Tarn Road",
      area: "local",
      inPerson: true,
      toWhom: "PC 3310",
      names: ["Gary Slade"],
      allNames: "yes",
      address: "41 Tanyard Close",
      identity: "not-asked",
      ...more,
    },
  });
export const moved = (day: string, address?: string, on = day): Step =>
  step(on, { kind: "address-changed", body: { day, ...(address !== undefined && { address }), ground } });

/** Events 1 to 4 make an interim order, 5 and 6 serve it. */
export const interim = [begun, ...protectsTwo, made("interim-made", "2026-10-27", "2027-01-31"), ...served("interim", "2026-10-31", 5)];
/** 7 meets its first notice, 8 makes the full order, 9 and 10 serve it. */
export const full = [...interim, attended("2026-11-02"), made("made", "2026-12-01", "2029-11-30"), ...served("full", "2026-12-02", 9)];

export const states = (state: OrderState, on: string): readonly string[] =>
  dutiesOfState(state, register, at(on)).map(({ rule, stands, due }) => `${rule} ${stands} ${due ?? "-"}`);
