import { later, msPerMinute } from "@unmask/core";
import { describe, expect, test } from "vitest";
import {
  type Step,
  now,
  table,
  inReport,
  inCase,
  came,
  allAnswered,
  step,
  last,
  ruleOf,
  begin,
  answerAll,
  propose,
} from "../../../../fixtures/case-steps.ts";
import { type Intent, desk } from "../event.ts";
import type { CaseState } from "../fold/case-state.ts";
import { emptyReport } from "../fold/report-state.ts";
import { closingChecks } from "./closing.ts";
import { decideCase } from "./decide-case.ts";

describe("a case", () => {
  test("takes no log of a day that has not come, and tells what to look at", () => {
    const log = (day: string, at?: string): Step =>
      step("bell", {
        kind: "record-typed",
        body: {
          ...{ of: "log", record: "NP-0311", agency: "Northshire Police", day, says: "A man at the door." },
          ...(at !== undefined && { at }),
        },
      });
    const ahead = inCase(begin, log("2027-08-27"));
    expect(last(ahead.outcomes)).toMatchObject({
      refused: { rule: "day-not-come", says: "Fri 27 Aug 2027 has not come yet. Look at the year, and type the day as the log has it." },
    });
    expect(ruleOf(inCase(begin, log("2026-11-26")).outcomes)).toBe("day-not-come");
    expect(last(inCase(begin, log("2026-11-25")).outcomes)).toMatchObject({ done: true });
    // Nor a minute that the clock left out; one that it showed twice can be what the record says.
    expect(ruleOf(inCase(begin, log("2026-03-29", "01:30")).outcomes)).toBe("no-such-minute");
    for (const at of ["00:59", "02:00"]) expect(last(inCase(begin, log("2026-03-29", at)).outcomes)).toMatchObject({ done: true });
    expect(last(inCase(begin, log("2026-10-25", "01:30")).outcomes)).toMatchObject({ done: true });
  });

  test("takes the same log once: typed again it says that it is there, and another agency's of this number is another", () => {
    const typed = (record: string, agency: string, more: object = {}): Step =>
      step("bell", { kind: "record-typed", body: { of: "log", record, agency, day: "2026-08-27", says: "A man at the door.", ...more } });
    const first = typed("NP-0311", "Northshire Police");
    const again = inCase(begin, first, typed("np-0311 ", "Northshire police"));
    expect(last(again.outcomes)).toMatchObject({
      refused: { rule: "record-there", says: expect.stringContaining("already, of Thu 27 Aug 2026") },
    });
    expect(again.state.records).toHaveLength(1);
    expect(inCase(begin, first, typed("NP-0311", "Southmere Police")).state.records).toHaveLength(2);
    expect(
      inCase(begin, first, typed("NP-0311", "Northshire Police", { of: "crime", as: "criminal damage", stalking: "yes" })).state.records,
    ).toHaveLength(2);
  });

  test("puts its reports into the case in the reports’ own streams", () => {
    expect(inCase(begin).outcomes[0]).toMatchObject({
      also: [{ stream: { of: "report", id: "R-1" }, intent: { kind: "put-in-case", body: { case: "0412" } } }],
    });
    expect(inReport(step(desk, came("no")), step("bell", { kind: "put-in-case", body: { case: "0412" } })).state.case).toBe("0412");
  });

  test("that is recorded as another thing than stalking asks why, and “not stalking” names the acts it rests on", () => {
    const damage: Intent = {
      kind: "offence-recorded",
      body: { principal: { offence: "damage", says: "Damage" }, included: [], joined: [] },
    };
    const why = (acts: readonly string[]): Intent => ({
      kind: "why-not-stalking",
      body: { record: "this case", answer: "not-stalking", reason: "One act.", acts },
    });
    expect(ruleOf(inCase(begin, step("bell", damage), ...answerAll.slice(1), propose).outcomes)).toBe("closing");
    expect(ruleOf(inCase(begin, step("bell", damage), step("bell", why([]))).outcomes)).toBe("acts-relied-on");
    const asked = inCase(begin, step("bell", damage)).state;
    expect(asked.elsewhere).toMatchObject([{ record: "this case", as: "Damage" }]);
    const openIn = (state: CaseState) => closingChecks(state, []).find(({ id }) => id === "why-not-stalking")?.open;
    expect([asked.elsewhere[0]?.answer, openIn(asked)]).toEqual([undefined, ["this case"]]);
    const agreed = step("adair", { kind: "decision-read", body: { decision: 3, agrees: true } });
    const answered = inCase(begin, step("bell", damage), step("bell", why(["act 12"])), agreed, step("bell", damage)).state;
    expect([answered.elsewhere[0]?.answer?.acts, openIn(answered)]).toEqual([["act 12"], []]);
    const harassment: Intent = {
      kind: "offence-recorded",
      body: { principal: { offence: "s2", says: "Harassment" }, included: [], joined: [] },
    };
    const anew = inCase(begin, step("bell", damage), step("bell", why(["act 12"])), step("bell", harassment)).state;
    expect([anew.elsewhere.length, openIn(anew)]).toEqual([1, ["this case"]]);
  });

  test("that no order is pursued, or that it is not stalking, is open until another person reads it and agrees", () => {
    const damage = step("bell", {
      kind: "offence-recorded",
      body: { principal: { offence: "damage", says: "Damage" }, included: [], joined: [] },
    });
    const not = step("bell", { kind: "order-considered", body: { answer: "not-pursued", reason: "Bail is enough." } });
    const why = step("bell", {
      kind: "why-not-stalking",
      body: { record: "this case", answer: "not-stalking", reason: "One quarrel.", acts: ["1"] },
    });
    const read = (decision: number, agrees: boolean, says?: string): Step =>
      step("adair", { kind: "decision-read", body: { decision, agrees, ...(says !== undefined && { says }) } });
    const openIn = (state: CaseState) =>
      closingChecks(state, [])
        .filter(({ id }) => id === "order-considered" || id === "why-not-stalking")
        .map(({ open, waits }) => [open, waits.map(({ number, by }) => [number, by])]);
    const waiting = inCase(begin, damage, not, why);
    expect(openIn(waiting.state)).toEqual([
      [["waits for a second reader"], [[3, "bell"]]],
      [["this case: waits for a second reader"], [[4, "bell"]]],
    ]);
    expect(ruleOf(inCase(begin, damage, not, why, step("bell", allAnswered), propose).outcomes)).toBe("closing");
    const back = inCase(begin, damage, not, why, read(3, false, "There is no bail."), read(4, true));
    expect(openIn(back.state)).toEqual([
      [["the second reader does not agree: There is no bail"], []],
      [[], []],
    ]);
    const { state } = inCase(begin, damage, not, why, read(3, false, "There is no bail."), read(4, true), not, read(7, true));
    expect(openIn(state)).toEqual([
      [[], []],
      [[], []],
    ]);
    // What was answered before, and sent back, stays to be read.
    expect(state.ordersBefore).toMatchObject([{ number: 3, reason: "Bail is enough." }]);
  });

  test("keeps whether it was a former partner, and takes harassment by one as harassment only with why, whichever recording answered it", () => {
    const record = (more: object): Step =>
      step("bell", {
        kind: "offence-recorded",
        body: { principal: { offence: "s2", says: "Harassment" }, included: [], joined: [], ...more },
      });
    const why = { harassmentOnly: "Two letters about a debt, no following and no watching." };
    expect(ruleOf(inCase(begin, record({ formerPartner: "yes" })).outcomes)).toBe("former-partner");
    expect(last(inCase(begin, record({ formerPartner: "no" })).outcomes)).toMatchObject({ done: true });
    const { state } = inCase(begin, record({ formerPartner: "yes", ...why }));
    expect(state.offence).toMatchObject({ formerPartner: "yes", ...why });
    const explained = record({ formerPartner: "yes", ...why });
    expect(ruleOf(inCase(begin, explained, record({})).outcomes)).toBe("former-partner");
    expect(inCase(begin, explained, record(why)).state.offence?.formerPartner).toBe("yes");
    const stalking = { principal: { offence: "s2a", says: "Stalking" }, limbs: { fear: "not", alarm: "fits" } };
    expect(inCase(begin, explained, record(stalking)).state.offence).toMatchObject({ formerPartner: "yes", principal: { offence: "s2a" } });
  });

  test("takes a code only as it stands in the table that the force loaded", () => {
    const coded = (code: string): Intent => ({
      kind: "offence-recorded",
      body: {
        principal: { offence: "s4a", says: "Stalking", code: { table: "codes-2026.csv", row: 87, code } },
        included: [],
        joined: [],
        limbs: { fear: "fits", alarm: "not" },
      },
    });
    expect(ruleOf(inCase(begin, step("bell", coded("8/66"))).outcomes)).toBe("code-from-the-table");
    expect(inCase(begin, step("bell", coded("8/65"))).state.offence?.principal.code?.code).toBe("8/65");
  });
});

