import {
  type Instant,
  type LawRow,
  type OrderDeskLaw,
  type OrderDeskRuleId,
  type RegisterLaw,
  type RegisterRuleId,
  civilFromDays,
  civilToIso,
  instantFromIso,
  parseSha256,
  readStrictly,
} from "@unmask/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { desk } from "../../event.ts";
import { breachLabel, decisionClosedBy, decisionOf, excuseQuestions, updatesOwed } from "../../fold/order/breach.ts";
import { stageOfChange } from "../../fold/order/change.ts";
import { newestOf } from "../../fold/order/order-of-kind.ts";
import { protectedIds } from "../../fold/order/protected-ids.ts";
import { type OrderState, applyToOrder, emptyOrder } from "../../fold/order-state.ts";
import type { Condition } from "../../event/order-shapes.ts";
import { type OrderEvent, type OrderIntent, orderEventToJson, orderIntentFromJson, parseOrderEvent } from "../../order-event.ts";
import { mindsOfChange } from "../../order/change-minds.ts";
import { changedByEach, whatChanged } from "../../order/what-changed.ts";
import { dutiesOfState } from "../../register/duties-of-state.ts";
import { owedUnder } from "../../register/owed-under.ts";
import { remindersDue } from "../../register/reminders.ts";
import type { BesideOrder, OrderRefusal } from "../order-command.ts";
import { breachRefuses } from "./breach.ts";
import { changeRefuses } from "./change.ts";
import { registerRefuses } from "./register.ts";

/** What is refused after an order was made, section by section. The room of law has the same sections; rooms of one floor never meet. */

