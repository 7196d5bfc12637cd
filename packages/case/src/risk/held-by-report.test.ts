import { epoch, parseSha256 } from "@unmask/core";
import { expect, test } from "vitest";
import { emptyReport } from "../fold/report-state.ts";
import { coverLabels, heldFor } from "./held-by-report.ts";
import { prompts } from "./prompts.ts";

const sha256 = parseSha256("0".repeat(64)) ?? expect.fail("a hash of noughts");
const withFindings = (...findings: readonly { readonly id: string; readonly says: string }[]) => ({
  ...emptyReport("R-4"),
  packs: [{ letter: "0".repeat(32), pack: 0, sha256, fate: "opened" as const, findings }],
});

test("what she told on the telephone stands beside the prompt that asks the same", () => {
  const report = {
    ...emptyReport("R-30"),
    questions: [
      { question: "weapon", state: "answered" as const, says: "Yes, a knife" },
      { question: "afraid", state: "not-known" as const },
      { question: "order", state: "not-asked" as const },
    ],
  };
  expect(heldFor("hurt-or-weapon", report)).toEqual([
    { says: "“Is there a weapon, or was one spoken of?” Yes, a knife", knowing: "account", from: "on the telephone" },
  ]);
  expect(heldFor("afraid-of-violence", report)[0]?.says).toContain("Not known.");
  expect(heldFor("order-or-bail", report)).toEqual([]);
});

test("what was said on a cover stands once beside the prompt that asks the same, in its own words", () => {
  const cover = {
    danger: "Not in danger this minute, but afraid, said 2026-10-04 20:31: “He will come back.”",
    said: [
      { label: coverLabels.feared, says: "2026-09-29: yes" },
      { label: coverLabels.orders, says: "none" },
      { label: "Asks for", says: "A call." },
    ],
  };
  const report = { ...emptyReport("R-5"), covers: [cover, cover] };
  const account = { knowing: "account", from: "asked for the first page" };
  expect(heldFor("afraid-of-violence", report)).toEqual([
    { says: cover.danger, ...account },
    { says: "Feared violence: 2026-09-29: yes", ...account },
  ]);
  expect(heldFor("order-or-bail", report)).toEqual([{ says: "Orders and bail: none", ...account }]);
  expect(prompts.flatMap(({ id }) => heldFor(id, report))).toHaveLength(3);
});

test("a threat that a pattern found stands beside the prompt about threats, and beside no other", () => {
  const report = withFindings({ id: "threats", says: "“I will burn the house down with you in it”" });
  const beside = prompts.filter(({ id }) => heldFor(id, report).length > 0).map(({ id }) => id);
  expect(beside).toEqual(["threat"]);
  expect(heldFor("threat", report)[0]).toMatchObject({ says: expect.stringContaining("burn the house"), knowing: "worked-out" });
});

test("of many findings some stand beside a prompt, and how many more there are is said", () => {
  const report = withFindings(...Array.from({ length: 9 }, (_, i) => ({ id: "near-her", says: `At the gate, ${i}` })));
  expect(
    heldFor("came-near", report)
      .map(({ says }) => says)
      .at(-1),
  ).toBe("5 more like these stand on the report.");
});

test("an act against an order stands beside the prompt about orders", () => {
  const breach = { order: "Non-molestation order", says: "A call came while it held", knowing: "record" as const };
  const report = { ...emptyReport("R-29"), breaches: [{ ...breach, number: 2, happened: epoch, by: "desk" }] };
  expect(heldFor("order-or-bail", report)).toEqual([{ says: breach.says, knowing: "record", from: breach.order }]);
});
