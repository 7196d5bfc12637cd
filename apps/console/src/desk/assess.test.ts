import { expect, it } from "vitest";
import { type Assessment, withAnswer } from "./assess.ts";

const log = { number: 1, says: "", hash: "", before: "" };
const held = [{ says: "“I thought he would hit me”", how: "account" as const }];
const shown: Assessment = {
  report: "R-3",
  name: "Leila Ashworth",
  state: "unread",
  saw: 2,
  reach: [],
  danger: [],
  account: "He was outside.",
  rule: "shipped",
  proposal: { choice: "week", says: "within a week" },
  prompts: [
    { id: "threat", asks: "Threats?", held, answer: "no", ground: { says: "she said so", how: "account" }, isOld: true },
    { id: "alone", asks: "Alone?", held: [] },
  ],
  choices: [],
  decisions: [],
  acts: [],
  actsInAll: 0,
  log,
};

it("shows a new answer on nothing that the older one rested on, and keeps what the report holds", () => {
  const came = { saw: 3, proposal: { choice: "day", says: "within a day" }, log: { ...log, number: 2 } };
  const after = withAnswer(shown, "threat", "yes", came);
  expect(after.prompts).toEqual([{ id: "threat", asks: "Threats?", held, answer: "yes" }, shown.prompts[1]]);
  expect([after.saw, after.proposal.choice, after.account, after.log.number]).toEqual([3, "day", "He was outside.", 2]);
});
