import type { RegisterLaw } from "@unmask/core";
import { describe, expect, test } from "vitest";
import type { OrderState } from "../../fold/order-state.ts";
import { dutiesOfState } from "../../register/duties-of-state.ts";
import { registerRefuses } from "./register.ts";
import { desk } from "../../event.ts";
import {
  type Step,
  at,
  attended,
  begun,
  beside,
  condition,
  full,
  ground,
  hash,
  interim,
  made,
  moved,
  play,
  refusedAfter,
  register,
  states,
  step,
} from "../../../../../test/cases/made-order.ts";

/** What the register refuses of whoever writes it, section by section. */

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
    // As people spell a force.
    expect(refusedAfter(full, to("northshire POLICE (head office)", "Sgt Yarrow"))).toEqual({ rule: "has-it-already" });
    expect(refusedAfter([...full, to("Westmere Police")], to("Westmere Constabulary"))).toEqual({ rule: "told-already" });
    expect(refusedAfter(full, to("Northmere Police", "Sgt Yarrow"))).toBeUndefined();
    expect(play([...full, to("Westmere Police"), to("the Westmere Constabulary", "Insp Hale")]).transfers).toHaveLength(1);
    const two = [...full, to("Westmere & Tarn Police")];
    expect(refusedAfter(two, to("Westmere and Tarn Constabulary"))).toEqual({ rule: "told-already" });
    expect(refusedAfter(two, to("Westmere Police"))).toBeUndefined();
  });

  test("a force that was told once, and takes the order only after it was in another, has it from then", () => {
    const on = (day: string, force: string, taken?: string): Step =>
      step(day, {
        kind: "transferred",
        body: { to: force, day, told: "the desk there", ...(taken !== undefined && { taken }), reason: "He moved." },
      });
    const elsewhere = [...full, on("2026-12-10", "Westmere Police"), on("2026-12-11", "Eastmere Police", "Sgt Ives")];
    const late = on("2026-12-13", "Westmere Police", "Insp Hale");
    const second = { to: "Westmere Police", number: 13, day: "2026-12-13", taken: "Insp Hale", takenSince: { number: 13 } };
    expect(play([...elsewhere, late]).transfers).toMatchObject([{ to: "Eastmere Police" }, second]);
    const home = [...elsewhere, on("2026-12-12", "Northshire Police", "Sgt Yarrow")];
    const again = play([...home, late]);
    expect(again.transfers.map(({ to }) => to)).toEqual(["Eastmere Police", "Northshire Police", "Westmere Police"]);
    expect(refusedAfter([], on("2026-12-14", "Westmere Police"), again)).toEqual({ rule: "has-it-already" });
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
    expect(refusedAfter([...steps, settle("counts-as-met")], settle("does-not-count"))).toEqual({
      rule: "waits-for-second",
      section: "s9(1)",
    });
  });

  test("a late notice at another station is counted or left as it is: what it was late for is not kept open, and can be opened as missed", () => {
    const steps = [...interim, attended("2026-11-12", { area: "elsewhere" })];
    const settle = (how: string): Step =>
      step("2026-11-20", {
        kind: "duty-settled",
        body: {
          rule: "first-notice",
          trigger: "interim served 2026-10-31",
          how,
          reason: "Read.",
          ...(how === "keep-open" && { again: "2026-12-01" }),
        },
      });
    for (const how of ["keep-open", "does-not-count"])
      expect([how, refusedAfter(steps, settle(how))]).toEqual([how, { rule: "worked-out", section: "s9(1)" }]);
    expect(refusedAfter(steps, settle("counts-as-met"))).toBeUndefined();
    const opened = {
      breach: "b-1",
      order: "interim",
      of: { duty: "first-notice", trigger: "interim served 2026-10-31" },
      day: "2026-11-03",
      says: "No notice.",
    };
    expect(refusedAfter(steps, step("2026-11-20", { kind: "breach-opened", body: opened }))).toBeUndefined();
  });

  test("what one officer settles changes nothing before another agrees, and nobody reads their own", () => {
    const settle = (how: "counts-as-met" | "does-not-count" | "keep-open", again?: string): Step =>
      step("2026-11-09", {
        kind: "duty-settled",
        body: { rule: "first-notice", trigger: "interim served 2026-10-31", how, reason: "Read.", ...(again !== undefined && { again }) },
      });
    const read = (agrees: boolean, more: object = { says: "Read too." }, by = "o-wren", settled = 8): Step =>
      step("2026-11-10", { kind: "duty-settling-read", body: { settled, agrees, ...more } }, by);
    const steps = [...interim, attended("2026-11-02", { area: "elsewhere" })];
    const stands = (...more: readonly Step[]): readonly string[] => states(play([...steps, ...more]), "2026-11-20");
    for (const how of ["counts-as-met", "does-not-count"] as const)
      expect([how, stands(settle(how))]).toEqual([how, ["first-notice undecided 2026-11-02"]]);
    expect(stands(settle("counts-as-met"), read(true, {}))).toEqual(["first-notice met 2026-11-02"]);
    expect(stands(settle("does-not-count"), read(true))).toEqual(["first-notice overdue 2026-11-02"]);
    expect(stands(settle("keep-open", "2026-11-20"), read(true))).toEqual(["first-notice undecided 2026-11-02"]);
    expect(stands(settle("does-not-count"), read(false))).toEqual(["first-notice undecided 2026-11-02"]);
    // What was agreed before holds until another decision is agreed.
    expect(stands(settle("counts-as-met"), read(true), { ...settle("does-not-count"), on: "2026-11-11" })).toEqual([
      "first-notice met 2026-11-02",
    ]);
    // A fact that comes later and decides it wins over what was settled.
    expect(stands(settle("does-not-count"), read(true), { ...attended("2026-11-01"), on: "2026-11-11" })).toEqual([
      "first-notice met 2026-11-02",
    ]);
    expect(refusedAfter([...steps, settle("counts-as-met")], read(true, {}, "o-parry"))).toEqual({ rule: "own-settling" });
    expect(refusedAfter([...steps, settle("counts-as-met")], read(false, {}))).toEqual({ rule: "says-why" });
    expect(refusedAfter([...steps, settle("counts-as-met"), read(true)], read(true))).toEqual({ rule: "read-already" });
    expect(refusedAfter(steps, read(true))).toEqual({ rule: "nothing-settled" });
  });
});

