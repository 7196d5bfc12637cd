import { expect, test } from "vitest";
import { caseOf, decide, letter, meet, nameOf, now, report, rule } from "../../../../fixtures/queue-night.ts";
import type { BodyOf, Intent } from "../event.ts";
import { queueOf } from "./queue-of.ts";
import type { CaseOfRows } from "./row-facts.ts";

type Steps = readonly (readonly [minute: number, by: string, Intent])[];
type Outcome = BodyOf<"contact-attempted">["outcome"];

const letterOf = (name: string, address?: string): Intent => ({
  kind: "report-received",
  body: {
    ...{ letter, who: { reporter: "self", about: "adult", name }, anonymous: false, danger: "no", packs: 0 },
    ...(address !== undefined && { contact: { channel: "call", address } }),
  },
});
const danger = (says: string): Intent => ({ kind: "danger-raised", body: { says, knowing: "account" } });
const call = (outcome: Outcome, reports?: readonly string[]): Intent => ({
  kind: "contact-attempted",
  body: { channel: "call", outcome, ...(reports !== undefined && { reports }) },
});
const join = (into: string): Intent => ({ kind: "report-joined", body: { into, why: "One." } });

/** Ada has it at her door, Bea a knife a minute later, and Bea’s report is read as one with Ada’s. */
const rowOf = (
  { ada = [], bea = [], way = "07700 900555" }: { readonly ada?: Steps; readonly bea?: Steps; readonly way?: string | null },
  ...cases: readonly CaseOfRows[]
) => {
  const reports = [
    report("R-37", [-9, "desk", letterOf("Ada", "07700 900111")], [0, "pc", danger("At the door")], ...ada),
    report("R-38", [-8, "desk", letterOf("Bea", way ?? undefined)], [1, "pc", danger("A knife")], ...bea, [8, "pc", join("R-37")]),
  ];
  return queueOf(reports, { rule, now, nameOf, cases }).rows[0];
};
const nextOf = (...all: Parameters<typeof rowOf>) => rowOf(...all)?.next;

test("a call that reached one of two people in danger is no call to the other: she is rung next, and the row says who was reached", () => {
  const ada: Steps = [[3, "pc", call("reached")]];
  const row = rowOf({ ada });
  expect(row?.why.first).toMatch(/^R-38, Bea: A knife.*Also: At the door/);
  expect(row?.next).toBe("Call now: R-38, Bea");
  expect(row?.done).toBe("R-37, Ada: Call 25 Nov 01:59: the person was reached.");
  expect(nextOf({ bea: [[3, "pc", call("reached")]] })).toBe("Call now: R-37, Ada");
  expect(nextOf({ ada, bea: [[4, "pc", call("reached")]] })).toMatch(/^End the danger, or say why it stands: R-38, Bea/);
  expect(nextOf({ ada: [[3, "pc", meet]] })).toBe("Call now: R-38, Bea");
  expect(nextOf({ ada: [[3, "pc", meet]], bea: [[4, "pc", meet]] })).not.toContain("Call");
});

test("the same where the call was written in the case of one of them, before the other was read as one with her", () => {
  const put: Intent = { kind: "put-in-case", body: { case: "0412" } };
  const ada: Steps = [[2, "pc", put]];
  expect(nextOf({ ada }, caseOf(["R-37"], ["pc"], [3, "pc", call("reached")]))).toBe("Call now: R-38, Bea");
  expect(nextOf({ ada }, caseOf(["R-37"], ["pc"], [3, "pc", call("reached")], [9, "pc", call("reached", ["R-38"])]))).toMatch(/^End/);
});

test("what was decided for one before the other was read as one with her sends nobody to the other", () => {
  expect(nextOf({ ada: [[3, "pc", decide]] })).toBe("Call now: R-38, Bea");
  expect(nextOf({ ada: [[9, "pc", decide]] })).toBe("Say who is there: R-38, Bea");
});

test("somebody else at the telephone of one is none at the other’s, unless it is the same telephone or nobody knows which it is", () => {
  const ada: Steps = [[3, "pc", call("somebody-else")]];
  expect(nextOf({ ada })).toBe("Call now: R-38, Bea");
  expect(nextOf({ ada, bea: [[4, "pc", call("reached")]] })).toBe("Do not ring R-37, Ada: somebody else answered. Decide who goes");
  expect(nextOf({ ada, way: "+44 7700900111" })).toMatch(/^Do not ring R-38, Bea/);
  expect(nextOf({ ada, way: null })).toMatch(/^Do not ring R-38, Bea/);
});

test("who said no way of her own is not rung at another’s, who may live in another house", () => {
  expect(nextOf({ way: null })).toBe("No way to reach them was said. Say who goes: R-38, Bea");
  expect(nextOf({ way: null, bea: [[3, "pc", meet]] })).toBe("Call now: R-37, Ada");
});

test("whoever reached everybody and has words that nobody answered answers them before a danger is over", () => {
  const wrote: Intent = { kind: "answer-received", body: { letter, danger: "unsaid", account: "He is back.", packs: 0 } };
  const cleo = report("R-39", [-7, "desk", letterOf("Cleo", "07700 900222")], [2, "pc", join("R-37")], [9, "desk", wrote]);
  const ada = report("R-37", [-9, "desk", letterOf("Ada")], [0, "pc", danger("At the door")], [3, "pc", call("reached")]);
  expect(queueOf([ada, cleo], { rule, now, nameOf }).rows[0]?.next).toBe("Answer, or end the danger");
});
