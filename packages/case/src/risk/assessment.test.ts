import { epoch } from "@unmask/core";
import { expect, test } from "vitest";
import { nothingYet } from "../fold/both-state.ts";
import { assessmentOf } from "./assessment.ts";
import { prompts } from "./prompts.ts";
import { shippedRiskRule } from "./risk-rule.ts";

const rule = shippedRiskRule("Northshire");
const answered = (number: number, answer: "yes" | "no" | "not-known") => ({ answer, number, happened: epoch, by: "pc" });

test("after a new event the prompts are asked again: what was answered before stays, and says that it is old", () => {
  const state = { ...nothingYet, prompts: { threat: answered(3, "yes") }, promptsAnswered: 3, askAgainSince: 5 };
  const { rows, askAgain } = assessmentOf(state, rule);
  expect(askAgain).toBe(true);
  expect(rows.filter(({ isOld }) => isOld).map(({ prompt }) => prompt.id)).toEqual(["threat"]);
  expect(rows.filter(({ answered: one }) => one === undefined)).toHaveLength(prompts.length - 1);
});

test("not known is no “no”: it proposes nothing and is not open", () => {
  const state = { ...nothingYet, prompts: { "hurt-or-weapon": answered(2, "not-known") } };
  const { proposal } = assessmentOf(state, rule);
  expect(proposal.choice).toBe("week");
  expect(proposal.open).not.toContain("hurt-or-weapon");
});

test("an instrument is shown as it was given, and nothing adds up its answers", () => {
  const instruments = [
    {
      instrument: "Licensed",
      version: "2026",
      assessor: "dc-bell",
      answers: [{ question: "1", answer: "7" }],
      number: 2,
      happened: epoch,
      by: "dc-bell",
    },
  ];
  const shown = assessmentOf({ ...nothingYet, instruments }, rule);
  expect(shown.instrumentSays).toBe("Licensed instrument: Licensed, 2026, by dc-bell. As given; no total.");
  expect(JSON.stringify(shown)).not.toMatch(/score|total"|sum"|probability/);
});

test("the words of the prompts, and what the rule says, hold no number and no name for anybody", () => {
  for (const { asks } of prompts) expect(asks).not.toMatch(/\d|victim|suspect|stalk|\b(she|he|her|his)\b/i);
  for (const { because } of rule.when) expect(because).not.toMatch(/\d/);
});

test("what the rule proposes can be decided, and each of its answers is of a prompt that is asked", () => {
  const choices = rule.choices.map(({ id }) => id);
  for (const { propose, answers } of [...rule.when, { ...rule.otherwise, answers: {} }, { ...rule.danger, answers: {} }]) {
    expect(choices).toContain(propose);
    for (const id of Object.keys(answers)) expect(prompts.map((one) => one.id)).toContain(id);
  }
});

test("while a danger stands that nobody meets, an officer now is proposed, whatever was answered", () => {
  const ground = { says: "Danger now, said in the letter.", knowing: "account" as const };
  const danger = { since: epoch, ground };
  const { proposal } = assessmentOf({ ...nothingYet, danger }, rule);
  expect(proposal).toMatchObject({ choice: "tonight", says: expect.stringContaining("“Officer to the person now”") });
  const met = { says: "A unit is with her", number: 4, happened: epoch, by: "pc" };
  expect(assessmentOf({ ...nothingYet, danger: { ...danger, met } }, rule).proposal.choice).toBe("week");
});
