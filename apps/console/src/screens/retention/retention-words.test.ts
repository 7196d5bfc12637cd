import { expect, it } from "vitest";
import { parseInstant } from "@unmask/core";
import type { KeptAnswer, KeptRow } from "../../desk/retention.ts";
import { openSpecs, whyNoErasing } from "./retention-specs.ts";
import { headsOf, sayAnswer, sayDecision, sayErasedRule, sayHangs, sayRule } from "./retention-words.ts";

const answer = (question: KeptAnswer["question"], rest: Partial<KeptAnswer> = {}): KeptAnswer => ({
  question,
  asks: `${question}?`,
  answer: "no",
  from: "asked",
  says: "asked by telephone",
  ...rest,
});
const allNo = (["other-case", "court", "live-order", "another-person", "own-wish"] as const).map((one) => answer(one));
const row: KeptRow = {
  subject: { of: "case", id: "0197" },
  saw: 5,
  class: "closed-no-order",
  end: "2026-01-09",
  months: 12,
  isShipped: true,
  due: "2027-01-09",
  isDue: false,
  isHeld: false,
  hold: null,
  proposed: null,
  agreed: null,
  answers: allNo,
  stays: ["Its review is on 2027-01-09."],
  held: { reports: 1, acts: 16, exhibits: 4, orders: 0 },
  mayDecide: true,
};
const at = parseInstant(0) ?? expect.unreachable();
const proposed = { reason: "No order, no link.", asked: true, by: "Supt Abara", id: "abara", at };
const names = (one: KeptRow, me: string): readonly string[] => openSpecs(one, me).map(({ name }) => name);

it("offers to propose where every question is answered no, and to agree to another than who proposed it", () => {
  expect(names(row, "abara")).toEqual(["propose", "asked", "hold"]);
  const unasked = { ...row, answers: [...allNo.slice(1), answer("own-wish", { answer: "not-asked", from: null, says: "" })] };
  expect(names(unasked, "abara")).not.toContain("propose");
  const waits = { ...row, proposed, stays: [] };
  expect(names(waits, "abara")).toEqual(["take-back", "asked", "hold"]);
  expect(names(waits, "wren")).toEqual(["agree", "take-back", "asked", "hold"]);
  const held = { ...row, isHeld: true, hold: { reason: "a link", until: "2027-07-12", by: "DC Bell" } };
  expect(names(held, "abara")).toEqual(["asked", "hold", "hold-ends"]);
});

it("says in the button’s place why it is not there: not on the case, one’s own proposal, what was not asked", () => {
  expect(whyNoErasing({ ...row, mayDecide: false }, "okell").join(" ")).toContain("not on this case");
  expect(whyNoErasing({ ...row, proposed, stays: [] }, "abara").join(" ")).toContain("yourself");
  expect(whyNoErasing({ ...row, proposed, stays: [] }, "wren")).toEqual([]);
  expect(whyNoErasing(row, "abara")).toEqual(["Its review is on 2027-01-09.", "Nobody has proposed it."]);
});

it("puts each review under one head, what is held or proposed before its day apart", () => {
  const held = { ...row, isHeld: true };
  const heads = headsOf({ rows: [{ ...row, due: "2027-01-04" }, row, { ...row, proposed }, held], today: "2027-01-04" });
  expect(heads.map(({ name, rows }) => [name, rows.length])).toEqual([
    ["The review has come", 1],
    ["Within a month", 1],
    ["Decided before its review", 2],
  ]);
});

it("says what hangs on it, what was decided, and the rule of what is no more", () => {
  expect(sayHangs({ ...row, answers: [answer("other-case", { answer: "yes", from: "worked-out", says: "R-3" })] })).toEqual({
    says: "R-3 rests on it",
    isMind: true,
  });
  expect(sayHangs(row).says).toBe("every question is answered no");
  expect(sayDecision({ ...row, proposed })).toMatchObject({ first: "Erase, second waits", isMind: true });
  expect(sayDecision({ ...row, proposed, agreed: { by: "Sgt Wren", at } }).first).toBe("Erase, both agreed");
  expect([sayRule({ class: "order-ended", months: 18 }), sayRule({ class: "never-a-case", months: 24 })]).toEqual([
    "closed, order ended: 18 months",
    "report never a case: 2 years",
  ]);
  expect(sayErasedRule("closed-no-order 12 2027-01-09")).toBe("closed, no order: 1 year; review Sat 9 Jan 2027");
  expect(sayErasedRule("of-another-edition 12")).toBe("of-another-edition 12");
  expect(sayAnswer(answer("court", { answer: "not-asked", from: null, says: "" }))).toBe("not asked");
});
