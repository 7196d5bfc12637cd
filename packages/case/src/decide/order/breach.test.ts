import { describe, expect, test } from "vitest";
import {
  type BreachDecision,
  type BreachRests,
  breachLabel,
  decisionClosedBy,
  decisionOf,
  decisionsOpen,
  groundlessOf,
  updatesOwed,
} from "../../fold/order/breach.ts";
import { protectedIds } from "../../fold/order/protected-ids.ts";
import type { OrderState } from "../../fold/order-state.ts";
import { restsOf } from "../../register/breach-rests.ts";
import { dutiesOfState } from "../../register/duties-of-state.ts";
import { owedUnder } from "../../register/owed-under.ts";
import { saidSince } from "../../register/said-since.ts";
import { desk } from "../../event.ts";
import { hourAsked } from "../../order/breach-hour.ts";
import { dutySheetRows } from "../../order/day-sheet-rows.ts";
import { breachRefuses } from "./breach.ts";
import {
  type Step,
  at,
  attended,
  beside,
  condition,
  full,
  ground,
  interim,
  made,
  moved,
  play,
  refusalOf,
  refusedAfter,
  register,
  states,
  step,
} from "../../../../../test/cases/made-order.ts";

/** A possible breach and a missed duty, section by section. */

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
    return breach ? breachLabel(breach, register, rests(state)) : expect.fail();
  };
  const rests = (state: OrderState): BreachRests => restsOf(state.breaches[0] ?? expect.fail(), state, register, at("2026-12-31"));
  const held = (state: OrderState): BreachDecision | undefined => decisionOf(state.breaches[0] ?? expect.fail(), rests(state));

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

  test("s8: a second act of one day is opened by its hour, and one that was decided is said to be decided", () => {
    expect(refusedAfter(whole, opened({ breach: "b-2", at: "02:00" }))).toBeUndefined();
    expect(refusedAfter(whole, opened({ breach: "b-2", at: undefined }))).toEqual({ rule: "breach-there", section: "s8" });
    const state = play([...whole, decide("not-a-breach"), read(true)]);
    expect(refusalOf(opened({ breach: "b-2" }, "2026-11-20"), state)?.says).toMatch(/^This was opened and decided, as b-1\./);
  });

  test("s8: an act before service needs that the order was known otherwise", () => {
    const early = [...interim, opened({ day: "2026-10-30" }, "2026-11-01")];
    const bySevice = step("2026-11-01", { kind: "breach-knew", body: { breach: "b-1", service: 5, ground } });
    expect(refusedAfter(early, bySevice)).toEqual({ rule: "served-after", section: "s8" });
    expect(refusedAfter(early, step("2026-11-01", { kind: "breach-knew", body: { breach: "b-1", ground } }))).toBeUndefined();
  });

  test("s5(3), s8: an act on the day on which the interim ended can be opened without its hour, and asks for it until it is written", () => {
    const ended = [...interim, made("made", "2026-12-01", "2029-11-30")];
    const asks = (...steps: readonly Step[]): readonly string[] => {
      const state = play([...ended, ...steps]);
      return hourAsked(state.breaches[0] ?? expect.fail(), state);
    };
    const unknown = opened({ day: "2026-12-01", at: undefined }, "2026-12-03");
    const court =
      "The main application was determined on that day, and the order ended with it: at what hour, and was the act before or after it?";
    expect(refusedAfter(ended, unknown)).toBeUndefined();
    expect(asks(unknown)).toEqual(["The hour of the act is not written.", court]);
    expect(label(play([...ended, unknown]))).toBe("Possible breach of condition 2 — reasonable excuse not assessed");
    // A copy need not say at which hour the court sat: that is asked all the same.
    expect(asks(opened({ day: "2026-12-01" }, "2026-12-03"))).toEqual([court]);
    const film = {
      kind: "breach-evidence",
      body: { breach: "b-1", at: "07:21", says: "A film.", doesNotShow: "No face.", knowing: "record" },
    };
    const shown = step("2026-12-04", film);
    expect(asks(unknown, shown)).toEqual([court]);
    const withdrawn = step("2026-12-05", {
      kind: "entry-withdrawn",
      body: { entry: play([...ended, unknown, shown]).number, reason: "Of another day." },
    });
    expect(asks(unknown, shown, withdrawn)).toEqual(["The hour of the act is not written.", court]);
    expect(refusedAfter(ended, opened({ day: "2026-12-02" }, "2026-12-03"))).toEqual({ rule: "after-order", section: "s8" });
  });

  test("s3(1), s8: on the last day of a period, which is lived through, and on any day between, no hour is asked", () => {
    const state = play([...interim, opened({ day: "2027-01-31", at: undefined }, "2027-02-02")]);
    expect(hourAsked(state.breaches[0] ?? expect.fail(), state)).toEqual([]);
    const between = play([...interim, opened({ at: undefined })]);
    expect(hourAsked(between.breaches[0] ?? expect.fail(), between)).toEqual([]);
  });

  test("s4, s8: on the day on which it was made, or on which a court changed the condition, the hour is asked", () => {
    const first = play([...interim, opened({ day: "2026-10-27", at: undefined }, "2026-11-02")]);
    expect(hourAsked(first.breaches[0] ?? expect.fail(), first)).toEqual([
      "The hour of the act is not written.",
      "The order began on that day: at what hour, and was the act before or after it?",
    ]);
    const varied = (conditions: readonly object[]): Step =>
      step("2026-11-16", {
        kind: "court-result",
        body: { result: "varied", order: "interim", day: "2026-11-16", court: "Northmere", conditions },
      });
    const asks = (conditions: readonly object[]): readonly string[] => {
      const state = play([...interim, varied(conditions), opened({ day: "2026-11-16" }, "2026-11-18")]);
      return hourAsked(state.breaches[0] ?? expect.fail(), state);
    };
    expect(asks([condition(1), condition(2, { says: "Not within 200 m of the station." })])).toEqual([
      "A court changed the conditions on Mon 16 Nov 2026: was the act before that or after it?",
    ]);
    const standing = play(interim).orders[0]?.conditions ?? expect.fail();
    expect(asks(standing.map((one) => (one.condition === 1 ? { ...one, says: "Another." } : one)))).toEqual([]);
  });

  test("an excuse that was accepted stays listed, opens again with what is new, and is assessed again before the next decision", () => {
    const accepted = play([...whole, decide("excuse-accepted"), read(true)]);
    expect(held(accepted)?.decision).toBe("excuse-accepted");
    const again = play([{ ...evidence, on: "2026-11-25" }], accepted);
    expect(held(again)).toBeUndefined();
    expect(label(again)).toBe("Possible breach of condition 2 — reasonable excuse not assessed");
    expect(refusedAfter([], decide("arrest"), again)).toEqual({ rule: "decision-closed", section: "s8" });
    expect(refusedAfter([], decide("arrest"), play([assessed], again))).toBeUndefined();
  });

  test("what was written by mistake after a decision, and withdrawn, opens nothing again", () => {
    for (const decision of ["excuse-accepted", "not-a-breach"] as const) {
      const decided = play([...whole, decide(decision), read(true)]);
      const again = play([{ ...evidence, on: "2026-11-25" }], decided);
      expect(held(again)).toBeUndefined();
      const struck = play([step("2026-11-26", { kind: "entry-withdrawn", body: { entry: again.number, reason: "Of another." } })], again);
      expect(held(struck)?.decision).toBe(decision);
    }
    const named = play([...whole, decide("not-a-breach"), read(true), { ...knew, on: "2026-11-25" }]);
    expect(held(named)).toBeUndefined();
    const gone = play([step("2026-11-26", { kind: "service-withdrawn", body: { attempt: 5, reason: "Another man." } })], named);
    expect(held(gone)?.decision).toBe("not-a-breach");
  });

  test("each protected person is told of a decided breach, and whoever was not is owed it, also where it is written why not", () => {
    const decided = play([...whole, decide("arrest")]);
    const told = (person: string, how: "call" | "not-told"): Step =>
      step("2026-11-19", { kind: "protected-told", body: { person, about: "b-1", how, says: "She asked for no calls." } });
    const owed = (state: OrderState): readonly string[] =>
      updatesOwed(state, protectedIds(state), () => rests(state)).map(
        ({ person, not }) => `${person}${not === undefined ? "" : ` ${not}`}`,
      );
    expect(owed(play(whole))).toEqual([]);
    expect(owed(decided)).toEqual(["p-1", "p-2"]);
    // What was told before the decision was not of it.
    expect(owed(play([...whole, told("p-1", "call"), decide("arrest")]))).toEqual(["p-1", "p-2"]);
    expect(owed(play([told("p-1", "call"), told("p-2", "not-told")], decided))).toEqual(["p-2 She asked for no calls."]);
    expect(refusedAfter([], told("p-9", "call"), decided)).toEqual({ rule: "not-protected" });
  });

  test("that somebody was told is written of what stands here, by their own report, and by mailbox only where something went there since", () => {
    const named = step("2026-10-06", { kind: "protected-named", body: { person: "p-3", name: "p-3", victim: true, report: "R-2103" } });
    const state = play([named], play(whole));
    const rule = (body: object, sent?: readonly (readonly [report: string, day: string])[]): string | undefined => {
      const { intent } = step("2026-11-20", {
        kind: "protected-told",
        body: { person: "p-3", about: "b-1", how: "call", says: "Told.", ...body },
      });
      const command = {
        ...intent,
        stream: { of: "order", id: state.order } as const,
        saw: state.number,
        by: "o-parry",
        happened: at("2026-11-20"),
      };
      const messages = sent?.map(([report, day], i) => ({ number: i + 4, report, happened: at(day) }));
      return breachRefuses(command, state, { ...beside, ...(messages && { sent: messages }) }, at("2026-11-20"))?.rule;
    };
    expect(["b-1", "result 4", "service 5"].map((about) => rule({ about }))).toEqual([undefined, undefined, undefined]);
    for (const about of ["b-999", "result 5", "service 4", "result 999", "nothing"])
      expect([about, rule({ about })]).toEqual([about, "about-nothing"]);
    expect([rule({ report: "R-2103" }), rule({ report: "R-2109" }), rule({ person: "p-1", report: "R-2103" })]).toEqual([
      undefined,
      "not-their-report",
      "not-their-report",
    ]);
    const byMail = { how: "mailbox", report: "R-2103" };
    expect(rule(byMail)).toBe("nothing-sent");
    expect(
      rule(byMail, [
        ["R-2103", "2026-11-01"],
        ["R-2109", "2026-11-20"],
      ]),
    ).toBe("nothing-sent");
    expect(rule(byMail, [["R-2103", "2026-11-20"]])).toBeUndefined();
    expect(rule({ ...byMail, update: 4 }, [["R-2103", "2026-11-20"]])).toBeUndefined();
    expect(rule({ ...byMail, update: 5 }, [["R-2103", "2026-11-20"]])).toBe("nothing-sent");
    expect(rule({ how: "mailbox", person: "p-1" }, [["R-2103", "2026-11-20"]])).toBe("nothing-sent");
  });

  const withdrawn = step("2026-11-20", { kind: "service-withdrawn", body: { attempt: 5, reason: "Another man." } });
  const sentBack = step("2026-11-20", { kind: "service-sent-back", body: { attempt: 5, reason: "Look again." } }, "o-wren");
  const owedOf = (state: OrderState, on: string): readonly string[] =>
    owedUnder(state, register, at(on)).flatMap(({ what, says }) => (what === "decision" ? [says] : []));

  test.each([
    ["withdrawn", withdrawn],
    ["sent back", sentBack],
  ] as const)(
    "s8: a service that is %s after it was named closes the decision, until it is written how else the order was known",
    (_, gone) => {
      const state = play([...whole, gone]);
      expect(refusedAfter([], decide("arrest"), state)).toEqual({ rule: "decision-closed", section: "s8" });
      expect(owedOf(state, "2026-11-21")[0]).toContain("The service that was named is not confirmed any more");
      expect(decisionsOpen(state.breaches[0] ?? expect.fail(), rests(state))).toEqual(["not-a-breach"]);
      expect(refusedAfter([], decide("not-a-breach"), state)).toBeUndefined();
      const otherwise = step("2026-11-21", { kind: "breach-knew", body: { breach: "b-1", ground } });
      expect(refusedAfter([], decide("arrest"), play([otherwise], state))).toBeUndefined();
    },
  );

  test("s8: a decision that rests on a service that is withdrawn is open again, stays written, and is said to whoever was told of it", () => {
    const told = step("2026-11-19", { kind: "protected-told", body: { person: "p-1", about: "b-1", how: "call", says: "Told." } });
    const decided = play([...whole, decide("arrest"), read(true), told]);
    expect(held(decided)?.decision).toBe("arrest");
    const gone = play([withdrawn], decided);
    expect(held(gone)).toBeUndefined();
    expect(groundlessOf(gone.breaches[0] ?? expect.fail(), rests(gone))?.decision).toBe("arrest");
    expect(gone.breaches[0]?.decisions).toEqual(decided.breaches[0]?.decisions);
    expect(label(gone)).toBe("Possible breach of condition 2 — reasonable excuse not assessed");
    expect(owedOf(decided, "2026-11-21")).toEqual([]);
    expect(owedOf(gone, "2026-11-21")[0]).toMatch(
      /^What was decided rests on what no longer stands, and is open again\. Somebody was told/,
    );
    // How it was known otherwise does not bring the old decision back: it is assessed and decided anew.
    const known = play([step("2026-11-21", { kind: "breach-knew", body: { breach: "b-1", ground } })], gone);
    expect(held(known)).toBeUndefined();
    expect(refusedAfter([], decide("arrest"), known)).toEqual({ rule: "decision-closed", section: "s8" });
    expect(held(play([assessed, decide("arrest")], known))?.decision).toBe("arrest");
    // What knew of it without service is touched by none that is withdrawn.
    const ofGround = whole.map((one) =>
      one === knew ? step("2026-11-18", { kind: "breach-knew", body: { breach: "b-1", ground } }) : one,
    );
    expect(held(play([...ofGround, decide("arrest"), read(true), withdrawn]))?.decision).toBe("arrest");
  });

  test("s8: a decision that rests on evidence that is withdrawn, all of it, is open again, and nobody reads it as the second person", () => {
    const decided = play([...whole, decide("arrest")]);
    const entry = decided.breaches[0]?.evidence[0]?.number ?? expect.fail();
    const gone = play([step("2026-11-20", { kind: "entry-withdrawn", body: { entry, reason: "Of another day." } })], decided);
    expect(held(gone)).toBeUndefined();
    expect(refusedAfter([], read(true), gone)).toEqual({ rule: "rests-on-nothing" });
    expect(refusedAfter([], read(true), decided)).toBeUndefined();
  });

  test("s9(1), s11: a missed duty that a notice in time meets, written late, carries no label of one missed, and its decision is open again", () => {
    const missed = step("2026-11-06", {
      kind: "breach-opened",
      body: {
        ...{ breach: "b-1", order: "interim", day: "2026-11-02", says: "Nobody came." },
        of: { duty: "first-notice", trigger: "interim served 2026-10-31" },
      },
    });
    const steps = [...interim, missed, evidence, knew, asked("What does the subject say?", "I came on the Monday."), assessed];
    const decided = play([...steps, decide("arrest"), read(true)]);
    const late = { ...attended("2026-11-02"), on: "2026-11-20" };
    const met = play([late], decided);
    expect([label(decided), label(met)]).toEqual(["Decided: arrest", "opened as a missed duty, which is not shown as it stands now"]);
    expect(owedOf(met, "2026-11-21")[0]).toContain("This duty was not missed, it is met");
    const before = play([...steps, late]);
    expect(refusedAfter([], decide("arrest"), before)).toEqual({ rule: "decision-closed", section: "s11" });
    expect(refusedAfter([], decide("not-a-breach"), before)).toBeUndefined();
    const unserved = play([...steps, withdrawn]);
    expect(refusedAfter([], decide("arrest"), unserved)).toEqual({ rule: "decision-closed", section: "s11" });
    expect(label(unserved)).not.toContain("s11");
  });

  test("s9(1), s11: that a missed duty is no breach since a notice met it is open again when that notice is withdrawn, and is said to whoever was told", () => {
    const missed = step("2026-11-06", {
      kind: "breach-opened",
      body: {
        ...{ breach: "b-1", order: "interim", day: "2026-11-02", says: "Nobody came." },
        of: { duty: "first-notice", trigger: "interim served 2026-10-31" },
      },
    });
    const overdue = "overdue — possible s11 offence, reasonable excuse not assessed";
    const told = step("2026-11-20", { kind: "protected-told", body: { person: "p-1", about: "b-1", how: "call", says: "Told." } });
    const noBreach = (on: string): Step => ({ ...decide("not-a-breach"), on });
    const takenBack = (state: OrderState): Step =>
      step("2026-11-21", { kind: "entry-withdrawn", body: { entry: state.attendances[0]?.number, reason: "Another man." } });
    const steps = [...interim, missed, evidence, knew, asked("What does the subject say?", "I came on the Monday."), assessed];
    const late = { ...attended("2026-11-02"), on: "2026-11-20" };
    const decided = play([...steps, late, noBreach("2026-11-20"), { ...read(true), on: "2026-11-20" }, told]);
    expect([held(decided)?.decision, owedOf(decided, "2026-11-22")]).toEqual(["not-a-breach", []]);
    const gone = play([takenBack(decided)], decided);
    expect([held(gone), label(gone)]).toEqual([undefined, overdue]);
    expect(dutiesOfState(gone, register, at("2026-11-22"))[0]?.label).toBe(overdue);
    expect(owedOf(gone, "2026-11-22")[0]).toMatch(/is open again\. Somebody was told of it: tell them that too\./);
    expect(refusedAfter([], noBreach("2026-11-22"), gone)).toEqual({ rule: "decision-closed", section: "s11" });
    const anew = play([{ ...assessed, on: "2026-11-22" }, noBreach("2026-11-22")], gone);
    expect(held(anew)?.decision).toBe("not-a-breach");
    expect(owedUnder(anew, register, at("2026-11-23")).filter(({ what }) => what === "update")).not.toEqual([]);
    // Decided of one that was missed then too, it rests on no notice.
    const before = play([...steps, noBreach("2026-11-19"), late]);
    expect(held(play([takenBack(before)], before))?.decision).toBe("not-a-breach");
  });

  test("s11: what somebody said at a station when they came late is there to read, and nobody calls that asked of nobody", () => {
    const came = (more: object): Step => ({ ...attended("2026-11-06", more), on: "2026-11-06" });
    const missed = step("2026-11-06", {
      kind: "breach-opened",
      body: {
        ...{ breach: "b-1", order: "interim", day: "2026-11-02", says: "Nobody came." },
        of: { duty: "first-notice", trigger: "interim served 2026-10-31" },
      },
    });
    const closedOf = (...steps: readonly Step[]): readonly string[] => {
      const state = play([...interim, ...steps]);
      return decisionClosedBy(
        state.breaches[0] ?? expect.fail(),
        restsOf(state.breaches[0] ?? expect.fail(), state, register, at("2026-11-21")),
      );
    };
    const nobody = "A reasonable excuse was asked of nobody.";
    const words = { says: "My mother was in hospital." };
    expect(closedOf(came({}), missed)).toContain(nobody);
    const said = closedOf(came(words), missed);
    expect(said).not.toContain(nobody);
    expect(said).toContain("What was said at a station is not written as the answer to a question yet.");
    const late = play([...interim, came(words)]);
    expect(saidSince("2026-11-02", late).map(({ says }) => says)).toEqual([words.says]);
    expect(saidSince("2026-11-07", late)).toEqual([]);
    expect(owedUnder(late, register, at("2026-11-09")).find(({ what }) => what === "missed")?.says).toMatch(
      /: what was said at a station is read by nobody yet\.$/,
    );
  });

  test("s9(1), s11: a failure of which the excuse is accepted and that a second person agrees with waits for nobody, and nothing of it reads as not assessed", () => {
    const missed = step("2026-11-06", {
      kind: "breach-opened",
      body: {
        ...{ breach: "b-1", order: "interim", day: "2026-11-02", says: "Nobody came." },
        of: { duty: "first-notice", trigger: "interim served 2026-10-31" },
      },
    });
    const open = play([...interim, missed, evidence, knew, asked("What does the subject say?", "I was in hospital."), assessed]);
    const standing = (state: typeof open) => dutiesOfState(state, register, at("2026-11-21")).find(({ rule }) => rule === "first-notice");
    const sheet = (state: typeof open) =>
      dutySheetRows(state, { law: register, at: at("2026-11-21"), to: "2026-12-01", act: undefined }).map(({ day }) => day);
    expect(standing(open)?.why).toMatch(/; possible s11 offence, reasonable excuse not assessed$/);
    const unread = play([decide("excuse-accepted")], open);
    expect([standing(open)?.isDecided, standing(unread)?.isDecided, sheet(unread)]).toEqual([undefined, undefined, ["2026-11-02"]]);
    const agreed = play([decide("excuse-accepted"), read(true)], open);
    expect(standing(agreed)).toMatchObject({ stands: "overdue", isDecided: true });
    expect(`${standing(agreed)?.label} ${standing(agreed)?.why}`).not.toContain("not assessed");
    expect(sheet(agreed)).toEqual([]);
    // A new fact opens it again, and it waits as before.
    const again = play([{ ...evidence, on: "2026-11-20" }], agreed);
    expect(standing(again)?.isDecided).toBeUndefined();
    expect(standing(again)?.why).toContain("reasonable excuse not assessed");
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

describe("slips of whoever writes of a breach are refused, and nothing is written twice", () => {
  const ofBreach = (kind: string, more: object): Step => step("2026-11-18", { kind, body: { breach: "b-1", ...more } });
  const opened = ofBreach("breach-opened", { order: "interim", of: { condition: 2 }, day: "2026-11-18", says: "Seen." });

  test.each([
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
  ] as const)("%s", (_, steps, last, rule) => {
    expect(refusedAfter(steps, last)?.rule).toBe(rule);
  });
});
