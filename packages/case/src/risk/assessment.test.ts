import { epoch, later } from "@unmask/core";
import { expect, test } from "vitest";
import { type BothState, nothingYet } from "../fold/both-state.ts";
import { assessmentOf } from "./assessment.ts";
import { prompts } from "./prompts.ts";
import { shippedRiskRule } from "./risk-rule.ts";

const rule = shippedRiskRule("Northshire");
const answered = (number: number, answer: "yes" | "no" | "not-known") => ({ answer, number, happened: epoch, by: "pc" });

/** Every prompt, answered in one event. */
const all = (number: number) => Object.fromEntries(prompts.map(({ id }) => [id, answered(number, "no")]));

/** A line of the log, so many minutes after the beginning. */
const line = (number: number, kind: BothState["log"][number]["kind"], minutes = number): BothState["log"][number] => {
  const at = later(epoch, minutes * 60_000);
  return { number, kind, happened: at, recorded: at, by: "pc" };
};

test("after a new event the prompts are asked again: what was answered before stays, and says that it is old", () => {
  const log = [line(1, "case-opened"), line(3, "risk-answered"), line(5, "breach-found")];
  const state = { ...nothingYet, log, prompts: { threat: answered(3, "yes") }, askAgainSince: 5 };
  const { rows, askAgain } = assessmentOf(state, rule);
  expect(askAgain).toBe(true);
  expect(rows.filter(({ isOld }) => isOld).map(({ prompt }) => prompt.id)).toEqual(["threat"]);
  expect(rows.filter(({ answered: one }) => one === undefined)).toHaveLength(prompts.length - 1);
});

test("prompts of which some were answered are asked on, until each was answered after what came", () => {
  const log = [
    line(1, "case-opened"),
    line(2, "risk-answered"),
    line(3, "breach-found"),
    line(4, "risk-answered"),
    line(5, "risk-answered"),
  ];
  const half = {
    ...nothingYet,
    log,
    prompts: { ...all(2), threat: answered(4, "no"), "afraid-of-violence": answered(4, "no") },
    askAgainSince: 3,
  };
  const { rows, askAgain } = assessmentOf(half, rule);
  expect([askAgain, rows.filter(({ isOld }) => isOld).length]).toEqual([true, prompts.length - 2]);
  const { threat: _, ...others } = all(4);
  expect(assessmentOf({ ...half, prompts: others }, rule).askAgain).toBe(true);
  expect(assessmentOf({ ...half, prompts: { ...others, threat: answered(5, "no") } }, rule).askAgain).toBe(false);
  // An answer in the report alone is no whole round either.
  const opened = { ...nothingYet, log: log.slice(0, 1) };
  const report = { log: [line(6, "answer-received")], askAgainSince: 6, prompts: { threat: answered(7, "no") } };
  expect(assessmentOf(opened, rule, [report]).askAgain).toBe(true);
  expect(assessmentOf(opened, rule, [{ ...report, prompts: all(7) }]).askAgain).toBe(false);
});

test("what comes in a report of a case asks the prompts of the case again, until somebody asks them there or in the report", () => {
  const log = [line(1, "case-opened", 10), line(2, "risk-answered", 20)];
  const state = { ...nothingYet, log, prompts: all(2) };
  const report = (minutes: number, answeredIn = 0) => ({
    log: [line(1, "report-received", 1), line(4, "answer-received", minutes)],
    askAgainSince: 4,
    prompts: answeredIn === 0 ? {} : all(answeredIn),
  });
  expect(assessmentOf(state, rule, [report(15)]).askAgain).toBe(false);
  const after = assessmentOf(state, rule, [report(15), report(25)]);
  expect([after.askAgain, after.rows.filter(({ isOld }) => isOld).length]).toEqual([true, prompts.length]);
  expect(assessmentOf(state, rule, [report(25, 5)]).askAgain).toBe(false);
  // Nobody asked them yet: what came before the case was opened was known to who opened it.
  const opened = { ...nothingYet, log: log.slice(0, 1) };
  expect([report(5), report(15)].map((one) => assessmentOf(opened, rule, [one]).askAgain)).toEqual([false, true]);
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