const sections: Readonly<Partial<Record<OrderDeskRuleId | RegisterRuleId, string>>> = {
  "least-period": "s3(2)",
  "change-who": "s4(1), s14",
  "change-necessary": "s4(4)(a)",
  "consent-asked-by-police": "s4(4)(b)",
  "interim-ends": "s5",
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

const law: OrderDeskLaw = {
  code: "EW",
  ruleVersion: "2026-11-28",
  leastYears: 2,
  leastBindsEach: false,
  consentBeforeYears: 2,
  adultYears: 18,
  courts: { adult: "magistrates", younger: "youth" },
  withoutArea: [],
  ownMotionFrom: null,
  section: row,
  without: [],
};
const registerRows: Partial<Record<RegisterRuleId, LawRow>> = {};
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
const register: RegisterLaw = { code: "EW", ruleVersion: "2026-11-28", days: 3, firstFrom: "service", rules: registerRows };
const beside: BesideOrder = { law, register, reminders: { beforeEnd: [180, 90, 30] }, others: [] };

function at(iso: string): Instant {
  return instantFromIso(iso.length === 10 ? `${iso}T12:00:00.000Z` : iso) ?? expect.fail(iso);
}

interface Step {
  readonly on: string;
  readonly by: string;
  readonly intent: OrderIntent;
}
/** As it would come in JSON: a key without a value is not there. */
const step = (on: string, intent: object, by = "o-parry"): Step => {
  const read = readStrictly(JSON.parse(JSON.stringify(intent)), "intent", orderIntentFromJson);
  return { on, by, intent: read.ok ? read.value : expect.fail(read.error) };
};

function refusalOf({ on, by, intent }: Step, state: OrderState): OrderRefusal | undefined {
  const command = { ...intent, stream: { of: "order", id: "SPO-26-025" } as const, saw: state.number, by, happened: at(on) };
  return (
    registerRefuses(command, state, beside, at(on)) ??
    breachRefuses(command, state, beside, at(on)) ??
    changeRefuses(command, state, beside, at(on))
  );
}

/** Lets people act one after another; whatever is refused on the way is a slip of the test. */
function play(steps: readonly Step[], from: OrderState = emptyOrder("SPO-26-025")): OrderState {
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
function refusedAfter(steps: readonly Step[], last: Step, from?: OrderState): Pick<OrderRefusal, "rule" | "section"> | undefined {
  const refused = refusalOf(last, play(steps, from));
  if (refused) {
    expect(refused.says).toMatch(/^[A-Z“].*\.$/s);
    expect(JSON.stringify(refused)).not.toMatch(unsaid);
  }
  return refused && { rule: refused.rule, ...(refused.section !== undefined && { section: refused.section }) };
}
const unsaid = /offence committed|stalker|perpetrator|likel|\d\s*%|per ?cent/i;

const condition = (number: number, more: object = {}): Condition => ({
  condition: number,
  type: "prohibition",
  says: "Not to be at the station.",
  evidence: ["NK/1"],
  interimToo: true,
  necessity: "He waited there.",
  ...more,
});
const hash = parseSha256("ab".repeat(32)) ?? expect.fail();
const ground = { says: "landlord’s letter", knowing: "record" } as const;
const begun = step("2026-10-05", {
  kind: "application-begun",
  body: { jurisdiction: "EW", case: "0418", subject: { name: "Gary Slade" }, route: "s1-application", force: "Northshire Police" },
});
const protectsTwo = ["p-1", "p-2"].map((person) =>
  step("2026-10-06", { kind: "protected-named", body: { person, name: person, victim: true } }),
);
const made = (
  result: "interim-made" | "made",
  day: string,
  until: string | null,
  conditions: readonly Condition[] = [condition(1), condition(2)],
): Step => step(day, { kind: "court-result", body: { result, day, court: "Northmere", period: { until }, conditions } });
const served = (order: "interim" | "full", day: string, attempt: number): readonly Step[] => [
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
const attended = (day: string, more: object = {}): Step =>
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
const moved = (day: string, address?: string, on = day): Step =>
  step(on, { kind: "address-changed", body: { day, ...(address !== undefined && { address }), ground } });

/** Events 1 to 4 make an interim order, 5 and 6 serve it. */
const interim = [begun, ...protectsTwo, made("interim-made", "2026-10-27", "2027-01-31"), ...served("interim", "2026-10-31", 5)];
/** 7 meets its first notice, 8 makes the full order, 9 and 10 serve it. */
const full = [...interim, attended("2026-11-02"), made("made", "2026-12-01", "2029-11-30"), ...served("full", "2026-12-02", 9)];

const states = (state: OrderState, on: string): readonly string[] =>
  dutiesOfState(state, register, at(on)).map(({ rule, stands, due }) => `${rule} ${stands} ${due ?? "-"}`);

describe("the register works out of what was written", () => {
  test("s9(1): the first notice runs from the service that a second person confirmed, and is met in person at a station of the area", () => {
    expect(states(play(interim.slice(0, 5)), "2026-10-31")).toEqual(["first-notice not-served -"]);
    expect(states(play(interim), "2026-11-02")).toEqual(["first-notice due 2026-11-02"]);
    expect(states(play([...interim, attended("2026-11-02")]), "2026-11-09")).toEqual(["first-notice met 2026-11-02"]);
  });

  test("s9(1): a full order that replaces the interim asks for no second first notice, and a change goes on: s9(4)", () => {
    const state = play([...full, moved("2026-12-09", "4 Quay Street", "2026-12-11")]);
    expect(states(state, "2026-12-11")).toEqual([
      "first-notice met 2026-11-02",
      "first-notice not-required -",
      "address-changed due 2026-12-11",
    ]);
    expect(dutiesOfState(state, register, at("2026-12-12T00:00:00.000Z")).at(-1)).toMatchObject({
      stands: "overdue",
      label: "overdue — possible s11 offence, reasonable excuse not assessed",
    });
  });

  test("s10(1): what was not said in person is no notice; at a station elsewhere or not known it is for an officer", () => {
    expect(states(play([...interim, attended("2026-11-02", { inPerson: false })]), "2026-11-09")).toEqual([
      "first-notice overdue 2026-11-02",
    ]);
    for (const area of ["elsewhere", "unknown"]) {
      const duties = dutiesOfState(play([...interim, attended("2026-11-02", { area })]), register, at("2026-11-09"));
      expect(duties.map(({ stands, due, label }) => [stands, due, label])).toEqual([["undecided", "2026-11-02", undefined]]);
    }
  });

  test("s9(2): names of which it is not said that they are all, or no address, are less than all; a name left out is for an officer", () => {
    expect(states(play([...interim, attended("2026-11-02", { allNames: "not-known" })]), "2026-11-09")).toEqual([
      "first-notice undecided 2026-11-02",
    ]);
    expect(states(play([...interim, attended("2026-11-02", { address: undefined })]), "2026-11-09")).toEqual([
      "first-notice undecided 2026-11-02",
    ]);
    const used = step("2026-12-02", { kind: "name-used", body: { name: "Gary Stone", day: "2026-10-20", found: "2026-12-02", ground } });
    expect(states(play([...interim, attended("2026-11-02"), used]), "2026-12-03")).toEqual([
      "first-notice undecided 2026-11-02",
      "name-used not-required -",
    ]);
    const told = attended("2026-11-02", { names: ["Gary Slade", "gary  stone"] });
    expect(states(play([...interim, told, used]), "2026-12-03")[0]).toBe("first-notice met 2026-11-02");
  });

  test("s9(3): a name that was left out of what was told later is not told by it, and runs from its use", () => {
    const used = step("2026-11-20", { kind: "name-used", body: { name: "Gary Stone", day: "2026-11-15", found: "2026-11-20", ground } });
    const steps = [...interim, attended("2026-11-02"), used];
    expect(states(play([...steps, attended("2026-11-21")]), "2026-11-22")[1]).toBe("name-used overdue 2026-11-17");
    expect(states(play([...steps, attended("2026-11-21", { names: ["Gary Slade", "Gary Stone"] })]), "2026-11-22")[1]).toBe(
      "name-used met-late 2026-11-17",
    );
    expect(states(play([...interim, attended("2026-11-02", { names: ["Gary Slade", "Gary Stone"] }), used]), "2026-11-22")[1]).toBe(
      "name-used met 2026-11-17",
    );
  });

  test("s9(4): the address that had been told before is no news; another than the known one is for an officer", () => {
    const steps = [...interim, attended("2026-11-02"), moved("2026-11-10", "4 Quay Street")];
    const last = (more: object): string | undefined => states(play([...steps, attended("2026-11-12", more)]), "2026-11-20").at(-1);
    expect(last({ address: "4 quay street" })).toBe("address-changed met 2026-11-12");
    expect(last({ address: "41 Tanyard Close" })).toBe("address-changed overdue 2026-11-12");
    expect(last({ address: "9 Mill Row" })).toBe("address-changed undecided 2026-11-12");
  });

  test("s10(3)(b): a change that is told before it is met, where it is that change", () => {
    const early = attended("2026-11-08", { address: "4 Quay Street", changeOn: "2026-11-10" });
    const after = (address: string): string | undefined =>
      states(play([...interim, attended("2026-11-02"), early, moved("2026-11-10", address)]), "2026-11-20").at(-1);
    expect(after("4 Quay Street")).toBe("address-changed met 2026-11-12");
    expect(after("9 Mill Row")).toBe("address-changed overdue 2026-11-12");
    // It is of that change alone, and no first notice.
    expect(states(play([...interim, { ...early, on: "2026-11-08" }]), "2026-11-09")).toEqual(["first-notice undecided 2026-11-02"]);
  });

  test("s14: where there is no home, the place where they can regularly be found is told; no address here at all is for an officer", () => {
    const found = attended("2026-11-02", { address: undefined, regularlyFound: "St Anne’s shelter" });
    expect(states(play([...interim, found]), "2026-11-09")).toEqual(["first-notice met 2026-11-02"]);
    expect(states(play([...interim, attended("2026-11-02"), moved("2026-11-10")]), "2026-11-20").at(-1)).toBe(
      "address-changed undecided 2026-11-12",
    );
    const movedTwice = [moved("2026-11-05", "4 Quay Street"), attended("2026-11-05", { address: "4 Quay Street" }), moved("2026-11-10")];
    expect(states(play([...interim, attended("2026-11-02"), ...movedTwice]), "2026-11-20").at(-1)).toBe(
      "address-changed undecided 2026-11-12",
    );
  });

  test("s9(5)-(7): another register suspends, and the first notice starts anew on its final day", () => {
    const other = step("2026-11-05", { kind: "other-register", body: { register: "SOA", from: "2026-11-05", to: "2026-11-20", ground } });
    const state = play([...interim, attended("2026-11-02"), other]);
    expect(states(state, "2026-11-10").at(-1)).toBe("suspended suspended 2026-11-22");
    expect(states(state, "2026-11-21").at(-1)).toBe("suspension-ends due 2026-11-22");
  });

  test("what is withdrawn stays readable and counts for nothing: everything is worked out anew", () => {
    const state = play([
      ...interim,
      attended("2026-11-02"),
      step("2026-11-05", { kind: "entry-withdrawn", body: { entry: 7, reason: "It was his brother." } }),
    ]);
    expect(states(state, "2026-11-09")).toEqual(["first-notice overdue 2026-11-02"]);
    expect(state.attendances[0]?.withdrawn?.reason).toBe("It was his brother.");
    const again = play(
      [step("2026-11-06", { kind: "service-withdrawn", body: { attempt: 5, reason: "It was his brother." } }, "o-wren")],
      state,
    );
    expect(states(again, "2026-11-09")).toEqual(["first-notice not-served -"]);
  });

  test("s5: an interim that ended when the application was refused asks for nothing new", () => {
    const refused = step("2026-11-05", { kind: "court-result", body: { result: "refused", day: "2026-11-05", court: "Northmere" } });
    expect(states(play([...interim, attended("2026-11-02"), refused, moved("2026-11-06", "4 Quay Street")]), "2026-11-20")).toEqual([
      "first-notice met 2026-11-02",
      "address-changed ended -",
    ]);
  });
});

describe("the register refuses", () => {
  test.each([
    ["no order is made: s9(1)", [begun], attended("2026-10-20"), "no-order", "s9(1)"],
    ["before the order was made: s9(1)", interim, { ...attended("2026-10-20"), on: "2026-11-02" }, "before-order", "s9(1)"],
    ["a day that has not come", interim, { ...attended("2026-11-12"), on: "2026-11-02" }, "not-yet", undefined],
    ["s14: a home and a place in its stead", interim, attended("2026-11-02", { regularlyFound: "the shelter" }), "home-or-found", "s14"],
    ["s10(3)(b): a change that had come", interim, attended("2026-11-02", { changeOn: "2026-11-02" }), "told-before", "s10(3)(b)"],
    [
      "s10(5): a refusal without the words of it",
      interim,
      attended("2026-11-02", { identity: "refused" }),
      "words-of-refusal",
      "s10(5), s10(6)",
    ],
    [
      "s10(1): prints of somebody on the phone",
      interim,
      attended("2026-11-02", { inPerson: false, identity: "both" }),
      "not-in-person",
      "s10(1)",
    ],
    ["s9(2): names used online, which no section asks for", interim, attended("2026-11-02", { online: ["gaz"] }), "online-names", "s9(2)"],
    ["s9(2): nothing told", interim, attended("2026-11-02", { names: [], address: undefined }), "nothing-told", "s9(2)"],
    ["s10(3)(b): a move that is still to come", interim, moved("2026-11-12", "4 Quay Street", "2026-11-02"), "not-yet", "s10(3)(b)"],
  ] as const)("%s", (_, steps, last, rule, section) => {
    expect(refusedAfter(steps, last)).toEqual({ rule, ...(section !== undefined && { section }) });
  });

  test("s9 to s11: names used online are taken where a requirement of the order can ask for them", () => {
    const asks = [
      ...interim.slice(0, 3),
      made("interim-made", "2026-10-27", "2027-01-31", [condition(1, { type: "requirement", says: "Tell each account." })]),
    ];
    expect(refusedAfter(asks, attended("2026-11-02", { online: ["gaz"] }))).toBeUndefined();
  });

  test("s10(4): what was told in person is acknowledged in print, unsigned as unsigned, and the same paper once", () => {
    const paper = (signed: boolean, attendance = 7): Step =>
      step("2026-11-02", { kind: "acknowledged", body: { attendance, form: "ack-1", sha256: hash, signed, given: true } });
    const steps = [...interim, attended("2026-11-02")];
    const state = play([...steps, paper(false)]);
    expect(state.attendances[0]?.acknowledged).toMatchObject([{ signed: false, given: true, form: "ack-1" }]);
    expect(refusedAfter(steps, paper(false, 6))).toEqual({ rule: "no-attendance", section: "s10(4)" });
    expect(refusedAfter([...steps, paper(false)], paper(false))).toEqual({ rule: "acknowledged-already", section: "s10(4)" });
    expect(refusedAfter([...steps, paper(false)], paper(true))).toBeUndefined();
    expect(refusedAfter([...interim, attended("2026-11-02", { inPerson: false })], paper(true))).toEqual({
      rule: "not-in-person",
      section: "s10(1)",
    });
  });

  test("an order stays with the force that has it until somebody in the other has taken it", () => {
    const to = (force: string, taken?: string): Step =>
      step("2026-12-10", {
        kind: "transferred",
        body: { to: force, day: "2026-12-10", told: "Westmere desk", ...(taken !== undefined && { taken }), reason: "He moved." },
      });
    expect(refusedAfter(full, to("Northshire Police"))).toEqual({ rule: "has-it-already" });
    expect(refusedAfter([...full, to("Westmere Police")], to("Westmere Police"))).toEqual({ rule: "told-already" });
    const state = play([...full, to("Westmere Police"), to("Westmere Police", "Insp Hale")]);
    expect(state.transfers).toMatchObject([{ to: "Westmere Police", taken: "Insp Hale", takenSince: { number: 12 } }]);
    expect(refusedAfter([], to("Westmere Police"), state)).toEqual({ rule: "has-it-already" });
  });

  test("an undecided duty is settled by a person, with a day where it is kept open, and only while it is undecided", () => {
    const settle = (how: "counts-as-met" | "does-not-count" | "keep-open", again?: string, by?: string): Step =>
      step(
        "2026-11-09",
        {
          kind: "duty-settled",
          body: { rule: "first-notice", trigger: "interim served 2026-10-31", how, reason: "Read.", ...(again !== undefined && { again }) },
        },
        by,
      );
    const steps = [...interim, attended("2026-11-02", { area: "elsewhere" })];
    expect(refusedAfter(steps, settle("counts-as-met", undefined, desk))).toEqual({ rule: "a-person-decides" });
    expect(refusedAfter(steps, settle("keep-open"))).toEqual({ rule: "open-has-a-day" });
    expect(refusedAfter(steps, settle("keep-open", "2026-11-09"))).toEqual({ rule: "open-has-a-day" });
    expect(refusedAfter(steps, settle("counts-as-met", "2026-11-20"))).toEqual({ rule: "settled-has-no-day" });
    expect(refusedAfter(interim, settle("counts-as-met"))).toEqual({ rule: "worked-out", section: "s9(1)" });
    expect(states(play([...steps, settle("counts-as-met")]), "2026-11-20")).toEqual(["first-notice met 2026-11-02"]);
    expect(states(play([...steps, settle("does-not-count")]), "2026-11-20")).toEqual(["first-notice overdue 2026-11-02"]);
    expect(states(play([...steps, settle("keep-open", "2026-11-20")]), "2026-11-20")).toEqual(["first-notice undecided 2026-11-02"]);
    // A fact that comes later and decides it wins over what was settled.
    expect(states(play([...steps, settle("does-not-count"), { ...attended("2026-11-01"), on: "2026-11-10" }]), "2026-11-20")).toEqual([
      "first-notice met 2026-11-02",
    ]);
  });
});

describe("reminders", () => {
  const of = (state: OrderState, on: string): readonly string[] =>
    remindersDue(state, register, beside.reminders, at(on)).map(({ about, due, setting }) => `${about} | ${due} | ${setting}`);
  const give = (on: string, state: OrderState): readonly Step[] =>
    remindersDue(state, register, beside.reminders, at(on)).map(({ about, due, setting }) =>
      step(on, { kind: "reminder-given", body: { about, due, setting } }, desk),
    );

  test("of an end at each day that the force set, of a duty on its last day with nothing recorded, each once and none lost where the machine stood", () => {
    let state = play(full);
    expect(of(state, "2029-06-02")).toEqual([]);
    expect(of(state, "2029-06-03")).toEqual(["full order | 2029-11-30 | 180 days before"]);
    state = play(give("2029-06-03", state), state);
    expect(of(state, "2029-06-03")).toEqual([]);
    // The clock jumped over both others.
    expect(of(state, "2029-12-05")).toEqual(["full order | 2029-11-30 | 90 days before", "full order | 2029-11-30 | 30 days before"]);
    expect(
      refusedAfter(
        [],
        step("2029-12-05", { kind: "reminder-given", body: { about: "full order", due: "2029-11-30", setting: "180 days before" } }, desk),
        state,
      ),
    ).toEqual({
      rule: "reminded-already",
    });
    expect(
      refusedAfter(
        [],
        step("2029-12-05", { kind: "reminder-given", body: { about: "full order", due: "2029-11-30", setting: "7 days before" } }, desk),
        state,
      ),
    ).toEqual({
      rule: "not-due",
    });
  });

  test("s9(1): on the last day of the first notice, and after it where it was missed; none once it is met", () => {
    const state = play(interim);
    expect(of(state, "2026-11-01")).toEqual(["interim order | 2027-01-31 | 90 days before"].slice(1));
    const last = "first-notice, interim served 2026-10-31 | 2026-11-02 | last day";
    expect(of(state, "2026-11-02")).toContain(last);
    expect(of(state, "2026-11-04")).toContain(last);
    expect(of(play([attended("2026-11-02")], state), "2026-11-04")).not.toContain(last);
  });
});

describe("a possible breach", () => {
  const opened = (more: object = {}, on = "2026-11-18"): Step =>
    step(on, {
      kind: "breach-opened",
      body: {
        breach: "b-1",
        order: "interim",
        of: { condition: 2 },
        day: "2026-11-18",
        at: "07:21",
        says: "Seen at the station.",
        ...more,
      },
    });
  const evidence = step("2026-11-18", {
    kind: "breach-evidence",
    body: { breach: "b-1", exhibit: "NK/12", says: "A photograph.", doesNotShow: "No face.", knowing: "record" },
  });
  const knew = step("2026-11-18", { kind: "breach-knew", body: { breach: "b-1", service: 5, ground } });
  const asked = (question: string, found?: string): Step =>
    step("2026-11-19", {
      kind: "excuse-asked",
      body: { breach: "b-1", question, ...(found !== undefined && { found, of: "the subject", knowing: "account" }) },
    });
  const assessed = step("2026-11-19", {
    kind: "excuse-assessed",
    body: { breach: "b-1", says: "The van may explain a train, not this one." },
  });
  const decide = (
    decision: "arrest" | "interview" | "more-enquiry" | "excuse-accepted" | "not-a-breach",
    until?: string,
    by = "o-bell",
  ): Step =>
    step(
      "2026-11-19",
      { kind: "breach-decided", body: { breach: "b-1", decision, reason: "Read.", ...(until !== undefined && { until }) } },
      by,
    );
  const read = (agrees: boolean, says?: string, by = "o-wren"): Step =>
    step("2026-11-19", { kind: "breach-decision-read", body: { breach: "b-1", agrees, ...(says !== undefined && { says }) } }, by);
  const whole = [
    ...interim,
    attended("2026-11-02"),
    opened(),
    evidence,
    knew,
    asked("What does the subject say?", "My van is off the road."),
    assessed,
  ];
  const label = (state: OrderState): string => {
    const [breach] = state.breaches;
    return breach ? breachLabel(breach, register) : expect.fail();
  };

  test("s8: has exactly its label until somebody decided, and then says what was decided and by whom it is still to be read", () => {
    const exact = "Possible breach of condition 2 — reasonable excuse not assessed";
    for (let i = 8; i <= whole.length; i += 1) expect(label(play(whole.slice(0, i)))).toBe(exact);
    const decided = play([...whole, decide("arrest")]);
    expect(label(decided)).toBe("Decided: arrest, a second person has not read it yet");
    expect(label(play([read(true)], decided))).toBe("Decided: arrest");
    expect(label(play([read(false, "The hour does not fit.")], decided))).toBe(exact);
  });

  test.each([
    ["s8: opened twice for one act", whole, opened({ breach: "b-2" }), "breach-there", "s8"],
    ["s8: a condition that the order has not", interim, opened({ of: { condition: 9 } }), "no-condition", "s8"],
    ["s8: before the order lived", interim, opened({ day: "2026-10-20" }), "before-order", "s8"],
    ["s8: no order of this kind", interim, opened({ order: "full" }), "no-order", "s8"],
    ["s8: the decision while there is no evidence", whole.filter((one) => one !== evidence), decide("arrest"), "decision-closed", "s8"],
    [
      "s8: the decision while it is not said whether it was served or known",
      whole.filter((one) => one !== knew),
      decide("arrest"),
      "decision-closed",
      "s8",
    ],
    ["s8: the decision before the excuse is assessed", whole.slice(0, -1), decide("not-a-breach"), "decision-closed", "s8"],
    ["s8: an assessment before anybody was asked", whole.slice(0, -2), assessed, "asked-first", "s8"],
    [
      "s8: the decision while a question was not asked",
      [...whole, asked("Does anything bear it out?"), assessed],
      decide("arrest"),
      "decision-closed",
      "s8",
    ],
    [
      "s8: the decision on an assessment that is older than the last answer",
      [...whole, asked("Does anything bear it out?", "The garage.")],
      decide("arrest"),
      "decision-closed",
      "s8",
    ],
    ["a decision of the machine", whole, decide("arrest", undefined, desk), "a-person-decides", undefined],
    ["an interview without a day", whole, decide("interview"), "by-a-day", undefined],
    ["its own reading", [...whole, decide("arrest")], read(true, undefined, "o-bell"), "own-decision", undefined],
    ["a reading before a decision", whole, read(true), "no-decision", undefined],
    ["a disagreement without why", [...whole, decide("arrest")], read(false), "says-why", undefined],
    ["a second reading", [...whole, decide("arrest"), read(true)], read(true, undefined, "o-third"), "read-already", undefined],
    [
      "s8: a service of another number",
      whole.slice(0, -3),
      step("2026-11-18", { kind: "breach-knew", body: { breach: "b-1", service: 4, ground } }),
      "no-service",
      "s8",
    ],
  ] as const)("refuses %s", (_, steps, last, rule, section) => {
    expect(refusedAfter(steps, last)).toEqual({ rule, ...(section !== undefined && { section }) });
  });

  test("s8: an act before service needs that the order was known otherwise", () => {
    const early = [...interim, opened({ day: "2026-10-30" }, "2026-11-01")];
    const bySevice = step("2026-11-01", { kind: "breach-knew", body: { breach: "b-1", service: 5, ground } });
    expect(refusedAfter(early, bySevice)).toEqual({ rule: "served-after", section: "s8" });
    expect(refusedAfter(early, step("2026-11-01", { kind: "breach-knew", body: { breach: "b-1", ground } }))).toBeUndefined();
  });

  test("s5: an act on the day on which the interim ended asks for the hour", () => {
    const ended = [...interim, made("made", "2026-12-01", "2029-11-30")];
    expect(refusedAfter(ended, opened({ day: "2026-12-01", at: undefined }, "2026-12-03"))).toEqual({ rule: "the-hour", section: "s8" });
    expect(refusedAfter(ended, opened({ day: "2026-12-01" }, "2026-12-03"))).toBeUndefined();
    expect(refusedAfter(ended, opened({ day: "2026-12-02" }, "2026-12-03"))).toEqual({ rule: "after-order", section: "s8" });
  });

  test("an excuse that was accepted stays listed, opens again with what is new, and is assessed again before the next decision", () => {
    const accepted = play([...whole, decide("excuse-accepted"), read(true)]);
    expect(decisionOf(accepted.breaches[0] ?? expect.fail())?.decision).toBe("excuse-accepted");
    const again = play([{ ...evidence, on: "2026-11-25" }], accepted);
    expect(decisionOf(again.breaches[0] ?? expect.fail())).toBeUndefined();
    expect(label(again)).toBe("Possible breach of condition 2 — reasonable excuse not assessed");
    expect(refusedAfter([], decide("arrest"), again)).toEqual({ rule: "decision-closed", section: "s8" });
    expect(refusedAfter([], decide("arrest"), play([assessed], again))).toBeUndefined();
  });

  test("each protected person is told of a decided breach, and whoever was not is owed it, also where it is written why not", () => {
    const decided = play([...whole, decide("arrest")]);
    const told = (person: string, how: "mailbox" | "not-told"): Step =>
      step("2026-11-19", { kind: "protected-told", body: { person, about: "b-1", how, says: "She asked for no calls." } });
    const owed = (state: OrderState): readonly string[] =>
      updatesOwed(state, protectedIds(state)).map(({ person, not }) => `${person}${not === undefined ? "" : ` ${not}`}`);
    expect(owed(play(whole))).toEqual([]);
    expect(owed(decided)).toEqual(["p-1", "p-2"]);
    // What was told before the decision was not of it.
    expect(owed(play([...whole, told("p-1", "mailbox"), decide("arrest")]))).toEqual(["p-1", "p-2"]);
    expect(owed(play([told("p-1", "mailbox"), told("p-2", "not-told")], decided))).toEqual(["p-2 She asked for no calls."]);
    expect(refusedAfter([], told("p-9", "mailbox"), decided)).toEqual({ rule: "not-protected" });
  });

  test("s10(5), s11: an identity check that was refused can be opened, has no clock, and rests on the attendance at which it was", () => {
    const refusedThere = attended("2026-11-02", { identity: "refused", says: "Not my prints." });
    const open = (trigger: string): Step => opened({ of: { duty: "identity", trigger }, day: "2026-11-02", at: undefined }, "2026-11-03");
    expect(refusedAfter([...interim, attended("2026-11-02")], open("entry 7"))).toEqual({ rule: "not-refused", section: "s10(5), s10(6)" });
    const state = play([...interim, refusedThere, open("entry 7")]);
    expect(label(state)).toBe("identity check refused — possible s11 offence, reasonable excuse not assessed");
    expect(states(state, "2026-11-09")).toEqual(["first-notice met 2026-11-02"]);
  });

  test("s9(4), s11: a missed duty is opened where it is overdue, needs the service, and keeps its label until somebody decided", () => {
    const missed = [...full, moved("2026-12-09", "4 Quay Street", "2026-12-11")];
    const open = (on: string): Step =>
      step(on, {
        kind: "breach-opened",
        body: {
          breach: "b-1",
          order: "full",
          of: { duty: "address-changed", trigger: "address changed 2026-12-09" },
          day: "2026-12-12",
          says: "No notice of the move.",
        },
      });
    expect(refusedAfter(missed, { ...open("2026-12-11"), on: "2026-12-11" })).toEqual({ rule: "not-yet" });
    expect(refusedAfter([...missed, attended("2026-12-11", { address: "4 Quay Street" })], open("2026-12-14"))).toEqual({
      rule: "not-missed",
      section: "s9(4)",
    });
    expect(refusedAfter([...missed, attended("2026-12-11", { area: "unknown", address: "4 Quay Street" })], open("2026-12-14"))).toEqual({
      rule: "undecided",
      section: "s9(4)",
    });
    const state = play([...missed, open("2026-12-14")]);
    expect(label(state)).toBe("overdue — possible s11 offence, reasonable excuse not assessed");
    expect(dutiesOfState(state, register, at("2026-12-14")).at(-1)?.missed?.breach).toBe("b-1");
    expect(refusedAfter([], open("2026-12-14"), state)).toEqual({ rule: "breach-number" });
    expect(refusedAfter([], step("2026-12-14", { kind: "breach-knew", body: { breach: "b-1", ground } }), state)).toEqual({
      rule: "needs-service",
      section: "s9(1)",
    });
    expect(
      refusedAfter([], step("2026-12-14", { kind: "breach-knew", body: { breach: "b-1", service: 9, ground } }), state),
    ).toBeUndefined();
    expect(refusedAfter([], decide("arrest"), state)).toEqual({ rule: "decision-closed", section: "s11" });
  });
});

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
    ["s4(4)(a): necessity of a condition that is not kept", [...full, ask({ keeps: [1] })], again(2), "not-kept", "s4(4)(a)"],
    ["s4(4)(a): a renewal that keeps nothing", [...full, ask({ keeps: [] })], send, "nothing-kept", "s4(4)(a)"],
    ["who wrote it as its second person", [...ready, send], authorise("o-parry"), "own-draft", undefined],
    ["the court before a second person", [...ready, send], lodge("2029-10-05"), "authorised-first", undefined],
    ["a second one of a kind while one is open", ready, ask({ change: "c-2" }), "asked-already", "s4(1), s14"],
    ["s4(1): after the last day, to be asked", full, ask({}, "2029-12-01"), "after-the-last-day", "s4(1), s14"],
    ["s4(1): after the last day, to be sent", ready, { ...send, on: "2029-12-01" }, "after-the-last-day", "s4(1), s14"],
    ["s4(1): lodged after the last day", [...ready, send, authorise("o-rana")], lodge("2029-12-01"), "after-the-last-day", "s4(1), s14"],
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
      against: [{ says: "after the last day", section: "s4(1), s14" }],
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
    const court = (day: string): Step => step("2028-10-02", { kind: "court-day", body: { day, court: "Northmere", about: "discharge" } });
    expect(refusedAfter(asks, sends)).toEqual({ rule: "consent", section: "s4(4)(b)" });
    expect(refusedAfter(asks, consent("yes"))).toEqual({ rule: "consent-day" });
    expect(refusedAfter([...asks, consent("no", "2028-10-01")], sends)).toEqual({ rule: "consent", section: "s4(4)(b)" });
    expect(refusedAfter([...asks, consent("yes", "2028-10-01")], sends)).toBeUndefined();
    expect(refusedAfter([...asks, court("2028-11-30")], sends)).toEqual({ rule: "consent", section: "s4(4)(b)" });
    expect(refusedAfter([...asks, court("2028-12-01")], sends)).toBeUndefined();
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
      step(day, { kind: "protected-told", body: { person: `p-${pick % 4}`, about: `b-${pick % 4}`, how: "mailbox", says: "Told." } }),
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
    ...state.breaches.flatMap((breach) => [breachLabel(breach, rules), ...decisionClosedBy(breach), ...excuseQuestions(breach)]),
  ];

  test("no text says that an offence was committed, calls somebody a name or gives a likelihood, and no label stands on what is undecided or before service", () => {
    const seen = new Set<string>();
    const ready = [6, 7, 8, 9, 10].reduce((state, act) => play([acts[act]?.(dayOf(8), 4, state) ?? expect.fail()], state), play(interim));
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
            const isOpen = decisionOf(breach) === undefined;
            expect(breachLabel(breach, register).startsWith("Decided")).toBe(!isOpen);
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

describe("what an event changed", () => {
  const worked = { register, reminders: beside.reminders };
  const between = (steps: readonly Step[], last: Step, on: string) => {
    const before = play(steps);
    return whatChanged(before, play([last], before), { ...worked, at: at(on) }).map(
      ({ what, was, is }) => `${what}: ${was ?? "-"} → ${is ?? "-"}`,
    );
  };

  test("a service that is withdrawn takes every clock with it that ran from it", () => {
    expect(
      between(
        interim,
        step("2026-11-05", { kind: "service-withdrawn", body: { attempt: 5, reason: "His brother." } }, "o-wren"),
        "2026-11-05",
      ),
    ).toEqual([
      "Interim order, service: served Sat 31 Oct 2026 at 16:05 → not served",
      "first notice, s9(1), interim served 2026-10-31: overdue, by the end of Mon 2 Nov 2026 → -",
      "first notice, s9(1), not interim served: - → not served",
    ]);
  });

  test("s4(4)(b): a discharge that the rule forbids changes nothing before a second person has read its certified copy", () => {
    const body = { result: "discharged", order: "full", day: "2028-06-01", court: "Northmere" };
    const copy = { exhibit: "DP/8", sha256: hash, certified: true };
    expect(between(full, step("2028-06-02", { kind: "court-result", body }), "2028-06-02")).toEqual([]);
    const typed = [...full, step("2028-06-02", { kind: "court-result", body: { ...body, copy } })];
    const confirmed = step(
      "2028-06-03",
      { kind: "result-confirmed", body: { result: 11, copyOfThisOrder: "yes", asTyped: "yes", againstRuleSeen: true } },
      "o-wren",
    );
    expect(between(typed, confirmed, "2028-06-03")).toEqual([
      "Full order: lives, to Fri 30 Nov 2029 → discharged from Thu 1 Jun 2028",
      "Full order: Until the end of 2028-11-30 a discharge needs consent. Not written here as given: the chief officer who applied for it.: - → conflicts with s4(4)(b)",
      "Full order, 180 days before its end: Sun 3 Jun 2029 → -",
      "Full order, 90 days before its end: Sat 1 Sep 2029 → -",
      "Full order, 30 days before its end: Wed 31 Oct 2029 → -",
    ]);
  });

  test("of a whole stream each event that moved others is told with what it moved", () => {
    const events: OrderEvent[] = [];
    const steps = [
      ...interim,
      attended("2026-11-02"),
      step("2026-11-05", { kind: "entry-withdrawn", body: { entry: 7, reason: "His brother." } }),
    ];
    steps.reduce((state, one) => {
      const moment = at(one.on);
      events.push({
        ...one.intent,
        stream: { of: "order", id: state.order },
        number: state.number + 1,
        by: one.by,
        happened: moment,
        recorded: moment,
      });
      return play([one], state);
    }, emptyOrder("SPO-26-025"));
    const changed = changedByEach("SPO-26-025", events, { lawOf: () => law, ...worked, at: at("2026-11-09") });
    expect([...changed.keys()]).toEqual([4, 6, 8]);
    expect(changed.get(8)).toEqual([
      {
        of: "duty",
        what: "first notice, s9(1), interim served 2026-10-31",
        was: "met, by the end of Mon 2 Nov 2026, notified Mon 2 Nov 2026",
        is: "overdue, by the end of Mon 2 Nov 2026",
      },
    ]);
  });

  test("what is written down without moving anything changes nothing", () => {
    expect(
      between(
        full,
        step("2026-12-05", { kind: "court-day", body: { day: "2027-01-05", court: "Northmere", about: "review" } }),
        "2026-12-05",
      ),
    ).toEqual([]);
  });
});

describe("what is to be minded of a change", () => {
  const minds = (more: object, on: string): readonly string[] => {
    const state = play([
      ...full,
      step(on, {
        kind: "change-asked",
        body: { change: "c-1", order: "full", what: "renew", by: "us", day: on, says: "Needed.", keeps: [1], ...more },
      }),
    ]);
    const [change] = state.changes;
    const order = newestOf(state.orders, "full");
    if (change === undefined || order === undefined) expect.fail();
    return mindsOfChange(change, order, state, law).map(({ section, says }) => `${section}: ${says}`);
  };

  test("s3(2): the least period on renewal is not clear, so a shorter one warns and goes on", () => {
    expect(minds({ until: "2031-09-29" }, "2029-10-01")).toEqual([
      "s3(2): The last day that is asked for is less than 2 years from the day on which it is asked. Whether the least period holds on renewal is not clear: it can go on, and the court decides.",
      ": The order lives through Fri 30 Nov 2029. A renewal that is decided after that day finds it expired.",
    ]);
    expect(minds({ until: "2031-09-30" }, "2029-10-01")).toHaveLength(1);
    expect(minds({ until: "2029-11-30" }, "2029-10-01")[1]).toMatch("does not lie after the one that the order has");
  });

  test("s4(4)(b): a discharge says until when consents are needed, and whose are not there", () => {
    expect(minds({ what: "discharge", by: "subject", keeps: undefined }, "2028-06-01")).toEqual([
      "s4(4)(b): Until the end of Thu 30 Nov 2028 a court discharges it only with consents; its own day counts, not that of the application. Not written here as given: the chief officer who applied for it.",
    ]);
  });
});

describe("slips of whoever writes are refused, and nothing is written twice", () => {
  const used = (day: string, found: string | undefined, on: string): Step =>
    step(on, { kind: "name-used", body: { name: "Gary Stone", day, found, ground } });
  const other = (from: string, to: string | undefined): Step =>
    step("2026-11-05", { kind: "other-register", body: { register: "SOA", from, to, ground } });
  const ofBreach = (kind: string, more: object): Step => step("2026-11-18", { kind, body: { breach: "b-1", ...more } });
  const opened = ofBreach("breach-opened", { order: "interim", of: { condition: 2 }, day: "2026-11-18", says: "Seen." });
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
    ["a name of a day to come", interim, used("2026-11-09", undefined, "2026-11-05"), "not-yet"],
    ["a name that is found on a day to come", interim, used("2026-11-01", "2026-11-09", "2026-11-05"), "not-yet"],
    ["a name found before it was used", interim, used("2026-11-04", "2026-11-02", "2026-11-05"), "found-before-used"],
    [
      "one use twice",
      [...interim, used("2026-11-04", undefined, "2026-11-05")],
      used("2026-11-04", undefined, "2026-11-05"),
      "there-already",
    ],
    ["one move twice", [...interim, moved("2026-11-04", "4 Quay Street")], moved("2026-11-04", "4 Quay Street"), "there-already"],
    ["one register twice", [...interim, other("2026-11-03", undefined)], other("2026-11-03", "2027-01-01"), "there-already"],
    ["a register that ends before it begins", interim, other("2026-11-03", "2026-11-01"), "ends-before"],
    [
      "a transfer of a day to come",
      full,
      step("2026-12-05", { kind: "transferred", body: { to: "Westmere", day: "2026-12-09", told: "desk", reason: "Moved." } }),
      "not-yet",
    ],
    [
      "a duty that is not there",
      interim,
      step("2026-11-05", { kind: "duty-settled", body: { rule: "name-used", trigger: "x", how: "counts-as-met", reason: "Read." } }),
      "no-duty",
    ],
    [
      "evidence of no breach",
      interim,
      ofBreach("breach-evidence", { says: "A film.", doesNotShow: "A face.", knowing: "record" }),
      "no-breach",
    ],
    [
      "a missed duty that is not there",
      interim,
      ofBreach("breach-opened", { order: "interim", of: { duty: "name-used", trigger: "x" }, day: "2026-11-18", says: "No notice." }),
      "no-duty",
    ],
    [
      "an act of a day to come",
      interim,
      ofBreach("breach-opened", { order: "interim", of: { condition: 2 }, day: "2026-11-19", says: "Seen." }),
      "not-yet",
    ],
    ["an answer of nobody", [...interim, opened], ofBreach("excuse-asked", { question: "Why?", found: "The van." }), "asked-of-somebody"],
    ["somebody who said nothing", [...interim, opened], ofBreach("excuse-asked", { question: "Why?", of: "him" }), "asked-or-not"],
    [
      "a breach kept open until today",
      [...interim, opened],
      ofBreach("breach-kept-open", { again: "2026-11-18", reason: "Camera." }),
      "open-has-a-day",
    ],
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

  test("NI s14: before service nothing counts as missed, whatever an officer would settle", () => {
    const inForce = step("2026-10-27", {
      kind: "court-result",
      body: {
        result: "interim-made",
        day: "2026-10-27",
        inForce: "2026-10-27",
        court: "Northmere",
        period: { until: "2027-01-31" },
        conditions: [condition(1)],
      },
    });
    const northern: RegisterLaw = { ...register, code: "NI", firstFrom: "in-force" };
    const settle = step("2026-11-05", {
      kind: "duty-settled",
      body: { rule: "first-notice", trigger: "in force 2026-10-27", how: "does-not-count", reason: "Read." },
    });
    const state = play([begun, inForce]);
    const command = {
      ...settle.intent,
      stream: { of: "order", id: "SPO-26-025" } as const,
      saw: state.number,
      by: "o-parry",
      happened: at("2026-11-05"),
    };
    expect(registerRefuses(command, state, { ...beside, register: northern }, at("2026-11-05"))?.rule).toBe("not-served");
    // Settled while it was served, and the service was withdrawn since: undecided again, never overdue.
    const settled: OrderState = {
      ...state,
      settledDuties: [
        {
          number: 9,
          happened: at("2026-11-05"),
          by: "o-parry",
          rule: "first-notice",
          trigger: "in force 2026-10-27",
          how: "does-not-count",
          reason: "Read.",
        },
      ],
    };
    expect(dutiesOfState(settled, northern, at("2026-11-09")).map(({ stands }) => stands)).toEqual(["undecided"]);
  });
});

describe("what is owed under an order", () => {
  const owed = (state: OrderState, on: string): readonly string[] =>
    owedUnder(state, register, at(on)).map(({ what, of, person, section }) =>
      [what, of, person, section].filter((one) => one !== undefined).join(" "),
    );

  test("s10(4): an acknowledgement until it is given, whether it is signed or not", () => {
    const paper = (given: boolean): Step =>
      step("2026-11-02", { kind: "acknowledged", body: { attendance: 7, form: "ack-1", sha256: hash, signed: false, given } });
    const state = play([...interim, attended("2026-11-02")]);
    expect(owed(state, "2026-11-03")).toEqual(["acknowledgement 7 s10(4)"]);
    expect(owed(play([paper(false)], state), "2026-11-03")).toEqual(["acknowledgement 7 s10(4)"]);
    expect(owed(play([paper(true)], state), "2026-11-03")).toEqual([]);
  });

  test("what is missed until it is opened, what is undecided until it is settled, a breach until it is decided, and then who is untold", () => {
    expect(owed(play(interim), "2026-11-09")).toEqual(["missed first-notice, interim served 2026-10-31 s9(1)"]);
    const elsewhere = [...interim, attended("2026-11-02", { area: "elsewhere" })];
    expect(owed(play(elsewhere), "2026-11-09")[0]).toBe("settling first-notice, interim served 2026-10-31 s9(1)");
    const settled = step("2026-11-09", {
      kind: "duty-settled",
      body: { rule: "first-notice", trigger: "interim served 2026-10-31", how: "keep-open", reason: "Asked.", again: "2026-11-20" },
    });
    expect(owed(play([...elsewhere, settled]), "2026-11-09")).toEqual(["acknowledgement 7 s10(4)"]);
    const opened = step("2026-11-03", {
      kind: "breach-opened",
      body: { breach: "b-1", order: "interim", of: { condition: 2 }, day: "2026-11-02", says: "Seen." },
    });
    const kept = step("2026-11-03", { kind: "breach-kept-open", body: { breach: "b-1", again: "2026-11-06", reason: "Camera." } });
    const met = [...interim, attended("2026-11-02"), opened];
    expect(owed(play(met), "2026-11-03")[0]).toBe("decision b-1");
    expect(owed(play([...met, kept]), "2026-11-05")).toEqual(["acknowledgement 7 s10(4)"]);
    expect(owed(play([...met, kept]), "2026-11-06")[0]).toBe("decision b-1");
  });
});

test("whenever the machine looks and however long it stood, each reminder of an end is given once and none is lost", () => {
  const given = (looks: readonly number[]): readonly string[] => {
    const ids: string[] = [];
    let state = play(full);
    for (const look of looks) {
      const on = civilToIso(civilFromDays(20_753 + look));
      for (const { about, due, setting } of remindersDue(state, register, beside.reminders, at(on))) {
        ids.push(`${about} ${due} ${setting}`);
        state = play([step(on, { kind: "reminder-given", body: { about, due, setting } }, desk)], state);
      }
    }
    return ids.toSorted();
  };
  const end = 1_200;
  const each = given(Array.from({ length: 60 }, (_, i) => (i + 1) * 20));
  expect(each).toEqual([
    "full order 2029-11-30 180 days before",
    "full order 2029-11-30 30 days before",
    "full order 2029-11-30 90 days before",
  ]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 40, max: end }), { maxLength: 8 }), (looks) => {
      expect(given([...looks.toSorted((one, other) => one - other), end])).toEqual(each);
    }),
    { seed: 9_006, numRuns: 60 },
  );
});