test("a key that is pressed twice does not write to the person twice", () => {
  const ask: Intent = { kind: "asked-her", body: { says: "When are you at work?" } };
  const { outcomes, state } = inCase(begin, step("bell", ask), step("bell", ask, 1));
  expect(outcomes[2]).toMatchObject({ done: false, changed: [{ kind: "asked-her", by: "bell" }] });
  expect(state.thread).toHaveLength(1);
});

test("a report that is taken out of a case takes the danger along that stands there, and none that is over", () => {
  const { outcomes } = inCase(
    step("bell", { kind: "case-opened", body: { reports: ["R-1", "R-2"] } }),
    step("bell", { kind: "danger-raised", body: { says: "He is in the yard.", knowing: "account" } }),
    step("bell", { kind: "danger-met", body: { says: "PC 5120." } }),
    step("bell", { kind: "danger-ended", body: { reason: "He was taken away." } }),
    step("bell", { kind: "danger-raised", body: { says: "He is back with a can.", knowing: "account" } }),
    step("bell", { kind: "danger-met", body: { says: "PC 5133, in the lane.", log: "NP-0311" } }),
    step("bell", { kind: "danger-raised", body: { says: "He rings from the yard.", knowing: "account" } }),
    step("bell", { kind: "report-removed", body: { report: "R-2", reason: "Not hers." } }),
  );
  const stream = { of: "report", id: "R-2" };
  const says = (words: string) => `Raised in case 0412, where this report stood: ${words}`;
  const minute = (after: number) => later(now, after * msPerMinute);
  const removed = last(outcomes);
  expect(removed).toMatchObject({ done: true });
  // Each at its own minute, and whoever is there stays there.
  expect(removed?.done === true ? removed.also : []).toEqual([
    { stream, intent: { kind: "taken-out-of-case", body: { case: "0412", reason: "Not hers." } } },
    { stream, happened: minute(4), intent: { kind: "danger-raised", body: { says: says("He is back with a can."), knowing: "account" } } },
    { stream, happened: minute(5), intent: { kind: "danger-met", body: { says: "PC 5133, in the lane.", log: "NP-0311" } } },
    { stream, happened: minute(6), intent: { kind: "danger-raised", body: { says: says("He rings from the yard."), knowing: "account" } } },
  ]);
});

test("of a case with reports of several people whoever was tried is named, and can be one that is only read as one with them", () => {
  const opened: Intent = { kind: "case-opened", body: { reports: ["R-13", "R-15"] } };
  const { state } = inCase(step("bell", opened));
  const ruleFor = (reports: readonly string[] | undefined, joined: readonly string[] = []) => {
    const intent: Intent = { kind: "contact-attempted", body: { channel: "call", outcome: "reached", ...(reports && { reports }) } };
    const command = { ...intent, stream: { of: "case", id: "0412" }, saw: state.number, by: "bell", happened: now } as const;
    const beside = { table, reports: [], joined: joined.map((one) => emptyReport(one)) };
    const decided = decideCase(command, state, beside, now);
    return "refused" in decided ? decided.refused.rule : "written";
  };
  expect(ruleFor(undefined)).toBe("whose");
  expect(ruleFor(["R-14"])).toBe("whose");
  expect(ruleFor(["R-14"], ["R-14"])).toBe("written");
  expect(ruleFor(["R-13"])).toBe("written");
});