describe("slips of whoever keeps the register are refused, and nothing is written twice", () => {
  const used = (day: string, found: string | undefined, on: string): Step =>
    step(on, { kind: "name-used", body: { name: "Gary Stone", day, found, ground } });
  const other = (from: string, to: string | undefined): Step =>
    step("2026-11-05", { kind: "other-register", body: { register: "SOA", from, to, ground } });

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
  ] as const)("%s", (_, steps, last, rule) => {
    expect(refusedAfter(steps, last)?.rule).toBe(rule);
  });

  test("NI s14: what runs from a day that is not known has no clock, and counts as met or is kept open, never as missed", () => {
    const northern: RegisterLaw = { ...register, code: "NI", firstFrom: "in-force" };
    const undated = { result: "interim-made", day: "2026-10-27", court: "Northmere", period: { until: "2027-01-31" } };
    const state = play([begun, step("2026-10-27", { kind: "court-result", body: { ...undated, conditions: [condition(1)] } })]);
    const rule = (how: "counts-as-met" | "does-not-count"): string | undefined => {
      const body = { rule: "first-notice", trigger: "not in force", how, reason: "Read." };
      const { intent } = step("2026-11-05", { kind: "duty-settled", body });
      const command = { ...intent, stream: { of: "order", id: "SPO-26-025" } as const, saw: state.number, by: "o-parry" };
      return registerRefuses({ ...command, happened: at("2026-11-05") }, state, { ...beside, register: northern }, at("2026-11-05"))?.rule;
    };
    expect([rule("does-not-count"), rule("counts-as-met")]).toEqual(["no-clock", undefined]);
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
          read: { number: 10, happened: at("2026-11-05"), by: "o-wren", settled: 9, agrees: true },
        },
      ],
    };
    expect(dutiesOfState(settled, northern, at("2026-11-09")).map(({ stands }) => stands)).toEqual(["undecided"]);
  });
});
